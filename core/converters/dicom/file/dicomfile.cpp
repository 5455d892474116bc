// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomfile.h"

#include "core/converters/dicom/file/dicomkind.h"
#include "core/converters/dicom/file/dicomvalues.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <QCoreApplication>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <climits>
#include <cmath>
#include <cstring>

namespace convoy {

namespace {

struct DicomText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomFile)
};

// PNG decoders and people's memory end near here; DICOM itself allows 65535 × 65535.
constexpr qint64 mostPixels = qint64{1} << 29;
constexpr int mostFrames = 1'000'000;

Error damaged(const QString &message, const QString &detail = {})
{
    return {ErrorKind::DamagedInput, message, detail};
}

/// Whether the bytes look like the first data element of a file without preamble (PS3.5 7.1).
bool looksLikeElement(const unsigned char *head)
{
    const auto group = [head](int low, int high) { return head[low] | head[high] << 8; };
    const bool little = group(0, 1) == 0x0002 || group(0, 1) == 0x0008;
    const bool big = group(1, 0) == 0x0002 || group(1, 0) == 0x0008;
    const bool hasVr = std::isupper(head[4]) && std::isupper(head[5]);
    return (little && (hasVr || (head[6] == 0 && head[7] == 0))) || (big && hasVr);
}

bool looksLikeDicom(int fd)
{
    std::array<unsigned char, 132> head{};
    const ssize_t size = ::pread(fd, head.data(), head.size(), 0);
    if (size == ssize_t(head.size()) && std::memcmp(head.data() + 128, "DICM", 4) == 0)
        return true;
    return size >= 8 && looksLikeElement(head.data());
}

int number(DcmItem &item, const DcmTagKey &key, int fallback)
{
    const auto value = numberOf(item, key);
    return value ? int(std::clamp<double>(*value, -INT_MAX, INT_MAX)) : fallback;
}

} // namespace

Result<std::unique_ptr<DicomFile>> DicomFile::open(const ConvertInput &input, bool salvage)
{
    if (!looksLikeDicom(input.fd))
        return damaged(DicomText::tr("This is not a DICOM file, or its beginning is damaged."));
    std::unique_ptr<DicomFile> file(new DicomFile({input.fd, input.size, salvage}));
    if (const auto result = file->parse(); !result)
        return result.error();
    return file;
}

Result<void> DicomFile::parse()
{
    FdInputStream stream(m_source);
    const auto status = readDicom(m_format, stream);
    if (!status)
        return status.error();
    // A missing end mark is not a missing part of the picture.
    DcmElement *pixels = nullptr;
    const bool cut = dataset().findAndGetElement(pixelTag(), pixels).good() && pixels->transferState() != ERW_ready
        && *status != EC_SequDelimitationItemMissing;
    m_format.transferEnd();
    if (stream.isBomb())
        return Error{ErrorKind::LimitExceeded, DicomText::tr("The pixels cannot be read."),
                     QStringLiteral("too much data when inflated")};
    if (const auto result = checkKind(status->good()); !result)
        return result;
    if (const auto result = readHeader(); !result)
        return result;
    if (const auto result = checkHeader(); !result)
        return result;
    m_truncated = cut || stream.padded();
    return locatePixels(stream);
}

DcmTagKey DicomFile::pixelTag() const
{
    DcmDataset &data = *const_cast<DcmFileFormat &>(m_format).getDataset();
    if (data.tagExists(DCM_FloatPixelData))
        return DCM_FloatPixelData;
    return data.tagExists(DCM_DoubleFloatPixelData) ? DCM_DoubleFloatPixelData : DCM_PixelData;
}

