// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/input/bufferedsource.h"
#include "core/converters/libav/mediasource.h"
#include "core/converters/libav/streamdecoder.h"

extern "C" {
#include <libswresample/swresample.h>
}

namespace convoy {

/// The samples of the first sound track of whatever libav reads. What loses nothing keeps its bits; what does (AAC,
/// MP3) becomes 24 bits where `ditherFloat` asks for it, else 16 with dither.
class LibavSource : public BufferedSource
{
public:
    static Result<std::unique_ptr<SampleSource>> open(const RangeReader &reader, const AudioFile &file,
                                                      const SourceOptions &options);

    qint64 expectedSamples() const override { return m_expected; }
    /// Where damage has made it end early.
    Result<void> checkEnd() override;
    QStringList warnings() const override;

private:
    struct Free {
        void operator()(SwrContext *resampler) const { swr_free(&resampler); }
    };

    LibavSource(MediaSource source, StreamDecoder decoder, const AudioFile &file, const SourceOptions &options);
    Result<void> decodeMore() override;
    Result<void> take(const AVFrame *frame);
    bool isShort() const;
    void noteGap(const AVFrame *frame);
    Result<void> fitTo(const AVFrame *frame);
    void append(const uint8_t *const *planes, int samples);
    void heedSilence();
    void dropSilence();

    MediaSource m_source;
    StreamDecoder m_decoder;
    const SourceOptions m_options;
    const quint32 m_channelMask;
    const QStringList m_fileWarnings;
    PacketPtr m_packet{av_packet_alloc()};
    std::unique_ptr<SwrContext, Free> m_resampler;
    AVSampleFormat m_format = AV_SAMPLE_FMT_NONE; ///< of the frames that m_resampler takes …
    int m_rate = 0;                               ///< … their rate …
    int m_channels = 0;                           ///< … and channels
    std::vector<std::vector<char>> m_fitted;      ///< a frame in the form that m_decoded is made of
    qint64 m_skip = 0;                            ///< samples before the part that is wanted
    qint64 m_expected = 0;
    qint64 m_all = 0;                 ///< samples that were decoded
    qint64 m_promised = 0;            ///< and that should be, by who knows how many of them are silence behind the end
    int64_t m_endUs = AV_NOPTS_VALUE; ///< of the last frame
    bool m_hasGap = false;
};

/// Lets readAudioFile() and openSamples() of this process read what libav reads.
void installLibavHooks();

} // namespace convoy
