// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/samplesource.h"

#include <map>
#include <mutex>

namespace convoy {

/// Encoded frames of one segment, in order.
struct EncodedSegment {
    qint64 first = 0; ///< sample
    qint64 samples = 0;
    std::vector<uchar> bytes;
    std::vector<quint32> frames; ///< bytes of each
};

/// What stands in front of the frames.
struct FlacHeader {
    SampleShape shape;
    int blockSize = 4096; ///< samples of every frame but the last
    AudioTags tags;
    QByteArray cueSheet = {}; ///< CUESHEET block; empty for none
    QList<QByteArray> pictures;
    QList<QByteArray> applications = {}; ///< APPLICATION blocks
    qint64 padding = 0;                  ///< bytes kept for tags; what tags take counts as part of it
    qint64 reserve = 0;                  ///< of them, what tags that are known at the end take at most
};

/// Writes one FLAC file: segments arrive from any thread in any order, the header comes last but has its place kept.
/// Metadata blocks stand in the order of `flac`: STREAMINFO, SEEKTABLE, VORBIS_COMMENT, CUESHEET,
/// PICTURE, PADDING.
class FlacWriter
{
public:
    /// `fd` is empty, seekable and stays the caller's.
    FlacWriter(int fd, FlacHeader header);

    /// Takes the segment with place `index` (from 0, without gaps). Any thread.
    Result<void> add(qint64 index, EncodedSegment segment);

    /// Writes what waits, and the header. After every `add` has returned.
    /// `lateTags` come after the others.
    Result<void> finish(const QByteArray &md5Hex, const AudioTags &lateTags = {});

    /// Of all frames so far, in order (FastHash, as hex): FLACs with other tags have the same.
    QByteArray framesHash() const { return m_hash.result().toHex(); }

private:
    struct SeekPoint {
        quint64 sample = 0;
        quint64 offset = 0;
        quint16 samples = 0;
    };

    void note(const EncodedSegment &segment);
    Result<void> append(const std::vector<uchar> &bytes);
    Result<void> write(const std::vector<uchar> &bytes);
    void noteFrame(qint64 first, qint64 samples, quint32 bytes);
    qint64 firstHeaderSize() const;
    QByteArray blocks(const QByteArray &md5) const;
    QByteArray streamInfo(const QByteArray &md5) const;
    QByteArray seekTable() const;
    QByteArray comments() const;

    const int m_fd;
    FlacHeader m_header;
    const std::vector<quint64> m_seekTargets;
    std::mutex m_mutex;
    std::map<qint64, EncodedSegment> m_early; ///< segments whose predecessors are still being encoded
    qint64 m_nextIndex = 0;
    FastHash m_hash;
    std::vector<uchar> m_pending; ///< all frames, as long as they are few
    qint64 m_written = 0;         ///< bytes of frames in the file
    qint64 m_frameBytes = 0;      ///< bytes of frames so far
    qint64 m_samples = 0;
    quint32 m_smallestFrame = 0;
    quint32 m_largestFrame = 0;
    std::vector<SeekPoint> m_seekPoints;
    size_t m_nextTarget = 0;
    const qint64 m_headerSize; ///< last: made from the others
};

} // namespace convoy
