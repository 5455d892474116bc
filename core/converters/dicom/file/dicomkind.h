// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace convoy {

/// UIDs are digits and dots: nothing else of a header may reach a message.
bool isUid(const QByteArray &uid);

/// A name for people of an SOP class: "RT Plan", "structured report", else the standard's own name or the UID.
QString kindName(const QByteArray &sopClass);

/// Whether files of that SOP class always hold a picture.
bool isPictureKind(const QByteArray &sopClass);

/// Whether files of that SOP class never hold a picture.
bool isKindWithoutPicture(const QByteArray &sopClass);

} // namespace convoy
