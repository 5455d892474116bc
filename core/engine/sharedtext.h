// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QSet>

namespace convoy {

/// Lets the plans of many jobs hold one copy of what they have in common: folders, formats, sizes of pictures.
class SharedText
{
public:
    void share(JobPlan &plan)
    {
        plan.input.relativeFolder = KeptPath(shared(m_bytes, plan.input.relativeFolder.bytes()));
        plan.outputFolder = KeptPath(shared(m_bytes, plan.outputFolder.bytes()));
        plan.info.formatId = shared(m_texts, plan.info.formatId);
        plan.info.summary = shared(m_texts, plan.info.summary);
    }
    void clear()
    {
        m_bytes.clear();
        m_texts.clear();
    }

private:
    template <typename T>
    static T shared(QSet<T> &known, const T &value)
    {
        return value.isEmpty() ? T() : *known.insert(value);
    }

    QSet<QByteArray> m_bytes;
    QSet<QString> m_texts;
};

} // namespace convoy
