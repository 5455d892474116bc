// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomdictionary.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>

#include <array>
#include <cstdlib>

namespace convoy {

namespace {

struct Entry {
    Uint16 group;
    Uint16 element;
    DcmEVR vr;
    const char *name;
};

// PS3.6, in DCMTK's own terms (xs: US or SS, ox: OB or OW).
constexpr std::array privateEntries{
    Entry{0x0002, 0x0002, EVR_UI, "MediaStorageSOPClassUID"},
    Entry{0x0002, 0x0010, EVR_UI, "TransferSyntaxUID"},
    Entry{0x0004, 0x1220, EVR_SQ, "DirectoryRecordSequence"},
    Entry{0x0004, 0x1410, EVR_US, "RecordInUseFlag"},
    Entry{0x0004, 0x1430, EVR_CS, "DirectoryRecordType"},
    Entry{0x0004, 0x1500, EVR_CS, "ReferencedFileID"},
    Entry{0x0004, 0x1510, EVR_UI, "ReferencedSOPClassUIDInFile"},
    Entry{0x0008, 0x0016, EVR_UI, "SOPClassUID"},
    Entry{0x0018, 0x1164, EVR_DS, "ImagerPixelSpacing"},
    Entry{0x0018, 0x2010, EVR_DS, "NominalScannedPixelSpacing"},
    Entry{0x0028, 0x0002, EVR_US, "SamplesPerPixel"},
    Entry{0x0028, 0x0004, EVR_CS, "PhotometricInterpretation"},
    Entry{0x0028, 0x0006, EVR_US, "PlanarConfiguration"},
    Entry{0x0028, 0x0008, EVR_IS, "NumberOfFrames"},
    Entry{0x0028, 0x0010, EVR_US, "Rows"},
    Entry{0x0028, 0x0011, EVR_US, "Columns"},
    Entry{0x0028, 0x0030, EVR_DS, "PixelSpacing"},
    Entry{0x0028, 0x0034, EVR_IS, "PixelAspectRatio"},
    Entry{0x0028, 0x0100, EVR_US, "BitsAllocated"},
    Entry{0x0028, 0x0101, EVR_US, "BitsStored"},
    Entry{0x0028, 0x0102, EVR_US, "HighBit"},
    Entry{0x0028, 0x0103, EVR_US, "PixelRepresentation"},
    Entry{0x0028, 0x0120, EVR_xs, "PixelPaddingValue"},
    Entry{0x0028, 0x0121, EVR_xs, "PixelPaddingRangeLimit"},
    Entry{0x0028, 0x0122, EVR_FL, "FloatPixelPaddingValue"},
    Entry{0x0028, 0x0123, EVR_FD, "DoubleFloatPixelPaddingValue"},
    Entry{0x0028, 0x0124, EVR_FL, "FloatPixelPaddingRangeLimit"},
    Entry{0x0028, 0x0125, EVR_FD, "DoubleFloatPixelPaddingRangeLimit"},
    Entry{0x0028, 0x0301, EVR_CS, "BurnedInAnnotation"},
    Entry{0x0028, 0x1050, EVR_DS, "WindowCenter"},
    Entry{0x0028, 0x1051, EVR_DS, "WindowWidth"},
    Entry{0x0028, 0x1052, EVR_DS, "RescaleIntercept"},
    Entry{0x0028, 0x1053, EVR_DS, "RescaleSlope"},
    Entry{0x0028, 0x1056, EVR_CS, "VOILUTFunction"},
    Entry{0x0028, 0x1101, EVR_xs, "RedPaletteColorLookupTableDescriptor"},
    Entry{0x0028, 0x1102, EVR_xs, "GreenPaletteColorLookupTableDescriptor"},
    Entry{0x0028, 0x1103, EVR_xs, "BluePaletteColorLookupTableDescriptor"},
    Entry{0x0028, 0x1201, EVR_OW, "RedPaletteColorLookupTableData"},
    Entry{0x0028, 0x1202, EVR_OW, "GreenPaletteColorLookupTableData"},
    Entry{0x0028, 0x1203, EVR_OW, "BluePaletteColorLookupTableData"},
    Entry{0x0028, 0x1221, EVR_OW, "SegmentedRedPaletteColorLookupTableData"},
    Entry{0x0028, 0x1222, EVR_OW, "SegmentedGreenPaletteColorLookupTableData"},
    Entry{0x0028, 0x1223, EVR_OW, "SegmentedBluePaletteColorLookupTableData"},
    Entry{0x0028, 0x3000, EVR_SQ, "ModalityLUTSequence"},
    Entry{0x0028, 0x3002, EVR_xs, "LUTDescriptor"},
    Entry{0x0028, 0x3006, EVR_lt, "LUTData"},
    Entry{0x0028, 0x3010, EVR_SQ, "VOILUTSequence"},
    Entry{0x0028, 0x9110, EVR_SQ, "PixelMeasuresSequence"},
    Entry{0x0028, 0x9132, EVR_SQ, "FrameVOILUTSequence"},
    Entry{0x0028, 0x9145, EVR_SQ, "PixelValueTransformationSequence"},
    Entry{0x2050, 0x0020, EVR_CS, "PresentationLUTShape"},
    Entry{0x5200, 0x9229, EVR_SQ, "SharedFunctionalGroupsSequence"},
    Entry{0x5200, 0x9230, EVR_SQ, "PerFrameFunctionalGroupsSequence"},
    Entry{0x7fe0, 0x0008, EVR_OF, "FloatPixelData"},
    Entry{0x7fe0, 0x0009, EVR_OD, "DoubleFloatPixelData"},
    Entry{0x7fe0, 0x0010, EVR_px, "PixelData"},
    Entry{0xfffe, 0xe000, EVR_na, "Item"},
    Entry{0xfffe, 0xe00d, EVR_na, "ItemDelimitationItem"},
    Entry{0xfffe, 0xe0dd, EVR_na, "SequenceDelimitationItem"},
};

constexpr std::array overlayEntries{
    Entry{0x6000, 0x0010, EVR_US, "OverlayRows"},
    Entry{0x6000, 0x0011, EVR_US, "OverlayColumns"},
    Entry{0x6000, 0x0015, EVR_IS, "NumberOfFramesInOverlay"},
    Entry{0x6000, 0x0050, EVR_SS, "OverlayOrigin"},
    Entry{0x6000, 0x0051, EVR_US, "ImageFrameOrigin"},
    Entry{0x6000, 0x0102, EVR_US, "OverlayBitPosition"},
    Entry{0x6000, 0x3000, EVR_ox, "OverlayData"},
};

// Groups 6000 … 60FF repeat.
constexpr Uint16 lastOverlayGroup = 0x60ff;

} // namespace

void fillDicomDictionary()
{
    // DCMTK reads its file when the dictionary is first asked for, unless this names another one.
    ::setenv("DCMDICTPATH", "/dev/null", 1);
    DcmDataDictionary &dictionary = dcmDataDict.wrlock();
    dictionary.clear();
    for (const Entry &entry : privateEntries) {
        dictionary.addEntry(new DcmDictEntry(entry.group, entry.element, DcmVR(entry.vr), entry.name, 1, DcmVariableVM,
                                             "DICOM", OFFalse, nullptr));
    }
    for (const Entry &entry : overlayEntries) {
        auto *const added = new DcmDictEntry(entry.group, entry.element, lastOverlayGroup, entry.element, DcmVR(entry.vr),
                                             entry.name, 1, DcmVariableVM, "DICOM", OFFalse, nullptr);
        added->setGroupRangeRestriction(DcmDictRange_Even);
        dictionary.addEntry(added);
    }
    dcmDataDict.wrunlock();
}

} // namespace convoy
