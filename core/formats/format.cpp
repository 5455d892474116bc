// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace convoy {

namespace {

struct FormatText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Format)
};

using L1 = QLatin1StringView;

constexpr std::array table{
    Format{L1("dicom"), L1("DICOM"), MediaKind::Dicom},
    Format{L1("jpeg"), L1("JPEG"), MediaKind::Image},
    Format{L1("png"), L1("PNG"), MediaKind::Image},
    Format{L1("gif"), L1("GIF"), MediaKind::Image},
    Format{L1("webp"), L1("WebP"), MediaKind::Image},
    Format{L1("tiff"), L1("TIFF"), MediaKind::Image},
    Format{L1("bmp"), L1("BMP"), MediaKind::Image},
    Format{L1("pnm"), L1("Netpbm"), MediaKind::Image},
    Format{L1("avif"), L1("AVIF"), MediaKind::Image},
    Format{L1("heif"), L1("HEIF"), MediaKind::Image},
    Format{L1("jxl"), L1("JPEG XL"), MediaKind::Image},
    Format{L1("jp2"), L1("JPEG 2000"), MediaKind::Image},
    Format{L1("psd"), L1("Photoshop"), MediaKind::Image},
    Format{L1("raw"), L1("Camera RAW"), MediaKind::Image},
    Format{L1("mp4"), L1("MPEG-4"), MediaKind::Video},
    Format{L1("mov"), L1("QuickTime"), MediaKind::Video},
    Format{L1("3gp"), L1("3GPP"), MediaKind::Video},
    Format{L1("matroska"), L1("Matroska or WebM"), MediaKind::Video},
    Format{L1("avi"), L1("AVI"), MediaKind::Video},
    Format{L1("asf"), L1("Windows Media"), MediaKind::Video},
    Format{L1("flv"), L1("Flash video"), MediaKind::Video},
    Format{L1("mxf"), L1("MXF"), MediaKind::Video},
    Format{L1("dv"), L1("DV"), MediaKind::Video},
    Format{L1("realmedia"), L1("RealMedia"), MediaKind::Video},
    Format{L1("wtv"), L1("Windows recorded TV"), MediaKind::Video},
    Format{L1("nut"), L1("NUT"), MediaKind::Video},
    Format{L1("ivf"), L1("IVF"), MediaKind::Video},
    Format{L1("y4m"), L1("YUV4MPEG2"), MediaKind::Video},
    Format{L1("h264"), L1("H.264"), MediaKind::Video},
    Format{L1("h265"), L1("H.265"), MediaKind::Video},
    Format{L1("m4v"), L1("MPEG-4 video"), MediaKind::Video},
    Format{L1("mpegts"), L1("MPEG transport stream"), MediaKind::Video},
    Format{L1("mpegps"), L1("MPEG program stream"), MediaKind::Video},
    Format{L1("ogg"), L1("Ogg"), MediaKind::Video},
    Format{L1("wav"), L1("WAV"), MediaKind::Audio},
    Format{L1("rf64"), L1("RF64"), MediaKind::Audio},
    Format{L1("w64"), L1("Wave64"), MediaKind::Audio},
    Format{L1("aiff"), L1("AIFF"), MediaKind::Audio},
    Format{L1("coded-wav"), L1("WAV"), MediaKind::Audio},
    Format{L1("coded-aiff"), L1("AIFF"), MediaKind::Audio},
    Format{L1("caf"), L1("Core Audio"), MediaKind::Audio},
    Format{L1("au"), L1("Sun Audio"), MediaKind::Audio},
    Format{L1("cdda"), L1("CD Audio"), MediaKind::Audio},
    Format{L1("flac"), L1("FLAC"), MediaKind::Audio},
    Format{L1("cue"), L1("Cue sheet"), MediaKind::Audio},
    Format{L1("mp3"), L1("MP3"), MediaKind::Audio},
    Format{L1("wavpack"), L1("WavPack"), MediaKind::Audio},
    Format{L1("ape"), L1("Monkey's Audio"), MediaKind::Audio},
    Format{L1("tak"), L1("TAK"), MediaKind::Audio},
    Format{L1("tta"), L1("True Audio"), MediaKind::Audio},
    Format{L1("musepack"), L1("Musepack"), MediaKind::Audio},
};

