// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace convoy {

/// First of all: a standard stream that is closed would be the next file that is opened, and be written into.
void openStandardStreams();

/// Data for scripts: written to stdout at once, in one go where the system allows it. A reader that has gone away is no
/// error: the work goes on.
void writeData(const QByteArray &bytes);

/// What a tool or a file says commands no terminal: control characters but new lines and tabs become U+FFFD.
QString printable(QString text);

/// Data that people may read on a terminal.
void writeText(const QString &text);

/// The exit status, which says so where data could not be written.
int statusOfData(int status);

/// A line for people, to stderr.
void writeMessage(const QString &line);

/// "convoy-cli: sentence", with what the system said behind it.
void writeError(const Error &error);

/// Says what is wrong and where help is; returns ExitStatus::usage.
int wrongUsage(const QByteArray &command, const Error &error);

/// Says what is missing; returns ExitStatus::unfit.
int unfitEnvironment(const Error &error);

/// A path as short as it can be said here: relative where it lies below the current folder.
QString shownPath(const Path &path);

} // namespace convoy
