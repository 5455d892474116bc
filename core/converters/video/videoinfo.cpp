// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

ConverterInfo videoInfo();

namespace {

struct VideoInfoText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoInfo)
};

constexpr double longestSeconds = 864'000;
constexpr double largestSide = 16'384;

OptionSchema qualityOptions()
{
    const QString group = VideoInfoText::tr("Quality");
    return {
        {.key = u"codec"_s,
         .type = OptionType::Choice,
         .defaultValue = u"auto"_s,
         .choices = {u"auto"_s, u"theora"_s, u"h264"_s, u"hevc"_s, u"vp9"_s, u"av1"_s, u"copy"_s},
         .label = VideoInfoText::tr("Coded as"),
         .tooltip = VideoInfoText::tr(
             "How pictures are coded. MP4 holds H.264 or H.265, WebM VP9 or AV1, Matroska all of them. Copying puts "
             "pictures and sound into another file as they are, at once and without loss."),
         .group = group,
         .choiceLabels = {VideoInfoText::tr("What is usual for the file"), VideoInfoText::tr("Theora"),
                          VideoInfoText::tr("H.264"), u"H.265 (HEVC)"_s, VideoInfoText::tr("VP9"), VideoInfoText::tr("AV1"),
                          VideoInfoText::tr("Nothing new: copied as it is")}},
        {.key = u"encoder"_s,
         .type = OptionType::Choice,
         .defaultValue = u"software"_s,
         .choices = {u"software"_s, u"automatic"_s, u"nvenc"_s, u"qsv"_s, u"vaapi"_s},
         .label = VideoInfoText::tr("Encoder"),
         .tooltip = VideoInfoText::tr(
             "A graphics chip encodes quickly, but its files are larger. Only what works on this computer "
             "is offered; “Automatic” encodes in software where nothing does."),
         .group = group,
         .choiceLabels = {VideoInfoText::tr("Software"), VideoInfoText::tr("Automatic"), u"NVIDIA NVENC"_s,
                          u"Intel Quick Sync"_s, u"VA-API"_s}},
        {.key = u"quality"_s,
         .type = OptionType::Real,
         .defaultValue = 6.0,
         .minimum = 0,
         .maximum = 10,
         .label = VideoInfoText::tr("Video quality"),
         .tooltip = VideoInfoText::tr("Higher is better and larger."),
         .group = group},
        {.key = u"exact_motion"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = VideoInfoText::tr("Exact motion search"),
         .tooltip = VideoInfoText::tr("Only for Theora: without it pictures are those of ffmpeg in Debian 12 to the byte, "
                                      "whose encoder compares wrong "
                                      "pixels; files are then up to a quarter larger, and worse."),
         .group = group},
        {.key = u"audio_quality"_s,
         .type = OptionType::Real,
         .defaultValue = 3.0,
         .minimum = -1,
         .maximum = 10,
         .label = VideoInfoText::tr("Sound quality"),
         .tooltip = VideoInfoText::tr("Higher is better and larger; FLAC loses nothing at any quality."),
         .group = group},
    };
}

OptionSchema soundOptions()
{
    const QString group = VideoInfoText::tr("Sound");
    return {
        {.key = u"sound_tracks"_s,
         .type = OptionType::Text,
         .defaultValue = u"all"_s,
         .pattern = u"[0-9a-z]{1,3}(,[0-9a-z]{1,3})*"_s,
         .label = VideoInfoText::tr("Sound tracks"),
         .tooltip = VideoInfoText::tr("“all”, “no”, or numbers from 1 and languages as in “1,3” or “eng,ger”."),
         .group = group},
        {.key = u"loudness"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .minimum = -40,
         .maximum = 0,
         .unit = u"LUFS"_s,
         .label = VideoInfoText::tr("Loudness"),
         .tooltip = VideoInfoText::tr(
             "Every track is measured first (EBU R 128) and then brought to this loudness, without clipping: "
             "-23 as in broadcasts, -16 for phones. 0 leaves the sound as it is."),
         .group = group},
    };
}

OptionSchema subtitleOptions()
{
    const QString group = VideoInfoText::tr("Subtitles");
    return {
        {.key = u"subtitles"_s,
         .type = OptionType::Choice,
         .defaultValue = u"drop"_s,
         .choices = {u"drop"_s, u"copy"_s, u"burn"_s},
         .label = VideoInfoText::tr("Subtitles"),
         .tooltip = VideoInfoText::tr(
             "Tracks of subtitles can be kept where the file can hold them, or one can be drawn into the "
             "pictures."),
         .group = group,
         .choiceLabels = {VideoInfoText::tr("Left out"), VideoInfoText::tr("Kept as tracks"),
                          VideoInfoText::tr("Drawn into the pictures")}},
        {.key = u"subtitle_track"_s,
         .type = OptionType::Integer,
         .defaultValue = 1,
         .minimum = 1,
         .maximum = 99,
         .label = VideoInfoText::tr("Track to draw"),
         .tooltip = VideoInfoText::tr("Which subtitles are drawn into the pictures, counted from 1."),
         .group = group},
    };
}

