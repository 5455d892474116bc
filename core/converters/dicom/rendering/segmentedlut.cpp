// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/rendering/segmentedlut.h"

namespace convoy {

namespace {

enum Opcode : std::uint16_t { Discrete = 0, Linear = 1, Indirect = 2 };

class Expander
{
public:
    Expander(std::span<const std::uint16_t> data, SegmentUnit unit, size_t entries)
        : m_data(data),
          m_unit(unit),
          m_entries(entries)
    {
    }

    std::vector<std::uint16_t> run()
    {
        expand(0, SIZE_MAX, true);
        return std::move(m_out);
    }

private:
    /// `count` segments from word `at`; false where they are broken. Indirect segments must not nest.
    bool expand(size_t at, size_t count, bool allowIndirect)
    {
        for (size_t segment = 0; segment < count && at + 2 <= m_data.size() && m_out.size() < m_entries; ++segment) {
            const std::uint16_t opcode = m_data[at];
            const size_t length = m_data[at + 1];
            at += 2;
            if (opcode == Discrete) {
                for (size_t i = 0; i < length && at < m_data.size(); ++i)
                    add(m_data[at++]);
            } else if (opcode == Linear && at < m_data.size() && !m_out.empty()) {
                addLine(length, m_data[at++]);
            } else if (opcode == Indirect && allowIndirect && at + offsetLength() <= m_data.size()) {
                const size_t target = readOffset(at);
                at += offsetLength();
                if (!expand(target, length, false))
                    return false;
            } else {
                return false;
            }
        }
        return true;
    }

    size_t offsetLength() const { return m_unit == SegmentUnit::Word ? 2 : 4; }

    /// Offsets count bytes from the first segment, low part first.
    size_t readOffset(size_t at) const
    {
        size_t offset = 0;
        for (size_t i = offsetLength(); i-- > 0;)
            offset = offset << (m_unit == SegmentUnit::Word ? 16 : 8) | m_data[at + i];
        return m_unit == SegmentUnit::Word ? offset / 2 : offset;
    }

    void addLine(size_t length, std::uint16_t to)
    {
        const double from = m_out.back();
        for (size_t i = 1; i <= length; ++i)
            add(std::uint16_t(from + (to - from) * double(i) / double(length) + 0.5));
    }

    void add(std::uint16_t value)
    {
        if (m_out.size() < m_entries)
            m_out.push_back(value);
    }

    std::span<const std::uint16_t> m_data;
    SegmentUnit m_unit;
    size_t m_entries;
    std::vector<std::uint16_t> m_out;
};

} // namespace

std::vector<std::uint16_t> expandSegments(std::span<const std::uint16_t> data, SegmentUnit unit, size_t entries)
{
    return Expander(data, unit, entries).run();
}

} // namespace convoy
