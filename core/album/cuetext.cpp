// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuesheet.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <uchardet/uchardet.h>
#include <utility>

namespace convoy {

namespace {

struct FreeDetector {
    void operator()(uchardet *detector) const { uchardet_delete(detector); }
};

struct Sibling {
    QByteArrayView guessed;
    QByteArrayView windows;
};

/// ISO 8859 has no letters from 0x80 to 0x9F: where there are some, it is the code page of Windows that is much the same.
QByteArray namedForQt(const QByteArray &guessed, const QByteArray &bytes)
{
    constexpr std::array siblings{Sibling{"ISO-8859-1", "windows-1252"}, Sibling{"ISO-8859-2", "windows-1250"},
                                  Sibling{"ISO-8859-7", "windows-1253"}, Sibling{"ISO-8859-9", "windows-1254"},
                                  Sibling{"ISO-8859-13", "windows-1257"}};
    if (guessed == "UHC")
        return "windows-949";
    const bool hasMore = std::ranges::any_of(bytes, [](char c) { return uchar(c) >= 0x80 && uchar(c) < 0xA0; });
    const auto it = std::ranges::find(siblings, QByteArrayView(guessed), &Sibling::guessed);
    return hasMore && it != siblings.end() ? it->windows.toByteArray() : guessed;
}

/// GB 2312 has two bytes with the high bit a letter; words of western Europe have one between letters of ASCII.
bool hasPairsOnly(const QByteArray &bytes)
{
    constexpr auto lowest = 0xA1;
    qsizetype run = 0;
    for (const char c : bytes) {
        if (uchar(c) >= 0x80 && uchar(c) < lowest)
            return false;
        if (uchar(c) >= lowest)
            ++run;
        else if (std::exchange(run, 0) % 2 != 0)
            return false;
    }
    return run % 2 == 0;
}

QByteArray guessedEncoding(const QByteArray &bytes)
{
    // One accent says nothing of an alphabet: a guess by so little is a wrong one.
    constexpr auto leastToJudgeBy = 6;
    if (std::ranges::count_if(bytes, [](char c) { return (c & 0x80) != 0; }) < leastToJudgeBy)
        return {};
    const std::unique_ptr<uchardet, FreeDetector> detector(uchardet_new());
    if (!detector || uchardet_handle_data(detector.get(), bytes.constData(), size_t(bytes.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    const QByteArray guessed = uchardet_get_charset(detector.get());
    const bool isLatin = guessed.isEmpty() || guessed == "WINDOWS-1252" || guessed == "ISO-8859-1"
        || guessed == "ISO-8859-15";
    return isLatin && hasPairsOnly(bytes) ? QByteArray("GB18030") : namedForQt(guessed, bytes);
}

/// UTF-16 without its mark: a sheet begins with a letter of ASCII or a space.
std::optional<QStringConverter::Encoding> wideEncoding(const QByteArray &bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0 || (bytes[0] == 0) == (bytes[1] == 0)
        || (bytes[2] == 0) == (bytes[3] == 0))
        return std::nullopt;
    return bytes[0] == 0 ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
}

QString decoded(QStringDecoder decoder, const QByteArray &bytes)
{
    return decoder(bytes);
}

} // namespace

QString decodeCueText(const QByteArray &bytes)
{
    // A byte order mark says it all; Qt takes it off.
    if (const auto marked = QStringConverter::encodingForData(bytes); marked)
        return decoded(QStringDecoder(*marked), bytes);
    if (const auto wide = wideEncoding(bytes); wide)
        return decoded(QStringDecoder(*wide), bytes);
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    // What is neither is most likely Windows text of western Europe.
    QStringDecoder guessed(guessedEncoding(bytes).constData());
    return decoded(guessed.isValid() ? std::move(guessed) : QStringDecoder("windows-1252"), bytes);
}

} // namespace convoy
