// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/enginefixture.h"

#include "core/plan/planner.h"

#include <QCoreApplication>

#include <cstdio>
#include <future>
#include <malloc.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

double heapBytes()
{
    const struct mallinfo2 info = ::mallinfo2();
    return double(info.uordblks) + double(info.hblkhd);
}

/// A text of its own for each file, as a probe's answer brings it.
QString fromWorker(const char *text)
{
    return QString::fromUtf8(text);
}

/// Until the committer has let go of all that it was given before: what is asked of it then comes after.
void waitForCommitter(Committer &committer, const QString &batch)
{
    std::promise<void> passed;
    committer.reopenBatch(batch, [&passed](const Result<void> &, const FileDescriptor &) { passed.set_value(); });
    passed.get_future().wait();
    QCoreApplication::processEvents();
}

/// Files as a person would have them: a thousand a folder.
std::vector<PlanItem> items(int count, const std::shared_ptr<ConversionSettings> &settings)
{
    std::vector<PlanItem> items{size_t(count)};
    for (int i = 0; i < count; ++i) {
        PlanItem &item = items[size_t(i)];
        const QByteArray folder = "folder " + QByteArray::number(i / 1000);
        item.input.path = toPath("/home/person/Pictures/2026 holiday/" + folder + "/IMG_" + QByteArray::number(i) + ".jpg");
        item.input.relativeFolder = toPath(folder);
        item.input.identity = {.size = 3'000'000 + i, .mtimeNs = i, .device = 1, .inode = quint64(i)};
        item.info.kind = MediaKind::Image;
        item.info.formatId = fromWorker("jpeg");
        item.info.width = 4000;
        item.info.height = 3000;
        item.info.summary = fromWorker("4000×3000");
        item.info.cpuSeconds = 0.2;
        item.settings = settings;
    }
    return items;
}

struct Figures {
    double planSeconds = 0;
    double submitSeconds = 0;
    double runSeconds = 0;
    double bytes = 0; ///< that the engine keeps of the jobs that wait, plans included
};

/// A converter that takes no time and writes nothing: what is left is the engine and the journal.
Figures measure(int count)
{
    const BatchPlace place;
    CrewExecutor crew(2);
    Committer committer(std::move(*Journal::open(place.journalFile())));
    const JobRunner runner = [](const JobPlan &, JobControl &, const JobNews &) {
        JobOutcome outcome;
        outcome.error = Error{ErrorKind::DamagedInput, u"no"_s, {}};
        return outcome;
    };
    Engine engine({crew.executor(), runner, &committer, 2});
    auto settings = std::make_shared<ConversionSettings>(*place.settings);
    settings->converter = u"image"_s;
    Figures figures;
    QElapsedTimer timer;
    const double before = heapBytes();
    std::vector<PlanItem> planned = items(count, settings);
    timer.start();
    std::vector<JobPlan> plans = planJobs(std::move(planned), {.outputFolder = place.out()});
    figures.planSeconds = seconds(timer);
    int ends = 0;
    QObject::connect(&engine, &Engine::jobFinished, &engine, [&ends] { ++ends; });
    bool hasEnded = false;
    QObject::connect(&engine, &Engine::batchFinished, &engine, [&hasEnded] { hasEnded = true; });

    engine.pause();
    timer.start();
    const QString batch = engine.submit(std::move(plans), u"Scale"_s).batch;
    const auto journal = std::move(*Journal::open(place.journalFile()));
    while (journal->unfinished()->isEmpty())
        QCoreApplication::processEvents();
    figures.submitSeconds = seconds(timer);
    waitForCommitter(committer, batch);
    figures.bytes = heapBytes() - before;
    timer.start();
    engine.resume();
    while (!hasEnded)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    figures.runSeconds = seconds(timer);
    return figures;
}

double scanAndPlanRate(int count)
{
    const BatchPlace place;
    for (int i = 0; i < count; ++i) {
        const QByteArray folder = "f" + QByteArray::number(i / 1000);
        if (i % 1000 == 0)
            std::filesystem::create_directory(place.folder() / folder.toStdString());
        place.add((folder + "/IMG_" + QByteArray::number(i) + ".jpg").toStdString(), "x");
    }
    auto settings = std::make_shared<ConversionSettings>(*place.settings);
    settings->converter = u"tool"_s;
    QElapsedTimer timer;
    timer.start();
    std::vector<PlanItem> found;
    scanPaths({place.folder()}, true, {}, [&](ScannedFile file) {
        found.push_back({.input = std::move(file.file), .refusal = std::move(file.refusal), .settings = settings});
    });
    const size_t files = found.size();
    const std::vector<JobPlan> plans = planJobs(std::move(found), {.outputFolder = place.out()});
    return double(files) / seconds(timer);
}

/// Milliseconds for one group commit: the states of 32 jobs, durable on the disk behind the folder for temporary files.
double groupCommitMs()
{
    constexpr int groups = 100;
    constexpr int jobs = 32;
    QTemporaryDir folder;
    const BatchPlace place;
    const std::unique_ptr<Journal> journal = std::move(*Journal::open(toPath(folder.filePath(u"journal.sqlite"_s))));
    if (!journal->addBatch({u"b"_s, u"Scale"_s, place.plans(jobs)}))
        return -1;
    std::vector<double> times;
    for (int i = 0; i < groups; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Result<void> done = journal->transaction([&]() -> Result<void> {
            Result<void> ok;
            for (int number = 1; ok && number <= jobs; ++number)
                ok = journal->setStatus(u"b"_s, number, {.state = JobState::Done, .outputs = {"/out/x"}});
            return ok;
        });
        times.push_back(done ? seconds(timer) * 1000 : 1e9);
    }
    std::ranges::sort(times);
    return times[groups / 2];
}

} // namespace

/// One line for each count that is given: jobs, and what they cost.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::printf("# scan + plan: %.0f files a second\n", scanAndPlanRate(20'000));
    std::printf("# journal, 32 jobs a group: %.2f ms\n", groupCommitMs());
    std::printf("# jobs\tplan_s\tsubmit_s\trun_s\tmib\tbytes_a_job\n");
    for (int i = 1; i < argc; ++i) {
        const int count = QByteArray(argv[i]).toInt();
        const Figures figures = measure(count);
        std::printf("%d\t%.3f\t%.3f\t%.3f\t%.1f\t%.0f\n", count, figures.planSeconds, figures.submitSeconds,
                    figures.runSeconds, figures.bytes / (1 << 20), figures.bytes / count);
        std::fflush(stdout);
    }
    return 0;
}
