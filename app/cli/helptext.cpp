// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *context = "convoy::Arguments";
constexpr qsizetype helpColumn = 26;
constexpr qsizetype screenLines = 23; // of a terminal's 24: the last one has the prompt

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Arguments)
};

QString overview()
{
    constexpr qsizetype summaryColumn = 42;
    QString text = HelpText::tr("Convoy converts many files at once, on every core.") + u"\n\n"_s;
    text += HelpText::tr("Usage: convoy-cli COMMAND …") + u'\n';
    for (const CommandRow &command : commandTable()) {
        const QString start = u"  %1 %2"_s.arg(QString::fromUtf8(command.name), QString::fromUtf8(command.operands));
        text += start.leftJustified(summaryColumn) + QCoreApplication::translate(context, command.summary) + u'\n';
    }
    text += u'\n' + HelpText::tr("“convoy-cli COMMAND --help” shows its options, “--version” the version.") + u'\n';
    text += HelpText::tr("Exit status: 0 all done or skipped, 1 something failed, 2 wrong usage, 3 unfit\n"
                         "environment, 130 interrupted (“convoy-cli resume” goes on).")
        + u'\n';
    return text;
}

QStringList optionLines(const OptionRow &option)
{
    QString start = u"  "_s + QString::fromUtf8(option.name);
    if (option.value)
        start += u' ' + QString::fromUtf8(option.value);
    const QString help = QCoreApplication::translate(context, option.help);
    if (start.size() < helpColumn)
        return {start.leftJustified(helpColumn) + help};
    return {start, QString(helpColumn, u' ') + help};
}

template <typename Wanted>
QStringList optionsWhere(const CommandRow &command, Wanted wanted)
{
    QStringList lines;
    for (const OptionRow &option : optionTable()) {
        if (takesOption(command, option.name) && wanted(option))
            lines += optionLines(option);
    }
    return lines;
}

/// What a screen has no room for, by name.
QStringList moreTopics(const CommandRow &command)
{
    QStringList lines{
        {}, HelpText::tr("More: “convoy-cli %1 --help TOPIC”, or “all” for TOPIC.").arg(QString::fromUtf8(command.name))};
    for (const TopicRow &topic : topicTable()) {
        QStringList names;
        for (const OptionRow &option : optionTable()) {
            if (option.topic == topic.topic && takesOption(command, option.name))
                names.append(QString::fromUtf8(option.name));
        }
        if (!names.isEmpty())
            lines.append(u"  "_s + QString::fromUtf8(topic.name).leftJustified(9) + names.join(u' '));
    }
    return lines;
}

} // namespace

QString helpText(const QByteArray &command, const QByteArray &topic)
{
    const CommandRow *row = findCommand(command);
    if (!row)
        return overview();
    QStringList lines{
        HelpText::tr("Usage:")
            + u" convoy-cli %1 [OPTION]… %2"_s.arg(QString::fromUtf8(row->name), QString::fromUtf8(row->operands)),
        {}};
    const auto known = std::ranges::find(topicTable(), topic, [](const TopicRow &one) { return QByteArray(one.name); });
    if (known != topicTable().end()) {
        lines += optionsWhere(*row, [&](const OptionRow &option) { return option.topic == known->topic; });
        return lines.join(u'\n') + u'\n';
    }
    const QString ends = u"  --"_s.leftJustified(helpColumn) + HelpText::tr("ends options: what follows are paths");
    const QStringList all = optionsWhere(*row, [](const OptionRow &) { return true; });
    if (topic == "all" || lines.size() + all.size() < screenLines)
        lines += all + QStringList{ends};
    else
        lines += optionsWhere(*row, [](const OptionRow &option) { return option.topic == HelpTopic::Main; })
            + QStringList{ends} + moreTopics(*row);
    return lines.join(u'\n') + u'\n';
}

} // namespace convoy
