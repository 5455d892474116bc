// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coverbox.h"

#include "core/converters/converterinfo.h"
#include "ui/droppedpaths.h"
#include "ui/models/queuerow.h"
#include "ui/preview/previewloader.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int side = 132;

} // namespace

CoverBox::CoverBox(QWidget *parent) : QToolButton(parent)
{
    setAcceptDrops(true);
    setFixedSize(side, side);
    setIconSize({side - 10, side - 10});
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Cover"));
    setToolTip(tr("The front cover of all these tracks: drop a picture here, or click to choose one"));
    connect(this, &QToolButton::clicked, this, &CoverBox::ask);
    show(Path());
}

CoverBox::~CoverBox() = default;

void CoverBox::setWorkers(WorkerPool &workers)
{
    m_loader = std::make_unique<PreviewLoader>(workers);
    connect(m_loader.get(), &PreviewLoader::loaded, this, [this](const QImage &picture) {
        setIcon(QIcon(QPixmap::fromImage(picture)));
        setToolButtonStyle(Qt::ToolButtonIconOnly);
    });
    connect(m_loader.get(), &PreviewLoader::failed, this, [this](const QString &reason) {
        setIcon({});
        setText(tr("No picture"));
        setToolTip(plainTip(reason));
    });
    const Path picture = std::exchange(m_picture, {});
    show(picture);
}

void CoverBox::show(const Path &picture)
{
    if (picture == m_picture && !picture.empty())
        return;
    m_picture = picture;
    setAccessibleDescription(picture.empty() ? tr("none chosen") : displayName(picture.filename()));
    if (picture.empty()) {
        setIcon({});
        setText(tr("Drop a\ncover here"));
        setToolButtonStyle(Qt::ToolButtonTextOnly);
    } else if (m_loader) {
        m_loader->load({.converter = u"image"_s,
                        .file = picture,
                        .options = *completeOptions(findConverter(u"image")->schema, {}, {}),
                        .maximumSize = 2 * side});
    }
}

void CoverBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void CoverBox::dropEvent(QDropEvent *event)
{
    const std::vector<Path> paths = droppedPaths(*event->mimeData());
    if (paths.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT chosen(paths.front());
}

void CoverBox::ask()
{
    auto *dialog = new QFileDialog(this, tr("Choose the cover"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png *.gif *.webp"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { Q_EMIT chosen(toPath(file)); });
    dialog->open();
}

} // namespace convoy
