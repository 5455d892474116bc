// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/desktop/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString iconFile(QLatin1StringView name, bool onDark)
{
    return (onDark ? u":/icons/dark/"_s : u":/icons/light/"_s) + name + u".svg"_s;
}

QPixmap render(QLatin1StringView name, const QSize &pixels, bool onDark, bool disabled)
{
    const QString key = u"convoy/%1/%2x%3/%4%5"_s.arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(int(onDark))
                            .arg(int(disabled));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const QString file = iconFile(name, onDark);
    if (pixels.isEmpty() || !QFile::exists(file))
        return {};
    QSvgRenderer renderer(file);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(disabled ? 0.4 : 1);
    const int side = qMin(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine
{
public:
    explicit ThemedIconEngine(QLatin1StringView name) : m_name(name) {}

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QString key() const override { return u"convoy"_s; }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return make(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = make(size, mode);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = make((QSizeF(rect.size()) * ratio).toSize(), mode);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }

private:
    QPixmap make(const QSize &pixels, QIcon::Mode mode) const
    {
        const bool onDark = mode == QIcon::Selected || isDark(QApplication::palette());
        return render(m_name, pixels, onDark, mode == QIcon::Disabled);
    }

    QLatin1StringView m_name;
};

} // namespace

QIcon themedIcon(QLatin1StringView name)
{
    if (name.isEmpty() || !QFile::exists(iconFile(name, false)))
        return {};
    return QIcon(new ThemedIconEngine(name));
}

QPixmap themedPixmap(QLatin1StringView name, int size, qreal ratio, bool onDark)
{
    QPixmap pixmap = render(name, QSize(qRound(size * ratio), qRound(size * ratio)), onDark, false);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace convoy