Result<void> DicomFile::checkKind(bool readable)
{
    if (dataset().tagExists(pixelTag()))
        return {};
    const QByteArray sopClass = textOf(dataset(), DCM_SOPClassUID);
    const QByteArray mediaClass = textOf(*m_format.getMetaInfo(), DCM_MediaStorageSOPClassUID);
    const QByteArray uid = mediaClass == UID_MediaStorageDirectoryStorage || sopClass.isEmpty() ? mediaClass : sopClass;
    if (readable && uid.isEmpty() && dataset().card() == 0)
        return damaged(DicomText::tr("There is nothing in this DICOM file."));
    if (readable && (dataset().tagExists(DCM_Rows) || isPictureKind(uid)))
        return damaged(DicomText::tr("The file describes a picture, but holds none."));
    if (dataset().tagExists(DCM_Rows) || (!readable && !isKindWithoutPicture(uid)))
        return damaged(DicomText::tr("The file is cut short: its picture is missing."));
    return Error{ErrorKind::UnsupportedFormat, DicomText::tr("This file has no picture in it (%1).").arg(kindName(uid))};
}

Result<void> DicomFile::readHeader()
{
    DcmDataset &data = dataset();
    m_header.transferSyntax = textOf(*m_format.getMetaInfo(), DCM_TransferSyntaxUID);
    const DcmXfer xfer(data.getOriginalXfer());
    if (m_header.transferSyntax.isEmpty())
        m_header.transferSyntax = xfer.getXferID();
    m_header.coding = codingOf(m_header.transferSyntax);
    m_header.bigEndian = xfer.getByteOrder() == EBO_BigEndian;
    m_header.width = number(data, DCM_Columns, 0);
    m_header.height = number(data, DCM_Rows, 0);
    m_header.samples = number(data, DCM_SamplesPerPixel, 1);
    m_header.planar = number(data, DCM_PlanarConfiguration, 0) == 1;
    m_header.frames = std::max(1, number(data, DCM_NumberOfFrames, 1));
    SampleFormat &format = m_header.format;
    format.bitsAllocated = number(data, DCM_BitsAllocated, 0);
    format.bitsStored = number(data, DCM_BitsStored, format.bitsAllocated);
    format.highBit = number(data, DCM_HighBit, format.bitsStored - 1);
    format.isSigned = number(data, DCM_PixelRepresentation, 0) == 1;
    if (pixelTag() != DCM_PixelData) {
        m_header.realBytes = pixelTag() == DCM_FloatPixelData ? 4 : 8;
        format = {.bitsAllocated = 32, .bitsStored = 32, .highBit = 31, .isSigned = false};
    }
    const QByteArray photometric = textOf(data, DCM_PhotometricInterpretation);
    m_header.colour = photometric.isEmpty() && m_header.samples == 1 ? ColourModel::Monochrome2 : colourModelOf(photometric);
    // Decoders give samples that begin at the lowest bit.
    if (m_header.coding != PixelCoding::Native && m_header.coding != PixelCoding::Rle
        && m_header.coding != PixelCoding::Deflated)
        format.highBit = format.bitsStored - 1;
    const QByteArray burnedIn = textOf(data, DCM_BurnedInAnnotation);
    m_header.burnedIn = !burnedIn.isEmpty() && burnedIn != "NO";
    return {};
}

