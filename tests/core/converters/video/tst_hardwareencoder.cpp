// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include "core/converters/hardwareencoder.h"
#include "core/worker/workerpool.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <array>
#include <future>
#include <thread>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::array pretended{
    HardwareEncoder{"h264_crashing", {}}, HardwareEncoder{"h264_wrong", {}},    HardwareEncoder{"h264_garbage", {}},
    HardwareEncoder{"h264_unknown", {}},  HardwareEncoder{"h264_pretend", {}},  HardwareEncoder{"h264_planes", {}},
    HardwareEncoder{"h264_dying", {}},    HardwareEncoder{"h264_stalling", {}}, HardwareEncoder{"vp9_pretend", {}},
    HardwareEncoder{"hevc_pretend", {}},
};
const QStringList honest{u"h264_pretend"_s,  u"h264_planes"_s, u"h264_dying"_s,
                         u"h264_stalling"_s, u"vp9_pretend"_s, u"hevc_pretend"_s};

} // namespace

/// Encoders in a process of their own, with pretended graphics chips behind the real worker.
class TestHardwareEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void working_areThoseThatEncode();
    void working_hangingDriver_isGivenUp();
    void working_hangingDriver_cancelledJobEnds();
    void working_noDevice_nothingIsStarted();
    void working_noDriver_quicklyNone();
    void offered_onlyWhatWorks();
    void convert_asSoftwareDoes_data();
    void convert_asSoftwareDoes();
    void convert_otherCodecs_data();
    void convert_otherCodecs();
    void convert_withoutIsolation();
    void convert_encodersTime_isTheJobs();
    void convert_quality_isNearTheSoftwares();
    void convert_automatic_withoutHardware_saysSo();
    void convert_automatic_tooSmallForIt_isInSoftware();
    void convert_missing_isRefused();
    void convert_wrongCodec_isRefused();
    void convert_encoderCrashes_failsThatJobOnly();
    void convert_encoderStalls_isCancelledAtOnce();

private:
    struct Wish {
        QString encoder;
        QString codec = u"h264"_s;
        QString extension = u"mkv"_s;
        int threads = 1;
        double quality = 6;
        QString source = u"source.mkv"_s;
    };

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static WorkerSettings settings(std::span<const HardwareEncoder> encoders)
    {
        return {.program = PRETEND_WORKER, .encoders = encoders};
    }
    /// Converts, verifies and writes the output to the path `out`.
    Result<ConvertReport> convert(WorkerPool &pool, const Wish &wish, JobControl *control = nullptr);

    QTemporaryDir m_folder;
    WorkerPool::Usage m_usage; ///< of the last conversion
    WorkerPool m_pool{settings(pretended)};
};

void TestHardwareEncoder::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is needed to make the clips.");
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=322x242:r=25:d=2,noise=alls=6 -f lavfi -i sine=d=2 -pix_fmt yuv420p "
                     u"-c:v ffv1 %1"_s.arg(path(u"source.mkv"_s))));
}

Result<ConvertReport> TestHardwareEncoder::convert(WorkerPool &pool, const Wish &wish, JobControl *control)
{
    const InputFile input = InputFile::fromPath(path(wish.source));
    QVariantMap options = optionsFor(u"video", {{u"codec"_s, wish.codec}, {u"quality"_s, wish.quality}}).map();
    options.insert(u"encoder"_s, wish.encoder);
    const FileDescriptor staged = emptyFile();
    JobControl own;
    JobControl &used = control ? *control : own;
    used.setThreads(wish.threads);
    const CallHandlers handlers{.openOutput = [&](qint64) -> Result<int> { return staged.fd(); }};
    Result<ConvertReport> report = pool.convert(
        u"video"_s, {.input = input.input(), .options = OptionValues(options), .extension = wish.extension}, used, handlers,
        &(m_usage = {}));
    if (!report)
        return report;
    const FileDescriptor written = reopenReadOnly(staged.fd());
    if (const Result<void> verified = pool.verify(u"video"_s, written.fd(), report->outputs.at(0), own); !verified)
        return verified.error();
    QFile file(path(u"out"_s));
    QFile from;
    if (!from.open(written.fd(), QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly) || !from.seek(0))
        return Error{};
    file.write(from.readAll());
    return report;
}

