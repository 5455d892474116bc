// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferencesdialog.h"

#include "core/engine/resources.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *scheme = new QComboBox;
    scheme->addItem(tr("As the desktop"), u"system"_s);
    scheme->addItem(tr("Light"), u"light"_s);
    scheme->addItem(tr("Dark"), u"dark"_s);
    scheme->setCurrentIndex(qMax(0, scheme->findData(settings.colorScheme())));
    connect(scheme, &QComboBox::activated, this, [this, &settings, scheme] {
        settings.setColorScheme(scheme->currentData().toString());
        Q_EMIT colorSchemeChanged(settings.colorScheme());
    });

    auto *slotsBox = new QSpinBox;
    slotsBox->setRange(0, 256);
    slotsBox->setSpecialValueText(tr("all cores (%1)").arg(availableCores()));
    slotsBox->setValue(settings.slotCount());
    slotsBox->setToolTip(tr("How many files are converted at the same time. Takes effect at the next start."));
    connect(slotsBox, &QSpinBox::valueChanged, this, [&settings](int count) { settings.setSlotCount(count); });

    auto *notify = new QCheckBox(tr("Show a notification when everything has ended"));
    notify->setChecked(settings.isNotifying());
    connect(notify, &QCheckBox::toggled, this, [&settings](bool on) { settings.setNotifying(on); });

    auto *form = new QFormLayout;
    form->addRow(tr("Colours"), scheme);
    form->addRow(tr("At the same time"), slotsBox);
    auto *later = new QLabel(tr("Takes effect at the next start."));
    later->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), later);
    form->addRow(QString(), notify);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    resize(440, 220);
}

} // namespace convoy
