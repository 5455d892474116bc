// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/hardwareencoder.h"

#include "core/converters/converterinfo.h"

#include <algorithm>
#include <array>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

std::span<const HardwareEncoder> hardwareEncoders()
{
    static const std::array known{
        HardwareEncoder{"h264_nvenc", "/dev/nvidia"},      HardwareEncoder{"h264_qsv", "/dev/dri/renderD"},
        HardwareEncoder{"h264_vaapi", "/dev/dri/renderD"}, HardwareEncoder{"hevc_nvenc", "/dev/nvidia"},
        HardwareEncoder{"hevc_qsv", "/dev/dri/renderD"},   HardwareEncoder{"hevc_vaapi", "/dev/dri/renderD"},
    };
    return known;
}

std::vector<Path> hardwareDevices()
{
    // Those that cannot change what a screen shows.
    std::vector<Path> devices;
    for (const auto &[folder, prefix] : {std::pair("/dev", "nvidia"), std::pair("/dev/dri", "renderD")}) {
        std::error_code error;
        for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            const std::string name = entry->path().filename();
            if (name.starts_with(prefix) && name != "nvidia-modeset" && entry->is_character_file(error))
                devices.push_back(entry->path());
        }
    }
    return devices;
}

bool hasInterface(const QStringList &working, const QString &interface)
{
    return std::ranges::any_of(working, [&interface](const QString &name) {
        return interface == "automatic"_L1 || name.endsWith(u'_' + interface);
    });
}

OptionSchema offeredOptions(const ConverterInfo &converter, const QStringList &working, const QString &chosen)
{
    OptionSchema offered = converter.schema;
    const auto spec = std::ranges::find(offered, converter.encoderOption, &OptionSpec::key);
    if (converter.encoderOption.isEmpty() || spec == offered.end())
        return offered;
    for (qsizetype i = spec->choices.size() - 1; i >= 0; --i) {
        const QString choice = spec->choices[i];
        if (choice == spec->defaultValue.toString() || choice == chosen || hasInterface(working, choice))
            continue;
        spec->choices.removeAt(i);
        spec->choiceLabels.removeAt(i);
    }
    if (spec->choices.size() == 1)
        offered.erase(spec);
    return offered;
}

} // namespace convoy
