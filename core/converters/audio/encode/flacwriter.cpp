// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacwriter.h"

#include "core/converters/audio/base/bigendian.h"
#include "core/converters/audio/base/rangewriter.h"

#include <FLAC/format.h>

#include <algorithm>
#include <utility>

namespace convoy {

namespace {

constexpr size_t smallFileBytes = 256 << 10;
constexpr quint64 maximumSeekPoints = 32768;
constexpr int seekPointBytes = 18;
constexpr qint64 blockHeaderBytes = 4;
constexpr qint64 automaticPadding = 8192;
constexpr qint64 longAudioPadding = 65536;
constexpr qint64 longAudioSeconds = 20 * 60;

// One seek point every ten seconds, the first at the first sample, as `flac` asks for by default.
std::vector<quint64> seekTargets(const SampleShape &shape)
{
    if (shape.samples <= 0)
        return {};
    const auto total = quint64(shape.samples);
    quint64 step = quint64(shape.sampleRate) * 10;
    quint64 count = 1 + total / step - (total % step == 0 ? 1 : 0);
    if (count > maximumSeekPoints) {
        count = maximumSeekPoints;
        step = total / count;
    }
    std::vector<quint64> targets(count);
    for (quint64 i = 0; i < count; ++i)
        targets[i] = i * step;
    return targets;
}

void appendText(QByteArray &bytes, const QByteArray &text)
{
    const quint32 size = qToLittleEndian(quint32(text.size()));
    bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    bytes.append(text);
}

QByteArray vendor()
{
    return QByteArray(FLAC__VENDOR_STRING);
}

void appendBlock(QByteArray &bytes, FLAC__MetadataType type, const QByteArray &content)
{
    appendBig(bytes, quint32((quint32(type) << 24) | quint32(content.size())));
    bytes.append(content);
}

// Where the last block of a header starts.
qsizetype lastBlock(const QByteArray &header)
{
    qsizetype offset = 4;
    while (true) {
        const qsizetype next = offset + 4 + qsizetype(qFromBigEndian<quint32>(header.constData() + offset) & 0xFFFFFF);
        if (next >= header.size())
            return offset;
        offset = next;
    }
}

} // namespace

FlacWriter::FlacWriter(int fd, FlacHeader header)
    : m_fd(fd),
      m_header(std::move(header)),
      m_seekTargets(seekTargets(m_header.shape)),
      m_headerSize(firstHeaderSize())
{
}

Result<void> FlacWriter::add(qint64 index, EncodedSegment segment)
{
    const std::lock_guard lock(m_mutex);
    m_early.emplace(index, std::move(segment));
    while (!m_early.empty() && m_early.begin()->first == m_nextIndex) {
        const EncodedSegment next = std::move(m_early.begin()->second);
        m_early.erase(m_early.begin());
        ++m_nextIndex;
        note(next);
        m_hash.add(next.bytes.data(), next.bytes.size());
        if (const Result<void> written = append(next.bytes); !written)
            return written;
    }
    return {};
}

void FlacWriter::note(const EncodedSegment &segment)
{
    qint64 first = segment.first;
    qint64 left = segment.samples;
    for (const quint32 bytes : segment.frames) {
        const qint64 samples = std::min<qint64>(left, m_header.blockSize);
        noteFrame(first, samples, bytes);
        first += samples;
        left -= samples;
    }
    m_samples += segment.samples;
}

// The first few are kept so that a small file is one write; more than that is written without another copy.
Result<void> FlacWriter::append(const std::vector<uchar> &bytes)
{
    if (m_written == 0 && m_pending.size() + bytes.size() <= smallFileBytes) {
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
        return {};
    }
    if (const Result<void> flushed = write(std::exchange(m_pending, {})); !flushed)
        return flushed;
    return write(bytes);
}

void FlacWriter::noteFrame(qint64 first, qint64 samples, quint32 bytes)
{
    m_smallestFrame = m_smallestFrame == 0 ? bytes : std::min(m_smallestFrame, bytes);
    m_largestFrame = std::max(m_largestFrame, bytes);
    const auto end = quint64(first + samples);
    if (m_nextTarget < m_seekTargets.size() && m_seekTargets[m_nextTarget] < end)
        m_seekPoints.push_back({quint64(first), quint64(m_frameBytes), quint16(samples)});
    while (m_nextTarget < m_seekTargets.size() && m_seekTargets[m_nextTarget] < end)
        ++m_nextTarget;
    m_frameBytes += bytes;
}

Result<void> FlacWriter::write(const std::vector<uchar> &bytes)
{
    const qint64 offset = m_headerSize + m_written;
    m_written += qint64(bytes.size());
    return writeRange(m_fd, offset, bytes.data(), qint64(bytes.size()));
}

// What the tags leave of the header's size is padding.
Result<void> FlacWriter::finish(const QByteArray &md5Hex, const AudioTags &lateTags)
{
    const std::lock_guard lock(m_mutex);
    Q_ASSERT(m_early.empty());
    m_header.tags += lateTags;
    QByteArray header = blocks(QByteArray::fromHex(md5Hex));
    Q_ASSERT(m_headerSize == header.size() || m_headerSize >= header.size() + blockHeaderBytes);
    if (m_headerSize > header.size())
        appendBlock(header, FLAC__METADATA_TYPE_PADDING,
                    QByteArray(qsizetype(m_headerSize - header.size() - blockHeaderBytes), '\0'));
    const qsizetype last = lastBlock(header);
    header[last] = char(header[last] | 0x80);
    header.append(reinterpret_cast<const char *>(m_pending.data()), qsizetype(m_pending.size()));
    return writeRange(m_fd, 0, header.constData(), header.size());
}

QByteArray FlacWriter::streamInfo(const QByteArray &md5) const
{
    QByteArray bytes;
    appendBig(bytes, quint16(m_header.blockSize));
    appendBig(bytes, quint16(m_header.blockSize));
    appendBig(bytes, quint32(m_smallestFrame << 8));
    bytes.chop(1); // 24 bits
    appendBig(bytes, quint32(m_largestFrame << 8));
    bytes.chop(1);
    const SampleShape &shape = m_header.shape;
    // More than 36 bits of samples are "unknown" (RFC 9639, 8.2).
    const quint64 samples = m_samples < (1LL << 36) ? quint64(m_samples) : 0;
    appendBig(bytes,
              quint64(shape.sampleRate) << 44 | quint64(shape.channels - 1) << 41 | quint64(shape.bits - 1) << 36 | samples);
    return bytes + md5;
}

QByteArray FlacWriter::seekTable() const
{
    QByteArray bytes;
    for (size_t i = 0; i < m_seekTargets.size(); ++i) {
        const SeekPoint point = i < m_seekPoints.size() ? m_seekPoints[i]
                                                        : SeekPoint{FLAC__STREAM_METADATA_SEEKPOINT_PLACEHOLDER, 0, 0};
        appendBig(bytes, point.sample);
        appendBig(bytes, point.offset);
        appendBig(bytes, point.samples);
    }
    Q_ASSERT(bytes.size() == qsizetype(m_seekTargets.size()) * seekPointBytes);
    return bytes;
}

QByteArray FlacWriter::comments() const
{
    QByteArray bytes;
    appendText(bytes, vendor());
    const quint32 count = qToLittleEndian(quint32(m_header.tags.size()));
    bytes.append(reinterpret_cast<const char *>(&count), sizeof count);
    for (const AudioTag &tag : m_header.tags)
        appendText(bytes, tag.name + '=' + tag.value.toUtf8());
    return bytes;
}

qint64 FlacWriter::firstHeaderSize() const
{
    const bool isLong = m_header.shape.samples >= longAudioSeconds * m_header.shape.sampleRate;
    const qint64 room = m_header.padding >= 0 ? m_header.padding : isLong ? longAudioPadding : automaticPadding;
    const qint64 taken = comments().size() - (vendor().size() + 8);
    const qint64 padding = std::max(room - taken, m_header.reserve);
    return blocks(QByteArray(16, '\0')).size() + (padding > 0 ? blockHeaderBytes + padding : 0);
}

QByteArray FlacWriter::blocks(const QByteArray &md5) const
{
    QByteArray bytes("fLaC");
    appendBlock(bytes, FLAC__METADATA_TYPE_STREAMINFO, streamInfo(md5));
    if (!m_seekTargets.empty())
        appendBlock(bytes, FLAC__METADATA_TYPE_SEEKTABLE, seekTable());
    appendBlock(bytes, FLAC__METADATA_TYPE_VORBIS_COMMENT, comments());
    if (!m_header.cueSheet.isEmpty())
        appendBlock(bytes, FLAC__METADATA_TYPE_CUESHEET, m_header.cueSheet);
    for (const QByteArray &application : m_header.applications)
        appendBlock(bytes, FLAC__METADATA_TYPE_APPLICATION, application);
    for (const QByteArray &picture : m_header.pictures)
        appendBlock(bytes, FLAC__METADATA_TYPE_PICTURE, picture);
    return bytes;
}

} // namespace convoy
