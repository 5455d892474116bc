// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferencesdialog.h"

#include "core/converters/converterinfo.h"
#include "core/engine/resources.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

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

    auto *cues = new QComboBox;
    const OptionSchema &music = findConverter(u"audio")->schema;
    const auto rule = std::ranges::find(music, u"cue_sheets"_s, &OptionSpec::key);
    for (qsizetype i = 0; i < rule->choices.size(); ++i)
        cues->addItem(rule->choiceLabels.value(i), rule->choices[i]);
    cues->setCurrentIndex(qMax(0, cues->findData(settings.cueSheets())));
    cues->setToolTip(rule->tooltip);
    connect(cues, &QComboBox::activated, this, [&settings, cues] { settings.setCueSheets(cues->currentData().toString()); });

    const auto check = [](const QString &text, const QString &tip, bool on) {
        auto *box = new QCheckBox(text);
        box->setToolTip(tip);
        box->setChecked(on);
        return box;
    };
    auto *plan = check(tr("Show the plan before anything is started"),
                       tr("A list of what will be written where, to be agreed to"), settings.isShowingPlan());
    connect(plan, &QCheckBox::toggled, this, [&settings](bool on) { settings.setShowingPlan(on); });
    auto *times = check(tr("Outputs keep the time of their source"), tr("The time of modification is taken over"),
                        settings.isKeepingTimes());
    connect(times, &QCheckBox::toggled, this, [&settings](bool on) { settings.setKeepingTimes(on); });
    auto *trash = check(tr("Move sources to the trash afterwards"),
                        tr("Each one only when all that was made of it has been read back and found right. Holds until the "
                           "window is closed."),
                        settings.isTrashingSources());
    connect(trash, &QCheckBox::toggled, this, [&settings](bool on) { settings.setTrashingSources(on); });
    auto *until = new QLabel(tr("Holds until the window is closed."));
    until->setForegroundRole(QPalette::PlaceholderText);
    until->setIndent(22);

    auto *form = new QFormLayout;
    form->addRow(tr("Colours"), scheme);
    form->addRow(tr("At the same time"), slotsBox);
    auto *later = new QLabel(tr("Takes effect at the next start."));
    later->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), later);
    form->addRow(rule->label, cues);
    for (QWidget *row : std::initializer_list<QWidget *>{notify, plan, times, trash, until})
        form->addRow(QString(), row);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    resize(480, 360);
}

} // namespace convoy
