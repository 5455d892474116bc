// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optionform.h"

#include "core/converters/hardwareencoder.h"
#include "ui/models/trackmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <limits>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Scrolling through a form must not change what lies under the pointer.
class WheelGuard : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

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

QString joinArguments(const QStringList &arguments)
{
    QStringList quoted;
    for (QString argument : arguments) {
        const bool spaces = argument.isEmpty() || argument.contains(u' ') || argument.contains(u'\t');
        argument.replace(u'"', u"\"\"\""_s);
        quoted.append(spaces ? u'"' + argument + u'"' : argument);
    }
    return quoted.join(u' ');
}

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
    m_about->setText(summary.description);
    bool anyChanged = false;
    for (const Field &field : std::as_const(m_fields)) {
        const QString &key = field.spec.key;
        setValue(field, summary.values.value(key));
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
    auto *label = new QLabel(sentence);
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
    Field field{.spec = spec, .label = nullptr, .editor = makeEditor(spec), .reset = new QToolButton};
    if (spec.type != OptionType::Boolean) {
        field.label = new QLabel(spec.label);
        field.label->setToolTip(spec.tooltip);
        field.label->setBuddy(field.editor);
    }
    field.editor->setToolTip(spec.tooltip);
    field.editor->setAccessibleName(spec.label);
    field.editor->setAccessibleDescription(spec.tooltip);
    field.editor->setFocusPolicy(Qt::StrongFocus);
    field.editor->installEventFilter(new WheelGuard(field.editor));
    field.reset->setText(u"↺"_s);
    field.reset->setAutoRaise(true);
    field.reset->setFocusPolicy(Qt::StrongFocus);
    field.reset->setToolTip(tr("Back to what the profile says"));
    field.reset->setAccessibleName(tr("Reset %1").arg(spec.label));
    QSizePolicy kept = field.reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    field.reset->setSizePolicy(kept);
    connect(field.reset, &QToolButton::clicked, this,
            [this, key = spec.key] { Q_EMIT changed(key, QJsonValue(QJsonValue::Undefined)); });
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

QWidget *OptionForm::makeNumberEditor(const OptionSpec &spec)
{
    const QString key = spec.key;
    const QString suffix = spec.unit.isEmpty() ? QString() : u' ' + spec.unit;
    if (spec.type == OptionType::Integer) {
        auto *box = new QSpinBox;
        box->setRange(int(qBound<double>(std::numeric_limits<int>::min(), spec.minimum, std::numeric_limits<int>::max())),
                      int(qBound<double>(std::numeric_limits<int>::min(), spec.maximum, std::numeric_limits<int>::max())));
        box->setSuffix(suffix);
        box->setSpecialValueText(spec.atMinimum);
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, [this, key](int value) { Q_EMIT changed(key, value); });
        return box;
    }
    auto *box = new QDoubleSpinBox;
    box->setDecimals(spec.maximum - spec.minimum <= 1 ? 3 : 2);
    box->setSingleStep(spec.maximum - spec.minimum <= 20 ? 0.1 : 1);
    box->setRange(spec.minimum, spec.maximum);
    box->setSuffix(suffix);
    box->setSpecialValueText(spec.atMinimum);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, key](double value) { Q_EMIT changed(key, value); });
    return box;
}

QWidget *OptionForm::makeEditor(const OptionSpec &spec)
{
    const QString key = spec.key;
    switch (spec.type) {
    case OptionType::Boolean: {
        auto *box = new QCheckBox;
        connect(box, &QCheckBox::toggled, this, [this, key](bool on) { Q_EMIT changed(key, on); });
        return box;
    }
    case OptionType::Integer:
    case OptionType::Real: return makeNumberEditor(spec);
    case OptionType::Choice: {
        auto *box = new QComboBox;
        for (qsizetype i = 0; i < spec.choices.size(); ++i)
            box->addItem(spec.choiceLabels.value(i, spec.choices[i]), spec.choices[i]);
        connect(box, &QComboBox::activated, this, [this, box, key] { Q_EMIT changed(key, box->currentData().toString()); });
        return box;
    }
    case OptionType::Text: {
        auto *line = new QLineEdit;
        if (!spec.pattern.isEmpty())
            line->setValidator(new QRegularExpressionValidator(QRegularExpression(spec.pattern), line));
        connect(line, &QLineEdit::editingFinished, this, [this, line, key] {
            if (line->isModified())
                Q_EMIT changed(key, line->text());
            line->setModified(false);
        });
        return line;
    }
    case OptionType::StringList: {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::editingFinished, this, [this, line, key] {
            if (line->isModified())
                Q_EMIT changed(key, QJsonArray::fromStringList(QProcess::splitCommand(line->text())));
            line->setModified(false);
        });
        return line;
    }
    }
    return new QWidget;
}

void OptionForm::setValue(const Field &field, const QVariant &value)
{
    const QSignalBlocker quiet(field.editor);
    switch (field.spec.type) {
    case OptionType::Boolean: static_cast<QCheckBox *>(field.editor)->setChecked(value.toBool()); break;
    case OptionType::Integer: static_cast<QSpinBox *>(field.editor)->setValue(value.toInt()); break;
    case OptionType::Real: static_cast<QDoubleSpinBox *>(field.editor)->setValue(value.toDouble()); break;
    case OptionType::Choice: {
        auto *box = static_cast<QComboBox *>(field.editor);
        box->setCurrentIndex(box->findData(value));
        break;
    }
    case OptionType::Text: static_cast<QLineEdit *>(field.editor)->setText(value.toString()); break;
    case OptionType::StringList: static_cast<QLineEdit *>(field.editor)->setText(joinArguments(value.toStringList())); break;
    }
}

} // namespace convoy
