// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/mediainfo.h"

#include "core/base/cborinteger.h"

#include <QCborArray>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QCborMap tagsToCbor(const QMap<QString, QString> &tags)
{
    QCborMap map;
    for (auto it = tags.cbegin(); it != tags.cend(); ++it)
        map.insert(it.key(), it.value());
    return map;
}

QMap<QString, QString> tagsFromCbor(const QCborMap &map)
{
    QMap<QString, QString> tags;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        tags.insert(it.key().toString(), it.value().toString());
    return tags;
}

/// A relative path that stays below its folder. Index files are hostile too.
bool staysBelow(const QByteArray &path)
{
    return !path.isEmpty() && !path.startsWith('/') && !path.contains('\0') && !path.split('/').contains("..");
}

} // namespace

QCborMap MediaInfo::toCbor() const
{
    QCborArray contained;
    for (const ContainedFile &file : contents)
        contained.append(QCborMap{{u"path"_s, file.path},
                                  {u"options"_s, QCborMap::fromVariantMap(file.options)},
                                  {u"tags"_s, tagsToCbor(file.tags)}});
    return {
        {u"format"_s, formatId},
        {u"kind"_s, static_cast<int>(kind)},
        {u"width"_s, width},
        {u"height"_s, height},
        {u"frames"_s, frames},
        {u"bits"_s, bitsStored},
        {u"duration_ms"_s, durationMs},
        {u"sample_rate"_s, sampleRate},
        {u"channels"_s, channels},
        {u"summary"_s, summary},
        {u"cpu_seconds"_s, cpuSeconds},
        {u"memory_bytes"_s, memoryBytes},
        {u"divisible"_s, divisible},
        {u"tags"_s, tagsToCbor(tags)},
        {u"warnings"_s, QCborArray::fromStringList(warnings)},
        {u"contents"_s, contained},
    };
}

MediaInfo MediaInfo::fromCbor(const QCborMap &map)
{
    const auto integer = [&map](QLatin1StringView key) { return cborInteger(map.value(key)); };
    MediaInfo info;
    info.formatId = map.value("format"_L1).toString();
    info.kind = static_cast<MediaKind>(qBound<qint64>(0, integer("kind"_L1), qint64(MediaKind::Audio)));
    info.width = int(integer("width"_L1));
    info.height = int(integer("height"_L1));
    info.frames = int(integer("frames"_L1));
    info.bitsStored = int(integer("bits"_L1));
    info.durationMs = integer("duration_ms"_L1);
    info.sampleRate = int(integer("sample_rate"_L1));
    info.channels = int(integer("channels"_L1));
    info.summary = map.value("summary"_L1).toString();
    info.cpuSeconds = map.value("cpu_seconds"_L1).toDouble();
    info.memoryBytes = integer("memory_bytes"_L1);
    info.divisible = map.value("divisible"_L1).toBool();
    info.tags = tagsFromCbor(map.value("tags"_L1).toMap());
    const QCborArray warnings = map.value("warnings"_L1).toArray();
    for (const QCborValue &warning : warnings)
        info.warnings.append(warning.toString());
    const QCborArray contained = map.value("contents"_L1).toArray();
    for (const QCborValue &value : contained) {
        const QCborMap file = value.toMap();
        const QByteArray path = file.value("path"_L1).toByteArray();
        if (staysBelow(path))
            info.contents.push_back(
                {path, file.value("options"_L1).toMap().toVariantMap(), tagsFromCbor(file.value("tags"_L1).toMap())});
    }
    return info;
}

} // namespace convoy
