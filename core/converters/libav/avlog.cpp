// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/libav/avlog.h"

#include "core/converters/libav/avhandle.h"

#include <QStringList>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype keptLines = 12;

// libav has one callback for the whole process, so what it writes to is the process's too.
std::mutex logMutex;

QStringList &logLines()
{
    static QStringList lines;
    return lines;
}

void collect(void *object, int level, const char *format, va_list arguments)
{
    // Matroska's demuxer says only here what a codec is called that it does not know.
    if (level > AV_LOG_ERROR && !QByteArrayView(format).startsWith("Unknown/unsupported"))
        return;
    std::array<char, 512> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    const AVClass *avClass = object ? *static_cast<AVClass **>(object) : nullptr;
    QString line = QString::fromUtf8(text.data()).trimmed();
    if (line.isEmpty())
        return;
    if (avClass && avClass->item_name)
        line.prepend(QString::fromUtf8(avClass->item_name(object)) + ": "_L1);
    const std::scoped_lock lock(logMutex);
    QStringList &lines = logLines();
    if (!lines.isEmpty() && lines.last() == line)
        return;
    if (lines.size() >= keptLines)
        lines.removeFirst();
    lines.append(line);
}

} // namespace

void collectAvLog()
{
    av_log_set_callback(collect);
}

QString takeAvLog()
{
    const std::scoped_lock lock(logMutex);
    return std::exchange(logLines(), {}).join(u'\n');
}

Error avFailure(ErrorKind kind, const QString &message, int code)
{
    QStringList detail;
    if (code < 0)
        detail.append(avErrorText(code));
    if (const QString log = takeAvLog(); !log.isEmpty())
        detail.append(log);
    if (code == AVERROR(ENOMEM))
        kind = ErrorKind::OutOfMemory;
    return {kind, message, detail.join(u'\n')};
}

} // namespace convoy
