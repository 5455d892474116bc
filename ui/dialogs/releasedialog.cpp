// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/releasedialog.h"

#include "ui/models/queuerow.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace convoy {

ReleaseDialog::ReleaseDialog(const std::vector<Release> &releases, const QString &folder, QWidget *parent)
    : QDialog(parent),
      m_releases(releases),
      m_list(new QListWidget)
{
    setWindowTitle(tr("Which release is it?"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setText(tr("%n release(s) fit the disc in “%1”.", nullptr, int(releases.size())).arg(folder));
    text->setWordWrap(true);
    m_list->setAccessibleName(tr("Releases"));
    m_list->setWordWrap(true);
    for (const Release &release : releases) {
        auto *item = new QListWidgetItem(release.summary, m_list);
        item->setToolTip(plainTip(release.id));
    }
    m_list->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("This one"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("None of them"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ReleaseDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &ReleaseDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(m_list);
    column->addWidget(buttons);
    resize(620, 300);
}

void ReleaseDialog::accept()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < int(m_releases.size()))
        Q_EMIT chosen(m_releases[size_t(row)]);
    QDialog::accept();
}

} // namespace convoy
