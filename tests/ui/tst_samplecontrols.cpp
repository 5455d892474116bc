// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/converterinfo.h"
#include "core/worker/workerpool.h"
#include "support/temporaryhome.h"
#include "ui/preview/samplecontrols.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <fcntl.h>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// A trial by the real worker; what a player would be given is read back by another program.
class TestSampleControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        const QString program = qEnvironmentVariable("CONVOY_BIN") + u"/convoy-worker"_s;
        if (!QFileInfo(program).isExecutable())
            QSKIP("convoy-worker is not built");
        m_workers = std::make_unique<WorkerPool>(WorkerSettings{.program = toPath(program)});
        QVERIFY(m_workers->check());
        QVERIFY(ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=size=320x240:rate=25:duration=12"_s, u"-c:v"_s, u"mpeg4"_s},
                       u"clip.mp4"_s));
        QVERIFY(ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=3:sample_rate=44100"_s}, u"tone.wav"_s));
    }

    void init()
    {
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"file"_s, this, "opened");
    }

    void cleanup() { QDesktopServices::unsetUrlHandler(u"file"_s); }

    void play_givesTheSourceToThePlayer()
    {
        SampleControls controls;
        controls.present(sound(), MediaKind::Audio);
        click(controls, u"Play"_s);
        QCOMPARE(m_opened, QStringList{m_home.filePath(u"tone.wav"_s)});
    }

    void encodeAndPlay_givesWhatWasMadeToThePlayer()
    {
        SampleControls controls;
        controls.setWorkers(*m_workers);
        controls.present(sound(), MediaKind::Audio);
        click(controls, u"Encode and play"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 1, 30000);
        QVERIFY(m_opened.first().endsWith(u".flac"_s));
        QVERIFY(qAbs(seconds(m_opened.first()) - 3) < 0.01);
        QVERIFY2(figures(controls).startsWith(u"It would have "_s), qPrintable(figures(controls)));
    }

    /// Five seconds from where the slider stands, and what the whole would need from them.
    void encodeFiveSeconds_playsThatPart()
    {
        SampleControls controls;
        controls.setWorkers(*m_workers);
        controls.present(video(), MediaKind::Video);
        controls.setPlace(4, 12);
        click(controls, u"Encode 5 s and play"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 1, 60000);
        QVERIFY(m_opened.first().endsWith(u".mkv"_s));
        QVERIFY2(qAbs(seconds(m_opened.first()) - 5) < 0.1, qPrintable(QString::number(seconds(m_opened.first()))));
        QVERIFY2(figures(controls).startsWith(u"The whole file would have about "_s), qPrintable(figures(controls)));
    }

    void stop_endsTheTrial()
    {
        SampleControls controls;
        controls.setWorkers(*m_workers);
        controls.present(video(), MediaKind::Video);
        controls.setPlace(0, 12);
        click(controls, u"Encode 5 s and play"_s);
        QVERIFY(!button(controls, u"Estimate"_s)->isVisibleTo(&controls));
        QVERIFY(button(controls, u"Stop"_s)->isVisibleTo(&controls));
        click(controls, u"Stop"_s);
        QVERIFY(button(controls, u"Estimate"_s)->isVisibleTo(&controls));
        QVERIFY(figures(controls).isEmpty());
        // The next trial is served at once, and it alone.
        click(controls, u"Estimate"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!figures(controls).isEmpty() && !figures(controls).startsWith(u"Converting"_s), 60000);
        QVERIFY(m_opened.isEmpty());
    }

    void noPlayer_isSaid()
    {
        QDesktopServices::unsetUrlHandler(u"file"_s); // and this platform has nothing to open files with
        SampleControls controls;
        controls.present(sound(), MediaKind::Audio);
        click(controls, u"Play"_s);
        QCOMPARE(figures(controls), u"This desktop has no program that opens “tone.wav”."_s);
    }

    void failure_isSaid()
    {
        SampleControls controls;
        controls.setWorkers(*m_workers);
        SampleWish wish = sound();
        wish.file = toPath(m_home.filePath(u"gone.wav"_s));
        controls.present(wish, MediaKind::Audio);
        click(controls, u"Estimate"_s);
        QTRY_COMPARE(figures(controls), u"This file cannot be read."_s);
        QVERIFY(button(controls, u"Estimate"_s)->isVisibleTo(&controls));
    }

    /// Nothing is left behind by a window that is killed and has tried nothing, nor by one that ends.
    void folder_isThereWhileItIsNeeded()
    {
        const QTemporaryDir folder;
        const QDir place(folder.path());
        const auto entries = [&place] { return place.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(); };
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/proc"); // nothing can be made there
        {
            SampleControls controls;
            controls.setWorkers(*m_workers);
            controls.present(sound(), MediaKind::Audio);
            click(controls, u"Estimate"_s);
            QTRY_COMPARE(figures(controls), u"There is no room for a sample in the folder for temporary files."_s);
            qputenv("TMPDIR", folder.path().toUtf8());
            QCOMPARE(entries(), 0);
            click(controls, u"Estimate"_s);
            QTRY_VERIFY_WITH_TIMEOUT(figures(controls).startsWith(u"It would"_s), 30000);
            QCOMPARE(entries(), 1);
        }
        QCOMPARE(entries(), 0);
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    }

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened << url.toLocalFile(); }

