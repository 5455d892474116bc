// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionform.h"

#include "core/converters/hardwareencoder.h"
#include "ui/models/trackmodel.h"
#include "ui/widgets/optioneditor.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QToolButton *makeButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

bool sameValue(const QVariant &a, const QVariant &b)
{
    if (a.userType() == QMetaType::Double || b.userType() == QMetaType::Double)
        return qFuzzyCompare(a.toDouble() + 1, b.toDouble() + 1);
    return QJsonValue::fromVariant(a) == QJsonValue::fromVariant(b);
}

} // namespace

OptionForm::OptionForm(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Options"));
}

void OptionForm::present(const OptionSummary &summary)
{
    if (summary.mixedConverters)
        return explain(tr("Files with different kinds of profile are selected. Select files of one kind to change their "
                          "options together."));
    if (!summary.converter)
        return explain(tr("Add files or select some: what can be set for them is shown here."));
    const QString encoder = summary.values.value(summary.converter->encoderOption).toString();
    const OptionSchema schema = offeredOptions(*summary.converter, summary.encoders, encoder);
    const auto spec = std::ranges::find(schema, summary.converter->encoderOption, &OptionSpec::key);
    QStringList encoders = spec != schema.end() ? spec->choices : QStringList();
    if (std::exchange(m_encoders, encoders) != encoders || m_converter != summary.converter->id)
        build(*summary.converter, schema);
    m_about->setText(summary.editable ? summary.description
                                      : tr("These files are at work or wait for it: what they become is settled."));
    bool anyChanged = false;
    for (const Field &field : std::as_const(m_fields)) {
        const QString &key = field.spec.key;
        setOptionValue(*field.editor, field.spec, summary.values.value(key));
        const bool mixed = summary.mixed.contains(key);
        const bool changed = mixed || !sameValue(summary.values.value(key), summary.base.value(key));
        anyChanged = anyChanged || changed;
        emphasize(field, changed, mixed);
        field.reset->setVisible(changed && summary.editable);
        field.editor->setEnabled(summary.editable);
    }
    m_resetAll->setEnabled(anyChanged && summary.editable);
}

void OptionForm::emphasize(const Field &field, bool changed, bool mixed)
{
    QFont font = this->font();
    font.setBold(changed);
    font.setItalic(mixed);
    const QString text = mixed ? tr("%1 (several values)").arg(field.spec.label) : field.spec.label;
    if (field.label) {
        field.label->setFont(font);
        field.label->setText(text);
    } else {
        field.editor->setFont(font);
        static_cast<QCheckBox *>(field.editor)->setText(text);
    }
}

void OptionForm::explain(const QString &sentence)
{
    m_converter.clear();
    m_fields.clear();
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(sentence);
    label->setWordWrap(true);
    label->setMargin(16);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    setWidget(label);
}

void OptionForm::build(const ConverterInfo &converter, const OptionSchema &schema)
{
    m_converter = converter.id;
    m_fields.clear();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    m_about = new QLabel;
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_about);
    if (TrackModel::suits(converter)) {
        auto *table = makeButton(tr("Edit the tags as a table"),
                                 tr("All tracks under each other: fill down, number, paste a list of titles"));
        connect(table, &QToolButton::clicked, this, &OptionForm::tableWanted);
        column->addWidget(table, 0, Qt::AlignLeading);
    }
    column->addSpacing(6);
    column->addLayout(makeFields(schema));
    m_resetAll = makeButton(tr("Reset all to the profile"), tr("Puts every option back to what the profile says"));
    connect(m_resetAll, &QToolButton::clicked, this, &OptionForm::resetAll);
    column->addSpacing(8);
    column->addWidget(m_resetAll, 0, Qt::AlignLeading);
    column->addStretch();
    setWidget(page);
}

/// Each group once, also where a schema comes back to it.
QFormLayout *OptionForm::makeFields(const OptionSchema &schema)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    QStringList groups;
    for (const OptionSpec &spec : schema) {
        if (!groups.contains(spec.group))
            groups.append(spec.group);
    }
    for (const QString &group : std::as_const(groups)) {
        if (!group.isEmpty()) {
            auto *heading = new QLabel(group);
            heading->setContentsMargins(0, 10, 0, 2);
            QFont font = heading->font();
            font.setPointSizeF(font.pointSizeF() * 1.1);
            heading->setFont(font);
            heading->setForegroundRole(QPalette::PlaceholderText);
            form->addRow(heading);
        }
        for (const OptionSpec &spec : schema) {
            if (spec.group == group)
                addField(*form, spec);
        }
    }
    return form;
}

void OptionForm::addField(QFormLayout &form, const OptionSpec &spec)
{
    const auto choose = [this, key = spec.key](const QJsonValue &value) { Q_EMIT changed(key, value); };
    const Field field{.spec = spec,
                      .label = spec.type == OptionType::Boolean ? nullptr : new QLabel(spec.label),
                      .editor = makeOptionEditor(spec, choose),
                      .reset = new QToolButton};
    if (field.label) {
        field.label->setToolTip(spec.tooltip);
        field.label->setBuddy(field.editor);
    }
    field.reset->setText(u"↺"_s);
    field.reset->setAutoRaise(true);
    field.reset->setFocusPolicy(Qt::StrongFocus);
    field.reset->setToolTip(tr("Back to what the profile says"));
    field.reset->setAccessibleName(tr("Reset %1").arg(spec.label));
    QSizePolicy kept = field.reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    field.reset->setSizePolicy(kept);
    connect(field.reset, &QToolButton::clicked, this, [choose] { choose(QJsonValue(QJsonValue::Undefined)); });
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(field.editor, 1);
    row->addWidget(field.reset);
    if (field.label)
        form.addRow(field.label, row);
    else
        form.addRow(row);
    m_fields.append(field);
}

} // namespace convoy
