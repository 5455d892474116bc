// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *context = "convoy::Arguments";

struct Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Arguments)
};

Error invalid(const QString &message)
{
    return {ErrorKind::InvalidOption, message, {}};
}

const CommandRow *findCommand(const QByteArray &name)
{
    const auto &table = commandTable();
    const auto it = std::ranges::find_if(table, [&](const CommandRow &row) { return name == row.name; });
    return it == table.end() ? nullptr : &*it;
}

const OptionRow *findOption(const QByteArray &name)
{
    const auto &table = optionTable();
    const auto it = std::ranges::find_if(table, [&](const OptionRow &row) { return name == row.name; });
    return it == table.end() ? nullptr : &*it;
}

bool takesOption(const CommandRow &command, const QByteArray &name)
{
    return name == "--help" || std::ranges::any_of(command.options, [&](const char *known) { return name == known; });
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
        while (!m_words.empty() && !m_arguments.has("--help")) {
            const QByteArray word = take();
            if (word == "--" && !optionsEnded) {
                optionsEnded = true;
            } else if (word == "-") {
                return invalid(
                    Text::tr("“-” is not a path: files are read and written by name. (“./-” is a file of that name.)"));
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
        const QByteArray name = word == "-h" ? QByteArray("--help") : word.left(equals < 0 ? word.size() : equals);
        const OptionRow *row = findOption(name);
        if (!row || !takesOption(m_command, name))
            return invalid(Text::tr("There is no option “%1” for “%2”.")
                               .arg(QString::fromUtf8(name), QString::fromUtf8(m_command.name)));
        if (!row->value) {
            if (equals >= 0)
                return invalid(Text::tr("“%1” takes no value.").arg(QString::fromUtf8(name)));
            m_arguments.add(name, {});
            return std::nullopt;
        }
        if (equals < 0 && m_words.empty())
            return invalid(Text::tr("“%1” needs a value: %2.").arg(QString::fromUtf8(name), QString::fromUtf8(row->value)));
        m_arguments.add(name, equals < 0 ? take() : word.mid(equals + 1));
        return std::nullopt;
    }

    const CommandRow &m_command;
    std::span<const QByteArray> m_words;
    Arguments m_arguments;
};

QString overview()
{
    QString text = Text::tr("Convoy converts many files at once, on every core.") + u"\n\n"_s;
    text += Text::tr("Usage:") + u'\n';
    for (const CommandRow &command : commandTable()) {
        const QString start = u"  convoy-cli %1 %2"_s.arg(QString::fromUtf8(command.name),
                                                          QString::fromUtf8(command.operands));
        text += start.leftJustified(51) + u' ' + QCoreApplication::translate(context, command.summary) + u'\n';
    }
    text += u'\n'
        + Text::tr("“convoy-cli COMMAND --help” shows the options of a command; “convoy-cli --version” the version.")
        + u'\n';
    text += Text::tr("Exit status: 0 all done or skipped, 1 something failed, 2 wrong usage, 3 unfit\n"
                     "environment, 130 interrupted (“convoy-cli resume” goes on).")
        + u'\n';
    return text;
}

} // namespace

