// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QLatin1StringView>
#include <QPixmap>

namespace convoy {

/// Convoy's own icon, painted in the text colour of the palette, so that it follows light and dark. An empty icon where
/// the build has none of that name.
QIcon themedIcon(QLatin1StringView name);

/// One icon in one colour, `size` in device independent pixels. Null where the build has none.
QPixmap tintedPixmap(QLatin1StringView name, int size, qreal ratio, const QColor &color);

} // namespace convoy
