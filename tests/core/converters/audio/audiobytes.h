// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <cmath>
#include <vector>

namespace convoy::test {

template <typename T>
QByteArray little(T value)
{
    const T swapped = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

template <typename T>
QByteArray big(T value)
{
    const T swapped = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

inline QByteArray riffChunk(const QByteArray &id, const QByteArray &content)
{
    return id + little(quint32(content.size())) + content + QByteArray(content.size() % 2, '\0');
}

inline QByteArray formatChunk(int channels, int rate, int bits, quint16 tag = 1)
{
    const int block = channels * ((bits + 7) / 8);
    return riffChunk("fmt ",
                     little(tag) + little(quint16(channels)) + little(quint32(rate)) + little(quint32(rate * block))
                         + little(quint16(block)) + little(quint16(bits)));
}

inline QByteArray wavFile(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4)) + "WAVE" + chunks;
}

/// Something like music: a few partials and noise, different in each channel, 16 bit.
inline QByteArray music(int channels, qint64 samples, quint32 seed = 1)
{
    QByteArray bytes(qsizetype(samples * channels * 2), Qt::Uninitialized);
    quint32 noise = seed;
    for (qint64 i = 0; i < samples; ++i) {
        for (int channel = 0; channel < channels; ++channel) {
            noise = noise * 1664525u + 1013904223u;
            const double t = double(i) / 44100;
            const double value = 6000 * std::sin(2764.6 * t) + 3000 * std::sin((1382.3 + 50 * channel) * t * (1 + 0.1 * t))
                + double(noise >> 22) - 512;
            qToLittleEndian<qint16>(qint16(value), bytes.data() + (i * channels + channel) * 2);
        }
    }
    return bytes;
}

inline QByteArray musicWav(int channels, qint64 samples, int rate = 44100)
{
    return wavFile(formatChunk(channels, rate, 16) + riffChunk("data", music(channels, samples)));
}

} // namespace convoy::test
