// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/framedisplay.h"

#include "core/converters/dicom/file/dicomvalues.h"
#include "core/converters/dicom/file/functionalgroups.h"
#include "core/converters/dicom/rendering/segmentedlut.h"

#include <dcmtk/dcmdata/dcdeftag.h>

namespace convoy {

namespace {

void readModality(DicomFile &file, int frame, GrayTransform &transform)
{
    if (DcmItem *const item = sequenceItem(file.dataset(), DCM_ModalityLUTSequence, 0)) {
        transform.modality = readLookupTable(*item, {DCM_LUTDescriptor, DCM_LUTData, DCM_UndefinedTagKey},
                                             transform.format.isSigned);
        if (transform.modality)
            return;
    }
    for (DcmItem *const item : macroPlaces(file, frame, DCM_PixelValueTransformationSequence)) {
        const auto slope = numberOf(*item, DCM_RescaleSlope);
        const auto intercept = numberOf(*item, DCM_RescaleIntercept);
        if (!slope && !intercept)
            continue;
        transform.slope = slope && *slope != 0 ? *slope : 1;
        transform.intercept = intercept.value_or(0);
        return;
    }
}

VoiFunction functionOf(DcmItem &item)
{
    const QByteArray name = textOf(item, DCM_VOILUTFunction);
    if (name == "SIGMOID")
        return VoiFunction::Sigmoid;
    return name == "LINEAR_EXACT" ? VoiFunction::LinearExact : VoiFunction::Linear;
}

std::optional<Window> windowOf(DcmItem &item, unsigned long index)
{
    const auto centre = numberOf(item, DCM_WindowCenter, index);
    const auto width = numberOf(item, DCM_WindowWidth, index);
    if (!centre || !width)
        return std::nullopt;
    Window window{*centre, *width, functionOf(item)};
    // A LINEAR window narrower than 1 is not allowed, but is found; it can only be meant exactly.
    if (!window.isValid() && window.width > 0)
        window.function = VoiFunction::LinearExact;
    return window.isValid() ? std::optional(window) : std::nullopt;
}

/// Segments of tables of eight bits are bytes, two in a word.
std::vector<std::uint16_t> expandSegmentWords(std::span<const Uint16> words, int bits, size_t entries)
{
    if (bits > 8)
        return expandSegments(words, SegmentUnit::Word, entries);
    std::vector<std::uint16_t> bytes;
    for (const Uint16 word : words) {
        bytes.push_back(word & 0xff);
        bytes.push_back(word >> 8);
    }
    return expandSegments(bytes, SegmentUnit::Byte, entries);
}

bool chooseVoi(DicomFile &file, int frame, int index, GrayTransform &transform)
{
    for (DcmItem *const item : macroPlaces(file, frame, DCM_FrameVOILUTSequence)) {
        if (DcmItem *const table = sequenceItem(*item, DCM_VOILUTSequence, index)) {
            const bool isSigned = !transform.modality
                && transform.modalityRange(transform.format.lowest(), transform.format.highest()).low < 0;
            if (auto lut = readLookupTable(*table, {DCM_LUTDescriptor, DCM_LUTData, DCM_UndefinedTagKey}, isSigned)) {
                transform.display = std::move(*lut);
                return true;
            }
        }
        if (const auto window = windowOf(*item, static_cast<unsigned long>(index))) {
            transform.display = *window;
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<LookupTable> readLookupTable(DcmItem &item, const LookupTags &tags, bool isSigned)
{
    Uint16 count = 0;
    Uint16 first = 0;
    Uint16 bits = 0;
    // Descriptors are US or SS, by Pixel Representation; DCMTK reads SS only as signed.
    const auto entry = [&item, &tags, &isSigned](Uint16 &value, unsigned long index) {
        Sint16 asSigned = 0;
        if (item.findAndGetUint16(tags.descriptor, value, index).good())
            return true;
        if (item.findAndGetSint16(tags.descriptor, asSigned, index).bad())
            return false;
        value = Uint16(asSigned);
        isSigned = true;
        return true;
    };
    if (!entry(count, 0) || !entry(first, 1) || !entry(bits, 2) || bits < 1 || bits > 16)
        return std::nullopt;
    LookupTable table{isSigned ? Sint16(first) : first, bits, {}};
    const size_t entries = count == 0 ? 65536 : count;
    const Uint16 *words = nullptr;
    unsigned long length = 0;
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tags.data, element).good() && element->getLength() > 0) {
        Uint16 *found = nullptr;
        if (element->getUint16Array(found).bad() || !found) {
            Sint16 *asSigned = nullptr;
            if (element->getSint16Array(asSigned).bad() || !asSigned)
                return std::nullopt;
            found = reinterpret_cast<Uint16 *>(asSigned);
        }
        words = found;
        length = element->getLength() / sizeof(Uint16);
        // Tables of eight bits may hold two entries in a word (PS3.3 C.7.6.3.1.6).
        const bool packed = bits <= 8 && length < entries && length * 2 >= entries;
        for (size_t i = 0; i < entries && (packed ? i / 2 : i) < length; ++i)
            table.entries.push_back(packed ? Uint16(words[i / 2] >> (i % 2 * 8) & 0xff) : words[i]);
    } else if (tags.segments != DCM_UndefinedTagKey && item.findAndGetUint16Array(tags.segments, words, &length).good()
               && words) {
        table.entries = expandSegmentWords({words, length}, bits, entries);
    }
    return table.entries.empty() ? std::nullopt : std::optional(std::move(table));
}

FrameDisplay readDisplay(DicomFile &file, int frame, const DicomOptions &options)
{
    FrameDisplay result;
    GrayTransform &transform = result.transform;
    transform.format = file.header().format;
    readModality(file, frame, transform);
    if (file.header().realBytes > 0) { // what the integers stand for, before the file's own rescale
        const ValueRange &real = file.realRange();
        transform.intercept += transform.slope * real.low;
        transform.slope *= (real.high - real.low) / double(transform.format.highest());
    }
    transform.inverted = file.header().colour == ColourModel::Monochrome1
        || textOf(file.dataset(), DCM_PresentationLUTShape) == "INVERSE";
    const ValueRange full = transform.modalityRange(transform.format.lowest(), transform.format.highest());
    switch (options.window) {
    case WindowChoice::Given: transform.display = options.givenWindow; return result;
    case WindowChoice::Full: transform.display = full; return result;
    case WindowChoice::MinMax: result.needsRange = true; return result;
    case WindowChoice::Auto: break;
    }
    if (chooseVoi(file, frame, options.windowIndex, transform))
        return result;
    if (options.windowIndex > 0 && chooseVoi(file, frame, 0, transform)) {
        result.indexMissing = true;
        return result;
    }
    if (transform.format.bitsStored <= 8)
        transform.display = full;
    else
        result.needsRange = true;
    return result;
}

} // namespace convoy
