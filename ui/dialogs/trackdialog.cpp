// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trackdialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

TrackDialog::TrackDialog(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, const QList<RowId> &rows,
                         QWidget *parent)
    : QDialog(parent),
      m_tracks(new TrackModel(model, editor, profiles, rows, this)),
      m_table(new QTableView)
{
    setWindowTitle(tr("Tracks"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setModel(m_tracks);
    m_table->setAccessibleName(tr("Tracks"));
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QTableView::AllEditTriggers ^ QTableView::CurrentChanged);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->resizeColumnsToContents();
    const int smallest = fontMetrics().averageCharWidth() * 12;
    for (int column = 0; column < m_tracks->columnCount(); ++column)
        m_table->setColumnWidth(column, qMax(smallest, m_table->columnWidth(column)));

    const auto cells = [this] { return m_table->selectionModel()->selectedIndexes(); };
    auto *fill = new QPushButton(tr("Fill down"));
    fill->setToolTip(tr("The uppermost selected cell goes into those below (Ctrl+D)"));
    fill->setShortcut(QKeySequence(u"Ctrl+D"_s));
    connect(fill, &QPushButton::clicked, this, [this, cells] { m_tracks->fillDown(cells()); });
    auto *number = new QPushButton(tr("Number"));
    number->setToolTip(tr("Counts up from the uppermost selected cell"));
    connect(number, &QPushButton::clicked, this, [this, cells] { m_tracks->number(cells()); });
    auto *paste = new QPushButton(tr("Paste a list"));
    paste->setToolTip(
        tr("One line of the clipboard a track, from the current cell on; tabs go to the next column (Ctrl+V)"));
    paste->setShortcut(QKeySequence::Paste);
    connect(paste, &QPushButton::clicked, this,
            [this] { m_tracks->paste(m_table->currentIndex(), QApplication::clipboard()->text()); });
    auto *undo = editor.stack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    addAction(undo);

    auto *hint = new QLabel(tr("An empty cell keeps what the source says. Everything here can be undone."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton *button : {fill, number, paste})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false); // Enter belongs to the cells
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(980, 460);
}

} // namespace convoy
