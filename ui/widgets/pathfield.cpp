// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pathfield.h"

#include "ui/droppedpaths.h"
#include "ui/widgets/icons.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QToolButton>

#include <filesystem>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

PathField::PathField(Kind kind, const QString &name, const QString &filter, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_name(name),
      m_filter(filter),
      m_line(new QLineEdit)
{
    m_line->setAccessibleName(name);
    m_line->setClearButtonEnabled(true);
    m_line->setAcceptDrops(false); // it would take the text of an address
    setAcceptDrops(true);
    setFocusProxy(m_line);
    auto *button = new QToolButton;
    button->setIcon(themedIcon("open-folder"_L1));
    if (button->icon().isNull())
        button->setText(tr("…", "browse"));
    button->setAccessibleName(tr("Choose: %1").arg(name));
    button->setToolTip(button->accessibleName());
    button->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, &PathField::browse);
    connect(m_line, &QLineEdit::textChanged, this, &PathField::edited);
}

Path PathField::path() const
{
    return typedFolder(m_line->text().trimmed());
}

void PathField::browse()
{
    auto *dialog = new QFileDialog(this, m_name, m_line->text().trimmed(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind == Kind::Folder);
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

/// What this field can hold of what is dragged; empty otherwise.
QString PathField::dropped(const QMimeData &dragged) const
{
    const std::vector<Path> paths = droppedPaths(dragged);
    std::error_code failed;
    if (paths.size() != 1 || !isText(paths.front())
        || std::filesystem::is_directory(paths.front(), failed) != (m_kind == Kind::Folder))
        return {};
    return displayName(paths.front());
}

void PathField::dragEnterEvent(QDragEnterEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(!dropped(*event->mimeData()).isEmpty()); // else it is for the window
}

void PathField::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_line->setText(dropped(*event->mimeData()));
}

} // namespace convoy
