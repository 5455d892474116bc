// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/audiotags.h"

#include "core/base/path.h"

#include <QRegularExpression>

#include <algorithm>

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

AudioTags chooseTags(const OptionValues &options, const AudioFile &file, const QByteArray &path)
{
    AudioTags rest = options.boolean(u"keep_tags") ? file.tags : AudioTags();
    for (const AudioTag &guess : options.boolean(u"guess_tags") ? guessTags(path) : AudioTags()) {
        if (!has(rest, guess.name))
            rest.append(guess);
    }
    AudioTags chosen;
    for (const TagOption &option : tagOptions()) {
        const QString value = options.text(QString(option.key)).trimmed();
        if (!value.isEmpty()) {
            rest.removeIf([&option](const AudioTag &tag) { return tag.name == option.name; });
            chosen.append({option.name, value});
            continue;
        }
        for (const AudioTag &tag : std::as_const(rest)) {
            if (tag.name == option.name)
                chosen.append(tag);
        }
        rest.removeIf([&option](const AudioTag &tag) { return tag.name == option.name; });
    }
    return chosen + rest;
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
