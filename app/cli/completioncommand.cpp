// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::CompletionCommand)
};

/// What follows an option, as far as a shell can help.
enum class Value : quint8 { None, Words, File, Folder, Profile, Key, Free };

Value valueOf(const OptionRow &row)
{
    const QString value = QString::fromUtf8(row.value);
    if (!row.value)
        return Value::None;
    if (value == "ID|FILE"_L1)
        return Value::Profile;
    if (value == "KEY=VALUE"_L1)
        return Value::Key;
    if (value.startsWith("FILE"_L1))
        return Value::File;
    if (value == "DIR"_L1)
        return Value::Folder;
    return value == value.toLower() && value.contains(u'|') && !value.contains(u'[') ? Value::Words : Value::Free;
}

QString wordsOf(const OptionRow &row)
{
    return QString::fromUtf8(row.value).replace(u'|', u' ');
}

/// The words of "[list|show ID|validate FILE]" that stand for themselves.
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

QString optionsOf(const CommandRow &row)
{
    QString text;
    for (const char *option : row.options)
        text += QString::fromUtf8(option) + u' ';
    return text + u"--help"_s;
}

QString commandNames()
{
    QStringList names;
    for (const CommandRow &row : commandTable())
        names.append(QString::fromUtf8(row.name));
    return names.join(u' ');
}

QString translated(const char *text)
{
    return QCoreApplication::translate("convoy::Arguments", text);
}

QString licence()
{
    // REUSE-IgnoreStart
    return u"# SPDX-FileCopyrightText: 2026 Convoy contributors\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
           "# Made by “convoy-cli completion”.\n"_s;
    // REUSE-IgnoreEnd
}

QString bashScript()
{
    QString options;
    for (const OptionRow &row : optionTable()) {
        const QString name = QString::fromUtf8(row.name);
        switch (valueOf(row)) {
        case Value::None: break;
        case Value::Words: options += u"    %1) _convoy_cli_words '%2'; return ;;\n"_s.arg(name, wordsOf(row)); break;
        case Value::File: options += u"    %1) _convoy_cli_files -f; return ;;\n"_s.arg(name); break;
        case Value::Folder: options += u"    %1) _convoy_cli_files -d; return ;;\n"_s.arg(name); break;
        case Value::Profile: options += u"    %1) _convoy_cli_profile; return ;;\n"_s.arg(name); break;
        case Value::Key: options += u"    %1) _convoy_cli_words \"$(_convoy_cli_keys)\"; return ;;\n"_s.arg(name); break;
        case Value::Free: options += u"    %1) return ;;\n"_s.arg(name); break;
        }
    }
    QString commands;
    for (const CommandRow &row : commandTable()) {
        const QStringList words = operandWords(row);
        const QString otherwise = !words.isEmpty() ? u"_convoy_cli_words '%1'"_s.arg(words.join(u' '))
            : takesPaths(row)                      ? u"_convoy_cli_files -f"_s
                                                   : u":"_s;
        commands += u"    %1) if [[ $current == -* ]]; then _convoy_cli_words '%2'; else %3; fi ;;\n"_s.arg(
            QString::fromUtf8(row.name), optionsOf(row), otherwise);
    }
    return licence() + u"# shellcheck shell=bash\n"_s + QString::fromUtf8(R"SH(
_convoy_cli_keys() {
    "${COMP_WORDS[0]}" converters --json 2>/dev/null | grep -oE '"key": *"[^"]+"' | cut -d'"' -f4 | sort -u | sed 's/$/=/'
}

_convoy_cli_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_convoy_cli_words() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
    if [ "${#COMPREPLY[@]}" -eq 1 ] && [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}

_convoy_cli_profile() {
    _convoy_cli_words "$("${COMP_WORDS[0]}" profiles list 2>/dev/null | awk '{ print $1 }')"
    [ "${#COMPREPLY[@]}" -gt 0 ] || _convoy_cli_files -f
}

_convoy_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        _convoy_cli_words ')SH")
        + commandNames() + QString::fromUtf8(R"SH( --help --version'
        return
    fi
    case $previous in
    show) _convoy_cli_profile; return ;;
    validate | test | password) if [ "$COMP_CWORD" -eq 3 ]; then _convoy_cli_files -f; return; fi ;;
)SH") + options
        + u"    esac\n    case ${COMP_WORDS[1]} in\n"_s + commands
        + u"    esac\n}\n\ncomplete -F _convoy_cli convoy-cli\n"_s;
}