OptionSchema rangeOptions()
{
    const QString group = VideoInfoText::tr("Part");
    return {
        {.key = u"offset"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .maximum = longestSeconds,
         .unit = u"s"_s,
         .label = VideoInfoText::tr("Start at"),
         .tooltip = VideoInfoText::tr("Seconds of the source to leave out at the start, exact to the frame."),
         .group = group},
        {.key = u"end"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .maximum = longestSeconds,
         .unit = u"s"_s,
         .atMinimum = toTheEndText(),
         .label = VideoInfoText::tr("End at"),
         .tooltip = VideoInfoText::tr("Time in the source where the converted part ends; 0 goes on to the end."),
         .group = group},
        {.key = u"duration"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .maximum = longestSeconds,
         .unit = u"s"_s,
         .atMinimum = toTheEndText(),
         .label = VideoInfoText::tr("Length"),
         .tooltip = VideoInfoText::tr("Seconds to convert from the start; 0 goes on to the end."),
         .group = group},
    };
}

OptionSchema pictureOptions()
{
    const QString group = VideoInfoText::tr("Picture");
    return {
        {.key = u"width"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .atMinimum = asItIsText(),
         .label = VideoInfoText::tr("Largest width"),
         .tooltip = VideoInfoText::tr("Wider pictures are made smaller, in the same shape; 0 keeps every width."),
         .group = group},
        {.key = u"height"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .atMinimum = asItIsText(),
         .label = VideoInfoText::tr("Largest height"),
         .tooltip = VideoInfoText::tr("Higher pictures are made smaller, in the same shape; 0 keeps every height."),
         .group = group},
        {.key = u"fps"_s,
         .type = OptionType::Real,
         .defaultValue = 0.0,
         .maximum = 240,
         .unit = u"1/s"_s,
         .atMinimum = asItIsText(),
         .label = VideoInfoText::tr("Frames per second"),
         .tooltip = VideoInfoText::tr("Frames are left out or repeated to reach this rate; 0 keeps the source's times."),
         .group = group},
        {.key = u"deinterlace"_s,
         .type = OptionType::Choice,
         .defaultValue = u"auto"_s,
         .choices = {u"off"_s, u"auto"_s, u"all"_s},
         .label = VideoInfoText::tr("Deinterlace"),
         .tooltip = VideoInfoText::tr("Makes whole pictures of half pictures (old camcorders, television)."),
         .group = group,
         .choiceLabels = {VideoInfoText::tr("Never"), VideoInfoText::tr("Where the video says so"),
                          VideoInfoText::tr("Always")}},
        {.key = u"crop_left"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .label = VideoInfoText::tr("Crop from left"),
         .tooltip = VideoInfoText::tr("Pixels to leave out at the left of the upright picture."),
         .group = group},
        {.key = u"crop_top"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .label = VideoInfoText::tr("Crop from top"),
         .tooltip = VideoInfoText::tr("Pixels to leave out at the top of the upright picture."),
         .group = group},
        {.key = u"crop_width"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .atMinimum = toTheEdgeText(),
         .label = VideoInfoText::tr("Crop width"),
         .tooltip = VideoInfoText::tr("Width of the part that is kept; 0 goes to the right edge."),
         .group = group},
        {.key = u"crop_height"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .maximum = largestSide,
         .unit = u"px"_s,
         .atMinimum = toTheEdgeText(),
         .label = VideoInfoText::tr("Crop height"),
         .tooltip = VideoInfoText::tr("Height of the part that is kept; 0 goes to the bottom edge."),
         .group = group},
        {.key = u"denoise"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = VideoInfoText::tr("Reduce noise"),
         .tooltip = VideoInfoText::tr("Smooths the grain of dark scenes and old cameras; files become smaller."),
         .group = group},
        {.key = u"tone_map"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = VideoInfoText::tr("Map HDR to SDR"),
         .tooltip = VideoInfoText::tr("Brings high dynamic range (PQ, HLG) to the range of usual screens (BT.709)."),
         .group = group},
    };
}

OptionSchema damageOptions()
{
    return {
        {.key = u"keep_playable"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = VideoInfoText::tr("Keep what plays"),
         .tooltip = VideoInfoText::tr("Converts damaged videos as far as they can be played, instead of refusing them."),
         .group = VideoInfoText::tr("Damage")},
    };
}

} // namespace

ConverterInfo videoInfo()
{
    OptionSchema schema;
    for (const OptionSchema &part :
         {qualityOptions(), rangeOptions(), pictureOptions(), soundOptions(), subtitleOptions(), damageOptions()})
        schema.insert(schema.end(), part.begin(), part.end());
    return {
        .id = u"video"_s,
        .name = VideoInfoText::tr("Video"),
        .description = VideoInfoText::tr(
            "Any video as Theora, H.264, H.265, VP9, AV1, GIF, WebP or its sound alone, upright and in sync."),
        .family = QLatin1StringView("av"),
        .accepts = {MediaKind::Video, MediaKind::Audio},
        .extensions = {u"mkv"_s, u"ogv"_s, u"mp4"_s, u"webm"_s, u"gif"_s, u"webp"_s, u"opus"_s, u"mp3"_s, u"flac"_s,
                       u"m4a"_s},
        .schema = schema,
        .encoderOption = u"encoder"_s,
    };
}

} // namespace convoy
