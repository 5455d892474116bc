// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/desktop/theme.h"
#include "ui/models/queuerow.h"
#include "ui/widgets/icons.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        else if (item->layout())
            empty(*item->layout());
        delete item;
    }
}

QLabel *dimLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

/// An icon that follows the palette, which a pixmap in a QLabel does not.
class IconLabel : public QWidget
{
public:
    IconLabel(QLatin1StringView name, int size) : m_name(name), m_size(size) { setFixedSize(size, size); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QPixmap pixmap = themedPixmap(m_name, m_size, devicePixelRatioF(), isDark(palette()));
        if (!pixmap.isNull())
            painter.drawPixmap(0, 0, pixmap);
    }

private:
    QLatin1StringView m_name;
    int m_size;
};

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_examples(new QWidget), m_recent(new QWidget)
{
    auto *title = new QLabel(tr("Drop videos, photos, DICOM or music here"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *hint = dimLabel(
        tr("Files and whole folders; each kind gets its own profile. Then press Convert: the originals stay as they are."));
    hint->setAlignment(Qt::AlignCenter);
    m_hint = hint;
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the list says how much room there is
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 32, 24, 32);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(new IconLabel("add-files"_L1, 56), 0, Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(hint);
    column->addSpacing(16);
    auto *examples = new QVBoxLayout(m_examples);
    examples->setContentsMargins({});
    examples->setSpacing(10);
    auto *recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins({});
    recent->setSpacing(2);
    m_middle = new QHBoxLayout;
    m_middle->addStretch();
    m_middle->addWidget(m_examples);
    m_middle->addStretch();
    column->addLayout(m_middle);
    column->addSpacing(8);
    column->addWidget(m_recent);
    column->addStretch(3);
}

void EmptyState::setExamples(const QList<Example> &examples)
{
    auto *column = static_cast<QVBoxLayout *>(m_examples->layout());
    empty(*column);
    for (const Example &example : examples) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(new IconLabel(example.icon, 24), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *name = new QLabel(example.name);
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        words->addWidget(name);
        words->addWidget(dimLabel(example.description));
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    fit();
}

void EmptyState::setRecentFolders(const QStringList &folders)
{
    auto *column = static_cast<QVBoxLayout *>(m_recent->layout());
    empty(*column);
    if (folders.isEmpty())
        return fit();
    auto *heading = dimLabel(tr("Add a folder that you used lately:"));
    heading->setAlignment(Qt::AlignCenter);
    column->addWidget(heading);
    for (const QString &folder : folders.mid(0, 3)) {
        auto *button = new QToolButton;
        button->setText(QFileInfo(folder).fileName());
        button->setToolTip(plainTip(folder));
        button->setAccessibleName(tr("Add folder %1").arg(folder));
        button->setAutoRaise(true);
        button->setIcon(themedIcon("open-folder"_L1));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, folder] { Q_EMIT folderChosen(folder); });
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    fit();
}

/// What a small window has no room for is not shown.
void EmptyState::fit()
{
    const QWidgetList parts{m_examples, m_recent, m_hint};
    for (QWidget *part : parts)
        part->show();
    for (QWidget *part : parts) {
        m_middle->invalidate(); // Qt tells the outer layout only that a part is shown or hidden
        if (layout()->totalHeightForWidth(width()) <= height())
            return;
        part->hide();
    }
}

void EmptyState::resizeEvent(QResizeEvent *)
{
    fit();
}

void EmptyState::setHot(bool hot)
{
    m_hot = hot;
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = palette().color(m_hot ? QPalette::Highlight : QPalette::Mid);
    QPen pen(line, m_hot ? 3 : 2, Qt::CustomDashLine);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    if (m_hot) {
        line.setAlpha(30);
        painter.setBrush(line);
    }
    painter.drawRoundedRect(rect().adjusted(16, 16, -16, -16), 14, 14);
}

} // namespace convoy
