// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/fragmenttable.h"

#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <QCoreApplication>

#include <cstring>

namespace convoy {

namespace {

struct FragmentText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomFile)
};

Error unreadable(const char *detail)
{
    return {ErrorKind::DamagedInput, FragmentText::tr("The pixels cannot be read."), QString::fromLatin1(detail)};
}

/// Whether a JPEG, JPEG-LS or JPEG 2000 stream begins here.
bool beginsStream(DcmPixelItem &item)
{
    std::uint8_t head[8]{};
    if (item.getLength() < sizeof head || item.getPartialValue(head, 0, sizeof head).bad())
        return false;
    const bool jpeg = head[0] == 0xff && head[1] == 0xd8 && head[2] == 0xff;
    const bool jpeg2000 = head[0] == 0xff && head[1] == 0x4f && head[2] == 0xff && head[3] == 0x51;
    const bool boxes = std::memcmp(head + 4, "jP  ", 4) == 0; // JP2
    return jpeg || jpeg2000 || boxes;
}

} // namespace

Result<FragmentTable> FragmentTable::make(DicomFile &file)
{
    DcmPixelSequence *const sequence = file.fragments();
    if (!sequence || sequence->card() < 2)
        return unreadable("no fragments");
    FragmentTable table;
    DcmPixelItem *offsetTable = nullptr;
    // nextInContainer walks the list once; getItem(n) would start from its head each time.
    for (DcmObject *object = sequence->nextInContainer(nullptr); object; object = sequence->nextInContainer(object)) {
        auto *const item = dynamic_cast<DcmPixelItem *>(object);
        if (!item)
            return unreadable("something else between the fragments");
        if (offsetTable)
            table.m_items.push_back(item);
        else
            offsetTable = item;
    }
    table.assign(file, *offsetTable);
    if (table.frames() < 1)
        return unreadable("no frame among the fragments");
    return table;
}

void FragmentTable::assign(DicomFile &file, DcmPixelItem &offsetTable)
{
    const int frames = file.header().frames;
    const auto count = unsigned(m_items.size());
    if (frames == 1) {
        m_first = {0, count};
    } else if (m_items.size() <= size_t(frames)) {
        for (unsigned i = 0; i <= count; ++i)
            m_first.push_back(i);
    } else if (!assignByOffsets(offsetTable, frames)) {
        assignByMarkers(frames);
    }
}

bool FragmentTable::assignByOffsets(DcmPixelItem &offsetTable, int frames)
{
    std::vector<Uint32> offsets(static_cast<size_t>(frames));
    const auto size = Uint32(offsets.size() * sizeof(Uint32));
    if (offsetTable.getLength() != size || offsetTable.getPartialValue(offsets.data(), 0, size).bad())
        return false;
    std::vector<unsigned> first;
    quint64 position = 0;
    for (size_t i = 0; i < m_items.size() && first.size() < offsets.size(); ++i) {
        if (position == offsets[first.size()])
            first.push_back(unsigned(i));
        position += quint64{m_items[i]->getLength()} + 8;
    }
    if (first.size() != offsets.size())
        return false;
    first.push_back(unsigned(m_items.size()));
    m_first = std::move(first);
    return true;
}

void FragmentTable::assignByMarkers(int frames)
{
    for (unsigned i = 0; i < m_items.size() && m_first.size() < size_t(frames); ++i) {
        if (i == 0 || beginsStream(*m_items[i]))
            m_first.push_back(i);
    }
    m_first.push_back(unsigned(m_items.size()));
}

Result<std::span<const std::uint8_t>> FragmentTable::bytes(int frame, std::vector<std::uint8_t> &joined) const
{
    const unsigned begin = m_first[size_t(frame)];
    const unsigned end = m_first[size_t(frame) + 1];
    joined.clear();
    for (unsigned i = begin; i < end; ++i) {
        Uint8 *data = nullptr;
        if (m_items[i]->getUint8Array(data).bad() || (!data && m_items[i]->getLength() > 0))
            return unreadable("a fragment is cut short");
        const std::span<const std::uint8_t> fragment(data, m_items[i]->getLength());
        if (end - begin == 1)
            return fragment;
        joined.insert(joined.end(), fragment.begin(), fragment.end());
        m_items[i]->compact();
    }
    return std::span<const std::uint8_t>(joined);
}

void FragmentTable::release(int frame) const
{
    for (unsigned i = m_first[size_t(frame)]; i < m_first[size_t(frame) + 1]; ++i)
        m_items[i]->compact();
}

} // namespace convoy
