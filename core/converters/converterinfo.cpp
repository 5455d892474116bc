// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <algorithm>
#include <array>

namespace convoy {

// Each in its own folder; a new format is one line here and one in the list below.
ConverterInfo audioInfo();
ConverterInfo dicomInfo();
ConverterInfo imageInfo();
ConverterInfo musicInfo();
ConverterInfo toolInfo();
ConverterInfo videoInfo();

const std::vector<ConverterInfo> &converterTable()
{
    static const std::vector<ConverterInfo> table{dicomInfo(), imageInfo(), videoInfo(),
                                                  audioInfo(), musicInfo(), toolInfo()};
    return table;
}

const ConverterInfo *findConverter(QStringView id)
{
    const auto &table = converterTable();
    const auto it = std::ranges::find_if(table, [id](const ConverterInfo &info) { return info.id == id; });
    return it == table.end() ? nullptr : &*it;
}

QLatin1StringView familyFor(MediaKind kind)
{
    const QLatin1StringView id = probingConverter(kind);
    const ConverterInfo *info = findConverter(QString(id));
    return info ? info->family : QLatin1StringView();
}

QLatin1StringView servingFamily(const ConverterInfo &converter, const Format &input)
{
    static constexpr std::array coded{"mp3",      "wavpack",   "ape",        "tak", "tta",
                                      "musepack", "coded-wav", "coded-aiff", "caf", "au"};
    const bool needsLibav = input.kind == MediaKind::Video
        || std::ranges::any_of(coded, [&input](const char *id) { return input.id == QLatin1StringView(id); });
    return converter.family == QLatin1StringView("audio") && needsLibav ? QLatin1StringView("music") : converter.family;
}

QLatin1StringView probingConverter(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Dicom: return QLatin1StringView("dicom");
    case MediaKind::Image: return QLatin1StringView("image");
    case MediaKind::Video: return QLatin1StringView("video");
    case MediaKind::Audio: return QLatin1StringView("audio");
    case MediaKind::Unknown: break;
    }
    return {};
}

} // namespace convoy
