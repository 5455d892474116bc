// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/singleinstance.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace convoy;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
    }

    void handOver_aloneIsNotTaken()
    {
        SingleInstance instance;
        QVERIFY(!instance.handOver({}));
    }

    void handOver_bringsBytes_data()
    {
        QTest::addColumn<QList<QByteArray>>("paths");
        QTest::newRow("none") << QList<QByteArray>{};
        QTest::newRow("two") << QList<QByteArray>{"/in/a b.png", "/in/caf\xe9.png"};
    }

    void handOver_bringsBytes()
    {
        QFETCH(QList<QByteArray>, paths);
        SingleInstance first;
        first.listen();
        std::vector<Path> sent;
        for (const QByteArray &path : paths)
            sent.push_back(toPath(path));
        std::vector<Path> received;
        int times = 0;
        connect(&first, &SingleInstance::received, this, [&](const std::vector<Path> &list) {
            received = list;
            ++times;
        });
        bool taken = false;
        std::jthread second([&] {
            SingleInstance other;
            taken = other.handOver(sent);
        });
        QTRY_COMPARE(times, 1);
        second.join();
        QVERIFY(taken);
        QVERIFY(received == sent);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
