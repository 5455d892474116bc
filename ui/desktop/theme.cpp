// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <cmath>
#include <utility>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorSchemeKey = "color-scheme"_L1;
constexpr auto contrastKey = "contrast"_L1;
constexpr int disabledOpacity = 190; // of 255: fainter, and still to be read

struct Colors {
    QRgb window, base, alternate, text, button, dim, highlight, mid, tooltip;
};

QPalette palette(const Colors &c)
{
    QPalette p;
    const QColor text(c.text), dim(c.dim), highlighted(Qt::white);
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, c.button);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::Highlight, c.highlight);
    p.setColor(QPalette::HighlightedText, highlighted);
    p.setColor(QPalette::Link, QColor(c.highlight).lighter(c.window < 0xff808080 ? 170 : 100));
    p.setColor(QPalette::LinkVisited, QColor(c.highlight).lighter(c.window < 0xff808080 ? 170 : 100));
    p.setColor(QPalette::ToolTipBase, c.tooltip);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, dim);
    p.setColor(QPalette::Light, QColor(c.button).lighter(115));
    p.setColor(QPalette::Midlight, QColor(c.button).lighter(107));
    p.setColor(QPalette::Mid, c.mid);
    p.setColor(QPalette::Dark, QColor(c.mid).darker(125));
    p.setColor(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::ToolTipText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, QColor(dim.red(), dim.green(), dim.blue(), disabledOpacity));
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window);
    return p;
}

} // namespace

QPalette lightPalette(bool highContrast)
{
    if (highContrast)
        return palette({.window = 0xffffffff,
                        .base = 0xffffffff,
                        .alternate = 0xfff2f2f2,
                        .text = 0xff000000,
                        .button = 0xffffffff,
                        .dim = 0xff333333,
                        .highlight = 0xff0a4389,
                        .mid = 0xff767676,
                        .tooltip = 0xffffffff});
    return palette({.window = 0xfff3f4f6,
                    .base = 0xffffffff,
                    .alternate = 0xfff8f9fb,
                    .text = 0xff1b2027,
                    .button = 0xfffcfcfd,
                    .dim = 0xff5d6673,
                    .highlight = 0xff1f66b5,
                    .mid = 0xffc3c9d1,
                    .tooltip = 0xffffffff});
}

QPalette darkPalette(bool highContrast)
{
    if (highContrast)
        return palette({.window = 0xff000000,
                        .base = 0xff000000,
                        .alternate = 0xff141414,
                        .text = 0xffffffff,
                        .button = 0xff141414,
                        .dim = 0xffdddddd,
                        .highlight = 0xff1660b8,
                        .mid = 0xff8a8a8a,
                        .tooltip = 0xff141414});
    return palette({.window = 0xff22262c,
                    .base = 0xff1a1d22,
                    .alternate = 0xff1e2228,
                    .text = 0xffe6e9ee,
                    .button = 0xff2e343c,
                    .dim = 0xffa2abb8,
                    .highlight = 0xff2a6ebd,
                    .mid = 0xff454d58,
                    .tooltip = 0xff2e343c});
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

namespace {

/// Black on white or white on black.
bool isHighContrast(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    return text == Qt::black || text == Qt::white;
}

QColor ordinaryStateColor(RowState state, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case RowState::Running:
    case RowState::Finishing: return dark ? QColor(0xff6cb2ff) : QColor(0xff1f66b5);
    case RowState::Done: return dark ? QColor(0xff5fce8a) : QColor(0xff1b7a3d);
    case RowState::Failed:
    case RowState::Problem: return dark ? QColor(0xffff8a80) : QColor(0xffb3261e);
    case RowState::Paused:
    case RowState::Skipped:
    case RowState::Ignored: return dark ? QColor(0xffe8b95a) : QColor(0xff855800);
    case RowState::Reading:
    case RowState::Ready:
    case RowState::Planning:
    case RowState::Queued:
    case RowState::Cancelled: break;
    }
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

} // namespace

QColor stateColor(RowState state, const QPalette &palette)
{
    const QColor color = ordinaryStateColor(state, palette);
    return isHighContrast(palette) && !isDark(palette) ? color.darker(140) : color;
}

/// Both sides of the middle reach 4.5 to 1 there, by WCAG's relative luminance.
QColor readableOn(const QColor &ground)
{
    const auto linear = [](float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
    const float luminance = 0.2126F * linear(float(ground.redF())) + 0.7152F * linear(float(ground.greenF()))
        + 0.0722F * linear(float(ground.blueF()));
    return luminance > 0.179F ? Qt::black : Qt::white;
}

QColor outlineColor(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Active, QPalette::WindowText);
    return isDark(palette) ? QColor(0xff858d9a) : QColor(0xff7d838d);
}

QColor focusColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xff6cb2ff) : QColor(0xff1f66b5);
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<QDBusVariant>(); // Qt D-Bus finds the slot's types by name, and registers its own too late
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    for (const auto key : {colorSchemeKey, contrastKey})
        ask(key);
}

void Theme::ask(QLatin1StringView key)
{
    QDBusMessage read = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                       u"/org/freedesktop/portal/desktop"_s,
                                                       u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    read.setArguments({QString(appearance), QString(key)});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *self) {
        const QDBusPendingReply<QDBusVariant> reply = *self;
        if (reply.isValid())
            settingChanged(appearance, key, reply.value());
        self->deleteLater();
    });
}

void Theme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance || (key != colorSchemeKey && key != contrastKey))
        return;
    QVariant inner = value.variant();
    if (inner.canConvert<QDBusVariant>()) // Read wraps the value twice
        inner = inner.value<QDBusVariant>().variant();
    bool &known = key == contrastKey ? m_highContrast : m_systemDark;
    const bool wanted = inner.toUInt() == 1;
    if (std::exchange(known, wanted) != wanted)
        apply();
}

void Theme::setScheme(const QString &scheme)
{
    m_scheme = scheme;
    apply();
}

void Theme::apply()
{
    const bool dark = m_scheme == "dark"_L1 || (m_scheme != "light"_L1 && m_systemDark);
    QApplication::setPalette(dark ? darkPalette(m_highContrast) : lightPalette(m_highContrast));
}

} // namespace convoy
