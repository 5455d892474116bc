// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/formats/jpegerrors.h"

#include <QCoreApplication>

#include <jerror.h>

namespace convoy {

namespace {

struct JpegErrorsText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ImageConverter)
};

// Cameras and encoders write ten or so; each costs a pass over the whole picture, however little it holds.
constexpr int maximumScans = 100;

bool meansDamage(int code)
{
    switch (code) {
    case JWRN_ARITH_BAD_CODE:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_TOO_MUCH_DATA: return true;
    default: return false; // JWRN_EXTRANEOUS_DATA, JWRN_JFIF_MAJOR …: odd, but every pixel is there
    }
}

// Of one scan of Huffman's codes; any code that is missing is told apart (JWRN_HIT_MARKER).
bool lacksOnlyItsEnd(j_common_ptr codec)
{
    if (!codec->is_decompressor || codec->err->msg_code != JWRN_JPEG_EOF)
        return false;
    const auto *picture = reinterpret_cast<j_decompress_ptr>(codec);
    return !picture->progressive_mode && !picture->arith_code && picture->num_components > 0
        && picture->comps_in_scan == picture->num_components;
}

} // namespace

JpegErrors::JpegErrors(magick::Monitor *monitor, bool reading) : m_monitor(monitor), m_reading(reading)
{
    jpeg_std_error(&m_manager.base);
    m_manager.base.error_exit = &fail;
    m_manager.base.emit_message = &warn;
    m_manager.self = this;
    m_progress.base.progress_monitor = &tick;
    m_progress.self = this;
}

Error JpegErrors::error() const
{
    if (m_monitor && m_monitor->stopped())
        return cancelledError();
    const QString words = QString::fromLocal8Bit(m_words);
    if (m_tooManyScans)
        return {ErrorKind::LimitExceeded, JpegErrorsText::tr("This picture has too many layers."), words};
    switch (m_code) {
    case JERR_OUT_OF_MEMORY: return magick::outOfMemory(words);
    case JERR_IMAGE_TOO_BIG:
        return {ErrorKind::LimitExceeded, JpegErrorsText::tr("This picture claims to be larger than what can be converted."),
                words};
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_CONVERSION_NOTIMPL:
        return {ErrorKind::UnsupportedFormat, JpegErrorsText::tr("This kind of JPEG cannot be read."), words};
    default: break;
    }
    return m_reading ? magick::damaged(words) : magick::notWritten(words);
}

void JpegErrors::keepWords(j_common_ptr codec)
{
    if (m_words[0] == '\0')
        codec->err->format_message(codec, m_words);
}

void JpegErrors::fail(j_common_ptr codec)
{
    JpegErrors *self = reinterpret_cast<Manager *>(codec->err)->self;
    self->m_code = codec->err->msg_code;
    self->keepWords(codec);
    std::longjmp(self->m_jump, 1); // NOLINT(cert-err52-cpp)
}

void JpegErrors::warn(j_common_ptr codec, int level)
{
    JpegErrors *self = reinterpret_cast<Manager *>(codec->err)->self;
    if (level >= 0 || !meansDamage(codec->err->msg_code) || lacksOnlyItsEnd(codec))
        return;
    self->m_damaged = true;
    self->keepWords(codec);
}

void JpegErrors::tick(j_common_ptr codec)
{
    JpegErrors *self = reinterpret_cast<Progress *>(codec->progress)->self;
    const bool stopped = self->m_monitor && self->m_monitor->stopped();
    if (codec->is_decompressor && reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > maximumScans)
        self->m_tooManyScans = true;
    if (stopped || self->m_tooManyScans)
        std::longjmp(self->m_jump, 1); // NOLINT(cert-err52-cpp)
}

} // namespace convoy
