// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/piece.h"

#include "core/plan/cuekeys.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PieceText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Piece)
};

// The shortest track that a CD may have (IEC 60908): what is shorter is a pause, not a hidden track.
constexpr qint64 shortestTrack = 4 * framesPerSecond;

qint64 frameAt(const QVariantMap &options, QLatin1StringView key, qint64 otherwise)
{
    const auto it = options.constFind(QString(key));
    return it == options.cend() ? otherwise : it->toLongLong();
}

bool flagAt(const QVariantMap &options, QLatin1StringView key)
{
    return options.value(QString(key)).toBool();
}

/// What is before the first track stays by itself: a file of its own, which fits nowhere else, or what is long enough.
bool isKeptHidden(const ContainedFile &file, CueRule rule)
{
    const qint64 end = frameAt(file.options, CueKey::nextStart, -1);
    return (end < 0 && rule == CueRule::Prepend) || (rule == CueRule::Append && (end < 0 || end >= shortestTrack));
}

/// Leaves only start and end.
ContainedFile settled(ContainedFile file, CueRule rule, bool ownsFirstGap)
{
    const bool takesGap = rule == CueRule::Prepend || ownsFirstGap;
    const qint64 start = frameAt(file.options, CueKey::start, 0);
    const qint64 next = frameAt(file.options, CueKey::nextStart, -1);
    const qint64 first = takesGap ? frameAt(file.options, CueKey::gap, start) : start;
    // A pause whose track is in the next file stays here in any case but one: it cannot be put in front of that track.
    const bool gapIsElsewhere = next < 0 && rule == CueRule::Prepend;
    const qint64 end = rule == CueRule::Append || gapIsElsewhere ? next : frameAt(file.options, CueKey::nextGap, next);
    for (const QLatin1StringView key : {CueKey::gap, CueKey::nextGap, CueKey::nextStart, CueKey::isHidden, CueKey::isImage})
        file.options.remove(QString(key));
    if (first != start || end != next) {
        file.options.insert(CueKey::track, start);
        file.options.insert(CueKey::trackEnd, next);
    }
    file.options.insert(CueKey::start, first);
    if (end >= 0)
        file.options.insert(CueKey::nextStart, end);
    return file;
}

qint64 samplesAt(qint64 frames, int sampleRate)
{
    return (frames * sampleRate + framesPerSecond / 2) / framesPerSecond;
}

QString timeText(qint64 milliseconds)
{
    return u"%1:%2"_s.arg(milliseconds / 60000).arg(milliseconds / 1000 % 60, 2, 10, QChar(u'0'));
}

const OptionSpec *specOf(const OptionSchema &schema, QStringView key)
{
    const auto it = std::ranges::find(schema, key, &OptionSpec::key);
    return it == schema.end() ? nullptr : &*it;
}

bool fits(const OptionSpec &spec, const QString &text)
{
    return spec.pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(spec.pattern)).match(text).hasMatch();
}

/// The tags as options of that schema; what has no option of its own goes into the list `tags`.
void insertTags(const OptionSchema &schema, const Piece &piece, QJsonObject &values)
{
    QJsonArray more;
    if (piece.options.contains(u"cut_start"_s) || piece.options.contains(u"cut_end"_s)) {
        // What the image says of itself as a whole is wrong for a track.
        for (const QLatin1StringView name : {"CUESHEET"_L1, "REPLAYGAIN_TRACK_GAIN"_L1, "REPLAYGAIN_TRACK_PEAK"_L1}) {
            if (!piece.tags.contains(QString(name).toLower()))
                more.append(QString(name) + u'=');
        }
    }
    for (const auto &[key, value] : piece.tags.asKeyValueRange()) {
        const OptionSpec *spec = specOf(schema, key == "track"_L1 ? u"tracknumber"_s : key);
        if (spec && spec->type == OptionType::Boolean)
            values.insert(spec->key, value == "1"_L1);
        else if (spec && spec->type == OptionType::Text && fits(*spec, value))
            values.insert(spec->key, value);
        else if (!spec)
            more.append(key.toUpper() + u'=' + value);
    }
    const OptionSpec *list = specOf(schema, u"tags");
    if (list && list->type == OptionType::StringList && !more.isEmpty())
        values.insert(u"tags"_s, more);
}

