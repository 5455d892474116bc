// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/repeatedpicture.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>

namespace convoy {

namespace {

class BitWriter
{
public:
    void put(unsigned value, int count)
    {
        for (int bit = count - 1; bit >= 0; --bit) {
            if (m_used % 8 == 0)
                m_bytes.append('\0');
            m_bytes.back() = char(uint8_t(m_bytes.back()) | ((value >> bit & 1U) << (7 - m_used % 8)));
            ++m_used;
        }
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    int m_used = 0;
};

struct RunCode {
    int least;     ///< shortest run
    unsigned head; ///< a unary number …
    int headBits;
    int tailBits; ///< … and by how much the run is longer
};

// Theora spec 7.2.1, table 7.7.
constexpr std::array longRuns{RunCode{1, 0b0, 1, 0},       RunCode{2, 0b10, 2, 1},     RunCode{4, 0b110, 3, 1},
                              RunCode{6, 0b1110, 4, 2},    RunCode{10, 0b11110, 5, 3}, RunCode{18, 0b111110, 6, 4},
                              RunCode{34, 0b111111, 6, 12}};
constexpr int longestRun = 4129;

// So many zeros as a "long-run bit string".
void putZeros(BitWriter &bits, int count)
{
    while (count > 0) {
        const int run = std::min(count, longestRun);
        const auto code = std::ranges::find_if(longRuns.rbegin(), longRuns.rend(),
                                               [run](const RunCode &one) { return one.least <= run; });
        bits.put(0, 1);
        bits.put(code->head, code->headBits);
        bits.put(unsigned(run - code->least), code->tailBits);
        count -= run;
    }
}

// Of 32×32 samples, in all planes.
int superBlocks(QSize size, AVPixelFormat format)
{
    const AVPixFmtDescriptor *planes = av_pix_fmt_desc_get(format);
    const int columns = (size.width() + 15) / 16; // of macro blocks
    const int rows = (size.height() + 15) / 16;
    const auto inPlane = [columns, rows](int log2Width, int log2Height) {
        const auto count = [](int macroBlocks, int log2) { return (macroBlocks + (2 << log2) - 1) / (2 << log2); };
        return count(columns, log2Width) * count(rows, log2Height);
    };
    return inPlane(0, 0) + 2 * inPlane(planes->log2_chroma_w, planes->log2_chroma_h);
}

} // namespace

QByteArray repeatedTheoraPicture(QSize size, AVPixelFormat format)
{
    const int blocks = superBlocks(size, format);
    BitWriter bits;
    bits.put(0b01, 2);      // a picture, not a key frame (7.1)
    bits.put(0, 6 + 1);     // quantiser, the only one
    putZeros(bits, blocks); // super blocks of which some blocks are coded (7.3)
    putZeros(bits, blocks); // super blocks of which all are
    bits.put(7, 3);         // scheme of the modes, of which there are none (7.4)
    bits.put(0, 1);         // coding of the motion vectors (7.5)
    bits.put(0, 4 * 4);     // Huffman tables of the tokens (7.7.3)
    return bits.bytes();
}

} // namespace convoy
