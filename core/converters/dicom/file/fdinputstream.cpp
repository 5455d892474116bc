// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/fdinputstream.h"

#include "core/base/fileio.h"

#include <QCoreApplication>
#include <dcmtk/dcmdata/dcerror.h>
#include <dcmtk/dcmdata/dcfilefo.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace convoy {

namespace {

// Inflated data are kept in memory. They may be a thousand times as long as the file (RFC 1951 has 258 bytes in two bits).
constexpr qint64 mostInflated = qint64{512} << 20;
// DCMTK reads a sequence in a sequence by recursion, some hundred bytes each; no real file goes deeper than a few dozen.
constexpr std::ptrdiff_t mostStack = std::ptrdiff_t{1} << 20;
// Longer values are left in the file: pixels, fragments, look-up tables, overlays.
constexpr Uint32 keepInFile = 4096;

struct StreamText {
    Q_DECLARE_TR_FUNCTIONS(convoy::FdInputStream)
};

/// Thrown through DCMTK: it would take the end of the data for an empty element and go on.
struct NestedTooDeeply {
};

class FdInputStreamFactory : public DcmInputStreamFactory
{
public:
    FdInputStreamFactory(const FdSource &source, qint64 offset) : m_source(source), m_offset(offset) {}

    DcmInputStream *create() const override { return new FdInputStream(m_source, m_offset); }
    DcmInputStreamFactory *clone() const override { return new FdInputStreamFactory(*this); }
    DcmInputStreamFactoryType ident() const override { return DFT_DcmInputFileStreamFactory; }

private:
    FdSource m_source;
    qint64 m_offset;
};

} // namespace

qint64 FdProducer::allow(qint64 length)
{
    if (m_source.salvage && m_offset < m_source.size && length > m_end - m_offset)
        m_end = m_offset + length;
    return std::clamp<qint64>(length, 0, m_end - m_offset);
}

bool FdProducer::fill()
{
    m_windowStart = m_offset;
    m_windowSize = readAt(m_source.fd, m_window.data(), m_window.size(), m_offset);
    return m_windowSize > 0;
}

offile_off_t FdProducer::read(void *buffer, offile_off_t length)
{
    const qint64 wanted = allow(length);
    auto *const out = static_cast<char *>(buffer);
    qint64 done = 0;
    if (wanted > qint64(m_window.size())) {
        done = readAt(m_source.fd, out, size_t(wanted), m_offset);
        if (done < 0) {
            m_status = EC_InvalidStream;
            return 0;
        }
    } else {
        while (done < wanted) {
            const qint64 at = m_offset + done;
            if (at < m_windowStart || at >= m_windowStart + m_windowSize) {
                m_offset += done;
                const bool more = fill();
                m_offset -= done;
                if (!more)
                    break;
            }
            const qint64 count = std::min(wanted - done, m_windowStart + m_windowSize - at);
            std::memcpy(out + done, m_window.data() + (at - m_windowStart), size_t(count));
            done += count;
        }
    }
    if (done < wanted)
        std::memset(out + done, 0, size_t(wanted - done));
    m_offset += wanted;
    return wanted;
}

offile_off_t FdProducer::skip(offile_off_t length)
{
    const qint64 skipped = allow(length);
    m_offset += skipped;
    return skipped;
}

void FdProducer::putback(offile_off_t count)
{
    if (count > m_offset)
        m_status = EC_PutbackFailed;
    else
        m_offset -= count;
}

FdInputStream::FdInputStream(const FdSource &source, qint64 offset)
    // The base class only keeps the pointer.
    : DcmInputStream(&m_producer),
      m_source(source),
      m_base(offset),
      m_stack(static_cast<const char *>(__builtin_frame_address(0))),
      m_producer(source, offset)
{
}

DcmInputStreamFactory *FdInputStream::newFactory() const
{
    // Behind a filter, offsets are those of the inflated data.
    if (currentProducer() != &m_producer)
        return nullptr;
    const qint64 offset = m_base + tell();
    m_deferred.push_back(offset);
    return new FdInputStreamFactory(m_source, offset);
}

void FdInputStream::checkDepth() const
{
    if (std::abs(m_stack - static_cast<const char *>(__builtin_frame_address(0))) > mostStack)
        throw NestedTooDeeply();
}

bool FdInputStream::hasRoomFor(qint64 length)
{
    if (currentProducer() != &m_producer)
        m_inflated += length;
    m_bomb |= m_inflated > mostInflated;
    return !m_bomb;
}

offile_off_t FdInputStream::read(void *buffer, offile_off_t length)
{
    checkDepth();
    if (!hasRoomFor(length))
        return 0;
    const offile_off_t got = DcmInputStream::read(buffer, length);
    // DCMTK keeps values that end early, and would show memory that nobody has written.
    std::memset(static_cast<char *>(buffer) + got, 0, size_t(length - got));
    return got;
}

offile_off_t FdInputStream::skip(offile_off_t length)
{
    return hasRoomFor(length) ? DcmInputStream::skip(length) : 0;
}

OFCondition FdInputStream::installCompressionFilter(E_StreamCompression filterType)
{
    m_producer.neverPad();
    return DcmInputStream::installCompressionFilter(filterType);
}

Result<OFCondition> readDicom(DcmFileFormat &format, FdInputStream &stream)
{
    try {
        format.transferInit();
        return format.read(stream, EXS_Unknown, EGL_noChange, keepInFile);
    } catch (const NestedTooDeeply &) {
        return Error{ErrorKind::DamagedInput, StreamText::tr("The file is damaged: its parts are nested too deeply.")};
    }
}

} // namespace convoy
