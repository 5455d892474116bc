// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "core/base/suggestion.h"

#include <QCoreApplication>

#include <algorithm>

namespace convoy {

namespace {

struct ArgumentsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Arguments)
};

const OptionRow *findOption(const QByteArray &name)
{
    const auto &table = optionTable();
    const auto it = std::ranges::find_if(table, [&](const OptionRow &row) { return name == row.name; });
    return it == table.end() ? nullptr : &*it;
}

/// Walks through the words behind the command.
class Reader
{
public:
    Reader(const CommandRow &command, std::span<const QByteArray> words) : m_command(command), m_words(words)
    {
        m_arguments.command = command.name;
    }

    Result<Arguments> read()
    {
        bool optionsEnded = false;
        while (!m_words.empty()) {
            const QByteArray word = take();
            if (word == "--" && !optionsEnded) {
                optionsEnded = true;
            } else if (word == "-") {
                return invalidOption(ArgumentsText::tr(
                    "“-” is not a path: files are read and written by name. (“./-” is a file of that name.)"));
            } else if (!optionsEnded && (word == "--help" || word == "-h")) {
                m_arguments.add("--help", m_words.empty() ? QByteArray() : take());
                return m_arguments;
            } else if (!optionsEnded && word.startsWith('-')) {
                if (std::optional<Error> error = option(word))
                    return *error;
            } else {
                m_arguments.operands.push_back(word);
            }
        }
        return m_arguments;
    }

private:
    QByteArray take()
    {
        const QByteArray word = m_words.front();
        m_words = m_words.subspan(1);
        return word;
    }

    std::optional<Error> option(const QByteArray &word)
    {
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = word.left(equals < 0 ? word.size() : equals);
        const OptionRow *row = findOption(name);
        if (!row || !takesOption(m_command, name)) {
            const QString typed = QString::fromUtf8(name);
            QStringList known;
            for (const char *option : m_command.options)
                known.append(QString::fromUtf8(option));
            return invalidOption(
                ArgumentsText::tr("There is no option “%1” for “%2”.").arg(typed, QString::fromUtf8(m_command.name))
                + suggestion(typed, known));
        }
        if (!row->value) {
            if (equals >= 0)
                return invalidOption(ArgumentsText::tr("“%1” takes no value.").arg(QString::fromUtf8(name)));
            m_arguments.add(name, {});
            return std::nullopt;
        }
        if (equals < 0 && m_words.empty())
            return invalidOption(
                ArgumentsText::tr("“%1” needs a value: %2.").arg(QString::fromUtf8(name), QString::fromUtf8(row->value)));
        m_arguments.add(name, equals < 0 ? take() : word.mid(equals + 1));
        return std::nullopt;
    }

    const CommandRow &m_command;
    std::span<const QByteArray> m_words;
    Arguments m_arguments;
};

} // namespace

const CommandRow *findCommand(const QByteArray &name)
{
    const auto &table = commandTable();
    const auto it = std::ranges::find_if(table, [&](const CommandRow &row) { return name == row.name; });
    return it == table.end() ? nullptr : &*it;
}

bool takesOption(const CommandRow &command, const QByteArray &name)
{
    return name == "--help" || std::ranges::any_of(command.options, [&](const char *known) { return name == known; });
}

QByteArray Arguments::value(const char *option) const
{
    const auto it = m_options.find(option);
    return it == m_options.end() ? QByteArray() : it->second.back();
}

std::vector<QByteArray> Arguments::values(const char *option) const
{
    const auto it = m_options.find(option);
    return it == m_options.end() ? std::vector<QByteArray>() : it->second;
}

Result<Arguments> parseArguments(std::span<const QByteArray> words)
{
    if (words.empty())
        return invalidOption(ArgumentsText::tr("Tell what to do."));
    const QByteArray first = words.front();
    Arguments arguments;
    if (first == "--help" || first == "-h" || first == "help") {
        arguments.add("--help", words.size() > 2 ? words[2] : QByteArray());
        if (words.size() > 1 && findCommand(words[1]))
            arguments.command = words[1];
        return arguments;
    }
    const CommandRow *command = findCommand(first);
    if (!command) {
        const QString typed = QString::fromUtf8(first);
        QStringList known;
        for (const CommandRow &row : commandTable())
            known.append(QString::fromUtf8(row.name));
        return invalidOption(ArgumentsText::tr("There is no command “%1”.").arg(typed) + suggestion(typed, known));
    }
    return Reader(*command, words.subspan(1)).read();
}

} // namespace convoy
