// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace convoy {

struct Id3Role {
    const char *id3; ///< as TIPL has it (ID3v2.4 frames, 4.2.2)
    const char *tag;
};
inline constexpr std::array id3Roles{Id3Role{"arranger", "ARRANGER"}, Id3Role{"engineer", "ENGINEER"},
                                     Id3Role{"producer", "PRODUCER"}, Id3Role{"DJ-mix", "DJMIXER"}, Id3Role{"mix", "MIXER"}};

// Text frames that TagLib does not know, or by a name that only iTunes means.
struct Id3TextFrame {
    const char *id;
    const char *tag;
};
inline constexpr std::array id3TextFrames{Id3TextFrame{"TSST", "DISCSUBTITLE"}, Id3TextFrame{"TKWD", "PODCASTKEYWORDS"},
                                          Id3TextFrame{"TIT1", "GROUPING"}};

} // namespace convoy
