// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/convertharness.h"

#include <QTest>

#include <ctime>
#include <random>

/// What every converter must hold, whatever its format. A converter's test takes it over with two slots:
///
///     void contract_data() { convoy::test::contractRules(); }
///     void contract()
///     {
///         QFETCH(QString, rule);
///         convoy::test::checkContract(subject(), rule);
///     }
namespace convoy::test {

struct ContractSubject {
    const Converter *converter = nullptr;
    QString id;               ///< as in converterTable()
    QString extension;        ///< of the output
    QByteArray good;          ///< a whole valid file, long enough that work is reported on the way
    QByteArray name;          ///< of that file
    QJsonObject options = {}; ///< where the defaults do not do
    std::vector<std::pair<QByteArray, QByteArray>> lying = {}; ///< name, bytes: files that claim huge dimensions
    bool hasPreview = true;
    bool parses = true; ///< false: a converter that never looks into its input (tools)
    double lyingCpuSeconds = 2;
};

struct ContractRun {
    Result<ConvertReport> report;
    double cpuSeconds = 0;
};

inline double cpuSecondsNow()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

inline int entriesIn(const char *folder)
{
    return int(QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

/// Probes and converts as the engine does; a failing probe ends it.
inline ContractRun runConverter(const ContractSubject &subject, const InputFile &file, ConvertHarness &harness)
{
    const double before = cpuSecondsNow();
    const Result<MediaInfo> probed = subject.converter->probe(file.input());
    if (!probed)
        return {probed.error(), cpuSecondsNow() - before};
    const ConvertRequest request{
        .input = file.input(),
        .options = optionsFor(subject.id, subject.options),
        .extension = subject.extension,
        .probed = *probed,
        .stem = "contract",
        .number = 1,
    };
    Result<ConvertReport> report = subject.converter->convert(request, harness.context());
    return {std::move(report), cpuSecondsNow() - before};
}

inline QByteArray describe(const Result<ConvertReport> &report)
{
    if (report)
        return "succeeded with " + QByteArray::number(report->outputs.size()) + " outputs";
    return QByteArray(errorKindName(report.error().kind).data()) + ": " + report.error().message.toUtf8() + " / "
        + report.error().detail.toUtf8();
}

inline bool isContentError(ErrorKind kind)
{
    return kind == ErrorKind::DamagedInput || kind == ErrorKind::UnsupportedFormat || kind == ErrorKind::LimitExceeded;
}

inline void mustRefuse(const ContractSubject &subject, const QByteArray &bytes)
{
    const InputFile file = InputFile::fromBytes(bytes, subject.name);
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(!run.report, describe(run.report).constData());
    QVERIFY2(isContentError(run.report.error().kind), describe(run.report).constData());
    QVERIFY(!run.report.error().message.isEmpty());
}

/// A file that ends early is an error, or a salvage with a warning; never a silent success.
inline void checkTruncated(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good.first(subject.good.size() / 2), subject.name);
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    if (run.report)
        QVERIFY2(!run.report->warnings.isEmpty(), "half a file was converted without a word");
    else
        QVERIFY2(isContentError(run.report.error().kind), describe(run.report).constData());
}

inline void checkGarbage(const ContractSubject &subject)
{
    std::minstd_rand random(1);
    QByteArray bytes = subject.good.first(std::min<qsizetype>(subject.good.size(), 64));
    for (int i = 0; i < 100000; ++i)
        bytes.append(char(random() >> 8));
    const InputFile file = InputFile::fromBytes(bytes, subject.name);
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    if (run.report)
        QVERIFY2(!run.report->warnings.isEmpty(), "garbage was converted without a word");
    else
        QVERIFY2(isContentError(run.report.error().kind), describe(run.report).constData());
}

inline void checkLying(const ContractSubject &subject)
{
    for (const auto &[name, bytes] : subject.lying) {
        const InputFile file = InputFile::fromBytes(bytes, name);
        ConvertHarness harness;
        const ContractRun run = runConverter(subject, file, harness);
        const QByteArray said = name + " " + describe(run.report);
        QVERIFY2(!run.report, said.constData());
        QVERIFY2(isContentError(run.report.error().kind), said.constData());
        QVERIFY2(run.cpuSeconds < subject.lyingCpuSeconds,
                 (said + ", took " + QByteArray::number(run.cpuSeconds) + " s").constData());
    }
}

inline void checkCancel(const ContractSubject &subject, std::optional<double> at)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness harness;
    harness.stopAtProgress = at;
    if (!at)
        harness.requestStop();
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(!run.report, describe(run.report).constData());
    QVERIFY2(run.report.error().kind == ErrorKind::Cancelled, describe(run.report).constData());
}

inline void checkOutputRefused(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness harness;
    harness.refuseOutput = Error{ErrorKind::NoSpace, QStringLiteral("The contract's own refusal."),
                                 QStringLiteral("detail")};
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(!run.report, describe(run.report).constData());
    QVERIFY2(run.report.error() == *harness.refuseOutput, describe(run.report).constData());
}

inline void checkOutputFull(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness harness;
    harness.outputDevice = "/dev/full";
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(!run.report, describe(run.report).constData());
    const ErrorKind kind = run.report.error().kind;
    QVERIFY2(kind == ErrorKind::NoSpace || kind == ErrorKind::OutputUnwritable, describe(run.report).constData());
}

inline void checkProgress(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(run.report, describe(run.report).constData());
    QVERIFY(harness.progress.size() >= 2);
    QVERIFY(std::ranges::is_sorted(harness.progress));
    QVERIFY(harness.progress.front() >= 0 && harness.progress.back() <= 1);
}

inline void checkDescriptors(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness first;
    const ContractRun warmUp = runConverter(subject, file, first);
    QVERIFY2(warmUp.report, describe(warmUp.report).constData());
    const int before = entriesIn("/proc/self/fd");
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(run.report, describe(run.report).constData());
    QVERIFY(::fcntl(file.fd(), F_GETFD) >= 0);
    QVERIFY(!harness.outputs.empty());
    for (const FileDescriptor &output : harness.outputs)
        QVERIFY(::fcntl(output.fd(), F_GETFD) >= 0);
    QCOMPARE(entriesIn("/proc/self/fd"), before + int(harness.outputs.size()));
}

/// With a budget of one core nothing else may run.
inline void checkOneThread(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    const int before = entriesIn("/proc/self/task");
    int most = before;
    ConvertHarness harness;
    harness.onProgress = [&most](double) { most = std::max(most, entriesIn("/proc/self/task")); };
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(run.report, describe(run.report).constData());
    QCOMPARE(most, before);
}

inline void checkVerify(const ContractSubject &subject)
{
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    ConvertHarness harness;
    const ContractRun run = runConverter(subject, file, harness);
    QVERIFY2(run.report, describe(run.report).constData());
    QCOMPARE(run.report->outputs.size(), harness.outputs.size());
    for (size_t i = 0; i < harness.outputs.size(); ++i) {
        const QVariantMap facts = throughCbor(run.report->outputs[i]);
        const FileDescriptor whole = reopenReadOnly(harness.outputs[i].fd());
        const Result<void> right = subject.converter->verify(whole.fd(), facts, harness.context());
        QVERIFY2(right, right ? "" : qPrintable(right.error().message + QStringLiteral(" / ") + right.error().detail));
        if (!subject.parses)
            continue;
        const QByteArray bytes = harness.outputBytes(i);
        const InputFile cut = InputFile::fromBytes(bytes.first(bytes.size() / 2), "cut");
        const Result<void> wrong = subject.converter->verify(cut.fd(), facts, harness.context());
        QVERIFY2(!wrong, "half the output passed verification");
        QCOMPARE(errorKindName(wrong.error().kind), errorKindName(ErrorKind::VerificationFailed));
    }
}

/// Content decides what a file is, not its name.
inline void checkWrongName(const ContractSubject &subject)
{
    const InputFile right = InputFile::fromBytes(subject.good, subject.name);
    const InputFile wrong = InputFile::fromBytes(subject.good, "holiday.notes.txt");
    const Result<MediaInfo> a = subject.converter->probe(right.input());
    const Result<MediaInfo> b = subject.converter->probe(wrong.input());
    QVERIFY2(a, a ? "" : qPrintable(a.error().message));
    QVERIFY2(b, b ? "" : qPrintable(b.error().message));
    QVERIFY(*a == *b);
}

inline void checkPreview(const ContractSubject &subject)
{
    if (!subject.hasPreview)
        QSKIP("this converter shows no preview");
    const InputFile file = InputFile::fromBytes(subject.good, subject.name);
    for (const bool converted : {false, true}) {
        ConvertHarness harness;
        const PreviewRequest request{.input = file.input(),
                                     .options = optionsFor(subject.id, subject.options),
                                     .maximumSize = 100,
                                     .converted = converted};
        const Result<PreviewPicture> picture = subject.converter->preview(request, harness.context());
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().message));
        QVERIFY(picture->width > 0 && picture->height > 0 && std::max(picture->width, picture->height) <= 100);
        QCOMPARE(picture->rgba.size(), qsizetype(picture->width) * picture->height * 4);
    }
}

