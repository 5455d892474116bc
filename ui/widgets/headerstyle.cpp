// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headerstyle.h"

#include <QHeaderView>
#include <QProxyStyle>

namespace convoy {

namespace {

constexpr int cellMargin = 6;

class HeaderStyle : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_HeaderMargin ? cellMargin : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace

void indentHeader(QHeaderView &header)
{
    auto *style = new HeaderStyle(QStringLiteral("fusion"));
    style->setParent(&header);
    header.setStyle(style);
}

} // namespace convoy
