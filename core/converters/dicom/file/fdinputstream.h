// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrma.h>

#include "core/base/result.h"

#include <QtGlobal>

#include <array>
#include <vector>

class DcmFileFormat;

namespace convoy {

/// The file that DCMTK reads from. It has no name: the sandbox forbids opening one.
struct FdSource {
    int fd = -1; ///< read with pread(2) only, so that several threads can share it
    qint64 size = 0;
    bool salvage = false; ///< values that reach past the end are filled up with zeros
};

/// Feeds DCMTK from a descriptor.
class FdProducer : public DcmProducer
{
public:
    FdProducer(const FdSource &source, qint64 offset) : m_source(source), m_offset(offset), m_end(source.size) {}

    OFBool good() const override { return m_status.good(); }
    OFCondition status() const override { return m_status; }
    OFBool eos() override { return m_offset >= m_end; }
    offile_off_t avail() override { return m_end - m_offset; }
    offile_off_t read(void *buffer, offile_off_t length) override;
    offile_off_t skip(offile_off_t length) override;
    void putback(offile_off_t count) override;

    bool padded() const { return m_end > m_source.size; }
    /// For filters, which ask for more than there may be.
    void neverPad() { m_source.salvage = false; }

private:
    /// How far a value of that length may go; moves the end where it is to be salvaged.
    qint64 allow(qint64 length);
    bool fill();

    FdSource m_source;
    qint64 m_offset;
    qint64 m_end;
    OFCondition m_status = EC_Normal;
    // Tags and lengths are read two and four bytes at a time.
    std::array<char, 4096> m_window{};
    qint64 m_windowStart = 0;
    qint64 m_windowSize = 0;
};

class FdInputStream : public DcmInputStream
{
public:
    explicit FdInputStream(const FdSource &source, qint64 offset = 0);

    DcmInputStreamFactory *newFactory() const override;
    offile_off_t read(void *buffer, offile_off_t length) override;
    offile_off_t skip(offile_off_t length) override;
    OFCondition installCompressionFilter(E_StreamCompression filterType) override;

    /// Where the values begin that DCMTK left in the file for later, in file order.
    const std::vector<qint64> &deferred() const { return m_deferred; }
    /// Whether a value reached past the end of the file (only with FdSource::salvage).
    bool padded() const { return m_producer.padded(); }
    /// Whether deflated data became, or claimed to become, more than there should be room for.
    bool isBomb() const { return m_bomb; }

private:
    bool hasRoomFor(qint64 length);
    void checkDepth() const;

    FdSource m_source;
    qint64 m_base;
    const char *m_stack; ///< where the stack was when reading began
    qint64 m_inflated = 0;
    bool m_bomb = false;
    FdProducer m_producer;
    mutable std::vector<qint64> m_deferred;
};

/// Reads all of a file but its long values, from transferInit to before transferEnd. The condition is DCMTK's; the error,
/// what DCMTK would not survive.
Result<OFCondition> readDicom(DcmFileFormat &format, FdInputStream &stream);

} // namespace convoy
