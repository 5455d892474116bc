// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/converter.h"

#include <cassert> // Magick++ uses assert without including it

#include <Magick++.h>

#include <memory>

/// ImageMagick behind types that own: nothing outside this folder sees it.
namespace convoy::magick {

/// Larger pictures are refused before a pixel is allocated: 256 MP are 2 GiB in 16-bit RGBA.
inline constexpr qint64 maximumPixels = 256'000'000;
inline constexpr qint64 maximumSide = 65'500;
inline constexpr int maximumFrames = 10'000;
/// 16-bit RGBA and perhaps an index, twice while an operation makes a new picture of the old one, and the codecs' own.
int bytesPerPixel(const MagickCore::Image &header);

/// Loads ImageMagick and its coders once a process, with Convoy's own policy (policy.xml beside the module). Starts no
/// thread.
void initialize();

struct ImageDeleter {
    void operator()(MagickCore::Image *image) const { MagickCore::DestroyImageList(image); }
};
using ImageList = std::unique_ptr<MagickCore::Image, ImageDeleter>;

/// Frames or pages of a list.
inline int frameCount(const MagickCore::Image *list)
{
    return int(MagickCore::GetImageListLength(list));
}

struct ImageInfoDeleter {
    void operator()(MagickCore::ImageInfo *info) const { MagickCore::DestroyImageInfo(info); }
};
using ImageInfo = std::unique_ptr<MagickCore::ImageInfo, ImageInfoDeleter>;

/// Takes the stream away from pictures that were read or written through one: some coders leave it open, and destroying the
/// picture would touch a stream that is gone. To be called while the stream is there.
void letGoOfStream(MagickCore::Image *list);

/// What ImageMagick complained about during one call.
class Exceptions
{
public:
    Exceptions() : m_info(MagickCore::AcquireExceptionInfo()) {}
    Exceptions(const Exceptions &) = delete;
    Exceptions &operator=(const Exceptions &) = delete;
    ~Exceptions() { MagickCore::DestroyExceptionInfo(m_info); }

    MagickCore::ExceptionInfo *info() { return m_info; }
    /// Takes over what was said of the pictures themselves: coders complain there.
    void inheritFrom(MagickCore::Image *list);

    /// The worst complaint, as an error of reading: damage in a file is an error even where ImageMagick only warns and hands
    /// over half a picture. Notes about metadata are none.
    std::optional<Error> readError() const;
    /// The worst complaint of an operation on pixels or of an encoder; warnings are none.
    std::optional<Error> operationError() const;

private:
    MagickCore::ExceptionInfo *m_info;
};

/// The `Error` for an exception of Magick++.
Error toError(const Magick::Exception &exception);

enum class Limit : quint8 {
    Now,  ///< what this call may have
    Ever, ///< what any call of this process could be given
};
/// Refuses, before a pixel is decoded, so many frames of that size where they alone need more memory than the limit of the
/// process's address space leaves.
Result<void> checkMemory(const MagickCore::Image &header, int frames, Limit limit);

// What readers and writers have to say, whichever library says it.
Error damaged(const QString &detail);
Error unsupported(const QString &detail);
Error needsMemory(const QString &detail); ///< more than the process may have
Error outOfMemory(const QString &detail = {});
Error tooLarge(qint64 width, qint64 height);
Error notWritten(const QString &detail);

/// Carries ImageMagick's progress to the job, and the job's wish to stop to ImageMagick.
class Monitor
{
public:
    explicit Monitor(const ConvertContext &context) : m_context(context) {}

    /// What is done next takes the job from `begin` to `end`.
    void phase(double begin, double end);
    /// Within the phase, 0 … 1.
    void advance(double fraction);
    const ConvertContext &context() const { return m_context; }
    bool stopped() const { return m_context.stop.stop_requested(); }
    /// Tells OpenMP how many cores the job has now.
    void obeyThreads() const;

    void attach(MagickCore::ImageInfo *info);
    void attach(MagickCore::Image *list);

private:
    static MagickCore::MagickBooleanType tick(const char *, MagickCore::MagickOffsetType offset,
                                              MagickCore::MagickSizeType span, void *self);

    const ConvertContext &m_context;
    double m_begin = 0;
    double m_end = 1;
    double m_last = -1;
};

} // namespace convoy::magick
