// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/tool/outputcapture.h"

#include "core/converters/tool/tooltext.h"

#include <algorithm>

namespace convoy {

void OutputCapture::append(QByteArrayView bytes)
{
    m_size += bytes.size();
    const qsizetype forHead = std::min(bytes.size(), kept - m_head.size());
    m_head.append(bytes.first(forHead));
    bytes = bytes.sliced(forHead);
    m_tail.append(bytes.last(std::min(bytes.size(), kept)));
    if (m_tail.size() > 2 * kept)
        m_tail = m_tail.last(kept);
}

QByteArray OutputCapture::text() const
{
    const QByteArray tail = m_tail.last(std::min(m_tail.size(), kept));
    const qint64 leftOut = m_size - m_head.size() - tail.size();
    if (leftOut == 0)
        return m_head + tail;
    return m_head + '\n' + ToolText::tr("… %1 bytes left out …").arg(leftOut).toUtf8() + '\n' + tail;
}

} // namespace convoy
