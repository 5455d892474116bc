// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomdirectory.h"

#include "core/converters/dicom/file/dicomkind.h"
#include "core/converters/dicom/file/dicomvalues.h"
#include "core/converters/dicom/file/fdinputstream.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <QCoreApplication>
#include <QSet>

#include <array>
#include <unistd.h>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DirectoryText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomDirectory)
};

// More would fill the window's list with what nobody meant to convert.
constexpr size_t mostFiles = 100'000;
// A File ID has at most eight components (PS3.10 8.2).
constexpr unsigned long mostComponents = 8;

/// Before the whole file is parsed: the class is at the beginning of its meta header.
bool namesDirectoryClass(int fd)
{
    std::array<char, 512> head{};
    const ssize_t size = ::pread(fd, head.data(), head.size(), 0);
    return size > 0 && QByteArrayView(head.data(), size).contains(UID_MediaStorageDirectoryStorage);
}

bool isSafe(const QByteArray &component)
{
    return !component.isEmpty() && component != "." && component != ".." && !component.contains('/')
        && !component.contains('\0');
}

/// The path of the file that a record names; empty where it names none or one outside of the folder.
QByteArray referencedPath(DcmItem &record)
{
    DcmElement *element = nullptr;
    if (record.findAndGetElement(DCM_ReferencedFileID, element).bad())
        return {};
    const unsigned long components = element->getVM();
    QByteArray path;
    for (unsigned long i = 0; i < components; ++i) {
        const QByteArray component = textOf(record, DCM_ReferencedFileID, i);
        if (components > mostComponents || !isSafe(component))
            return {};
        path += (i > 0 ? "/" : "") + component;
    }
    return path;
}

bool isPicture(DcmItem &record)
{
    Uint16 inUse = 0xffff;
    record.findAndGetUint16(DCM_RecordInUseFlag, inUse);
    const QByteArray type = textOf(record, DCM_DirectoryRecordType);
    return inUse != 0 && (type == "IMAGE" || type == "PRIVATE" || type.isEmpty())
        && !isKindWithoutPicture(textOf(record, DCM_ReferencedSOPClassUIDInFile));
}

struct Listing {
    std::vector<ContainedFile> pictures;
    int others = 0; ///< files without a picture
    bool cut = false;
};

/// With `cutShort`, the last record is not trusted: its path may have lost its end.
Listing listRecords(DcmDataset &dataset, bool cutShort)
{
    Listing result;
    DcmSequenceOfItems *records = nullptr;
    if (dataset.findAndGetSequence(DCM_DirectoryRecordSequence, records).bad())
        return result;
    QSet<QByteArray> seen;
    for (DcmObject *object = records->nextInContainer(nullptr); object; object = records->nextInContainer(object)) {
        if (cutShort && !records->nextInContainer(object))
            break;
        auto *const record = dynamic_cast<DcmItem *>(object);
        const QByteArray path = record ? referencedPath(*record) : QByteArray();
        if (path.isEmpty() || seen.contains(path))
            continue;
        seen.insert(path);
        if (!isPicture(*record))
            ++result.others;
        else if (result.pictures.size() == mostFiles)
            result.cut = true;
        else
            result.pictures.push_back({.path = path, .options = {}, .tags = {}});
    }
    return result;
}

} // namespace

Result<std::optional<MediaInfo>> probeDicomDirectory(const ConvertInput &input)
{
    if (!namesDirectoryClass(input.fd))
        return std::optional<MediaInfo>();
    FdInputStream stream({input.fd, input.size, true});
    DcmFileFormat format;
    const auto status = readDicom(format, stream);
    if (!status)
        return status.error();
    format.transferEnd();
    if (textOf(*format.getMetaInfo(), DCM_MediaStorageSOPClassUID) != UID_MediaStorageDirectoryStorage)
        return std::optional<MediaInfo>();
    const bool cutShort = status->bad() || stream.padded();
    Listing listing = listRecords(*format.getDataset(), cutShort);
    if (listing.pictures.empty() && cutShort)
        return Error{ErrorKind::DamagedInput, DirectoryText::tr("The DICOMDIR is damaged: it lists no file.")};
    if (listing.pictures.empty())
        return Error{ErrorKind::UnsupportedFormat, DirectoryText::tr("This DICOMDIR lists no picture.")};
    MediaInfo info{.formatId = u"dicomdir"_s, .kind = MediaKind::Dicom};
    info.summary = DirectoryText::tr("DICOMDIR, %n file(s)", nullptr, int(listing.pictures.size()));
    if (listing.others > 0)
        info.warnings.append(
            DirectoryText::tr("%n listed file(s) have no picture and were left out.", nullptr, listing.others));
    if (cutShort)
        info.warnings.append(DirectoryText::tr("The DICOMDIR is cut short: files may be missing in it."));
    if (listing.cut)
        info.warnings.append(DirectoryText::tr("The DICOMDIR lists more files than can be taken at once."));
    info.contents = std::move(listing.pictures);
    return std::optional(std::move(info));
}

} // namespace convoy
