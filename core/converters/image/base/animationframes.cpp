// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/animationframes.h"

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Sample>
bool hasTransparency(const void *rgba, size_t count)
{
    const auto *alpha = static_cast<const Sample *>(rgba) + 3;
    for (size_t i = 0; i < count; ++i, alpha += 4) {
        if (*alpha != std::numeric_limits<Sample>::max())
            return true;
    }
    return false;
}

} // namespace

qint64 frameDurationMs(const MagickCore::Image &image)
{
    return qint64(image.delay) * 1000 / std::max<qint64>(image.ticks_per_second, 1);
}

void AnimationFrames::append(const void *rgba, qint64 durationMs)
{
    const auto width = size_t(m_layout.canvas.width());
    const auto height = size_t(m_layout.canvas.height());
    magick::ImageList image(MagickCore::AcquireImage(nullptr));
    image->depth = m_layout.sixteenBits ? 16 : 8;
    MagickCore::SetImageExtent(image.get(), width, height);
    const bool transparent = m_layout.sixteenBits ? hasTransparency<quint16>(rgba, width * height)
                                                  : hasTransparency<quint8>(rgba, width * height);
    MagickCore::ImportImagePixels(image.get(), 0, 0, width, height, "RGBA",
                                  m_layout.sixteenBits ? MagickCore::ShortPixel : MagickCore::CharPixel, rgba);
    image->matte = transparent ? MagickCore::MagickTrue : MagickCore::MagickFalse; // importing sets it
    append(std::move(image), durationMs);
}

void AnimationFrames::append(magick::ImageList frame, qint64 durationMs)
{
    MagickCore::Image *const image = frame.release();
    image->page.width = image->columns;
    image->page.height = image->rows;
    image->ticks_per_second = 1000;
    image->delay = size_t(std::clamp<qint64>(durationMs, 0, INT32_MAX));
    image->iterations = size_t(std::max(m_layout.loops, 0));
    image->dispose = MagickCore::BackgroundDispose; // the next one is whole as well
    if (m_last) {
        m_last->next = image;
        image->previous = m_last;
    } else {
        m_images.reset(image);
    }
    m_last = image;
    ++m_count;
}

Result<magick::ImageList> AnimationFrames::take(int expected)
{
    magick::Exceptions exceptions;
    exceptions.inheritFrom(m_images.get());
    if (const std::optional<Error> error = exceptions.operationError())
        return *error;
    if (!m_images || m_count != expected)
        return magick::damaged(u"%1 of %2 frames"_s.arg(m_count).arg(expected));
    m_last = nullptr;
    return std::move(m_images);
}

} // namespace convoy
