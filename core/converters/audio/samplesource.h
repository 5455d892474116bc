// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/audiofile.h"

#include <QCryptographicHash>

#include <memory>
#include <stop_token>
#include <vector>

namespace convoy {

/// A stretch of samples on its way from a file to an encoder.
struct SampleBlock {
    qint64 first = 0;                        ///< place of the first sample in the whole
    qint64 samples = 0;                      ///< per channel
    std::vector<char> raw;                   ///< as in the file, where the source is plain samples
    std::vector<std::vector<qint32>> planes; ///< one a channel; filled by SampleSource::unpack
};

/// The shape of the samples that a source gives.
struct SampleShape {
    int sampleRate = 0;
    int channels = 0;
    int bits = 0;
    qint64 samples = 0; ///< per channel; 0 where unknown

    int bytesPerSample() const { return (bits + 7) / 8; }
};

/// Gives the samples of one file in order, and their MD5 as FLAC defines it (RFC 9639, 8.2: signed, little-endian,
/// interleaved, whole bytes). `read` must be called by one thread at a time; `unpack` may run anywhere.
class SampleSource
{
public:
    virtual ~SampleSource() = default;

    /// The next `samples` or fewer; none at the end. What is read is hashed.
    virtual Result<qint64> read(qint64 samples, SampleBlock &block) = 0;

    /// Fills `block.planes` where `read` has left that to be done beside other reads.
    virtual void unpack(SampleBlock &block) const = 0;

    /// What is known only after the last sample: a checksum that does not fit.
    virtual Result<void> checkEnd() { return {}; }

    const SampleShape &shape() const { return m_shape; }
    /// Samples given away so far, per channel.
    qint64 samplesRead() const { return m_next; }
    QByteArray md5() const { return m_hash.result().toHex(); }
    virtual QStringList warnings() const { return {}; }

protected:
    explicit SampleSource(const SampleShape &shape) : m_shape(shape) {}

    void hash(const char *bytes, qint64 size) { m_hash.addData(QByteArrayView(bytes, size)); }
    /// Hashes `block.planes`.
    void hashPlanes(const SampleBlock &block);

    SampleShape m_shape;
    qint64 m_next = 0; ///< the next sample to give away

private:
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    std::vector<char> m_packed;
};

/// `ditherFloat` makes 24-bit samples of floating-point ones; otherwise they are `unsupported-format`. `salvage` reads
/// a file that is cut short as far as it goes; otherwise it is `damaged-input`. `reader` must outlive the source.
struct SourceOptions {
    bool ditherFloat = false;
    bool salvage = false;
};
Result<std::unique_ptr<SampleSource>> openSamples(const RangeReader &reader, const AudioFile &file, SourceOptions options);

/// `block.planes` interleaved, little-endian, `bytesPerSample` each.
void packLittleEndian(const SampleBlock &block, int bytesPerSample, std::vector<char> &bytes);

} // namespace convoy
