// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilecombo.h"

#include <QStandardItemModel>

namespace convoy {

ProfileCombo::ProfileCombo(QWidget *parent) : QComboBox(parent)
{
    setPlaceholderText(tr("By kind of file"));
    setToolTip(tr("How the selected files are converted; with none selected, all that wait"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    setMaxVisibleItems(24);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString id = itemData(index).toString();
        if (!id.isEmpty())
            Q_EMIT chosen(id);
    });
}

void ProfileCombo::setProfiles(const std::vector<Profile> &profiles)
{
    const QString current = currentData().toString();
    clear();
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (const ConverterInfo &converter : converterTable()) {
        bool headed = false;
        for (const Profile &profile : profiles) {
            if (profile.converter != converter.id)
                continue;
            if (!headed) {
                addItem(converter.name);
                QStandardItem *heading = items->item(count() - 1);
                heading->setFlags(Qt::NoItemFlags);
                QFont bold = font();
                bold.setBold(true);
                heading->setFont(bold);
                headed = true;
            }
            addItem(profile.name, profile.id);
            setItemData(count() - 1, profile.description, Qt::ToolTipRole);
        }
    }
    setCurrentProfile(current);
}

void ProfileCombo::setCurrentProfile(const QString &id)
{
    setCurrentIndex(id.isEmpty() ? -1 : findData(id));
}

} // namespace convoy
