// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/theora/theorafunctions.h"

#include <QTest>

#include <theora/theoraenc.h>

#include <array>
#include <climits>
#include <memory>
#include <random>
#include <utility>
#include <vector>

extern "C" {
#include <x86/x86enc.h>
}

namespace convoy {

namespace {

constexpr int stride = 24; // of blocks that lie in a picture
using Block = std::array<unsigned char, 8 * stride>;
using Encoder = std::unique_ptr<th_enc_ctx, decltype(&th_encode_free)>;

struct Blocks {
    Block source;
    Block reference;
    Block neighbour;
};

Encoder newEncoder(bool exactMotion)
{
    th_info info;
    th_info_init(&info);
    info.frame_width = info.pic_width = info.frame_height = info.pic_height = 16;
    info.fps_numerator = info.fps_denominator = 1;
    info.pixel_fmt = TH_PF_420;
    info.quality = 32;
    Encoder encoder(th_encode_alloc(&info), th_encode_free);
    th_info_clear(&info);
    useFastFunctions(encoder.get(), exactMotion);
    return encoder;
}

// Noise, pictures that are nearly alike, and the largest numbers that there can be.
std::vector<Blocks> allKindsOfBlocks()
{
    std::mt19937 random(1);
    const auto upTo = [&](unsigned largest) { return static_cast<unsigned char>(random() % (largest + 1)); };
    std::vector<Blocks> blocks(30'000);
    for (size_t i = 0; i < blocks.size(); ++i) {
        Blocks &next = blocks[i];
        for (size_t j = 0; j < next.source.size(); ++j) {
            const unsigned char extreme = upTo(1) ? 255 : 0;
            next.source[j] = i % 3 == 0 ? upTo(255) : i % 3 == 1 ? extreme : 100 + upTo(20);
            next.reference[j] = i % 3 == 0 ? upTo(255) : i % 3 == 1 ? 255 - extreme : 100 + upTo(20);
            next.neighbour[j] = i % 3 == 1 ? next.reference[j] : upTo(255);
        }
    }
    blocks[1].source.fill(255);
    blocks[1].reference.fill(0);
    blocks[1].neighbour.fill(1);
    return blocks;
}

} // namespace

class TestTheoraFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sums_asInC();
    void transform_asMmx();
    void halfPixels_onlyWhereAskedFor();
};

void TestTheoraFunctions::sums_asInC()
{
    const Encoder encoder = newEncoder(true);
    const oc_enc_opt_vtable &functions = encoder->opt_vtable;
    QVERIFY(functions.frag_satd_thresh != oc_enc_frag_satd_thresh_mmxext);
    for (const Blocks &blocks : allKindsOfBlocks()) {
        const unsigned char *source = blocks.source.data();
        const unsigned char *reference = blocks.reference.data();
        const unsigned char *neighbour = blocks.neighbour.data();
        QCOMPARE(functions.frag_satd_thresh(source, reference, stride, UINT_MAX),
                 oc_enc_frag_satd_thresh_c(source, reference, stride, UINT_MAX));
        QCOMPARE(functions.frag_satd2_thresh(source, reference, neighbour, stride, UINT_MAX),
                 oc_enc_frag_satd2_thresh_c(source, reference, neighbour, stride, UINT_MAX));
        QCOMPARE(functions.frag_intra_satd(source, stride), oc_enc_frag_intra_satd_c(source, stride));
    }
}

void TestTheoraFunctions::transform_asMmx()
{
    const Encoder encoder = newEncoder(false);
    for (const Blocks &blocks : allKindsOfBlocks()) {
        alignas(16) std::array<ogg_int16_t, 64> differences;
        for (size_t i = 0; i < differences.size(); ++i)
            differences[i] = ogg_int16_t(blocks.source[i] - blocks.reference[i]);
        alignas(16) std::array<ogg_int16_t, 64> ours;
        alignas(16) std::array<ogg_int16_t, 64> mmx;
        encoder->opt_vtable.fdct8x8(ours.data(), differences.data());
        oc_enc_fdct8x8_mmx(mmx.data(), differences.data());
        __builtin_ia32_emms();
        QVERIFY(ours == mmx);
    }
}

void TestTheoraFunctions::halfPixels_onlyWhereAskedFor()
{
    QVERIFY(newEncoder(false)->opt_vtable.frag_satd2_thresh == oc_enc_frag_satd2_thresh_mmxext);
    QVERIFY(newEncoder(true)->opt_vtable.frag_satd2_thresh != oc_enc_frag_satd2_thresh_mmxext);
}

} // namespace convoy

QTEST_GUILESS_MAIN(convoy::TestTheoraFunctions)
#include "tst_theorafunctions.moc"
