// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/dicomjob.h"

#include "core/converters/dicom/output/pictureoutput.h"
#include "core/converters/dicom/rendering/squarepixels.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>
#include <thread>

namespace convoy {

namespace {

struct JobText {
    Q_DECLARE_TR_FUNCTIONS(convoy::DicomJob)
};

constexpr int mostThreads = 64;
// Frames of one wave start and end together; more than one a thread keep all of them busy.
constexpr int framesPerThread = 2;
constexpr size_t cacheBytes = size_t{64} << 20;

} // namespace

DicomJob::DicomJob(const ConvertInput &input, const DicomOptions &options, const ConvertContext &context)
    : m_input(input),
      m_options(options),
      m_context(context)
{
}

int DicomJob::threads() const
{
    return std::min(m_context.threadCount(), mostThreads);
}

Result<void> DicomJob::ensureMakers(int count)
{
    while (int(m_planners.size()) < count) {
        auto planner = FramePlanner::open(m_input, m_options);
        if (!planner)
            return planner.error();
        m_planners.push_back(std::move(*planner));
    }
    return {};
}

Result<void> DicomJob::forFrames(int first, int count, const FrameWork &work)
{
    const int available = threads();
    const int used = std::min(available, count);
    if (const auto result = ensureMakers(used); !result)
        return result;
    std::atomic<int> next = 0;
    std::mutex mutex;
    std::optional<Error> failure;
    const auto loop = [&](FramePlanner &planner) {
        for (int i = next++; i < count && !m_context.stop.stop_requested(); i = next++) {
            // Alone, a frame may use every core itself.
            if (const auto result = work(planner, first + i, count == 1 ? available : 1); !result) {
                const std::scoped_lock lock(mutex);
                failure = failure.value_or(result.error());
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < used; ++i)
            helpers.emplace_back(loop, std::ref(*m_planners[size_t(i)]));
        loop(*m_planners.front());
    }
    if (m_context.stop.stop_requested())
        return cancelledError();
    return failure ? Result<void>(*failure) : Result<void>();
}

Result<void> DicomJob::findRange()
{
    // Of all frames, also where only some are converted: their levels have to be comparable.
    const int frames = m_planners.front()->reader().frames();
    m_cache.resize(size_t(frames));
    std::mutex mutex;
    std::optional<ValueRange> range;
    size_t cached = 0;
    const auto result = forFrames(0, frames, [&](FramePlanner &planner, int frame, int available) -> Result<void> {
        auto stored = planner.reader().read(frame, available);
        if (!stored)
            return stored.error();
        const auto one = planner.rangeOf(*stored, frame);
        if (!one)
            return one.error();
        const std::scoped_lock lock(mutex);
        if (*one)
            range = range ? ValueRange{std::min(range->low, (*one)->low), std::max(range->high, (*one)->high)} : **one;
        if (frames == 1 || cached + stored->ownedBytes() <= cacheBytes) {
            cached += stored->ownedBytes();
            m_cache[size_t(frame)] = std::move(*stored);
        }
        return {};
    });
    m_range = range.value_or(ValueRange());
    return result;
}

Result<StoredFrame> DicomJob::takeStored(FramePlanner &planner, int frame, int available)
{
    if (size_t(frame) < m_cache.size()) {
        if (auto &cached = m_cache[size_t(frame)]) {
            StoredFrame stored = std::move(*cached);
            cached.reset();
            return stored;
        }
    }
    return planner.reader().read(frame, available);
}

Result<void> DicomJob::writeFrame(FramePlanner &planner, int frame, int fd, QVariantMap &facts, int available)
{
    const auto stored = takeStored(planner, frame, available);
    if (!stored)
        return stored.error();
    const FrameRenderer renderer(*stored, planner.plan(frame, m_crop.rect, m_range));
    PngPicture picture = renderer.picture();
    PngRows rows = [&renderer](int first, int count, std::uint8_t *out) { return renderer.rows(first, count, out); };
    std::optional<SquarePixels> square;
    if (m_options.squarePixels) {
        square.emplace(picture, pixelAspect(planner.file(), frame), rows);
        picture = square->picture();
        rows = [&square](int first, int count, std::uint8_t *out) { return square->rows(first, count, out); };
    }
    picture.ppi = m_options.ppi;
    static const std::atomic<int> alone = 1;
    PngControl control{.effort = m_options.effort,
                       .stop = m_context.stop,
                       .progress = {},
                       .threads = available > 1 ? m_context.threads : &alone};
    if (m_first == m_last)
        control.progress = [this](double fraction) { advance(fraction); };
    control.strategy = &m_strategy;
    auto written = writePicture(fd, picture, rows, m_options, control);
    if (!written)
        return written.error();
    facts = std::move(*written);
    ++m_finished;
    if (m_first != m_last)
        advance(0);
    return {};
}

Result<void> DicomJob::convertWave(int first, int count)
{
    std::vector<int> outputs;
    for (int i = 0; i < count; ++i) {
        const auto fd = m_context.openOutput(0);
        if (!fd)
            return fd.error();
        outputs.push_back(*fd);
    }
    std::vector<QVariantMap> facts(outputs.size());
    const auto result = forFrames(first, count, [&](FramePlanner &planner, int frame, int available) {
        const auto index = size_t(frame - first);
        return writeFrame(planner, frame, outputs[index], facts[index], available);
    });
    m_report.outputs.insert(m_report.outputs.end(), facts.begin(), facts.end());
    return result;
}

void DicomJob::advance(double frames)
{
    // Frames end on several threads, and progress must not go back.
    const std::scoped_lock lock(m_progressMutex);
    if (m_context.progress)
        m_context.progress(std::min(1.0, (m_finished + frames) / (m_last - m_first + 1)));
}

QStringList DicomJob::warnings() const
{
    QStringList result;
    DicomFile &file = m_planners.front()->file();
    if (m_crop.clipped)
        result.append(JobText::tr("The crop was clipped to the picture."));
    if (file.header().burnedIn)
        result.append(JobText::tr("The file says that names or other personal data are written into the picture itself."));
    const auto says = [this](auto question) { return std::ranges::any_of(m_planners, question); };
    if (file.isTruncated() || m_planners.front()->reader().frames() < file.header().frames
        || says([](const auto &planner) { return planner->reader().isSalvaged(); }))
        result.append(JobText::tr("The picture is damaged; what could be read was kept."));
    if (says([](const auto &planner) { return planner->isIndexMissing(); }))
        result.append(JobText::tr("The file has no window of that number; the first one was used."));
    return result;
}

Result<ConvertReport> DicomJob::run()
{
    if (const auto result = ensureMakers(1); !result)
        return result.error();
    const DicomHeader header = m_planners.front()->file().header();
    const auto crop = cropFor(m_options, QSize(header.width, header.height));
    if (!crop)
        return crop.error();
    const auto frames = framesFor(m_options, m_planners.front()->reader().frames());
    if (!frames)
        return frames.error();
    m_crop = *crop;
    std::tie(m_first, m_last) = *frames;
    if (m_planners.front()->needsRange()) {
        if (const auto result = findRange(); !result)
            return result.error();
    }
    for (int frame = m_first; frame <= m_last;) {
        const int available = threads();
        // The first frame goes alone: what is learned on it is used for all others.
        const int count = std::min(available == 1 || frame == m_first ? 1 : available * framesPerThread, m_last - frame + 1);
        if (const auto result = convertWave(frame, count); !result)
            return result.error();
        frame += count;
    }
    m_report.warnings = warnings();
    return std::move(m_report);
}

} // namespace convoy
