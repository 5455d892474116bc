// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// jpeg2000 encode WIDTH HEIGHT RAW OUT: 12 of 16 bits, little-endian, without losses.
// jpeg2000 decode FILE: prints the milliseconds that the library takes on one core. `run` builds it.
#include <openjpeg.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace {

using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;

bool encode(char **arguments)
{
    const auto width = static_cast<OPJ_UINT32>(std::atoi(arguments[0]));
    const auto height = static_cast<OPJ_UINT32>(std::atoi(arguments[1]));
    std::ifstream raw(arguments[2], std::ios::binary);
    opj_image_cmptparm_t component{};
    component.dx = component.dy = 1;
    component.w = width;
    component.h = height;
    component.prec = 12;
    opj_image_t *image = opj_image_create(1, &component, OPJ_CLRSPC_GRAY);
    image->x1 = width;
    image->y1 = height;
    for (size_t i = 0; i < size_t{width} * height; ++i) {
        std::uint16_t sample = 0;
        raw.read(reinterpret_cast<char *>(&sample), sizeof sample);
        image->comps[0].data[i] = sample;
    }
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    const Codec codec(opj_create_compress(OPJ_CODEC_J2K), &opj_destroy_codec);
    const Stream stream(opj_stream_create_default_file_stream(arguments[3], OPJ_FALSE), &opj_stream_destroy);
    const bool done = opj_setup_encoder(codec.get(), &parameters, image)
        && opj_start_compress(codec.get(), image, stream.get()) && opj_encode(codec.get(), stream.get())
        && opj_end_compress(codec.get(), stream.get());
    opj_image_destroy(image);
    return done;
}

bool decode(const char *path)
{
    const auto start = std::chrono::steady_clock::now();
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    const Codec codec(opj_create_decompress(OPJ_CODEC_J2K), &opj_destroy_codec);
    const Stream stream(opj_stream_create_default_file_stream(path, OPJ_TRUE), &opj_stream_destroy);
    opj_image_t *image = nullptr;
    const bool done = stream && opj_setup_decoder(codec.get(), &parameters)
        && opj_read_header(stream.get(), codec.get(), &image) && opj_decode(codec.get(), stream.get(), image);
    opj_image_destroy(image);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::printf("%.2f\n", took.count());
    return done;
}

} // namespace

int main(int count, char **arguments)
{
    const std::string what = count > 2 ? arguments[1] : "";
    if (what == "encode" && count == 6)
        return encode(arguments + 2) ? 0 : 1;
    return what == "decode" && decode(arguments[2]) ? 0 : 1;
}
