// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/converters/mediainfo.h"
#include "core/converters/option.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantMap>

#include <algorithm>
#include <atomic>
#include <functional>
#include <stop_token>
#include <vector>

namespace convoy {

/// The file to read. The descriptor is open read-only, seekable, at offset 0, and stays the caller's.
struct ConvertInput {
    int fd = -1;
    QByteArray path; ///< as the person named it: for `{input}` of tools and for telling formats apart; in-process
                     ///< codecs never open it
    qint64 size = 0; ///< bytes
};

struct ConvertRequest {
    ConvertInput input;
    OptionValues options;         ///< complete for the converter's schema
    QString extension;            ///< of the output, lower case, without dot; one of ConverterInfo::extensions
    MediaInfo probed;             ///< what `probe` said of this file
    QByteArray stem;              ///< of the final name, for `{stem}` of tools
    QByteArray outputFolder;      ///< a private staging folder, for tools only; empty otherwise
    int number = 0;               ///< place in the batch from 1, for `{n}`
    bool isVerified = true;       ///< `verify` will follow: what can be shown sooner for less may be shown in `convert`
    ConvertInput attachment = {}; ///< a second file to read (ConverterInfo::attachment); its descriptor is -1 without one
};

/// A process of its own that has the graphics chip and nothing else, for a converter that hands it bare pictures.
struct EncoderLink {
    int toEncoder = -1; ///< pipes, which carry no descriptors; the engine's; -1 without such a process
    int fromEncoder = -1;
    QList<QByteArray> encoders; ///< those that work on this computer, best first
};

/// What a job may ask of its surroundings while it runs. Every member may be called from any thread.
struct ConvertContext {
    /// Stop as soon as possible; return an Error of kind Cancelled.
    std::stop_token stop;

    /// 0 … 1, never going back. Cheap: calls are thinned before they leave the process.
    std::function<void(double fraction)> progress;

    /// A new empty staged file, open for reading and writing and seekable; its descriptor belongs to the engine: do not
    /// close it. Outputs are committed in the order in which they were opened. Much `expectedBytes` reserves space.
    std::function<Result<int>(qint64 expectedBytes)> openOutput;

    /// How many cores the job may use now: at least 1. Changes while the job runs; read it again often.
    const std::atomic<int> *threads = nullptr;
    int threadCount() const { return threads ? std::max(1, threads->load()) : 1; }

    /// The end of what a tool has said so far, for somebody who reads along; a few KiB, a few times a second.
    std::function<void(QByteArrayView said)> said = {};

    EncoderLink encoder = {};
};

/// What was written, as `verify` has to find it again.
struct ConvertReport {
    std::vector<QVariantMap> outputs; ///< one a staged file, in order: facts for `verify`; CBOR types only
    QStringList warnings;             ///< translated sentences: "clipped to the picture", "HDR was tone-mapped"
    QVariantMap columns;              ///< result columns of tools
    QByteArray toolOutput;            ///< what a tool said on stdout and stderr, shortened in the middle
};

struct PreviewRequest {
    ConvertInput input;
    OptionValues options;
    int maximumSize = 512;  ///< longer side, pixels
    double position = 0;    ///< 0 … 1: frame or time
    bool converted = false; ///< after the options (crop, gamma …) instead of as stored
    bool patient = false;   ///< the right picture however long it takes, instead of the nearest that is there at once
};

/// 8-bit RGBA, rows top to bottom without padding.
struct PreviewPicture {
    int width = 0;
    int height = 0;
    int sourceWidth = 0; ///< of the whole picture, for a crop rectangle
    int sourceHeight = 0;
    bool exact = true; ///< whether it is the right one; where not, ask again with patience
    QByteArray rgba;
};

/// A conversion, run in a worker process only. Stateless: one object serves every job of the process.
/// Exceptions and codec error codes become an `Error` inside the converter's folder.
class Converter
{
public:
    virtual ~Converter() = default;

    /// Reads headers only; no pixel or sample is decoded. Unknown content is `unsupported-format`, known but broken
    /// content `damaged-input`.
    virtual Result<MediaInfo> probe(const ConvertInput &input) const = 0;

    /// A small picture to look at (audio: its waveform).
    virtual Result<PreviewPicture> preview(const PreviewRequest &request, const ConvertContext &context) const = 0;

    virtual Result<ConvertReport> convert(const ConvertRequest &request, const ConvertContext &context) const = 0;

    /// Reads one staged file back and compares it with its facts from ConvertReport::outputs. `fd` is open read-only.
    virtual Result<void> verify(int fd, const QVariantMap &facts, const ConvertContext &context) const = 0;

    /// Whether the first of `context.encoder` makes pictures of which a decoder gets nearly the same ones.
    virtual Result<void> tryEncoder(const ConvertContext &context) const
    {
        Q_UNUSED(context)
        return Error{ErrorKind::UnsupportedFormat, {}};
    }

    /// Writes into one staged file what only the whole set knows (ConverterInfo::setOf), once all of it was written.
    /// `fd` is open for reading and writing, `all` holds the facts of every written file of the set. Returns result
    /// columns to add.
    virtual Result<QVariantMap> completeSet(int fd, const QVariantList &all) const
    {
        Q_UNUSED(fd)
        Q_UNUSED(all)
        return QVariantMap();
    }
};

/// The converter of this worker family with that id; nullptr where the family has none. Each family's library defines
/// it once.
const Converter *converterInFamily(QStringView id);

/// Loads what every job of the family needs (dictionaries, codec registries) before the first fork. Must neither start
/// threads nor keep files open.
void warmUpFamily();

} // namespace convoy
