// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/libav/avhandle.h"
#include "core/converters/libav/fdstream.h"

#include <QString>

#include <deque>
#include <memory>
#include <vector>

namespace convoy {

/// Part of the source that is kept, µs from its start.
struct TimeRange {
    qint64 startUs = 0;
    qint64 endUs = INT64_MAX;

    bool isWhole() const { return startUs == 0 && endUs == INT64_MAX; }
    bool operator==(const TimeRange &) const = default;
};

/// Writes one container to a descriptor. Streams are announced first; packets that come before all of them are
/// described wait in memory.
class MediaWriter
{
public:
    static Result<std::unique_ptr<MediaWriter>> create(int fd, const char *format, const char *options = nullptr);
    MediaWriter(const MediaWriter &) = delete;
    MediaWriter &operator=(const MediaWriter &) = delete;
    ~MediaWriter();

    bool wantsGlobalHeader() const { return m_context->oformat->flags & AVFMT_GLOBALHEADER; }

    /// Title, date and other tags, and chapters within `range`.
    Result<void> copyMetadata(const AVFormatContext *source, TimeRange range);

    /// A stream whose encoder may not be open yet, in the output's order. Language, title and role come from `source`.
    Result<int> announce(const AVStream *source);
    /// What the encoder writes. The header is written when every announced stream is described.
    Result<void> describe(int stream, const AVCodecContext *encoder);

    /// Whether the container has a place for such a stream.
    bool canHold(AVCodecID codec) const;
    /// Whether files can lie inside it (Matroska's fonts).
    bool holdsAttachments() const;
    /// Whether the last subtitle is lost where it has no length.
    bool wantsDurations() const { return !losesOrientation(); }
    /// Whether it cannot say that pictures have to be turned.
    bool losesOrientation() const;
    /// A stream whose packets come as they are in the source.
    Result<void> describeCopy(int stream, const AVStream *source);
    /// What its streams are coded as, for people.
    QString codecs() const;

    /// The cover of a source, where the container has a place for one; once all streams are announced, before they are
    /// described. Returns whether it has.
    Result<bool> addCover(const AVStream *source);

    /// Takes a packet in the encoder's time base.
    Result<void> write(int stream, PacketPtr packet);
    Result<void> finish();

    /// Bytes so far.
    qint64 size() const;

private:
    struct Track {
        AVStream *stream = nullptr; // owned by m_context
        AVRational timeBase{0, 1};
        bool described = false;
        int64_t lastDts = AV_NOPTS_VALUE;
    };
    MediaWriter() = default;
    bool hasComments() const;
    int addChapter(const AVChapter *from, TimeRange kept);
    void noteChapter(int number, int64_t startUs, const QString &title);
    unsigned tagOfCopy(const AVCodecParameters *source) const;
    Result<void> described(Track &track);
    Result<void> writeHeader();
    Result<void> writeNow(int stream, PacketPtr packet);
    Error failure(int code) const;

    static int openAgain(AVFormatContext *context, AVIOContext **stream, const char *, int flags, AVDictionary **);
    static int closeAgain(AVFormatContext *context, AVIOContext *);

    std::unique_ptr<FdStream> m_stream;
    std::unique_ptr<FdStream> m_readBack; ///< while an index is moved to the front
    QByteArray m_options;
    int m_fd = -1;
    AVFormatContext *m_context = nullptr;
    std::vector<Track> m_tracks;
    std::deque<std::pair<int, PacketPtr>> m_waiting;
    PacketPtr m_cover; ///< to write after the header
    bool m_hasHeader = false;
};

} // namespace convoy
