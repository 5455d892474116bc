// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What fills whole albums in: the rest of TrackModel.
#include "core/album/albumoptions.h"
#include "ui/models/trackmodel.h"

#include <QJsonArray>

#include <numeric>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

std::vector<AlbumFile> TrackModel::files() const
{
    std::vector<AlbumFile> files;
    for (int place = 0; place < rowCount(); ++place) {
        AlbumFile &file = files.emplace_back();
        const QueueRow *row = m_model.find(m_rows[place]);
        if (!row)
            continue;
        file = {.path = row->input.path,
                .index = row->piece ? row->piece->index : Path(),
                .durationMs = row->info.durationMs,
                .sampleRate = row->info.sampleRate,
                .cutStart = row->piece ? row->piece->options.value(u"cut_start"_s).toLongLong() : 0,
                .tags = row->info.tags};
        for (size_t i = 0; i < m_tags.size(); ++i) {
            if (const QString text = tag(index(place, fixedColumns + int(i))); !text.isEmpty())
                file.tags.insert(tagKey(m_tags[i].key), text);
        }
    }
    return files;
}

/// The list of further tags as it would be written now.
QStringList TrackModel::furtherTags(const QueueRow &row, const Profile &profile, const ConverterInfo &converter)
{
    const QString key = u"tags"_s;
    QJsonValue list = profile.options.value(key);
    if (const Result<QJsonObject> named = row.piece ? pieceOptions(converter, *row.piece) : QJsonObject();
        named && named->contains(key))
        list = named->value(key);
    return (row.overrides.contains(key) ? row.overrides.value(key) : list).toVariant().toStringList();
}

void TrackModel::fill(const std::vector<size_t> &places, const std::vector<TagMap> &tags)
{
    m_editor.stack().beginMacro(tr("filling in the album"));
    for (size_t i = 0; i < places.size() && i < tags.size(); ++i) {
        const QueueRow *row = places[i] < size_t(m_rows.size()) ? m_model.find(m_rows[qsizetype(places[i])]) : nullptr;
        const Profile *profile = row ? m_profiles.find(row->profileId) : nullptr;
        const ConverterInfo *converter = profile ? findConverter(profile->converter) : nullptr;
        if (converter && !tags[i].isEmpty())
            m_editor.setOptions(row->id, albumOptions(*converter, tags[i], furtherTags(*row, *profile, *converter)));
    }
    m_editor.stack().endMacro();
}

int TrackModel::fill(const AlbumData &album, const std::vector<size_t> &places)
{
    const std::vector<AlbumFile> all = files();
    std::vector<TagMap> known;
    known.reserve(places.size());
    for (const size_t place : places)
        known.push_back(place < all.size() ? all[place].tags : TagMap());
    const MatchedTracks matched = matchTracks(album, known);
    fill(places, matched.tags);
    return album.tracks.empty() ? 0 : matched.unmatched;
}

std::vector<size_t> TrackModel::places() const
{
    std::vector<size_t> places(m_rows.size());
    std::iota(places.begin(), places.end(), size_t(0));
    return places;
}

void TrackModel::setPicture(const std::vector<size_t> &places, const Path &picture)
{
    QList<RowId> rows;
    for (const size_t place : places)
        rows.append(m_rows[qsizetype(place)]);
    m_editor.setOption(rows, u"picture"_s, QJsonArray{QString::fromUtf8(toBytes(picture))});
}

Path TrackModel::picture() const
{
    const QueueRow *row = m_rows.isEmpty() ? nullptr : m_model.find(m_rows.first());
    const QString chosen = row ? row->overrides.value(u"picture"_s).toArray().first().toString() : QString();
    return chosen.startsWith(u'/') ? toPath(chosen) : Path();
}

void TrackModel::setNameTemplate(const QString &nameTemplate)
{
    m_editor.setNameTemplate(m_rows, nameTemplate);
}

QString TrackModel::nameTemplate() const
{
    const QueueRow *row = m_rows.isEmpty() ? nullptr : m_model.find(m_rows.first());
    const ProfileBrief *profile = row ? m_model.profile(row->profileId) : nullptr;
    return row && !row->nameTemplate.isEmpty() ? row->nameTemplate : profile ? profile->nameTemplate : QString();
}

} // namespace convoy