private:
    bool ffmpeg(QStringList arguments, const QString &name)
    {
        arguments << u"-y"_s << m_home.filePath(name);
        return QProcess::execute(u"ffmpeg"_s, QStringList{u"-v"_s, u"error"_s} + arguments) == 0;
    }

    /// How long a file is, as ffprobe reads it.
    static double seconds(const QString &file)
    {
        QProcess probe;
        probe.start(u"ffprobe"_s,
                    {u"-v"_s, u"error"_s, u"-show_entries"_s, u"format=duration"_s, u"-of"_s, u"csv=p=0"_s, file});
        return probe.waitForFinished() ? probe.readAllStandardOutput().trimmed().toDouble() : -1;
    }

    SampleWish wish(const QString &name, const QString &converter, const QString &extension)
    {
        const Path path = toPath(m_home.filePath(name));
        const FileDescriptor input(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        JobControl control;
        const auto info = m_workers->probe(
            converter, {.fd = input.fd(), .path = toBytes(path), .size = QFileInfo(m_home.filePath(name)).size()}, control);
        return {.converter = converter,
                .file = path,
                .info = info ? *info : MediaInfo(),
                .options = OptionValues(defaults(converter)),
                .extension = extension};
    }

    static QVariantMap defaults(const QString &converter)
    {
        QVariantMap values;
        for (const OptionSpec &spec : findConverter(converter)->schema)
            values.insert(spec.key, spec.defaultValue);
        return values;
    }

    SampleWish sound() { return wish(u"tone.wav"_s, u"audio"_s, u"flac"_s); }
    SampleWish video() { return wish(u"clip.mp4"_s, u"video"_s, u"mkv"_s); }

    static QToolButton *button(const SampleControls &controls, const QString &text)
    {
        const QList<QToolButton *> buttons = controls.findChildren<QToolButton *>();
        const auto found = std::ranges::find(buttons, text, &QToolButton::text);
        return found == buttons.end() ? nullptr : *found;
    }

    static void click(const SampleControls &controls, const QString &text)
    {
        QVERIFY(button(controls, text));
        button(controls, text)->click();
    }

    static QString figures(const SampleControls &controls) { return controls.findChild<QLabel *>()->text(); }

    TemporaryHome m_home;
    std::unique_ptr<WorkerPool> m_workers;
    QStringList m_opened;
};

QTEST_MAIN(TestSampleControls)
#include "tst_samplecontrols.moc"
