// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QUndoStack>
#include <QWidget>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

WindowActions::WindowActions(QWidget &window, QUndoStack &stack) : QObject(&window), m_window(window)
{
    makeList();
    makeWork();
    makeUndo(stack);
    makeWindow();
}

/// The texts are whole: where the verb stands in them, each language says.
void WindowActions::makeUndo(QUndoStack &stack)
{
    undo = new QAction(tr("Undo"), this);
    redo = new QAction(tr("Redo"), this);
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    for (QAction *action : {undo, redo}) {
        action->setWhatsThis(action->text());
        action->setEnabled(false);
        m_window.addAction(action);
    }
    connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, undo, [this](const QString &edit) {
        undo->setText(edit.isEmpty() ? tr("Undo") : tr("Undo %1", "an edit").arg(edit));
    });
    connect(&stack, &QUndoStack::redoTextChanged, redo, [this](const QString &edit) {
        redo->setText(edit.isEmpty() ? tr("Redo") : tr("Redo %1", "an edit").arg(edit));
    });
}

QAction *WindowActions::make(const char *icon, const QString &text, const QKeySequence &keys, const QString &tip)
{
    auto *action = new QAction(themedIcon(QLatin1StringView(icon)), text, this);
    action->setShortcut(keys);
    const QString keyText = keys.toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? tip : tr("%1 (%2)", "tooltip (keys)").arg(tip, keyText));
    m_window.addAction(action);
    return action;
}

void WindowActions::makeList()
{
    addFiles = make("add-files", tr("Add files"), QKeySequence::Open, tr("Choose files to convert"));
    addFolder = make("add-folder", tr("Add folder"), QKeySequence(u"Ctrl+Shift+O"_s),
                     tr("Choose a folder; everything in it is added"));
    addList = make("", tr("Add from a list …"), QKeySequence(u"Ctrl+Shift+L"_s),
                   tr("Jobs from a table or a range of numbers"));
    watch = make("", tr("Watched folders …"), QKeySequence(u"Ctrl+Shift+W"_s),
                 tr("Folders whose new files are converted by themselves"));
    copy = make("", tr("Copy files"), QKeySequence::Copy, tr("What came of the selected files, or else they themselves"));
    copy->setShortcutContext(Qt::WidgetShortcut); // elsewhere it copies text
    paste = make("", tr("Paste files"), QKeySequence::Paste, tr("Add the files that the clipboard names"));
    remove = make("remove", tr("Remove"), {}, tr("Take the selected files off the list; the files themselves stay"));
    clearFinished = make("clear", tr("Clear finished"), QKeySequence(u"Ctrl+L"_s),
                         tr("Take everything off the list that has ended well"));
    fileMenu = make("", tr("More for the selected files"), QKeySequence(u"Shift+F10"_s),
                    tr("What else can be done with the selected files"));
    find = make("", tr("Search"), QKeySequence::Find, tr("Search the list"));
    moveUp = make("", tr("Move up"), QKeySequence(u"Alt+Up"_s), tr("Convert the selected files earlier"));
    moveDown = make("", tr("Move down"), QKeySequence(u"Alt+Down"_s), tr("Convert the selected files later"));
    moveToTop = make("", tr("Move to the top"), QKeySequence(u"Alt+Home"_s), tr("Convert the selected files first"));
    groupings = choices({tr("Not grouped"), tr("By folder"), tr("By profile")});
}

void WindowActions::makeWork()
{
    convert = make("convert", tr("Convert"), QKeySequence(u"Ctrl+Return"_s), tr("Convert everything that waits"));
    pause = make("pause", tr("Pause"), QKeySequence(u"Ctrl+P"_s), tr("Hold everything where it stands"));
    resume = make("resume", tr("Resume"), QKeySequence(u"Ctrl+Shift+P"_s), tr("Go on from where it stood"));
    cancel = make("cancel", tr("Cancel"), QKeySequence(u"Ctrl+."_s), tr("Stop all work; nothing half done is left behind"));
    retryFailed = make("retry", tr("Retry failed"), QKeySequence(u"Ctrl+R"_s), tr("Try everything that failed once more"));
    plan = make("plan", tr("Show the plan"), QKeySequence(u"Ctrl+Shift+Return"_s),
                tr("What would be written where, before anything is started"));
    whenDone = choices({tr("Do nothing more"), tr("Suspend the computer"), tr("Switch the computer off")});
}

void WindowActions::makeWindow()
{
    timeline = make("", tr("Show the timeline"), QKeySequence(u"Ctrl+T"_s), tr("Who works when"));
    panel = make("", tr("Show the side panel"), QKeySequence(u"F9"_s), tr("Preview, options, details and log"));
    timeline->setCheckable(true);
    panel->setCheckable(true);
    history = make("history", tr("History"), QKeySequence(u"Ctrl+H"_s), tr("What was converted when"));
    report = make("details", tr("Report"), QKeySequence(u"Ctrl+Shift+R"_s), tr("A page about what was converted last"));
    preferences = make("settings", tr("Preferences"), QKeySequence(u"Ctrl+,"_s), tr("What holds for every batch"));
    help = make("", tr("Keyboard shortcuts"), QKeySequence::HelpContents, tr("Every key that does something"));
    about = make("", tr("About Convoy"), {}, tr("Version and licence"));
    quit = make("quit", tr("Quit"), QKeySequence(u"Ctrl+Q"_s), tr("Close the window; what runs can be resumed"));
}

QActionGroup *WindowActions::choices(const QStringList &texts)
{
    auto *group = new QActionGroup(this);
    for (int i = 0; i < texts.size(); ++i) {
        QAction *action = group->addAction(texts[i]);
        action->setCheckable(true);
        action->setChecked(i == 0);
        action->setData(i);
    }
    return group;
}

QMenu *WindowActions::makeMenu(QMenu *profiles)
{
    auto *menu = new QMenu(&m_window);
    menu->setToolTipsVisible(true); // why something cannot be chosen now
    menu->addActions({addFiles, addFolder, paste, addList, watch});
    menu->addSeparator();
    menu->addActions({undo, redo});
    menu->addSeparator();
    menu->addMenu(profiles);
    menu->addActions({plan, history, report});
    menu->addSeparator();
    menu->addMenu(tr("Group the files"))->addActions(groupings->actions());
    columns = menu->addMenu(tr("Columns"));
    menu->addMenu(tr("When everything has ended"))->addActions(whenDone->actions());
    menu->addSeparator();
    menu->addActions({timeline, panel});
    menu->addSeparator();
    menu->addActions({preferences, help, about});
    menu->addSeparator();
    menu->addAction(quit);
    return menu;
}

} // namespace convoy
