// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/animationframes.h"

#include "core/converters/image/base/stagedstream.h"

#include <QRect>
#include <QtEndian>

#include <zlib.h>

#include <vector>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64{512} << 20;
constexpr QByteArrayView signature("\x89PNG\r\n\x1A\n", 8);

quint32 number(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

void appendChunk(QByteArray &png, QByteArrayView type, QByteArrayView data)
{
    png += bigEndian(quint32(data.size()));
    const qsizetype begin = png.size();
    png.append(type);
    png.append(data);
    png += bigEndian(quint32(crc32(0, reinterpret_cast<const Bytef *>(png.constData()) + begin, uInt(png.size() - begin))));
}

enum class Dispose : quint8 { None, Background, Previous };

/// What a frame's control chunk says (11.3.6.2).
struct Control {
    QRect part;
    qint64 durationMs = 0;
    Dispose dispose = Dispose::None;
    bool blends = false;
};

/// Takes an animated PNG apart into PNGs of one frame each, and puts their pictures over one another.
class Apng
{
public:
    Apng(QByteArray bytes, magick::Monitor &monitor) : m_bytes(std::move(bytes)), m_monitor(monitor) {}

    Result<magick::ImageList> read()
    {
        for (qsizetype at = signature.size(); at + 12 <= m_bytes.size();) {
            const quint32 length = number(m_bytes, at);
            if (qint64(length) > m_bytes.size() - at - 12)
                break;
            const QByteArrayView type = QByteArrayView(m_bytes).sliced(at + 4, 4);
            const QByteArrayView data = QByteArrayView(m_bytes).sliced(at + 8, qsizetype(length));
            if (type == "IEND")
                return finish();
            // Pixels' own sums were looked at before; those of the other frames are no critical chunks.
            if ((type == "fcTL" || type == "fdAT")
                && quint32(crc32(0, reinterpret_cast<const Bytef *>(type.data()), uInt(length + 4)))
                    != number(m_bytes, at + 8 + qsizetype(length)))
                return magick::damaged(u"the sum of %1 is wrong"_s.arg(QString::fromLatin1(type)));
            if (const Result<void> taken = take(type, data); !taken)
                return taken.error();
            at += 12 + qsizetype(length);
        }
        return magick::damaged(u"the file ends early"_s);
    }

private:
    Result<void> take(QByteArrayView type, QByteArrayView data)
    {
        if (type == "IHDR" && data.size() == 13) {
            m_header = data.toByteArray();
            m_canvasSize = QSize(int(number(data, 0)), int(number(data, 4)));
        } else if (type == "acTL" && data.size() >= 8) {
            m_expected = int(qMin<quint32>(number(data, 0), magick::maximumFrames + 1));
            m_loops = int(qMin<quint32>(number(data, 4), 65535));
        } else if (type == "fcTL") {
            return startFrame(data);
        } else if (type == "fdAT" && data.size() >= 4) {
            m_pixels.append(data.sliced(4));
        } else if (type == "IDAT") {
            m_seenPixels = true;
            if (m_inFrame) // else it is a picture for programs that know no animations
                m_pixels.append(data);
        } else if (!m_seenPixels) {
            appendChunk(m_shared, type, data); // palette, transparency, colors
        }
        return {};
    }

    Result<void> startFrame(QByteArrayView data)
    {
        if (const Result<void> shown = endFrame(); !shown)
            return shown;
        if (data.size() < 26)
            return magick::damaged(u"fcTL"_s);
        const quint16 unit = qFromBigEndian<quint16>(data.data() + 22);
        const QRect canvas(QPoint(0, 0), m_canvasSize);
        const qint64 left = number(data, 12);
        const qint64 top = number(data, 16);
        const qint64 width = number(data, 4);
        const qint64 height = number(data, 8);
        if (width < 1 || height < 1 || left + width > canvas.width() || top + height > canvas.height())
            return magick::damaged(u"a frame lies outside of the picture"_s);
        m_control = {.part = QRect(int(left), int(top), int(width), int(height)),
                     .durationMs = qint64(qFromBigEndian<quint16>(data.data() + 20)) * 1000 / (unit == 0 ? 100 : unit),
                     .dispose = Dispose(qMin<uchar>(uchar(data[24]), 2)),
                     .blends = data[25] == 1};
        m_inFrame = true;
        return {};
    }

    Result<void> endFrame()
    {
        if (!m_inFrame)
            return {};
        if (m_monitor.stopped())
            return cancelledError();
        if (!m_frames) {
            m_canvas.assign(size_t(m_canvasSize.width()) * size_t(m_canvasSize.height()) * 4, 0);
            m_frames.emplace(
                AnimationFrames::Layout{.canvas = m_canvasSize, .sixteenBits = m_header.at(8) == 16, .loops = m_loops});
        }
        const Result<std::vector<quint16>> part = decode();
        if (!part)
            return part.error();
        const std::vector<quint16> before = m_control.dispose == Dispose::Previous ? m_canvas : std::vector<quint16>();
        draw(*part);
        show();
        if (m_control.dispose == Dispose::Previous)
            m_canvas = before;
        else if (m_control.dispose == Dispose::Background)
            clear();
        m_pixels.clear();
        m_inFrame = false;
        m_monitor.advance(double(m_frames->count()) / std::max(m_expected, 1));
        return {};
    }

    Result<std::vector<quint16>> decode() const
    {
        QByteArray png = signature.toByteArray();
        appendChunk(png, "IHDR",
                    bigEndian(quint32(m_control.part.width())) + bigEndian(quint32(m_control.part.height()))
                        + m_header.sliced(8));
        png += m_shared;
        appendChunk(png, "IDAT", m_pixels);
        appendChunk(png, "IEND", {});
        const magick::ImageInfo info(MagickCore::CloneImageInfo(nullptr));
        MagickCore::CopyMagickString(info->filename, "PNG:frame", sizeof info->filename);
        MagickCore::CopyMagickString(info->magick, "PNG", sizeof info->magick);
        magick::Exceptions exceptions;
        const magick::ImageList image(
            MagickCore::BlobToImage(info.get(), png.constData(), size_t(png.size()), exceptions.info()));
        exceptions.inheritFrom(image.get());
        if (const std::optional<Error> error = exceptions.readError())
            return *error;
        std::vector<quint16> samples(size_t(m_control.part.width()) * size_t(m_control.part.height()) * 4);
        if (!image || image->columns != size_t(m_control.part.width()) || image->rows != size_t(m_control.part.height())
            || !MagickCore::ExportImagePixels(image.get(), 0, 0, image->columns, image->rows, "RGBA", MagickCore::ShortPixel,
                                              samples.data(), exceptions.info()))
            return magick::damaged(u"frame %1"_s.arg(m_frames->count() + 1));
        return samples;
    }

    quint16 *rowOfPart(int y)
    {
        return m_canvas.data()
            + (size_t(m_control.part.y() + y) * size_t(m_canvasSize.width()) + size_t(m_control.part.x())) * 4;
    }

    // 11.3.6.2 and 12.13.7: over, without multiplied alpha.
    static void blend(const quint16 *over, quint16 *under)
    {
        const quint64 alpha = over[3];
        const quint64 behind = quint64(under[3]) * (65535 - alpha) / 65535;
        const quint64 sum = alpha + behind;
        for (int i = 0; i < 3 && sum > 0; ++i)
            under[i] = quint16((over[i] * alpha + under[i] * behind + sum / 2) / sum);
        under[3] = quint16(sum);
    }

    void draw(const std::vector<quint16> &part)
    {
        const auto width = size_t(m_control.part.width());
        for (int y = 0; y < m_control.part.height(); ++y) {
            const quint16 *source = part.data() + size_t(y) * width * 4;
            quint16 *target = rowOfPart(y);
            if (!m_control.blends)
                std::copy_n(source, width * 4, target);
            for (size_t x = 0; m_control.blends && x < width; ++x)
                blend(source + 4 * x, target + 4 * x);
        }
    }

    void clear()
    {
        for (int y = 0; y < m_control.part.height(); ++y)
            std::fill_n(rowOfPart(y), size_t(m_control.part.width()) * 4, quint16{0});
    }

    void show()
    {
        if (m_header.at(8) == 16) {
            m_frames->append(m_canvas.data(), m_control.durationMs);
            return;
        }
        m_bytesOfCanvas.resize(m_canvas.size());
        for (size_t i = 0; i < m_canvas.size(); ++i)
            m_bytesOfCanvas[i] = quint8((m_canvas[i] + 128U) / 257U);
        m_frames->append(m_bytesOfCanvas.data(), m_control.durationMs);
    }

    Result<magick::ImageList> finish()
    {
        if (const Result<void> shown = endFrame(); !shown)
            return shown.error();
        if (!m_frames)
            return magick::damaged(u"no frames"_s);
        return m_frames->take(m_expected);
    }

    const QByteArray m_bytes;
    magick::Monitor &m_monitor;
    QByteArray m_header; ///< IHDR
    QByteArray m_shared; ///< chunks in front of the pixels, which hold for every frame
    QByteArray m_pixels; ///< compressed, of the frame under way
    QSize m_canvasSize;
    std::vector<quint16> m_canvas;
    std::vector<quint8> m_bytesOfCanvas;
    std::optional<AnimationFrames> m_frames;
    Control m_control;
    int m_expected = 0;
    int m_loops = 0;
    bool m_inFrame = false;
    bool m_seenPixels = false;
};

} // namespace

Result<magick::ImageList> readApng(int fd, magick::Monitor &monitor)
{
    return Apng(wholeFile(fd, largestFile), monitor).read();
}

} // namespace convoy
