// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/commandtemplate.h"

#include "core/converters/tool/tooltext.h"

#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

// A doubled brace, a placeholder, or a brace that is alone.
const QRegularExpression &tokens()
{
    static const QRegularExpression expression(u"\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]"_s);
    return expression;
}

Result<QByteArray> placeholderValue(const QString &inner, const Placeholders &placeholders, const QString &key)
{
    const QString name = inner.section(u':', 0, 0);
    const auto value = placeholders.find(name);
    if (value == placeholders.end())
        return invalidOption(key, ToolText::tr("there is no placeholder “{%1}”").arg(inner));
    if (!inner.contains(u':'))
        return *value;
    static const QRegularExpression width(u"^0(\\d{1,2})$"_s);
    const auto match = width.match(inner.section(u':', 1));
    bool isNumber = false;
    static_cast<void>(value->toLongLong(&isNumber));
    if (!match.hasMatch() || !isNumber)
        return invalidOption(key, ToolText::tr("“{%1}” is not understood").arg(inner));
    return value->rightJustified(match.captured(1).toInt(), '0');
}

} // namespace

Result<QByteArray> expandTemplate(const QString &text, const Placeholders &placeholders, const QString &key)
{
    QByteArray expanded;
    qsizetype done = 0;
    auto matches = tokens().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        expanded += text.mid(done, match.capturedStart() - done).toUtf8();
        done = match.capturedEnd();
        if (match.captured() == "{{"_L1 || match.captured() == "}}"_L1) {
            expanded += match.captured().at(0).toLatin1();
            continue;
        }
        if (match.capturedLength() == 1)
            return invalidOption(key,
                                 ToolText::tr("a brace stands alone in “%1”; write it twice where it is meant").arg(text));
        const Result<QByteArray> value = placeholderValue(match.captured(1), placeholders, key);
        if (!value)
            return value;
        expanded += *value;
    }
    return expanded + text.mid(done).toUtf8();
}

Result<QByteArrayList> expandCommand(const QStringList &command, const Placeholders &placeholders, const QString &key)
{
    QByteArrayList arguments;
    for (const QString &part : command) {
        Result<QByteArray> argument = expandTemplate(part, placeholders, key);
        if (!argument)
            return argument.error();
        if (argument->startsWith('-') && !part.startsWith(u'-'))
            argument->prepend("./");
        if (argument->contains('\0'))
            return invalidOption(key, ToolText::tr("an argument cannot contain a zero byte"));
        arguments.append(*argument);
    }
    if (arguments.isEmpty() || arguments.constFirst().isEmpty())
        return invalidOption(key, ToolText::tr("there is no program to run"));
    return arguments;
}

bool usesPlaceholder(const QStringList &command, QStringView name)
{
    return std::ranges::any_of(command, [name](const QString &part) {
        auto matches = tokens().globalMatch(part);
        while (matches.hasNext()) {
            if (matches.next().captured(1) == name)
                return true;
        }
        return false;
    });
}

} // namespace convoy
