// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/converters/dicom/rendering/frameplanner.h"
#include "core/converters/png/pngwriter.h"

#include <mutex>

namespace convoy {

/// One conversion: every frame that is asked for, each into its own output.
class DicomJob
{
public:
    DicomJob(const ConvertInput &input, const DicomOptions &options, const ConvertContext &context);

    Result<ConvertReport> run();

private:
    using FrameWork = std::function<Result<void>(FramePlanner &planner, int frame, int threads)>;

    int threads() const;
    Result<void> ensureMakers(int count);
    /// Calls `work` for frames `first` … `first + count - 1` on as many threads as the job may use.
    Result<void> forFrames(int first, int count, const FrameWork &work);
    Result<void> findRange();
    Result<void> convertWave(int first, int count);
    Result<void> writeFrame(FramePlanner &planner, int frame, int fd, QVariantMap &facts, int threads);
    Result<StoredFrame> takeStored(FramePlanner &planner, int frame, int threads);
    void advance(double frames);
    QStringList warnings() const;

    const ConvertInput &m_input;
    const DicomOptions &m_options;
    const ConvertContext &m_context;
    std::vector<std::unique_ptr<FramePlanner>> m_planners; ///< one for each thread
    int m_first = 0;
    int m_last = 0;
    Crop m_crop;
    ValueRange m_range;
    std::vector<std::optional<StoredFrame>> m_cache; ///< frames that were decoded to find the range
    std::optional<PngStrategy> m_strategy;           ///< chosen for the first frame
    std::mutex m_progressMutex;
    std::atomic<int> m_finished = 0;
    ConvertReport m_report;
};

} // namespace convoy
