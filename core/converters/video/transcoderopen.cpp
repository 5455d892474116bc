// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Transcoder does before the first packet.
#include "core/converters/video/transcoder.h"

#include "core/converters/libav/sourceseek.h"
#include "core/converters/video/tracks/streamchoice.h"
#include "core/converters/video/tracks/subtitletrack.h"

extern "C" {
#include <libavutil/avstring.h>
}

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TranscoderOpenText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Transcoder)
};

constexpr double shareOfFirstPass = 0.05;

} // namespace

Result<void> Transcoder::open()
{
    Result<VideoOptions> options = VideoOptions::read(m_request.options, m_request.extension);
    if (!options)
        return options.error();
    m_options = *std::move(options);
    m_options.isVerified = m_request.isVerified;
    if (Result<void> chosen = m_options.chooseEncoder(m_request.options, m_context.encoder.encoders); !chosen)
        return chosen.error();
    Result<MediaSource> source = MediaSource::open(
        {.fd = m_request.input.fd, .path = m_request.input.path, .stop = m_context.stop});
    if (!source)
        return source.error();
    m_source.emplace(*std::move(source));
    if (m_options.format->picture && m_source->videoError())
        return *m_source->videoError();
    if (m_options.copies)
        m_source->context()->flags |= AVFMT_FLAG_GENPTS;
    if (m_source->isCutShort()) {
        ++m_damaged;
        if (Result<void> checked = checkDamage(); !checked)
            return checked;
    }
    const qint64 probedUs = m_request.probed.durationMs * 1000;
    m_wholeUs = probedUs > 0 ? probedUs : m_source->durationUs();
    m_expectedUs = std::max<qint64>(1, std::min(m_wholeUs, m_options.range.endUs) - m_options.range.startUs);
    return {};
}

// What has to be known of the whole file before its first picture is written.
Result<void> Transcoder::prepare()
{
    if (m_options.loudness != 0) {
        if (Result<void> measured = measureLoudness(); !measured)
            return measured;
        m_prepared += shareOfFirstPass;
    }
    if (m_options.subtitles != Subtitles::Burn || !m_options.format->picture)
        return {};
    if (Result<void> read = readSubtitles(); !read)
        return read;
    m_prepared += shareOfFirstPass;
    return {};
}

Result<void> Transcoder::readSubtitles()
{
    const auto progress = [this](double fraction) { advance(fraction * shareOfFirstPass); };
    Result<SubtitleReader> reader = SubtitleReader::open(
        {.fd = m_request.input.fd, .path = m_request.input.path, .range = m_options.range, .track = m_options.burntTrack},
        m_context);
    if (!reader)
        return reader.error();
    if (reader->isBitmap()) {
        Result<SubtitlePictures> pictures = SubtitlePictures::read(*reader, m_context, progress);
        if (!pictures)
            return pictures.error();
        m_options.drawn = std::make_shared<SubtitlePictures>(*std::move(pictures));
        return {};
    }
    Result<SubtitleScript> script = SubtitleScript::read(*reader, m_context, progress);
    if (!script)
        return script.error();
    m_script = *std::move(script);
    m_options.pictures.script = m_script->path();
    return {};
}

Result<void> Transcoder::measureLoudness()
{
    MeasureRequest request{.fd = m_request.input.fd,
                           .path = m_request.input.path,
                           .range = m_options.range,
                           .streams = {},
                           .codec = m_options.format->sound};
    for (const AVStream *stream : chosenSound(m_options, *m_source))
        request.streams.push_back(stream->index);
    auto measured = measureSound(request, m_context, [this](double fraction) { advance(fraction * shareOfFirstPass); });
    if (!measured)
        return measured.error();
    m_loudness = *std::move(measured);
    if (!m_loudness.empty() && m_loudness.front()) {
        m_report.columns.insert(u"loudness_lufs"_s, m_loudness.front()->lufs);
        m_report.columns.insert(u"gain_db"_s, gainTo(m_options.loudness, *m_loudness.front()));
    }
    return {};
}

Result<void> Transcoder::openWriter()
{
    Result<int> fd = m_context.openOutput(0);
    if (!fd)
        return fd.error();
    Result<std::unique_ptr<MediaWriter>> writer = MediaWriter::create(*fd, m_options.format->muxer,
                                                                      m_options.format->muxerOptions);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    return m_writer->copyMetadata(m_source->context(), {m_options.range.startUs + m_origin->us, m_options.range.endUs});
}

