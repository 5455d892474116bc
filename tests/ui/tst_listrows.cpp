// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/listrows.h"

#include "core/converters/converterinfo.h"
#include "ui/dialogs/listdialog.h"
#include "ui/models/planrows.h"
#include "ui/models/queuemodel.h"

#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestListRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void rows_sayWhatTheListSays()
    {
        const auto list = parseJobList("name,description,lat\none,The first,47\ntwo,,48\n", ListFormat::Csv);
        QVERIFY(bool(list));
        const std::vector<QueueRow> rows = rowsOfList({.list = *list, .profileId = u"t"_s, .takesAnything = true}, 100);
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[1].id, 101u);
        QCOMPARE(rowName(rows[0]), u"The first"_s);
        QCOMPARE(rowName(rows[1]), u"two"_s);
        QCOMPARE(rowDetails(rows[0]), u"lat = 47"_s);
        QVERIFY(rows[0].input.path.empty());
        const ProfileBrief tool{.name = u"Tool"_s, .extension = u"txt"_s, .nameTemplate = u"{name}"_s};
        QCOMPARE(rowState(rows[0], &tool), RowState::Ready);
        QCOMPARE(rowOutputName(rows[0], &tool), u"one.txt"_s);
        const ProfileBrief photo{.name = u"Photos"_s, .extension = u"jpg"_s, .accepts = {MediaKind::Image}};
        QCOMPARE(rowState(rows[0], &photo), RowState::Problem);
    }

    void tracks_haveNamesOfTheirOwn()
    {
        QueueRow row;
        row.input.path = toPath(QByteArray("/disc/image.wav"));
        row.piece = Piece{.index = toPath(QByteArray("/disc/DICOMDIR"))};
        QCOMPARE(rowName(row), u"image.wav"_s);
        row.piece->stem = "01 Prelude";
        QCOMPARE(rowName(row), u"01 Prelude"_s);
    }

    void files_areLookedAtBesideTheList()
    {
        QFile file(m_folder.filePath(u"a.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
        file.close();
        const auto list = parseJobList("file\na.txt\ngone.txt\na.txt\n", ListFormat::Csv);
        QVERIFY(bool(list));
        const std::vector<QueueRow> rows = rowsOfList(
            {.list = *list, .folder = toPath(m_folder.path()), .profileId = u"t"_s, .takesAnything = true}, 1);
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[0].input.identity.size, 3);
        QVERIFY(!rows[0].refusal);
        QVERIFY(rows[1].refusal.has_value());
        QCOMPARE(rows[2].input.path.native(), rows[0].input.path.native());
    }

    void check_refusesWhatCannotBeDone_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("fits");
        QTest::newRow("known columns") << QByteArray("name,lat\na,1\n") << u"{lat}"_s << true;
        QTest::newRow("unknown column") << QByteArray("name\na\n") << u"{lat}"_s << false;
        QTest::newRow("no file to read") << QByteArray("name\na\n") << u"{input}"_s << false;
        QTest::newRow("files") << QByteArray("file\na\n") << u"{input}"_s << true;
    }

    void check_refusesWhatCannotBeDone()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, command);
        QFETCH(bool, fits);
        const auto list = parseJobList(table, ListFormat::Csv);
        QVERIFY(bool(list));
        const Profile profile = toolProfile(command);
        const Result<void> checked = checkListWish(*list, profile);
        QVERIFY2(bool(checked) == fits, qPrintable(checked ? QString() : checked.error().message));
    }

    void plan_keepsWhatTheListSays()
    {
        QueueModel model;
        ProfileStore profiles(toPath(m_folder.path()));
        const auto list = rangeJobList(u"8-9"_s);
        QVERIFY(bool(list));
        model.setProfiles(profiles.profiles());
        model.append(rowsOfList({.list = *list, .profileId = u"tool-grads"_s, .takesAnything = true}, 1));
        const PlanWish wish = makePlanWish(model, profiles, {1, 2}, {});
        QCOMPARE(wish.items.size(), 2u);
        QCOMPARE(rowValue(wish.items[1].info, u"i"_s), u"9"_s);
        const QueueRow again = rowOfPlan({.info = wish.items[1].info});
        QCOMPARE(again.listRow.value(u"i"_s), u"9"_s);
    }

    /// From the history, or after an interruption: a track is called, and its output named, as it was.
    void track_keepsItsNameInItsPlan()
    {
        ProfileStore profiles(toPath(m_folder.path()));
        JobPlan plan;
        plan.input.path = toPath(u"/in/image.wav"_s);
        plan.info.kind = MediaKind::Audio;
        plan.settings = std::make_shared<const ConversionSettings>(
            ConversionSettings{.profileId = u"album-flac"_s, .options = OptionValues({{u"cut_end"_s, 132300}})});
        plan.outputStem = "01 So What";
        QueueRow track = rowOfPlan(plan);
        track.id = 1;
        QCOMPARE(rowName(track), u"01 So What"_s);
        QueueModel model;
        model.setProfiles(profiles.profiles());
        model.append({track});
        QCOMPARE(makePlanWish(model, profiles, {1}, {}).items[0].stem, "01 So What");
        plan.settings = std::make_shared<const ConversionSettings>();
        QCOMPARE(rowName(rowOfPlan(plan)), u"image.wav"_s);
    }

    void dialog_addsARange()
    {
        ProfileStore profiles(toPath(m_folder.path()));
        QVERIFY(bool(profiles.save(toolProfile(u"{i}"_s))));
        ListDialog dialog(profiles);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy chosen(&dialog, &ListDialog::chosen);
        auto *range = find<QLineEdit>(dialog, u"Range"_s);
        auto *add = button(dialog, u"Add the jobs"_s);
        QVERIFY(range && add && !add->isEnabled());
        QTest::keyClicks(range, u"0-99"_s);
        QTRY_COMPARE(find<QTableWidget>(dialog, u"Jobs of the list"_s)->rowCount(), 50); // as many as are shown
        auto *profile = find<QComboBox>(dialog, u"Profile of the list"_s);
        QVERIFY(!add->isEnabled());
        profile->setCurrentIndex(profile->findData(u"mine"_s));
        Q_EMIT profile->activated(profile->currentIndex());
        QVERIFY(add->isEnabled());
        add->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ListWish>().list.rows.size(), 100u);
        QVERIFY(chosen.first().first().value<ListWish>().takesAnything);
    }

    void dialog_saysWhatIsWrong()
    {
        QFile file(m_folder.filePath(u"bad.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,a\n1,2\n") > 0);
        file.close();
        ProfileStore profiles(toPath(m_folder.path()));
        ListDialog dialog(profiles);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        find<QLineEdit>(dialog, u"File of the table"_s)->setText(file.fileName());
        const auto sentences = [&dialog] {
            QStringList texts;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        const QString wrong = readJobList(toPath(file.fileName())).error().message;
        QTRY_VERIFY(sentences().contains(wrong));
        QVERIFY(!button(dialog, u"Add the jobs"_s)->isEnabled());
    }

private:
    static Profile toolProfile(const QString &argument)
    {
        return {.id = u"mine"_s,
                .name = u"Mine"_s,
                .converter = u"tool"_s,
                .options = {{u"command"_s, QJsonArray{u"echo"_s, argument}}},
                .nameTemplate = u"{stem}"_s,
                .extension = u"txt"_s};
    }

    template <typename T>
    static T *find(const QWidget &parent, const QString &name)
    {
        for (T *child : parent.findChildren<T *>()) {
            if (child->accessibleName() == name)
                return child;
        }
        return nullptr;
    }

    static QPushButton *button(const QWidget &parent, const QString &text)
    {
        for (QPushButton *child : parent.findChildren<QPushButton *>()) {
            if (child->text() == text)
                return child;
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestListRows)
#include "tst_listrows.moc"
