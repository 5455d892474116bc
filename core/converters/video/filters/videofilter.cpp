// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/filters/videofilter.h"

#include "core/converters/libav/avlog.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavutil/pixdesc.h>
}

#include <QByteArrayList>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convoy {

namespace {

struct VideoFilterText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoFilter)
};

Error filterFailure(int code)
{
    return avFailure(ErrorKind::Internal, VideoFilterText::tr("The pictures of this video cannot be prepared for encoding."),
                     code);
}

// SMPTE ST 2084 and ARIB STD-B67.
bool isHighDynamicRange(const AVFrame *frame)
{
    return frame->color_trc == AVCOL_TRC_SMPTE2084 || frame->color_trc == AVCOL_TRC_ARIB_STD_B67;
}

// swscale works with 8 bits and every second column otherwise, which puts bars three levels off.
constexpr char exactly[] = "flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

// zimg takes no odd size where chroma is subsampled.
QByteArray toneMapping(const AVFrame *frame)
{
    const bool odd = (frame->width | frame->height) & 1;
    return QByteArray(odd ? "format=yuv444p12," : "")
        + "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,"
        + (odd ? "format=yuv444p,format=yuv420p" : "format=yuv420p");
}

bool isRgb(const AVFrame *frame)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame->format));
    return format && (format->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL));
}

// Whether libav's crop would begin in the middle of a sample of colour (10 bits, NV12): wrong colours, and hqdn3d crashes.
bool halvesColour(const AVFrame *frame, int column)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame->format));
    return format && format->comp[1].step > 1 && column % (1 << format->log2_chroma_w) != 0;
}

// Of fewer than 8 bits (RGB555): swscale makes 248 of the highest value where it makes YUV of them.
bool isCoarse(const AVFrame *frame)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(frame->format));
    return isRgb(frame) && !(format->flags & AV_PIX_FMT_FLAG_PAL) && format->comp[0].depth < 8;
}

// Matrices that differ visibly from that of BT.601.
bool needsBt601(AVColorSpace matrix)
{
    return matrix == AVCOL_SPC_BT709 || matrix == AVCOL_SPC_SMPTE240M || matrix == AVCOL_SPC_BT2020_NCL;
}

QByteArray numbers(const char *format, int a, int b)
{
    return QString::asprintf(format, a, b).toLatin1();
}

} // namespace

VideoFilter::VideoFilter(PictureSource source, PictureSettings settings)
    : m_source(source),
      m_settings(std::move(settings)),
      m_graph(&filterFailure)
{
    const double most = m_settings.mostFramesPerSecond;
    const double asked = m_settings.framesPerSecond;
    const double own = m_source.frameRate.den > 0 ? av_q2d(m_source.frameRate) : 0;
    if (most > 0 && (asked > 0 ? asked : own) > most)
        m_settings.framesPerSecond = most;
}

void VideoFilter::noteOrientation(const AVFrame *frame)
{
    const AVFrameSideData *side = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (side && side->size >= sizeof(Matrix::value_type)) {
        m_matrix.emplace();
        std::copy_n(side->data, sizeof(Matrix::value_type), reinterpret_cast<uint8_t *>(m_matrix->data()));
    } else if (frame->key_frame) {
        m_matrix.reset();
    }
}

const int32_t *VideoFilter::matrix() const
{
    return m_matrix ? m_matrix->data() : displayMatrix(m_source.stream);
}

// What the crop leaves of the upright picture.
QSize VideoFilter::keptSize(const AVFrame *frame) const
{
    const QSize size = isTurnedSideways() ? QSize(frame->height, frame->width) : QSize(frame->width, frame->height);
    const QRect &crop = m_settings.crop;
    const int left = std::min(crop.x(), size.width() - 1);
    const int top = std::min(crop.y(), size.height() - 1);
    const auto kept = [](int wanted, int available) { return wanted > 0 ? std::min(wanted, available) : available; };
    return QSize(kept(crop.width(), size.width() - left), kept(crop.height(), size.height() - top));
}

