// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/compareview.h"
#include "ui/preview/cropcontrols.h"
#include "ui/preview/cropview.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/trimslider.h"

#include <QLabel>
#include <QStackedWidget>

/// Asks for pictures and shows what comes.
namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int smallestSide = 256;
constexpr int largestSide = 2048;

bool samePicture(const PreviewWish &a, const PreviewWish &b)
{
    return a.converter == b.converter && a.file == b.file && a.position == b.position && a.converted == b.converted
        && a.maximumSize == b.maximumSize && a.options == b.options;
}

} // namespace

/// The window of a DICOM picture is part of looking at it: the rest of the options only of what it becomes.
OptionValues PreviewPane::optionsBefore(const OptionValues &options, const QString &converter)
{
    const ConverterInfo *info = findConverter(converter);
    auto plain = info ? completeOptions(info->schema, {}, {}) : Result<OptionValues>(OptionValues());
    QVariantMap values = plain ? plain->map() : QVariantMap();
    for (const QString &key : {u"window"_s, u"window_index"_s}) {
        if (values.contains(key) && options.map().contains(key))
            values[key] = options.map().value(key);
    }
    return OptionValues(values);
}

void PreviewPane::request()
{
    if (!m_loader || m_row == 0 || !isVisible())
        return;
    const double ratio = devicePixelRatioF();
    PreviewWish wish = m_wish;
    wish.position = double(m_position->value()) / positionSteps;
    wish.maximumSize = qBound(smallestSide, int(qMax(m_pictures->width(), m_pictures->height()) * ratio), largestSide);
    wish.converted = mode() != Mode::Before;
    if (!wish.converted)
        wish.options = optionsBefore(m_wish.options, wish.converter);
    if (samePicture(wish, m_shown) && mode() == m_shownMode)
        return;
    if (wish.file != m_shown.file) {
        m_view->setText(tr("Loading …"));
        m_compare->clear();
    }
    m_view->setCrop(shownCrop());
    m_shown = wish;
    m_shownMode = mode();
    if (mode() == Mode::Compare) {
        m_second->load(wish);
        wish.converted = false;
        wish.options = optionsBefore(m_wish.options, wish.converter);
    }
    m_loader->load(wish);
}

void PreviewPane::received(const QImage &picture, const QSize &source)
{
    if (m_shownMode == Mode::Compare) {
        // The same part of the picture as the one after shows.
        QImage before = picture;
        if (m_hasCrop && !source.isEmpty() && m_crop != QRect(0, 0, 0, 0)) {
            const double scale = double(picture.width()) / source.width();
            const QSize size(m_crop.width() > 0 ? m_crop.width() : source.width() - m_crop.x(),
                             m_crop.height() > 0 ? m_crop.height() : source.height() - m_crop.y());
            const QRectF part(QPointF(m_crop.topLeft()) * scale, QSizeF(size) * scale);
            before = picture.copy(part.toRect().intersected(picture.rect()));
        }
        m_compare->setBefore(before);
    } else {
        m_view->setPicture(picture, source);
        m_view->setCrop(shownCrop());
    }
    m_source = source.isEmpty() ? picture.size() : source;
    m_cropControls->setSourceSize(m_source);
    updateFacts();
}

void PreviewPane::updateFacts()
{
    QString facts = m_summary;
    if (m_hasCrop && !m_source.isEmpty()) {
        const QSize room = m_source - QSize(m_crop.x(), m_crop.y());
        const int width = m_crop.width() > 0 ? qMin(m_crop.width(), room.width()) : room.width();
        const int height = m_crop.height() > 0 ? qMin(m_crop.height(), room.height()) : room.height();
        facts = tr("%1 × %2 of %3 × %4 pixels").arg(width).arg(height).arg(m_source.width()).arg(m_source.height());
    }
    m_facts->setText(facts);
}

} // namespace convoy
