// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audiobytes.h"
#include "core/converters/convertercontract.h"
#include "support/otherprograms.h"

#include <QJsonArray>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <taglib/aifffile.h>
#include <taglib/apetag.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/commentsframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/podcastframe.h>
#include <taglib/popularimeterframe.h>
#include <taglib/relativevolumeframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/tpropertymap.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <taglib/urllinkframe.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

using namespace convoy;
using namespace convoy::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Expected = QMap<QString, QStringList>;

const Expected &collectorsTags()
{
    static const Expected tags{
        {u"TITLE"_s, {u"Песня 歌 é"_s}},
        {u"ARTIST"_s, {u"Ann"_s, u"Бьёрк"_s}},
        {u"ALBUM"_s, {u"Réc/ord; Two"_s}},
        {u"ALBUMARTIST"_s, {u"Various Artists"_s}},
        {u"COMPOSER"_s, {u"Bach"_s, u"Händel"_s}},
        {u"GENRE"_s, {u"Jazz"_s, u"Fusion"_s}},
        {u"DATE"_s, {u"1999-05-01"_s}},
        {u"ORIGINALDATE"_s, {u"1971"_s}},
        {u"TRACKNUMBER"_s, {u"3"_s}},
        {u"TRACKTOTAL"_s, {u"12"_s}},
        {u"DISCNUMBER"_s, {u"1"_s}},
        {u"DISCTOTAL"_s, {u"2"_s}},
        {u"ISRC"_s, {u"USRC17607839"_s}},
        {u"COMPILATION"_s, {u"1"_s}},
        {u"LYRICS"_s, {u"line one\nline two\nзвук"_s}},
        {u"COMMENT"_s, {u"x"_s.repeated(20'000)}},
        {u"LABEL"_s, {u"ECM"_s}},
        {u"CATALOGNUMBER"_s, {u"ECM 1064"_s}},
        {u"BARCODE"_s, {u"042281006425"_s}},
        {u"ARTISTSORT"_s, {u"Ann, A."_s}},
        {u"CONDUCTOR"_s, {u"Carlos"_s}},
        {u"MUSICBRAINZ_TRACKID"_s, {u"b1a9c0e9-d987-4042-ae91-78d6a3267d69"_s}},
        {u"MUSICBRAINZ_ALBUMID"_s, {u"c1a9c0e9-d987-4042-ae91-78d6a3267d69"_s}},
        {u"MUSICBRAINZ_RELEASEGROUPID"_s, {u"a1a9c0e9-d987-4042-ae91-78d6a3267d69"_s}},
        {u"REPLAYGAIN_TRACK_GAIN"_s, {u"-7.50 dB"_s}},
        {u"REPLAYGAIN_TRACK_PEAK"_s, {u"0.988525"_s}},
        {u"REPLAYGAIN_ALBUM_GAIN"_s, {u"-6.50 dB"_s}},
        {u"REPLAYGAIN_ALBUM_PEAK"_s, {u"1.000000"_s}},
        {u"MY OWN TAG"_s, {u"mine"_s}},
    };
    return tags;
}

// RFC 7845, 5.2.1: to -23 LUFS, where ReplayGain brings to -18; in 1/256 dB; and no peaks.
Expected asInOpus(Expected tags)
{
    tags.removeIf([](const auto &entry) { return entry.key().startsWith("REPLAYGAIN_"_L1); });
    tags.insert(u"R128_TRACK_GAIN"_s, {u"-3200"_s});
    tags.insert(u"R128_ALBUM_GAIN"_s, {u"-2944"_s});
    return tags;
}

Expected withoutPeaks(Expected tags)
{
    tags.removeIf([](const auto &entry) { return entry.key().endsWith("_PEAK"_L1); });
    return tags;
}

TagLib::String text(const QString &value)
{
    return TagLib::String(value.toUtf8().constData(), TagLib::String::UTF8);
}

TagLib::ByteVector bytesOf(const QByteArray &bytes)
{
    return TagLib::ByteVector(bytes.constData(), unsigned(bytes.size()));
}

QString fromText(const TagLib::String &value)
{
    return QString::fromUtf8(value.toCString(true));
}

// As other taggers write it: names of players where TagLib knows none.
void writeTags(TagLib::File &file, const Expected &tags)
{
    TagLib::PropertyMap map;
    for (const auto &[name, values] : tags.asKeyValueRange()) {
        TagLib::StringList list;
        for (const QString &value : values)
            list.append(text(value));
        map.insert(text(name), list);
    }
    auto *xiph = dynamic_cast<TagLib::Ogg::XiphComment *>(file.tag());
    if (!xiph && !dynamic_cast<TagLib::FLAC::File *>(&file)) {
        for (const char *name : {"TRACK", "DISC"}) {
            const TagLib::String number = TagLib::String(name) + "NUMBER";
            const TagLib::String total = TagLib::String(name) + "TOTAL";
            map.replace(number, TagLib::StringList(map[number].front() + "/" + map[total].front()));
            map.erase(total);
        }
    }
    const TagLib::PropertyMap others = file.setProperties(map);
    if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(&file)) {
        for (const auto &[name, values] : others) {
            const bool isGain = name.startsWith("REPLAYGAIN");
            const std::string known = isGain ? QString(fromText(name)).toLower().toStdString() : name.to8Bit(true);
            mp4->tag()->setItem("----:com.apple.iTunes:" + known, TagLib::MP4::Item(values));
        }
    }
}

void addId3Picture(TagLib::ID3v2::Tag *tag, const QByteArray &png, int type)
{
    auto *frame = new TagLib::ID3v2::AttachedPictureFrame; // owned by the tag
    frame->setTextEncoding(TagLib::String::UTF16);
    frame->setMimeType("image/png");
    frame->setType(TagLib::ID3v2::AttachedPictureFrame::Type(type));
    frame->setDescription(text(u"Bild ü"_s));
    frame->setPicture(bytesOf(png));
    tag->addFrame(frame);
}

void addPicture(TagLib::File &file, const QByteArray &png, int type)
{
    auto *flacPicture = new TagLib::FLAC::Picture;
    flacPicture->setType(TagLib::FLAC::Picture::Type(type));
    flacPicture->setMimeType("image/png");
    flacPicture->setDescription(text(u"Bild ü"_s));
    flacPicture->setData(bytesOf(png));
    if (auto *flac = dynamic_cast<TagLib::FLAC::File *>(&file))
        return flac->addPicture(flacPicture);
    if (auto *xiph = dynamic_cast<TagLib::Ogg::XiphComment *>(file.tag()))
        return xiph->addPicture(flacPicture);
    delete flacPicture;
    if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(&file))
        return addId3Picture(mpeg->ID3v2Tag(true), png, type);
    if (auto *wav = dynamic_cast<TagLib::RIFF::WAV::File *>(&file))
        return addId3Picture(wav->ID3v2Tag(), png, type);
    if (auto *aiff = dynamic_cast<TagLib::RIFF::AIFF::File *>(&file))
        return addId3Picture(aiff->tag(), png, type);
    if (auto *wavPack = dynamic_cast<TagLib::WavPack::File *>(&file))
        return wavPack->APETag(true)->setData(type == 3 ? "Cover Art (Front)" : "Cover Art (Back)",
                                              bytesOf(QByteArray("c.png\0", 6) + png));
    auto *mp4 = dynamic_cast<TagLib::MP4::File *>(&file);
    TagLib::MP4::CoverArtList covers = mp4->tag()->item("covr").toCoverArtList();
    covers.append(TagLib::MP4::CoverArt(TagLib::MP4::CoverArt::PNG, bytesOf(png)));
    mp4->tag()->setItem("covr", covers);
}

Expected tagsIn(const QString &path)
{
    const TagLib::FileRef opened(QFile::encodeName(path).constData(), false);
    TagLib::PropertyMap map = opened.file()->properties();
    if (auto *wav = dynamic_cast<TagLib::RIFF::WAV::File *>(opened.file()))
        map = wav->ID3v2Tag()->properties();
    if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(opened.file())) {
        for (const char *name : {"REPLAYGAIN_TRACK_GAIN", "REPLAYGAIN_TRACK_PEAK", "REPLAYGAIN_ALBUM_GAIN",
                                 "REPLAYGAIN_ALBUM_PEAK", "MY OWN TAG"}) {
            const TagLib::String key = TagLib::String("----:com.apple.iTunes:") + name;
            if (mp4->tag()->contains(key))
                map.insert(name, mp4->tag()->item(key).toStringList());
        }
    }
    Expected tags;
    for (const auto &[key, values] : map) {
        for (const TagLib::String &value : values)
            tags[fromText(key)].append(fromText(value));
    }
    for (const QString &name : {u"TRACK"_s, u"DISC"_s}) {
        const QString number = tags.value(name + u"NUMBER"_s).value(0);
        if (!number.contains(u'/'))
            continue;
        tags[name + u"NUMBER"_s] = {number.section(u'/', 0, 0)};
        tags[name + u"TOTAL"_s] = {number.section(u'/', 1, 1)};
    }
    return tags;
}

