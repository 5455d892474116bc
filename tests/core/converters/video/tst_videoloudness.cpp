// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ffmpegtool.h"

#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Heard {
    double lufs = 0;
    double peak = 0;
};

/// As ffmpeg's own meter has it.
Heard heard(const QString &path, const QString &track = u"0:a:0"_s)
{
    const QByteArray said = runTool(u"ffmpeg -nostdin -i %1 -map %2 -af ebur128=peak=true -f null -"_s.arg(path, track)).err;
    const auto number = [&said](const char *name) {
        const QByteArray summary = said.mid(said.lastIndexOf("Summary:"));
        const qsizetype at = summary.indexOf(name);
        return summary.mid(at + qstrlen(name)).trimmed().split(' ').first().toDouble();
    };
    return {number("I:"), number("Peak:")};
}

} // namespace

/// EBU R 128, judged by another meter than the converter's.
class TestVideoLoudness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLayout_data();
    void everyLayout();
    void everyTrack();
    void peaks_areNotClipped();
    void silence_staysSilent();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestVideoLoudness::initTestCase()
{
    if (!hasFfmpeg())
        QSKIP("ffmpeg is not installed.");
}

void TestVideoLoudness::everyLayout_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("extension");
    for (const char *layout : {"mono", "stereo", "2.1", "quad", "5.0", "5.1", "6.1", "7.1"}) {
        for (const char *extension : {"flac", "opus", "mp3"})
            QTest::addRow("%s in %s", layout, extension) << QString::fromLatin1(layout) << QString::fromLatin1(extension);
    }
}

// Also where the encoder gets another layout than the source has (MP3 has two channels).
void TestVideoLoudness::everyLayout()
{
    QFETCH(QString, layout);
    QFETCH(QString, extension);
    const QString source = path(layout + u".mkv"_s);
    if (!QFile::exists(source)) {
        QStringList noises;
        QString joined;
        const int channels = layout == "mono"_L1 ? 1
            : layout == "stereo"_L1              ? 2
            : layout == "quad"_L1
            ? 4
            : int(std::lround(layout.section(u'.', 0, 0).toInt() + layout.section(u'.', 1, 1).toInt()));
        for (int i = 0; i < channels; ++i) {
            noises << u"-f"_s << u"lavfi"_s << u"-i"_s << u"anoisesrc=c=pink:d=5:r=48000:a=0.05:seed=%1"_s.arg(i + 1);
            joined += u"[%1]"_s.arg(i);
        }
        QVERIFY(makeClip(noises
                         + QStringList{u"-filter_complex"_s,
                                       joined + u"join=inputs=%1:channel_layout=%2"_s.arg(channels).arg(layout), u"-c:a"_s,
                                       u"flac"_s, source}));
    }
    const QString target = path(u"heard."_s + extension);
    const VideoTrial run(source, target, {.options = {{u"loudness"_s, -23}}, .extension = extension});
    QVERIFY2(run.ok(), run.complaint().constData());
    const double lufs = heard(target).lufs;
    QVERIFY2(std::abs(lufs + 23) <= 0.5, qPrintable(QString::number(lufs)));
}

void TestVideoLoudness::everyTrack()
{
    const QString source = path(u"tracks.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i testsrc2=s=64x48:r=25:d=5 -f lavfi -i sine=1000:d=5:r=48000,volume=0.1 -f lavfi "
                     u"-i anoisesrc=c=pink:d=5:r=44100:a=0.5 -map 0 -map 1 -map 2 -c:a flac %1"_s.arg(source)));
    for (const double offset : {0.0, 1.3}) {
        const QString target = path(u"tracks-out.mkv"_s);
        const VideoTrial run(source, target, {.options = {{u"loudness"_s, -16}, {u"offset"_s, offset}}});
        QVERIFY2(run.ok(), run.complaint().constData());
        for (const QString &track : {u"0:a:0"_s, u"0:a:1"_s}) {
            const double lufs = heard(target, track).lufs;
            QVERIFY2(std::abs(lufs + 16) <= 0.5, qPrintable(QString::number(lufs)));
        }
    }
}

void TestVideoLoudness::peaks_areNotClipped()
{
    const QString source = path(u"peak.mkv"_s);
    QVERIFY(makeClip(u"-f lavfi -i aevalsrc=0.02*sin(3000*t)+if(between(t\\,2\\,2.001)\\,0.9\\,0):d=5:s=48000 -c:a flac "
                     u"%1"_s.arg(source)));
    const QString target = path(u"peak.flac"_s);
    const VideoTrial run(source, target, {.options = {{u"loudness"_s, -16}}, .extension = u"flac"_s});
    QVERIFY2(run.ok(), run.complaint().constData());
    const Heard found = heard(target);
    QVERIFY2(found.peak <= -0.8 && found.peak >= -1.5, qPrintable(QString::number(found.peak)));
    QVERIFY(found.lufs < -20);
}

void TestVideoLoudness::silence_staysSilent()
{
    for (const QString &sound : {u"anullsrc=r=48000:d=2"_s, u"sine=1000:d=0.2"_s}) {
        const QString source = path(u"silence.mkv"_s);
        QVERIFY(makeClip(u"-f lavfi -i %1 -c:a flac %2"_s.arg(sound, source)));
        const QString target = path(u"silence.flac"_s);
        const VideoTrial run(source, target, {.options = {{u"loudness"_s, -16}}, .extension = u"flac"_s});
        QVERIFY2(run.ok(), run.complaint().constData());
        const double was = heard(source).peak;
        const double is = heard(target).peak;
        QVERIFY2(was == is || std::abs(was - is) < 0.15, qPrintable(u"%1, %2"_s.arg(was).arg(is)));
    }
}

QTEST_GUILESS_MAIN(TestVideoLoudness)
#include "tst_videoloudness.moc"
