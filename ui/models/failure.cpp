// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/failure.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct FailureText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Failure)
};

} // namespace

QString failureLabel(ErrorKind kind, int count)
{
    switch (kind) {
    case ErrorKind::UnsupportedFormat: return FailureText::tr("%n of a kind that is not known", nullptr, count);
    case ErrorKind::UnreadableInput: return FailureText::tr("%n could not be read", nullptr, count);
    case ErrorKind::DamagedInput: return FailureText::tr("%n damaged", nullptr, count);
    case ErrorKind::LimitExceeded: return FailureText::tr("%n too large", nullptr, count);
    case ErrorKind::OutputExists: return FailureText::tr("%n with an output that is there already", nullptr, count);
    case ErrorKind::NoSpace: return FailureText::tr("%n without space on the disk", nullptr, count);
    case ErrorKind::OutputUnwritable: return FailureText::tr("%n could not be written", nullptr, count);
    case ErrorKind::InvalidOption: return FailureText::tr("%n with options that do not fit", nullptr, count);
    case ErrorKind::MissingTool: return FailureText::tr("%n without the tool that they need", nullptr, count);
    case ErrorKind::ToolFailed: return FailureText::tr("%n where the tool failed", nullptr, count);
    case ErrorKind::WorkerCrashed: return FailureText::tr("%n where the decoder crashed", nullptr, count);
    case ErrorKind::TimedOut: return FailureText::tr("%n took too long", nullptr, count);
    case ErrorKind::OutOfMemory: return FailureText::tr("%n needed too much memory", nullptr, count);
    case ErrorKind::VerificationFailed: return FailureText::tr("%n not right when read back", nullptr, count);
    case ErrorKind::Cancelled: return FailureText::tr("%n cancelled", nullptr, count);
    case ErrorKind::Internal: return FailureText::tr("%n for another reason", nullptr, count);
    }
    return {};
}

QString failureStage(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::UnsupportedFormat:
    case ErrorKind::UnreadableInput: return FailureText::tr("when the file was opened", "stage of a failure");
    case ErrorKind::DamagedInput:
    case ErrorKind::LimitExceeded: return FailureText::tr("while the file was read", "stage of a failure");
    case ErrorKind::InvalidOption:
    case ErrorKind::MissingTool: return FailureText::tr("before anything was started", "stage of a failure");
    case ErrorKind::ToolFailed:
    case ErrorKind::WorkerCrashed:
    case ErrorKind::TimedOut:
    case ErrorKind::OutOfMemory:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal: return FailureText::tr("while it was converted", "stage of a failure");
    case ErrorKind::VerificationFailed: return FailureText::tr("when the output was read back", "stage of a failure");
    case ErrorKind::OutputExists:
    case ErrorKind::NoSpace:
    case ErrorKind::OutputUnwritable: return FailureText::tr("when the output was written", "stage of a failure");
    }
    return {};
}

QString likelyFix(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::UnsupportedFormat:
        return FailureText::tr("Choose a profile for this kind of file, or one that runs a tool of your own.");
    case ErrorKind::UnreadableInput:
        return FailureText::tr("See whether the file is still there and whether you may read it.");
    case ErrorKind::DamagedInput:
        return FailureText::tr(
            "Copy the file again from where it came from. Some profiles have an option to save what is whole.");
    case ErrorKind::LimitExceeded: return FailureText::tr("Choose a part of it or a smaller size in the options.");
    case ErrorKind::OutputExists:
        return FailureText::tr("Choose another output folder, or a profile that renames or overwrites.");
    case ErrorKind::NoSpace:
        return FailureText::tr("Make room on that disk or choose another output folder, then try again.");
    case ErrorKind::OutputUnwritable:
        return FailureText::tr("Choose an output folder that you may write to, then try again.");
    case ErrorKind::InvalidOption: return FailureText::tr("Change the option in the “Options” tab; it is named above.");
    case ErrorKind::MissingTool: return FailureText::tr("Install the program that is named above, then try again.");
    case ErrorKind::ToolFailed:
        return FailureText::tr("Read what the tool said below; its command is in the “Options” tab.");
    case ErrorKind::WorkerCrashed:
        return FailureText::tr("The other files are not touched by this. Please report the file.");
    case ErrorKind::TimedOut:
        return FailureText::tr("Try it once more when the computer is idle, or from a disk that is not on the network.");
    case ErrorKind::OutOfMemory:
        return FailureText::tr("Close other programs, or let fewer files be converted at the same time (Preferences).");
    case ErrorKind::VerificationFailed: return FailureText::tr("Try again. If it happens again, look at the disk's health.");
    case ErrorKind::Cancelled: return FailureText::tr("Nothing is wrong: try again whenever you like.");
    case ErrorKind::Internal: return FailureText::tr("Please report this with the words below.");
    }
    return {};
}

} // namespace convoy
