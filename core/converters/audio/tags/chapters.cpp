// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/chapters.h"

#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView prefix = "CHAPTER"; // CHAPTER001

qint64 millisecondsOf(const QString &time)
{
    static const QRegularExpression form(u"^(\\d{1,4}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,3}))?"_s);
    const auto match = form.match(time);
    if (!match.hasMatch())
        return -1;
    const qint64 minutes = match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong();
    return (minutes * 60 + match.captured(3).toLongLong()) * 1000 + match.captured(4).leftJustified(3, u'0').toLongLong();
}

} // namespace

AudioTags chapterTags(int number, qint64 startMs, const QString &title)
{
    const QByteArray name = prefix.toByteArray() + QByteArray::number(number).rightJustified(3, '0');
    AudioTags tags{{name,
                    QString::asprintf("%02lld:%02lld:%02lld.%03lld", startMs / 3600000, startMs / 60000 % 60,
                                      startMs / 1000 % 60, startMs % 1000)}};
    if (!title.isEmpty())
        tags.append({name + "NAME", title});
    return tags;
}

bool isChapterTag(const AudioTag &tag)
{
    const QByteArray number = tag.name.mid(prefix.size(), 3);
    return tag.name.startsWith(prefix) && number.size() == 3
        && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

QList<Chapter> chaptersIn(const AudioTags &tags, qint64 durationMs)
{
    QList<Chapter> chapters;
    for (const AudioTag &tag : tags) {
        const qint64 start = isChapterTag(tag) && tag.name.size() == prefix.size() + 3 ? millisecondsOf(tag.value) : -1;
        if (start < 0 || start > durationMs)
            continue;
        const auto title = std::ranges::find(tags, tag.name + "NAME", &AudioTag::name);
        chapters.append({start, durationMs, title == tags.end() ? QString() : title->value});
    }
    std::ranges::stable_sort(chapters, {}, &Chapter::startMs);
    for (qsizetype i = 1; i < chapters.size(); ++i)
        chapters[i - 1].endMs = chapters[i].startMs;
    return chapters;
}

} // namespace convoy
