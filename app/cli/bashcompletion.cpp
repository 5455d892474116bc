// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completionscript.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString optionsOf(const CommandRow &row)
{
    QString text;
    for (const char *option : row.options)
        text += QString::fromUtf8(option) + u' ';
    return text + u"--help"_s;
}

} // namespace

QString bashCompletion()
{
    QString options;
    for (const OptionRow &row : optionTable()) {
        const QString name = QString::fromUtf8(row.name);
        switch (completedValue(row)) {
        case CompletedValue::None: break;
        case CompletedValue::Words:
            options += u"    %1) _convoy_cli_words '%2'; return ;;\n"_s.arg(name, completedWords(row));
            break;
        case CompletedValue::File: options += u"    %1) _convoy_cli_files -f; return ;;\n"_s.arg(name); break;
        case CompletedValue::Folder: options += u"    %1) _convoy_cli_files -d; return ;;\n"_s.arg(name); break;
        case CompletedValue::Profile: options += u"    %1) _convoy_cli_profile; return ;;\n"_s.arg(name); break;
        case CompletedValue::Key:
            options += u"    %1) _convoy_cli_words \"$(_convoy_cli_keys)\"; return ;;\n"_s.arg(name);
            break;
        case CompletedValue::Free: options += u"    %1) return ;;\n"_s.arg(name); break;
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
    return scriptHead() + u"# shellcheck shell=bash\n"_s + QString::fromUtf8(R"SH(
_convoy_cli_keys() {
    "${COMP_WORDS[0]}" converters --markdown 2>/dev/null | grep -oE '^[|] `[a-z0-9_]+`' | cut -d'`' -f2 | sort -u | sed 's/$/=/'
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
    --help | -h) _convoy_cli_words ')SH")
        + topicNames() + QString::fromUtf8(R"SH('; return ;;
    help) if [ "$COMP_CWORD" -eq 2 ]; then _convoy_cli_words ')SH")
        + commandNames() + QString::fromUtf8(R"SH('; return; fi ;;
    show) _convoy_cli_profile; return ;;
    validate | test | password) if [ "$COMP_CWORD" -eq 3 ]; then _convoy_cli_files -f; return; fi ;;
)SH") + options
        + u"    esac\n    case ${COMP_WORDS[1]} in\n"_s + commands
        + u"    esac\n}\n\ncomplete -F _convoy_cli convoy-cli\n"_s;
}

} // namespace convoy
