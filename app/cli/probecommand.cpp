// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/pathlist.h"
#include "core/base/resources.h"
#include "core/plan/intake.h"
#include "core/report/jobjson.h"
#include "core/worker/workerpool.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

#include <map>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Answer {
    Path path;
    std::optional<Error> refusal;
    MediaInfo info;
};

void insertNumber(QJsonObject &object, const QString &key, qint64 value)
{
    if (value > 0)
        object.insert(key, value);
}

QJsonObject answerToJson(const Answer &answer)
{
    QJsonObject object;
    insertPath(object, u"input"_s, answer.path);
    const MediaInfo &info = answer.info;
    object.insert(u"kind"_s, QString(mediaKindName(info.kind)));
    object.insert(u"format"_s, info.formatId);
    if (answer.refusal) {
        object.insert(u"error"_s, errorToJson(*answer.refusal));
        return object;
    }
    insertNumber(object, u"width"_s, info.width);
    insertNumber(object, u"height"_s, info.height);
    insertNumber(object, u"frames"_s, info.frames);
    insertNumber(object, u"bits_stored"_s, info.bitsStored);
    insertNumber(object, u"duration_ms"_s, info.durationMs);
    insertNumber(object, u"sample_rate"_s, info.sampleRate);
    insertNumber(object, u"channels"_s, info.channels);
    object.insert(u"summary"_s, info.summary);
    QJsonObject tags;
    for (auto it = info.tags.begin(); it != info.tags.end(); ++it)
        tags.insert(it.key(), it.value());
    object.insert(u"tags"_s, tags);
    object.insert(u"warnings"_s, QJsonArray::fromStringList(info.warnings));
    return object;
}

void sayAnswer(const Answer &answer)
{
    const QString name = shownPath(answer.path);
    if (answer.refusal)
        return writeMessage(name + u": "_s + answer.refusal->message);
    writeText(name + u": "_s + mediaKindLabel(answer.info.kind) + u", "_s + answer.info.formatId + u", "_s
              + answer.info.summary + u'\n');
    for (const QString &warning : answer.info.warnings)
        writeMessage(name + u": "_s + warning);
}

int tell(const std::map<quint64, Answer> &answers, bool json)
{
    QJsonArray array;
    bool isKnown = true;
    for (const auto &[id, answer] : answers) {
        isKnown = isKnown && !answer.refusal;
        if (json)
            array.append(answerToJson(answer));
        else
            sayAnswer(answer);
    }
    if (json)
        writeData(QJsonDocument(array).toJson());
    return isKnown ? ExitStatus::success : ExitStatus::failure;
}

/// Why no file of some kind can be looked at: for that the environment is to blame, and not what was refused.
std::optional<Error> workerProblem(WorkerPool &workers, const std::map<quint64, Answer> &answers)
{
    for (const auto &[id, answer] : answers) {
        const ConverterInfo *converter = findConverter(QString(probingConverter(answer.info.kind)));
        if (!answer.refusal || !converter)
            continue;
        if (const Result<void> warm = workers.warmUp(converter->family); !warm)
            return warm.error();
    }
    return std::nullopt;
}

/// Puts what the intake tells into `answers`.
void listen(Intake &intake, std::map<quint64, Answer> &answers)
{
    QObject::connect(&intake, &Intake::found, &intake, [&answers](const std::vector<FoundFile> &files) {
        for (const FoundFile &file : files)
            answers[file.id] = {
                file.scanned.file.path, file.scanned.refusal, {.formatId = file.formatId, .kind = file.kind}};
    });
    QObject::connect(&intake, &Intake::probed, &intake, [&answers](const std::vector<ProbedFile> &files) {
        for (const ProbedFile &file : files) {
            Answer &answer = answers[file.id];
            answer.refusal = file.refusal;
            answer.info = file.info;
        }
    });
    QObject::connect(&intake, &Intake::withdrawn, &intake, [&answers](const std::vector<WithdrawnFile> &files) {
        for (const WithdrawnFile &file : files) {
            answers.erase(file.id);
            if (!file.reason.isEmpty())
                writeMessage(file.reason);
        }
    });
}

} // namespace

int runProbe(const Arguments &arguments)
{
    const Result<std::vector<Path>> paths = readPathList(arguments);
    if (!paths)
        return wrongUsage(arguments.command, paths.error());
    WorkerPool workers({});
    if (const Result<void> ok = workers.check(); !ok)
        return unfitEnvironment(ok.error());
    QThreadPool threads;
    threads.setMaxThreadCount(availableCores());
    Intake intake(workers, threadPoolExecutor(threads), availableCores());
    std::map<quint64, Answer> answers;
    listen(intake, answers);
    QObject::connect(&intake, &Intake::finished, &intake, [&] {
        const std::optional<Error> problem = workerProblem(workers, answers);
        QCoreApplication::exit(problem ? unfitEnvironment(*problem) : tell(answers, arguments.has("--json")));
    });
    intake.add(*paths, arguments.has("--recursive"));
    return QCoreApplication::exec();
}

} // namespace convoy
