// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/pathpattern.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PathPatternText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AlbumData)
};

} // namespace

Result<TagMap> tagsFromPath(const QString &pattern, const Path &path)
{
    static const QRegularExpression placeholder(u"\\{([a-z]+)(?::\\d{1,2})?\\}"_s);
    QString expression;
    QStringList names;
    qsizetype at = 0;
    for (auto it = placeholder.globalMatch(pattern); it.hasNext();) {
        const auto match = it.next();
        expression += QRegularExpression::escape(pattern.sliced(at, match.capturedStart() - at));
        const QString name = tagName(match.captured(1));
        const bool isNumber = name == "track"_L1 || name == "discnumber"_L1 || name == "tracktotal"_L1;
        expression += isNumber ? u"\\s*(\\d{1,4})\\s*"_s : name == "date"_L1 ? u"(\\d{4}(?:-\\d\\d){0,2})"_s : u"([^/]+?)"_s;
        names.append(name);
        at = match.capturedEnd();
    }
    expression += QRegularExpression::escape(pattern.sliced(at));
    if (names.isEmpty() || pattern.sliced(at).contains(u'{'))
        return Error{ErrorKind::InvalidOption,
                     PathPatternText::tr("The pattern “%1” names no tag, such as {artist} or {title}.").arg(pattern),
                     {}};
    QString text = displayName(path.parent_path() / path.stem());
    const bool saysSo = pattern.endsWith(".cdda"_L1, Qt::CaseInsensitive);
    if (!saysSo && text.endsWith(".cdda"_L1, Qt::CaseInsensitive)) // "track01.cdda.wav" of rippers
        text.chop(5);
    const auto match = QRegularExpression(u"(?:^|/)"_s + expression + u'$').match(text);
    TagMap tags;
    for (qsizetype i = 0; match.hasMatch() && i < names.size(); ++i) {
        QString value = match.captured(int(i) + 1).trimmed();
        if (names[i] == "track"_L1 || names[i] == "discnumber"_L1)
            value = QString::number(value.toInt());
        tags.insert(names[i], value.replace(u'_', u' '));
    }
    return tags;
}

} // namespace convoy
