// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomwarmup.h"

#include "core/converters/dicom/file/dicomdictionary.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmdata/dcvr.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

namespace convoy {

namespace {

/// Mistakes that writers of files are known for, and that leave no doubt about what was meant.
void acceptCommonMistakes()
{
    dcmEnableUnknownVRConversion.set(OFTrue);
    dcmAcceptUnexpectedImplicitEncoding.set(OFTrue);
    dcmReplaceWrongDelimitationItem.set(OFTrue);
    dcmConvertUndefinedLengthOBOWtoSQ.set(OFTrue);
    dcmConvertVOILUTSequenceOWtoSQ.set(OFTrue);
    dcmIgnoreFileMetaInformationGroupLength.set(OFTrue);
    // What comes behind the pixels is padding, a signature or garbage.
    dcmStopParsingAfterElement.set(DCM_PixelData);
}

} // namespace

void warmUpDicom()
{
    acceptCommonMistakes();
    // Log lines may quote values of a header.
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DJDecoderRegistration::registerCodecs(EDC_never); // the frame reader knows more about colours
    DJLSDecoderRegistration::registerCodecs();
    fillDicomDictionary();
}

} // namespace convoy
