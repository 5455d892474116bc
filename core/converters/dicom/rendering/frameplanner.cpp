// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/frameplanner.h"

#include "core/converters/dicom/frames/padding.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <QCoreApplication>

namespace convoy {

namespace {

struct MakerText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FramePlanner)
};

const std::array<LookupTags, 3> &paletteTags()
{
    static const std::array<LookupTags, 3> tags{
        LookupTags{DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
                   DCM_SegmentedRedPaletteColorLookupTableData},
        LookupTags{DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
                   DCM_SegmentedGreenPaletteColorLookupTableData},
        LookupTags{DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
                   DCM_SegmentedBluePaletteColorLookupTableData},
    };
    return tags;
}

/// Every stored word's level, at the depth of the output.
std::vector<std::uint16_t> paletteLevels(const LookupTable &table, const SampleFormat &format, int outputBits)
{
    SampleFormat masked = format;
    masked.highBit = masked.bitsStored - 1;
    const double stored = double((1U << table.bits) - 1U);
    const double most = outputBits == 16 ? 65535 : 255;
    std::vector<std::uint16_t> levels(size_t{1} << format.bitsStored);
    for (std::uint32_t word = 0; word < levels.size(); ++word)
        levels[word] = std::uint16_t(std::min(1.0, table.at(masked.value(word)) / stored) * most + 0.5);
    return levels;
}

} // namespace

Result<std::unique_ptr<FramePlanner>> FramePlanner::open(const ConvertInput &input, const DicomOptions &options)
{
    auto file = DicomFile::open(input, options.salvage);
    if (!file)
        return file.error();
    auto reader = FrameReader::make(**file);
    if (!reader)
        return reader.error();
    std::unique_ptr<FramePlanner> planner(new FramePlanner(std::move(*file), std::move(*reader), options));
    if (const auto result = planner->prepare(); !result)
        return result.error();
    return planner;
}

FramePlanner::FramePlanner(std::unique_ptr<DicomFile> file, FrameReader reader, const DicomOptions &options)
    : m_file(std::move(file)),
      m_reader(std::move(reader)),
      m_options(options)
{
}

Result<void> FramePlanner::prepare()
{
    if (m_options.burnOverlays)
        m_overlays = readOverlays(*m_file);
    if (m_file->header().isGray() && m_file->header().realBytes == 0)
        m_padding = readPadding(*m_file);
    return m_file->header().colour == ColourModel::Palette ? readPalette() : Result<void>();
}

int FramePlanner::outputBits() const
{
    switch (m_options.depth) {
    case DepthChoice::Eight: return 8;
    case DepthChoice::Sixteen: return 16;
    case DepthChoice::Source: break;
    }
    const int bits = m_file->header().colour == ColourModel::Palette ? m_paletteBits : m_file->header().format.bitsStored;
    return bits > 8 ? 16 : 8;
}

Result<void> FramePlanner::readPalette()
{
    const SampleFormat &format = m_file->header().format;
    std::array<LookupTable, 3> tables;
    for (size_t i = 0; i < tables.size(); ++i) {
        auto table = readLookupTable(m_file->dataset(), paletteTags()[i], format.isSigned);
        if (!table)
            return Error{ErrorKind::DamagedInput, MakerText::tr("The colours of the picture's palette are missing.")};
        tables[i] = std::move(*table);
    }
    m_paletteBits = tables[0].bits;
    PaletteLevels &levels = m_palette.emplace();
    for (size_t i = 0; i < tables.size(); ++i)
        levels[i] = paletteLevels(tables[i], format, outputBits());
    return {};
}

bool FramePlanner::needsRange()
{
    return m_file->header().isGray() && readDisplay(*m_file, 0, m_options).needsRange;
}

Result<std::optional<ValueRange>> FramePlanner::rangeOf(const StoredFrame &stored, int frame)
{
    const auto range = storedRange(stored, m_file->header().format, m_padding);
    if (!range)
        return range.error();
    if (!*range)
        return std::optional<ValueRange>();
    const FrameDisplay display = readDisplay(*m_file, frame, m_options);
    return std::optional(display.transform.modalityRange((*range)->low, (*range)->high));
}

RenderPlan FramePlanner::plan(int frame, const QRect &crop, const ValueRange &range)
{
    RenderPlan plan{.format = m_file->header().format,
                    .outputBits = outputBits(),
                    .gray = {},
                    .palette = m_palette,
                    .crop = crop,
                    .overlays = m_overlays.empty() ? nullptr : &m_overlays,
                    .frame = frame};
    if (!m_file->header().isGray())
        return plan;
    FrameDisplay display = readDisplay(*m_file, frame, m_options);
    if (display.needsRange)
        display.transform.display = range;
    m_indexMissing |= display.indexMissing;
    plan.gray = std::move(display.transform);
    return plan;
}

} // namespace convoy