QByteArray VideoFilter::sizing(const AVFrame *frame) const
{
    const QSize exactly = m_settings.exactly;
    const QSize size = keptSize(frame);
    if (!exactly.isEmpty()) {
        if (size == exactly)
            return {};
        // Borders are made of whole pairs of rows and columns.
        const bool isOdd = (exactly.width() | exactly.height()) & 1;
        return numbers("scale=%d:%d:force_original_aspect_ratio=decrease", exactly.width(), exactly.height())
            + numbers(",pad=%d:%d:-1:-1", (exactly.width() + 1) & ~1, (exactly.height() + 1) & ~1)
            + (isOdd ? numbers(",crop=%d:%d:0:0:exact=1", exactly.width(), exactly.height()) : QByteArray());
    }
    const QSize fitted = fittedSize(frame);
    return fitted == size ? QByteArray() : numbers("scale=%d:%d", fitted.width(), fitted.height());
}

// For encoders that take no smaller pictures. The filter works with whole pairs of rows and columns.
QByteArray VideoFilter::padding(const AVFrame *frame) const
{
    const QSize size = fittedSize(frame);
    const QSize wanted = size.expandedTo(m_settings.least);
    if (!m_settings.exactly.isEmpty() || wanted == size)
        return {};
    return numbers("pad=%d:%d:-1:-1", (wanted.width() + 1) & ~1, (wanted.height() + 1) & ~1);
}

QSize VideoFilter::fittedSize(const AVFrame *frame) const
{
    const AVRational aspect = frame->sample_aspect_ratio;
    const QSize kept = keptSize(frame);
    double width = kept.width();
    double height = kept.height();
    if (m_settings.squarePixels && aspect.num > 0 && aspect.den > 0)
        (isTurnedSideways() ? height : width) *= av_q2d(aspect);
    if (!m_settings.fitInto.isEmpty()) {
        const double factor = std::min({1.0, m_settings.fitInto.width() / width, m_settings.fitInto.height() / height});
        if (factor < 1) {
            width *= factor;
            height *= factor;
        }
    }
    return QSize(std::max(1, int(std::lround(width))), std::max(1, int(std::lround(height))));
}

QByteArray VideoFilter::describe(const AVFrame *frame) const
{
    QByteArrayList steps;
    if (isCoarse(frame))
        steps.append("format=rgb24");
    if (m_settings.deinterlace == "all")
        steps.append("bwdif=mode=send_frame:deint=all");
    else if (m_settings.deinterlace == "auto" && m_shape.interlaced)
        steps.append("bwdif=mode=send_frame:deint=interlaced");
    const bool toneMaps = m_settings.toneMap && isHighDynamicRange(frame);
    if (toneMaps)
        steps.append(toneMapping(frame));
    if (const QByteArray upright = uprightFilter(matrix()); !upright.isEmpty())
        steps.append(upright);
    if (m_settings.crops()) {
        const QSize kept = keptSize(frame);
        if (halvesColour(frame, m_settings.crop.x()))
            steps.append("format=yuv420p|yuv422p|yuv444p|gbrp");
        steps.append(numbers("crop=%d:%d", kept.width(), kept.height())
                     + numbers(":%d:%d:exact=1", m_settings.crop.x(), m_settings.crop.y()));
    }
    if (m_settings.denoise)
        steps.append("hqdn3d");
    if (const QByteArray size = sizing(frame); !size.isEmpty())
        steps.append(size);
    if (const QByteArray border = padding(frame); !border.isEmpty())
        steps.append(border);
    if (m_settings.evenSize)
        steps.append("crop=floor(iw/2)*2:floor(ih/2)*2:0:0");
    // Letters are drawn in the size that is written, so that they stay sharp.
    if (!m_settings.script.isEmpty())
        steps.append("ass=filename=" + m_settings.script);
    if (m_settings.framesPerSecond > 0)
        steps.append("fps=" + QByteArray::number(m_settings.framesPerSecond, 'f', 6));
    if (m_settings.bt601 && (needsBt601(frame->colorspace) || toneMaps))
        steps.append(QByteArray("scale=out_color_matrix=bt601:out_range=tv:") + exactly);
    // swscale makes BT.601 of RGB.
    else if (isRgb(frame) && !toneMaps && m_settings.pixelFormats.startsWith("yuv"))
        steps.append(QByteArray("scale=out_range=tv:") + exactly + ",format=pix_fmts=" + m_settings.pixelFormats
                     + ",setparams=range=tv:colorspace=smpte170m");
    if (m_settings.pixelFormats == "pal8")
        steps.append("split[all][look];[look]palettegen=stats_mode=single[palette];[all][palette]paletteuse=new=1");
    else
        steps.append("format=pix_fmts=" + m_settings.pixelFormats);
    return steps.join(',');
}

