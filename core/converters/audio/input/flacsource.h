// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/bufferedsource.h"

#include <FLAC++/decoder.h>

namespace convoy {

/// The samples of a FLAC file through libFLAC. Every frame must have the shape that STREAMINFO says.
class FlacSource : public BufferedSource, private FLAC::Decoder::Stream
{
public:
    static Result<std::unique_ptr<FlacSource>> open(const RangeReader &reader, const AudioFile &file,
                                                    const SourceOptions &options);

    /// `file` with the number of samples that are wanted; it starts at `options.range.start` of the stream.
    FlacSource(const RangeReader &reader, const AudioFile &file, const SourceOptions &options);
    ~FlacSource() override;

    /// The checksum and the number of samples that STREAMINFO promises.
    Result<void> checkEnd() override;
    QStringList warnings() const override;

private:
    FLAC__StreamDecoderReadStatus read_callback(FLAC__byte buffer[], size_t *bytes) override;
    FLAC__StreamDecoderWriteStatus write_callback(const FLAC__Frame *frame, const FLAC__int32 *const buffer[]) override;
    void error_callback(FLAC__StreamDecoderErrorStatus status) override;
    FLAC__StreamDecoderSeekStatus seek_callback(FLAC__uint64 offset) override;
    FLAC__StreamDecoderTellStatus tell_callback(FLAC__uint64 *offset) override;
    FLAC__StreamDecoderLengthStatus length_callback(FLAC__uint64 *length) override;
    bool eof_callback() override;

    Result<void> readAhead();
    Result<void> goToStart();
    Result<void> decodeMore() override;

    const RangeReader &m_reader;
    const AudioFile m_file;
    const bool m_salvage;
    const SampleRange m_range;
    qint64 m_offset = 0; ///< of the next byte to give to the decoder
    QByteArray m_ahead;  ///< read already, from m_aheadOffset on: the decoder asks for little at a time
    qint64 m_aheadOffset = 0;
    QString m_complaint;
};

} // namespace convoy
