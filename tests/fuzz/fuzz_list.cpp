// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of jobs that another program wrote, and what servers answer about albums: read by the programs themselves.
#include "fuzztarget.h"

#include "core/album/accuraterip.h"
#include "core/album/release.h"
#include "core/plan/joblist.h"

using namespace convoy;

namespace {

const AccurateRipId &disc()
{
    static const AccurateRipId id{.tracks = 2, .sum = 1, .product = 2, .cddb = 3};
    return id;
}

const QString &discId()
{
    static const QString id = QStringLiteral("abc");
    return id;
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    return {
        "name,description,file\r\na,\"b, \"\"c\"\"\r\nd\",x.txt\r\n",
        "\xEF\xBB\xBFname;slice\n\xE4;2\n;\n",
        "name\tslice\na\t3\n",
        R"([{"name":"a","slice":3.5,"on":true,"none":null},{"name":"b"}])",
        QByteArray("\2\1\0\0\0\2\0\0\0\3\0\0\0\x05\x11\x22\x33\x44\0\0\0\0\x06\x11\x22\x33\x44\0\0\0\0", 31),
        R"({"releases":[{"id":"0a1b2c3d-0000-1111-2222-333344445555","title":"T","date":"1959-08-17","country":"US","artist-credit":[{"name":"A","joinphrase":)"
        R"(" & "},{"name":"B"}],"media":[{"position":1,"discs":[{"id":"abc"}],"tracks":[{"position":1,"title":"t1"},)"
        R"({"position":2,"title":"t2","recording":{"isrcs":["GBAYE0000351"]}}]}],"cover-art-archive":{"front":true}}]})",
    };
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const ListFormat format : {ListFormat::Csv, ListFormat::Tsv, ListFormat::Json}) {
        const Result<JobList> list = parseJobList(bytes, format);
        if (!list) {
            fuzz::promise(!list.error().message.isEmpty(), "a refusal says why");
            continue;
        }
        for (const ListRow &row : list->rows) {
            for (auto cell = row.begin(); cell != row.end(); ++cell)
                fuzz::promise(list->columns.contains(cell.key()), "a cell has a column");
            const Path file = fileOfRow(row, "/list");
            fuzz::promise(file.empty() || file.is_absolute(), "a row's file is absolute");
        }
    }
    (void)rangeJobList(QString::fromUtf8(bytes));
    const Result<AccurateRipTracks> tracks = parseAccurateRip(bytes, disc());
    fuzz::promise(!tracks || tracks->size() == size_t(disc().tracks), "each track has its checksums");
    const Result<std::vector<Release>> releases = parseReleases(bytes, discId(), disc().tracks);
    for (const Release &release : releases ? *releases : std::vector<Release>())
        fuzz::promise(!release.id.contains(u'/') && !release.id.contains(u'?'), "an id is one part of an address");
    return 0;
}