Result<void> DicomFile::checkHeader() const
{
    if (m_header.coding == PixelCoding::Unsupported) {
        return Error{
            ErrorKind::UnsupportedFormat,
            DicomText::tr("The pixels are packed in a way that cannot be read (transfer syntax %1).")
                .arg(isUid(m_header.transferSyntax) ? QString::fromLatin1(m_header.transferSyntax) : QStringLiteral("?"))};
    }
    const SampleFormat &f = m_header.format;
    const bool knownSize = f.bitsAllocated == 1 || f.bitsAllocated == 8 || f.bitsAllocated == 16 || f.bitsAllocated == 32;
    if (m_header.width < 1 || m_header.height < 1 || f.bitsAllocated < 1)
        return damaged(DicomText::tr("The size of the picture is missing."));
    if (!knownSize || m_header.colour == ColourModel::Other)
        return unsupportedPixels();
    if (f.bitsStored < 1 || f.bitsStored > f.bitsAllocated || f.highBit < f.bitsStored - 1 || f.highBit >= f.bitsAllocated)
        return damaged(DicomText::tr("The description of the pixels contradicts itself."));
    const bool one = m_header.isGray() || m_header.colour == ColourModel::Palette;
    if (m_header.realBytes > 0 && (m_header.coding != PixelCoding::Native || !m_header.isGray()))
        return unsupportedPixels();
    if (m_header.isHalved() && m_header.width < 2) // two pixels share their chroma
        return damaged(DicomText::tr("The description of the pixels contradicts itself."));
    if (m_header.samples != (one ? 1 : 3) || (f.bitsAllocated == 1 && !one)
        || (f.bitsStored > 16 && !m_header.isGray() && m_header.colour != ColourModel::Rgb))
        return damaged(DicomText::tr("The description of the pixels contradicts itself."));
    if (m_header.frames > mostFrames)
        return Error{ErrorKind::LimitExceeded,
                     DicomText::tr("The file claims to have more frames than can be read (%1).").arg(m_header.frames)};
    if (qint64{m_header.width} * m_header.height > mostPixels)
        return Error{
            ErrorKind::LimitExceeded,
            DicomText::tr("The picture is larger than can be read (%1 × %2).").arg(m_header.width).arg(m_header.height)};
    return {};
}

Error DicomFile::unsupportedPixels() const
{
    return {ErrorKind::UnsupportedFormat,
            DicomText::tr("Pictures with such pixels cannot be read (%1, %2 bits).")
                .arg(colourName(textOf(const_cast<DicomFile *>(this)->dataset(), DCM_PhotometricInterpretation)))
                .arg(m_header.format.bitsAllocated)};
}

/// Explicit lengths are written behind the tag and VR or, in implicit files, behind the tag alone (PS3.5 7.1).
bool DicomFile::isPixelDataAt(qint64 offset) const
{
    const auto element = static_cast<unsigned char>(pixelTag().getElement());
    const std::array<unsigned char, 4> little{0xe0, 0x7f, element, 0x00};
    const std::array<unsigned char, 4> big{0x7f, 0xe0, 0x00, element};
    std::array<unsigned char, 12> head{};
    if (offset < 12 || ::pread(m_source.fd, head.data(), head.size(), offset - 12) != ssize_t(head.size()))
        return false;
    const auto &tag = m_header.bigEndian ? big : little;
    return std::memcmp(head.data(), tag.data(), 4) == 0 || std::memcmp(head.data() + 4, tag.data(), 4) == 0;
}

Result<void> DicomFile::locatePixels(const FdInputStream &stream)
{
    DcmElement *element = nullptr;
    if (dataset().findAndGetElement(pixelTag(), element).bad())
        return damaged(DicomText::tr("The pixels cannot be read."));
    auto *const pixels = dynamic_cast<DcmPixelData *>(element);
    if (m_header.coding != PixelCoding::Native) {
        DcmPixelSequence *sequence = nullptr;
        if (pixels) {
            E_TransferSyntax syntax = EXS_Unknown;
            const DcmRepresentationParameter *parameter = nullptr;
            pixels->getOriginalRepresentationKey(syntax, parameter);
            pixels->getEncapsulatedRepresentation(syntax, parameter, sequence);
        }
        m_fragments = sequence;
        return m_fragments ? Result<void>()
                           : damaged(DicomText::tr("The pixels cannot be read."), QStringLiteral("no fragments"));
    }
    m_pixelLength = element->getLengthField();
    m_pixelWords = element->getVR() != EVR_OB;
    if (element->valueLoaded())
        return {}; // small; what was left in the file is an icon's
    const std::vector<qint64> &deferred = stream.deferred();
    for (auto it = deferred.rbegin(); it != deferred.rend() && m_pixelOffset < 0; ++it) {
        if (isPixelDataAt(*it))
            m_pixelOffset = *it;
    }
    return {};
}

} // namespace convoy
