// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/jpeg2000.h"

#include <QTest>

#include <openjpeg.h>

#include <functional>
#include <vector>

using namespace convoy;

namespace {

struct Codestream {
    int width = 24;
    int height = 18;
    int components = 1;
    int precision = 8;
    bool isSigned = false;
    int chromaStep = 1; ///< of the second and third component

    static int value(int component, int x, int y, int range) { return (x * 371 + y * 113 + component * 5) % range; }

    std::vector<std::uint8_t> encode() const
    {
        std::vector<opj_image_cmptparm_t> parameters(static_cast<size_t>(components));
        for (size_t i = 0; i < parameters.size(); ++i) {
            const auto step = static_cast<OPJ_UINT32>(i > 0 ? chromaStep : 1);
            parameters[i] = {};
            parameters[i].dx = parameters[i].dy = step;
            parameters[i].w = static_cast<OPJ_UINT32>(width) / step;
            parameters[i].h = static_cast<OPJ_UINT32>(height) / step;
            parameters[i].prec = static_cast<OPJ_UINT32>(precision);
            parameters[i].sgnd = isSigned;
        }
        opj_image_t *const image = opj_image_create(static_cast<OPJ_UINT32>(components), parameters.data(),
                                                    OPJ_CLRSPC_UNSPECIFIED);
        image->x1 = static_cast<OPJ_UINT32>(width);
        image->y1 = static_cast<OPJ_UINT32>(height);
        for (int i = 0; i < components; ++i) {
            const opj_image_comp_t &component = image->comps[i];
            for (OPJ_UINT32 at = 0; at < component.w * component.h; ++at)
                component.data[at] = value(i, int(at % component.w), int(at / component.w), 1 << precision)
                    - (isSigned ? 1 << (precision - 1) : 0);
        }
        opj_cparameters_t options;
        opj_set_default_encoder_parameters(&options);
        options.numresolution = 3;
        opj_codec_t *const codec = opj_create_compress(OPJ_CODEC_J2K);
        std::vector<std::uint8_t> out;
        opj_stream_t *const stream = opj_stream_create(1 << 20, OPJ_FALSE);
        opj_stream_set_user_data(stream, &out, nullptr);
        opj_stream_set_write_function(stream, [](void *data, OPJ_SIZE_T size, void *user) {
            const auto *const bytes = static_cast<const std::uint8_t *>(data);
            static_cast<std::vector<std::uint8_t> *>(user)->insert(static_cast<std::vector<std::uint8_t> *>(user)->end(),
                                                                   bytes, bytes + size);
            return size;
        });
        const bool good = opj_setup_encoder(codec, &options, image) && opj_start_compress(codec, image, stream)
            && opj_encode(codec, stream) && opj_end_compress(codec, stream);
        opj_stream_destroy(stream);
        opj_destroy_codec(codec);
        opj_image_destroy(image);
        return good ? out : std::vector<std::uint8_t>();
    }

    Jpeg2000Layout layout() const
    {
        return {.width = width, .height = height, .samples = components, .bytesPerSample = precision > 8 ? 2 : 1};
    }
};

} // namespace

class TestJpeg2000 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Twelve bits that are signed in the codestream, and such whose sign only the file's header knows.
    void signedSamples_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("codestream") << true;
        QTest::newRow("header") << false;
    }
    void signedSamples()
    {
        QFETCH(bool, known);
        const Codestream source{.precision = 12, .isSigned = known};
        Jpeg2000Layout layout = source.layout();
        layout.isSigned = true;
        std::vector<std::int16_t> out(size_t(source.width * source.height));
        QVERIFY(decodeJpeg2000(source.encode(), layout, reinterpret_cast<std::uint8_t *>(out.data())));
        for (int i = 0; i < int(out.size()); ++i) {
            const int stored = Codestream::value(0, i % source.width, i / source.width, 4096);
            QCOMPARE(int(out[size_t(i)]), known ? stored - 2048 : stored >= 2048 ? stored - 4096 : stored);
        }
    }

    void halvedChroma()
    {
        const Codestream source{.components = 3, .chromaStep = 2};
        std::vector<std::uint8_t> out(size_t(source.width * source.height * 3));
        QVERIFY(decodeJpeg2000(source.encode(), source.layout(), out.data()));
        for (int y = 0; y < source.height; ++y) {
            for (int x = 0; x < source.width; ++x) {
                const size_t at = size_t(3 * (y * source.width + x));
                QCOMPARE(int(out[at]), Codestream::value(0, x, y, 256));
                QCOMPARE(int(out[at + 2]), Codestream::value(2, x / 2, y / 2, 256));
            }
        }
    }

    /// What the file's header says is not what the codestream holds.
    void contradictions()
    {
        const Codestream source{.precision = 12};
        const std::vector<std::uint8_t> bytes = source.encode();
        std::vector<std::uint8_t> out(size_t(source.width * source.height * 8));
        for (const auto &change : std::vector<std::function<void(Jpeg2000Layout &)>>{
                 [](Jpeg2000Layout &layout) { layout.bytesPerSample = 1; }, [](Jpeg2000Layout &layout) { ++layout.width; },
                 [](Jpeg2000Layout &layout) { --layout.height; }, [](Jpeg2000Layout &layout) { layout.samples = 3; }}) {
            Jpeg2000Layout layout = source.layout();
            change(layout);
            const auto result = decodeJpeg2000(bytes, layout, out.data());
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::DamagedInput);
        }
    }

    /// Cut anywhere: an error, or a picture where that was asked for.
    void cutShort()
    {
        const Codestream source;
        std::vector<std::uint8_t> out(size_t(source.width * source.height));
        const std::vector<std::uint8_t> bytes = source.encode();
        for (size_t size = 0; size + 10 < bytes.size(); size += 7) {
            const std::span<const std::uint8_t> part(bytes.data(), size);
            QVERIFY(!decodeJpeg2000(part, source.layout(), out.data()));
            Jpeg2000Layout salvaging = source.layout();
            salvaging.salvage = true;
            if (size > bytes.size() / 2)
                QVERIFY(decodeJpeg2000(part, salvaging, out.data()));
        }
    }
};

QTEST_APPLESS_MAIN(TestJpeg2000)
#include "tst_jpeg2000.moc"
