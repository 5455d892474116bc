// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/previewloader.h"

#include <fcntl.h>

namespace convoy {

PreviewLoader::PreviewLoader(WorkerPool &workers, QObject *parent)
    : QObject(parent),
      m_workers(workers),
      m_mailbox(this, [this](std::vector<Answer> answers) { receive(std::move(answers)); }),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

PreviewLoader::~PreviewLoader()
{
    cancel();
    m_thread.request_stop();
    m_thread.join();
}

void PreviewLoader::load(PreviewWish wish)
{
    const std::lock_guard lock(m_mutex);
    ++m_ticket;
    m_next = std::move(wish);
    if (m_current)
        m_current->cancel();
    m_wake.notify_one();
}

void PreviewLoader::cancel()
{
    const std::lock_guard lock(m_mutex);
    ++m_ticket;
    m_next.reset();
    if (m_current)
        m_current->cancel();
}

void PreviewLoader::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        JobControl control;
        PreviewWish wish;
        quint64 ticket = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_next.has_value(); }))
                return;
            wish = std::move(*m_next);
            m_next.reset();
            ticket = m_ticket;
            m_current = &control;
        }
        Answer answer = make(wish, control);
        answer.ticket = ticket;
        {
            const std::lock_guard lock(m_mutex);
            m_current = nullptr;
        }
        m_mailbox.post(std::move(answer));
    }
}

PreviewLoader::Answer PreviewLoader::make(const PreviewWish &wish, JobControl &control)
{
    const FileDescriptor file(::open(wish.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isValid())
        return {.error = systemError(errno, ErrorKind::UnreadableInput, tr("This file cannot be read."))};
    const auto identity = sourceIdentity(file.fd());
    if (!identity)
        return {.error = identity.error()};
    const PreviewRequest request{
        .input = {.fd = file.fd(), .path = toBytes(wish.file), .size = identity->size},
        .options = wish.options,
        .maximumSize = wish.maximumSize,
        .position = wish.position,
        .converted = wish.converted,
    };
    const auto made = m_workers.preview(wish.converter, request, control);
    if (!made)
        return {.error = made.error()};
    const qsizetype needed = qsizetype(made->width) * made->height * 4;
    if (made->width <= 0 || made->height <= 0 || made->rgba.size() < needed)
        return {.error = Error{ErrorKind::Internal, tr("There is no preview of this file."), {}}};
    const QImage view(reinterpret_cast<const uchar *>(made->rgba.constData()), made->width, made->height, made->width * 4,
                      QImage::Format_RGBA8888);
    return {.picture = view.copy(), .sourceSize = {made->sourceWidth, made->sourceHeight}};
}

void PreviewLoader::receive(std::vector<Answer> answers)
{
    quint64 wanted = 0;
    {
        const std::lock_guard lock(m_mutex);
        wanted = m_ticket;
    }
    for (const Answer &answer : answers) {
        if (answer.ticket != wanted)
            continue;
        if (answer.error)
            Q_EMIT failed(answer.error->message);
        else
            Q_EMIT loaded(answer.picture, answer.sourceSize);
    }
}

} // namespace convoy
