// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keyRow(const QString &keys, const QString &meaning)
{
    return u"<tr><td style='padding:3px 18px 3px 0'><b>%1</b></td><td style='padding:3px 0'>%2</td></tr>"_s.arg(
        keys.toHtmlEscaped(), meaning.toHtmlEscaped());
}

void addClose(QDialog &dialog, QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addWidget(buttons);
}

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    QString html = u"<table cellspacing='0'>"_s;
    for (const QAction *action : actions) {
        // What undo says changes with what there is to undo.
        const QString said = action->whatsThis().isEmpty() ? action->text() : action->whatsThis();
        if (!action->shortcut().isEmpty())
            html += keyRow(action->shortcut().toString(QKeySequence::NativeText),
                           QString(said).remove(u'&').remove(u" …"_s));
    }
    html += keyRow(tr("Delete"), tr("Remove the selected files from the list"));
    html += keyRow(tr("Enter"), tr("Open the output of the current file, or its source"));
    html += keyRow(tr("Escape"), tr("Select nothing"));
    html += keyRow(tr("Left, right and space on a heading"), tr("Fold the group or unfold it"));
    html += keyRow(tr("Arrow keys in the preview"), tr("Move the crop; with Ctrl change its size, with Shift by ten"));
    html += keyRow(QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText), tr("Menu"));
    html += u"</table>"_s;
    auto *text = new QTextBrowser;
    text->setAccessibleName(tr("Keyboard shortcuts"));
    text->setHtml(html);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(12);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    addClose(*this, *column);
    resize(520, 560);
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Convoy"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(u"<h2>Convoy %1</h2><p>%2</p><p>%3</p>"_s.arg(
        QString(QLatin1StringView(CONVOY_VERSION)), tr("Converts many files at once, with every core, and never loses one."),
        tr("Free software under the GNU General Public License, version 3 or later.")));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setMargin(12);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    addClose(*this, *column);
    resize(440, 240);
}

} // namespace convoy
