// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme.h"
#include "ui/desktopmocks.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// org.freedesktop.portal.Settings
class PortalMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;   ///< 1: dark, 2: light
    uint contrast = 0; ///< 1: high

    void change(uint to, const QString &key = u"color-scheme"_s)
    {
        (key == "contrast"_L1 ? contrast : scheme) = to;
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_s, key, QDBusVariant(to));
    }

public Q_SLOTS:
    // Wrapped twice, as portals do.
    QDBusVariant Read(const QString &, const QString &key)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(key == "contrast"_L1 ? contrast : scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.start())
            QSKIP("There is no dbus-daemon.");
        QVERIFY(m_bus.offer(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s, &m_portal));
    }

    void desktopsScheme_isFollowedLive()
    {
        m_portal.scheme = 1;
        Theme theme;
        theme.setScheme(u"system"_s);
        QTRY_VERIFY(isDark(QApplication::palette())); // as it was at the start
        m_portal.change(2);
        QTRY_VERIFY(!isDark(QApplication::palette()));
        m_portal.change(1);
        QTRY_VERIFY(isDark(QApplication::palette()));
        m_portal.change(0, u"accent-color"_s); // another setting
        QTest::qWait(50);
        QVERIFY(isDark(QApplication::palette()));
    }

    void desktopsContrast_isFollowedLive()
    {
        m_portal.scheme = 0;
        m_portal.contrast = 1;
        Theme theme;
        theme.setScheme(u"system"_s);
        QTRY_COMPARE(QApplication::palette(), lightPalette(true)); // as it was at the start
        theme.setScheme(u"dark"_s);                                // chosen here, in the desktop's contrast
        QCOMPARE(QApplication::palette(), darkPalette(true));
        m_portal.change(0, u"contrast"_s);
        QTRY_COMPARE(QApplication::palette(), darkPalette());
    }

    void chosenScheme_countsForMore()
    {
        m_portal.scheme = 2;
        Theme theme;
        theme.setScheme(u"dark"_s);
        QVERIFY(isDark(QApplication::palette()));
        m_portal.change(1);
        m_portal.change(2);
        QTest::qWait(50);
        QVERIFY(isDark(QApplication::palette()));
        theme.setScheme(u"light"_s);
        QVERIFY(!isDark(QApplication::palette()));
        m_portal.change(1);
        QTest::qWait(50);
        QVERIFY(!isDark(QApplication::palette()));
        theme.setScheme(u"system"_s); // what the desktop has said meanwhile
        QVERIFY(isDark(QApplication::palette()));
    }

private:
    PrivateBus m_bus;
    PortalMock m_portal;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
