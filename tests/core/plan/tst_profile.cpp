// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/naming.h"
#include "core/plan/profile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject minimal()
{
    return QJsonDocument::fromJson(
               R"({"convoy_profile": 1, "id": "mine", "name": "Mine", "converter": "audio", "output": {"extension": "flac"}})")
        .object();
}

Result<Profile> parse(const QJsonObject &object)
{
    return parseProfile(QJsonDocument(object).toJson());
}

} // namespace

/// Profiles as JSON files.
class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_minimal()
    {
        const Result<Profile> profile = parse(minimal());
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
        QCOMPARE(profile->nameTemplate, u"{stem}"_s);
        QCOMPARE(profile->conflict, ConflictRule::Rename);
        QCOMPARE(profile->retry.attempts, 2);
        QCOMPARE(profileOptions(*profile)->integer(u"level"), 8);
    }

    void roundTrip_keepsEverything()
    {
        Profile profile = *parse(minimal());
        profile.description = u"All of it"_s;
        profile.options = {{u"level"_s, 3}, {u"artist"_s, u"Someone"_s}};
        profile.nameTemplate = u"{artist}/{track:02}"_s;
        profile.conflict = ConflictRule::Skip;
        profile.retry = {5, 2.5};
        profile.timeoutS = 60;
        profile.fallback = u"tool-flac"_s;
        const Result<Profile> again = parseProfile(profileToJson(profile));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY(*again == profile);
    }

    void parse_refusesWithTheKeysPath_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *key, const QJsonValue &value) {
            QTest::newRow(name) << QString::fromLatin1(key) << value;
        };
        row("version", "convoy_profile", 2);
        row("version type", "convoy_profile", u"1"_s);
        row("no version", "convoy_profile", QJsonValue::Undefined);
        row("no id", "id", QJsonValue::Undefined);
        row("id with a slash", "id", u"../x"_s);
        row("hidden id", "id", u".x"_s);
        row("no name", "name", QJsonValue::Undefined);
        row("name type", "name", 1);
        row("converter", "converter", u"magic"_s);
        row("unknown key", "nonsense", 1);
        row("unknown option", "options.nonsense", 1);
        row("option range", "options.level", 9);
        row("option below", "options.level", -1);
        row("option fraction", "options.level", 1.5);
        row("option type", "options.level", u"8"_s);
        row("option boolean", "options.salvage", 1);
        row("option choice", "options.float", u"maybe"_s);
        row("option pattern", "options.tracknumber", u"three"_s);
        row("options type", "options", 1);
        row("unknown output", "output.nonsense", true);
        row("template", "output.name", u"{what}"_s);
        row("empty template", "output.name", u" "_s);
        row("extension", "output.extension", u"mp3"_s);
        row("no extension", "output.extension", QJsonValue::Undefined);
        row("conflict", "output.conflict", u"ask"_s);
        row("conflict type", "output.conflict", 1);
        row("unknown retry", "retry.nonsense", 1);
        row("attempts", "retry.attempts", 0);
        row("attempts fraction", "retry.attempts", 1.5);
        row("delay", "retry.delay_s", -1);
        row("timeout", "timeout_s", -1);
        row("timeout fraction", "timeout_s", 0.5);
        row("retry type", "retry", QJsonArray());
    }

    void parse_refusesWithTheKeysPath()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject object = minimal();
        const qsizetype dot = key.indexOf(u'.');
        if (dot < 0) {
            object.insert(key, value);
        } else {
            QJsonObject inner = object.value(key.first(dot)).toObject();
            inner.insert(key.sliced(dot + 1), value);
            object.insert(key.first(dot), inner);
        }
        const Result<Profile> profile = parse(object);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::InvalidOption);
        QVERIFY2(profile.error().message.startsWith(key + u':'), qPrintable(profile.error().message));
    }

    /// A list may have a column of any name; who runs the profile without one is told then.
    void parse_takesColumnsInTheNamesOfTools()
    {
        QJsonObject object = minimal();
        object.insert(u"converter"_s, u"tool"_s);
        object.insert(u"options"_s, QJsonObject{{u"command"_s, QJsonArray{u"true"_s}}});
        object.insert(u"output"_s, QJsonObject{{u"name"_s, u"slice-{i:03}"_s}, {u"extension"_s, u"txt"_s}});
        QVERIFY(parse(object));
        object.insert(u"output"_s, QJsonObject{{u"name"_s, u"slice-{i:wide}"_s}, {u"extension"_s, u"txt"_s}});
        QVERIFY(!parse(object));
    }

    /// A tool that only says something has no file that could be called anything.
    void parse_needsNoExtensionWithoutOutputs()
    {
        QJsonObject object = minimal();
        object.remove(u"output"_s);
        QVERIFY(!parse(object));
        object.insert(u"converter"_s, u"tool"_s);
        object.insert(u"options"_s, QJsonObject{{u"command"_s, QJsonArray{u"wc"_s, u"{input}"_s}}});
        const Result<Profile> silent = parse(object);
        QVERIFY2(silent, silent ? "" : qPrintable(silent.error().message));
        QVERIFY(parseProfile(profileToJson(*silent)));
        object.insert(u"options"_s, QJsonObject{{u"command"_s, QJsonArray{u"cp"_s, u"{input}"_s, u"{output}"_s}}});
        const Result<Profile> nameless = parse(object);
        QVERIFY(!nameless);
        QVERIFY2(nameless.error().message.startsWith(u"output.extension:"_s), qPrintable(nameless.error().message));
    }

    void parse_refusesWhatIsNoJson()
    {
        for (const QByteArray &text : {""_ba, "{"_ba, "[]"_ba, "null"_ba, "{\"convoy_profile\": 1,}"_ba, "\xff\xfe"_ba})
            QVERIFY(!parseProfile(text));
    }

    void extension_isSafe()
    {
        for (const QString &extension :
             {u"a/b"_s, u".."_s, u"a\nb"_s, QString(u"a"_s + QChar(0)), QString(200, u'x'), u"a."_s}) {
            QJsonObject object = minimal();
            object.insert(u"converter"_s, u"tool"_s);
            object.insert(u"output"_s, QJsonObject{{u"extension"_s, extension}});
            const Result<Profile> profile = parse(object);
            QVERIFY2(!profile, qPrintable(extension));
            QVERIFY(profile.error().message.startsWith(u"output.extension"_s));
        }
    }

    void builtIn_allParse()
    {
        const QTemporaryDir folder;
        const ProfileStore store(toPath(folder.path()));
        for (const Error &problem : store.problems())
            qWarning("%s: %s", qPrintable(problem.detail), qPrintable(problem.message));
        QVERIFY(store.problems().empty());
        QCOMPARE(store.profiles().size(), size_t(QDir(u":/profiles"_s).entryList().size()));
        for (const char *id : {"dicom-png-crop", "dicom-png", "photo-jpeg", "photo-gamma", "video-theora-mkv",
                               "video-theora-ogv", "album-flac", "tool-wc", "tool-ffmpeg", "tool-flac"}) {
            const Profile *profile = store.find(QString::fromLatin1(id));
            QVERIFY2(profile, id);
            QVERIFY(profile->builtIn);
            QVERIFY2(profileOptions(*profile), id);
            QVERIFY(profile->fallback.isEmpty() || store.find(profile->fallback));
        }
        const OptionValues crop = *profileOptions(*store.find(u"dicom-png-crop"));
        QCOMPARE(profileOptions(*store.find(u"album-flac"))->integer(u"level"), 8);
        QVERIFY(crop.map().size() > 4);
    }

    void store_savesLoadsHidesAndRemoves()
    {
        const QTemporaryDir folder;
        ProfileStore store(toPath(folder.filePath(u"profiles"_s)));
        Profile own = *store.find(u"album-flac");
        own.name = u"My albums"_s;
        own.builtIn = false;
        QVERIFY(store.save(own));
        QCOMPARE(store.find(u"album-flac")->name, u"My albums"_s);
        QVERIFY(!store.find(u"album-flac")->builtIn);
        QCOMPARE(store.load(folder.filePath(u"profiles/album-flac.json"_s))->name, u"My albums"_s);
        QVERIFY(store.remove(u"album-flac"));
        QVERIFY(store.find(u"album-flac")->builtIn);
        QCOMPARE(store.load(u"no-such"_s).error().kind, ErrorKind::InvalidOption);
        QCOMPARE(store.load(folder.filePath(u"none.json"_s)).error().kind, ErrorKind::InvalidOption);
        own.id = u"../../evil"_s;
        QVERIFY(!store.save(own));
        QVERIFY(!QFile::exists(folder.filePath(u"../evil.json"_s)));
    }

    void store_namesWhatItCannotRead()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"convoy_profile": 1, "id": "b", "name": "b", "converter": "audio", "options": {"level": 99}, "output": {"extension": "flac"}})");
        file.close();
        const ProfileStore store(toPath(folder.path()));
        QCOMPARE(store.problems().size(), size_t(1));
        QVERIFY(store.problems()[0].message.startsWith(u"options.level"_s));
        QVERIFY(store.problems()[0].detail.endsWith(u"bad.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
