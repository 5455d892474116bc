// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace convoy {

/// Every converter's options as a page of Markdown, from the schemas. docs/options.md is this; a test holds it to it.
QByteArray optionsPage();

} // namespace convoy
