// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/tracks/audiotrack.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<AudioTrack>> AudioTrack::create(const Parts &parts)
{
    AudioEncoding encoding = soundEncodingFor(parts.stream, *parts.options->format->sound);
    encoding.quality = parts.options->audioQuality;
    encoding.globalHeader = parts.writer->wantsGlobalHeader();
    Result<SoundPreparer> sound = SoundPreparer::open(
        {.stream = parts.stream, .encoding = encoding, .range = parts.options->range, .gainDb = parts.gainDb});
    if (!sound)
        return sound.error();
    Result<CodecContextPtr> encoder = openEncoder(encoding);
    if (!encoder)
        return encoder.error();
    if (!((*encoder)->codec->capabilities & AV_CODEC_CAP_VARIABLE_FRAME_SIZE))
        sound->setFrameSize((*encoder)->frame_size);
    if (Result<void> described = parts.writer->describe(parts.output, encoder->get()); !described)
        return described.error();
    return std::unique_ptr<AudioTrack>(new AudioTrack(parts, *std::move(sound), *std::move(encoder)));
}

Result<void> AudioTrack::take(const AVPacket *packet, int64_t decodeTimeUs)
{
    Result<void> done = m_sound.take(packet, decodeTimeUs, [this](AVFrame *frame) {
        m_samples += frame->nb_samples;
        return encode(frame);
    });
    return !done || packet ? done : encode(nullptr);
}

Result<void> AudioTrack::encode(const AVFrame *frame)
{
    return encodeFrame(m_encoder.get(), frame,
                       [this](PacketPtr packet) { return m_parts.writer->write(m_parts.output, std::move(packet)); });
}

void AudioTrack::addFacts(QVariantMap &facts) const
{
    QVariantList samples = facts.value(u"audio_samples"_s).toList();
    samples.append(m_samples);
    facts.insert(u"audio_samples"_s, samples);
    facts.insert(u"audio_tracks"_s, int(samples.size()));
}

} // namespace convoy
