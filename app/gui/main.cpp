// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/singleinstance.h"
#include "ui/desktop/windowaccessible.h"
#include "ui/desktop/windowstyle.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <cstring>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The files of the command line, as bytes, before Qt makes text of them.
std::vector<Path> pathsFrom(int argc, char **argv)
{
    std::vector<Path> paths;
    bool optionsEnded = false;
    for (int i = 1; i < argc; ++i) {
        if (!optionsEnded && std::strcmp(argv[i], "--") == 0)
            optionsEnded = true;
        else if (optionsEnded || argv[i][0] != '-')
            paths.push_back(absolutePath(Path(argv[i])));
    }
    return paths;
}

bool install(QTranslator &translator, const QString &name, const QString &folder)
{
    return translator.load(QLocale(), name, u"_"_s, folder) && QCoreApplication::installTranslator(&translator);
}

/// English has a file too, for its plurals: for every language that has none, and for the C locale.
void installTranslations(QTranslator &own, QTranslator &toolkit)
{
    const bool reversed = QGuiApplication::isRightToLeft(); // by -reverse; a translation would take it back
    install(toolkit, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(own, u"convoy"_s, u":/i18n"_s) && own.load(u":/i18n/convoy_en.qm"_s))
        QCoreApplication::installTranslator(&own);
    if (reversed)
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && (std::strcmp(argv[1], "--version") == 0 || std::strcmp(argv[1], "-V") == 0)) {
        std::puts("convoy " CONVOY_VERSION);
        return 0;
    }
    if (argc > 1 && (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0)) {
        std::puts("Usage: convoy [PATH…]");
        return 0;
    }
    const std::vector<Path> paths = pathsFrom(argc, argv);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"convoy"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CONVOY_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Convoy"_s);
    QGuiApplication::setDesktopFileName(u"org.convoy.Convoy"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/convoy.svg"_s));
    QApplication::setStyle(new WindowStyle);
    QTranslator own, toolkit;
    installTranslations(own, toolkit);
    installWindowAccessible();
    SingleInstance instance;
    if (instance.handOver(paths))
        return 0;
    instance.listen();
    Settings settings;
    MainWindow window(settings);
    QObject::connect(&instance, &SingleInstance::received, &window, [&window](const std::vector<Path> &more) {
        window.comeToFront();
        if (!more.empty())
            window.add(more);
    });
    window.show();
    if (!paths.empty())
        window.add(paths);
    return QApplication::exec();
}
