// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/frames/jpeg2000.h"

#include <QCoreApplication>

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace convoy {

namespace {

struct Jpeg2000Text {
    Q_DECLARE_TR_FUNCTIONS(convoy::Jpeg2000)
};

using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using Image = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

struct Memory {
    std::span<const std::uint8_t> data;
    size_t at = 0;
};

OPJ_SIZE_T readMemory(void *buffer, OPJ_SIZE_T size, void *user)
{
    auto *const memory = static_cast<Memory *>(user);
    const size_t count = std::min(size, memory->data.size() - memory->at);
    if (count == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, memory->data.data() + memory->at, count);
    memory->at += count;
    return count;
}

OPJ_OFF_T skipMemory(OPJ_OFF_T count, void *user)
{
    auto *const memory = static_cast<Memory *>(user);
    const auto left = static_cast<OPJ_OFF_T>(memory->data.size() - memory->at);
    const OPJ_OFF_T skipped = std::clamp<OPJ_OFF_T>(count, 0, left);
    memory->at += size_t(skipped);
    return skipped;
}

OPJ_BOOL seekMemory(OPJ_OFF_T position, void *user)
{
    auto *const memory = static_cast<Memory *>(user);
    if (position < 0 || size_t(position) > memory->data.size())
        return OPJ_FALSE;
    memory->at = size_t(position);
    return OPJ_TRUE;
}

Stream memoryStream(Memory &memory)
{
    Stream stream(opj_stream_create(std::clamp<size_t>(memory.data.size(), 4096, size_t{1} << 20), OPJ_TRUE),
                  &opj_stream_destroy);
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), memory.data.size());
    opj_stream_set_read_function(stream.get(), readMemory);
    opj_stream_set_skip_function(stream.get(), skipMemory);
    opj_stream_set_seek_function(stream.get(), seekMemory);
    return stream;
}

void keepMessage(const char *message, void *user)
{
    auto *const text = static_cast<QString *>(user);
    if (text->size() < 1000)
        *text += QString::fromLatin1(message).simplified() + u' ';
}

bool isJp2(std::span<const std::uint8_t> data)
{
    return data.size() > 12 && std::memcmp(data.data() + 4, "jP  ", 4) == 0;
}

/// Whether the codestream's own header says what the DICOM header says: before anything of that size is allocated.
bool fits(const opj_image_t &image, const Jpeg2000Layout &layout)
{
    return image.x1 - image.x0 == static_cast<OPJ_UINT32>(layout.width)
        && image.y1 - image.y0 == static_cast<OPJ_UINT32>(layout.height)
        && image.numcomps >= static_cast<OPJ_UINT32>(layout.samples)
        && std::all_of(image.comps, image.comps + layout.samples, [&layout](const opj_image_comp_t &component) {
               return component.prec <= static_cast<OPJ_UINT32>(8 * layout.bytesPerSample);
           });
}

template <typename Sample>
void copyComponent(const opj_image_comp_t &component, const Jpeg2000Layout &layout, Sample *out)
{
    const auto samples = size_t(layout.samples);
    const auto width = static_cast<OPJ_UINT32>(layout.width);
    // Some encoders know no signed samples: the highest bit of theirs is the sign.
    const int unused = layout.isSigned && !component.sgnd && component.prec > 0 && component.prec < 32
        ? 32 - int(component.prec)
        : 0;
    for (OPJ_UINT32 y = 0; y < static_cast<OPJ_UINT32>(layout.height); ++y) {
        // A component can have fewer rows and columns than the picture.
        const OPJ_INT32 *row = component.data + size_t{std::min(y / component.dy, component.h - 1)} * component.w;
        for (OPJ_UINT32 x = 0; x < width; ++x, out += samples) {
            const OPJ_INT32
                value = row[component.dx == 1 ? std::min(x, component.w - 1) : std::min(x / component.dx, component.w - 1)];
            *out = static_cast<Sample>(static_cast<OPJ_INT32>(static_cast<OPJ_UINT32>(value) << unused) >> unused);
        }
    }
}

template <typename Sample>
void copyComponents(const opj_image_t &image, const Jpeg2000Layout &layout, std::uint8_t *out)
{
    for (int i = 0; i < layout.samples; ++i)
        copyComponent(image.comps[i], layout, reinterpret_cast<Sample *>(out) + i);
}

Error damagedCodestream(const QString &detail)
{
    return {ErrorKind::DamagedInput, Jpeg2000Text::tr("The JPEG 2000 picture is damaged."), detail.trimmed()};
}

} // namespace

Result<void> decodeJpeg2000(std::span<const std::uint8_t> data, const Jpeg2000Layout &layout, std::uint8_t *out)
{
    QString said;
    const Codec codec(opj_create_decompress(isJp2(data) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K), &opj_destroy_codec);
    opj_set_error_handler(codec.get(), keepMessage, &said);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (!opj_setup_decoder(codec.get(), &parameters))
        return damagedCodestream(said);
    opj_decoder_set_strict_mode(codec.get(), layout.salvage ? OPJ_FALSE : OPJ_TRUE);
    if (layout.threads > 1)
        opj_codec_set_threads(codec.get(), layout.threads);

    Memory memory{data};
    const Stream stream = memoryStream(memory);
    opj_image_t *header = nullptr;
    const bool hasHeader = opj_read_header(stream.get(), codec.get(), &header);
    const Image image(header, &opj_image_destroy);
    if (!hasHeader || !image)
        return damagedCodestream(said);
    if (!fits(*image, layout))
        return damagedCodestream(QStringLiteral("the codestream has another size"));
    if (!opj_decode(codec.get(), stream.get(), image.get()))
        return damagedCodestream(said);
    if (!opj_end_decompress(codec.get(), stream.get()) && !layout.salvage)
        return damagedCodestream(said);
    for (int i = 0; i < layout.samples; ++i) {
        const opj_image_comp_t &component = image->comps[i];
        if (!component.data || component.w == 0 || component.h == 0)
            return damagedCodestream(said);
    }
    if (layout.bytesPerSample == 1)
        copyComponents<std::uint8_t>(*image, layout, out);
    else if (layout.bytesPerSample == 2)
        copyComponents<std::uint16_t>(*image, layout, out);
    else
        copyComponents<std::uint32_t>(*image, layout, out);
    return {};
}

} // namespace convoy
