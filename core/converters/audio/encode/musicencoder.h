// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/audio/encode/musicformat.h"
#include "core/converters/audio/input/samplesource.h"
#include "core/converters/audio/tags/chapters.h"
#include "core/converters/libav/avhandle.h"
#include "core/converters/libav/fdstream.h"

extern "C" {
#include <libavutil/audio_fifo.h>
#include <libswresample/swresample.h>
}

namespace convoy {

/// Encodes samples into one file through libav, without tags.
class MusicEncoder
{
public:
    struct Settings {
        MusicFormat format;
        SampleShape source;
        quint32 channelMask = 0; ///< WAVEFORMATEXTENSIBLE's; 0 where unknown
        int bitrate = 0;         ///< kbit/s; 0 chooses
        QList<Chapter> chapters; ///< that the container has a place of its own for
    };
    static Result<std::unique_ptr<MusicEncoder>> open(int fd, const Settings &settings);
    ~MusicEncoder();

    Result<void> add(const PlanePointers &planes, qint64 samples);
    Result<void> finish();

    /// Of what is finished: how players find first and last sample where the container alone does not tell all of them.
    AudioTags gaplessTags() const;
    int sampleRate() const { return m_encoder->sample_rate; }
    int channels() const { return m_encoder->ch_layout.nb_channels; }

private:
    struct Free {
        void operator()(AVFormatContext *muxer) const { avformat_free_context(muxer); }
        void operator()(SwrContext *resampler) const { swr_free(&resampler); }
        void operator()(AVAudioFifo *fifo) const { av_audio_fifo_free(fifo); }
    };

    MusicEncoder(int fd, const Settings &settings);
    Result<void> openCodec();
    Result<void> openMuxer();
    Result<void> addChapters();
    void chooseQuality();
    Result<void> resample(const uint8_t *const *planes, int samples);
    Result<void> encodeWaiting(bool all);
    Result<void> encode(AVFrame *frame);
    Error failure(int code) const;

    const Settings m_settings;
    FdStream m_stream;
    std::unique_ptr<AVFormatContext, Free> m_muxer;
    CodecContextPtr m_encoder;
    std::unique_ptr<SwrContext, Free> m_resampler;
    std::unique_ptr<AVAudioFifo, Free> m_fifo;
    PacketPtr m_packet;
    FramePtr m_frame;
    qint64 m_encoded = 0; ///< samples
    qint64 m_packets = 0;
    std::vector<std::vector<qint32>> m_scaled;
};

} // namespace convoy
