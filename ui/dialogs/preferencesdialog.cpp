// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferencesdialog.h"

#include "core/base/resources.h"
#include "core/converters/converterinfo.h"

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

namespace {

QLabel *dim(const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent) : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *form = new QFormLayout;
    addChoices(*form);
    addSwitches(*form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(480);
}

void PreferencesDialog::addChoices(QFormLayout &form)
{
    auto *scheme = new QComboBox;
    scheme->addItem(tr("As the desktop"), u"system"_s);
    scheme->addItem(tr("Light"), u"light"_s);
    scheme->addItem(tr("Dark"), u"dark"_s);
    scheme->setCurrentIndex(qMax(0, scheme->findData(m_settings.colorScheme())));
    connect(scheme, &QComboBox::activated, this, [this, scheme] {
        m_settings.setColorScheme(scheme->currentData().toString());
        Q_EMIT colorSchemeChanged(m_settings.colorScheme());
    });

    auto *slotsBox = new QSpinBox;
    slotsBox->setRange(0, 256);
    slotsBox->setSpecialValueText(tr("all cores (%1)").arg(availableCores()));
    slotsBox->setValue(m_settings.slotCount());
    slotsBox->setToolTip(tr("How many files are converted at the same time. Takes effect at the next start."));
    connect(slotsBox, &QSpinBox::valueChanged, this, [this](int count) { m_settings.setSlotCount(count); });

    auto *cues = new QComboBox;
    const OptionSchema &music = findConverter(u"audio")->schema;
    const auto rule = std::ranges::find(music, u"cue_sheets"_s, &OptionSpec::key);
    for (qsizetype i = 0; i < rule->choices.size(); ++i)
        cues->addItem(rule->choiceLabels.value(i), rule->choices[i]);
    cues->setCurrentIndex(qMax(0, cues->findData(m_settings.cueSheets())));
    cues->setToolTip(rule->tooltip);
    connect(cues, &QComboBox::activated, this, [this, cues] { m_settings.setCueSheets(cues->currentData().toString()); });

    form.addRow(tr("Colours"), scheme);
    form.addRow(tr("Files at the same time"), slotsBox);
    form.addRow(QString(), dim(tr("Takes effect at the next start.")));
    form.addRow(rule->label, cues);
}

void PreferencesDialog::addSwitches(QFormLayout &form)
{
    const auto check = [this, &form](const QString &text, const QString &tip, bool on, auto change) {
        auto *box = new QCheckBox(text);
        box->setToolTip(tip);
        box->setChecked(on);
        connect(box, &QCheckBox::toggled, this, change);
        form.addRow(QString(), box);
    };
    check(tr("Show a notification when everything has ended"), {}, m_settings.isNotifying(),
          [this](bool on) { m_settings.setNotifying(on); });
    check(tr("Show the plan before anything is started"), tr("A list of what will be written where, to be agreed to"),
          m_settings.isShowingPlan(), [this](bool on) { m_settings.setShowingPlan(on); });
    check(tr("Outputs keep the time of their source"), tr("The time of modification is taken over"),
          m_settings.isKeepingTimes(), [this](bool on) { m_settings.setKeepingTimes(on); });
    check(tr("Move sources to the trash afterwards"),
          tr("Each one only when all that was made of it has been read back and found right. Holds until the "
             "window is closed."),
          m_settings.isTrashingSources(), [this](bool on) { m_settings.setTrashingSources(on); });
    auto *until = dim(tr("Holds until the window is closed."));
    until->setIndent(22);
    form.addRow(QString(), until);
}

} // namespace convoy
