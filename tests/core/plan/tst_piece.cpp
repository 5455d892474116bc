// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/cuekeys.h"
#include "core/plan/piece.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

ContainedFile track(QVariantMap options)
{
    return {"image.wav", std::move(options), {}};
}

/// A disc with `hidden` frames before its first track, three tracks, and a pause before the second.
std::vector<ContainedFile> disc(qint64 hidden)
{
    return {
        track({{CueKey::start, 0}, {CueKey::nextStart, hidden}, {CueKey::isHidden, true}}),
        track({{CueKey::gap, 0}, {CueKey::start, hidden}, {CueKey::nextGap, 2000}, {CueKey::nextStart, 2100}}),
        track({{CueKey::gap, 2000}, {CueKey::start, 2100}, {CueKey::nextStart, 3000}}),
        track({{CueKey::start, 3000}}),
        track({{CueKey::isImage, true}, {u"cuesheet"_s, u"text"_s}}),
    };
}

QString places(const std::vector<ContainedFile> &files)
{
    QStringList text;
    for (const ContainedFile &file : files)
        text.append(file.options.value(CueKey::start).toString() + u'-' + file.options.value(CueKey::nextStart).toString());
    return text.join(u' ');
}

void touch(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

} // namespace

class TestPiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choose_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<qint64>("hidden");
        QTest::addColumn<QString>("expected");
        QTest::newRow("append") << u"append"_s << qint64(33) << u"0-2100 2100-3000 3000-"_s;
        QTest::newRow("append, a hidden track") << u"append"_s << qint64(500) << u"0-500 500-2100 2100-3000 3000-"_s;
        QTest::newRow("prepend") << u"prepend"_s << qint64(500) << u"0-2000 2000-3000 3000-"_s;
        QTest::newRow("discard") << u"discard"_s << qint64(500) << u"500-2000 2100-3000 3000-"_s;
        QTest::newRow("image") << u"image"_s << qint64(500) << u"0-"_s;
    }

    void choose()
    {
        QFETCH(const QString, rule);
        QFETCH(const qint64, hidden);
        const std::vector<ContainedFile> chosen = chosenContents(disc(hidden), cueRuleFromName(rule));
        QTEST(places(chosen), "expected");
        QCOMPARE(chosen.back().options.contains(u"cuesheet"_s), rule == "image"_L1);
    }

    void choose_pauseInTheFileBefore()
    {
        // A file a track, pauses at the ends of the files, as EAC writes such sheets.
        const std::vector<ContainedFile> files{
            {"1.wav", {{CueKey::start, 0}, {CueKey::nextGap, 900}}, {}},
            {"2.wav", {{CueKey::start, 0}}, {}},
        };
        QCOMPARE(places(chosenContents(files, CueRule::Append)), u"0- 0-"_s);
        QCOMPARE(places(chosenContents(files, CueRule::Prepend)), u"0- 0-"_s);
        QCOMPARE(places(chosenContents(files, CueRule::Discard)), u"0-900 0-"_s);
    }

    void choose_hiddenTrackInAFileOfItsOwn()
    {
        const std::vector<ContainedFile> files{
            {"0.wav", {{CueKey::start, 0}, {CueKey::isHidden, true}}, {}},
            {"1.wav", {{CueKey::start, 0}}, {}},
        };
        QCOMPARE(places(chosenContents(files, CueRule::Append)), u"0- 0-"_s);
        QCOMPARE(places(chosenContents(files, CueRule::Prepend)), u"0- 0-"_s);
        QCOMPARE(chosenContents(files, CueRule::Discard).front().path, QByteArray("1.wav"));
    }

    void choose_otherIndex()
    {
        const std::vector<ContainedFile> files{{"DICOM/1", {}, {{u"title"_s, u"x"_s}}}};
        QCOMPARE(chosenContents(files, CueRule::Discard), files);
    }

    // Checksums of the disc's database are of its tracks, not of pauses that go elsewhere.
    void settle_saysTheDiscsTrack_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("expected");
        QTest::newRow("append") << u"append"_s << u"0:33-2100 1:0-0 2:0-0"_s;
        QTest::newRow("prepend") << u"prepend"_s << u"0:33-2100 1:2100-3000 2:0-0"_s;
        QTest::newRow("discard") << u"discard"_s << u"0:33-2100 1:0-0 2:0-0"_s;
    }
    void settle_saysTheDiscsTrack()
    {
        QFETCH(const QString, rule);
        QStringList found;
        for (const ContainedFile &file : chosenContents(disc(33), cueRuleFromName(rule))) {
            Piece piece{.options = file.options};
            MediaInfo info{.durationMs = 60'000, .sampleRate = 75, .cpuSeconds = 10};
            QVERIFY(settlePiece(piece, info));
            found.append(u"%1:%2-%3"_s.arg(found.size())
                             .arg(piece.options.value(u"track_start"_s).toLongLong())
                             .arg(piece.options.value(u"track_end"_s).toLongLong()));
        }
        QTEST(found.join(u' '), "expected");
    }

    void settle_cutsInSamples_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("end");
        QTest::newRow("CD") << 44100 << qint64(588 * 100) << qint64(588 * 301);
        QTest::newRow("96 kHz") << 96000 << qint64(1280 * 100) << qint64(1280 * 301);
        QTest::newRow("8 kHz, rounded") << 8000 << qint64(10667) << qint64(32107);
    }

    void settle_cutsInSamples()
    {
        QFETCH(const int, rate);
        Piece piece{.options = {{CueKey::start, 100}, {CueKey::nextStart, 301}}, .tags = {{u"title"_s, u"B"_s}}};
        MediaInfo info{.durationMs = 10000, .sampleRate = rate, .cpuSeconds = 10, .tags = {{u"title"_s, u"A"_s}}};
        QVERIFY(settlePiece(piece, info));
        QTEST(piece.options.value(u"cut_start"_s).toLongLong(), "start");
        QTEST(piece.options.value(u"cut_end"_s).toLongLong(), "end");
        QVERIFY(!piece.options.contains(QString(CueKey::start)));
        QCOMPARE(info.tags.value(u"title"_s), u"B"_s);
        QCOMPARE(info.durationMs, (301 - 100) * 1000 / 75 - 0);
        QVERIFY(info.cpuSeconds < 3);
    }

    void settle_wholeFileIsNotCut()
    {
        Piece piece{.options = {{CueKey::start, 0}}};
        MediaInfo info{.durationMs = 1000, .sampleRate = 44100};
        QVERIFY(settlePiece(piece, info));
        QVERIFY(piece.options.isEmpty());
        QCOMPARE(info.durationMs, 1000);
    }

    void settle_behindTheEnd()
    {
        Piece piece{.options = {{CueKey::start, 75 * 60}}};
        MediaInfo info{.durationMs = 59000, .sampleRate = 44100};
        const Result<void> settled = settlePiece(piece, info);
        QVERIFY(!settled);
        QCOMPARE(settled.error().kind, ErrorKind::DamagedInput);
    }

    void options_tagsAndCut()
    {
        const Piece piece{.options = {{u"cut_start"_s, 588}, {u"cut_end"_s, 1176}},
                          .tags = {{u"track"_s, u"3"_s},
                                   {u"title"_s, u"T"_s},
                                   {u"isrc"_s, u"nonsense"_s},
                                   {u"compilation"_s, u"1"_s},
                                   {u"barcode"_s, u"0724349910152"_s}}};
        const Result<QJsonObject> values = pieceOptions(*findConverter(u"audio"), piece);
        QVERIFY(values);
        QCOMPARE(values->value("cut_start"_L1).toInteger(), 588);
        QCOMPARE(values->value("tracknumber"_L1).toString(), u"3"_s);
        QCOMPARE(values->value("title"_L1).toString(), u"T"_s);
        QVERIFY(values->value("compilation"_L1).toBool());
        QVERIFY(!values->contains("isrc"_L1));
        const QJsonArray more = values->value("tags"_L1).toArray();
        QVERIFY(more.contains(u"BARCODE=0724349910152"_s));
        QVERIFY(more.contains(u"CUESHEET="_s)); // the image's own is wrong for a track
        QVERIFY(completeOptions(findConverter(u"audio")->schema, *values, {}));
    }

    void options_converterThatCannotCut()
    {
        const Result<QJsonObject> values = pieceOptions(*findConverter(u"tool"), {.options = {{u"cut_start"_s, 588}}});
        QVERIFY(!values);
        QCOMPARE(values.error().kind, ErrorKind::UnsupportedFormat);
    }

    void find_data()
    {
        QTest::addColumn<QStringList>("there");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("found");
        QTest::newRow("exact") << QStringList{u"A.wav"_s, u"a.wav"_s} << u"A.wav"_s << u"A.wav"_s;
        QTest::newRow("case") << QStringList{u"IMAGE.WAV"_s} << u"image.wav"_s << u"IMAGE.WAV"_s;
        QTest::newRow("extension") << QStringList{u"image.flac"_s} << u"image.wav"_s << u"image.flac"_s;
        QTest::newRow("best extension") << QStringList{u"image.mp3"_s, u"Image.FLAC"_s} << u"image.ape"_s << u"Image.FLAC"_s;
        QTest::newRow("unicode form") << QStringList{u"é.wav"_s.normalized(QString::NormalizationForm_D)} << u"é.wav"_s
                                      << u"é.wav"_s.normalized(QString::NormalizationForm_D);
        QTest::newRow("sheet's name") << QStringList{u"disc.flac"_s} << u"CDImage.wav"_s << u"disc.flac"_s;
        QTest::newRow("folder") << QStringList{u"CD1/image.wav"_s} << u"cd1/Image.wav"_s << u"CD1/image.wav"_s;
        QTest::newRow("folder of another computer")
            << QStringList{u"image.flac"_s} << u"Ada/Loops/Image.wav"_s << u"image.flac"_s;
        QTest::newRow("missing") << QStringList{u"other.wav"_s} << u"image.wav"_s << QString();
        QTest::newRow("no sound") << QStringList{u"disc.txt"_s} << u"image.wav"_s << QString();
    }

    void find()
    {
        QFETCH(const QStringList, there);
        QFETCH(const QString, named);
        QFETCH(const QString, found);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"CD1"_s));
        for (const QString &name : there)
            touch(folder.filePath(name));
        const std::optional<Path> path = findContained(toPath(folder.filePath(u"disc.cue"_s)), named.toUtf8(), true);
        QCOMPARE(path ? displayName(path->lexically_relative(toPath(folder.path()))) : QString(), found);
        const QByteArrayView row(QTest::currentDataTag());
        if (row == "sheet's name" || row.startsWith("folder of another"))
            QVERIFY(!findContained(toPath(folder.filePath(u"disc.cue"_s)), named.toUtf8(), false));
    }
};

QTEST_APPLESS_MAIN(TestPiece)
#include "tst_piece.moc"
