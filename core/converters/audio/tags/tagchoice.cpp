// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/tagchoice.h"

#include "core/base/path.h"
#include "core/converters/audio/tags/chapters.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

QList<TagOption> tagOptions()
{
    return {
        {"artist"_L1, "ARTIST"},         {"album"_L1, "ALBUM"},
        {"title"_L1, "TITLE"},           {"date"_L1, "DATE"},
        {"genre"_L1, "GENRE"},           {"tracknumber"_L1, "TRACKNUMBER"},
        {"tracktotal"_L1, "TRACKTOTAL"}, {"albumartist"_L1, "ALBUMARTIST"},
        {"discnumber"_L1, "DISCNUMBER"}, {"disctotal"_L1, "DISCTOTAL"},
        {"composer"_L1, "COMPOSER"},     {"isrc"_L1, "ISRC"},
        {"comment"_L1, "COMMENT"},
    };
}

namespace {

bool has(const AudioTags &tags, const QByteArray &name)
{
    return std::ranges::any_of(tags, [&name](const AudioTag &tag) { return tag.name == name; });
}

} // namespace

AudioTags guessTags(const QByteArray &path)
{
    static const QRegularExpression ending(u"(\\.cdda)?\\.[A-Za-z0-9]{1,5}$"_s);
    static const QRegularExpression ripped(u"^(?:audio)?[ _-]?track[ _-]*0*(\\d{1,2})$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression numbered(u"^0*(\\d{1,2})$"_s);
    static const QRegularExpression titled(u"^(\\d{2})[ ._-]+(\\S.*)$"_s);
    QString name = displayName(toPath(path).filename());
    name.remove(ending);
    if (const auto match = ripped.match(name); match.hasMatch())
        return {{"TRACKNUMBER", match.captured(1)}};
    if (const auto match = numbered.match(name); match.hasMatch())
        return {{"TRACKNUMBER", match.captured(1)}};
    if (const auto match = titled.match(name); match.hasMatch())
        return {{"TITLE", match.captured(2)}, {"TRACKNUMBER", QString::number(match.captured(1).toInt())}};
    return {};
}

namespace {

void removeTag(AudioTags &tags, const QByteArray &name)
{
    tags.removeIf([&name](const AudioTag &tag) { return tag.name == name; });
}

// Of these a track may have several, and one text names them all.
bool isList(const QByteArray &name)
{
    return name == "ARTIST" || name == "ALBUMARTIST" || name == "COMPOSER" || name == "GENRE" || name == "ISRC";
}

AudioTags valuesOf(const QByteArray &name, const QString &text)
{
    AudioTags tags;
    for (const QString &part : isList(name) ? text.split(u"; "_s) : QStringList{text}) {
        if (const QString value = part.trimmed(); !value.isEmpty())
            tags.append({name, value});
    }
    return tags;
}

// RFC 9639, 8.6.1: names are printable ASCII without "=".
bool isTagName(const QByteArray &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '}' && c != '='; });
}

AudioTags moreTags(const OptionValues &options)
{
    AudioTags more;
    for (const QString &line : options.list(u"tags")) {
        const qsizetype equals = line.indexOf(u'=');
        const QByteArray name = line.left(equals).trimmed().toUtf8().toUpper();
        if (equals > 0 && isTagName(name))
            more.append({name, line.mid(equals + 1).trimmed()});
    }
    return more;
}

// What the source says and is true of the output as well.
AudioTags sourceTags(const OptionValues &options, const AudioTags &source)
{
    AudioTags tags = options.boolean(u"keep_tags") ? source : AudioTags();
    const bool isTrack = options.integer(u"cut_start") > 0 || options.integer(u"cut_end") > 0;
    const bool isMeasured = options.text(u"replaygain") != "off"_L1;
    tags.removeIf([=](const AudioTag &tag) {
        const bool isGain = tag.name.startsWith("REPLAYGAIN_") || tag.name.startsWith("R128_");
        return (isTrack && (tag.name == "CUESHEET" || isChapterTag(tag))) || ((isTrack || isMeasured) && isGain);
    });
    return tags;
}

