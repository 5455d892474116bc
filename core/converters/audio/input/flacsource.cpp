// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/input/flacsource.h"

#include "core/converters/audio/base/audiotext.h"

#include <algorithm>
#include <limits>

namespace convoy {

namespace {

constexpr qint64 readAheadBytes = 256 << 10;

Error damagedStream(const QString &detail)
{
    return {ErrorKind::DamagedInput, AudioText::tr("This FLAC file is damaged."), detail};
}

qint64 limitOf(const AudioFile &file, const SampleRange &range)
{
    if (!range.isWhole() && file.samples > 0)
        return file.samples;
    return range.end > 0 ? range.end - range.start : std::numeric_limits<qint64>::max();
}

} // namespace

FlacSource::FlacSource(const RangeReader &reader, const AudioFile &file, const SourceOptions &options)
    : BufferedSource({file.pcm.sampleRate, file.pcm.channels, file.pcm.bits, file.samples}, limitOf(file, options.range)),
      m_reader(reader),
      m_file(file),
      m_salvage(options.salvage),
      m_range(options.range)
{
}

FlacSource::~FlacSource()
{
    FLAC::Decoder::Stream::finish();
}

Result<std::unique_ptr<FlacSource>> FlacSource::open(const RangeReader &reader, const AudioFile &file,
                                                     const SourceOptions &options)
{
    auto source = std::make_unique<FlacSource>(reader, file, options);
    if (!source->is_valid())
        return Error{ErrorKind::OutOfMemory, AudioText::tr("There is not enough memory."), {}};
    if (source->init() != FLAC__STREAM_DECODER_INIT_STATUS_OK)
        return Error{ErrorKind::Internal, AudioText::tr("The FLAC decoder cannot be started."),
                     QString::fromLatin1(source->get_state().as_cstring())};
    if (!source->process_until_end_of_metadata())
        return damagedStream(QString::fromLatin1(source->get_state().as_cstring()));
    if (const Result<void> there = source->goToStart(); !there)
        return there.error();
    return source;
}

// The decoder hands over what follows from that very sample on.
Result<void> FlacSource::goToStart()
{
    if (m_range.start > 0 && !seek_absolute(FLAC__uint64(m_range.start)))
        return damagedStream(QStringLiteral("sample %1 cannot be found: %2")
                                 .arg(m_range.start)
                                 .arg(QString::fromLatin1(get_state().as_cstring())));
    m_complaint.clear(); // a search passes by what looks like frames
    return {};
}

FLAC__StreamDecoderSeekStatus FlacSource::seek_callback(FLAC__uint64 offset)
{
    m_offset = qint64(offset);
    return FLAC__STREAM_DECODER_SEEK_STATUS_OK;
}

FLAC__StreamDecoderTellStatus FlacSource::tell_callback(FLAC__uint64 *offset)
{
    *offset = FLAC__uint64(m_offset);
    return FLAC__STREAM_DECODER_TELL_STATUS_OK;
}

FLAC__StreamDecoderLengthStatus FlacSource::length_callback(FLAC__uint64 *length)
{
    *length = FLAC__uint64(m_reader.size());
    return FLAC__STREAM_DECODER_LENGTH_STATUS_OK;
}

bool FlacSource::eof_callback()
{
    return m_offset >= m_reader.size();
}

Result<void> FlacSource::readAhead()
{
    m_ahead.resize(qsizetype(std::min(readAheadBytes, std::max<qint64>(m_reader.size(), 1))));
    const Result<qint64> got = m_reader.read(m_offset, m_ahead.data(), m_ahead.size());
    m_ahead.truncate(got ? qsizetype(*got) : 0);
    m_aheadOffset = m_offset;
    return got ? Result<void>() : got.error();
}

FLAC__StreamDecoderReadStatus FlacSource::read_callback(FLAC__byte buffer[], size_t *bytes)
{
    if (m_offset < m_aheadOffset || m_offset >= m_aheadOffset + m_ahead.size()) {
        if (const Result<void> got = readAhead(); !got) {
            m_complaint = got.error().detail;
            *bytes = 0;
            return FLAC__STREAM_DECODER_READ_STATUS_ABORT;
        }
    }
    const qint64 from = m_offset - m_aheadOffset;
    *bytes = std::min(*bytes, size_t(m_ahead.size() - from));
    std::copy_n(m_ahead.constData() + from, *bytes, reinterpret_cast<char *>(buffer));
    m_offset += qint64(*bytes);
    return *bytes == 0 ? FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM : FLAC__STREAM_DECODER_READ_STATUS_CONTINUE;
}

FLAC__StreamDecoderWriteStatus FlacSource::write_callback(const FLAC__Frame *frame, const FLAC__int32 *const buffer[])
{
    const FLAC__FrameHeader &header = frame->header;
    if (int(header.channels) != m_shape.channels || int(header.bits_per_sample) != m_shape.bits
        || int(header.sample_rate) != m_shape.sampleRate) {
        m_complaint = QStringLiteral(
                          "a frame has %1 channels, %2 bits, %3 Hz where STREAMINFO has %4 channels, %5 bits, %6 Hz")
                          .arg(header.channels)
                          .arg(header.bits_per_sample)
                          .arg(header.sample_rate)
                          .arg(m_shape.channels)
                          .arg(m_shape.bits)
                          .arg(m_shape.sampleRate);
        return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT;
    }
    for (size_t channel = 0; channel < m_decoded.size(); ++channel)
        m_decoded[channel].insert(m_decoded[channel].end(), buffer[channel], buffer[channel] + header.blocksize);
    return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE;
}

void FlacSource::error_callback(FLAC__StreamDecoderErrorStatus status)
{
    if (m_complaint.isEmpty())
        m_complaint = QString::fromLatin1(FLAC__StreamDecoderErrorStatusString[status]);
}

Result<void> FlacSource::decodeMore()
{
    const bool decoded = process_single();
    const FLAC__StreamDecoderState state = get_state();
    if (!m_complaint.isEmpty() && (!m_salvage || !decoded))
        return damagedStream(m_complaint);
    if (!decoded || state == FLAC__STREAM_DECODER_ABORTED || state == FLAC__STREAM_DECODER_MEMORY_ALLOCATION_ERROR)
        return damagedStream(QString::fromLatin1(FLAC__StreamDecoderStateString[state]));
    m_isAtEnd = state == FLAC__STREAM_DECODER_END_OF_STREAM;
    return {};
}

Result<void> FlacSource::checkEnd()
{
    if (m_salvage)
        return {};
    if (m_file.samples > 0 && m_next != m_file.samples)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The file is cut short: the last part of its sound is missing."),
                     QStringLiteral("%1 of %2 samples").arg(m_next).arg(m_file.samples)};
    if (m_range.isWhole() && !m_file.md5.isEmpty() && m_file.md5 != m_hash.md5())
        return damagedStream(QStringLiteral("the MD5 of the audio is not the one in STREAMINFO"));
    return {};
}

QStringList FlacSource::warnings() const
{
    QStringList warnings = m_file.warnings;
    if (!m_complaint.isEmpty() || (m_file.samples > 0 && m_next != m_file.samples))
        warnings.append(AudioText::tr("The file is damaged; what could be read was converted."));
    return warnings;
}

} // namespace convoy
