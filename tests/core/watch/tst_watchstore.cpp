// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/watchstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestWatchStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Path m_file = toPath(m_folder.path()) / "state/store.jsonl";

    Path input(const std::string &name) const
    {
        const Path path = toPath(m_folder.path()) / name;
        std::ofstream(path) << name;
        return path;
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const auto &entry : std::filesystem::directory_iterator(toPath(m_folder.path())))
            std::filesystem::remove_all(entry.path());
    }

    void entries_surviveARestart()
    {
        const WatchEntry done{{12345678901234567, -5, 3, 18446744073709551615U}, WatchState::Done, {}, 0};
        const WatchEntry taken{{1, 2, 3, 4}, WatchState::Taken, u"b1"_s, 2};
        const Path strange = input("a\xff b%\n");
        {
            const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
            QVERIFY2(store, store ? "" : qPrintable(store.error().message));
            QVERIFY((*store)->put({{strange, taken}, {input("b"), taken}, {input("gone"), taken}}));
            QVERIFY((*store)->put({{strange, done}}));
            QVERIFY((*store)->forget({input("gone")}));
            QVERIFY(!WatchStore::open(m_file)); // one at a time
        }
        const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
        QVERIFY(store);
        QCOMPARE((*store)->entries().size(), size_t(2));
        QVERIFY((*store)->find(strange) && *(*store)->find(strange) == done);
        QVERIFY(*(*store)->find(input("b")) == taken);
    }

    void open_readsPastATornLine()
    {
        {
            const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
            QVERIFY((*store)->put({{input("a"), {}}}));
        }
        std::ofstream(m_file, std::ios::app) << "{\"path\":\"/x\",\"sta";
        const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
        QVERIFY(store);
        QCOMPARE((*store)->entries().size(), size_t(1));
        QVERIFY((*store)->put({{input("b"), {}}}));
    }

    void open_forgetsFilesThatAreGone()
    {
        const Path gone = input("gone");
        const Path taken = input("taken");
        {
            const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
            QVERIFY((*store)->put({{gone, {{}, WatchState::Done, {}, 0}}, {taken, {{}, WatchState::Taken, {}, 0}}}));
        }
        std::filesystem::remove(gone);
        std::filesystem::remove(taken);
        const Result<std::unique_ptr<WatchStore>> store = WatchStore::open(m_file);
        QVERIFY(!(*store)->find(gone));
        QVERIFY((*store)->find(taken)); // its job may still be done
    }
};

QTEST_APPLESS_MAIN(TestWatchStore)
#include "tst_watchstore.moc"
