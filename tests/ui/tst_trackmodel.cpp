// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/albumfile.h"
#include "ui/models/trackmodel.h"
#include "ui/queuefixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestTrackModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_queue = std::make_unique<QueueModel>();
        m_queue->setProfiles(m_profiles.profiles());
        m_editor = std::make_unique<QueueEditor>(*m_queue);
        std::vector<QueueRow> rows;
        for (RowId id = 1; id <= 3; ++id) {
            QueueRow row = testRow(id, "An Artist/An Album/track0" + QByteArray::number(id) + ".cdda.wav", MediaKind::Audio);
            row.profileId = u"album-flac"_s;
            row.info.durationMs = 3000;
            row.info.tags.insert(u"track"_s, QString::number(id));
            rows.push_back(row);
        }
        m_editor->add(std::move(rows), 1);
        m_tracks = std::make_unique<TrackModel>(*m_queue, *m_editor, m_profiles, QList<RowId>{1, 2, 3});
        m_tester = std::make_unique<QAbstractItemModelTester>(m_tracks.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_tracks.reset();
    }

    void columns_areTheFieldsOfAnAlbum()
    {
        QStringList names;
        for (int column = 0; column < m_tracks->columnCount(); ++column)
            names.append(m_tracks->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (const QString &name :
             {u"Track"_s, u"Title"_s, u"Artist"_s, u"Album"_s, u"Date"_s, u"Genre"_s, u"Album artist"_s, u"Tracks"_s,
              u"Disc"_s, u"Discs"_s, u"Composer"_s, u"ISRC"_s, u"Compilation"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        QCOMPARE(text(0, u"Track"_s), u"1"_s); // of the source
        QCOMPARE(text(0, u"Output"_s), u"track01.flac"_s);
    }

    void names_followTheTagsLive()
    {
        m_tracks->setNameTemplate(u"{artist}/{track:02} {title}"_s);
        QVERIFY(m_tracks->setData(cell(1, u"Title"_s), u"So: What"_s, Qt::EditRole));
        QVERIFY(m_tracks->setData(cell(1, u"Artist"_s), u"Miles"_s, Qt::EditRole));
        QCOMPARE(text(1, u"Output"_s), u"Miles/02 So_ What.flac"_s);
        m_editor->stack().undo();
        m_editor->stack().undo();
        m_editor->stack().undo();
        QCOMPARE(text(1, u"Output"_s), u"track02.flac"_s);
        QCOMPARE(m_tracks->nameTemplate(), u"{stem}"_s);
    }

    void edit_saysWhatDoesNotFit()
    {
        QSignalSpy refused(m_tracks.get(), &TrackModel::refused);
        m_tracks->setData(cell(0, u"Track"_s), u"A1"_s, Qt::EditRole);
        m_tracks->setData(cell(0, u"ISRC"_s), u"GBAYE69"_s, Qt::EditRole);
        QCOMPARE(refused.size(), 2);
        QVERIFY(refused[0].first().toString().contains(u"“A1”"_s));
        QVERIFY(refused[1].first().toString().contains(u"“GBAYE69”"_s));
        QCOMPARE(text(0, u"Track"_s), u"1"_s);
        QVERIFY(m_tracks->setData(cell(0, u"ISRC"_s), u"GB-AYE-69-00531"_s, Qt::EditRole));
        QCOMPARE(refused.size(), 2);
    }

    void edit_fillNumberPasteAndUndo()
    {
        QVERIFY(m_tracks->setData(cell(0, u"Album"_s), u"Kind of Blue"_s, Qt::EditRole));
        m_tracks->fillDown({cell(0, u"Album"_s), cell(1, u"Album"_s), cell(2, u"Album"_s)});
        QCOMPARE(text(2, u"Album"_s), u"Kind of Blue"_s);
        m_editor->stack().undo();
        QCOMPARE(text(2, u"Album"_s), QString());
        m_tracks->paste(cell(0, u"Title"_s), u"1. So What 9:22\r\n2. Freddie 9:46\r\n3. Blue 5:37\r\n"_s);
        QCOMPARE(text(1, u"Title"_s), u"Freddie"_s);
        m_tracks->paste(cell(1, u"Artist"_s), u"A\tB\nC\tD"_s);
        QCOMPARE(text(2, u"Album"_s), u"D"_s);
        QVERIFY(m_tracks->setData(cell(0, u"Track"_s), u"7"_s, Qt::EditRole));
        m_tracks->number({cell(0, u"Track"_s), cell(1, u"Track"_s), cell(2, u"Track"_s)});
        QCOMPARE(text(2, u"Track"_s), u"9"_s);
        QVERIFY(m_tracks->setData(cell(0, u"Track"_s), u"seven"_s, Qt::EditRole)); // is not taken
        QCOMPARE(text(0, u"Track"_s), u"7"_s);
    }

    void paste_whereNoTagIsCurrent()
    {
        m_tracks->paste({}, u"One\nTwo"_s); // nothing was clicked yet
        QCOMPARE(text(1, u"Title"_s), u"Two"_s);
        m_tracks->paste(cell(1, u"Source"_s), u"2. Zwei\n3. Drei\n4. Vier"_s);
        QCOMPARE(text(1, u"Title"_s), u"Zwei"_s);
        QCOMPARE(text(2, u"Title"_s), u"Drei"_s);
        m_tracks->paste(cell(0, u"Output"_s), u"5\tUno\n6\tDue"_s);
        QCOMPARE(text(1, u"Track"_s), u"6"_s);
        QCOMPARE(text(1, u"Title"_s), u"Due"_s);
    }

    void number_ofWholeRowsIsTheTrack()
    {
        QVERIFY(m_tracks->setData(cell(0, u"Title"_s), u"So What"_s, Qt::EditRole));
        QVERIFY(m_tracks->setData(cell(0, u"Track"_s), u"4"_s, Qt::EditRole));
        QModelIndexList all;
        for (int i = 0; i < m_tracks->rowCount() * m_tracks->columnCount(); ++i)
            all.append(m_tracks->index(i % m_tracks->rowCount(), i / m_tracks->rowCount()));
        m_tracks->number(all);
        QCOMPARE(text(2, u"Track"_s), u"6"_s);
        QCOMPARE(text(0, u"Title"_s), u"So What"_s);
        QCOMPARE(text(1, u"Title"_s), QString());
    }

    void compilation_isACheckBox()
    {
        const QModelIndex flag = cell(1, u"Compilation"_s);
        QCOMPARE(flag.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(m_tracks->setData(flag, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(flag.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(m_queue->find(2)->overrides.value("compilation"_L1), QJsonValue(true));
        QCOMPARE(flag.data(Qt::AccessibleTextRole).toString(), u"yes"_s);
        m_editor->stack().undo();
        QCOMPARE(flag.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void album_isFilledInAndUndoneAtOnce()
    {
        const Result<AlbumData> album = parseAlbum(
            "{\"artist\":\"X\",\"title\":\"Y\",\"label\":\"L\",\"tracks\":[\"a\",{\"title\":\"b\",\"artist\":\"G\"}]}");
        QVERIFY(album);
        const int before = m_editor->stack().count();
        QCOMPARE(m_tracks->fill(*album, m_tracks->places()), 1); // the third file fits no track
        QCOMPARE(text(0, u"Title"_s), u"a"_s);
        QCOMPARE(text(1, u"Artist"_s), u"G"_s);
        QCOMPARE(text(1, u"Album artist"_s), u"X"_s);
        QCOMPARE(text(2, u"Album"_s), u"Y"_s);
        QCOMPARE(m_queue->find(1)->overrides.value("tags"_L1).toArray(), (QJsonArray{u"LABEL=L"_s}));
        QCOMPARE(m_editor->stack().count(), before + 1);
        m_editor->stack().undo();
        QCOMPARE(text(0, u"Title"_s), QString());
        QVERIFY(m_queue->find(1)->overrides.isEmpty());
    }

    void cover_isForAll()
    {
        m_tracks->setPicture(m_tracks->places(), "/pictures/front.png");
        QCOMPARE(m_tracks->picture(), Path("/pictures/front.png"));
        QCOMPARE(m_queue->find(3)->overrides.value("picture"_L1).toArray(), (QJsonArray{u"/pictures/front.png"_s}));
        m_editor->stack().undo();
        QCOMPARE(m_tracks->picture(), Path());
    }

    void files_areWhatALookupNeeds()
    {
        QVERIFY(m_tracks->setData(cell(1, u"Disc"_s), u"2"_s, Qt::EditRole));
        const std::vector<AlbumFile> files = m_tracks->files();
        QCOMPARE(files.size(), 3u);
        QCOMPARE(files[1].durationMs, 3000);
        QCOMPARE(files[1].tags.value(u"discnumber"_s), u"2"_s);
        QCOMPARE(files[1].tags.value(u"track"_s), u"2"_s);
        QCOMPARE(groupDiscs(files).size(), 2u);
    }

    void rows_thatLeaveTheListLeaveTheTable()
    {
        const QPersistentModelIndex current(cell(1, u"Title"_s));
        m_editor->add({testRow(9, "other.wav", MediaKind::Audio)}, 2);
        m_editor->remove({9}); // none of these
        QVERIFY(current.isValid());
        m_editor->remove({2});
        QCOMPARE(m_tracks->rowCount(), 2);
    }

private:
    QModelIndex cell(int row, const QString &name) const
    {
        for (int column = 0; column < m_tracks->columnCount(); ++column) {
            if (m_tracks->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == name)
                return m_tracks->index(row, column);
        }
        return {};
    }
    QString text(int row, const QString &name) const { return cell(row, name).data(Qt::DisplayRole).toString(); }

    ProfileStore m_profiles{"/nowhere"};
    std::unique_ptr<QueueModel> m_queue;
    std::unique_ptr<QueueEditor> m_editor;
    std::unique_ptr<TrackModel> m_tracks;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestTrackModel)
#include "tst_trackmodel.moc"
