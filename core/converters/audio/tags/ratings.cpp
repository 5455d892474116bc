// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/tags/ratings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

// POPM of Windows' Explorer and Media Player: all players know its five levels, and no person is meant by it.
constexpr auto nobody = "Windows Media Player 9 Series"_L1;
constexpr std::array levelOfStars{0, 1, 64, 128, 196, 255};
constexpr int highestLevel = levelOfStars.back();
constexpr QByteArrayView ratingPrefix = "RATING:";
constexpr QByteArrayView countPrefix = "PLAYCOUNT:";

int levelOf(double stars)
{
    return levelOfStars[size_t(std::clamp(std::lround(stars), 1L, 5L))];
}

// Stars (foobar2000), from 0 to 1 (Picard without an address), or a percentage (MediaMonkey).
int levelIn(const QString &text)
{
    constexpr int mostStars = 5;
    constexpr int percent = 100;
    const double value = text.toDouble(); // 0 where it is no number
    if (value <= 0 || value > percent)
        return 0;
    if (value <= 1 && text.contains(u'.'))
        return levelOf(value * mostStars);
    return levelOf(value <= mostStars ? value : value * mostStars / percent);
}

Rating &ratingOf(QList<Rating> &ratings, const QString &owner)
{
    for (Rating &rating : ratings) {
        if (rating.owner.compare(owner, Qt::CaseInsensitive) == 0)
            return rating;
    }
    return ratings.emplace_back(Rating{.owner = owner});
}

QString ownerOf(const AudioTag &tag, QByteArrayView before)
{
    return tag.description.isEmpty() ? QString::fromUtf8(tag.name.mid(before.size())).toLower() : tag.description;
}

} // namespace

int starsOf(int level)
{
    const auto distance = [level](int other) { return std::abs(other - level); };
    const auto *nearest = std::ranges::min_element(levelOfStars.begin() + 1, levelOfStars.end(), {}, distance);
    return level > 0 ? int(nearest - levelOfStars.begin()) : 0;
}

AudioTags ratingTags(const Rating &rating)
{
    AudioTags tags;
    const bool isNobodys = rating.owner.isEmpty() || rating.owner.compare(nobody, Qt::CaseInsensitive) == 0;
    const QByteArray owner = rating.owner.toUtf8().toUpper().replace('=', ' ');
    const int stars = starsOf(rating.level);
    if (stars > 0) {
        if (isNobodys)
            tags.append({"RATING", QString::number(stars)});
        else
            tags.append({ratingPrefix.toByteArray() + owner, QString::number(double(rating.level) / highestLevel, 'f', 3),
                         rating.owner});
        tags.append({"FMPS_RATING", QString::number(double(stars) / 5, 'f', 1)});
    }
    if (rating.playCount > 0 && isNobodys)
        tags.append({"PLAYCOUNT", QString::number(rating.playCount)});
    else if (rating.playCount > 0)
        tags.append({countPrefix.toByteArray() + owner, QString::number(rating.playCount), rating.owner});
    return tags;
}

QList<Rating> ratingsIn(const AudioTags &tags)
{
    QList<Rating> ratings;
    for (const AudioTag &tag : tags) {
        if (tag.name.startsWith(ratingPrefix)) {
            const int level = int(std::lround(tag.value.toDouble() * highestLevel));
            ratingOf(ratings, ownerOf(tag, ratingPrefix)).level = std::clamp(level, 0, highestLevel);
        } else if (tag.name.startsWith(countPrefix)) {
            ratingOf(ratings, ownerOf(tag, countPrefix)).playCount = tag.value.toUInt();
        } else if (tag.name == "RATING") {
            ratingOf(ratings, nobody).level = levelIn(tag.value);
        }
    }
    const auto general = std::ranges::find(tags, "FMPS_RATING", &AudioTag::name);
    if (general != tags.end() && general->value.toDouble() > 0 && std::ranges::none_of(ratings, &Rating::level))
        ratingOf(ratings, nobody).level = levelOf(general->value.toDouble() * 5);
    ratings.removeIf([](const Rating &rating) { return rating.level == 0 && rating.playCount == 0; });
    return ratings;
}

bool isRatingTag(const AudioTag &tag)
{
    return tag.name == "RATING" || tag.name.startsWith(ratingPrefix) || tag.name.startsWith(countPrefix);
}

} // namespace convoy
