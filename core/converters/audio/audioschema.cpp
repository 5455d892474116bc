// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audioschema.h"

#include <QCoreApplication>

#include <iterator>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AudioSchemaText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AudioInfo)
};

OptionSpec tagSpec(const QString &key, const QString &label, const QString &tooltip, const QString &pattern = {})
{
    return {.key = key,
            .type = OptionType::Text,
            .defaultValue = QString(),
            .pattern = pattern,
            .label = label,
            .tooltip = tooltip,
            .group = AudioSchemaText::tr("Tags")};
}

OptionSchema tagSchema()
{
    const QString number = u"\\d{0,4}"_s;
    return {
        tagSpec(
            u"artist"_s, AudioSchemaText::tr("Artist"),
            AudioSchemaText::tr("Who plays. Empty keeps what the source says; several names stand with “; ” between them.")),
        tagSpec(u"album"_s, AudioSchemaText::tr("Album"), AudioSchemaText::tr("Title of the whole record.")),
        tagSpec(u"title"_s, AudioSchemaText::tr("Title"),
                AudioSchemaText::tr(
                    "Title of the track. Empty takes it from the source or from a file name such as “03 - So What.wav”.")),
        tagSpec(u"date"_s, AudioSchemaText::tr("Date"),
                AudioSchemaText::tr("Year of release, or a whole date: 1959 or 1959-08-17.")),
        tagSpec(u"genre"_s, AudioSchemaText::tr("Genre"), AudioSchemaText::tr("Kind of music.")),
        tagSpec(u"tracknumber"_s, AudioSchemaText::tr("Track"),
                AudioSchemaText::tr(
                    "Place on the record. Empty takes it from the source or from a file name such as “track03.cdda.wav”."),
                number),
        tagSpec(u"tracktotal"_s, AudioSchemaText::tr("Tracks"), AudioSchemaText::tr("How many tracks the record has."),
                number),
        tagSpec(u"albumartist"_s, AudioSchemaText::tr("Album artist"),
                AudioSchemaText::tr("Whose record it is, where that is not the artist of every track.")),
        tagSpec(u"discnumber"_s, AudioSchemaText::tr("Disc"), AudioSchemaText::tr("Place in a set of discs."), number),
        tagSpec(u"disctotal"_s, AudioSchemaText::tr("Discs"), AudioSchemaText::tr("How many discs the set has."), number),
        tagSpec(u"composer"_s, AudioSchemaText::tr("Composer"), AudioSchemaText::tr("Who wrote the music.")),
        tagSpec(u"isrc"_s, AudioSchemaText::tr("ISRC"),
                AudioSchemaText::tr("International Standard Recording Code of the track."),
                u"([A-Za-z]{2}-?[A-Za-z0-9]{3}-?\\d{2}-?\\d{5})?"_s),
        tagSpec(u"comment"_s, AudioSchemaText::tr("Comment"), AudioSchemaText::tr("Anything else.")),
        {.key = u"compilation"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = AudioSchemaText::tr("Compilation"),
         .tooltip = AudioSchemaText::tr("The record is by several artists; players then keep it together."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"tags"_s,
         .type = OptionType::StringList,
         .defaultValue = QStringList(),
         .label = AudioSchemaText::tr("More tags"),
         .tooltip = AudioSchemaText::tr(
             "Each as NAME=value; a name may come several times. NAME= alone removes the source’s."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"picture"_s,
         .type = OptionType::StringList,
         .defaultValue = QStringList{u"cover.jpg"_s, u"folder.jpg"_s, u"front.jpg"_s, u"cover.jpeg"_s, u"cover.png"_s,
                                     u"folder.png"_s, u"front.png"_s},
         .label = AudioSchemaText::tr("Cover"),
         .tooltip = AudioSchemaText::tr(
             "The first of these files that there is becomes the front cover. A name without a folder is looked "
             "for beside the source (and above folders such as “CD1”), and is used where the source has no cover of "
             "its own."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"cover_size"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = 8192,
         .unit = AudioSchemaText::tr("px"),
         .atMinimum = asItIsText(),
         .label = AudioSchemaText::tr("Largest cover"),
         .tooltip = AudioSchemaText::tr(
             "A front cover that is wider or higher becomes a smaller JPEG. 0 leaves covers as they are."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"cuesheet"_s,
         .type = OptionType::Text,
         .defaultValue = QString(),
         .label = AudioSchemaText::tr("Cue sheet"),
         .tooltip = AudioSchemaText::tr("Text of a cue sheet for an image of a whole disc; it is kept inside the file."),
         .group = AudioSchemaText::tr("Tags")},
    };
}

OptionSchema gainSchema()
{
    return {
        {.key = u"replaygain"_s,
         .type = OptionType::Choice,
         .defaultValue = u"off"_s,
         .choices = {u"off"_s, u"track"_s, u"album"_s},
         .label = AudioSchemaText::tr("ReplayGain"),
         .tooltip = AudioSchemaText::tr(
             "Loudness is measured (EBU R 128) and kept as tags, so that players can play all tracks or all "
             "records equally loud. The sound itself is not changed."),
         .group = AudioSchemaText::tr("Tags"),
         .choiceLabels = {AudioSchemaText::tr("Not measured"), AudioSchemaText::tr("Of each track"),
                          AudioSchemaText::tr("Of tracks and record")}},
    };
}

OptionSchema sourceSchema()
{
    return {
        {.key = u"keep_tags"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = AudioSchemaText::tr("Keep the source's tags"),
         .tooltip = AudioSchemaText::tr("Tags and pictures of the source are taken over where nothing is filled in below."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"guess_tags"_s,
         .type = OptionType::Boolean,
         .defaultValue = true,
         .label = AudioSchemaText::tr("Read track and title from file names"),
         .tooltip = AudioSchemaText::tr(
             "From names such as “track03.cdda.wav” and “03 - So What.wav”, where the source has no tags."),
         .group = AudioSchemaText::tr("Tags")},
        {.key = u"salvage"_s,
         .type = OptionType::Boolean,
         .defaultValue = false,
         .label = AudioSchemaText::tr("Convert damaged files as far as they go"),
         .tooltip = AudioSchemaText::tr(
             "A file that is cut short is converted up to there, with a warning, instead of failing."),
         .group = AudioSchemaText::tr("Encoding")},
        {.key = u"byte_order"_s,
         .type = OptionType::Choice,
         .defaultValue = u"little"_s,
         .choices = {u"little"_s, u"big"_s},
         .label = AudioSchemaText::tr("Samples without a header"),
         .tooltip = AudioSchemaText::tr(
             "Of a CD in files such as “track01.cdda” or “disc.cdr”: which byte of each sample comes first. "
             "The wrong one gives noise."),
         .group = AudioSchemaText::tr("Encoding"),
         .choiceLabels = {AudioSchemaText::tr("Low byte first"), AudioSchemaText::tr("High byte first")}},
    };
}

// Where a track lies in the image of a disc.
OptionSchema cutSchema()
{
    constexpr double longest = double(1LL << 40);
    return {
        {.key = u"cue_sheets"_s,
         .type = OptionType::Choice,
         .defaultValue = u"append"_s,
         .choices = {u"append"_s, u"prepend"_s, u"discard"_s, u"image"_s},
         .label = AudioSchemaText::tr("Cue sheets"),
         .tooltip = AudioSchemaText::tr(
             "What a cue sheet becomes when it is added: its tracks, with the pauses between them at one end or "
             "left out, or one file with the cue sheet inside."),
         .group = AudioSchemaText::tr("Cut"),
         .choiceLabels = {AudioSchemaText::tr("Tracks; pauses end the track before"),
                          AudioSchemaText::tr("Tracks; pauses start the track behind"),
                          AudioSchemaText::tr("Tracks without pauses"), AudioSchemaText::tr("One file")}},
        {.key = u"cut_start"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = longest,
         .unit = AudioSchemaText::tr("samples"),
         .label = AudioSchemaText::tr("From"),
         .tooltip = AudioSchemaText::tr("The first sample to convert, counted from 0. One second of a CD has 44,100."),
         .group = AudioSchemaText::tr("Cut")},
        {.key = u"cut_end"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = longest,
         .unit = AudioSchemaText::tr("samples"),
         .atMinimum = toTheEndText(),
         .label = AudioSchemaText::tr("Up to"),
         .tooltip = AudioSchemaText::tr("The first sample that is no longer converted; 0 is the end of the file."),
         .group = AudioSchemaText::tr("Cut")},
        {.key = u"track_start"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = longest,
         .unit = AudioSchemaText::tr("samples"),
         .label = AudioSchemaText::tr("AccurateRip from"),
         .tooltip = AudioSchemaText::tr("Where the disc says that the track starts, if it is cut elsewhere."),
         .group = AudioSchemaText::tr("Cut")},
        {.key = u"track_end"_s,
         .type = OptionType::Integer,
         .defaultValue = 0,
         .minimum = 0,
         .maximum = longest,
         .unit = AudioSchemaText::tr("samples"),
         .label = AudioSchemaText::tr("AccurateRip up to"),
         .tooltip = AudioSchemaText::tr("Where the disc says that the track ends; 0 where it is cut as the disc says."),
         .group = AudioSchemaText::tr("Cut")},
    };
}

} // namespace

OptionSchema musicSchema()
{
    OptionSchema schema;
    for (const OptionSchema &part : {sourceSchema(), cutSchema(), gainSchema(), tagSchema()})
        std::ranges::copy(part, std::back_inserter(schema));
    return schema;
}

QByteArray albumOf(const OptionValues &options, const MediaInfo &info)
{
    if (options.text(u"replaygain") != "album"_L1)
        return {};
    const QString album = options.text(u"album").trimmed();
    return "album " + (album.isEmpty() ? info.tags.value(u"album"_s) : album).toUtf8();
}

} // namespace convoy
