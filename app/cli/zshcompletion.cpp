// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completionscript.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString zshQuoted(QString text)
{
    return text.replace(u'\'', u"’"_s).replace(u'[', u'(').replace(u']', u')').replace(u':', u"\\:"_s);
}

QString zshAction(const OptionRow &row)
{
    const QString name = QString::fromUtf8(row.value).section(u'[', 0, 0).replace(u':', u' ');
    switch (completedValue(row)) {
    case CompletedValue::None: return {};
    case CompletedValue::Words: return u":%1:(%2)"_s.arg(name, completedWords(row));
    case CompletedValue::File: return u":%1:_files"_s.arg(name);
    case CompletedValue::Folder: return u":%1:_files -/"_s.arg(name);
    case CompletedValue::Profile: return u":%1:_convoy_cli_profile"_s.arg(name);
    case CompletedValue::Key: return u":%1:_convoy_cli_key"_s.arg(name);
    case CompletedValue::Free: return u":%1: "_s.arg(name);
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
            text += u"            '*%1[%2]%3' \\\n"_s.arg(QString::fromUtf8(row.name), zshQuoted(translatedHelp(row.help)),
                                                          zshAction(row));
    }
    const QStringList words = operandWords(command);
    if (!words.isEmpty())
        text += u"            '1:word:(%1)' \\\n"_s.arg(words.join(u' '));
    if (takesPaths(command))
        text += u"            '*:path:%1' \\\n"_s.arg(QByteArray(command.operands).contains("ID") ? u"_convoy_cli_profile"_s
                                                                                                  : u"_files"_s);
    return text + u"            '--help[help]::topic:(%1)'\n        ;;\n"_s.arg(topicNames());
}

} // namespace

QString zshCompletion()
{
    QString text = u"#compdef convoy-cli\n"_s + scriptHead() + QString::fromUtf8(R"SH(
_convoy_cli_profile() {
    local -a profiles
    profiles=(${(f)"$(convoy-cli profiles list 2>/dev/null | awk '{ print $1 }')"})
    compadd -a profiles
    _files
}

_convoy_cli_key() {
    local -a keys
    keys=(${(f)"$(convoy-cli converters --markdown 2>/dev/null | grep -oE '^[|] `[a-z0-9_]+`' | cut -d'`' -f2 | sort -u)"})
    compadd -S = -a keys
}

_convoy-cli() {
    local -a commands
    commands=(
)SH");
    for (const CommandRow &row : commandTable())
        text += u"        '%1:%2'\n"_s.arg(QString::fromUtf8(row.name), zshQuoted(translatedHelp(row.summary)));
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

} // namespace convoy
