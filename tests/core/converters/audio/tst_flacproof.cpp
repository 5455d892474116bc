// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/encode/flacproof.h"
#include "support/flacframes.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace convoy;
using namespace convoy::test;

namespace {

constexpr size_t usualHeader = 6; // for the first frame, with its CRC-8

enum class Sound : quint8 { Music, Silence, Noise, LoudNoise, Square, Even, Ramp, NearlySilent };

qint32 sampleOf(Sound sound, int bits, size_t place, size_t channel, QRandomGenerator &random)
{
    const double top = std::ldexp(1.0, bits - 1) - 1;
    const auto noise = [&random](double scale) { return qint32(std::floor((random.generateDouble() * 2 - 1) * scale)); };
    const double phase = double(place) / (40.0 + 7.0 * double(channel));
    switch (sound) {
    case Sound::Music: return qint32((std::sin(phase) + std::sin(phase * 1.37) / 3) * top * 0.5) + noise(top / 500);
    case Sound::Silence: return 0;
    case Sound::Noise: return noise(top * 0.01);
    case Sound::LoudNoise: return qint32(std::clamp(double(noise(top * 1.2)), -top - 1, top));
    case Sound::Square: return place / 30 % 2 == channel % 2 ? qint32(top) : qint32(-top - 1);
    case Sound::Even: return bits < 8 ? 0 : qint32(std::sin(phase) * top * 0.4) & ~15;
    case Sound::Ramp: return qint32(std::fmod(double(place) * (1.0 + double(channel)), top));
    case Sound::NearlySilent: return place % 1999 == 1000 ? noise(std::min(top, 9.0)) : 0;
    }
    Q_UNREACHABLE();
}

Planes planesOf(Sound sound, const SampleShape &shape)
{
    QRandomGenerator random(quint32(shape.bits) * 8 + quint32(shape.channels));
    Planes planes(size_t(shape.channels), std::vector<qint32>(size_t(shape.samples)));
    for (size_t channel = 0; channel < planes.size(); ++channel) {
        for (size_t i = 0; i < planes[channel].size(); ++i)
            planes[channel][i] = sampleOf(sound, shape.bits, i, channel, random);
    }
    return planes;
}

/// A frame of 192 samples, mono, 16 bit, made by hand: what libFLAC does not write, other encoders do.
class HandMadeFrame
{
public:
    HandMadeFrame()
    {
        add(0xFFF8, 16);
        add(0x1908, 16); // 192 samples, 44.1 kHz, mono, 16 bit
        add(0, 16);      // number and CRC-8
    }
    void add(quint32 value, int width)
    {
        for (int bit = width - 1; bit >= 0; --bit, ++m_bits) {
            if (m_bits % 8 == 0)
                m_bytes.push_back(0);
            m_bytes.back() |= uchar((value >> bit & 1) << (7 - m_bits % 8));
        }
    }
    std::vector<uchar> bytes() const
    {
        std::vector<uchar> frame = m_bytes;
        frame.resize(frame.size() + 2);
        mendChecksums(frame, usualHeader);
        return frame;
    }

private:
    std::vector<uchar> m_bytes;
    int m_bits = 0;
};

PlanePointers from(const Planes &planes, size_t first)
{
    PlanePointers pointers;
    for (const std::vector<qint32> &plane : planes)
        pointers.push_back(plane.data() + first);
    return pointers;
}

} // namespace

