// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filedescriptor.h"
#include "core/base/mappedfile.h"
#include "core/base/readahead.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace convoy;

namespace {

/// A file that the system has on disk only, where it can be brought to that.
Path makeUncached(const Path &path)
{
    std::ofstream(path) << std::string(300'000, 'x');
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    ::fsync(file.fd());
    ::posix_fadvise(file.fd(), 0, 0, POSIX_FADV_DONTNEED);
    return path;
}

/// Whether every page of it is in memory.
bool isCached(const Path &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const MappedFile mapped(file.fd());
    const auto page = size_t(::sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> pages((mapped.size() + page - 1) / page);
    return mapped.data() && ::mincore(mapped.data(), mapped.size(), pages.data()) == 0
        && std::ranges::all_of(pages, [](unsigned char state) { return state & 1; });
}

} // namespace

/// Files are in memory before anybody reads them.
class TestReadAhead : public QObject
{
    Q_OBJECT

    QTemporaryDir m_place;
    Path at(const char *name) const { return Path(m_place.path().toStdString()) / name; }

private Q_SLOTS:
    void initTestCase()
    {
        if (isCached(makeUncached(at("trial"))))
            QSKIP("This file system keeps all its files in memory.");
    }

    void wanted_isRead()
    {
        const Path first = makeUncached(at("first"));
        const Path second = makeUncached(at("second"));
        const Path other = makeUncached(at("other"));
        ReadAhead ahead;
        ahead.want({first, second});
        QTRY_VERIFY(isCached(first) && isCached(second));
        QVERIFY(!isCached(other));
        makeUncached(second); // nobody needs it any more
        ahead.want({second, other});
        QTRY_VERIFY(isCached(other));
        QVERIFY2(!isCached(second), "it was named before");
    }

    void beginning_isRead()
    {
        const Path file = makeUncached(at("file"));
        readBeginning(file, 1 << 20);
        QTRY_VERIFY(isCached(file));
        readBeginning(at("missing"), 1 << 20); // is nobody's error
    }

    /// What cannot be opened, or has no end, holds nobody up.
    void unreadable_isPassedOver()
    {
        const Path good = makeUncached(at("good"));
        const Path pipe = at("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        ReadAhead ahead;
        ahead.want({at("missing"), pipe, at("."), good});
        QTRY_VERIFY(isCached(good));
    }
};

QTEST_APPLESS_MAIN(TestReadAhead)
#include "tst_readahead.moc"
