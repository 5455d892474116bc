// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"

#include <QCborMap>

#include <optional>
#include <span>
#include <vector>

namespace convoy {

/// One message between engine, helper and child: a CBOR map and the descriptors that go with it. Travels as one packet
/// of a SOCK_SEQPACKET socket; what does not fit is passed in a memfd.
struct Message {
    QCborMap body;
    std::vector<FileDescriptor> fds;
};

/// Blocks until the packet is taken. Any thread may send; packets never mix. At most 200 descriptors.
Result<void> sendMessage(int socket, const QCborMap &body, std::span<const int> fds = {});

/// Blocks for the next packet; nullopt at the end of the connection.
Result<std::optional<Message>> receiveMessage(int socket);

} // namespace convoy