Result<void> VideoFilter::build(const AVFrame *frame)
{
    const bool toneMaps = m_settings.toneMap && isHighDynamicRange(frame);
    m_hasToneMapped = m_hasToneMapped || toneMaps;
    if (Result<void> opened = m_graph.open(
            {.input = input(frame), .steps = describe(frame), .threads = toneMaps ? m_settings.threads : 1});
        !opened)
        return opened;
    m_timeBase = av_buffersink_get_time_base(m_graph.output());
    m_frameRate = av_buffersink_get_frame_rate(m_graph.output());
    return {};
}

QByteArray VideoFilter::input(const AVFrame *frame) const
{
    const AVRational timeBase = m_source.stream->time_base;
    const AVRational aspect = frame->sample_aspect_ratio.den > 0 ? frame->sample_aspect_ratio : AVRational{0, 1};
    QString text = QString::asprintf("video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d", frame->width,
                                     frame->height, frame->format, timeBase.num, timeBase.den, aspect.num, aspect.den);
    if (m_source.frameRate.num > 0 && m_source.frameRate.den > 0)
        text += QString::asprintf(":frame_rate=%d/%d", m_source.frameRate.num, m_source.frameRate.den);
    return text.toLatin1();
}

Result<void> VideoFilter::filter(AVFrame *frame, const Sink &sink)
{
    if (m_source.stream->sample_aspect_ratio.num > 0)
        frame->sample_aspect_ratio = m_source.stream->sample_aspect_ratio;
    const Shape shape{
        frame->width, frame->height, frame->format, frame->color_trc, m_shape.interlaced || frame->interlaced_frame,
        m_matrix};
    av_frame_remove_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (!m_graph.isOpen() || !(shape == m_shape)) {
        if (Result<void> finished = finish(sink); !finished)
            return finished;
        m_shape = shape;
        if (Result<void> built = build(frame); !built)
            return built;
    }
    m_lastDuration = durationOf(frame);
    return m_graph.filter(frame, sink);
}

// In the stream's time base.
int64_t VideoFilter::durationOf(const AVFrame *frame) const
{
    const AVRational rate = m_source.frameRate;
    if (frame->pkt_duration > 0 || rate.num <= 0 || rate.den <= 0)
        return std::max<int64_t>(0, frame->pkt_duration);
    return av_rescale_q(1, av_inv_q(rate), m_source.stream->time_base);
}

void VideoFilter::fixShape(const AVFrame *picture)
{
    m_settings.exactly = QSize(picture->width, picture->height);
    m_settings.pixelFormats = av_get_pix_fmt_name(AVPixelFormat(picture->format));
}

Result<void> VideoFilter::finish(const Sink &sink)
{
    // Nothing has come out, and the filter shows nothing of what is shorter than half a picture at the rate that is wanted.
    const bool isShort = m_settings.exactly.isEmpty() && m_settings.framesPerSecond > 0;
    const double picture = isShort ? 1 / (m_settings.framesPerSecond * av_q2d(m_source.stream->time_base)) : 0;
    return m_graph.finish(std::max(m_lastDuration, int64_t(std::ceil(picture))), sink);
}

} // namespace convoy
