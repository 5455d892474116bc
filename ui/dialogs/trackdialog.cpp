// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trackdialog.h"

#include "ui/albumfiller.h"
#include "ui/droppedpaths.h"
#include "ui/widgets/allowed.h"
#include "ui/widgets/coverbox.h"

#include <QAbstractItemDelegate>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QPushButton *makeButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false); // Enter belongs to the cells
    return button;
}

/// A field that can be typed into, with what people use most.
QComboBox *makeTemplates(const QString &name, const QString &tip, const QStringList &templates)
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(templates);
    box->setToolTip(tip);
    box->setAccessibleName(name);
    box->lineEdit()->setAccessibleName(name);
    box->setMinimumContentsLength(24);
    return box;
}

bool isPicture(const Path &path)
{
    static const QStringList endings{u".jpg"_s, u".jpeg"_s, u".png"_s, u".gif"_s, u".webp"_s};
    return endings.contains(displayName(path.extension()).toLower());
}

} // namespace

TrackDialog::TrackDialog(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, const QList<RowId> &rows,
                         QWidget *parent)
    : QDialog(parent),
      m_tracks(new TrackModel(model, editor, profiles, rows, this)),
      m_table(new QTableView),
      m_cover(new CoverBox),
      m_message(new QLabel(tr("An empty cell keeps what the source says. Everything here can be undone.")))
{
    setWindowTitle(tr("Album"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    makeTable();
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    connect(m_cover, &CoverBox::chosen, this,
            [this](const Path &picture) { m_tracks->setPicture(m_tracks->places(), picture); });
    connect(m_tracks, &QAbstractItemModel::dataChanged, this, &TrackDialog::refresh);
    connect(m_tracks, &TrackModel::refused, this, &TrackDialog::say);
    connect(m_tracks, &QAbstractItemModel::modelReset, this, &TrackDialog::stopLookUp); // places are other tracks now

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *fields = new QHBoxLayout;
    fields->addWidget(m_cover, 0, Qt::AlignTop);
    fields->addSpacing(6);
    fields->addLayout(makeFields(), 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_message, 1);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeEditButtons(editor));
    column->addWidget(m_table, 1);
    column->addLayout(fields);
    column->addLayout(bottom);
    resize(1080, 640); // twelve tracks and a little
    refresh();
    m_table->setCurrentIndex(m_tracks->index(0, m_tracks->titleColumn()));
    m_table->setFocus();
}

TrackDialog::~TrackDialog() = default;

void TrackDialog::makeTable()
{
    m_table->setModel(m_tracks);
    m_table->setAccessibleName(tr("Tracks"));
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle); // of a path, its end tells most
    m_table->setEditTriggers(QTableView::AllEditTriggers ^ QTableView::CurrentChanged);
    m_table->setTabKeyNavigation(false); // on with Tab while typing; else it leads out of the table
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
            [this](const QWidget *, QAbstractItemDelegate::EndEditHint hint) {
                const QModelIndex below = m_table->currentIndex().siblingAtRow(m_table->currentIndex().row() + 1);
                if (hint == QAbstractItemDelegate::SubmitModelCache && below.isValid()) // Enter
                    m_table->setCurrentIndex(below);
            });
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->resizeColumnsToContents();
    const int wide = fontMetrics().averageCharWidth() * 20;
    const int most = 2 * wide;
    for (int column = 0; column < m_tracks->columnCount(); ++column) {
        // Numbers need little room, texts that are still to come need some, and paths the most.
        const int least = column == TrackModel::outputColumn ? most : m_tracks->isText(column) ? wide : 0;
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + 12, least, most));
    }
}

