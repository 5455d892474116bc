// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/profile.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtIn_areTheContracts();
    void parse_roundTrip();
    void parse_namesTheKey_data();
    void parse_namesTheKey();
    void store_ownHidesBuiltIn();
    void store_load();

private:
    static QJsonObject good()
    {
        return {{u"convoy_profile"_s, 1},
                {u"id"_s, u"mine"_s},
                {u"name"_s, u"Mine"_s},
                {u"converter"_s, u"dicom"_s},
                {u"options"_s, QJsonObject{{u"crop_left"_s, 12}}},
                {u"output"_s, QJsonObject{{u"extension"_s, u"png"_s}}}};
    }
};

void tst_Profile::builtIn_areTheContracts()
{
    QTemporaryDir folder;
    const ProfileStore store(toPath(folder.path()));
    QVERIFY2(store.problems().empty(), store.problems().empty() ? "" : qPrintable(store.problems().front().message));
    for (const char *id : {"dicom-png-crop", "dicom-png", "photo-jpeg", "photo-gamma", "video-theora-mkv", "video-theora-ogv", "album-flac",
                           "tool-wc", "tool-ffmpeg", "tool-flac"}) {
        const Profile *profile = store.find(QString::fromUtf8(id));
        QVERIFY2(profile, id);
        QVERIFY(profile->builtIn);
    }
    const Result<OptionValues> crop = profileOptions(*store.find(u"dicom-png-crop"));
    QVERIFY(crop);
    QCOMPARE(crop->integer(u"crop_left"), 232);
    QCOMPARE(crop->integer(u"crop_top"), 0);
    QCOMPARE(crop->integer(u"crop_width"), 1568);
    QCOMPARE(crop->integer(u"crop_height"), 2048);
    QCOMPARE(crop->real(u"ppi"), 300.0);
    const Result<OptionValues> video = profileOptions(*store.find(u"video-theora-mkv"));
    QVERIFY(video);
    QCOMPARE(video->real(u"quality"), 6.0);
    QCOMPARE(video->real(u"audio_quality"), 3.0);
    QCOMPARE(video->real(u"offset"), 0.0);
}

void tst_Profile::parse_roundTrip()
{
    const Result<Profile> profile = parseProfile(QJsonDocument(good()).toJson());
    QVERIFY2(bool(profile), profile ? "" : qPrintable(profile.error().message));
    QCOMPARE(profile->nameTemplate, u"{stem}"_s);
    const Result<Profile> again = parseProfile(profileToJson(*profile));
    QVERIFY(again);
    QCOMPARE(*again, *profile);
}

void tst_Profile::parse_namesTheKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonObject>("object");
    const auto with = [](const QString &key, const QJsonValue &value) {
        QJsonObject object = good();
        object.insert(key, value);
        return object;
    };
    QTest::newRow("unknown key") << u"colour"_s << with(u"colour"_s, 1);
    QTest::newRow("newer version") << u"convoy_profile"_s << with(u"convoy_profile"_s, 2);
    QTest::newRow("wrong type") << u"name"_s << with(u"name"_s, 1);
    QTest::newRow("no converter") << u"converter"_s << with(u"converter"_s, u"magic"_s);
    QTest::newRow("bad id") << u"id"_s << with(u"id"_s, u"../x"_s);
    QTest::newRow("unknown option") << u"options.zoom"_s << with(u"options"_s, QJsonObject{{u"zoom"_s, 1}});
    QTest::newRow("option out of range") << u"options.crop_left"_s << with(u"options"_s, QJsonObject{{u"crop_left"_s, -1}});
    QTest::newRow("option of wrong type") << u"options.crop_left"_s << with(u"options"_s, QJsonObject{{u"crop_left"_s, u"1"_s}});
    QTest::newRow("fractional integer") << u"options.crop_left"_s << with(u"options"_s, QJsonObject{{u"crop_left"_s, 1.5}});
    QTest::newRow("extension") << u"output.extension"_s << with(u"output"_s, QJsonObject{{u"extension"_s, u"exe"_s}});
    QTest::newRow("name template") << u"output.name"_s << with(u"output"_s, QJsonObject{{u"extension"_s, u"png"_s}, {u"name"_s, u"{x}"_s}});
    QTest::newRow("conflict") << u"output.conflict"_s << with(u"output"_s, QJsonObject{{u"extension"_s, u"png"_s}, {u"conflict"_s, u"ask"_s}});
    QTest::newRow("retry") << u"retry.attempts"_s << with(u"retry"_s, QJsonObject{{u"attempts"_s, 0}});
}

void tst_Profile::parse_namesTheKey()
{
    QFETCH(QString, key);
    QFETCH(QJsonObject, object);
    const Result<Profile> profile = parseProfile(QJsonDocument(object).toJson());
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::InvalidOption);
    QVERIFY2(profile.error().message.startsWith(key + u':'), qPrintable(profile.error().message));
}

void tst_Profile::store_ownHidesBuiltIn()
{
    QTemporaryDir folder;
    ProfileStore store(toPath(folder.path()));
    Profile own = *store.find(u"dicom-png");
    own.name = u"My way"_s;
    QVERIFY(store.save(own));
    QCOMPARE(store.find(u"dicom-png")->name, u"My way"_s);
    QVERIFY(!store.find(u"dicom-png")->builtIn);
    QVERIFY(store.remove(u"dicom-png"));
    QVERIFY(store.find(u"dicom-png")->builtIn);
}

void tst_Profile::store_load()
{
    QTemporaryDir folder;
    const ProfileStore store(toPath(folder.path()));
    QVERIFY(store.load(u"dicom-png"_s));
    QCOMPARE(store.load(u"nonsense"_s).error().kind, ErrorKind::InvalidOption);
    QFile file(folder.filePath(u"p.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(good()).toJson());
    file.close();
    const Result<Profile> profile = store.load(file.fileName());
    QVERIFY(profile);
    QCOMPARE(profile->id, u"mine"_s);
}

QTEST_GUILESS_MAIN(tst_Profile)
#include "tst_profile.moc"
