// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completionscript.h"

#include <QCoreApplication>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

CompletedValue completedValue(const OptionRow &row)
{
    const QString value = QString::fromUtf8(row.value);
    if (!row.value)
        return CompletedValue::None;
    if (value == "ID|FILE"_L1)
        return CompletedValue::Profile;
    if (value == "KEY=VALUE"_L1)
        return CompletedValue::Key;
    if (value.startsWith("FILE"_L1))
        return CompletedValue::File;
    if (value == "DIR"_L1)
        return CompletedValue::Folder;
    return value == value.toLower() && value.contains(u'|') && !value.contains(u'[') ? CompletedValue::Words
                                                                                     : CompletedValue::Free;
}

QString completedWords(const OptionRow &row)
{
    return QString::fromUtf8(row.value).replace(u'|', u' ');
}

QStringList operandWords(const CommandRow &row)
{
    QString text = QString::fromUtf8(row.operands);
    QStringList words;
    for (const QString &part : text.remove(u'[').remove(u']').split(u'|')) {
        const QString word = part.section(u' ', 0, 0);
        if (!word.isEmpty() && word == word.toLower() && !word.startsWith(u'-'))
            words.append(word);
    }
    return words;
}

bool takesPaths(const CommandRow &row)
{
    const QString operands = QString::fromUtf8(row.operands);
    return operands.contains("PATH"_L1) || operands.contains("FILE"_L1) || operands.contains("DIR"_L1);
}

QString commandNames()
{
    QStringList names;
    for (const CommandRow &row : commandTable())
        names.append(QString::fromUtf8(row.name));
    return names.join(u' ') + u" help"_s;
}

QString translatedHelp(const char *text)
{
    return QCoreApplication::translate("convoy::Arguments", text);
}

QString topicNames()
{
    QStringList names;
    for (const TopicRow &row : topicTable())
        names.append(QString::fromUtf8(row.name));
    return names.join(u' ') + u" all"_s;
}

QString scriptHead()
{
    // REUSE-IgnoreStart
    return u"# SPDX-FileCopyrightText: 2026 Convoy contributors\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
           "# Made by “convoy-cli completion”.\n"_s;
    // REUSE-IgnoreEnd
}

} // namespace convoy
