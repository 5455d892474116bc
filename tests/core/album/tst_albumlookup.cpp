// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumgroup.h"
#include "core/album/albumlookup.h"
#include "core/plan/cuekeys.h"
#include "core/worker/workerpool.h"
#include "support/fakeservice.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QtEndian>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// The example of https://musicbrainz.org/doc/Disc_ID_Calculation.
const DiscToc documented{{150, 15363, 32314, 46592, 63414, 80489}, 95462};
const DiscToc threeTracks{{150, 375, 600}, 825};

QByteArray jpegBytes()
{
    return QByteArray("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00", 11) + QByteArray(500, 'x');
}

} // namespace

class TestAlbumLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<FakeService>();
        m_lookup = makeLookup();
    }

    void cleanup()
    {
        m_lookup.reset();
        m_service.reset();
    }

    void discId_isTheDocumented()
    {
        QCOMPARE(musicBrainzDiscId(documented), u"49HHV7Eb8UKF3aQiNmu1GR8vKTY-"_s);
        QCOMPARE(tocParameter(documented), u"1+6+95462+150+15363+32314+46592+63414+80489"_s);
        QCOMPARE(tocFromText(tocText(documented)), documented);
    }

    void ids_ofKnownDiscs_data()
    {
        QTest::addColumn<QList<int>>("offsets");
        QTest::addColumn<int>("leadOut");
        QTest::addColumn<QString>("discId");
        QTest::addColumn<quint32>("freedb");
        QTest::addColumn<QString>("accurateRip");
        // Published with libdiscid and with libarcstk.
        QTest::newRow("22 tracks") << QList<int>{150,    9700,   25887,  39297,  53795,  63735,  77517,  94877,
                                                 107270, 123552, 135522, 148422, 161197, 174790, 192022, 205545,
                                                 218010, 228700, 239590, 255470, 266932, 288750}
                                   << 303602 << u"xUp1F2NkfP8s8jaeFn_Av3jNEI4-"_s << 0x370fce16U << QString();
        QTest::newRow("15 tracks, the first behind a pause")
            << QList<int>{183,    5375,   7540,   23530,  35758,  49970,  69658, 87883,
                          106483, 139645, 158013, 198645, 213518, 225470, 234253}
            << 253188 << QString() << 0xb40d2d0fU << u"8/7/1/dBAR-015-001b9178-014be24e-b40d2d0f.bin"_s;
    }

    void ids_ofKnownDiscs()
    {
        QFETCH(const QList<int>, offsets);
        QFETCH(const int, leadOut);
        QFETCH(const QString, discId);
        QFETCH(const QString, accurateRip);
        const DiscToc toc{offsets, leadOut};
        QTEST(accurateRipId(toc).cddb, "freedb");
        if (!discId.isEmpty())
            QCOMPARE(musicBrainzDiscId(toc), discId);
        if (!accurateRip.isEmpty())
            QCOMPARE(accurateRipId(toc).path(), accurateRip);
    }

    // Published with whipper: what its readers have got from cd-discid, EAC and MusicBrainz.
    void ids_ofAnEnhancedDisc()
    {
        const DiscToc toc{
            {150, 15687, 31841, 51016, 66616, 81352, 99559, 116070, 133243, 149997, 161710, 177832}, 195856, 207256, 210535};
        QCOMPARE(accurateRipId(toc).cddb, 0xc60af50dU);
        QCOMPARE(accurateRipId(toc).path(), u"a/5/d/dBAR-012-0013bd5a-00b8d489-c60af50d.bin"_s);
        QCOMPARE(musicBrainzDiscId(toc), u"KnpGsLhvH.lPrNc1PBL21lb9Bg4-"_s);
        QCOMPARE(tocFromText(tocText(toc)), toc);
        // As a ripper's log has it: the data are one more row, behind the pause between the sessions.
        QString log;
        for (qsizetype i = 0; i < toc.offsets.size(); ++i)
            log += u" %1 | 0:00.00 | 0:00.00 | %2 | %3\n"_s.arg(i + 1)
                       .arg(toc.offsets[i] - 150)
                       .arg((i + 1 < toc.offsets.size() ? toc.offsets[i + 1] : toc.leadOut) - 151);
        log += u" 13 | 0:00.00 | 0:00.00 | 207106 | 210384\n"_s;
        QCOMPARE(tocFromLog(log), toc);
    }

    void ids_ofADiscWithAHiddenTrack()
    {
        DiscToc toc{{15370, 35019, 51532, 69190, 84292, 96826, 112527, 132448, 148595, 168072, 185539, 203331, 222103},
                    243366};
        QCOMPARE(accurateRipId(toc).path(), u"e/d/2/dBAR-013-001af2de-0105994e-ad0be00d.bin"_s);
        // The same of files, the hidden one before the first of them.
        std::vector<AlbumFile> files{{.path = "00.flac", .durationMs = 15220 * 1000LL / 75, .tags = {{u"track"_s, u"0"_s}}}};
        for (qsizetype i = 0; i < toc.offsets.size(); ++i) {
            const int end = i + 1 < toc.offsets.size() ? toc.offsets[i + 1] : toc.leadOut;
            files.push_back({.path = "x.flac",
                             .durationMs = (end - toc.offsets[i]) * 1000LL / 75,
                             .tags = {{u"track"_s, QString::number(i + 1)}}});
        }
        WorkerPool workers({});
        QCOMPARE(tocOfDisc(files, workers), toc);
    }

    void toc_fromLengthsCueAndLog()
    {
        // Whole frames of a CD, in milliseconds rounded down as MediaInfo has them.
        QList<qint64> lengths;
        for (const qint64 frames : {15213, 16951, 14278, 16822, 17075, 14973})
            lengths.append(framesOf(frames * 1000 / 75));
        QCOMPARE(tocFromLengths(lengths), documented);
        QCOMPARE(tocFromLengths({}), DiscToc());
        QCOMPARE(tocFromLengths({100, 0}), DiscToc());
        QCOMPARE(tocFromLengths(QList<qint64>(100, 300)), DiscToc()); // no disc has 100 tracks

        const auto piece = [](const QByteArray &path, qint64 start) {
            return ContainedFile{path, {{CueKey::start, start}}, {}};
        };
        QCOMPARE(tocFromCue({piece("a.wav", 32), piece("a.wav", 500), piece("b.wav", 0)}, {{"a.wav", 1000}, {"b.wav", 700}}),
                 (DiscToc{{182, 650, 1150}, 1850}));
        QCOMPARE(tocFromCue({piece("a.wav", 0)}, {}), DiscToc()); // its length is not known

        const QString
            log = u"TOC of the extracted CD\r\n\r\n     Track |   Start  |  Length  | Start sector | End sector \r\n"
                  "    ---------------------------------------------------------\r\n"
                  "        1  |  0:00.00 |  3:22.63 |         0    |    15212   \r\n"
                  "        2  |  3:22.63 |  3:46.01 |     15213    |    32163   \r\n\r\nTrack  1\r\n"_s;
        QCOMPARE(tocFromLog(log), (DiscToc{{150, 15363}, 32314}));
        QCOMPARE(tocFromLog(u"1 | nonsense"_s), DiscToc());
        const QString
            whipper = u"TOC:\n  00:\n    Start: 00:00:00\n    Length: 00:00:32\n    Start sector: 0\n    End sector: 31\n\n"
                      "  01:\n    Start: 00:00:32\n    Length: 03:22:31\n    Start sector: 32\n    End sector: 15212\n\n"
                      "  2:\n    Start: 03:22:63\n    Length: 03:46:01\n    Start sector: 15213\n    End sector: 32163\n\n"
                      "Tracks:\n  01:\n    Filename: ./01.flac\n    Peak level: 0.9\n"_s;
        QCOMPARE(tocFromLog(whipper), (DiscToc{{182, 15363}, 32314}));
    }

    void toc_ofADiscWhoseHiddenTrackIsAFile()
    {
        const std::vector<ContainedFile> contents{{"00.flac", {{CueKey::start, 0}, {CueKey::isHidden, true}}, {}},
                                                  {"01.flac", {{CueKey::start, 0}}, {}},
                                                  {"02.flac", {{CueKey::start, 0}}, {}}};
        QCOMPARE(tocFromCue(contents, {{"00.flac", 500}, {"01.flac", 1000}, {"02.flac", 700}}),
                 (DiscToc{{650, 1650}, 2350}));
        QCOMPARE(tocFromCue(contents, {{"01.flac", 1000}, {"02.flac", 700}}), DiscToc()); // how long is it?
    }

    void find_releasesAndTheirTags()
    {
        answerDisc(true);
        QSignalSpy found(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(found.wait());
        const auto releases = found.first().first().value<std::vector<Release>>();
        QCOMPARE(releases.size(), 2u);
        QCOMPARE(releases[0].summary, u"An Artist – An Album (1987-02-26, GB, A Label, CDP 7 46440 2)"_s);
        QVERIFY(releases[0].hasCover);
        const AlbumData &album = releases[0].album;
        QCOMPARE(album.tags.value(u"albumartist"_s), u"An Artist"_s);
        QCOMPARE(album.tags.value(u"genre"_s), u"jazz"_s);
        QCOMPARE(album.tags.value(u"barcode"_s), u"0077774644020"_s);
        QCOMPARE(album.tags.value(u"tracktotal"_s), u"3"_s);
        QVERIFY(!album.tags.contains(u"discnumber"_s));
        QCOMPARE(releases[1].album.tags.value(u"disctotal"_s), u"2"_s);
        QCOMPARE(album.tracks[0].tags.value(u"isrc"_s), u"GBAYE0000351"_s);
        QCOMPARE(album.tracks[1].tags.value(u"artist"_s), u"An Artist feat. A Guest"_s);
        QCOMPARE(album.tracks[2].tags.value(u"artist"_s), u"Somebody"_s);
        QCOMPARE(m_service->requests().first().agent, QByteArray("Convoy/" CONVOY_VERSION));
        QVERIFY(m_service->requests().first().target.contains("toc=1+3+825+150+375+600"));
    }

    void find_saysWhoAsks()
    {
        answerDisc(false);
        LookupSettings settings = lookupSettings();
        settings.service = m_service->url();
        settings.cacheFolder = toPath(m_folder->filePath(u"contact"_s));
        settings.contact = u" me@example.org)\r\nCookie: (x"_s;
        AlbumLookup lookup(settings);
        QSignalSpy found(&lookup, &AlbumLookup::found);
        lookup.find(threeTracks);
        QVERIFY(found.wait());
        QCOMPARE(m_service->requests().first().agent, QByteArray("Convoy/" CONVOY_VERSION " ( me@example.orgCookie: x )"));
    }

    void find_nothingAndNonsense()
    {
        QSignalSpy found(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks); // 404
        QVERIFY(found.wait());
        QVERIFY(found.first().first().value<std::vector<Release>>().empty());
        QSignalSpy failed(m_lookup.get(), &AlbumLookup::failed);
        m_service->answer(discPath(), {{200, "<html>captive portal</html>"}});
        m_lookup->find(threeTracks);
        QVERIFY(failed.wait());
        // That was not kept. An id becomes part of an address: anything but a UUID is left out.
        m_service->answer(discPath(), {{200, discAnswer("x", false).replace("aaaaaaaa-0000", "../../../etc")}});
        m_lookup = makeLookup();
        QSignalSpy again(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(again.wait());
        QVERIFY(again.first().first().value<std::vector<Release>>().empty());
    }

    void find_offlineIsOneSentence()
    {
        m_service.reset();
        QSignalSpy failed(m_lookup.get(), &AlbumLookup::failed);
        m_lookup->find(threeTracks);
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().value<Error>().message.contains(u"127.0.0.1"_s));
    }

    void get_oneRequestAtATimeAndFromTheCache()
    {
        answerDisc(false);
        QSignalSpy found(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(found.wait());
        QSignalSpy covers(m_lookup.get(), &AlbumLookup::coverFound);
        m_lookup->fetchCover(u"aaaaaaaa-0000-4000-8000-000000000001"_s);
        QVERIFY(covers.wait());
        QList<FakeService::Request> requests = m_service->requests();
        QCOMPARE(requests.size(), 3); // the cover has moved
        QVERIFY2(requests[1].atMs - requests[0].atMs >= pauseMs * 2 / 3,
                 "the service was asked too often"); // may see one late
        const Path cover = covers.first().first().value<Path>();
        QFile file(QString::fromStdString(cover.native()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), jpegBytes());
        m_lookup = makeLookup(); // another start of the program
        QSignalSpy again(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(again.wait());
        QCOMPARE(again.first().first().value<std::vector<Release>>().size(), 1u);
        QCOMPARE(m_service->requests().size(), 3);
    }

    void get_waitsWhereTheServiceIsBusy()
    {
        m_service->answer(discPath(), {{503}, {503}, {200, discAnswer("id", false)}});
        QSignalSpy found(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(found.wait());
        const QList<FakeService::Request> requests = m_service->requests();
        QCOMPARE(requests.size(), 3);
        QVERIFY(requests[2].atMs - requests[1].atMs >= 4 * pauseMs - 5);
    }

    void get_waitsAsLongAsTheServiceSays()
    {
        m_service->answer(discPath(), {{429, {}, "Retry-After: 2\r\n"}, {200, discAnswer("id", false)}});
        QSignalSpy found(m_lookup.get(), &AlbumLookup::found);
        m_lookup->find(threeTracks);
        QVERIFY(found.wait());
        const QList<FakeService::Request> requests = m_service->requests();
        QCOMPARE(requests.size(), 2);
        QVERIFY(requests[1].atMs - requests[0].atMs >= 1995);
        // Nobody waits for an hour.
        m_service->answer("/release/aaaaaaaa-0000-4000-8000-000000000001/front-1200", {{503, {}, "Retry-After: 3600\r\n"}});
        QSignalSpy failed(m_lookup.get(), &AlbumLookup::failed);
        m_lookup->fetchCover(u"aaaaaaaa-0000-4000-8000-000000000001"_s);
        QVERIFY(failed.wait());
        QCOMPARE(m_service->requests().size(), 3);
        QCOMPARE(failed.first().first().value<Error>().detail, u"HTTP 503"_s); // no address for a person to read
    }

    void get_severalAtOnceKeepTheirDistance()
    {
        answerDisc(false);
        QSignalSpy failed(m_lookup.get(), &AlbumLookup::failed);
        for (const char *id : {"1", "2", "3", "4"})
            m_lookup->fetchCover(QString::fromLatin1(id));
        QTRY_COMPARE(failed.size(), 4);
        const QList<FakeService::Request> requests = m_service->requests();
        QCOMPARE(requests.size(), 4);
        for (qsizetype i = 1; i < requests.size(); ++i)
            QVERIFY(requests[i].atMs - requests[i - 1].atMs >= pauseMs * 2 / 3); // the service may see one late
    }

    void cancel_nothingMoreIsSaidOrAsked()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        AlbumLookup lookup({.service = QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())),
                            .cacheFolder = toPath(m_folder->filePath(u"cancelled"_s)),
                            .pauseMs = pauseMs});
        QSignalSpy found(&lookup, &AlbumLookup::found);
        QSignalSpy failed(&lookup, &AlbumLookup::failed);
        lookup.find(threeTracks);
        lookup.cancel(); // before it went out
        lookup.find(threeTracks);
        QTRY_VERIFY(silent.hasPendingConnections());
        lookup.cancel(); // while it is under way
        QTcpSocket *asked = silent.nextPendingConnection();
        QTRY_COMPARE(asked->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!silent.hasPendingConnections());
        QCOMPARE(found.size() + failed.size(), 0);
    }

    // One server says nothing, one a byte whenever it is asked for more: Qt's own limit would never end it.
    void get_givesUpASlowServer_data()
    {
        QTest::addColumn<bool>("drips");
        QTest::newRow("silent") << false;
        QTest::newRow("drips") << true;
    }

    void get_givesUpASlowServer()
    {
        QFETCH(const bool, drips);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server, drips] {
            QTcpSocket *socket = server.nextPendingConnection();
            if (!drips)
                return;
            auto *clock = new QTimer(socket);
            connect(clock, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            clock->start(20);
        });
        AlbumLookup lookup({.service = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())),
                            .cacheFolder = toPath(m_folder->filePath(u"slow"_s)),
                            .pauseMs = 0,
                            .mostMs = pauseMs});
        QSignalSpy failed(&lookup, &AlbumLookup::failed);
        lookup.find(threeTracks);
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QVERIFY2(error.message.contains(u"in time"_s), qPrintable(error.message));
    }

    void get_bounded()
    {
        m_service->answer("/release/aaaaaaaa-0000-4000-8000-000000000001/front-1200", {{200, QByteArray(16 << 20, 'x')}});
        QSignalSpy failed(m_lookup.get(), &AlbumLookup::failed);
        m_lookup->fetchCover(u"aaaaaaaa-0000-4000-8000-000000000001"_s);
        QVERIFY(failed.wait());
        m_service->answer("/release/aaaaaaaa-0000-4000-8000-000000000002/front-1200", {{200, "<svg/>"}});
        m_lookup->fetchCover(u"aaaaaaaa-0000-4000-8000-000000000002"_s);
        QVERIFY(failed.wait());
        QCOMPARE(failed.last().first().value<Error>().kind, ErrorKind::DamagedInput); // no picture
        const qsizetype before = m_service->requests().size();
        m_service->answer("/release/aaaaaaaa-0000-4000-8000-000000000003/front-1200", {{302, {}, "Location: /round\r\n"}});
        m_service->answer("/round", {{302, {}, "Location: /round\r\n"}});
        m_lookup->fetchCover(u"aaaaaaaa-0000-4000-8000-000000000003"_s);
        QVERIFY(failed.wait());
        QVERIFY(m_service->requests().size() - before <= 12); // some go out twice where the service closes a connection
    }

    void accurateRip_idAndEntries()
    {
        // By hand: offsets 0, 225, 450 and 675 where the last one ends.
        const AccurateRipId id = accurateRipId(threeTracks);
        QCOMPARE(id.sum, 1350u);
        QCOMPARE(id.product, 1u + 2 * 225 + 3 * 450 + 4 * 675);
        // freedb: digits of 2, 5 and 8 s; 9 s long; 3 tracks.
        QCOMPARE(id.cddb, (2u + 5 + 8) << 24 | 9u << 8 | 3u);
        QCOMPARE(id.path(), u"6/4/5/dBAR-003-00000546-00001195-0f000903.bin"_s);

        const auto record = [](const AccurateRipId &disc, QList<quint32> sums, char people) {
            QByteArray bytes(1, char(disc.tracks));
            const auto word = [&bytes](quint32 value) {
                value = qToLittleEndian(value);
                bytes.append(reinterpret_cast<const char *>(&value), 4);
            };
            word(disc.sum);
            word(disc.product);
            word(disc.cddb);
            for (const quint32 sum : sums) {
                bytes.append(people);
                word(sum);
                word(0);
            }
            return bytes;
        };
        AccurateRipId other = id;
        other.cddb += 1;
        const QByteArray file = record(id, {0xA1, 0xA2, 0xA3}, 5) + record(other, {0xB1, 0xB2, 0xB3}, 9)
            + record(id, {0xA1, 0xC2, 0}, 7);
        const Result<AccurateRipTracks> tracks = parseAccurateRip(file, id);
        QVERIFY(tracks);
        QCOMPARE(accurateRipConfidence((*tracks)[0], 0xA1), 12);
        QCOMPARE(accurateRipConfidence((*tracks)[1], 0xC2), 7);
        QCOMPARE(accurateRipConfidence((*tracks)[1], 0xB2), 0);
        QCOMPARE((*tracks)[2].size(), 1u);
        for (qsizetype size = 1; size < file.size(); ++size) {
            const auto cut = parseAccurateRip(file.left(size), id);
            QVERIFY(cut || cut.error().kind == ErrorKind::DamagedInput);
        }
        m_service->answer('/' + id.path().toUtf8(), {{200, file}});
        QSignalSpy found(m_lookup.get(), &AlbumLookup::checksumsFound);
        m_lookup->fetchChecksums(id);
        QVERIFY(found.wait());
        QCOMPARE(found.first().first().value<AccurateRipTracks>(), *tracks);
    }

private:
    static constexpr int pauseMs = 300;

    QByteArray discPath() const { return "/ws/2/discid/" + musicBrainzDiscId(threeTracks).toUtf8(); }

    void answerDisc(bool several)
    {
        m_service->answer(discPath(), {{200, discAnswer(musicBrainzDiscId(threeTracks).toUtf8(), several)}});
        m_service->answer("/release/aaaaaaaa-0000-4000-8000-000000000001/front-1200",
                          {{307, {}, "Location: /moved.jpg\r\n"}});
        m_service->answer("/moved.jpg", {{200, jpegBytes()}});
    }

    std::unique_ptr<AlbumLookup> makeLookup(const QString &cache = u"cache"_s) const
    {
        return std::make_unique<AlbumLookup>(LookupSettings{.service = m_service->url(),
                                                            .covers = m_service->url(),
                                                            .accurateRip = m_service->url(),
                                                            .cacheFolder = toPath(m_folder->filePath(cache)),
                                                            .pauseMs = pauseMs});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<AlbumLookup> m_lookup;
};

QTEST_GUILESS_MAIN(TestAlbumLookup)
#include "tst_albumlookup.moc"
