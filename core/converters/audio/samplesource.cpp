// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/samplesource.h"

#include "core/converters/audio/audiotext.h"
#include "core/converters/audio/codedsound.h"
#include "core/converters/audio/flacsource.h"
#include "core/converters/audio/pcmsource.h"

#include <algorithm>
#include <new>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <xxhash.h>

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

QByteArray digest(const XXH3_state_s *state)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
}

} // namespace

SampleHash::SampleHash() : m_md5(EVP_MD_CTX_new()), m_fast(XXH3_createState())
{
    if (!m_md5 || !m_fast || EVP_DigestInit_ex2(m_md5.get(), md5Method(), nullptr) != 1)
        throw std::bad_alloc();
    XXH3_128bits_reset(m_fast.get());
}

SampleHash::~SampleHash() = default;

void SampleHash::Free::operator()(XXH3_state_s *state) const
{
    XXH3_freeState(state);
}

void SampleHash::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void SampleHash::add(const char *bytes, qint64 size)
{
    if (m_wantsMd5)
        EVP_DigestUpdate(m_md5.get(), bytes, size_t(size));
    while (size > 0) {
        const qint64 taken = std::min(size, pieceBytes - m_inPiece);
        XXH3_128bits_update(m_fast.get(), bytes, size_t(taken));
        bytes += taken;
        size -= taken;
        m_inPiece += taken;
        if (m_inPiece == pieceBytes) {
            m_pieces.append(digest(m_fast.get()));
            XXH3_128bits_reset(m_fast.get());
            m_inPiece = 0;
        }
    }
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

QList<QByteArray> SampleHash::pieces() const
{
    return m_inPiece > 0 ? m_pieces + QList<QByteArray>{digest(m_fast.get())} : m_pieces;
}

QByteArray SampleHash::joined(const QList<QByteArray> &pieces)
{
    const QByteArray all = pieces.join();
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(all.constData(), size_t(all.size())));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest).toHex();
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
    if (file.container == AudioContainer::Coded)
        return CodedSound::installed()->open(reader, *cut, options);
    if (file.container == AudioContainer::Flac)
        return asSource(FlacSource::open(reader, *cut, options));
    if (cut->samples <= 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    if (file.pcm.isFloat && !options.ditherFloat)
        return Error{ErrorKind::UnsupportedFormat,
                     AudioText::tr("This file has floating-point samples, which FLAC cannot hold without rounding."),
                     {}};
    return std::unique_ptr<SampleSource>(std::make_unique<PcmSource>(reader, *cut));
}

} // namespace convoy
