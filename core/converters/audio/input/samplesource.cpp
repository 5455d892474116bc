// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/samplesource.h"

#include "core/converters/audio/base/audiotext.h"
#include "core/converters/audio/input/flacsource.h"
#include "core/converters/audio/input/libavhooks.h"
#include "core/converters/audio/input/pcmsource.h"

#include <algorithm>
#include <libdeflate.h>
#include <new>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace convoy {

namespace {

template <int Bytes>
void pack(std::span<const qint32 *const> planes, qint64 samples, char *target)
{
    for (size_t channel = 0; channel < planes.size(); ++channel) {
        const qint32 *source = planes[channel];
        char *at = target + channel * Bytes;
        for (qint64 i = 0; i < samples; ++i, at += planes.size() * Bytes) {
            const auto value = static_cast<quint32>(source[i]);
            for (int byte = 0; byte < Bytes; ++byte)
                at[byte] = static_cast<char>(value >> (8 * byte));
        }
    }
}

// What nearly all files are, written as words of two samples: a loop that compilers make vectors of.
void packStereo16(const qint32 *left, const qint32 *right, qint64 samples, char *target)
{
    for (qint64 i = 0; i < samples; ++i)
        qToLittleEndian<quint32>((static_cast<quint32>(left[i]) & 0xFFFF) | (static_cast<quint32>(right[i]) << 16),
                                 target + 4 * i);
}

Result<std::unique_ptr<SampleSource>> asSource(Result<std::unique_ptr<FlacSource>> flac)
{
    if (!flac)
        return flac.error();
    return std::unique_ptr<SampleSource>(std::move(*flac));
}

} // namespace

namespace {

// A worker reads no configuration: it opens no paths.
const EVP_MD *md5Method()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
    return EVP_md5();
}

} // namespace

SampleHash::SampleHash() : m_md5(EVP_MD_CTX_new())
{
    if (!m_md5 || EVP_DigestInit_ex2(m_md5.get(), md5Method(), nullptr) != 1)
        throw std::bad_alloc();
}

SampleHash::~SampleHash() = default;

void SampleHash::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void SampleHash::add(const char *bytes, qint64 size)
{
    if (m_wantsMd5)
        EVP_DigestUpdate(m_md5.get(), bytes, size_t(size));
    m_fast.add(bytes, size_t(size));
    m_crc32 = libdeflate_crc32(m_crc32, bytes, size_t(size));
}

// Of a copy: more may be added afterwards.
QByteArray SampleHash::md5() const
{
    const std::unique_ptr<evp_md_ctx_st, Free> copy(EVP_MD_CTX_new());
    QByteArray bytes(16, Qt::Uninitialized);
    if (!copy || EVP_MD_CTX_copy_ex(copy.get(), m_md5.get()) != 1
        || EVP_DigestFinal_ex(copy.get(), reinterpret_cast<uchar *>(bytes.data()), nullptr) != 1)
        throw std::bad_alloc();
    return bytes.toHex();
}

PlanePointers planePointers(const SampleBlock &block, qint64 from)
{
    PlanePointers pointers;
    for (const std::vector<qint32> &plane : block.planes)
        pointers.push_back(plane.data() + from);
    return pointers;
}

void packLittleEndian(std::span<const qint32 *const> planes, qint64 samples, int bytesPerSample, std::vector<char> &bytes)
{
    bytes.resize(size_t(samples) * planes.size() * size_t(bytesPerSample));
    if (planes.size() == 2 && bytesPerSample == 2)
        return packStereo16(planes[0], planes[1], samples, bytes.data());
    switch (bytesPerSample) {
    case 1: return pack<1>(planes, samples, bytes.data());
    case 2: return pack<2>(planes, samples, bytes.data());
    case 3: return pack<3>(planes, samples, bytes.data());
    case 4: return pack<4>(planes, samples, bytes.data());
    }
}

void SampleSource::hashPlanes(std::span<const qint32 *const> planes, qint64 samples)
{
    packLittleEndian(planes, samples, m_shape.bytesPerSample(), m_packed);
    m_hash.add(m_packed.data(), qint64(m_packed.size()));
}

namespace {

// The file as if it held only the samples of `range`, which ends where the file does if salvaging.
Result<AudioFile> cutFile(AudioFile file, SampleRange range, bool salvage)
{
    const bool isCoded = file.container == AudioContainer::Coded;
    const bool knowsLength = !isCoded && (file.samples > 0 || file.container != AudioContainer::Flac);
    if (range.isWhole() || !knowsLength)
        return file;
    const bool isTooLong = range.end > file.samples;
    const qint64 end = range.end == 0 || isTooLong ? file.samples : range.end;
    if (range.start >= end || (isTooLong && !salvage))
        return Error{ErrorKind::DamagedInput, AudioText::tr("The track lies beyond the end of this file."),
                     QStringLiteral("samples %1 to %2 of %3").arg(range.start).arg(range.end).arg(file.samples)};
    if (!isTooLong && range.end > 0)
        file.missingBytes = 0; // what is missing is not of this track
    if (isTooLong && file.missingBytes == 0)
        file.warnings.append(AudioText::tr("The track is cut short by the end of the file."));
    file.samples = end - range.start;
    if (file.container != AudioContainer::Flac)
        file.dataOffset += range.start * file.pcm.frameBytes();
    return file;
}

} // namespace

Result<std::unique_ptr<SampleSource>> openSamples(const RangeReader &reader, const AudioFile &file, SourceOptions options)
{
    Result<AudioFile> cut = cutFile(file, options.range, options.salvage);
    if (!cut)
        return cut.error();
    if (file.container == AudioContainer::Raw)
        cut->pcm.bigEndian = options.isBigEndian;
    if (cut->missingBytes > 0 && !options.salvage)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The file is cut short: the last part of its sound is missing."),
                     QStringLiteral("%1 bytes missing").arg(cut->missingBytes)};
    if (file.pcm.isFloat && !options.ditherFloat)
        return Error{ErrorKind::UnsupportedFormat,
                     AudioText::tr("This file has floating-point samples, which FLAC cannot hold without rounding."),
                     {}};
    if (file.container == AudioContainer::Coded)
        return LibavHooks::installed()->open(reader, *cut, options);
    if (file.container == AudioContainer::Flac)
        return asSource(FlacSource::open(reader, *cut, options));
    if (cut->samples <= 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    return std::unique_ptr<SampleSource>(std::make_unique<PcmSource>(reader, *cut));
}

} // namespace convoy
