// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLatin1StringView>
#include <QPixmap>

namespace convoy {

/// Convoy's own icon in its variant for light or dark windows, live with the palette. An empty icon where the build has
/// none of that name.
QIcon themedIcon(QLatin1StringView name);

/// One picture, `size` in device independent pixels, for a dark or light ground. Null where the build has none.
QPixmap themedPixmap(QLatin1StringView name, int size, qreal ratio, bool onDark);

} // namespace convoy
