// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/processmeter.h"

#include "core/base/processtree.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray readProc(const QString &name)
{
    QFile file(u"/proc/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process and all below it.
void collect(int pid, QList<int> &found)
{
    found.append(pid);
    const QString tasks = u"%1/task"_s.arg(pid);
    for (const QString &task : QDir(u"/proc/"_s + tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QList<QByteArray> children = readProc(tasks + u'/' + task + u"/children"_s).simplified().split(' ');
        for (const QByteArray &child : children) {
            if (const int id = child.toInt(); id > 0)
                collect(id, found);
        }
    }
}

qint64 ownPages(int pid)
{
    const QList<QByteArray> fields = readProc(u"%1/statm"_s.arg(pid)).split(' ');
    return fields.value(1).toLongLong() - fields.value(2).toLongLong();
}

} // namespace

ProcessMeter::ProcessMeter(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_thread.start([this] { measure(); }); });
}

ProcessMeter::~ProcessMeter()
{
    m_thread.waitForDone();
}

void ProcessMeter::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    if (active)
        m_timer.start();
    else
        m_timer.stop();
}

void ProcessMeter::measure()
{
    QList<int> pids;
    collect(int(::getpid()), pids);
    QElapsedTimer clock;
    clock.start();
    const qint64 nowMs = clock.msecsSinceReference();
    const double seconds = double(nowMs - m_lastMs) / 1000;
    const bool first = m_lastMs == 0;
    m_lastMs = nowMs;
    QHash<int, qint64> ticks;
    ProcessUsage usage;
    qint64 used = 0;
    for (const int pid : pids) {
        ticks[pid] = processStatus(pid).value_or(ProcessStatus()).ticks;
        used += qMax<qint64>(0, ticks[pid] - m_ticks.value(pid, first ? ticks[pid] : 0));
        usage.bytes += ownPages(pid) * ::sysconf(_SC_PAGESIZE);
    }
    m_ticks = ticks;
    if (!first && seconds > 0)
        usage.cores = double(used) / double(::sysconf(_SC_CLK_TCK)) / seconds;
    Q_EMIT measured(usage); // queued to whoever lives in another thread
}

} // namespace convoy