template <typename F>
void addWords(TagLib::ID3v2::Tag &tag, const char *language, const char *description, const QString &words)
{
    auto *frame = new F(TagLib::String::UTF8); // the tag owns this and all others
    frame->setLanguage(language);
    frame->setDescription(description);
    frame->setText(text(words));
    tag.addFrame(frame);
}

void addText(TagLib::ID3v2::Tag &tag, const char *id, const TagLib::StringList &values)
{
    auto *frame = new TagLib::ID3v2::TextIdentificationFrame(id, TagLib::String::UTF8);
    frame->setText(values);
    tag.addFrame(frame);
}

void addRating(TagLib::ID3v2::Tag &tag, const char *owner, int level, unsigned count)
{
    auto *frame = new TagLib::ID3v2::PopularimeterFrame;
    frame->setEmail(owner);
    frame->setRating(level);
    frame->setCounter(count);
    tag.addFrame(frame);
}

void addCollectorsFrames(TagLib::File &file)
{
    const auto list = [](const char *values) { return TagLib::StringList::split(values, "|"); };
    TagLib::ID3v2::Tag &tag = *dynamic_cast<TagLib::MPEG::File &>(file).ID3v2Tag(true);
    addWords<TagLib::ID3v2::CommentsFrame>(tag, "xxx", "", u"plain"_s);
    addWords<TagLib::ID3v2::CommentsFrame>(tag, "deu", "", u"ein Wort"_s);
    addWords<TagLib::ID3v2::CommentsFrame>(tag, "eng", "Mood note", u"about it"_s);
    addWords<TagLib::ID3v2::CommentsFrame>(tag, "eng", "iTunNORM", u" 00000A"_s);
    addWords<TagLib::ID3v2::UnsynchronizedLyricsFrame>(tag, "jpn", "", u"歌"_s);
    addText(
        tag, "TIPL",
        list("arranger|Arr Anger|producer|Pro One|producer|Pro Two|DJ-mix|Dee Jay|lights|Lumi")); // no role of the standard
    addText(tag, "TMCL", list("piano|Bill Evans|drums|Jimmy Cobb"));
    addText(tag, "TSST", list("Second Night"));
    addText(tag, "TIT1", list("Group"));
    addText(tag, "MVIN", list("2/4"));
    addText(tag, "MVNM", list("Adagio"));
    tag.addFrame(new TagLib::ID3v2::UserTextIdentificationFrame("WORK", list("Symphony"), TagLib::String::UTF8));
    tag.addFrame(
        new TagLib::ID3v2::UserTextIdentificationFrame("MusicBrainz Disc Id", list("disc-id"), TagLib::String::UTF8));
    tag.addFrame(new TagLib::ID3v2::PodcastFrame);
    auto *licence = new TagLib::ID3v2::UrlLinkFrame("WCOP");
    licence->setUrl("http://licence.example");
    tag.addFrame(licence);
    addRating(tag, "me@example.org", 196, 7);
    addRating(tag, "Windows Media Player 9 Series", 255, 0);
    auto *volume = new TagLib::ID3v2::RelativeVolumeFrame;
    volume->setIdentification("album");
    volume->setVolumeAdjustment(-7.25F);
    TagLib::ID3v2::RelativeVolumeFrame::PeakVolume peak;
    peak.bitsRepresentingPeak = 16;
    peak.peakVolume = TagLib::ByteVector("\x40\x00", 2);
    volume->setPeakVolume(peak);
    tag.addFrame(volume);
}

