// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fasthash.h"
#include "core/converters/audio/input/audiofile.h"

#include <memory>
#include <span>
#include <vector>

struct evp_md_ctx_st;

namespace convoy {

/// A stretch of samples on its way from a file to an encoder.
struct SampleBlock {
    qint64 first = 0;                        ///< place of the first sample in the whole
    qint64 samples = 0;                      ///< per channel
    std::vector<char> raw;                   ///< as in the file, where the source is plain samples
    std::vector<std::vector<qint32>> planes; ///< one a channel; whole, or what SampleSource::slice needs to work with
};

/// Where each channel of some samples starts.
using PlanePointers = std::vector<const qint32 *>;

/// The shape of the samples that a source gives.
struct SampleShape {
    int sampleRate = 0;
    int channels = 0;
    int bits = 0;
    qint64 samples = 0; ///< per channel; 0 where unknown

    int bytesPerSample() const { return (bits + 7) / 8; }
};

/// Hashes samples in the order and form that FLAC's MD5 is defined for (RFC 9639, 8.2: signed, little-endian,
/// interleaved, whole bytes). The others say the same where both sides are Convoy's, at a tenth of the cost.
class SampleHash
{
public:
    SampleHash();
    ~SampleHash();

    void add(const char *bytes, qint64 size);
    void setMd5Wanted(bool wanted) { m_wantsMd5 = wanted; }
    QByteArray md5() const;
    QByteArray fast() const { return m_fast.result().toHex(); }
    quint32 crc32() const { return m_crc32; }

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_md5;
    FastHash m_fast;
    quint32 m_crc32 = 0;
    bool m_wantsMd5 = true;
};

/// Gives the samples of one file in order, and their hashes. `read` must be called by one thread at a time; `slice` may
/// run anywhere, so that the work is done beside other reads and its result is used while it is still in the cache.
class SampleSource
{
public:
    virtual ~SampleSource() = default;

    /// The next `samples` or fewer; none at the end. What is read is hashed.
    virtual Result<qint64> read(qint64 samples, SampleBlock &block) = 0;

    /// `samples` of a block that `read` has filled, from its sample `from` on. Valid until the next call for `block`.
    virtual PlanePointers slice(SampleBlock &block, qint64 from, qint64 samples) const = 0;

    /// About how many samples there will be, for progress; 0 where nobody knows.
    virtual qint64 expectedSamples() const { return m_shape.samples; }
    /// The shape with those: coded sound does not promise its length.
    SampleShape expectedShape() const { return {m_shape.sampleRate, m_shape.channels, m_shape.bits, expectedSamples()}; }

    /// What is known only after the last sample: a checksum that does not fit.
    virtual Result<void> checkEnd() { return {}; }

    const SampleShape &shape() const { return m_shape; }
    /// Samples given away so far, per channel.
    qint64 samplesRead() const { return m_next; }
    const SampleHash &hash() const { return m_hash; }
    /// Before the first `read`, where nobody asks for it.
    void leaveOutMd5() { m_hash.setMd5Wanted(false); }
    virtual QStringList warnings() const { return {}; }

protected:
    explicit SampleSource(const SampleShape &shape) : m_shape(shape) {}

    void hashPlanes(std::span<const qint32 *const> planes, qint64 samples);

    SampleShape m_shape;
    SampleHash m_hash;
    qint64 m_next = 0; ///< the next sample to give away

private:
    std::vector<char> m_packed;
};

/// Samples of a file, per channel. An `end` of 0 is the end of the file.
struct SampleRange {
    qint64 start = 0;
    qint64 end = 0; ///< the first that is no longer of it

    bool isWhole() const { return start == 0 && end == 0; }
};

/// `ditherFloat` makes 24-bit samples of floating-point ones; otherwise they are `unsupported-format`. `salvage` reads
/// a file that is cut short as far as it goes; otherwise it is `damaged-input`. `reader` must outlive the source.
struct SourceOptions {
    bool ditherFloat = false;
    bool salvage = false;
    SampleRange range = {};   ///< of the file; what the source counts from 0 is its first sample
    bool isBigEndian = false; ///< samples without a header are
};
Result<std::unique_ptr<SampleSource>> openSamples(const RangeReader &reader, const AudioFile &file, SourceOptions options);

/// Where the planes of a block are, from its sample `from` on.
PlanePointers planePointers(const SampleBlock &block, qint64 from = 0);

/// The samples of all planes interleaved, little-endian, `bytesPerSample` each.
void packLittleEndian(std::span<const qint32 *const> planes, qint64 samples, int bytesPerSample, std::vector<char> &bytes);

} // namespace convoy
