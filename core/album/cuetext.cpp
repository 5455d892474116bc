// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/album/cuesheet.h"

#include <QStringDecoder>

#include <algorithm>
#include <memory>
#include <uchardet/uchardet.h>

namespace convoy {

namespace {

struct FreeDetector {
    void operator()(uchardet *detector) const { uchardet_delete(detector); }
};

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
    return uchardet_get_charset(detector.get());
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
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    // What is neither is most likely Windows text of western Europe.
    QStringDecoder guessed(guessedEncoding(bytes).constData());
    return decoded(guessed.isValid() ? std::move(guessed) : QStringDecoder("windows-1252"), bytes);
}

} // namespace convoy
