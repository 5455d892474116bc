// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/libav/avhandle.h"

#include <QByteArray>
#include <QList>

namespace convoy {

/// A tag by the name that it has among Vorbis comments, in upper case.
struct StreamTag {
    QByteArray name;
    QString value;
};

/// The tags of a file and of one of its tracks, which has them in Ogg; "3/12" is a number and a total. Without what only the
/// container wants to know. Each name once.
QList<StreamTag> streamTags(const AVFormatContext *context, const AVStream *stream);

/// Old AVI and RealMedia files have their words in one country's letters; all that is written is UTF-8.
void mendTags(AVFormatContext *context);

} // namespace convoy
