// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/video/encode/outputformat.h"

#include <QByteArray>

#include <functional>

namespace convoy {

using PacketSink = std::function<Result<void>(PacketPtr packet)>;

/// How the pictures of one output are coded. Every encoder opened with equal values writes the same headers.
struct VideoEncoding {
    const PictureCodec *codec = &theoraPictures;
    int width = 0;
    int height = 0;
    AVPixelFormat pixelFormat = AV_PIX_FMT_NONE;
    AVRational pixelAspect{0, 1};
    AVRational frameRate{25, 1};
    AVColorRange colorRange = AVCOL_RANGE_UNSPECIFIED;
    AVColorPrimaries colorPrimaries = AVCOL_PRI_UNSPECIFIED;
    AVColorTransferCharacteristic colorTransfer = AVCOL_TRC_UNSPECIFIED;
    AVColorSpace colorSpace = AVCOL_SPC_UNSPECIFIED;
    AVChromaLocation chromaLocation = AVCHROMA_LOC_UNSPECIFIED;
    double quality = 6;      ///< as PictureCodec says
    bool exactMotion = true; ///< useFastFunctions()
    int threads = 1;         ///< of encoders that have threads of their own
    bool globalHeader = false;
    AVBufferRef *surfaces = nullptr; ///< where pictures lie in a device's own memory

    /// An encoder in a process of its own (RemoteEncoder) instead of the codec's; without a name there is none.
    struct Remote {
        QByteArray name;
        int toEncoder = -1;
        int fromEncoder = -1;
    };
    Remote remote = {};
};

struct AudioEncoding {
    const SoundCodec *codec = &vorbisSound;
    int sampleRate = 0;
    uint64_t channelMask = 0; ///< libav's layout
    double quality = 3;       ///< as SoundCodec says
    bool deep = false;        ///< the source has more than 16 bits a sample
    bool globalHeader = false;

    AVSampleFormat sampleFormat() const { return deep ? codec->deepFormat : codec->sampleFormat; }
};

/// Size, colours and times.
void describePictures(AVCodecContext *context, const VideoEncoding &encoding);

Result<CodecContextPtr> openEncoder(const VideoEncoding &encoding);
Result<CodecContextPtr> openEncoder(const AudioEncoding &encoding);

/// Encodes one frame (nullptr: the end) and hands over the packets that come out, in the encoder's time base.
Result<void> encodeFrame(AVCodecContext *encoder, const AVFrame *frame, const PacketSink &sink);

} // namespace convoy
