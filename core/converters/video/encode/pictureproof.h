// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fasthash.h"
#include "core/base/result.h"
#include "core/converters/libav/streamdecoder.h"

#include <QByteArray>

#include <optional>

namespace convoy {

/// Hash of the packets of a stream, one after another. Two streams with the same digest have the same packets.
class PacketDigest
{
public:
    void add(const AVPacket *packet);
    QByteArray result() const { return m_hash.result().toHex(); }

private:
    FastHash m_hash;
};

/// Decodes packets on the core that has just encoded them, while other cores still encode. Together with the digest
/// of what was written this is a check of the file that costs no time of its own: what is read back later and has the
/// same digest has been decoded.
class PictureProof
{
public:
    /// `parameters`: of the encoder, with its headers; read only here.
    Result<void> open(const AVCodecParameters *parameters);

    Result<void> take(const AVPacket *packet);
    /// After the last packet of a chunk; `verification-failed` unless every packet has become a picture without errors.
    Result<void> finish();

private:
    std::optional<StreamDecoder> m_decoder;
    qint64 m_packets = 0;
    qint64 m_pictures = 0;
};

} // namespace convoy
