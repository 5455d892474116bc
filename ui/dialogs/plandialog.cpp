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

namespace convoy {

PlanDialog::PlanDialog(std::shared_ptr<const std::vector<JobPlan>> plans, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Plan"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *model = new PlanModel(std::move(plans), this);
    const int converted = model->rowCount() - model->refused();
    QString sentence = tr("%n file(s) with %1 will be converted.", nullptr, converted).arg(sizeText(model->sourceBytes()));
    if (model->refused() > 0)
        sentence += QLatin1Char(' ') + tr("%n file(s) will not be, and stand first.", nullptr, model->refused());
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
    start->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(summary);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(820, 460);
}

} // namespace convoy
