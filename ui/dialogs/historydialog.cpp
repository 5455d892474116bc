// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/historydialog.h"

#include "ui/models/queuerow.h"
#include "ui/widgets/allowed.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

enum HistoryColumn { StartedColumn, ProfileColumn, FilesColumn, ResultColumn, TimeColumn, ColumnCount };

QString resultText(const PastBatch &batch)
{
    const BatchHistory &facts = batch.facts;
    QStringList parts{HistoryDialog::tr("%n done", nullptr, facts.done)};
    if (facts.failed > 0)
        parts << HistoryDialog::tr("%n failed", nullptr, facts.failed);
    if (facts.skipped > 0)
        parts << HistoryDialog::tr("%n skipped", nullptr, facts.skipped);
    if (facts.cancelled > 0)
        parts << HistoryDialog::tr("%n cancelled", nullptr, facts.cancelled);
    const QString counts = parts.join(u", "_s);
    if (facts.ended.isValid())
        return counts;
    return batch.isWorkedOn ? HistoryDialog::tr("running: %1").arg(counts)
                            : HistoryDialog::tr("interrupted: %1").arg(counts);
}

} // namespace

HistoryDialog::HistoryDialog(PastBatches &past, QWidget *parent)
    : QDialog(parent),
      m_past(past),
      m_list(new QTreeWidget),
      m_empty(new QLabel(tr("Nothing has been converted yet."))),
      m_repeat(new QPushButton(tr("Add the files again"))),
      m_resume(new QPushButton(tr("Go on with it"))),
      m_report(new QPushButton(tr("Open the report")))
{
    setWindowTitle(tr("History"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeList();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();
    m_repeat->setToolTip(tr("Puts the batch's files into the list with the same profiles and options"));
    m_resume->setToolTip(tr("Does what an interrupted batch had left to do"));
    m_report->setToolTip(tr("A page about every file of the batch, in the web browser"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QPushButton *button : {m_repeat, m_resume, m_report})
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(buttons);
    resize(760, 440);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &HistoryDialog::updateButtons);
    connect(&m_past, &PastBatches::listed, this, &HistoryDialog::present);
    connect(m_repeat, &QPushButton::clicked, this, [this] {
        m_past.load(current()->facts.id);
        accept();
    });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        m_past.recover(current()->facts.id);
        accept();
    });
    connect(m_report, &QPushButton::clicked, this, [this] { m_past.report({current()->facts.id}); });
    connect(m_list, &QTreeWidget::itemActivated, m_report, &QPushButton::click);
    updateButtons();
    m_past.list();
}

void HistoryDialog::makeList()
{
    m_list->setAccessibleName(tr("Past batches"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Started"), tr("Profile"), tr("Files"), tr("Result"), tr("Time")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ResultColumn, QHeaderView::Stretch);
}

void HistoryDialog::present(const std::vector<PastBatch> &batches)
{
    m_batches = batches;
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const PastBatch &batch : m_batches) {
        const BatchHistory &facts = batch.facts;
        const double seconds = facts.ended.isValid() ? double(facts.started.msecsTo(facts.ended)) / 1000 : -1;
        auto *item = new QTreeWidgetItem({locale().toString(facts.started.toLocalTime(), QLocale::ShortFormat),
                                          facts.profile, locale().toString(facts.jobs), resultText(batch),
                                          seconds < 0 ? QString() : durationText(seconds)});
        for (const int column : {FilesColumn, TimeColumn})
            item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setToolTip(ResultColumn, plainTip(item->text(ResultColumn)));
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    for (const int column : {StartedColumn, ProfileColumn, FilesColumn, TimeColumn})
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(FilesColumn, m_list->columnWidth(FilesColumn) + 2 * fontMetrics().averageCharWidth());
    m_list->setVisible(!m_batches.empty());
    m_empty->setVisible(m_batches.empty());
    if (!items.isEmpty())
        m_list->setCurrentItem(items.first());
    updateButtons();
}

const PastBatch *HistoryDialog::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row < 0 ? nullptr : &m_batches[size_t(row)];
}

void HistoryDialog::updateButtons()
{
    const PastBatch *batch = current();
    const QString noBatch = tr("Select a batch in the list first.");
    const bool isInterrupted = batch && !batch->facts.ended.isValid() && !batch->isWorkedOn;
    setAllowed(*m_repeat, batch != nullptr, noBatch);
    setAllowed(*m_resume, isInterrupted, batch ? tr("This batch was not interrupted.") : noBatch);
    setAllowed(*m_report, batch != nullptr, noBatch);
}

} // namespace convoy
