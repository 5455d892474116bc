// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/toolprofile.h"
#include "support/otherprograms.h"

#include <QStandardPaths>
#include <QTest>

using namespace convoy::test;

namespace {

/// What an independent program says, without the line end.
QByteArray ask(const QString &name, const QStringList &arguments)
{
    return program(name, arguments).trimmed();
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

/// The built-in tool profiles with the programs that they are for.
class TestCliRealTools : public QObject
{
    Q_OBJECT

private:
    static QString data(const QString &name) { return qEnvironmentVariable("CONVOY_TEST_DATA") + u'/' + name; }

    static Run convert(const CliPlace &place, const QString &profile, const QStringList &more)
    {
        return place.run(QStringList{u"convert"_s, u"--profile"_s, profile, u"--output-dir"_s, u"out"_s} + more);
    }

    /// Colour of the middle of a plain picture, 0 … 255.
    static int middleGray(const QString &picture)
    {
        return ask(u"/usr/bin/convert"_s,
                   {picture, u"-colorspace"_s, u"Gray"_s, u"-depth"_s, u"8"_s, u"-format"_s,
                    u"%[fx:round(255*p{20,20}.intensity)]"_s, u"info:"_s})
            .toInt();
    }

    static void addGrayPicture(const CliPlace &place)
    {
        place.add("gray.ppm", "P6\n40 30\n255\n" + QByteArray(40 * 30 * 3, char(100)));
    }

private Q_SLOTS:
    void wc_countsAreColumns()
    {
        const CliPlace place;
        place.add("in/small.txt", "one two\n");
        place.add("in/large.txt", "a b c\nd e\n" + QByteArray("wörter ").repeated(1000) + "\n");
        place.add("in/none.txt", "");
        const Run run = convert(place, u"tool-wc"_s, {u"--report"_s, u"r.csv"_s, u"--report"_s, u"r.json"_s, u"in"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        // An independent reader of tables, and numbers that sort as numbers.
        const QByteArray rows = ask(u"/usr/bin/python3"_s,
                                    {u"-c"_s,
                                     u"import csv,os\n"
                                     "rows=list(csv.DictReader(open('%1',newline='',encoding='utf-8')))\n"
                                     "rows.sort(key=lambda r:-int(r['lines']))\n"
                                     "print(';'.join(os.path.basename(r['input'])+' '+r['lines']+' '+r['words']+' '+"
                                     "r['characters'] for r in rows))"_s.arg(place.path(u"r.csv"_s))});
        QCOMPARE(rows, QByteArray("large.txt 3 1005 7011;small.txt 1 2 8;none.txt 0 0 0"));
        QVERIFY(CliPlace::read(place.path(u"r.csv"_s))
                    .contains("error_message,lines,words,characters\r\n")); // as in the profile
        for (const QJsonValue &job : readJson(place.path(u"r.json"_s)).value("jobs"_L1).toArray())
            QVERIFY(job["columns"_L1]["lines"_L1].isDouble());
    }

    void flac_decodesToTheSame()
    {
        if (!isInstalled(u"flac"_s))
            QSKIP("flac is not installed");
        const CliPlace place;
        place.add("a b.wav", noiseWave(1));
        const Run run = convert(place, u"tool-flac"_s, {u"a b.wav"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        QVERIFY(isWholeFlac(place.path(u"out/a b.flac"_s)));
        QCOMPARE(QProcess::execute(u"flac"_s,
                                   {u"-d"_s, u"-s"_s, u"-o"_s, place.path(u"back.wav"_s), place.path(u"out/a b.flac"_s)}),
                 0);
        QCOMPARE(CliPlace::read(place.path(u"back.wav"_s)), CliPlace::read(place.path(u"a b.wav"_s)));
    }

    void ffmpeg_writesTheoraAndVorbis_data()
    {
        QTest::addColumn<QString>("start");
        QTest::newRow("from the beginning") << u"0"_s;
        QTest::newRow("from a second") << u"1"_s;
    }
    void ffmpeg_writesTheoraAndVorbis()
    {
        QFETCH(QString, start);
        if (!isInstalled(u"ffmpeg"_s))
            QSKIP("ffmpeg is not installed");
        const CliPlace place;
        QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                                   {u"-nostdin"_s, u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                    u"testsrc=s=160x120:d=3"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=3"_s, u"-c:v"_s,
                                    u"mpeg4"_s, u"-c:a"_s, u"aac"_s, place.path(u"clip.mp4"_s)}),
                 0);
        QJsonObject profile = QJsonDocument::fromJson(place.run({u"profiles"_s, u"show"_s, u"tool-ffmpeg"_s}).out).object();
        QJsonObject options = profile.value("options"_L1).toObject();
        QJsonArray command = options.value("command"_L1).toArray();
        const qsizetype offset = command.toVariantList().indexOf(u"-ss"_s) + 1;
        QVERIFY(offset > 0);
        command[offset] = start;
        options.insert(u"command"_s, command);
        profile.insert(u"options"_s, options);
        profile.insert(u"id"_s, u"cut"_s);
        place.add("cut.json", QJsonDocument(profile).toJson());
        const Run run = convert(place, u"cut.json"_s, {u"clip.mp4"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        const QString output = place.path(u"out/clip.mkv"_s);
        QCOMPARE(ask(u"ffprobe"_s,
                     {u"-v"_s, u"error"_s, u"-show_entries"_s, u"stream=codec_name"_s, u"-of"_s, u"csv=p=0"_s, output}),
                 QByteArray("theora\nvorbis"));
        const double seconds = ask(u"ffprobe"_s,
                                   {u"-v"_s, u"error"_s, u"-show_entries"_s, u"format=duration"_s, u"-of"_s, u"csv=p=0"_s,
                                    output})
                                   .toDouble();
        QVERIFY2(qAbs(seconds - (3 - start.toDouble())) < 0.2, qPrintable(QString::number(seconds)));
    }

    void convert_appliesGamma()
    {
        if (!isInstalled(u"convert"_s))
            QSKIP("imagemagick is not installed");
        const CliPlace place;
        addGrayPicture(place);
        const Run run = convert(place, u"tool-convert-gamma"_s, {u"gray.ppm"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        // 255 · (100 / 255)^(1 / 1.6) = 142
        const int gray = middleGray(place.path(u"out/gray.jpg"_s));
        QVERIFY2(qAbs(gray - 142) <= 3, qPrintable(QString::number(gray)));
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QByteArray>("described");
        QTest::newRow("libjpeg-turbo-progs") << u"cjpeg"_s << u"jpg"_s << QByteArray("JPEG 40x30");
        QTest::newRow("webp") << u"cwebp"_s << u"webp"_s << QByteArray("WEBP 40x30");
    }
    void pictures()
    {
        QFETCH(QString, program);
        QFETCH(QString, extension);
        QFETCH(QByteArray, described);
        if (!isInstalled(program))
            QSKIP("The package is not installed.");
        const CliPlace place;
        addGrayPicture(place);
        const Run run = convert(place, u"tool-"_s + program, {u"gray.ppm"_s});
        QVERIFY2(run.status == 0, run.err.constData());
        const QString output = place.path(u"out/gray."_s + extension);
        QCOMPARE(ask(u"identify"_s, {u"-format"_s, u"%m %wx%h"_s, output}), described);
        QVERIFY(qAbs(middleGray(output) - 100) <= 2);
    }

    void tools_sayWhyTheyFail_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("program");
        for (const char *tool : {"flac", "ffmpeg", "cjpeg", "cwebp"})
            QTest::newRow(tool) << u"tool-"_s + QString::fromLatin1(tool) << QString::fromLatin1(tool);
        QTest::newRow("convert") << u"tool-convert-gamma"_s << u"convert"_s;
    }
    void tools_sayWhyTheyFail()
    {
        QFETCH(QString, profile);
        QFETCH(QString, program);
        if (!isInstalled(program))
            QSKIP("it is not installed");
        const CliPlace place;
        place.add("in/bad.wav", "this is no such file");
        const Run run = convert(place, profile, {u"--report"_s, u"r.json"_s, u"in/bad.wav"_s});
        QCOMPARE(run.status, 1);
        const QJsonObject error = readJson(place.path(u"r.json"_s)).value("jobs"_L1)[0]["error"_L1].toObject();
        QCOMPARE(error.value("kind"_L1).toString(), u"tool-failed"_s);
        QVERIFY(!error.value("detail"_L1).toString().isEmpty());
        QCOMPARE(place.files(u"out"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliRealTools)
#include "tst_cli_realtools.moc"
