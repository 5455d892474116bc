// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/latestwish.h"

#include <QList>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

#include <poll.h>

using namespace convoy;

/// Grants a wish for a number with that number; a negative one waits until it is cancelled.
class TestLatestWish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_delivered.clear();
        m_started = 0;
        m_cancelled = 0;
        m_wishes = std::make_unique<LatestWish<int, int>>(
            this, [this](int wish, JobControl &control, quint64) -> Result<int> { return make(wish, control); },
            [this](const Result<int> &made) {
                QCOMPARE(QThread::currentThread(), thread());
                m_delivered << *made;
            });
    }

    void wish_isGranted()
    {
        m_wishes->set(7);
        QTRY_COMPARE(m_delivered, QList<int>{7});
    }

    void newWish_cancelsTheOneBefore()
    {
        m_wishes->set(-1);
        QTRY_COMPARE(m_started.load(), 1);
        m_wishes->set(8);
        QTRY_COMPARE(m_delivered, QList<int>{8});
        QCOMPARE(m_cancelled.load(), 1);
    }

    void wishesInARow_grantTheLast()
    {
        m_wishes->set(-1);
        QTRY_COMPARE(m_started.load(), 1);
        for (int wish = 1; wish <= 50; ++wish)
            m_wishes->set(wish);
        QTRY_VERIFY(m_delivered.contains(50));
        QTest::qWait(20);
        QCOMPARE(m_delivered, QList<int>{50});
    }

    void cancelled_deliversNothing()
    {
        m_wishes->set(-1);
        QTRY_COMPARE(m_started.load(), 1);
        m_wishes->cancel();
        QTRY_COMPARE(m_cancelled.load(), 1);
        QTest::qWait(20);
        QVERIFY(m_delivered.isEmpty());
    }

    void end_waitsForNobody()
    {
        m_wishes->set(-1);
        QTRY_COMPARE(m_started.load(), 1);
        m_wishes.reset();
        QCOMPARE(m_cancelled.load(), 1);
        QTest::qWait(20);
        QVERIFY(m_delivered.isEmpty());
    }

private:
    int make(int wish, JobControl &control)
    {
        ++m_started;
        while (wish < 0 && !control.isCancelled()) {
            pollfd wake{.fd = control.wakeFd(), .events = POLLIN, .revents = 0};
            ::poll(&wake, 1, 10000);
        }
        m_cancelled += wish < 0 ? 1 : 0;
        return wish;
    }

    std::atomic<int> m_started = 0;
    std::atomic<int> m_cancelled = 0;
    QList<int> m_delivered;
    std::unique_ptr<LatestWish<int, int>> m_wishes;
};

QTEST_GUILESS_MAIN(TestLatestWish)
#include "tst_latestwish.moc"
