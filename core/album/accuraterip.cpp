// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/accuraterip.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AccurateRipText {
    Q_DECLARE_TR_FUNCTIONS(convoy::AccurateRip)
};

// A file is one record after the other: 13 bytes that say of which disc, then 9 a track.
constexpr qsizetype headBytes = 13;
constexpr qsizetype trackBytes = 9;

int digitSum(int number)
{
    int sum = 0;
    for (; number > 0; number /= 10)
        sum += number % 10;
    return sum;
}

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

QString hex(quint32 value, int digits)
{
    return u"%1"_s.arg(value, digits, 16, '0'_L1);
}

} // namespace

AccurateRipId accurateRipId(const DiscToc &toc)
{
    AccurateRipId id;
    id.tracks = int(toc.offsets.size());
    // freedb counts data as one more track, AccurateRip only that they make the disc longer.
    quint32 digits = quint32(digitSum(toc.dataStart / framesPerSecond));
    for (int track = 0; track < id.tracks; ++track) {
        // Counted from the first sector that has sound.
        const auto offset = quint32(toc.offsets[track] - leadInFrames);
        id.sum += offset;
        id.product += std::max(offset, 1U) * quint32(track + 1);
        digits += quint32(digitSum(toc.offsets[track] / framesPerSecond));
    }
    const int discEnd = std::max(toc.leadOut, toc.dataEnd);
    const auto end = quint32(discEnd - leadInFrames);
    id.sum += end;
    id.product += end * quint32(id.tracks + 1);
    const int seconds = id.tracks > 0 ? discEnd / framesPerSecond - toc.offsets.first() / framesPerSecond : 0;
    id.cddb = (digits % 255) << 24 | quint32(seconds) << 8 | quint32(id.tracks + (toc.dataStart > 0 ? 1 : 0));
    return id;
}

QString AccurateRipId::path() const
{
    const QString name = hex(sum, 8);
    return u"%1/%2/%3/dBAR-%4-%5-%6-%7.bin"_s.arg(name[7])
        .arg(name[6])
        .arg(name[5])
        .arg(tracks, 3, 10, '0'_L1)
        .arg(name, hex(product, 8), hex(cddb, 8));
}

Result<AccurateRipTracks> parseAccurateRip(const QByteArray &bytes, const AccurateRipId &id)
{
    AccurateRipTracks tracks(size_t(id.tracks));
    for (qsizetype at = 0; at < bytes.size();) {
        const int count = uchar(bytes[at]);
        if (count == 0 || bytes.size() - at < headBytes + count * trackBytes)
            return Error{
                ErrorKind::DamagedInput, AccurateRipText::tr("The AccurateRip file of this disc makes no sense."), {}};
        const bool isThis = count == id.tracks && wordAt(bytes, at + 1) == id.sum && wordAt(bytes, at + 5) == id.product
            && wordAt(bytes, at + 9) == id.cddb;
        at += headBytes;
        for (int track = 0; track < count; ++track, at += trackBytes) {
            const AccurateRipEntry entry{wordAt(bytes, at + 1), uchar(bytes[at])};
            if (isThis && entry.checksum != 0)
                tracks[size_t(track)].push_back(entry);
        }
    }
    return tracks;
}

int accurateRipConfidence(const std::vector<AccurateRipEntry> &known, quint32 checksum)
{
    int confidence = 0;
    for (const AccurateRipEntry &entry : known)
        confidence += entry.checksum == checksum ? entry.confidence : 0;
    return confidence;
}

} // namespace convoy