QString foldedName(const Path &name)
{
    return QString::fromUtf8(toBytes(name)).normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// A file of that folder by its name, whatever its case and Unicode form; with `endings`, by its stem and one of them.
std::optional<Path> findInFolder(const Path &folder, const Path &name, const QStringList &endings)
{
    const QString wanted = foldedName(endings.isEmpty() ? name : name.stem());
    std::optional<Path> best;
    qsizetype bestRank = endings.size();
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const Path candidate = it->path();
        if (endings.isEmpty() && foldedName(candidate.filename()) == wanted)
            return candidate;
        const qsizetype rank = endings.indexOf(foldedName(candidate.extension()));
        if (rank >= 0 && rank < bestRank && foldedName(candidate.stem()) == wanted) {
            best = candidate;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace

CueRule cueRuleFromName(QStringView name)
{
    return name == "prepend"_L1 ? CueRule::Prepend
        : name == "discard"_L1  ? CueRule::Discard
        : name == "image"_L1    ? CueRule::Image
                                : CueRule::Append;
}

std::vector<ContainedFile> chosenContents(const std::vector<ContainedFile> &contents, CueRule rule)
{
    std::vector<ContainedFile> chosen;
    bool firstOwnsGap = false; // a pause before the first track that is too short to be one of its own
    for (const ContainedFile &file : contents) {
        if (flagAt(file.options, CueKey::isImage)) {
            if (rule == CueRule::Image)
                chosen.push_back(settled(file, rule, false));
        } else if (!file.options.contains(QString(CueKey::start))) {
            chosen.push_back(file); // of another kind of index
        } else if (flagAt(file.options, CueKey::isHidden)) {
            const bool keeps = isKeptHidden(file, rule);
            firstOwnsGap = rule == CueRule::Append && !keeps;
            if (keeps)
                chosen.push_back(settled(file, rule, false));
        } else if (rule != CueRule::Image) {
            // A further file's sound before its first track has nowhere else to go either.
            const bool startsFile = rule == CueRule::Append && frameAt(file.options, CueKey::gap, -1) == 0;
            const bool isBehindHidden = !chosen.empty() && chosen.back().path == file.path;
            chosen.push_back(settled(file, rule, std::exchange(firstOwnsGap, false) || (startsFile && !isBehindHidden)));
        }
    }
    return chosen;
}

Result<void> settlePiece(Piece &piece, MediaInfo &info)
{
    for (const auto &[key, value] : piece.tags.asKeyValueRange())
        info.tags.insert(key, value);
    if (piece.tags.contains(u"preemphasis"_s))
        info.warnings.append(PieceText::tr("This track was recorded with pre-emphasis; it is kept and said in a tag."));
    const bool hasPlace = piece.options.contains(QString(CueKey::start));
    const qint64 start = frameAt(piece.options, CueKey::start, 0);
    const qint64 end = frameAt(piece.options, CueKey::nextStart, -1);
    piece.options.remove(QString(CueKey::start));
    piece.options.remove(QString(CueKey::nextStart));
    const qint64 track = piece.options.take(QString(CueKey::track)).toLongLong();
    qint64 trackEnd = piece.options.take(QString(CueKey::trackEnd)).toLongLong(); // 0 where it is cut as the disc says
    if (!hasPlace || (start == 0 && end < 0))
        return {};
    if (info.sampleRate <= 0)
        return Error{ErrorKind::UnsupportedFormat, PieceText::tr("Tracks cannot be cut out of this kind of file.")};
    const qint64 startMs = start * 1000 / framesPerSecond;
    if (trackEnd < 0)
        trackEnd = framesOf(info.durationMs);
    const qint64 endMs = end < 0 ? info.durationMs : end * 1000 / framesPerSecond;
    if ((end >= 0 && end <= start) || (info.durationMs > 0 && startMs >= info.durationMs))
        return Error{ErrorKind::DamagedInput, PieceText::tr("The cue sheet does not fit this file: it is too short.")};
    if (info.durationMs > 0) {
        const qint64 length = std::min(endMs, info.durationMs) - startMs;
        info.cpuSeconds *= double(length) / double(info.durationMs);
        info.summary = PieceText::tr("%1 of %2", "length of a track, the whole file").arg(timeText(length), info.summary);
        info.durationMs = length;
    }
    piece.options.insert(u"cut_start"_s, samplesAt(start, info.sampleRate));
    if (end >= 0)
        piece.options.insert(u"cut_end"_s, samplesAt(end, info.sampleRate));
    if (trackEnd > track) {
        piece.options.insert(u"track_start"_s, samplesAt(track, info.sampleRate));
        piece.options.insert(u"track_end"_s, samplesAt(trackEnd, info.sampleRate));
    }
    return {};
}

Result<QJsonObject> pieceOptions(const ConverterInfo &converter, const Piece &piece)
{
    QJsonObject values;
    for (const auto &[key, value] : piece.options.asKeyValueRange()) {
        if (specOf(converter.schema, key))
            values.insert(key, QJsonValue::fromVariant(value));
        else if (key.startsWith("cut_"_L1))
            return Error{ErrorKind::UnsupportedFormat,
                         PieceText::tr("“%1” cannot cut a track out of a file.").arg(converter.name)};
    }
    insertTags(converter.schema, piece, values);
    return values;
}

std::optional<Path> findContained(const Path &index, const QByteArray &relative, bool only)
{
    static const QStringList endings{u".flac"_s, u".wav"_s, u".w64"_s, u".rf64"_s, u".aiff"_s, u".aif"_s, u".wv"_s,
                                     u".ape"_s,  u".tak"_s, u".tta"_s, u".m4a"_s,  u".mp3"_s,  u".ogg"_s, u".opus"_s};
    const Path exact = index.parent_path() / toPath(relative);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(exact, ignored))
        return exact;
    Path found = index.parent_path();
    const Path path = toPath(relative);
    for (const Path &part : path.parent_path()) {
        const std::optional<Path> folder = findInFolder(found, part, {});
        if (!folder && !only)
            return std::nullopt;
        found = folder.value_or(index.parent_path()); // the folders may be those of another computer
    }
    if (std::optional<Path> file = findInFolder(found, path.filename(), {}))
        return file;
    if (std::optional<Path> file = findInFolder(found, path.filename(), endings))
        return file;
    // Many a sheet was renamed together with its image, and still names the old one.
    const bool isSound = only && endings.contains(foldedName(path.extension()));
    return isSound ? findInFolder(index.parent_path(), index.filename(), endings) : std::nullopt;
}

} // namespace convoy