QString zshQuoted(QString text)
{
    return text.replace(u'\'', u"’"_s).replace(u'[', u'(').replace(u']', u')').replace(u':', u"\\:"_s);
}

QString zshAction(const OptionRow &row)
{
    const QString name = QString::fromUtf8(row.value).section(u'[', 0, 0).replace(u':', u' ');
    switch (valueOf(row)) {
    case Value::None: return {};
    case Value::Words: return u":%1:(%2)"_s.arg(name, wordsOf(row));
    case Value::File: return u":%1:_files"_s.arg(name);
    case Value::Folder: return u":%1:_files -/"_s.arg(name);
    case Value::Profile: return u":%1:_convoy_cli_profile"_s.arg(name);
    case Value::Key:
    case Value::Free: return u":%1: "_s.arg(name);
    }
    return {};
}

QString zshCommand(const CommandRow &command)
{
    QString text = u"    %1)\n        _arguments \\\n"_s.arg(QString::fromUtf8(command.name));
    for (const OptionRow &row : optionTable()) {
        const bool isTaken = std::ranges::any_of(command.options,
                                                 [&](const char *option) { return QByteArray(option) == row.name; });
        if (isTaken)
            text += u"            '*%1[%2]%3' \\\n"_s.arg(QString::fromUtf8(row.name), zshQuoted(translated(row.help)),
                                                          zshAction(row));
    }
    const QStringList words = operandWords(command);
    if (!words.isEmpty())
        text += u"            '1:word:(%1)' \\\n"_s.arg(words.join(u' '));
    if (takesPaths(command))
        text += u"            '*:path:_files' \\\n"_s;
    return text + u"            '--help[help]'\n        ;;\n"_s;
}

QString zshScript()
{
    QString text = u"#compdef convoy-cli\n"_s + licence() + QString::fromUtf8(R"SH(
_convoy_cli_profile() {
    local -a profiles
    profiles=(${(f)"$(convoy-cli profiles list 2>/dev/null | awk '{ print $1 }')"})
    compadd -a profiles
    _files
}

_convoy-cli() {
    local -a commands
    commands=(
)SH");
    for (const CommandRow &row : commandTable())
        text += u"        '%1:%2'\n"_s.arg(QString::fromUtf8(row.name), zshQuoted(translated(row.summary)));
    text += QString::fromUtf8(R"SH(    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local command=${words[2]}
    shift words
    (( CURRENT-- ))
    case $command in
)SH");
    for (const CommandRow &row : commandTable())
        text += zshCommand(row);
    return text
        + u"    esac\n}\n\nif [ \"${funcstack[1]}\" = _convoy-cli ]; then _convoy-cli \"$@\"; else compdef _convoy-cli convoy-cli; fi\n"_s;
}

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishValue(const OptionRow &row)
{
    switch (valueOf(row)) {
    case Value::None: return {};
    case Value::Words: return u" -x -a "_s + fishQuoted(wordsOf(row));
    case Value::File: return u" -r -F"_s;
    case Value::Folder: return u" -x -a '(__fish_complete_directories)'"_s;
    case Value::Profile: return u" -r -F -a '(convoy-cli profiles list 2>/dev/null | string match -r \"^\\\\S+\")'"_s;
    case Value::Key:
    case Value::Free: return u" -x"_s;
    }
    return {};
}

QString fishScript()
{
    QString text = licence();
    for (const CommandRow &row : commandTable())
        text += u"complete -c convoy-cli -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
            QString::fromUtf8(row.name), fishQuoted(translated(row.summary)));
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
            fishQuoted(condition), QString::fromUtf8(row.name).mid(2), fishValue(row), fishQuoted(translated(row.help)));
    }
    for (const CommandRow &row : commandTable()) {
        const QStringList words = operandWords(row);
        if (!words.isEmpty())
            text += u"complete -c convoy-cli -n '__fish_seen_subcommand_from %1' -a '%2'\n"_s.arg(
                QString::fromUtf8(row.name), words.join(u' '));
    }
    return text;
}

} // namespace

int runCompletion(const Arguments &arguments)
{
    const QByteArray shell = arguments.operands.size() == 1 ? arguments.operands.front() : QByteArray();
    if (shell == "bash")
        writeData(bashScript().toUtf8());
    else if (shell == "zsh")
        writeData(zshScript().toUtf8());
    else if (shell == "fish")
        writeData(fishScript().toUtf8());
    else
        return wrongUsage(arguments.command, {ErrorKind::InvalidOption, Text::tr("One of bash, zsh, fish is needed."), {}});
    return ExitStatus::success;
}

} // namespace convoy
