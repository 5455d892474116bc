// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/imageprofile.h"

namespace convoy {

QByteArray profileOf(const MagickCore::Image &image, const char *name)
{
    const MagickCore::StringInfo *profile = MagickCore::GetImageProfile(&image, name);
    return profile ? QByteArray(reinterpret_cast<const char *>(profile->datum), qsizetype(profile->length)) : QByteArray();
}

void setProfile(MagickCore::Image *image, const char *name, const QByteArray &bytes)
{
    MagickCore::DeleteImageProfile(image, name);
    if (bytes.isEmpty())
        return;
    MagickCore::StringInfo *profile = MagickCore::BlobToStringInfo(bytes.constData(), size_t(bytes.size()));
    MagickCore::SetImageProfile(image, name, profile);
    MagickCore::DestroyStringInfo(profile);
}

QByteArray exifOf(const MagickCore::Image &image)
{
    const QByteArray profile = profileOf(image, "exif");
    return profile.startsWith(exifMark) ? profile.sliced(exifMark.size()) : profile;
}

// Adobe Photoshop File Formats Specification, "Image Resource Blocks": 8BIM, number, name, size, data, all padded to even.
QByteArray iptcOf(const QByteArray &resources)
{
    constexpr int captions = 0x0404;
    const auto number = [&resources](qsizetype at, int size) {
        qint64 value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | uchar(resources[at + i]);
        return value;
    };
    for (qsizetype at = 0; at + 12 <= resources.size() && resources.sliced(at, 4) == "8BIM";) {
        const qint64 id = number(at + 4, 2);
        const qsizetype name = 1 + uchar(resources[at + 6]);
        const qsizetype sizeAt = at + 6 + name + name % 2;
        if (sizeAt + 4 > resources.size())
            break;
        const qint64 size = number(sizeAt, 4);
        if (size > resources.size() - sizeAt - 4)
            break;
        if (id == captions)
            return resources.sliced(sizeAt + 4, qsizetype(size));
        at = sizeAt + 4 + qsizetype(size + size % 2);
    }
    return {};
}

QByteArray photoshopBlock(const QByteArray &iptc)
{
    QByteArray block("8BIM\x04\x04\0\0", 8);
    for (int shift = 24; shift >= 0; shift -= 8)
        block += char(iptc.size() >> shift);
    block += iptc;
    return iptc.size() % 2 == 0 ? block : block + '\0';
}

QString commentOf(const MagickCore::Image &image)
{
    const QByteArray comment(MagickCore::GetImageProperty(&image, "comment"));
    return comment.isValidUtf8() ? QString::fromUtf8(comment) : QString::fromLatin1(comment);
}

} // namespace convoy