class TestFlacProof : public QObject
{
    Q_OBJECT

private:
    const FlacKind m_small{{44100, 2, 16, 192}, 8, 192};

private Q_SLOTS:
    void holds_whatLibFlacWrites_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("rate");
        for (const int bits : {4, 8, 11, 12, 16, 20, 24, 27, 31}) {
            for (int level = 0; level <= 8; ++level)
                QTest::addRow("%d bit, level %d", bits, level) << bits << 2 << level << 44100;
        }
        for (const int channels : {1, 3, 6, 8})
            QTest::addRow("%d channels", channels) << 16 << channels << 5 << 48000;
        for (const int rate : {8000, 12000, 12345, 88200, 176400, 192000, 255000, 655340})
            QTest::addRow("%d Hz", rate) << 16 << 2 << 8 << rate;
    }
    void holds_whatLibFlacWrites()
    {
        QFETCH(int, bits);
        QFETCH(int, channels);
        QFETCH(int, level);
        QFETCH(int, rate);
        const int blockSize = level < 3 ? 1152 : 4096;
        const SampleShape shape{rate, channels, bits, blockSize * 2 + 777};
        FlacProof proof(shape);
        for (int sound = 0; sound <= int(Sound::NearlySilent); ++sound) {
            const Planes planes = planesOf(Sound(sound), shape);
            const FlacFrames encoded({shape, level, blockSize, level == 7}, planes);
            QCOMPARE(encoded.frames.size(), size_t(3));
            for (size_t i = 0; i < 3; ++i) {
                const qint64 samples = i < 2 ? blockSize : 777;
                const PlanePointers expected = from(planes, i * size_t(blockSize));
                QVERIFY2(proof.holds(encoded.frames[i], quint32(i), expected, samples), qPrintable(QString::number(sound)));
                QVERIFY(!proof.holds(encoded.frames[i], quint32(i + 1), expected, samples));
            }
        }
    }

    void holds_blocksOfEverySize()
    {
        for (const int samples : {16, 17, 192, 255, 256, 257, 576, 1152, 2304, 4096, 4608, 16384, 65535}) {
            const SampleShape shape{44100, 1, 16, samples};
            const Planes planes = planesOf(Sound::Music, shape);
            const FlacFrames encoded({shape, 8, samples}, planes);
            QVERIFY2(FlacProof(shape).holds(encoded.frames.at(0), 0, from(planes, 0), samples),
                     qPrintable(QString::number(samples)));
        }
    }

    // libFLAC is who says what a changed frame holds.
    void holds_noFrameThatDecodesToOthers_data()
    {
        QTest::addColumn<int>("sound");
        for (int sound = 0; sound <= int(Sound::NearlySilent); ++sound)
            QTest::addRow("%d", sound) << sound;
    }
    void holds_noFrameThatDecodesToOthers()
    {
        QFETCH(int, sound);
        const Planes planes = planesOf(Sound(sound), m_small.shape);
        const FlacFrames encoded(m_small, planes);
        const std::vector<uchar> &frame = encoded.frames.at(0);
        FlacProof proof(m_small.shape);
        QVERIFY(proof.holds(frame, 0, from(planes, 0), 192));
        QVERIFY(DecodedFrame(encoded.head, frame).planes == planes);
        for (size_t bit = 0; bit < frame.size() * 8; ++bit) {
            std::vector<uchar> changed = frame;
            changed[bit / 8] ^= uchar(0x80 >> bit % 8);
            QVERIFY2(!proof.holds(changed, 0, from(planes, 0), 192), qPrintable(QString::number(bit)));
            mendChecksums(changed, usualHeader);
            if (proof.holds(changed, 0, from(planes, 0), 192))
                QVERIFY2(DecodedFrame(encoded.head, changed).planes == planes, qPrintable(QString::number(bit)));
        }
    }

    void holds_noOtherSample_data() { holds_noFrameThatDecodesToOthers_data(); }
    void holds_noOtherSample()
    {
        QFETCH(int, sound);
        Planes planes = planesOf(Sound(sound), m_small.shape);
        const FlacFrames encoded(m_small, planes);
        FlacProof proof(m_small.shape);
        for (std::vector<qint32> &plane : planes) {
            for (qint32 &sample : plane) {
                for (const int change : {1, -1, 256}) {
                    sample += change;
                    QVERIFY(!proof.holds(encoded.frames.at(0), 0, from(planes, 0), 192));
                    sample -= change;
                }
            }
        }
        QVERIFY(proof.holds(encoded.frames.at(0), 0, from(planes, 0), 192));
    }

    void holds_noOtherHeaderChecksum()
    {
        const Planes planes = planesOf(Sound::Music, m_small.shape);
        std::vector<uchar> changed = FlacFrames(m_small, planes).frames.at(0);
        changed[usualHeader - 1] ^= 1;
        const quint16 crc = flacCrc16(changed.data(), changed.size() - 2);
        changed[changed.size() - 2] = uchar(crc >> 8);
        changed[changed.size() - 1] = uchar(crc);
        QVERIFY(!FlacProof(m_small.shape).holds(changed, 0, from(planes, 0), 192));
    }

    // Samples without a code (RFC 9639, 9.2.7.1), half of them of no width at all.
    void holds_escapedPartitions()
    {
        Planes planes(1, std::vector<qint32>(192));
        for (size_t i = 96; i < 192; ++i)
            planes[0][i] = int(i % 16) - 8;
        HandMadeFrame frame;
        frame.add(8 << 1, 8); // a fixed predictor of order 0
        frame.add(1, 6);      // 4-bit parameters, two partitions
        frame.add(15 << 5, 9);
        frame.add(15 << 5 | 4, 9);
        for (size_t i = 96; i < 192; ++i)
            frame.add(quint32(planes[0][i]) & 15, 4);
        FlacProof proof({44100, 1, 16, 192});
        QVERIFY(proof.holds(frame.bytes(), 0, from(planes, 0), 192));
        for (const size_t place : {size_t(0), size_t(95), size_t(96), size_t(191)}) {
            ++planes[0][place];
            QVERIFY(!proof.holds(frame.bytes(), 0, from(planes, 0), 192));
            --planes[0][place];
        }
    }

    // RFC 9639, 9.2.6: decoders refuse both.
    void holds_noForbiddenPredictor_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<int>("shift");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("as it should be") << 14 << 0 << true;
        QTest::newRow("precision of 16") << 15 << 0 << false;
        QTest::newRow("shifted up") << 14 << 31 << false;
    }
    void holds_noForbiddenPredictor()
    {
        QFETCH(int, precision);
        QFETCH(int, shift);
        QFETCH(bool, isAllowed);
        HandMadeFrame frame;
        frame.add(32 << 1, 8); // linear prediction of order 1
        frame.add(0, 16);
        frame.add(quint32(precision), 4);
        frame.add(quint32(shift), 5);
        frame.add(0, precision + 1);
        frame.add(0, 10); // 4-bit parameters, one partition, parameter 0
        for (int i = 1; i < 192; ++i)
            frame.add(1, 1);
        const Planes silence(1, std::vector<qint32>(192));
        QCOMPARE(FlacProof({44100, 1, 16, 192}).holds(frame.bytes(), 0, from(silence, 0), 192), isAllowed);
    }

    void holds_noOtherLength()
    {
        const Planes planes = planesOf(Sound::Music, m_small.shape);
        const FlacFrames encoded(m_small, planes);
        const std::vector<uchar> &frame = encoded.frames.at(0);
        FlacProof proof(m_small.shape);
        for (size_t size = 0; size < frame.size(); ++size)
            QVERIFY(!proof.holds(std::span(frame).first(size), 0, from(planes, 0), 192));
        std::vector<uchar> longer = frame;
        longer.push_back(0);
        QVERIFY(!proof.holds(longer, 0, from(planes, 0), 192));
        QVERIFY(!proof.holds(frame, 0, from(planes, 0), 191));
    }

    void holds_noOtherShape()
    {
        const Planes planes = planesOf(Sound::Even, m_small.shape);
        const FlacFrames encoded(m_small, planes);
        QVERIFY(FlacProof(m_small.shape).holds(encoded.frames.at(0), 0, from(planes, 0), 192));
        for (const SampleShape &shape : {SampleShape{48000, 2, 16, 192}, {44100, 1, 16, 192}, {44100, 2, 24, 192}})
            QVERIFY(!FlacProof(shape).holds(encoded.frames.at(0), 0, from(planes, 0), 192));
    }
};

QTEST_APPLESS_MAIN(TestFlacProof)
#include "tst_flacproof.moc"