template <typename F>
QString words(const F &frame)
{
    return QString::fromLatin1(frame.language().data(), 3).toLower() + u'[' + fromText(frame.description()) + u"] "_s
        + fromText(frame.text());
}

QString described(const TagLib::ID3v2::Frame &frame)
{
    const QString id = QString::fromLatin1(frame.frameID().data(), 4);
    if (const auto *comment = dynamic_cast<const TagLib::ID3v2::CommentsFrame *>(&frame))
        return id + u' ' + words(*comment);
    if (const auto *lyrics = dynamic_cast<const TagLib::ID3v2::UnsynchronizedLyricsFrame *>(&frame))
        return id + u' ' + words(*lyrics);
    if (const auto *user = dynamic_cast<const TagLib::ID3v2::UserTextIdentificationFrame *>(&frame))
        return id + u'[' + fromText(user->description()) + u"] "_s + fromText(user->fieldList().back());
    if (const auto *rating = dynamic_cast<const TagLib::ID3v2::PopularimeterFrame *>(&frame))
        return u"%1 %2 %3 %4"_s.arg(id, fromText(rating->email())).arg(rating->rating()).arg(rating->counter());
    return (id + u' ' + fromText(frame.toString())).trimmed();
}

} // namespace

/// Every tag on every road from one format to another, written and read back by TagLib, read by ffprobe too.
class TestMusicTags : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QByteArray m_front;
    QByteArray m_back;

    static QByteArray picture(const QString &size)
    {
        return program(u"ffmpeg"_s,
                       {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=size="_s + size, u"-frames:v"_s, u"1"_s,
                        u"-f"_s, u"image2pipe"_s, u"-c:v"_s, u"png"_s, u"-"_s});
    }

    // A second of sound without any tag.
    QString sound(const QString &extension, const QStringList &more = {}, const QString &metadata = u"-1"_s) const
    {
        const QString wav = saved(m_folder, musicWav(2, 44100), u"plain.wav"_s);
        const QString path = m_folder.filePath(u"source."_s + extension);
        program(u"ffmpeg"_s,
                QStringList{u"-v"_s, u"error"_s, u"-y"_s, u"-bitexact"_s, u"-i"_s, wav} + more
                    + QStringList{u"-map_metadata"_s, metadata, u"-bitexact"_s, path});
        return path;
    }

    // The same, with what `edit` writes into it.
    template <typename Edit>
    QString tagged(const QString &extension, Edit edit) const
    {
        const QString path = sound(extension);
        TagLib::FileRef opened(QFile::encodeName(path).constData(), false);
        edit(*opened.file());
        if (!opened.save())
            qWarning("the source cannot be tagged");
        return path;
    }

    QString target(const QString &source, const QString &extension) const
    {
        ConvertHarness harness;
        const QString family = extension == "flac"_L1 || extension == "wav"_L1 ? u"audio"_s : u"music"_s;
        const InputFile input = InputFile::fromPath(source);
        const Result<ConvertReport> report = converterInFamily(family)->convert(
            {.input = input.input(), .options = optionsFor(family), .extension = extension}, harness.context());
        if (!report)
            qWarning("%s %s", qPrintable(report.error().message), qPrintable(report.error().detail));
        return saved(m_folder, harness.outputBytes(0), u"target."_s + extension);
    }

    static QByteArray commentsOf(const QString &flac)
    {
        return program(u"metaflac"_s, {u"--no-utf8-convert"_s, u"--export-tags-to=-"_s, flac});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_front = picture(u"64x48"_s);
        m_back = picture(u"32x24"_s);
        QVERIFY(!m_front.isEmpty() && !m_back.isEmpty());
    }

    void everyTag_arrives_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char *from : {"flac", "mp3", "m4a", "ogg", "opus", "wv", "wav", "aiff"}) {
            for (const char *to : {"flac", "mp3", "m4a", "ogg", "opus", "wv", "wav"})
                QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
        }
    }
    void everyTag_arrives()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString source = tagged(from, [&](TagLib::File &file) {
            writeTags(file, from == "opus"_L1 ? asInOpus(collectorsTags()) : collectorsTags());
            addPicture(file, m_front, 3);
            addPicture(file, m_back, 4);
        });
        const QString target = this->target(source, to);
        Expected expected = to == "opus"_L1 ? asInOpus(collectorsTags())
            : from == "opus"_L1             ? withoutPeaks(collectorsTags())
                                            : collectorsTags();
        const Expected found = tagsIn(target);
        for (const auto &[name, values] : expected.asKeyValueRange())
            QVERIFY2(found.value(name) == values, qPrintable(name + u": "_s + found.value(name).join(u'|').left(200)));
        const QStringList more = QSet<QString>(found.keyBegin(), found.keyEnd())
                                     .subtract(QSet<QString>(expected.keyBegin(), expected.keyEnd()))
                                     .values();
        QCOMPARE(more, QStringList());

        const QJsonObject probed = ffprobed(target);
        QCOMPARE(tagOf(probed, u"title"_s), u"Песня 歌 é"_s);
        QCOMPARE(tagOf(probed, u"album"_s), u"Réc/ord; Two"_s);
        if (to != "wav"_L1) { // ffprobe reads LIST only
            QCOMPARE(tagOf(probed, to == "opus"_L1 ? u"R128_TRACK_GAIN"_s : u"REPLAYGAIN_TRACK_GAIN"_s),
                     expected.value(to == "opus"_L1 ? u"R128_TRACK_GAIN"_s : u"REPLAYGAIN_TRACK_GAIN"_s).value(0));
            const QJsonArray streams = probed[u"streams"_s].toArray();
            QCOMPARE(streams.size(), 3); // pictures are streams to ffprobe
            QCOMPARE(QSet<int>({streams[1][u"width"_s].toInt(), streams[2][u"width"_s].toInt()}), QSet<int>({64, 32}));
        }
        QVERIFY(readFile(target).contains(m_front) || to == "ogg"_L1 || to == "opus"_L1); // base64 there
    }

    void pictures_keepTypeAndDescription_data()
    {
        QTest::addColumn<QString>("from");
        for (const char *from : {"mp3", "ogg", "opus", "aiff", "wav"})
            QTest::addRow("%s", from) << QString::fromLatin1(from);
    }
    void pictures_keepTypeAndDescription()
    {
        QFETCH(QString, from);
        const QString source = tagged(from, [this](TagLib::File &file) {
            addPicture(file, m_back, 4);
            addPicture(file, m_front, 6);
        });
        for (const QString &to : {u"flac"_s, u"mp3"_s}) {
            const QJsonArray streams = ffprobed(target(source, to))[u"streams"_s].toArray();
            QCOMPARE(streams.size(), 3);
            QCOMPARE(streams[1][u"tags"_s][u"comment"_s].toString(), u"Cover (back)"_s);
            QCOMPARE(streams[2][u"tags"_s][u"comment"_s].toString(), u"Media (e.g. label side of CD)"_s);
            QCOMPARE(streams[1][u"tags"_s][u"title"_s].toString(), u"Bild ü"_s);
        }
    }

    void chapters_areWherePlayersLook_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char *from : {"flac", "mp3", "m4a", "opus"}) {
            for (const char *to : {"flac", "mp3", "m4a", "ogg", "opus"})
                QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
        }
        QTest::newRow("by way of a WAV") << u"wav"_s << u"mp3"_s;
    }
    void chapters_areWherePlayersLook()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString list = saved(m_folder,
                                   ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=400\ntitle=Intro\n"
                                   "[CHAPTER]\nTIMEBASE=1/1000\nSTART=400\nEND=1000\ntitle=Второй\n",
                                   u"chapters.txt"_s);
        const bool isWav = from == "wav"_L1;
        QString source = sound(isWav ? u"mp3"_s : from, {u"-i"_s, list, u"-map_chapters"_s, u"1"_s}, u"0"_s);
        if (from == "flac"_L1) {
            program(u"metaflac --no-utf8-convert --set-tag=CHAPTER001=00:00:00.000 --set-tag=CHAPTER001NAME=Intro "
                    u"--set-tag=CHAPTER002=00:00:00.400 --set-tag=CHAPTER002NAME=Второй %1"_s.arg(source));
        } else if (isWav) {
            source = target(source, u"wav"_s);
        }
        const QString target = this->target(source, to);
        if (to == "flac"_L1) {                           // which ffprobe has chapters of in later versions only
            const int first = from == "opus"_L1 ? 0 : 1; // so does ffmpeg count
            const QString tags = u"CHAPTER00%1=00:00:00.000\nCHAPTER00%1NAME=Intro\n"
                                 "CHAPTER00%2=00:00:00.400\nCHAPTER00%2NAME=Второй\n"_s.arg(first)
                                     .arg(first + 1);
            QCOMPARE(commentsOf(target), tags.toUtf8());
            return;
        }
        const QJsonArray chapters = ffprobed(target)[u"chapters"_s].toArray();
        QCOMPARE(chapters.size(), 2);
        QCOMPARE(chapters[0][u"tags"_s][u"title"_s].toString(), u"Intro"_s);
        QCOMPARE(chapters[1][u"tags"_s][u"title"_s].toString(), u"Второй"_s);
        QCOMPARE(chapters[1][u"start_time"_s].toString().toDouble(), 0.4);
        const bool isLossyPair = from != "flac"_L1;
        QVERIFY(std::abs(chapters[1][u"end_time"_s].toString().toDouble() - 1) < (isLossyPair ? 0.1 : 0.02));
        QVERIFY(tagsIn(target).value(u"CHAPTER001"_s).isEmpty() || to == "ogg"_L1 || to == "opus"_L1);
    }

    // iTunes and LAME say here how that file was made, which the new one was not.
    void whatIsTrueOfTheSourceOnly_isLeftOut()
    {
        const QString source = tagged(u"m4a"_s, [](TagLib::File &file) {
            auto *tag = dynamic_cast<TagLib::MP4::Tag *>(file.tag());
            tag->setItem("----:com.apple.iTunes:iTunSMPB", TagLib::StringList(" 00000000 00000840"));
            tag->setItem("----:com.apple.iTunes:iTunNORM", TagLib::StringList(" 000001"));
            tag->setItem("\251too", TagLib::StringList("iTunes 12"));
            tag->setTitle("Song");
        });
        QCOMPARE(commentsOf(target(source, u"flac"_s)), "TITLE=Song\n");
    }

    // MP3s of mp3gain have the gain in an APE tag behind the sound, and everything else in front.
    void gainOfAnApeTag_isFound()
    {
        const QString source = tagged(u"mp3"_s, [](TagLib::File &file) {
            auto &mpeg = dynamic_cast<TagLib::MPEG::File &>(file);
            mpeg.ID3v2Tag(true)->setTitle("Song");
            mpeg.APETag(true)->addValue("REPLAYGAIN_TRACK_GAIN", "-3.000000 dB");
            mpeg.APETag(true)->addValue("MP3GAIN_MINMAX", "089,183");
            mpeg.APETag(true)->addValue("TITLE", "Another");
        });
        QCOMPARE(commentsOf(target(source, u"flac"_s)), "TITLE=Song\nREPLAYGAIN_TRACK_GAIN=-3.000000 dB\n");
    }

    // The sides of a record.
    void wordsForNumbers_areKept()
    {
        const QString source = sound(u"flac"_s);
        program(u"metaflac --set-tag=TRACKNUMBER=A1 --set-tag=TRACKTOTAL=12 \"--set-tag=DATE=c. 1970\" %1"_s.arg(source));
        for (const QString &to : {u"mp3"_s, u"wv"_s}) {
            const QByteArray bytes = readFile(target(source, to));
            QVERIFY2(bytes.contains("A1/12"), qPrintable(to));
            QVERIFY2(bytes.contains("c. 1970"), qPrintable(to));
        }
        const QString m4a = target(source, u"m4a"_s);
        QCOMPARE(tagOf(ffprobed(m4a), u"tracknumber"_s), u"A1"_s);
        const QByteArray again = commentsOf(target(m4a, u"flac"_s));
        QVERIFY2(again.contains("TRACKNUMBER=A1\n") && again.contains("TRACKTOTAL=12\n"), again);
    }

    // Names that Vorbis comments are also known by have the place that players look at.
    void otherNames_findTheirPlace()
    {
        const QString source = sound(u"flac"_s);
        program(u"metaflac --set-tag=TRACKNUMBER=4 --set-tag=TOTALTRACKS=9 "
                u"--set-tag=YEAR=1969 \"--set-tag=ALBUM ARTIST=Ann\" --set-tag=ORGANIZATION=ECM %1"_s.arg(source));
        for (const QString &to : {u"mp3"_s, u"m4a"_s, u"wv"_s}) {
            const QJsonObject probed = ffprobed(target(source, to));
            QCOMPARE(tagOf(probed, u"track"_s), u"4/9"_s);
            QCOMPARE(tagOf(probed, to == "wv"_L1 ? u"year"_s : u"date"_s), u"1969"_s);
            QCOMPARE(tagOf(probed, to == "wv"_L1 ? u"album artist"_s : u"album_artist"_s), u"Ann"_s);
        }
    }

    // Frames that TagLib has no names for, as Picard, Quod Libet, foobar2000 and iTunes write them.
    void framesOfCollectors_becomeComments()
    {
        const QString flac = target(tagged(u"mp3"_s, &addCollectorsFrames), u"flac"_s);
        QByteArrayList lines = commentsOf(flac).split('\n');
        std::ranges::sort(lines);
        QCOMPARE(lines.mid(1),
                 QByteArrayList({"ARRANGER=Arr Anger",
                                 "COMMENT=about it (Mood note)",
                                 "COMMENT=ein Wort",
                                 "COMMENT=plain",
                                 "DISCSUBTITLE=Second Night",
                                 "DJMIXER=Dee Jay",
                                 "FMPS_RATING=0.8",
                                 "GROUPING=Group",
                                 "LICENSE=http://licence.example",
                                 "LYRICS=\xe6\xad\x8c",
                                 "MOVEMENT=2",
                                 "MOVEMENTNAME=Adagio",
                                 "MOVEMENTTOTAL=4",
                                 "MUSICBRAINZ_DISCID=disc-id",
                                 "PERFORMER=Bill Evans (piano)",
                                 "PERFORMER=Jimmy Cobb (drums)",
                                 "PERFORMER=Lumi (lights)",
                                 "PLAYCOUNT:ME@EXAMPLE.ORG=7",
                                 "PODCAST=1",
                                 "PRODUCER=Pro One",
                                 "PRODUCER=Pro Two",
                                 "RATING:ME@EXAMPLE.ORG=0.769",
                                 "RATING=5",
                                 "REPLAYGAIN_ALBUM_GAIN=-7.25 dB",
                                 "REPLAYGAIN_ALBUM_PEAK=0.500000",
                                 "WORK=Symphony"}));

        const QJsonObject probed = ffprobed(target(flac, u"m4a"_s));
        QCOMPARE(tagOf(probed, u"PRODUCER"_s), u"Pro One"_s);
        TagLib::MP4::File m4a(QFile::encodeName(m_folder.filePath(u"target.m4a"_s)).constData());
        QCOMPARE(m4a.tag()->item("rate").toStringList().toString(), TagLib::String("80"));
        QCOMPARE(m4a.tag()->item("\251mvi").toInt(), 2);
        QCOMPARE(m4a.tag()->item("\251mvc").toInt(), 4);
        QVERIFY(m4a.tag()->item("pcst").toBool());
        QVERIFY(m4a.tag()->contains("----:com.apple.iTunes:MusicBrainz Disc Id"));
        QCOMPARE(m4a.tag()->item("----:com.apple.iTunes:PERFORMER").toStringList().size(), 3U);
    }

    // By way of a FLAC only the languages and what comments are about are lost.
    void framesOfCollectors_areFramesAgain_data()
    {
        QTest::addColumn<bool>("byFlac");
        QTest::newRow("MP3 to MP3") << false;
        QTest::newRow("MP3 to FLAC to MP3") << true;
    }
    void framesOfCollectors_areFramesAgain()
    {
        QFETCH(bool, byFlac);
        QString source = tagged(u"mp3"_s, &addCollectorsFrames);
        if (byFlac)
            source = target(source, u"flac"_s);
        TagLib::MPEG::File file(QFile::encodeName(target(source, u"mp3"_s)).constData());
        QStringList frames;
        for (const TagLib::ID3v2::Frame *frame : file.ID3v2Tag()->frameList())
            frames.append(described(*frame));
        frames.sort();
        const QString plain = byFlac
            ? u"COMM xxx[] about it (Mood note)|COMM xxx[] ein Wort|COMM xxx[] plain|USLT xxx[] 歌"_s
            : u"COMM deu[] ein Wort|COMM eng[Mood note] about it|COMM xxx[] plain|USLT jpn[] 歌"_s;
        QStringList expected = plain.split(u'|');
        expected += {u"MVIN 2/4"_s,
                     u"MVNM Adagio"_s,
                     u"PCST"_s,
                     u"POPM Windows Media Player 9 Series 255 0"_s,
                     u"POPM me@example.org 196 7"_s,
                     u"TIPL arranger Arr Anger producer Pro One producer Pro Two DJ-mix Dee Jay"_s,
                     u"TIT1 Group"_s,
                     u"TMCL lights Lumi piano Bill Evans drums Jimmy Cobb"_s,
                     u"TSST Second Night"_s,
                     u"TXXX[FMPS_Rating] 0.8"_s,
                     u"TXXX[MusicBrainz Disc Id] disc-id"_s,
                     u"TXXX[REPLAYGAIN_ALBUM_GAIN] -7.25 dB"_s,
                     u"TXXX[REPLAYGAIN_ALBUM_PEAK] 0.500000"_s,
                     u"TXXX[WORK] Symphony"_s,
                     u"WCOP http://licence.example"_s};
        expected.sort();
        QCOMPARE(frames.join(u'\n'), expected.join(u'\n'));
    }

    void ratings_ofOtherPrograms_data()
    {
        QTest::addColumn<QString>("comment");
        QTest::addColumn<QString>("frame");
        const QString windows = u"POPM Windows Media Player 9 Series %1 0"_s;
        QTest::newRow("foobar2000") << u"RATING=4"_s << windows.arg(196);
        QTest::newRow("MediaMonkey") << u"RATING=60"_s << windows.arg(128);
        QTest::newRow("Picard without an address") << u"RATING=1.0"_s << windows.arg(255);
        QTest::newRow("Picard") << u"RATING:users@musicbrainz.org=0.2"_s << u"POPM users@musicbrainz.org 51 0"_s;
        QTest::newRow("Quod Libet's count") << u"PLAYCOUNT:quod@example.org=3"_s << u"POPM quod@example.org 0 3"_s;
        QTest::newRow("Strawberry") << u"FMPS_RATING=0.6"_s << windows.arg(128);
        QTest::newRow("not rated") << u"RATING=0"_s << QString();
        QTest::newRow("words") << u"RATING=Explicit"_s << QString();
    }
    void ratings_ofOtherPrograms()
    {
        QFETCH(QString, comment);
        QFETCH(QString, frame);
        const QString source = sound(u"flac"_s);
        program(u"metaflac"_s, {u"--set-tag="_s + comment, source});
        TagLib::MPEG::File file(QFile::encodeName(target(source, u"mp3"_s)).constData());
        const TagLib::ID3v2::FrameList ratings = file.ID3v2Tag(true)->frameList("POPM");
        QCOMPARE(ratings.isEmpty() ? QString() : described(*ratings.front()), frame);
    }
};

QTEST_GUILESS_MAIN(TestMusicTags)
#include "tst_musictags.moc"
