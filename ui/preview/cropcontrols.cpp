// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/cropcontrols.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace convoy {

namespace {

constexpr int largest = 1000000;

struct Aspect {
    const char *text;
    double value;
};
constexpr Aspect aspects[] = {{"1 : 1", 1},    {"4 : 3", 4.0 / 3}, {"3 : 2", 1.5},      {"16 : 9", 16.0 / 9},
                              {"3 : 4", 0.75}, {"2 : 3", 2.0 / 3}, {"9 : 16", 9.0 / 16}};

QSpinBox *number(QGridLayout &grid, int row, int column, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(0, largest);
    box->setKeyboardTracking(false);
    box->setAccessibleName(CropControls::tr("Crop: %1").arg(name));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setMinimumWidth(50);
    auto *label = new QLabel(name);
    label->setBuddy(box);
    grid.addWidget(label, row, 2 * column);
    grid.addWidget(box, row, 2 * column + 1);
    return box;
}

} // namespace

CropControls::CropControls(QWidget *parent) : QWidget(parent), m_aspect(new QComboBox)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    m_left = number(*grid, 0, 0, tr("Left"));
    m_top = number(*grid, 0, 1, tr("Top"));
    m_width = number(*grid, 1, 0, tr("Width"));
    m_height = number(*grid, 1, 1, tr("Height"));
    for (QSpinBox *box : {m_width, m_height})
        box->setSpecialValueText(tr("to the edge"));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_aspect->addItem(tr("any shape"), 0.0);
    for (const Aspect &aspect : aspects)
        m_aspect->addItem(QString::fromLatin1(aspect.text), aspect.value);
    auto *shape = new QLabel(tr("Shape"));
    shape->setBuddy(m_aspect);
    m_aspect->setToolTip(tr("Width to height that the rectangle keeps while it is resized"));
    auto *all = new QToolButton;
    all->setText(tr("Crop all alike"));
    all->setToolTip(tr("Gives every waiting file with this profile the same crop"));
    all->setFocusPolicy(Qt::StrongFocus);
    all->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    grid->addWidget(shape, 2, 0);
    grid->addWidget(m_aspect, 2, 1);
    grid->addWidget(all, 2, 2, 1, 2);
    for (const QSpinBox *box : {m_left, m_top, m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &CropControls::edited);
    connect(m_aspect, &QComboBox::activated, this, [this] { Q_EMIT aspectChosen(m_aspect->currentData().toDouble()); });
    connect(all, &QToolButton::clicked, this, &CropControls::applyToAll);
}

void CropControls::setCrop(const QRect &crop)
{
    const std::pair<QSpinBox *, int> values[] = {
        {m_left, crop.x()}, {m_top, crop.y()}, {m_width, crop.width()}, {m_height, crop.height()}};
    for (const auto &[box, value] : values) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
}

void CropControls::setSourceSize(const QSize &size)
{
    if (size.isEmpty())
        return;
    for (QSpinBox *box : {m_left, m_width}) {
        const QSignalBlocker quiet(box);
        box->setMaximum(qMax(size.width(), box->value()));
    }
    for (QSpinBox *box : {m_top, m_height}) {
        const QSignalBlocker quiet(box);
        box->setMaximum(qMax(size.height(), box->value()));
    }
}

void CropControls::edited()
{
    Q_EMIT cropEdited({QPoint(m_left->value(), m_top->value()), QSize(m_width->value(), m_height->value())});
}

} // namespace convoy
