// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/option.h"
#include "core/formats/format.h"

#include <QList>

namespace convoy {

struct MediaInfo;

/// What the engine, the window and the command line know of a converter. Plain data: no codec is linked to have it.
struct ConverterInfo {
    QString id;               ///< "dicom", "image", "video", "audio", "tool"
    QString name;             ///< translated
    QString description;      ///< translated, one sentence
    QLatin1StringView family; ///< which warm helper runs it: "dicom", "image", "av", "audio", "tool"
    QList<MediaKind> accepts; ///< what it is for comes first; empty: any file
    QStringList extensions;   ///< output extensions that it can write; empty: any
    OptionSchema schema;
    /// Key of a StringList option that names a second file to read; empty for none. The first that there is comes to the
    /// converter; names without a folder are looked for beside the source, also as “Name” and “NAME”, and above a folder
    /// such as “CD1”.
    QString attachment;
    /// Key of a Choice option that names a hardware encoder by its interface; its default is none. Empty for none at all.
    QString encoderOption;
    /// Names the set to which a file belongs whose outputs are completed together; empty for none. Jobs of a batch with
    /// the same name and the same output folder are one set.
    QByteArray (*setOf)(const OptionValues &options, const MediaInfo &info) = nullptr;
};

/// Every converter of this build. Made anew with the language of the application when first called.
/// A new format adds its `…Info()` function to the list in converterinfo.cpp.
const std::vector<ConverterInfo> &converterTable();

/// nullptr where no converter has that id.
const ConverterInfo *findConverter(QStringView id);

/// Which family may parse (probe, preview) a file of that kind.
QLatin1StringView familyFor(MediaKind kind);
/// Which family runs that converter for a file of that format: FLAC is made of WAV without libav, of AAC with it.
QLatin1StringView servingFamily(const ConverterInfo &converter, const Format &input);
/// Which converter probes a file of that kind; empty for Unknown.
QLatin1StringView probingConverter(MediaKind kind);

} // namespace convoy
