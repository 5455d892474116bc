// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

/// Asked for in the place of an output's extension: nothing is written, the input is compared with the attachment sample
/// by sample, and measured. No profile can ask for it; `convoy-cli verify` does.
inline constexpr QLatin1StringView comparing("compare");

/// What a report has of it beside the columns of Measure: "md5", "samples", "rate", "channels", "bits" of the input, and
/// where there is an attachment "same"; "difference", a sentence, where it is not. `tracknumber` and `tracktotal` of the
/// options say where the track stands on its disc; both empty: not known.
Result<ConvertReport> compareAudio(const ConvertRequest &request, const ConvertContext &context);

} // namespace convoy
