// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/jpegfailure.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct JpegFailureText {
    Q_DECLARE_TR_FUNCTIONS(convoy::JpegFile)
};

} // namespace

JpegFailure::JpegFailure(ErrorKind thrown) : jpeg_error_mgr(), kind(thrown)
{
    jpeg_std_error(this);
    error_exit = [](j_common_ptr info) {
        auto *const failure = static_cast<JpegFailure *>(info->err);
        if (!failure->error) {
            char text[JMSG_LENGTH_MAX];
            failure->format_message(info, text);
            failure->error = Error{failure->kind, JpegFailureText::tr("The JPEG codec failed."), QString::fromLatin1(text)};
        }
        std::longjmp(failure->jump, 1);
    };
    output_message = [](j_common_ptr) {};
}

} // namespace convoy
