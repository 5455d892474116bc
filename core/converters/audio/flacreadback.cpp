// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/flacreadback.h"

#include "core/converters/audio/audioprobe.h"
#include "core/converters/audio/flacsource.h"
#include "core/converters/audio/helperteam.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>

namespace convoy {

namespace {

/// Pieces of the fast hash that follow one another, and the thread that decodes them.
struct Stretch {
    qint64 next = 0;
    qint64 end = 0;
    bool isTaken = false;

    qint64 left() const { return end - next; }
};

/// One that a thread has got, and where it begins there.
struct Taken {
    size_t stretch = 0;
    qint64 first = 0;
};

qint64 samplesInPiece(const PcmFormat &pcm)
{
    return SampleHash::pieceBytes / (qint64(pcm.channels) * ((pcm.bits + 7) / 8));
}

/// The threads of one read-back. Each decodes a stretch of its own, so that searches for its start are rare; one that
/// has nothing left takes half of the longest stretch.
class FlacReadBack
{
public:
    FlacReadBack(const RangeReader &reader, const AudioFile &file, const ConvertContext &context)
        : m_reader(reader),
          m_file(file),
          m_context(context),
          m_pieceSamples(samplesInPiece(file.pcm)),
          m_pieces(std::max<qint64>(1, (file.samples + m_pieceSamples - 1) / m_pieceSamples)),
          m_digests(m_pieces),
          m_team(
              context, [this](bool isHelper) { work(isHelper); }, [this](const Error &error) { fail(error); })
    {
        m_stretches.push_back({0, m_pieces});
    }

    Result<QVariantMap> run()
    {
        m_team.run();
        if (m_error)
            return *m_error;
        return factsOf({m_file.pcm.sampleRate, m_file.pcm.channels, m_file.pcm.bits, m_samples},
                       SampleHash::joined(m_digests));
    }

private:
    void fail(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = error;
    }

    void work(bool isHelper)
    {
        while (const std::optional<Taken> taken = take(isHelper)) {
            if (const Result<void> decoded = decode(*taken, isHelper); !decoded)
                fail(decoded.error());
        }
    }

    // One that nobody has, else half of one.
    std::optional<Taken> take(bool isHelper)
    {
        const std::lock_guard lock(m_mutex);
        if (m_error || m_team.isTooMany(isHelper))
            return std::nullopt;
        for (size_t i = 0; i < m_stretches.size(); ++i) {
            if (!m_stretches[i].isTaken && m_stretches[i].left() > 0) {
                m_stretches[i].isTaken = true;
                return Taken{i, m_stretches[i].next};
            }
        }
        // The piece that is being decoded stays where it is.
        const auto longest = std::ranges::max_element(m_stretches, {}, &Stretch::left);
        if (longest->left() < 2)
            return std::nullopt;
        const qint64 middle = longest->next + (longest->left() + 1) / 2;
        const Stretch half{middle, longest->end, true};
        longest->end = middle;
        m_stretches.push_back(half);
        return Taken{m_stretches.size() - 1, middle};
    }

    // The piece of `stretch` to decode now; nothing where there is none left or this thread must end.
    std::optional<qint64> nextPiece(size_t stretch, bool isHelper)
    {
        const std::lock_guard lock(m_mutex);
        Stretch &own = m_stretches[stretch];
        if (!m_error && own.left() > 0 && !m_team.isTooMany(isHelper))
            return own.next;
        own.isTaken = false;
        return std::nullopt;
    }

    Result<void> decode(const Taken &taken, bool isHelper)
    {
        AudioFile file = m_file;
        file.samples = 0; // as far as there are any, and not as far as the header says
        const Result<std::unique_ptr<FlacSource>> source = FlacSource::open(
            m_reader, file, {.range = {taken.first * m_pieceSamples, 0}, .countsOnly = true});
        if (!source)
            return source.error();
        for (std::optional<qint64> piece = taken.first; piece; piece = nextPiece(taken.stretch, isHelper)) {
            if (m_context.stop.stop_requested())
                return cancelled();
            if (!isHelper)
                m_team.call([this] { return canBeDivided(); });
            // The last one goes to the end, however far that is.
            const bool isLast = *piece == m_pieces - 1;
            const Result<bool> skimmed = (*source)->skim(isLast ? std::numeric_limits<qint64>::max()
                                                                : (*piece - taken.first + 1) * m_pieceSamples);
            if (!skimmed)
                return skimmed.error();
            note(taken, **source);
        }
        return {};
    }

    // The source may be beyond the piece's end: frames do not stop there.
    void note(const Taken &taken, const FlacSource &source)
    {
        const QList<QByteArray> pieces = source.hash().pieces();
        const std::lock_guard lock(m_mutex);
        const qint64 piece = m_stretches[taken.stretch].next++;
        const qsizetype index = piece - taken.first;
        m_digests[piece] = index < pieces.size() ? pieces[index] : QByteArray();
        if (piece == m_pieces - 1) {
            m_digests += pieces.mid(index + 1);
            m_samples = taken.first * m_pieceSamples + source.samplesRead();
        }
        if (m_context.progress)
            m_context.progress(double(++m_done) / double(m_pieces));
    }

    bool canBeDivided()
    {
        const std::lock_guard lock(m_mutex);
        return std::ranges::any_of(m_stretches, [](const Stretch &s) { return s.left() > (s.isTaken ? 1 : 0); });
    }

    const RangeReader &m_reader;
    const AudioFile &m_file;
    const ConvertContext &m_context;
    const qint64 m_pieceSamples;
    const qint64 m_pieces;
    std::mutex m_mutex; ///< of what follows up to m_error
    std::vector<Stretch> m_stretches;
    QList<QByteArray> m_digests;
    qint64 m_samples = 0;
    qint64 m_done = 0;
    std::optional<Error> m_error;
    HelperTeam m_team; ///< ends first
};

} // namespace

Result<QVariantMap> readBackFlac(const RangeReader &reader, const AudioFile &file, const ConvertContext &context)
{
    return FlacReadBack(reader, file, context).run();
}

} // namespace convoy
