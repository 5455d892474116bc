// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/theora/theorafunctions.h"

#ifdef CONVOY_THEORA_SOURCE
#include <cstddef>
#include <cstdlib>
#include <emmintrin.h>
#include <initializer_list>

extern "C" {
#include <x86/x86enc.h>
}
#endif

namespace convoy {

#ifdef CONVOY_THEORA_SOURCE

namespace {

constexpr int blockSize = 8; // pixels each way

struct Block { // a row of 16-bit numbers each
    __m128i rows[blockSize];
};

__m128i wordsAt(const unsigned char *row)
{
    return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i *>(row)), _mm_setzero_si128());
}

// Between two pixels: half their sum, rounded down.
__m128i wordsBetween(const unsigned char *rowA, const unsigned char *rowB)
{
    return _mm_srli_epi16(_mm_add_epi16(wordsAt(rowA), wordsAt(rowB)), 1);
}

void butterfly(__m128i &a, __m128i &b)
{
    const __m128i difference = _mm_sub_epi16(a, b);
    a = _mm_add_epi16(a, b);
    b = difference;
}

// The first two of the three stages of a Hadamard transform of each column.
void twoStages(__m128i (&rows)[blockSize])
{
    for (int i = 0; i < 4; ++i)
        butterfly(rows[i], rows[i + 4]);
    for (int i : {0, 1, 4, 5})
        butterfly(rows[i], rows[i + 2]);
}

void transpose(__m128i (&rows)[blockSize])
{
    __m128i pairs[blockSize];
    for (int i = 0; i < blockSize; i += 2) {
        pairs[i] = _mm_unpacklo_epi16(rows[i], rows[i + 1]);
        pairs[i + 1] = _mm_unpackhi_epi16(rows[i], rows[i + 1]);
    }
    __m128i fours[blockSize];
    for (int i = 0; i < blockSize; i += 4) {
        fours[i] = _mm_unpacklo_epi32(pairs[i], pairs[i + 2]);
        fours[i + 1] = _mm_unpackhi_epi32(pairs[i], pairs[i + 2]);
        fours[i + 2] = _mm_unpacklo_epi32(pairs[i + 1], pairs[i + 3]);
        fours[i + 3] = _mm_unpackhi_epi32(pairs[i + 1], pairs[i + 3]);
    }
    for (int i = 0; i < 4; ++i) {
        rows[2 * i] = _mm_unpacklo_epi64(fours[i], fours[i + 4]);
        rows[2 * i + 1] = _mm_unpackhi_epi64(fours[i], fours[i + 4]);
    }
}

__m128i absolute(__m128i words)
{
    return _mm_max_epi16(words, _mm_sub_epi16(_mm_setzero_si128(), words));
}

struct Transformed {
    unsigned sum; // of the absolute values of all 64 coefficients
    int first;    // coefficient: the sum of all pixels
};

// Of pixels or differences of them: at most 64 * 255 in each coefficient, so 16 bits are enough. The last stage, a + b and
// a - b, is not carried out, because |a + b| + |a - b| = 2 max(|a|, |b|).
[[gnu::always_inline]] inline Transformed transformed(Block block)
{
    twoStages(block.rows);
    for (int i = 0; i < blockSize; i += 2)
        butterfly(block.rows[i], block.rows[i + 1]);
    transpose(block.rows);
    twoStages(block.rows);
    __m128i sums = _mm_setzero_si128();
    for (int i = 0; i < blockSize; i += 2)
        sums = _mm_add_epi16(sums, _mm_max_epi16(absolute(block.rows[i]), absolute(block.rows[i + 1])));
    sums = _mm_madd_epi16(sums, _mm_set1_epi16(1));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, _MM_SHUFFLE(1, 0, 3, 2)));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, _MM_SHUFFLE(2, 3, 0, 1)));
    return {2U * unsigned(_mm_cvtsi128_si32(sums)),
            short(_mm_cvtsi128_si32(block.rows[0])) + short(_mm_cvtsi128_si32(block.rows[1]))};
}

// The last argument is a limit above which any number will do; libtheora never sets one.
unsigned sumOfTransformedDifferences(const unsigned char *source, const unsigned char *reference, int stride, unsigned)
{
    Block block;
    for (std::ptrdiff_t i = 0; i < blockSize; ++i)
        block.rows[i] = _mm_sub_epi16(wordsAt(source + i * stride), wordsAt(reference + i * stride));
    return transformed(block).sum;
}

unsigned sumOfTransformedHalfPixelDifferences(const unsigned char *source, const unsigned char *referenceA,
                                              const unsigned char *referenceB, int stride, unsigned)
{
    Block block;
    for (std::ptrdiff_t i = 0; i < blockSize; ++i)
        block.rows[i] = _mm_sub_epi16(wordsAt(source + i * stride),
                                      wordsBetween(referenceA + i * stride, referenceB + i * stride));
    return transformed(block).sum;
}

unsigned sumOfTransformedPixels(const unsigned char *source, int stride)
{
    Block block;
    for (std::ptrdiff_t i = 0; i < blockSize; ++i)
        block.rows[i] = wordsAt(source + i * stride);
    const Transformed result = transformed(block);
    return result.sum - unsigned(std::abs(result.first));
}

} // namespace

void useFastFunctions(th_enc_ctx *encoder, bool exactMotion)
{
    oc_enc_opt_vtable &functions = encoder->opt_vtable;
    functions.frag_satd_thresh = sumOfTransformedDifferences;
    functions.frag_intra_satd = sumOfTransformedPixels;
    functions.fdct8x8 = oc_enc_fdct8x8_x86_64sse2; // libtheora's own, which it leaves unused
    if (exactMotion)
        functions.frag_satd2_thresh = sumOfTransformedHalfPixelDifferences;
}

#else

void useFastFunctions(th_enc_ctx *, bool) {}

#endif

} // namespace convoy
