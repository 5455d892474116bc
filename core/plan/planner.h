// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

namespace convoy {

/// One file that was found and probed, with what the person chose for it.
struct PlanItem {
    InputFile input;
    MediaInfo info;
    std::optional<Error> refusal; ///< from scan or probe
    std::shared_ptr<const ConversionSettings> settings;
    QString nameTemplate = QStringLiteral("{stem}");
    QByteArray stem; ///< for {stem}; empty: that of the input (Piece::stem)
    Path index;      ///< the index file that names this piece; empty for none
};

struct PlanOptions {
    Path outputFolder;       ///< absolute; empty: beside each source
    bool keepFolders = true; ///< sub-folders of a given folder are made again under `outputFolder`, but where the name has
                             ///< folders for artists or albums
};

/// What settings need beside the profile.
struct SettingsOptions {
    const ProfileStore *profiles = nullptr; ///< where the fallback is looked up; nullptr: no fallback
    bool verify = true;
    BatchOptions batch;
};

/// Settings as a profile says, with `overrides` (complete or partial option values by key) on top. A halt rule in
/// `options` goes before the profile's `on_error`. `invalid-option` where the fallback is no profile.
Result<std::shared_ptr<const ConversionSettings>> makeSettings(const Profile &profile, const QJsonObject &overrides = {},
                                                               const SettingsOptions &options = {});

/// The same with other values of the converter's options.
std::shared_ptr<const ConversionSettings> withOptions(const ConversionSettings &settings, const QVariantMap &values);

/// A name that a job did not get, or does not have for itself.
struct NameClash {
    int number = 0;         ///< of the job
    Path wanted;            ///< the name
    bool isInBatch = false; ///< another job of the batch has it; else it is on disk already
};

/// The folder, or the nearest one above it that is there.
Path existingFolder(Path folder);

/// False for a tool whose result is what it says, not a file.
bool makesFiles(const ConversionSettings &settings);

/// Works out every name and every refusal before anything is written: wrong kind of file for the converter, taken names
/// by the conflict rule (within the batch too), unwritable folders. Reads folders, writes nothing; blocking.
/// `clashes` tells of names that were taken, whatever the rule made of it.
std::vector<JobPlan> planJobs(std::vector<PlanItem> items, const PlanOptions &options,
                              std::vector<NameClash> *clashes = nullptr);

/// The final file names for a job with that many outputs: one "stem.ext", or "stem-0001.ext" …; where the stem has a
/// `{frame}`, that is the number.
std::vector<QByteArray> outputNames(const QByteArray &stem, const QString &extension, size_t count);

} // namespace convoy
