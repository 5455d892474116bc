// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace convoy {

/// One Vorbis comment. Names are upper case; several with one name are several values.
struct AudioTag {
    QByteArray name;
    QString value;
    QString description = {}; ///< what a comment or lyrics are about, whose rating: only ID3 has a place for it
    QByteArray language = {}; ///< the same; ISO 639-2, lower case

    bool operator==(const AudioTag &) const = default;
};

using AudioTags = QList<AudioTag>;

} // namespace convoy