constexpr Format unknown{L1(), L1(), MediaKind::Unknown};

const Format &named(L1 id)
{
    return *std::ranges::find(table, id, &Format::id);
}

bool at(QByteArrayView head, qsizetype offset, QByteArrayView magic)
{
    return head.size() >= offset + magic.size() && head.sliced(offset, magic.size()) == magic;
}

struct Magic {
    qsizetype offset;
    QByteArrayView bytes;
    L1 format;
};

// Sources: the formats' specifications, as collected in shared-mime-info.
const std::array magics{
    Magic{128, "DICM", L1("dicom")},
    Magic{0, "\xFF\xD8\xFF", L1("jpeg")},
    Magic{0, "\x89PNG\r\n\x1A\n", L1("png")},
    Magic{0, "GIF8", L1("gif")},
    Magic{0, QByteArrayView("II*\0\x10\0\0\0CR", 10), L1("raw")}, // Canon CR2
    Magic{0, "IIRO", L1("raw")},                                  // Olympus ORF
    Magic{0, "IIRS", L1("raw")},
    Magic{0, "MMOR", L1("raw")},
    Magic{0, "FUJIFILMCCD-RAW ", L1("raw")},         // Fujifilm RAF
    Magic{0, QByteArrayView("IIU\0", 4), L1("raw")}, // Panasonic RW2
    Magic{0, QByteArrayView("II*\0", 4), L1("tiff")},
    Magic{0, QByteArrayView("MM\0*", 4), L1("tiff")},
    Magic{0, QByteArrayView("II+\0", 4), L1("tiff")},
    Magic{0, QByteArrayView("MM\0+", 4), L1("tiff")},
    Magic{0, "8BPS", L1("psd")},
    Magic{0, QByteArrayView("\0\0\0\x0CjP  ", 8), L1("jp2")},
    Magic{0, "\xFF\x4F\xFF\x51", L1("jp2")},
    Magic{0, QByteArrayView("\0\0\0\x0CJXL ", 8), L1("jxl")},
    Magic{0, "\xFF\x0A", L1("jxl")},
    Magic{0, "\x1A\x45\xDF\xA3", L1("matroska")},
    Magic{0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11", L1("asf")},
    Magic{0, "FLV\x01", L1("flv")},
    Magic{0, "\x06\x0E\x2B\x34\x02\x05\x01\x01\x0D\x01\x02\x01\x01\x02", L1("mxf")}, // SMPTE 377-1, partition pack
    Magic{0, QByteArrayView("\x1F\x07\0\xBF", 4), L1("dv")},                         // IEC 61834-2, 625 lines
    Magic{0, QByteArrayView("\x1F\x07\0\x3F", 4), L1("dv")},                         // 525 lines
    Magic{0, ".RMF", L1("realmedia")},
    Magic{0, QByteArrayView("\xB7\xD8\0\x20\x37\x49\xDA\x11", 8), L1("wtv")},
    Magic{0, "nut/multimedia container", L1("nut")},
    Magic{0, "DKIF", L1("ivf")},
    Magic{0, "YUV4MPEG2 ", L1("y4m")},
    Magic{0, QByteArrayView("\0\0\x01\xBA", 4), L1("mpegps")},
    Magic{0, QByteArrayView("\0\0\x01\xB3", 4), L1("mpegps")},
    // Streams without a container begin with what describes them.
    Magic{0, QByteArrayView("\0\0\x01\xB0", 4), L1("m4v")},
    Magic{0, QByteArrayView("\0\0\0\x01\x09", 5), L1("h264")},
    Magic{0, QByteArrayView("\0\0\0\x01\x67", 5), L1("h264")},
    Magic{0, QByteArrayView("\0\0\x01\x67", 4), L1("h264")},
    Magic{0, QByteArrayView("\0\0\0\x01\x40\x01", 6), L1("h265")},
    Magic{0, QByteArrayView("\0\0\0\x01\x46\x01", 6), L1("h265")},
    Magic{0, QByteArrayView("\0\0\x01\x40\x01", 5), L1("h265")},
    Magic{0, "OggS", L1("ogg")},
    Magic{0, "RF64", L1("rf64")},
    Magic{0, "BW64", L1("rf64")},
    Magic{0, "riff\x2E\x91\xCF\x11", L1("w64")},
    Magic{0, "fLaC", L1("flac")},
    Magic{0, "caff", L1("caf")},
    Magic{0, ".snd", L1("au")},
    Magic{0, "ID3", L1("mp3")},
    Magic{0, "wvpk", L1("wavpack")},
    Magic{0, "MAC ", L1("ape")},
    Magic{0, "tBaK", L1("tak")},
    Magic{0, "TTA1", L1("tta")},
    Magic{0, "MPCK", L1("musepack")},
    Magic{0, "MP+", L1("musepack")},
};

// ISO base media (ISO/IEC 14496-12): the brand follows "ftyp".
const Format &isoMedia(QByteArrayView head)
{
    const QByteArrayView brand = head.size() >= 12 ? head.sliced(8, 4) : QByteArrayView();
    if (brand == "avif" || brand == "avis")
        return named(L1("avif"));
    if (brand == "heic" || brand == "heix" || brand == "mif1" || brand == "msf1" || brand == "hevc" || brand == "heim")
        return head.first(std::min<qsizetype>(head.size(), 64)).indexOf("avif") > 0 ? named(L1("avif")) : named(L1("heif"));
    if (brand == "crx ")
        return named(L1("raw")); // Canon CR3
    if (brand == "qt  ")
        return named(L1("mov"));
    if (brand.startsWith("3g"))
        return named(L1("3gp"));
    return named(L1("mp4"));
}

// Packets of 188 bytes, 192 with a time code in front (M2TS) or 204 with parity; recordings may begin within one.
bool isTransportStream(QByteArrayView head)
{
    constexpr qsizetype enough = 5; // packets, so that it is no chance
    for (const qsizetype step : {188, 192, 204}) {
        for (qsizetype start = 0; start < step && head.size() > start + (enough - 1) * step; ++start) {
            qsizetype synced = 0;
            while (synced < enough && head[start + synced * step] == 'G')
                ++synced;
            if (synced == enough)
                return true;
        }
    }
    return false;
}

// A data set without preamble starts with a low group number: group 0002 or 0008, little or big endian
// (PS3.10 7.1 requires the preamble; many files lack it).
bool isBareDicom(QByteArrayView head)
{
    if (head.size() < 8)
        return false;
    const auto byte = [head](qsizetype i) { return static_cast<uchar>(head[i]); };
    const bool little = (byte(0) == 2 || byte(0) == 8) && byte(1) == 0 && byte(3) == 0;
    const bool big = byte(0) == 0 && (byte(1) == 2 || byte(1) == 8) && byte(2) == 0;
    if (!little && !big)
        return false;
    const bool explicitVr = byte(4) >= 'A' && byte(4) <= 'Z' && byte(5) >= 'A' && byte(5) <= 'Z';
    const bool shortLength = (little && byte(6) == 0 && byte(7) == 0) || (big && byte(4) == 0 && byte(5) == 0);
    return explicitVr || shortLength;
}

// As rippers name samples without a header: cdparanoia, cdrdao, sox.
bool isNamedDiscAudio(QByteArrayView fileName)
{
    const QByteArray name = fileName.toByteArray().toLower();
    return name.endsWith(".cdda") || name.endsWith(".cdr") || name.endsWith(".raw");
}

// "BM" also starts words: the size of the second header (12 to 124 so far) follows at 14.
bool isBitmap(QByteArrayView head)
{
    return at(head, 0, "BM") && head.size() >= 18 && head[15] == 0 && head[16] == 0 && head[17] == 0
        && static_cast<uchar>(head[14]) >= 12;
}

bool isNetpbm(QByteArrayView head)
{
    return head.size() > 2 && head[0] == 'P' && head[1] >= '1' && head[1] <= '7'
        && (head[2] == '\n' || head[2] == ' ' || head[2] == '\r' || head[2] == '\t' || head[2] == '#');
}

// WAV that is not plain samples (RIFF: 1 PCM, 3 floating point, 0xFFFE either of them); RIFX has the high byte first.
bool isCodedWav(QByteArrayView head)
{
    const qsizetype format = head.indexOf("fmt ");
    if (format < 0 || format + 10 > head.size())
        return false;
    const auto byte = [head, format](qsizetype i) { return static_cast<uchar>(head[format + 8 + i]); };
    const int tag = at(head, 0, "RIFX") ? byte(0) << 8 | byte(1) : byte(1) << 8 | byte(0);
    return tag != 0 && tag != 1 && tag != 3 && tag != 0xFFFE;
}

// AIFF-C's names for what is not plain samples.
bool isCodedAiff(QByteArrayView head)
{
    constexpr qsizetype typeAt = 26; // in the common chunk
    const qsizetype common = head.indexOf("COMM");
    const bool saysType = at(head, 8, "AIFC") && common >= 0 && common + typeAt + 4 <= head.size();
    const QByteArrayView type = saysType ? head.sliced(common + typeAt, 4) : QByteArrayView();
    static constexpr std::array coded{"alaw", "ALAW", "ulaw", "ULAW", "ima4", "MAC3",
                                      "MAC6", "GSM ", "QDMC", "QDM2", "Qclp", "G722"};
    return std::ranges::any_of(coded, [type](const char *one) { return type == one; });
}

bool isMpegAudioFrame(QByteArrayView head)
{
    if (head.size() < 4 || static_cast<uchar>(head[0]) != 0xFF)
        return false;
    const uchar second = static_cast<uchar>(head[1]);
    const uchar third = static_cast<uchar>(head[2]);
    return (second & 0xE6) == 0xE2 && (third & 0xF0) != 0xF0
        && (third & 0x0C) != 0x0C; // layer III, valid bit rate and sample rate
}

} // namespace

