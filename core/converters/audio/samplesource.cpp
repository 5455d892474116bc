// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/samplesource.h"

#include "core/converters/audio/audiotext.h"
#include "core/converters/audio/flacsource.h"
#include "core/converters/audio/pcmsource.h"

namespace convoy {

namespace {

template <int Bytes>
void pack(const SampleBlock &block, char *target)
{
    const size_t channels = block.planes.size();
    for (size_t channel = 0; channel < channels; ++channel) {
        const qint32 *source = block.planes[channel].data();
        char *at = target + channel * Bytes;
        for (qint64 i = 0; i < block.samples; ++i, at += channels * Bytes) {
            const auto value = static_cast<quint32>(source[i]);
            for (int byte = 0; byte < Bytes; ++byte)
                at[byte] = static_cast<char>(value >> (8 * byte));
        }
    }
}

} // namespace

void packLittleEndian(const SampleBlock &block, int bytesPerSample, std::vector<char> &bytes)
{
    bytes.resize(size_t(block.samples) * block.planes.size() * size_t(bytesPerSample));
    switch (bytesPerSample) {
    case 1: pack<1>(block, bytes.data()); break;
    case 2: pack<2>(block, bytes.data()); break;
    case 3: pack<3>(block, bytes.data()); break;
    case 4: pack<4>(block, bytes.data()); break;
    }
}

void SampleSource::hashPlanes(const SampleBlock &block)
{
    packLittleEndian(block, m_shape.bytesPerSample(), m_packed);
    hash(m_packed.data(), qint64(m_packed.size()));
}

Result<std::unique_ptr<SampleSource>> openSamples(const RangeReader &reader, const AudioFile &file, SourceOptions options)
{
    if (file.missingBytes > 0 && !options.salvage)
        return Error{ErrorKind::DamagedInput, AudioText::tr("The file is cut short: the last part of its sound is missing."),
                     QStringLiteral("%1 bytes missing").arg(file.missingBytes)};
    if (file.container == AudioContainer::Flac)
        return FlacSource::open(reader, file, options.salvage);
    if (file.samples <= 0)
        return Error{ErrorKind::DamagedInput, AudioText::tr("There is no sound in this file."), {}};
    if (file.pcm.isFloat && !options.ditherFloat)
        return Error{ErrorKind::UnsupportedFormat, AudioText::tr("This file has floating-point samples, which FLAC cannot hold without rounding."), {}};
    return std::unique_ptr<SampleSource>(std::make_unique<PcmSource>(reader, file));
}

} // namespace convoy
