// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/base/magick.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <dlfcn.h>
#include <mutex>
#include <sys/resource.h>

namespace convoy::magick {

using namespace Qt::Literals::StringLiterals;

namespace {

struct MagickText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

// policy.xml lies in "magick" beside the shared object that this code is in. Where it is not found, the system's policy
// holds, whose limits are lower.
void choosePolicy()
{
    Dl_info self{};
    if (!qEnvironmentVariableIsEmpty("MAGICK_CONFIGURE_PATH")
        || !::dladdr(reinterpret_cast<const void *>(&choosePolicy), &self) || !self.dli_fname)
        return;
    const QByteArray file(self.dli_fname);
    const qsizetype slash = file.lastIndexOf('/');
    if (slash > 0)
        qputenv("MAGICK_CONFIGURE_PATH", file.first(slash) + "/magick");
}

// Coders are plug-ins: asking for one loads it, so that no job pays for it. JPEG 2000 is rare and left until
// it is needed.
constexpr std::array preloaded{"PNG", "TIFF", "WEBP", "GIF", "BMP", "PNM"};

void load()
{
    choosePolicy();
    MagickCore::MagickCoreGenesis(nullptr, MagickCore::MagickFalse);
    Exceptions exceptions;
    for (const char *coder : preloaded)
        MagickCore::GetMagickInfo(coder, exceptions.info());
    MagickCore::GetDelegateInfo("*", "*", exceptions.info()); // reads /etc, where a sandboxed job cannot
    MagickCore::SetMagickResourceLimit(MagickCore::ThreadResource, 1);
}

struct Complaint {
    int severity = 0;
    QString words;
};

QString wordsOf(const MagickCore::ExceptionInfo &info)
{
    const QString reason = QString::fromLocal8Bit(info.reason ? info.reason : "");
    const QString description = QString::fromLocal8Bit(info.description ? info.description : "");
    return description.isEmpty() ? reason : reason + u" ("_s + description + u')';
}

// Of its warnings, ImageMagick puts only those into this category that say that pixels are missing or made up; gossip of
// libpng and libtiff is of the category of coders. JPEG has codes of its own (jpegerrors.h), and PNG is checked by its sums
// (pngcheck.h).
bool meansDamage(const MagickCore::ExceptionInfo &info)
{
    return info.severity == MagickCore::CorruptImageWarning;
}

template <typename Visit>
void forEach(MagickCore::ExceptionInfo *info, Visit visit)
{
    auto *list = static_cast<MagickCore::LinkedListInfo *>(info->exceptions);
    MagickCore::ResetLinkedListIterator(list);
    while (const void *value = MagickCore::GetNextValueInLinkedList(list))
        visit(*static_cast<const MagickCore::ExceptionInfo *>(value));
}

ErrorKind kindOf(int severity)
{
    switch (severity % 100) {
    case MagickCore::ResourceLimitError % 100: return ErrorKind::LimitExceeded;
    case MagickCore::PolicyError % 100: return ErrorKind::UnsupportedFormat;
    case MagickCore::MissingDelegateError % 100: return ErrorKind::UnsupportedFormat;
    case MagickCore::CacheError % 100: return ErrorKind::LimitExceeded;
    default: return ErrorKind::DamagedInput;
    }
}

} // namespace

void initialize()
{
    static std::once_flag once;
    std::call_once(once, &load);
}

void letGoOfStream(MagickCore::Image *list)
{
    // The call that closes a stream is private; exchanging it for one that was never opened is not.
    const ImageList fresh(MagickCore::AcquireImage(nullptr));
    for (MagickCore::Image *image = list; image; image = MagickCore::GetNextImageInList(image))
        MagickCore::DuplicateBlob(image, fresh.get());
}

void Exceptions::inheritFrom(MagickCore::Image *list)
{
    for (MagickCore::Image *image = list; image; image = MagickCore::GetNextImageInList(image))
        MagickCore::InheritException(m_info, &image->exception);
}

std::optional<Error> Exceptions::readError() const
{
    Complaint worst;
    forEach(m_info, [&worst](const MagickCore::ExceptionInfo &one) {
        const int severity = meansDamage(one) ? int(MagickCore::CorruptImageError) : int(one.severity);
        if (severity > worst.severity)
            worst = {severity, wordsOf(one)};
    });
    if (worst.severity < MagickCore::ErrorException)
        return std::nullopt;
    switch (kindOf(worst.severity)) {
    case ErrorKind::LimitExceeded: return needsMemory(worst.words);
    case ErrorKind::UnsupportedFormat: return unsupported(worst.words);
    default: return damaged(worst.words);
    }
}

std::optional<Error> Exceptions::operationError() const
{
    Complaint worst;
    forEach(m_info, [&worst](const MagickCore::ExceptionInfo &one) {
        if (int(one.severity) > worst.severity)
            worst = {int(one.severity), wordsOf(one)};
    });
    if (worst.severity < MagickCore::ErrorException)
        return std::nullopt;
    if (kindOf(worst.severity) == ErrorKind::LimitExceeded)
        return needsMemory(worst.words);
    return Error{ErrorKind::Internal, MagickText::tr("The picture could not be converted."), worst.words};
}

Error toError(const Magick::Exception &exception)
{
    const QString words = QString::fromLocal8Bit(exception.what());
    if (dynamic_cast<const Magick::ErrorResourceLimit *>(&exception) || dynamic_cast<const Magick::ErrorCache *>(&exception))
        return needsMemory(words);
    return {ErrorKind::Internal, MagickText::tr("The picture could not be converted."), words};
}

int bytesPerPixel(const MagickCore::Image &header)
{
    const bool indexed = header.storage_class == MagickCore::PseudoClass || header.colorspace == MagickCore::CMYKColorspace;
    return indexed ? 24 : 20;
}

Result<void> checkMemory(const MagickCore::Image &header, int frames, Limit limit)
{
    rlimit most{};
    if (::getrlimit(RLIMIT_AS, &most) != 0)
        return {};
    const rlim_t bytes = limit == Limit::Now ? most.rlim_cur : most.rlim_max;
    // Only one frame at a time is worked on.
    const rlim_t needed = rlim_t(header.columns) * header.rows * rlim_t(8 * (frames - 1) + bytesPerPixel(header));
    if (bytes == RLIM_INFINITY || needed <= bytes)
        return {};
    return needsMemory(u"%1×%2 pixels, %3 frames"_s.arg(header.columns).arg(header.rows).arg(frames));
}

Error damaged(const QString &detail)
{
    return {ErrorKind::DamagedInput, MagickText::tr("This picture is damaged."), detail};
}

Error unsupported(const QString &detail)
{
    return {ErrorKind::UnsupportedFormat, MagickText::tr("This kind of picture cannot be read."), detail};
}

Error needsMemory(const QString &detail)
{
    return {ErrorKind::LimitExceeded, MagickText::tr("This picture needs more memory than a conversion may use."), detail};
}

Error outOfMemory(const QString &detail)
{
    return {ErrorKind::OutOfMemory, MagickText::tr("There is not enough memory for this picture."), detail};
}

Error notWritten(const QString &detail)
{
    return {ErrorKind::Internal, MagickText::tr("The picture could not be written."), detail};
}

Error tooLarge(qint64 width, qint64 height)
{
    return {ErrorKind::LimitExceeded, MagickText::tr("This picture is too large: %1×%2 pixels.").arg(width).arg(height)};
}

void Monitor::phase(double begin, double end)
{
    m_begin = begin;
    m_end = end;
    advance(0);
    obeyThreads();
}

void Monitor::advance(double fraction)
{
    const double now = m_begin + (m_end - m_begin) * std::clamp(fraction, 0.0, 1.0);
    if (now <= m_last)
        return;
    m_last = now;
    if (m_context.progress)
        m_context.progress(now);
}

void Monitor::obeyThreads() const
{
    const int threads = m_context.threadCount();
    MagickCore::SetMagickResourceLimit(MagickCore::ThreadResource, MagickCore::MagickSizeType(threads));
}

void Monitor::attach(MagickCore::ImageInfo *info)
{
    MagickCore::SetImageInfoProgressMonitor(info, &tick, this);
}

void Monitor::attach(MagickCore::Image *list)
{
    for (MagickCore::Image *image = list; image; image = MagickCore::GetNextImageInList(image))
        MagickCore::SetImageProgressMonitor(image, &tick, this);
}

MagickCore::MagickBooleanType Monitor::tick(const char *, MagickCore::MagickOffsetType offset,
                                            MagickCore::MagickSizeType span, void *self)
{
    auto *monitor = static_cast<Monitor *>(self);
    if (span > 1)
        monitor->advance(double(offset) / double(span - 1));
    return monitor->stopped() ? MagickCore::MagickFalse : MagickCore::MagickTrue;
}

} // namespace convoy::magick
