// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/foundfile.h"

#include "core/base/filedescriptor.h"
#include "core/base/fileio.h"
#include "core/plan/cuekeys.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <fcntl.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FoundFileText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Intake)
};

Error missing(const QByteArray &path, const Path &index)
{
    return {ErrorKind::UnreadableInput,
            FoundFileText::tr("“%1” is named by “%2”, but it is not there.")
                .arg(displayName(toPath(path)), displayName(index.filename()))};
}

/// What an empty file was to be.
MediaKind kindOfName(const Path &path)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile(displayName(path.filename()), QMimeDatabase::MatchExtension);
    const QString name = type.name().section(u'/', 0, 0);
    return name == "image"_L1 ? MediaKind::Image
        : name == "video"_L1  ? MediaKind::Video
        : name == "audio"_L1  ? MediaKind::Audio
                              : MediaKind::Unknown;
}

/// Looks at the first bytes; parses nothing.
Result<const Format *> sniffFile(const Path &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    const QByteArray head = fd.isValid() ? readHead(fd.fd(), sniffLength) : QByteArray();
    if (head.isNull())
        return unreadableFile(errno);
    if (head.isEmpty())
        return Error{ErrorKind::DamagedInput, FoundFileText::tr("This file is empty.")};
    return &sniffFormat(head, toBytes(path.filename()));
}

/// "03 Title" for a track of an image; a file of its own keeps its name.
QByteArray stemOf(const ContainedFile &contained)
{
    const bool isWhole = !contained.options.contains(QString(CueKey::nextStart))
        && contained.options.value(QString(CueKey::start)).toLongLong() == 0;
    const QString track = contained.tags.value(u"track"_s);
    return isWhole || track.isEmpty()
        ? QByteArray()
        : (track.rightJustified(2, u'0') + u' ' + contained.tags.value(u"title"_s)).trimmed().toUtf8();
}

} // namespace

void sniff(FoundFile &file, bool wantsContent)
{
    const Result<const Format *> format = sniffFile(file.scanned.file.path);
    if (format) {
        file.kind = (*format)->kind;
        file.formatId = QString((*format)->id);
    } else if (wantsContent) {
        file.scanned.refusal = format.error();
        file.kind = kindOfName(file.scanned.file.path);
    }
}

FoundFile pieceOf(const InputFile &index, const ContainedFile &contained, const std::optional<Path> &path)
{
    FoundFile found;
    InputFile &file = found.scanned.file;
    file.path = path ? *path : index.path.parent_path() / toPath(contained.path);
    file.relativeFolder = (index.relativeFolder / toPath(contained.path).parent_path()).lexically_normal();
    found.piece = Piece{index.path, stemOf(contained), contained.options, contained.tags};
    const Result<SourceIdentity> identity = path ? sourceIdentity(*path)
                                                 : Result<SourceIdentity>(missing(contained.path, index.path));
    if (identity)
        file.identity = *identity;
    else
        found.scanned.refusal = identity.error();
    return found;
}

} // namespace convoy
