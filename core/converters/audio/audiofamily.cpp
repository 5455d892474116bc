// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioconverter.h"
#include "core/converters/audio/encode/segmentencoder.h"
#include "core/converters/audio/input/samplesource.h"
#include "core/converters/audio/tags/tagchoice.h"

namespace convoy {

const Converter *converterInFamily(QStringView id)
{
    return id == u"audio" ? &audioConverter() : nullptr;
}

void warmUpFamily()
{
    // libFLAC chooses its routines for this processor, libcrypto its own, and the first encoder's pages come in, once for
    // all jobs.
    SegmentEncoder({}, {44100, 2, 16, 1}).warmUp();
    static_cast<void>(SampleHash().md5());
    static_cast<void>(guessTags("track01.cdda.wav"));
}

} // namespace convoy