QLayout *TrackDialog::makeEditButtons(QueueEditor &editor)
{
    const auto cells = [this] { return m_table->selectionModel()->selectedIndexes(); };
    auto *fill = makeButton(tr("Fill down"), tr("The uppermost selected cell goes into those below (Ctrl+D)"));
    fill->setShortcut(QKeySequence(u"Ctrl+D"_s));
    connect(fill, &QPushButton::clicked, this, [this, cells] { m_tracks->fillDown(cells()); });
    auto *number = makeButton(tr("Number"), tr("Counts up from the uppermost selected cell"));
    connect(number, &QPushButton::clicked, this, [this, cells] { m_tracks->number(cells()); });
    auto *paste = makeButton(
        tr("Paste a list"),
        tr("One line of the clipboard a track, from the current cell on; tabs go to the next column (Ctrl+V)"));
    paste->setShortcut(QKeySequence::Paste);
    connect(paste, &QPushButton::clicked, this,
            [this] { m_tracks->paste(m_table->currentIndex(), QApplication::clipboard()->text()); });
    m_import = makeButton(tr("Import …"),
                          tr("Tags from a cue sheet, a JSON or CSV file, or a list of titles. Such a file "
                             "can be dropped here as well."));
    m_import->setEnabled(false);
    connect(m_import, &QPushButton::clicked, this, &TrackDialog::askForFile);
    m_lookUp = makeButton(tr("Look up"),
                          tr("Asks MusicBrainz which disc this is, by the lengths of its tracks, and the "
                             "Cover Art Archive for its cover. Nothing is asked without this button."));
    m_lookUp->setEnabled(false);
    connect(m_lookUp, &QPushButton::clicked, this, &TrackDialog::lookUpOrStop);

    auto *undo = editor.stack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    auto *redo = editor.stack().createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    addActions({undo, redo});
    auto *undoButton = makeButton(tr("Undo"), tr("Takes back what was done last (Ctrl+Z)"));
    const auto allowUndo = [undoButton](bool can) { setAllowed(*undoButton, can, tr("There is nothing to undo.")); };
    allowUndo(undo->isEnabled());
    connect(undo, &QAction::enabledChanged, undoButton, allowUndo);
    connect(undoButton, &QPushButton::clicked, undo, &QAction::trigger);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {fill, number, paste, m_import, m_lookUp})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(undoButton);
    return row;
}

QLayout *TrackDialog::makeFields()
{
    m_pattern = makeTemplates(tr("Pattern of paths"),
                              tr("How the files and their folders are named; each {tag} is filled in from there"),
                              {u"{artist}/{album}/{track} - {title}"_s, u"{artist}/{album}/{track} {title}"_s,
                               u"{artist} - {album}/{track}. {title}"_s, u"{albumartist}/{date} - {album}/{track} {title}"_s,
                               u"{album}/{track} - {artist} - {title}"_s, u"{artist} - {title}"_s});
    auto *apply = makeButton(tr("Fill in from paths"), tr("Reads the tags of every track out of its path"));
    connect(apply, &QPushButton::clicked, this, &TrackDialog::takePattern);
    m_names = makeTemplates(
        tr("Names of outputs"), tr("How the outputs are named; “/” makes a folder. The column “Output” shows them."),
        {u"{stem}"_s, u"{track:02} {title}"_s, u"{artist}/{album}/{track:02} {title}"_s,
         u"{albumartist}/{album}/{track:02} {title}"_s, u"{albumartist}/{date} {album}/{discnumber}-{track:02} {title}"_s});
    m_names->setCurrentText(m_tracks->nameTemplate());
    connect(m_names, &QComboBox::textActivated, this, &TrackDialog::takeNames);
    connect(m_names->lineEdit(), &QLineEdit::editingFinished, this, &TrackDialog::takeNames);
    auto *pattern = new QHBoxLayout;
    pattern->addWidget(m_pattern, 1);
    pattern->addWidget(apply);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *label = new QLabel(tr("Paths are named"));
    label->setBuddy(m_pattern);
    form->addRow(label, pattern);
    form->addRow(tr("Name outputs"), m_names);
    return form;
}

void TrackDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TrackDialog::dropEvent(QDropEvent *event)
{
    const std::vector<Path> paths = droppedPaths(*event->mimeData());
    if (paths.empty())
        return;
    event->acceptProposedAction();
    if (isPicture(paths.front()))
        m_tracks->setPicture(m_tracks->places(), paths.front());
    else
        takeFile(paths.front());
}

void TrackDialog::say(const QString &sentence)
{
    m_message->setText(sentence);
}

void TrackDialog::refresh()
{
    m_cover->show(m_tracks->picture());
    if (!m_names->lineEdit()->hasFocus())
        m_names->setCurrentText(m_tracks->nameTemplate());
}

} // namespace convoy
