// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completionscript.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishValue(const OptionRow &row)
{
    switch (completedValue(row)) {
    case CompletedValue::None: return {};
    case CompletedValue::Words: return u" -x -a "_s + fishQuoted(completedWords(row));
    case CompletedValue::File: return u" -r -F"_s;
    case CompletedValue::Folder: return u" -x -a '(__fish_complete_directories)'"_s;
    case CompletedValue::Profile:
        return u" -r -F -a '(convoy-cli profiles list 2>/dev/null | string match -r \"^\\\\S+\")'"_s;
    case CompletedValue::Key: return u" -x -a '(__convoy_cli_keys)'"_s;
    case CompletedValue::Free: return u" -x"_s;
    }
    return {};
}

} // namespace

QString fishCompletion()
{
    QString text = scriptHead() + QString::fromUtf8(R"SH(
function __convoy_cli_keys
    convoy-cli converters --markdown 2>/dev/null | string match -rg '^[|] `([a-z0-9_]+)`' | sort -u | string replace -r '$' '='
end

)SH");
    for (const CommandRow &row : commandTable())
        text += u"complete -c convoy-cli -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
            QString::fromUtf8(row.name), fishQuoted(translatedHelp(row.summary)));
    for (const OptionRow &row : optionTable()) {
        QStringList commands;
        for (const CommandRow &command : commandTable()) {
            for (const char *option : command.options) {
                if (QByteArray(option) == row.name)
                    commands.append(QString::fromUtf8(command.name));
            }
        }
        const QString condition = commands.isEmpty() ? u"true"_s : u"__fish_seen_subcommand_from "_s + commands.join(u' ');
        text += u"complete -c convoy-cli -n %1 -l %2%3 -d %4\n"_s.arg(
            fishQuoted(condition), QString::fromUtf8(row.name).mid(2), fishValue(row), fishQuoted(translatedHelp(row.help)));
    }
    text += u"complete -c convoy-cli -n __fish_use_subcommand -f -a help\n"_s;
    for (const CommandRow &row : commandTable()) {
        const QStringList words = operandWords(row);
        if (!words.isEmpty())
            text += u"complete -c convoy-cli -n '__fish_seen_subcommand_from %1' -a '%2'\n"_s.arg(
                QString::fromUtf8(row.name), words.join(u' '));
    }
    text += u"complete -c convoy-cli -n '__fish_prev_arg_in --help' -f -a '%1'\n"_s.arg(topicNames());
    text += u"complete -c convoy-cli -n '__fish_seen_subcommand_from help' -f -a '%1'\n"_s.arg(commandNames());
    return text;
}

} // namespace convoy
