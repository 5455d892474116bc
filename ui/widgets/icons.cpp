// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

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

QString iconFile(QLatin1StringView name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

QPixmap render(QLatin1StringView name, const QSize &pixels, const QColor &color)
{
    const QString key = u"convoy/%1/%2x%3/%4"_s.arg(name).arg(pixels.width()).arg(pixels.height()).arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(iconFile(name));
    if (!renderer.isValid() || pixels.isEmpty())
        return {};
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const int side = qMin(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
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

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(m_name, size, color(mode)); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = render(m_name, size, color(mode));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = render(m_name, (QSizeF(rect.size()) * ratio).toSize(), color(mode));
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }

private:
    static QColor color(QIcon::Mode mode)
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QLatin1StringView m_name;
};

} // namespace

QIcon themedIcon(QLatin1StringView name)
{
    if (!QFile::exists(iconFile(name)))
        return {};
    return QIcon(new ThemedIconEngine(name));
}

QPixmap tintedPixmap(QLatin1StringView name, int size, qreal ratio, const QColor &color)
{
    QPixmap pixmap = render(name, QSize(qRound(size * ratio), qRound(size * ratio)), color);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace convoy
