// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacblocks.h"

#include "core/converters/audio/base/audiotext.h"

namespace convoy {

namespace {

constexpr qint64 largestForeign = 15LL << 20; // a block's length has 24 bits

} // namespace

QList<QByteArray> foreignBlocks(const RangeReader &reader, const OptionValues &options, const AudioFile &file,
                                QStringList &warnings)
{
    const bool isWhole = options.integer(u"cut_start") == 0 && options.integer(u"cut_end") == 0 && !file.pcm.isFloat;
    if (!options.boolean(u"keep_foreign") || !isWhole || file.container == AudioContainer::Flac
        || file.container == AudioContainer::Coded)
        return {};
    if (file.foreign.isEmpty()) {
        warnings.append(AudioText::tr("What is no sound in this file was not kept: that is done for WAV and AIFF only."));
        return {};
    }
    const QByteArray name = file.container == AudioContainer::Aiff ? "aiff"
        : file.container == AudioContainer::Wave64                 ? "w64 "
                                                                   : "riff";
    const FileRange last = file.foreign.isEmpty() ? FileRange() : file.foreign.back();
    bool isComplete = last.offset + last.size >= reader.size();
    QList<QByteArray> blocks;
    for (const FileRange &range : file.foreign) {
        const bool isSound = range.offset <= file.dataOffset && file.dataOffset <= range.offset + range.size
            && range.offset > 0;
        const qint64 size = isSound ? file.dataOffset - range.offset : range.size;
        isComplete = isComplete && size <= largestForeign;
        if (isComplete)
            blocks.append(name + reader.bytes(range.offset, size));
    }
    if (isComplete)
        return blocks;
    warnings.append(AudioText::tr("What is no sound in this file could not be kept: it is too large, or is in no chunk."));
    return {};
}

} // namespace convoy
