// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <vector>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Command {
    const char *name;
    int (*run)(const Arguments &);
};

constexpr Command commands[] = {
    {"convert", runConvert},       {"profiles", runProfiles}, {"probe", runProbe}, {"converters", runConverters},
    {"resume", runResume},         {"history", runHistory},   {"watch", runWatch}, {"notify", runNotify},
    {"completion", runCompletion}, {"verify", runVerify},
};

int runCommand(const std::vector<QByteArray> &words)
{
    const Result<Arguments> arguments = parseArguments(words);
    if (!arguments)
        return wrongUsage(!words.empty() && findCommand(words.front()) ? words.front() : QByteArray(), arguments.error());
    if (arguments->has("--help")) {
        writeData(helpText(arguments->command, arguments->value("--help")).toUtf8());
        return ExitStatus::success;
    }
    const auto command = std::ranges::find_if(commands,
                                              [&](const Command &known) { return arguments->command == known.name; });
    return command->run(*arguments);
}

} // namespace

int main(int argc, char **argv)
{
    openStandardStreams();
    const std::vector<QByteArray> words(argv + 1, argv + std::max(argc, 1));
    if (!words.empty() && (words.front() == "--version" || words.front() == "-V")) {
        writeData("convoy-cli " CONVOY_VERSION "\n");
        return ExitStatus::success;
    }
    // Qt would take some words for its own and turn the rest into text: it gets the name only.
    int nameOnly = std::min(argc, 1);
    const QCoreApplication application(nameOnly, argv);
    QCoreApplication::setApplicationName(u"convoy"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CONVOY_VERSION));
    QTranslator translator;
    // English has a file too, for its plurals: for every language that has none, and for the C locale.
    if (translator.load(QLocale(), u"convoy"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/convoy_en.qm"_s))
        QCoreApplication::installTranslator(&translator);
    return statusOfData(runCommand(words));
}
