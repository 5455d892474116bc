// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/suggestion.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <vector>

namespace convoy {

namespace {

struct SuggestionText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Suggestion)
};

/// Letters to be changed, left out or put in (Levenshtein).
qsizetype distance(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(size_t(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (from[i] == to[qsizetype(j) - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({changed, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

} // namespace

QString suggestion(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 64;
    qsizetype least = std::min(word.size(), longest) / 3 + 1; // as far off, it is another word
    QString nearest;
    for (const QString &candidate : known) {
        const qsizetype far = word.size() > longest ? least : distance(word, candidate);
        if (far < least) {
            least = far;
            nearest = candidate;
        }
    }
    return nearest.isEmpty() ? QString() : u' ' + SuggestionText::tr("Did you mean “%1”?").arg(nearest);
}

} // namespace convoy
