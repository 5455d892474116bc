// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/batchcheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(convoy::BatchCheck)
};

using Kind = BatchProblem::Kind;

} // namespace

QLatin1StringView batchProblemName(BatchProblem::Kind kind)
{
    switch (kind) {
    case Kind::NameInBatch: return "name-in-batch"_L1;
    case Kind::NameOnDisk: return "name-on-disk"_L1;
    case Kind::NoSpace: return "no-space"_L1;
    case Kind::UnreadableInput: return "unreadable-input"_L1;
    case Kind::MissingTool: return "missing-tool"_L1;
    case Kind::UnwritableFolder: return "unwritable-folder"_L1;
    case Kind::Unsupported: return "unsupported"_L1;
    case Kind::Refused: return "refused"_L1;
    }
    Q_UNREACHABLE();
}

QJsonObject batchCheckToJson(const BatchCheck &check)
{
    QJsonArray problems;
    for (const BatchProblem &problem : check.problems) {
        QJsonArray jobs;
        for (const int job : problem.jobs)
            jobs.append(job);
        problems.append(QJsonObject{{u"kind"_s, QString(batchProblemName(problem.kind))},
                                    {u"blocking"_s, problem.isBlocking},
                                    {u"message"_s, problem.message},
                                    {u"fix"_s, problem.fix},
                                    {u"jobs"_s, jobs}});
    }
    QJsonArray space;
    for (const SpaceNeed &need : check.space)
        space.append(QJsonObject{{u"folder"_s, displayName(need.folder)},
                                 {u"folder_url"_s, fileUrl(need.folder)},
                                 {u"needed_bytes"_s, need.neededBytes},
                                 {u"free_bytes"_s, need.freeBytes}});
    return {{u"jobs"_s, check.jobs}, {u"doable"_s, check.doable}, {u"problems"_s, problems}, {u"space"_s, space}};
}

QStringList batchCheckLines(const BatchCheck &check)
{
    QStringList lines;
    for (const BatchProblem &problem : check.problems) {
        const QString files = CheckText::tr("%n file(s)", nullptr, int(problem.jobs.size()));
        lines.append(u"%1: %2\n  → %3"_s.arg(files, problem.message, problem.fix));
    }
    const QLocale locale;
    for (const SpaceNeed &need : check.space)
        lines.append(CheckText::tr("“%1”: about %2 needed, %3 free.")
                         .arg(displayName(need.folder),
                              locale.formattedDataSize(need.neededBytes, 1, QLocale::DataSizeSIFormat),
                              locale.formattedDataSize(need.freeBytes, 1, QLocale::DataSizeSIFormat)));
    return lines;
}

} // namespace convoy
