// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/progressline.h"
#include "core/engine/enginehost.h"
#include "core/journal/journal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct HistoryCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::HistoryCommand)
};

QJsonValue timeToJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject batchToJson(const BatchHistory &batch)
{
    return {
        {u"batch"_s, batch.id},
        {u"profile"_s, batch.profile},
        {u"started"_s, timeToJson(batch.started)},
        {u"ended"_s, timeToJson(batch.ended)},
        {u"jobs"_s, batch.jobs},
        {u"done"_s, batch.done},
        {u"failed"_s, batch.failed},
        {u"skipped"_s, batch.skipped},
        {u"cancelled"_s, batch.cancelled},
    };
}

QString batchText(const BatchHistory &batch)
{
    const QString started = QLocale().toString(batch.started.toLocalTime(), QLocale::ShortFormat);
    const QString counts = countsText(batch.done, batch.failed, batch.skipped, batch.cancelled);
    const QString state = batch.ended.isValid()
        ? counts
        : HistoryCommandText::tr("unfinished, %1 of %2 done").arg(batch.done).arg(batch.jobs);
    return batch.id + u"  "_s + started + u"  "_s + batch.profile + u"  "_s + state + u'\n';
}

} // namespace

int runHistory(const Arguments &arguments)
{
    if (!arguments.operands.empty())
        return wrongUsage(arguments.command,
                          {ErrorKind::InvalidOption, HistoryCommandText::tr("“history” takes no paths."), {}});
    const Result<std::unique_ptr<Journal>> journal = Journal::open(journalFile(defaultStateFolder()));
    if (!journal)
        return unfitEnvironment(journal.error());
    const Result<std::vector<BatchHistory>> batches = (*journal)->history();
    if (!batches)
        return unfitEnvironment(batches.error());
    QJsonArray array;
    for (const BatchHistory &batch : *batches) {
        if (arguments.has("--json"))
            array.append(batchToJson(batch));
        else
            writeText(batchText(batch));
    }
    if (arguments.has("--json"))
        writeData(QJsonDocument(array).toJson());
    else if (batches->empty())
        writeMessage(HistoryCommandText::tr("No batch has been run yet."));
    return ExitStatus::success;
}

} // namespace convoy
