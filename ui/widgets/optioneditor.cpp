// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optioneditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QWheelEvent>

#include <limits>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

using Choose = std::function<void(const QJsonValue &)>;

constexpr int choiceCharacters = 8;

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

template <typename Box>
QWidget *numberEditor(Box *box, const OptionSpec &spec, const Choose &choose)
{
    using Number = decltype(box->value());
    using Limits = std::numeric_limits<Number>;
    box->setRange(Number(qBound<double>(Limits::lowest(), spec.minimum, Limits::max())),
                  Number(qBound<double>(Limits::lowest(), spec.maximum, Limits::max())));
    box->setSuffix(spec.unit.isEmpty() ? QString() : u' ' + spec.unit);
    box->setSpecialValueText(spec.atMinimum);
    box->setKeyboardTracking(false);
    QObject::connect(box, &Box::valueChanged, box, [choose](Number value) { choose(value); });
    return box;
}

QWidget *choiceEditor(const OptionSpec &spec, const Choose &choose)
{
    auto *box = new QComboBox;
    // One long choice is no reason for a form that has to be scrolled sideways; opened, the list shows it whole.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(choiceCharacters);
    for (qsizetype i = 0; i < spec.choices.size(); ++i)
        box->addItem(spec.choiceLabels.value(i, spec.choices[i]), spec.choices[i]);
    QObject::connect(box, &QComboBox::activated, box, [choose, box] { choose(box->currentData().toString()); });
    return box;
}

QWidget *lineEditor(const OptionSpec &spec, const Choose &choose)
{
    auto *line = new QLineEdit;
    if (!spec.pattern.isEmpty())
        line->setValidator(new QRegularExpressionValidator(QRegularExpression(spec.pattern), line));
    const bool isList = spec.type == OptionType::StringList;
    QObject::connect(line, &QLineEdit::editingFinished, line, [choose, line, isList] {
        if (!line->isModified())
            return;
        const QString text = line->text();
        choose(isList ? QJsonValue(QJsonArray::fromStringList(QProcess::splitCommand(text))) : QJsonValue(text));
        line->setModified(false);
    });
    return line;
}

QWidget *editorFor(const OptionSpec &spec, const Choose &choose)
{
    switch (spec.type) {
    case OptionType::Boolean: {
        auto *box = new QCheckBox;
        QObject::connect(box, &QCheckBox::toggled, box, [choose](bool on) { choose(on); });
        return box;
    }
    case OptionType::Integer: return numberEditor(new QSpinBox, spec, choose);
    case OptionType::Real: {
        auto *box = new QDoubleSpinBox;
        box->setDecimals(spec.maximum - spec.minimum <= 1 ? 3 : 2);
        box->setSingleStep(spec.maximum - spec.minimum <= 20 ? 0.1 : 1);
        return numberEditor(box, spec, choose);
    }
    case OptionType::Choice: return choiceEditor(spec, choose);
    case OptionType::Text:
    case OptionType::StringList: return lineEditor(spec, choose);
    }
    return new QWidget;
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

QWidget *makeOptionEditor(const OptionSpec &spec, const Choose &choose)
{
    QWidget *editor = editorFor(spec, choose);
    editor->setToolTip(spec.tooltip);
    editor->setAccessibleName(spec.label);
    editor->setAccessibleDescription(spec.tooltip);
    editor->setFocusPolicy(Qt::StrongFocus);
    editor->installEventFilter(new WheelGuard(editor));
    return editor;
}

void setOptionValue(QWidget &editor, const OptionSpec &spec, const QVariant &value)
{
    const QSignalBlocker quiet(editor);
    switch (spec.type) {
    case OptionType::Boolean: static_cast<QCheckBox &>(editor).setChecked(value.toBool()); break;
    case OptionType::Integer: static_cast<QSpinBox &>(editor).setValue(value.toInt()); break;
    case OptionType::Real: static_cast<QDoubleSpinBox &>(editor).setValue(value.toDouble()); break;
    case OptionType::Choice: {
        auto &box = static_cast<QComboBox &>(editor);
        box.setCurrentIndex(box.findData(value));
        break;
    }
    case OptionType::Text: static_cast<QLineEdit &>(editor).setText(value.toString()); break;
    case OptionType::StringList: static_cast<QLineEdit &>(editor).setText(joinArguments(value.toStringList())); break;
    }
}

} // namespace convoy
