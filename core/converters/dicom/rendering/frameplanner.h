// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/frames/framereader.h"
#include "core/converters/dicom/rendering/framedisplay.h"
#include "core/converters/dicom/rendering/framerenderer.h"
#include "core/converters/dicom/rendering/storedrange.h"

#include <memory>

namespace convoy {

/// One file as one thread sees it: its frames, and how each is to be rendered.
class FramePlanner
{
public:
    static Result<std::unique_ptr<FramePlanner>> open(const ConvertInput &input, const DicomOptions &options);

    DicomFile &file() { return *m_file; }
    FrameReader &reader() { return m_reader; }

    /// Whether the frames need the range of the values of all of them.
    bool needsRange();
    /// The range of the values of one frame, after the modality's transformation; std::nullopt for nothing but padding.
    Result<std::optional<ValueRange>> rangeOf(const StoredFrame &stored, int frame);

    /// `range` is that of all frames, if one is needed.
    RenderPlan plan(int frame, const QRect &crop, const ValueRange &range);
    /// Whether a window was asked for by a number that is not there.
    bool isIndexMissing() const { return m_indexMissing; }

private:
    FramePlanner(std::unique_ptr<DicomFile> file, FrameReader reader, const DicomOptions &options);

    Result<void> prepare();
    int outputBits() const;
    Result<void> readPalette();

    std::unique_ptr<DicomFile> m_file;
    FrameReader m_reader;
    DicomOptions m_options;
    std::vector<Overlay> m_overlays;
    std::optional<PaletteLevels> m_palette;
    std::optional<PaddingRange> m_padding;
    bool m_indexMissing = false;
    int m_paletteBits = 16;
};

} // namespace convoy