QLatin1StringView mediaKindName(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Unknown: return L1("unknown");
    case MediaKind::Dicom: return L1("dicom");
    case MediaKind::Image: return L1("image");
    case MediaKind::Video: return L1("video");
    case MediaKind::Audio: return L1("audio");
    }
    Q_UNREACHABLE();
}

QString mediaKindLabel(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Unknown: return FormatText::tr("unknown");
    case MediaKind::Dicom: return FormatText::tr("DICOM");
    case MediaKind::Image: return FormatText::tr("picture");
    case MediaKind::Video: return FormatText::tr("video");
    case MediaKind::Audio: return FormatText::tr("sound");
    }
    Q_UNREACHABLE();
}

std::span<const Format> formats()
{
    return table;
}

const Format &sniffFormat(QByteArrayView head, QByteArrayView fileName)
{
    head = head.first(std::min(head.size(), sniffLength));
    for (const Magic &magic : magics) {
        if (at(head, magic.offset, magic.bytes))
            return named(magic.format);
    }
    if (at(head, 0, "RIFF") || at(head, 0, "RIFX") || at(head, 0, "FORM")) {
        const QByteArrayView type = head.size() >= 12 ? head.sliced(8, 4) : QByteArrayView();
        if (type == "WAVE")
            return named(isCodedWav(head) ? L1("coded-wav") : L1("wav"));
        if (type == "AVI ")
            return named(L1("avi"));
        if (type == "WEBP")
            return named(L1("webp"));
        if (type == "AIFF" || type == "AIFC")
            return named(isCodedAiff(head) ? L1("coded-aiff") : L1("aiff"));
    }
    if (at(head, 4, "ftyp"))
        return isoMedia(head);
    const auto begins = [head](const char *box) { return at(head, 4, box); };
    if (std::ranges::any_of(std::array{"moov", "mdat", "wide", "free", "skip", "pnot", "styp"}, begins))
        return named(L1("mov"));
    if (isNamedDiscAudio(fileName))
        return named(L1("cdda"));
    if (isBitmap(head))
        return named(L1("bmp"));
    if (isNetpbm(head))
        return named(L1("pnm"));
    // After the pictures: rows of 64 pixels of red, green, blue may well begin with the same byte.
    if (isTransportStream(head))
        return named(L1("mpegts"));
    if (isBareDicom(head))
        return named(L1("dicom"));
    // A byte order mark of UTF-16 looks like an MPEG frame.
    if (fileName.endsWith(".cue") || fileName.endsWith(".CUE") || fileName.endsWith(".Cue"))
        return named(L1("cue"));
    if (isMpegAudioFrame(head))
        return named(L1("mp3"));
    if (fileName.endsWith(".dcm") || fileName.endsWith(".DCM"))
        return named(L1("dicom"));
    return unknown;
}

} // namespace convoy
