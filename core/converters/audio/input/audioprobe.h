// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"
#include "core/converters/converter.h"

namespace convoy {

/// Converter::probe of every converter that reads sound files.
Result<MediaInfo> probeAudio(const ConvertInput &input);

/// Converter::preview: the waveform.
Result<PreviewPicture> previewAudio(const PreviewRequest &request, const ConvertContext &context);

/// How the options want a source to be read. Without a `float` option such samples are dithered.
SourceOptions sourceOptions(const OptionValues &options);

/// What tells a sound from another: "hash", "samples", "rate", "channels", "bits".
QVariantMap factsOf(const SampleSource &source);

/// `verification-failed`; `detail` says where.
Error soundDiffers(const QString &detail);

} // namespace convoy