void TestHardwareEncoder::working_areThoseThatEncode()
{
    QCOMPARE(m_pool.workingEncoders(), honest);
    QElapsedTimer again;
    again.start();
    QCOMPARE(m_pool.workingEncoders(), honest);
    QVERIFY2(again.elapsed() < 20, "it is tried once a session");
}

void TestHardwareEncoder::working_hangingDriver_isGivenUp()
{
    const std::array hanging{HardwareEncoder{"h264_hanging", {}}, HardwareEncoder{"h264_pretend", {}}};
    WorkerPool pool(settings(hanging));
    std::thread asking([&pool] { pool.workingEncoders(); });
    QTest::qWait(300);
    QElapsedTimer ending;
    ending.start();
    pool.stopTrying();
    asking.join();
    QVERIFY2(ending.elapsed() < 3000, qPrintable(QString::number(ending.elapsed())));
    WorkerSettings hasty = settings(hanging);
    hasty.trialSeconds = 1;
    WorkerPool patient(hasty);
    ending.restart();
    QCOMPARE(patient.workingEncoders(), QStringList()); // the second is behind the same driver
    QVERIFY2(ending.elapsed() < 6'000, qPrintable(QString::number(ending.elapsed())));
}

// Whoever waits for the first trial of a driver that hangs.
void TestHardwareEncoder::working_hangingDriver_cancelledJobEnds()
{
    const std::array hanging{HardwareEncoder{"h264_hanging", {}}};
    WorkerPool pool(settings(hanging));
    JobControl control;
    QElapsedTimer sinceCancel;
    QTimer::singleShot(300, this, [&] {
        sinceCancel.start();
        control.cancel();
    });
    auto job = std::async(std::launch::async, [&] { return convert(pool, {.encoder = u"hanging"_s}, &control); });
    QTRY_COMPARE_WITH_TIMEOUT(job.wait_for(std::chrono::seconds(0)), std::future_status::ready, 20'000);
    QVERIFY2(sinceCancel.elapsed() < 2000, qPrintable(QString::number(sinceCancel.elapsed())));
    const Result<ConvertReport> report = job.get();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
}

void TestHardwareEncoder::working_noDevice_nothingIsStarted()
{
    if (!hardwareDevices().empty())
        QSKIP("This computer has a graphics chip.");
    WorkerPool pool({.program = "/nonexistent"});
    QElapsedTimer asking;
    asking.start();
    QCOMPARE(pool.workingEncoders(), QStringList());
    QVERIFY(asking.elapsed() < 50);
}

/// The real encoder process and libav's real encoders, where no driver is.
void TestHardwareEncoder::working_noDriver_quicklyNone()
{
    if (!hardwareDevices().empty())
        QSKIP("This computer has a graphics chip.");
    std::vector<HardwareEncoder> all(hardwareEncoders().begin(), hardwareEncoders().end());
    for (HardwareEncoder &one : all)
        one.devices.clear();
    WorkerPool pool({.program = toPath(qEnvironmentVariable("CONVOY_BIN")) / "convoy-worker", .encoders = all});
    QElapsedTimer asking;
    asking.start();
    QCOMPARE(pool.workingEncoders(), QStringList());
    QVERIFY2(asking.elapsed() < 5000, qPrintable(QString::number(asking.elapsed())));
}

void TestHardwareEncoder::offered_onlyWhatWorks()
{
    const ConverterInfo &video = *findConverter(u"video");
    const auto choices = [&video](const QStringList &working, const QString &chosen = {}) {
        for (const OptionSpec &spec : offeredOptions(video, working, chosen)) {
            if (spec.key == "encoder"_L1)
                return spec.choices.size() == spec.choiceLabels.size() ? spec.choices : QStringList{u"labels"_s};
        }
        return QStringList();
    };
    QCOMPARE(choices({}), QStringList());
    QCOMPARE(choices({u"h264_vaapi"_s}), QStringList({u"software"_s, u"automatic"_s, u"vaapi"_s}));
    QCOMPARE(choices({}, u"nvenc"_s), QStringList({u"software"_s, u"nvenc"_s}));
    QCOMPARE(offeredOptions(video, {}).size() + 1, video.schema.size());
    QCOMPARE(offeredOptions(*findConverter(u"image"), {}).size(), findConverter(u"image")->schema.size());
}

void TestHardwareEncoder::convert_asSoftwareDoes_data()
{
    QTest::addColumn<QString>("encoder");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("threads");
    // Each with each of the others at least once.
    QTest::newRow("pretend, mkv, 1") << u"pretend"_s << u"mkv"_s << 1;
    QTest::newRow("pretend, mp4, 3") << u"pretend"_s << u"mp4"_s << 3;
    QTest::newRow("planes, mkv, 3") << u"planes"_s << u"mkv"_s << 3;
    QTest::newRow("planes, mp4, 1") << u"planes"_s << u"mp4"_s << 1;
    QTest::newRow("automatic, mkv, 1") << u"automatic"_s << u"mkv"_s << 1;
    QTest::newRow("automatic, mp4, 3") << u"automatic"_s << u"mp4"_s << 3;
}

void TestHardwareEncoder::convert_asSoftwareDoes()
{
    QFETCH(QString, encoder);
    QFETCH(QString, extension);
    QFETCH(int, threads);
    const Result<ConvertReport> report = convert(m_pool, {.encoder = encoder, .extension = extension, .threads = threads});
    QVERIFY2(bool(report), report ? "" : qPrintable(report.error().message + report.error().detail));
    QCOMPARE(report->warnings, QStringList());
    QCOMPARE(countFrames(path(u"out"_s), "v:0"), 50);
    QVERIFY(countFrames(path(u"out"_s), "a:0") > 0);
    const double decibels = psnr(path(u"source.mkv"_s), path(u"out"_s));
    QVERIFY2(decibels > 35, qPrintable(QString::number(decibels)));
    // The key frames are those of the other process, the times those of the source (Matroska has nothing before 0, and
    // the sound begins a little earlier).
    const QByteArrayList frames = probeEntries(path(u"out"_s), u"frame=media_type,key_frame,pts_time"_s).split('\n');
    int number = 0;
    double first = 0;
    for (const QByteArray &frame : frames) {
        if (!frame.startsWith("video"))
            continue;
        const QByteArrayList fields = frame.split(',');
        QCOMPARE(fields.at(1), number % 7 == 0 ? "1" : "0");
        first = number == 0 ? fields.at(2).toDouble() : first;
        QVERIFY2(first < 0.04 && std::abs(fields.at(2).toDouble() - first - number * 0.04) < 0.002, frame.constData());
        ++number;
    }
    QCOMPARE(number, 50);
}

void TestHardwareEncoder::convert_otherCodecs_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("extension");
    QTest::newRow("hevc mp4") << u"hevc"_s << u"mp4"_s;
    QTest::newRow("hevc mkv") << u"hevc"_s << u"mkv"_s;
    QTest::newRow("vp9 webm") << u"vp9"_s << u"webm"_s;
}

void TestHardwareEncoder::convert_otherCodecs()
{
    QFETCH(QString, codec);
    QFETCH(QString, extension);
    const Result<ConvertReport> report = convert(m_pool, {.encoder = u"pretend"_s, .codec = codec, .extension = extension});
    QVERIFY2(bool(report), report ? "" : qPrintable(report.error().message + report.error().detail));
    QVERIFY(probeEntries(path(u"out"_s), u"stream=codec_name"_s).startsWith(codec.toLatin1()));
    QCOMPARE(countFrames(path(u"out"_s), "v:0"), 50);
    const double decibels = psnr(path(u"source.mkv"_s), path(u"out"_s));
    QVERIFY2(decibels > 33, qPrintable(QString::number(decibels)));
}

void TestHardwareEncoder::convert_withoutIsolation()
{
    WorkerSettings loose = settings(std::span(pretended).subspan(4, 1));
    loose.isolation = Isolation::Thread;
    WorkerPool pool(loose);
    for (int i = 0; i < 2; ++i) {
        const Result<ConvertReport> report = convert(pool, {.encoder = u"pretend"_s});
        QVERIFY2(bool(report), report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(countFrames(path(u"out"_s), "v:0"), 50);
    }
}

// What reports say of a job is what it took from the machine, in both processes.
void TestHardwareEncoder::convert_encodersTime_isTheJobs()
{
    QVERIFY(convert(m_pool, {.encoder = u"software"_s}));
    const double alone = m_usage.cpuSeconds;
    QVERIFY(convert(m_pool, {.encoder = u"pretend"_s}));
    QVERIFY2(m_usage.cpuSeconds > alone / 2, qPrintable(u"%1 s of %2 s"_s.arg(m_usage.cpuSeconds).arg(alone)));
}

void TestHardwareEncoder::convert_quality_isNearTheSoftwares()
{
    QVERIFY(convert(m_pool, {.encoder = u"pretend"_s, .quality = 3}));
    const double low = psnr(path(u"source.mkv"_s), path(u"out"_s));
    QVERIFY(convert(m_pool, {.encoder = u"pretend"_s, .quality = 9}));
    const double high = psnr(path(u"source.mkv"_s), path(u"out"_s));
    QVERIFY(convert(m_pool, {.encoder = u"software"_s, .quality = 9}));
    const double software = psnr(path(u"source.mkv"_s), path(u"out"_s));
    QVERIFY2(high > low + 3 && std::abs(high - software) < 2, qPrintable(u"%1 %2 %3"_s.arg(low).arg(high).arg(software)));
}

void TestHardwareEncoder::convert_automatic_withoutHardware_saysSo()
{
    WorkerPool pool(settings({}));
    const Result<ConvertReport> report = convert(pool, {.encoder = u"automatic"_s});
    QVERIFY2(bool(report), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->warnings.size(), 1);
    QVERIFY(report->warnings.first().contains("software"_L1));
    QCOMPARE(countFrames(path(u"out"_s), "v:0"), 50);
}

/// The encoder works, but not on pictures of that size.
void TestHardwareEncoder::convert_automatic_tooSmallForIt_isInSoftware()
{
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=12x12:r=25:d=1 -pix_fmt yuv420p -c:v ffv1 %1"_s.arg(path(u"small.mkv"_s))));
    const Result<ConvertReport> report = convert(m_pool, {.encoder = u"automatic"_s, .source = u"small.mkv"_s});
    QVERIFY2(bool(report), report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->warnings.size(), 1);
    QCOMPARE(countFrames(path(u"out"_s), "v:0"), 25);
    const Result<ConvertReport> asked = convert(m_pool, {.encoder = u"pretend"_s, .source = u"small.mkv"_s});
    QVERIFY(!asked);
}

void TestHardwareEncoder::convert_missing_isRefused()
{
    const Result<ConvertReport> report = convert(m_pool, {.encoder = u"nvenc"_s});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::MissingTool);
    QVERIFY(report.error().message.contains("nvenc"_L1));
    QVERIFY(!m_pool.checkEncoder(u"video"_s, OptionValues({{u"encoder"_s, u"nvenc"_s}})));
    QVERIFY(m_pool.checkEncoder(u"video"_s, OptionValues({{u"encoder"_s, u"pretend"_s}})));
    QVERIFY(m_pool.checkEncoder(u"video"_s, OptionValues({{u"encoder"_s, u"automatic"_s}})));
    QVERIFY(m_pool.checkEncoder(u"image"_s, {}));
}

void TestHardwareEncoder::convert_wrongCodec_isRefused()
{
    const Result<ConvertReport> report = convert(m_pool, {.encoder = u"pretend"_s, .codec = u"theora"_s});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::MissingTool);
    const Result<ConvertReport> automatic = convert(m_pool, {.encoder = u"automatic"_s, .codec = u"theora"_s});
    QVERIFY(automatic);
    QCOMPARE(automatic->warnings.size(), 1);
}

void TestHardwareEncoder::convert_encoderCrashes_failsThatJobOnly()
{
    for (const int threads : {1, 3}) {
        const Result<ConvertReport> report = convert(m_pool, {.encoder = u"dying"_s, .threads = threads});
        QVERIFY(!report);
        QCOMPARE(errorKindName(report.error().kind), "worker-crashed"_L1);
        QVERIFY2(report.error().message.contains("hardware"_L1), qPrintable(report.error().message));
        QVERIFY(convert(m_pool, {.encoder = u"pretend"_s}));
    }
}

void TestHardwareEncoder::convert_encoderStalls_isCancelledAtOnce()
{
    QCOMPARE(m_pool.workingEncoders(), honest);
    for (const int threads : {1, 3}) {
        JobControl control;
        QElapsedTimer sinceCancel;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(1500));
            sinceCancel.start();
            control.cancel();
        });
        const Result<ConvertReport> report = convert(m_pool, {.encoder = u"stalling"_s, .threads = threads}, &control);
        canceller.join();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY2(sinceCancel.elapsed() < 1500, qPrintable(QString::number(sinceCancel.elapsed())));
    }
}

QTEST_GUILESS_MAIN(TestHardwareEncoder)
#include "tst_hardwareencoder.moc"
