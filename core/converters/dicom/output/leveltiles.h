// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/png/pngpicture.h"

#include <QVariantList>

#include <algorithm>
#include <vector>

namespace convoy {

/// The mean level of each part of a picture of 8 bits: what a lossy file has to keep.
class LevelTiles
{
public:
    explicit LevelTiles(const PngPicture &picture)
        : m_picture(picture),
          m_across(std::clamp(picture.width / smallestSide, 1, mostParts)),
          m_down(std::clamp(picture.height / smallestSide, 1, mostParts)),
          m_sums(size_t(m_across * m_down * picture.channels)),
          m_counts(m_sums.size())
    {
    }

    void addRow(int y, const std::uint8_t *row)
    {
        const int channels = m_picture.channels;
        const auto line = size_t(qint64(y) * m_down / m_picture.height * m_across);
        for (int part = 0; part < m_across; ++part) {
            const int begin = int((qint64(part) * m_picture.width + m_across - 1) / m_across);
            const int end = int((qint64(part + 1) * m_picture.width + m_across - 1) / m_across);
            for (int c = 0; c < channels; ++c) {
                std::uint64_t sum = 0;
                for (int x = begin; x < end; ++x)
                    sum += row[x * channels + c];
                const size_t at = (line + size_t(part)) * size_t(channels) + size_t(c);
                m_sums[at] += sum;
                m_counts[at] += std::uint64_t(end - begin);
            }
        }
    }

    QVariantList means() const
    {
        QVariantList result;
        for (size_t i = 0; i < m_sums.size(); ++i)
            result.append(double(m_sums[i]) / double(std::max<std::uint64_t>(1, m_counts[i])));
        return result;
    }

private:
    static constexpr int smallestSide = 16;
    static constexpr int mostParts = 8;

    PngPicture m_picture;
    int m_across;
    int m_down;
    std::vector<std::uint64_t> m_sums;
    std::vector<std::uint64_t> m_counts;
};

} // namespace convoy
