// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/dicomjob.h"
#include "core/converters/dicom/dicompreview.h"
#include "core/converters/dicom/file/dicomdirectory.h"
#include "core/converters/dicom/file/dicomvalues.h"
#include "core/converters/dicom/file/dicomwarmup.h"
#include "core/converters/dicom/output/pictureoutput.h"

#include <QCoreApplication>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <exception>
#include <new>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConverterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomConverter)
};

/// Runs what may throw; nothing but an Error leaves this folder.
template <typename Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return Error{ErrorKind::OutOfMemory, ConverterText::tr("There is not enough memory for the picture.")};
    } catch (const std::exception &exception) {
        return Error{ErrorKind::Internal, ConverterText::tr("The picture could not be converted."),
                     QString::fromLatin1(exception.what())};
    }
}

/// Measured seconds to decode a megapixel; they only have to order jobs.
double decodeCost(PixelCoding coding)
{
    switch (coding) {
    case PixelCoding::Rle:
    case PixelCoding::Jpeg: return 0.015;
    case PixelCoding::JpegLs: return 0.055;
    case PixelCoding::Jpeg2000: return 0.14;
    case PixelCoding::Deflated: return 0.01;
    case PixelCoding::Native:
    case PixelCoding::Unsupported: break;
    }
    return 0.001;
}

MediaInfo describe(DicomFile &file)
{
    const DicomHeader &header = file.header();
    const double megapixels = header.width * 1e-6 * header.height;
    const qint64 frameBytes = header.storedFrameBits() / 8;
    MediaInfo info{.formatId = u"dicom"_s,
                   .kind = MediaKind::Dicom,
                   .width = header.width,
                   .height = header.height,
                   .frames = header.frames,
                   .bitsStored = header.format.bitsStored};
    info.summary = header.frames > 1
        ? ConverterText::tr("%1×%2 %3 bit, %n frame(s)", nullptr, header.frames)
              .arg(header.width)
              .arg(header.height)
              .arg(header.format.bitsStored)
        : ConverterText::tr("%1×%2 %3 bit").arg(header.width).arg(header.height).arg(header.format.bitsStored);
    info.cpuSeconds = 0.002
        + header.frames * megapixels * (0.003 * header.samples + decodeCost(header.coding) * header.samples);
    // Codecs need the frame and, for JPEG 2000, four bytes for each of its samples; bands are small.
    const qint64 decoded = header.coding == PixelCoding::Native
        ? 0
        : frameBytes + (header.coding == PixelCoding::Jpeg2000 ? 4LL * header.samples * header.width * header.height : 0);
    info.memoryBytes = (qint64{48} << 20) + decoded + std::min<qint64>(frameBytes, qint64{128} << 20);
    info.divisible = header.frames > 1 || megapixels > 1;
    // Where a person who changes the window begins.
    const auto centre = numberOf(file.dataset(), DCM_WindowCenter);
    const auto width = numberOf(file.dataset(), DCM_WindowWidth);
    if (centre && width && *width >= 1)
        info.tags.insert(u"window"_s, u"%1/%2"_s.arg(*centre).arg(*width));
    if (header.burnedIn)
        info.warnings.append(
            ConverterText::tr("The file says that names or other personal data are written into the picture itself."));
    if (file.isTruncated())
        info.warnings.append(ConverterText::tr("The file is cut short."));
    return info;
}

class DicomConverter : public Converter
{
public:
    Result<MediaInfo> probe(const ConvertInput &input) const override
    {
        return guarded([&]() -> Result<MediaInfo> {
            auto directory = probeDicomDirectory(input);
            if (!directory)
                return directory.error();
            if (*directory)
                return std::move(**directory);
            const auto file = DicomFile::open(input, true);
            if (!file)
                return file.error();
            return describe(**file);
        });
    }

    Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const override
    {
        return guarded([&] { return previewDicom(request, context); });
    }

    Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const override
    {
        return guarded([&]() -> Result<ConvertReport> {
            auto options = readDicomOptions(request.options);
            if (!options)
                return options.error();
            setPictureFormat(*options, request.extension);
            return DicomJob(request.input, *options, context).run();
        });
    }

    Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const override
    {
        return guarded([&] { return verifyPicture(fd, facts, context); });
    }
};

} // namespace

const Converter *converterInFamily(QStringView id)
{
    static const DicomConverter converter;
    return id == u"dicom" ? &converter : nullptr;
}

void warmUpFamily()
{
    warmUpDicom();
}

} // namespace convoy
