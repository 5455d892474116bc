// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>

namespace convoy {

const std::vector<OptionRow> &optionTable()
{
    using enum HelpTopic;
    static const std::vector<OptionRow> table{
        {"--profile", "ID|FILE", Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "how to convert (“convoy-cli profiles” lists them)")},
        {"--set", "KEY=VALUE", Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "changes one option of the profile; may be repeated")},
        {"--output-dir", "DIR", Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "where outputs go (default: beside each source)")},
        {"--name", "TEMPLATE", Main, QT_TRANSLATE_NOOP("convoy::Arguments", "names of outputs, such as {stem}-{n:03}")},
        {"--conflict", "rename|skip|overwrite|fail", Main, QT_TRANSLATE_NOOP("convoy::Arguments", "when a name is taken")},
        {"--jobs", "N", Main, QT_TRANSLATE_NOOP("convoy::Arguments", "how many at the same time (default: one a core)")},
        {"--recursive", nullptr, Main, QT_TRANSLATE_NOOP("convoy::Arguments", "takes the files of sub-folders too")},
        {"--dry-run", nullptr, Main, QT_TRANSLATE_NOOP("convoy::Arguments", "only says what would be done")},
        {"--report", "FILE", Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "a .json, .csv, .html or .xml (JUnit); may be repeated")},
        {"--files-from", "FILE|-", Files,
         QT_TRANSLATE_NOOP("convoy::Arguments", "reads more paths from a file or stdin, one a line")},
        {"--null", nullptr, Files, QT_TRANSLATE_NOOP("convoy::Arguments", "paths in that list end in a null byte")},
        {"--list", "FILE", Files,
         QT_TRANSLATE_NOOP("convoy::Arguments", "jobs are the rows of a .csv, .tsv, .json: {column}")},
        {"--range", "FIRST-LAST[:STEP]", Files,
         QT_TRANSLATE_NOOP("convoy::Arguments", "jobs are numbers, {i} or {i:03}; each path with each")},
        {"--album", "FILE", Albums,
         QT_TRANSLATE_NOOP("convoy::Arguments", "tags from .json, .csv, cue sheet, list of titles")},
        {"--tags-from", "PATTERN", Albums,
         QT_TRANSLATE_NOOP("convoy::Arguments", "tags from paths: {artist}/{album}/{track} {title}")},
        {"--lookup", nullptr, Albums,
         QT_TRANSLATE_NOOP("convoy::Arguments", "asks MusicBrainz for tags and cover of each disc")},
        {"--release", "ID|N", Albums, QT_TRANSLATE_NOOP("convoy::Arguments", "which of several releases that fit")},
        {"--halt", "soon|now[,fail=N|N%]", Order,
         QT_TRANSLATE_NOOP("convoy::Arguments", "gives up when so many have failed; “resume” goes on")},
        {"--delay", "SECONDS", Order, QT_TRANSLATE_NOOP("convoy::Arguments", "waits so long between two starts")},
        {"--keep-order", nullptr, Order,
         QT_TRANSLATE_NOOP("convoy::Arguments", "tells of jobs in their order, not as they end")},
        {"--retry-failed", nullptr, Order,
         QT_TRANSLATE_NOOP("convoy::Arguments", "does what has failed in a batch once more")},
        {"--settle", "SECONDS", Order,
         QT_TRANSLATE_NOOP("convoy::Arguments", "unchanged for so long, a file is whole (default: 2)")},
        {"--poll", "SECONDS", Order,
         QT_TRANSLATE_NOOP("convoy::Arguments", "looks so often (default: 60, on network folders 5)")},
        {"--no-verify", nullptr, Safety, QT_TRANSLATE_NOOP("convoy::Arguments", "does not read outputs back")},
        {"--keep-times", nullptr, Safety, QT_TRANSLATE_NOOP("convoy::Arguments", "outputs get the times of their sources")},
        {"--trash-source", nullptr, Safety,
         QT_TRANSLATE_NOOP("convoy::Arguments", "trashes sources whose outputs are verified and saved")},
        {"--isolation", "process|thread", Safety,
         QT_TRANSLATE_NOOP("convoy::Arguments", "thread: no sandbox; a crash ends all that run")},
        {"--events", "text|json", Results, QT_TRANSLATE_NOOP("convoy::Arguments", "json: one object a line on stdout")},
        {"--tool-output", nullptr, Results, QT_TRANSLATE_NOOP("convoy::Arguments", "prints what tools say to stdout")},
        {"--log-dir", "DIR", Results,
         QT_TRANSLATE_NOOP("convoy::Arguments", "writes what each tool says to a file of its own")},
        {"--notify", "FILE", Results,
         QT_TRANSLATE_NOOP("convoy::Arguments", "mail, web address or command to be told at the end")},
        {"--against", "DIR", Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "where the sources are (default: beside the files)")},
        {"--accuraterip", nullptr, Main,
         QT_TRANSLATE_NOOP("convoy::Arguments", "compares with the configured AccurateRip database")},
        {"--markdown", nullptr, Main, QT_TRANSLATE_NOOP("convoy::Arguments", "as a page of documentation")},
        {"--json", nullptr, Main, QT_TRANSLATE_NOOP("convoy::Arguments", "one JSON document on stdout")},
        {"--help", nullptr, Main, QT_TRANSLATE_NOOP("convoy::Arguments", "shows this")},
    };
    return table;
}

const std::vector<TopicRow> &topicTable()
{
    static const std::vector<TopicRow> table{
        {"files", HelpTopic::Files},   {"albums", HelpTopic::Albums},   {"order", HelpTopic::Order},
        {"safety", HelpTopic::Safety}, {"results", HelpTopic::Results},
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
         QT_TRANSLATE_NOOP("convoy::Arguments", "compares music with its sources"),
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
        {"notify", "test|password FILE", QT_TRANSLATE_NOOP("convoy::Arguments", "sends a test, or keeps a password"), {}},
        {"completion", "bash|zsh|fish", QT_TRANSLATE_NOOP("convoy::Arguments", "prints what makes a shell complete"), {}},
    };
    return table;
}

} // namespace convoy
