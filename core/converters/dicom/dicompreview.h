// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/converter.h"

namespace convoy {

Result<PreviewPicture> previewDicom(const PreviewRequest &request, const ConvertContext &context);

} // namespace convoy
