// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <dcmtk/dcmjpls/djrparam.h>

#include <QFile>
#include <QTemporaryDir>

#include <libdeflate.h>

#include <functional>
#include <memory>
#include <vector>

namespace convoy::test {

/// Without a header of its own, as transfer syntaxes have it (RFC 1951).
inline QByteArray deflated(const QByteArray &plain)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
    QByteArray packed(qsizetype(libdeflate_deflate_compress_bound(compressor.get(), size_t(plain.size()))), '\0');
    packed.resize(qsizetype(libdeflate_deflate_compress(compressor.get(), plain.constData(), size_t(plain.size()),
                                                        packed.data(), size_t(packed.size()))));
    return packed;
}

/// A DICOM file made by DCMTK. Identifiers say SECRET, so that a test sees where they appear.
struct DicomMaker {
    int width = 8;
    int height = 4;
    int frames = 1;
    int samples = 1;
    int bitsAllocated = 16;
    int bitsStored = 12;
    int highBit = 11;
    bool isSigned = false;
    const char *photometric = "MONOCHROME2";
    const char *sopClass = UID_SecondaryCaptureImageStorage;
    E_TransferSyntax syntax = EXS_LittleEndianExplicit;
    std::vector<int> words = {};                 ///< every sample of every frame, as it is stored
    std::function<void(DcmDataset &)> more = {}; ///< further elements

    /// Stores `value(i)` as the sample of that number.
    template <typename Value>
    void fill(Value value)
    {
        words.resize(size_t(width) * size_t(height) * size_t(frames) * size_t(samples));
        for (size_t i = 0; i < words.size(); ++i)
            words[i] = value(int(i));
    }

    static void registerEncoders()
    {
        DJEncoderRegistration::registerCodecs();
        DJLSEncoderRegistration::registerCodecs(0, 0, 0, 0, OFFalse); // colour only goes raw
        DcmRLEEncoderRegistration::registerCodecs();
    }

    /// Empty where DCMTK refuses.
    QByteArray make() const
    {
        DcmFileFormat format;
        DcmDataset &data = *format.getDataset();
        data.putAndInsertString(DCM_SOPClassUID, sopClass);
        data.putAndInsertString(DCM_SOPInstanceUID, "1.2.826.0.1.3680043.10.1.1");
        data.putAndInsertString(DCM_PatientName, "SECRET^NAME");
        data.putAndInsertString(DCM_PatientID, "SECRETID");
        data.putAndInsertUint16(DCM_Rows, Uint16(height));
        data.putAndInsertUint16(DCM_Columns, Uint16(width));
        data.putAndInsertUint16(DCM_SamplesPerPixel, Uint16(samples));
        data.putAndInsertString(DCM_PhotometricInterpretation, photometric);
        data.putAndInsertUint16(DCM_BitsAllocated, Uint16(bitsAllocated));
        data.putAndInsertUint16(DCM_BitsStored, Uint16(bitsStored));
        data.putAndInsertUint16(DCM_HighBit, Uint16(highBit));
        data.putAndInsertUint16(DCM_PixelRepresentation, isSigned);
        if (frames > 1)
            data.putAndInsertString(DCM_NumberOfFrames, QByteArray::number(frames).constData());
        if (samples > 1)
            data.putAndInsertUint16(DCM_PlanarConfiguration, 0);
        putPixels(data);
        if (more)
            more(data);
        return save(format);
    }

private:
    void putPixels(DcmDataset &data) const
    {
        if (bitsAllocated == 16) {
            const std::vector<Uint16> values(words.begin(), words.end());
            data.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
        } else {
            std::vector<Uint8> values(words.begin(), words.end());
            values.resize((values.size() + 1) / 2 * 2);
            data.putAndInsertUint8Array(DCM_PixelData, values.data(), values.size());
        }
    }

    QByteArray save(DcmFileFormat &format) const
    {
        DcmDataset &data = *format.getDataset();
        const DJLSRepresentationParameter lossless(0, OFTrue);
        if (data.chooseRepresentation(syntax, syntax == EXS_JPEGLSLossless ? &lossless : nullptr).bad()
            || !data.canWriteXfer(syntax))
            return {};
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("made.dcm")));
        if (format.saveFile(path.constData(), syntax).bad())
            return {};
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace convoy::test
