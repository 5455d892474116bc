// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/video/pictureproof.h"

#include "core/converters/video/avlog.h"

#include <QCoreApplication>

#include <new>
#include <xxhash.h>

namespace convoy {

namespace {

struct PictureProofText {
    Q_DECLARE_TR_FUNCTIONS(convoy::VideoVerifier)
};

} // namespace

PacketDigest::PacketDigest() : m_state(XXH3_createState())
{
    if (!m_state)
        throw std::bad_alloc();
    XXH3_128bits_reset(m_state);
}

PacketDigest::~PacketDigest()
{
    XXH3_freeState(m_state);
}

void PacketDigest::add(const AVPacket *packet)
{
    const auto size = qint64(packet->size);
    XXH3_128bits_update(m_state, &size, sizeof(size));
    XXH3_128bits_update(m_state, packet->data, size_t(packet->size));
}

QByteArray PacketDigest::result() const
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(m_state));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof(canonical.digest)).toHex();
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
