// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/watchdialog.h"

#include "ui/desktop/theme.h"
#include "ui/models/queuerow.h"
#include "ui/widgets/allowed.h"
#include "ui/widgets/pathfield.h"
#include "ui/widgets/profilecombo.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace convoy {

namespace {

enum WatchColumn { FolderColumn, WatchProfileColumn, WatchOutputColumn, WatchStateColumn };

} // namespace

WatchDialog::WatchDialog(WatchedFolders &folders, const ProfileStore &profiles, QWidget *parent)
    : QDialog(parent),
      m_folders(folders),
      m_profiles(profiles),
      m_list(new QTreeWidget),
      m_empty(new QLabel(tr("No folder is watched yet."))),
      m_pause(new QPushButton(tr("Pause"))),
      m_remove(new QPushButton(tr("Watch no longer")))
{
    setWindowTitle(tr("Watched folders"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(tr("Watched folders"));
    m_list->setHeaderLabels({tr("Folder"), tr("Profile"), tr("Output"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(FolderColumn, QHeaderView::Stretch);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *hint = new QLabel(
        tr("New files are converted when they have stopped growing, each one once, as long as this window "
           "is open."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton *button : {m_pause, m_remove})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(makeForm());
    column->addWidget(buttons);
    m_add->setDefault(true); // once it is in the dialog
    resize(720, 480);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &WatchDialog::updateButtons);
    connect(&m_folders, &WatchedFolders::changed, this, &WatchDialog::present);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_folders.setPaused(current(), !m_folders.wish(current()).isPaused); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_folders.remove(current()); });
    present();
    m_folder->setFocus();
}

QWidget *WatchDialog::makeForm()
{
    auto *box = new QGroupBox(tr("One more folder"));
    m_folder = new PathField(PathField::Kind::Folder, tr("Folder to watch"));
    m_output = new PathField(PathField::Kind::Folder, tr("Folder for the outputs"));
    m_output->line().setPlaceholderText(tr("Beside the source"));
    m_profile = new ProfileCombo;
    m_profile->setProfiles(m_profiles.profiles());
    m_profile->setPlaceholderText(tr("Choose a profile"));
    m_profile->setToolTip({});
    m_profile->setAccessibleName(tr("Profile of the folder"));
    m_recursive = new QCheckBox(tr("Its sub-folders too"));
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    QPalette red;
    red.setColor(QPalette::WindowText, stateColor(RowState::Failed, palette()));
    m_problem->setPalette(red);
    m_add = new QPushButton(tr("Watch this folder"));
    auto *form = new QFormLayout(box);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Folder"), m_folder);
    form->addRow(tr("Profile"), m_profile);
    form->addRow(tr("Outputs"), m_output);
    form->addRow(m_problem);
    auto *last = new QHBoxLayout;
    last->addWidget(m_recursive);
    last->addStretch();
    last->addWidget(m_add);
    form->addRow(QString(), last);
    connect(m_add, &QPushButton::clicked, this, &WatchDialog::add);
    connect(m_folder, &PathField::edited, this, &WatchDialog::updateButtons);
    connect(m_profile, &ProfileCombo::chosen, this, &WatchDialog::updateButtons);
    return box;
}

void WatchDialog::present()
{
    const int kept = qMax(0, current());
    m_list->clear();
    for (int i = 0; i < m_folders.count(); ++i) {
        const WatchWish &wish = m_folders.wish(i);
        const Profile *profile = m_profiles.find(wish.profileId);
        const QString folder = isolated(displayName(wish.folder));
        const QString state = wish.isPaused  ? tr("paused")
            : m_folders.trouble(i).isEmpty() ? tr("watched")
                                             : tr("not watched: %1").arg(m_folders.trouble(i));
        auto *item = new QTreeWidgetItem(
            {wish.recursive ? tr("%1 and its sub-folders").arg(folder) : folder, profile ? profile->name : wish.profileId,
             wish.outputFolder.empty() ? tr("beside the source") : isolated(displayName(wish.outputFolder)), state});
        item->setToolTip(FolderColumn, plainTip(folder));
        item->setToolTip(WatchStateColumn, plainTip(state));
        m_list->addTopLevelItem(item);
    }
    for (const int column : {WatchProfileColumn, WatchOutputColumn, WatchStateColumn}) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, qMin(m_list->columnWidth(column), 200));
    }
    m_list->setVisible(m_folders.count() > 0);
    m_empty->setVisible(m_folders.count() == 0);
    if (m_folders.count() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(qMin(kept, m_folders.count() - 1)));
    updateButtons();
}

int WatchDialog::current() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void WatchDialog::updateButtons()
{
    const bool any = current() >= 0;
    setAllowed(*m_pause, any, tr("Select a watched folder first."));
    const QString does = any && m_folders.wish(current()).isPaused ? tr("Go on") : tr("Pause");
    if (m_pause->text().remove(u'&') != does) // else it would lose its letter
        m_pause->setText(does);
    setAllowed(*m_remove, any, tr("Select a watched folder first."));
    setAllowed(*m_add, !m_folder->path().empty() && m_profile->currentIndex() >= 0,
               tr("Choose a folder and a profile first."));
}

void WatchDialog::add()
{
    const Result<void> added = m_folders.add({.folder = m_folder->path(),
                                              .profileId = m_profile->currentData().toString(),
                                              .outputFolder = m_output->path(),
                                              .recursive = m_recursive->isChecked()});
    m_problem->setVisible(!added);
    m_problem->setText(added ? QString() : added.error().message);
    if (!added)
        return;
    m_folder->line().clear();
    m_folder->line().setFocus(); // the button cannot be pressed now, and the next one would stop what has just begun
}

} // namespace convoy