inline void contractRules()
{
    QTest::addColumn<QString>("rule");
    for (const char *rule :
         {"empty", "tiny", "truncated", "garbage", "lying", "cancel at once", "cancel at half", "output refused",
          "output full", "progress", "descriptors", "one thread", "verify", "wrong name", "preview"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

inline void checkContract(const ContractSubject &subject, const QString &rule)
{
    QVERIFY(subject.converter);
    QVERIFY2(!subject.good.isEmpty(), "the contract needs a valid file");
    const QByteArray name = rule.toLatin1();
    if (!subject.parses
        && (name == "empty" || name == "tiny" || name == "truncated" || name == "garbage" || name == "lying"))
        QSKIP("this converter never looks into its input");
    if (name == "empty")
        mustRefuse(subject, QByteArray());
    else if (name == "tiny")
        for (const qsizetype size : {1, 4, 12})
            mustRefuse(subject, subject.good.first(size));
    else if (name == "truncated")
        checkTruncated(subject);
    else if (name == "garbage")
        checkGarbage(subject);
    else if (name == "lying")
        checkLying(subject);
    else if (name == "cancel at once")
        checkCancel(subject, std::nullopt);
    else if (name == "cancel at half")
        checkCancel(subject, 0.5);
    else if (name == "output refused")
        checkOutputRefused(subject);
    else if (name == "output full")
        checkOutputFull(subject);
    else if (name == "progress")
        checkProgress(subject);
    else if (name == "descriptors")
        checkDescriptors(subject);
    else if (name == "one thread")
        checkOneThread(subject);
    else if (name == "verify")
        checkVerify(subject);
    else if (name == "wrong name")
        checkWrongName(subject);
    else if (name == "preview")
        checkPreview(subject);
    else
        QFAIL(qPrintable(QStringLiteral("no such rule: ") + rule));
}

} // namespace convoy::test