const std::vector<OptionRow> &optionTable()
{
    static const std::vector<OptionRow> table{
        {"--profile", "ID|FILE",
         QT_TRANSLATE_NOOP("convoy::Arguments", "how to convert (“convoy-cli profiles” lists them)")},
        {"--set", "KEY=VALUE", QT_TRANSLATE_NOOP("convoy::Arguments", "changes one option of the profile; may be repeated")},
        {"--output-dir", "DIR",
         QT_TRANSLATE_NOOP("convoy::Arguments", "where outputs go; made if missing (default: beside each source)")},
        {"--name", "TEMPLATE", QT_TRANSLATE_NOOP("convoy::Arguments", "names of outputs, such as {stem}-{n:03}")},
        {"--conflict", "rename|skip|overwrite|fail", QT_TRANSLATE_NOOP("convoy::Arguments", "when a name is taken")},
        {"--jobs", "N", QT_TRANSLATE_NOOP("convoy::Arguments", "how many at the same time (default: one a core)")},
        {"--recursive", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "takes the files of sub-folders too")},
        {"--files-from", "FILE|-",
         QT_TRANSLATE_NOOP("convoy::Arguments", "reads more paths from a file or stdin, one a line")},
        {"--null", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "paths in that list end in a null byte, not a new line")},
        {"--list", "FILE",
         QT_TRANSLATE_NOOP("convoy::Arguments",
                           "jobs are the rows of a .csv, .tsv or .json: {name} {description} {column}")},
        {"--range", "FIRST-LAST[:STEP]", QT_TRANSLATE_NOOP("convoy::Arguments", "jobs are numbers: {i}, {i:03}")},
        {"--album", "FILE", QT_TRANSLATE_NOOP("convoy::Arguments", "tags from a .json, .csv, cue sheet or list of titles")},
        {"--tags-from", "PATTERN",
         QT_TRANSLATE_NOOP("convoy::Arguments", "tags from paths, such as {artist}/{album}/{track} {title}")},
        {"--lookup", nullptr,
         QT_TRANSLATE_NOOP("convoy::Arguments", "asks MusicBrainz for the tags of each disc, and for its cover")},
        {"--release", "ID|N", QT_TRANSLATE_NOOP("convoy::Arguments", "which of several releases that fit")},
        {"--against", "DIR",
         QT_TRANSLATE_NOOP("convoy::Arguments", "where the sources are (default: beside the files, by their names)")},
        {"--accuraterip", nullptr,
         QT_TRANSLATE_NOOP("convoy::Arguments", "compares with the AccurateRip database that is configured")},
        {"--dry-run", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "only says what would be done")},
        {"--no-verify", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "does not read outputs back")},
        {"--keep-times", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "outputs get the times of their sources")},
        {"--trash-source", nullptr,
         QT_TRANSLATE_NOOP("convoy::Arguments", "sources go to the trash once their outputs are verified and saved")},
        {"--halt", "soon|now[,fail=N|N%]",
         QT_TRANSLATE_NOOP("convoy::Arguments", "gives up when so many have failed; “resume” goes on")},
        {"--delay", "SECONDS", QT_TRANSLATE_NOOP("convoy::Arguments", "waits so long between two starts")},
        {"--keep-order", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "tells of jobs in their order, not as they end")},
        {"--tool-output", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "prints what tools say to stdout")},
        {"--log-dir", "DIR", QT_TRANSLATE_NOOP("convoy::Arguments", "writes what each tool says to a file of its own")},
        {"--retry-failed", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "does what has failed in a batch once more")},
        {"--isolation", "process|thread",
         QT_TRANSLATE_NOOP("convoy::Arguments", "thread: no sandbox; a crash ends all that run")},
        {"--events", "text|json", QT_TRANSLATE_NOOP("convoy::Arguments", "json: one object a line on stdout")},
        {"--report", "FILE",
         QT_TRANSLATE_NOOP("convoy::Arguments", "a report at the end: .json, .csv, .html or .xml (JUnit); may be repeated")},
        {"--notify", "FILE",
         QT_TRANSLATE_NOOP("convoy::Arguments", "sends mail, calls a web address or runs a command as the file says")},
        {"--settle", "SECONDS",
         QT_TRANSLATE_NOOP("convoy::Arguments", "a file is whole when it has stayed the same for so long (default: 2)")},
        {"--poll", "SECONDS",
         QT_TRANSLATE_NOOP("convoy::Arguments", "looks at the folder so often (default: 60, on network folders 5)")},
        {"--markdown", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "as a page of documentation")},
        {"--json", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "one JSON document on stdout")},
        {"--help", nullptr, QT_TRANSLATE_NOOP("convoy::Arguments", "shows this")},
    };
    return table;
}

