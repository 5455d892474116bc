// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace convoy {

/// What foobar2000 and others call pictures in APEv2 tags, by their type in FLAC's PICTURE block.
inline constexpr std::array apePictureNames{
    "Cover Art (Other)",
    "Cover Art (Icon)",
    "Cover Art (Other Icon)",
    "Cover Art (Front)",
    "Cover Art (Back)",
    "Cover Art (Leaflet)",
    "Cover Art (Media)",
    "Cover Art (Lead Artist)",
    "Cover Art (Artist)",
    "Cover Art (Conductor)",
    "Cover Art (Band)",
    "Cover Art (Composer)",
    "Cover Art (Lyricist)",
    "Cover Art (Recording Location)",
    "Cover Art (During Recording)",
    "Cover Art (During Performance)",
    "Cover Art (Video Capture)",
    "Cover Art (Fish)",
    "Cover Art (Illustration)",
    "Cover Art (Band Logotype)",
    "Cover Art (Publisher Logotype)",
};

inline const char *apePictureName(quint32 type)
{
    return apePictureNames[type < apePictureNames.size() ? type : 0];
}

} // namespace convoy
