// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/image/pipeline/plane.h"

#include "support/pixels.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace convoy;
using namespace convoy::test;

namespace {

class TestPlane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turn_likeExif_data();
    void turn_likeExif();
    void turn_unturned_data() { turn_likeExif_data(); }
    void turn_unturned();
    void turn_then();
    void resized_lanczos();
    void resized_flatStaysFlat();
    void resized_part();
    void resized_beyondTheEdge();
    void resized_stops();
};

Plane planeOf(const Picture &picture, int channel)
{
    Plane plane(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            plane.row(y)[x] = std::uint8_t(picture.at(x, y, channel));
    return plane;
}

bool never()
{
    return false;
}

/// The same in doubles and in the plainest way: one sum over the whole neighborhood.
double lanczosAt(const Plane &plane, double x, double y, double scale)
{
    const auto weight = [scale](double distance) {
        const double d = std::abs(distance) / std::max(scale, 1.0);
        if (d >= 3)
            return 0.0;
        const double a = std::numbers::pi * d;
        return d == 0 ? 1.0 : 3 * std::sin(a) * std::sin(a / 3) / (a * a);
    };
    double sum = 0;
    double weights = 0;
    const int reach = int(std::ceil(3 * std::max(scale, 1.0))) + 1;
    for (int j = int(y) - reach; j <= int(y) + reach; ++j) {
        for (int i = int(x) - reach; i <= int(x) + reach; ++i) {
            const double w = weight(i - x) * weight(j - y);
            sum += w * plane.row(std::clamp(j, 0, plane.height - 1))[std::clamp(i, 0, plane.width - 1)];
            weights += w;
        }
    }
    return std::clamp(sum / weights, 0.0, 255.0);
}

void TestPlane::turn_likeExif_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void TestPlane::turn_likeExif()
{
    QFETCH(int, orientation);
    const Picture stored = testPicture(70, 41);
    const Picture expected = oriented(stored, orientation);
    const Plane turned = turnedPlane(planeOf(stored, 0), Turn::forOrientation(orientation));
    QCOMPARE(QSize(turned.width, turned.height), expected.size());
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x)
            QCOMPARE(int(turned.row(y)[x]), expected.at(x, y, 0));
}

/// A part of the turned picture, cut from the unturned one and then turned, is the part.
void TestPlane::turn_unturned()
{
    QFETCH(int, orientation);
    const Picture stored = testPicture(70, 41);
    const Turn turn = Turn::forOrientation(orientation);
    const QRect part(5, 11, 20, 13);
    const QRectF from = turn.unturned(QRectF(part), QSizeF(70, 41));
    const Picture cut = oriented(cropped(stored, from.toRect()), orientation);
    QVERIFY(rms(cut, cropped(oriented(stored, orientation), part)) == 0);
}

void TestPlane::turn_then()
{
    const Picture stored = testPicture(70, 41);
    for (int first = 1; first <= 8; ++first) {
        for (int second = 1; second <= 8; ++second) {
            const Turn both = Turn::forOrientation(first).then(Turn::forOrientation(second));
            const Picture expected = oriented(oriented(stored, first), second);
            const Plane turned = turnedPlane(planeOf(stored, 1), both);
            QCOMPARE(int(turned.row(3)[7]), expected.at(7, 3, 1));
            QCOMPARE(QSize(turned.width, turned.height), expected.size());
        }
    }
    QCOMPARE(Turn::forDegrees(90).then(Turn::forDegrees(270)), Turn());
    QCOMPARE(Turn::forDegrees(180), Turn::forOrientation(3));
}

void TestPlane::resized_lanczos()
{
    Picture noise = testPicture(97, 61);
    for (qsizetype i = 0; i < noise.samples.size(); ++i)
        noise.samples[i] = uchar(noise.samples[i] ^ uchar(i * 2654435761U >> 25));
    const Plane source = planeOf(noise, 0);
    for (const QSize size : {QSize(40, 25), QSize(13, 50), QSize(150, 122), QSize(1, 1)}) {
        const Plane result = resizedPlane(source, QRectF(0, 0, 97, 61), size, Kernel::Lanczos, never);
        const double sx = 97.0 / size.width();
        const double sy = 61.0 / size.height();
        if (sx != sy && (sx < 1) != (sy < 1))
            continue; // the plain sum has one scale only
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                if (std::abs(sx - sy) > 0.1)
                    continue;
                const double expected = lanczosAt(source, (x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5, sx);
                QVERIFY2(std::abs(result.row(y)[x] - expected) < 1.6,
                         qPrintable(QStringLiteral("%1,%2: %3, not %4").arg(x).arg(y).arg(result.row(y)[x]).arg(expected)));
            }
        }
    }
}

void TestPlane::resized_flatStaysFlat()
{
    for (const int value : {0, 1, 127, 254, 255}) {
        Plane source(100, 80);
        std::ranges::fill(source.samples, std::uint8_t(value));
        for (const Kernel kernel : {Kernel::Lanczos, Kernel::Mitchell, Kernel::Triangle}) {
            const Plane result = resizedPlane(source, QRectF(3.3, 2.7, 80.1, 60.2), QSize(37, 131), kernel, never);
            for (int y = 0; y < result.height; ++y)
                for (int x = 0; x < result.width; ++x)
                    QCOMPARE(int(result.row(y)[x]), value);
        }
    }
}

/// Whole samples at their own size are copied, half a sample between is their middle.
void TestPlane::resized_part()
{
    const Picture picture = testPicture(90, 70);
    const Plane source = planeOf(picture, 2);
    const Plane same = resizedPlane(source, QRectF(10, 20, 30, 40), QSize(30, 40), Kernel::Lanczos, never);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 30; ++x)
            QCOMPARE(int(same.row(y)[x]), picture.at(x + 10, y + 20, 2));
    const Plane between = resizedPlane(source, QRectF(10.5, 20, 30, 40), QSize(30, 40), Kernel::Triangle, never);
    const double middle = (picture.at(12, 25, 2) + picture.at(13, 25, 2)) / 2.0;
    QVERIFY(std::abs(between.row(5)[2] - middle) <= 0.51);
}

void TestPlane::resized_beyondTheEdge()
{
    const Plane source = planeOf(testPicture(9, 7), 0); // smaller than the filter is wide
    const Plane result = resizedPlane(source, QRectF(-1, 0, 10, 8), QSize(5, 4), Kernel::Lanczos, never);
    QCOMPARE(QSize(result.width, result.height), QSize(5, 4));
    QVERIFY(std::abs(int(result.row(0)[0]) - int(source.row(0)[0])) < 30);
}

void TestPlane::resized_stops()
{
    int asked = 0;
    const Plane result = resizedPlane(Plane(200, 2000), QRectF(0, 0, 200, 2000), QSize(100, 1000), Kernel::Lanczos,
                                      [&asked] { return ++asked > 3; });
    QCOMPARE(result.width, 0);
    QCOMPARE(asked, 4);
}

} // namespace

QTEST_GUILESS_MAIN(TestPlane)
#include "tst_plane.moc"
