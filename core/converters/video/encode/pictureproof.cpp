// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/encode/pictureproof.h"

#include "core/converters/libav/avlog.h"

#include <QCoreApplication>

namespace convoy {

namespace {

struct PictureProofText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoVerifier)
};

} // namespace

void PacketDigest::add(const AVPacket *packet)
{
    const auto size = qint64(packet->size);
    m_hash.add(&size, sizeof size);
    m_hash.add(packet->data, size_t(packet->size));
}

Result<void> PictureProof::open(const AVCodecParameters *parameters)
{
    if (m_decoder)
        return {};
    // The deblocking filter reads no bits.
    Result<StreamDecoder> decoder = StreamDecoder::open({.parameters = parameters, .skipDeblocking = true});
    if (!decoder)
        return decoder.error();
    m_decoder = *std::move(decoder);
    return {};
}

Result<void> PictureProof::take(const AVPacket *packet)
{
    m_packets += packet ? 1 : 0;
    return m_decoder->decode(packet, [this](AVFrame *) {
        ++m_pictures;
        return Result<void>();
    });
}

Result<void> PictureProof::finish()
{
    if (Result<void> taken = take(nullptr); !taken)
        return taken;
    m_decoder->flush();
    if (m_pictures != m_packets || m_decoder->damagedPlaces() + m_decoder->lostAtStart() > 0)
        return avFailure(ErrorKind::VerificationFailed,
                         PictureProofText::tr("The written video does not decode without errors."), 0);
    return {};
}

} // namespace convoy