const std::vector<CommandRow> &commandTable()
{
    static const std::vector<CommandRow> table{
        {"convert",
         "--profile ID PATH…",
         QT_TRANSLATE_NOOP("convoy::Arguments", "converts files and folders"),
         {"--profile",      "--set",    "--output-dir", "--name",       "--conflict",    "--jobs",      "--recursive",
          "--files-from",   "--null",   "--list",       "--range",      "--dry-run",     "--no-verify", "--keep-times",
          "--trash-source", "--halt",   "--delay",      "--keep-order", "--tool-output", "--log-dir",   "--isolation",
          "--events",       "--report", "--notify",     "--album",      "--tags-from",   "--lookup",    "--release"}},
        {"verify",
         "[--against DIR] PATH…",
         QT_TRANSLATE_NOOP("convoy::Arguments", "compares music files with their sources, sample by sample"),
         {"--against", "--recursive", "--accuraterip", "--jobs", "--json"}},
        {"profiles",
         "[list|show ID|validate FILE]",
         QT_TRANSLATE_NOOP("convoy::Arguments", "shows or checks profiles"),
         {"--json"}},
        {"probe",
         "[--json] PATH…",
         QT_TRANSLATE_NOOP("convoy::Arguments", "says what files are"),
         {"--json", "--recursive"}},
        {"converters",
         "[--json|--markdown]",
         QT_TRANSLATE_NOOP("convoy::Arguments", "lists converters and their options"),
         {"--json", "--markdown"}},
        {"watch",
         "--profile ID DIR",
         QT_TRANSLATE_NOOP("convoy::Arguments", "converts what comes into a folder"),
         {"--profile", "--set", "--output-dir", "--name", "--conflict", "--jobs", "--recursive", "--settle", "--poll",
          "--no-verify", "--keep-times", "--trash-source", "--log-dir", "--isolation", "--events"}},
        {"resume",
         "[BATCH]",
         QT_TRANSLATE_NOOP("convoy::Arguments", "goes on with interrupted batches"),
         {"--retry-failed", "--jobs", "--keep-order", "--tool-output", "--log-dir", "--isolation", "--events", "--report",
          "--notify"}},
        {"history", "[--json]", QT_TRANSLATE_NOOP("convoy::Arguments", "lists past batches"), {"--json"}},
        {"notify",
         "test|password FILE",
         QT_TRANSLATE_NOOP("convoy::Arguments", "sends a test message, or keeps a mail password"),
         {}},
        {"completion", "bash|zsh|fish", QT_TRANSLATE_NOOP("convoy::Arguments", "prints what makes a shell complete"), {}},
    };
    return table;
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
        return invalid(Text::tr("Tell what to do."));
    const QByteArray first = words.front();
    Arguments arguments;
    if (first == "--help" || first == "-h" || first == "help") {
        arguments.add("--help", {});
        if (words.size() > 1 && findCommand(words[1]))
            arguments.command = words[1];
        return arguments;
    }
    const CommandRow *command = findCommand(first);
    if (!command)
        return invalid(Text::tr("There is no command “%1”.").arg(QString::fromUtf8(first)));
    return Reader(*command, words.subspan(1)).read();
}

QString helpText(const QByteArray &command)
{
    const CommandRow *row = findCommand(command);
    if (!row)
        return overview();
    QString text = Text::tr("Usage:")
        + u" convoy-cli %1 [OPTION]… %2\n\n"_s.arg(QString::fromUtf8(row->name), QString::fromUtf8(row->operands));
    for (const OptionRow &option : optionTable()) {
        if (!takesOption(*row, option.name))
            continue;
        QString start = u"  "_s + QString::fromUtf8(option.name);
        if (option.value)
            start += u' ' + QString::fromUtf8(option.value);
        const QString help = QCoreApplication::translate(context, option.help);
        text += start.size() < 24 ? start.leftJustified(24) + help + u'\n'
                                  : start + u'\n' + QString(24, u' ') + help + u'\n';
    }
    text += u"  --"_s.leftJustified(24) + Text::tr("ends options: what follows are paths") + u'\n';
    return text;
}

} // namespace convoy
