// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/windowcontrols.h"

#include "ui/widgets/allowed.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double largestValue = 1e6;
constexpr double dragSpan = 300; // pixels that change by as much as the window is wide

} // namespace

GrayWindow grayWindowFrom(const QString &text)
{
    const QStringList parts = text.split(u'/');
    bool first = false, second = false;
    const GrayWindow window{parts.value(0).toDouble(&first), parts.value(1).toDouble(&second)};
    return parts.size() == 2 && first && second && window.width >= 1 ? window : GrayWindow{0, 0};
}

QString grayWindowText(const GrayWindow &window)
{
    // The option takes no exponents.
    return QString::number(std::round(window.center), 'f', 0) + u'/' + QString::number(std::round(window.width), 'f', 0);
}

WindowControls::WindowControls(QWidget *parent)
    : QWidget(parent),
      m_center(new QDoubleSpinBox),
      m_width(new QDoubleSpinBox),
      m_own(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto add = [row](const QString &name, QDoubleSpinBox *box, double minimum) {
        box->setDecimals(0);
        box->setRange(minimum, largestValue);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setKeyboardTracking(false);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setMinimumWidth(50);
        box->setToolTip(WindowControls::tr("Or drag with the right mouse button on the picture: sideways for the width, up "
                                           "and down for the centre"));
        auto *label = new QLabel(name);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box, 1);
    };
    m_center->setAccessibleName(tr("Window centre"));
    m_width->setAccessibleName(tr("Window width"));
    add(tr("Window centre"), m_center, -largestValue);
    add(tr("Width"), m_width, 1);
    m_own->setText(tr("Auto"));
    m_own->setToolTip(tr("Back to the window that the file asks for"));
    m_own->setAccessibleName(tr("The file's own window"));
    m_own->setCheckable(false);
    m_own->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_own);
    connect(m_center, &QDoubleSpinBox::valueChanged, this, &WindowControls::edited);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &WindowControls::edited);
    connect(m_own, &QToolButton::clicked, this, [this] { Q_EMIT windowEdited(u"auto"_s); });
}

void WindowControls::present(const QString &value, const GrayWindow &own)
{
    const GrayWindow chosen = grayWindowFrom(value);
    setAllowed(*m_own, chosen.width >= 1, tr("The file's own window is shown already."));
    show(chosen.width >= 1 ? chosen : own);
}

void WindowControls::show(const GrayWindow &window)
{
    m_shown = window;
    const QSignalBlocker quietCenter(m_center), quietWidth(m_width);
    m_center->setValue(window.center);
    m_width->setValue(window.width);
}

void WindowControls::edited()
{
    m_shown = {m_center->value(), m_width->value()};
    Q_EMIT windowEdited(grayWindowText(m_shown));
}

void WindowControls::drag(const QPointF &delta)
{
    const double step = qMax(m_dragged.width, 16.0) / dragSpan;
    show({m_dragged.center + delta.y() * step, qMax(1.0, m_dragged.width + delta.x() * step)});
    Q_EMIT windowEdited(grayWindowText(m_shown));
}

} // namespace convoy
