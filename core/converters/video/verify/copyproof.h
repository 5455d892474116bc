// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/video/encode/pictureproof.h"

#include <QVariantMap>

#include <memory>
#include <vector>

namespace convoy {

/// Compares the streams of a written file with what CopyTrack and SubtitleTrack put there.
class CopyProof
{
public:
    /// Reads every stream of `written` that `facts` name.
    CopyProof(const QVariantMap &facts, const AVFormatContext *written);

    void take(const AVPacket *packet);
    Result<void> check() const;

private:
    struct Stream {
        int index = 0;
        qint64 wanted = 0;
        bool mayHaveMore = false; ///< containers fill the pauses between subtitles
        QByteArray digest;        ///< empty where the container may have changed packets
        qint64 spanUs = -1;       ///< from the first packet's time to the last one's; negative: not known
        qint64 found = 0;
        int64_t firstUs = INT64_MAX;
        int64_t lastUs = INT64_MIN;
        std::unique_ptr<PacketDigest> foundDigest = std::make_unique<PacketDigest>();
    };

    const AVFormatContext *m_written;
    std::vector<Stream> m_streams;
    bool m_complete = true;
};

} // namespace convoy