Result<void> Transcoder::openTracks()
{
    const std::vector<WantedStream> wanted = chooseStreams(m_options, *m_source, *m_writer, m_report.warnings);
    if (wanted.empty())
        return Error{ErrorKind::UnsupportedFormat,
                     m_options.format->picture ? TranscoderOpenText::tr("This file has no pictures.")
                                               : TranscoderOpenText::tr("This video has no sound."),
                     {}};
    std::vector<int> outputs;
    for (const WantedStream &one : wanted) {
        Result<int> output = m_writer->announce(one.stream);
        if (!output)
            return output.error();
        outputs.push_back(*output);
    }
    if (const AVStream *cover = m_source->cover()) {
        Result<bool> added = m_writer->addCover(cover);
        if (!added)
            return added.error();
        m_hasCover = *added;
    }
    for (size_t i = 0; i < wanted.size(); ++i) {
        Result<std::unique_ptr<MediaTrack>> track = openTrack(wanted[i], outputs[i]);
        if (!track)
            return track.error();
        m_tracks.push_back(*std::move(track));
    }
    if (m_source->unreadableAudio() > 0)
        m_report.warnings.append(TranscoderOpenText::tr("%n sound track(s) cannot be read and were left out.", nullptr,
                                                        m_source->unreadableAudio()));
    return {};
}

Result<std::unique_ptr<MediaTrack>> Transcoder::openTrack(const WantedStream &wanted, int output)
{
    const auto asTrack = [](auto created) -> Result<std::unique_ptr<MediaTrack>> {
        if (!created)
            return created.error();
        return std::unique_ptr<MediaTrack>(*std::move(created));
    };
    switch (wanted.way) {
    case WantedStream::Way::EncodePictures: {
        auto track = VideoTrack::create({.options = &m_options,
                                         .source = &*m_source,
                                         .context = &m_context,
                                         .writer = m_writer.get(),
                                         .output = output});
        m_video = track ? track->get() : nullptr;
        return asTrack(std::move(track));
    }
    case WantedStream::Way::EncodeSound: {
        const std::vector<AVStream *> sound = chosenSound(m_options, *m_source);
        const auto place = size_t(std::ranges::find(sound, wanted.stream) - sound.begin());
        const std::optional<Loudness> loudness = place < m_loudness.size() ? m_loudness[place] : std::nullopt;
        if (const int rate = roundedRate(wanted.stream, *m_options.format->sound); rate > 0)
            m_report.warnings.append(TranscoderOpenText::tr("The sound has %1 Hz, which FLAC cannot hold: it became %2 Hz.")
                                         .arg(wanted.stream->codecpar->sample_rate)
                                         .arg(rate));
        std::optional<double> gainDb;
        if (m_options.loudness != 0)
            gainDb = loudness ? gainTo(m_options.loudness, *loudness) : 0;
        return asTrack(AudioTrack::create(
            {.options = &m_options, .stream = wanted.stream, .writer = m_writer.get(), .output = output, .gainDb = gainDb}));
    }
    case WantedStream::Way::RecodeSubtitles:
        return asTrack(SubtitleTrack::create(
            {.options = &m_options, .stream = wanted.stream, .writer = m_writer.get(), .output = output}));
    case WantedStream::Way::Copy: break;
    }
    const char *container = m_source->context()->iformat->name;
    return asTrack(CopyTrack::create({.options = &m_options,
                                      .stream = wanted.stream,
                                      .writer = m_writer.get(),
                                      .output = output,
                                      .origin = m_origin,
                                      .exact = av_match_list(container, "mov,matroska", ',') != 0}));
}

Result<void> Transcoder::seekToStart()
{
    AVFormatContext *context = m_source->context();
    const qint64 start = m_source->startUs() + m_options.range.startUs;
    m_timeline.emplace(context, start);
    if (m_options.range.startUs == 0)
        return {};
    const bool decodes = !m_options.copies && m_options.format->picture;
    const std::optional<int64_t> key = seekBefore(*m_source, start, m_context.stop, decodes);
    if (key && m_options.copies && m_options.format->picture)
        m_origin->us = *key - start;
    return {};
}

} // namespace convoy