// A cue sheet's gain, where this one is measured.
bool isMeasuredAnew(const OptionValues &options, const QByteArray &name)
{
    const QString measured = options.text(u"replaygain");
    return (measured != "off"_L1 && name.startsWith("REPLAYGAIN_TRACK_"))
        || (measured == "album"_L1 && name.startsWith("REPLAYGAIN_ALBUM_"));
}

// ReplayGain 2.0 brings to -18 LUFS, R128_…_GAIN to -23, in 1/256 dB (RFC 7845, 5.2.1).
constexpr double gainApart = 5;
constexpr double stepsOfR128 = 256;

QString r128Of(const QString &gain)
{
    bool isNumber = false;
    const double decibels = gain.section(u' ', 0, 0).toDouble(&isNumber);
    const bool fits = isNumber && std::abs(decibels) < 100;
    return fits ? QString::number(std::lround((decibels - gainApart) * stepsOfR128)) : QString();
}

QString replayGainOf(const QString &r128)
{
    bool isNumber = false;
    const int steps = r128.toInt(&isNumber);
    return isNumber ? QString::asprintf("%.2f dB", steps / stepsOfR128 + gainApart) : QString();
}

} // namespace

AudioTags tagsFor(const QString &extension, AudioTags tags)
{
    const bool isId3 = extension == "mp3"_L1 || extension == "wav"_L1;
    for (AudioTag &tag : tags) {
        if (!isId3 && tag.name == "COMMENT" && !tag.description.isEmpty())
            tag.value += u" ("_s + tag.description + u')';
    }
    const bool isOpus = extension == "opus"_L1;
    for (const char *scope : {"TRACK", "ALBUM"}) {
        const QByteArray plain = QByteArray("REPLAYGAIN_") + scope + "_GAIN";
        const QByteArray r128 = QByteArray("R128_") + scope + "_GAIN";
        const QByteArray from = isOpus ? plain : r128;
        const QByteArray to = isOpus ? r128 : plain;
        const auto said = std::ranges::find(tags, from, &AudioTag::name);
        const QString value = said == tags.end() ? QString() : isOpus ? r128Of(said->value) : replayGainOf(said->value);
        removeTag(tags, from);
        if (isOpus)
            removeTag(tags, QByteArray("REPLAYGAIN_") + scope + "_PEAK");
        if (!value.isEmpty() && !has(tags, to))
            tags.append({to, value});
    }
    return tags;
}

AudioTags chooseTags(const OptionValues &options, const AudioTags &source, const QByteArray &path)
{
    AudioTags rest = sourceTags(options, source);
    for (const AudioTag &guess : options.boolean(u"guess_tags") ? guessTags(path) : AudioTags()) {
        if (!has(rest, guess.name))
            rest.append(guess);
    }
    AudioTags more = moreTags(options);
    if (options.boolean(u"compilation"))
        more.prepend({"COMPILATION", u"1"_s});
    if (const QString cue = options.text(u"cuesheet"); !cue.isEmpty())
        more.append({"CUESHEET", cue});
    for (const AudioTag &tag : std::as_const(more))
        removeTag(rest, tag.name);
    more.removeIf([&options](const AudioTag &tag) { return tag.value.isEmpty() || isMeasuredAnew(options, tag.name); });

    AudioTags chosen;
    for (const TagOption &option : tagOptions()) {
        AudioTags values = valuesOf(option.name, options.text(QString(option.key)));
        if (values.isEmpty())
            std::ranges::copy_if(rest, std::back_inserter(values),
                                 [&option](const AudioTag &tag) { return tag.name == option.name; });
        removeTag(rest, option.name);
        chosen += values;
    }
    return chosen + rest + more;
}

QMap<QString, QString> tagMap(const AudioTags &tags)
{
    QMap<QString, QString> map;
    for (const AudioTag &tag : tags) {
        const QString key = tag.name == "TRACKNUMBER" ? u"track"_s : QString::fromUtf8(tag.name).toLower();
        if (!map.contains(key))
            map.insert(key, tag.value);
    }
    return map;
}

} // namespace convoy
