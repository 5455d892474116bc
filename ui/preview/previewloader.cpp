// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewloader.h"

#include <fcntl.h>

namespace convoy {

PreviewLoader::PreviewLoader(WorkerPool &workers, QObject *parent)
    : QObject(parent),
      m_workers(workers),
      m_latest(
          this, [this](const PreviewWish &wish, JobControl &control, quint64) { return make(wish, control); },
          [this](const Result<Preview> &made) {
              if (!made) {
                  Q_EMIT failed(made.error().message);
                  return;
              }
              Q_EMIT loaded(made->picture, made->sourceSize);
              if (made->better)
                  load(*made->better);
          })
{
}

Result<PreviewLoader::Preview> PreviewLoader::make(const PreviewWish &wish, JobControl &control)
{
    const FileDescriptor file(::open(wish.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isValid())
        return systemError(errno, ErrorKind::UnreadableInput, tr("This file cannot be read."));
    const auto identity = sourceIdentity(file.fd());
    if (!identity)
        return identity.error();
    const PreviewRequest request{
        .input = {.fd = file.fd(), .path = toBytes(wish.file), .size = identity->size},
        .options = wish.options,
        .maximumSize = wish.maximumSize,
        .position = wish.position,
        .converted = wish.converted,
        .patient = wish.patient,
    };
    const auto made = m_workers.preview(wish.converter, request, control);
    if (!made)
        return made.error();
    const qsizetype needed = qsizetype(made->width) * made->height * 4;
    if (made->width <= 0 || made->height <= 0 || made->rgba.size() < needed)
        return Error{ErrorKind::Internal, tr("There is no preview of this file."), {}};
    const QImage view(reinterpret_cast<const uchar *>(made->rgba.constData()), made->width, made->height, made->width * 4,
                      QImage::Format_RGBA8888);
    Preview preview{.picture = view.copy(), .sourceSize = {made->sourceWidth, made->sourceHeight}, .better = {}};
    if (!made->exact && !wish.patient) {
        preview.better = wish;
        preview.better->patient = true;
    }
    return preview;
}

} // namespace convoy
