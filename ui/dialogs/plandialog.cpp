// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/plandialog.h"

#include "ui/models/planmodel.h"
#include "ui/models/queuerow.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace convoy {

namespace {

constexpr qsizetype shownLines = 8;

/// What is to be known before, each with what can be done about it.
QString timeText(const RemainingTime &time)
{
    if (time.highSeconds <= 0)
        return {};
    if (time.highSeconds < 60)
        return PlanDialog::tr("That takes less than a minute.");
    return PlanDialog::tr("That takes %1 to %2 minutes.")
        .arg(int(time.lowSeconds / 60))
        .arg(int(std::ceil(time.highSeconds / 60)));
}

void addCheck(QVBoxLayout &column, const BatchCheck &check)
{
    const QStringList lines = batchCheckLines(check);
    if (lines.isEmpty())
        return;
    QStringList shown = lines.mid(0, shownLines);
    if (lines.size() > shownLines)
        shown << PlanDialog::tr("… and %n more remark(s)", nullptr, int(lines.size() - shownLines));
    auto *text = new QLabel(shown.join(QLatin1Char('\n')));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(text);
}

} // namespace

PlanDialog::PlanDialog(const std::shared_ptr<const CheckedPlan> &plan, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Plan"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *model = new PlanModel(std::shared_ptr<const std::vector<JobPlan>>(plan, &plan->plans), this);
    const int converted = model->rowCount() - model->refused();
    QString sentence = tr("%n file(s) with %1 will be converted.", nullptr, converted).arg(sizeText(model->sourceBytes()));
    if (model->refused() > 0)
        sentence += QLatin1Char(' ') + tr("%n file(s) will not be, and stand first.", nullptr, model->refused());
    if (const QString time = timeText(plan->time); !time.isEmpty())
        sentence += QLatin1Char(' ') + time;
    auto *summary = new QLabel(sentence);
    summary->setWordWrap(true);
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(tr("Plan"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    start->setEnabled(model->rowCount() > 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(summary);
    addCheck(*column, plan->check);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    start->setDefault(true); // once it is in the dialog: before, the dialog would take another
    start->setFocus();
    resize(900, 560); // the list has room beside what is to be known
}

} // namespace convoy
