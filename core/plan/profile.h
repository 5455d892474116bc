// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/base/result.h"
#include "core/converters/converterinfo.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace convoy {

/// What to do when the name of an output is taken.
enum class ConflictRule : quint8 { Rename, Skip, Overwrite, Fail };

QLatin1StringView conflictRuleName(ConflictRule rule);
std::optional<ConflictRule> conflictRuleFromName(QStringView name);

/// When a job is tried again.
struct RetryRule {
    int attempts = 2;  ///< in all, for kinds that may pass: worker-crashed, timed-out, out-of-memory
    double delayS = 1; ///< before the second attempt; doubled for each further one

    bool operator==(const RetryRule &) const = default;
};

/// What becomes of a batch in which something has failed.
enum class OnError : quint8 { Continue, Stop };

/// A named way to convert, one JSON file (contract: profiles).
struct Profile {
    QString id;
    QString name; ///< for people; built-in names are translated
    QString description;
    QString converter;   ///< id in converterTable()
    QJsonObject options; ///< only what differs from the schema's defaults
    QString nameTemplate = QStringLiteral("{stem}");
    QString extension; ///< without dot
    ConflictRule conflict = ConflictRule::Rename;
    RetryRule retry;
    int timeoutS = 0; ///< 0: no limit but the watchdog's
    QString fallback; ///< id of the profile to try when this one fails; may be empty
    OnError onError = OnError::Continue;
    int maxParallel = 0;    ///< jobs of this profile at the same time; 0: as many as there are cores
    double startDelayS = 0; ///< between two starts of this profile's jobs
    bool builtIn = false;   ///< not stored

    bool operator==(const Profile &) const = default;
};

/// Reads and checks one profile: unknown keys, wrong types and values out of range are `invalid-option` and name the
/// key's path ("options.quality").
Result<Profile> parseProfile(const QByteArray &json);

QByteArray profileToJson(const Profile &profile);

/// The profile's options completed by the converter's schema. Cannot fail for a profile that parseProfile returned.
Result<OptionValues> profileOptions(const Profile &profile);

/// Built-in profiles (":/profiles") and the person's own (`userFolder`/*.json), by id. An own profile hides a built-in
/// one of the same id. Reads files; keep it off hot paths.
class ProfileStore
{
public:
    explicit ProfileStore(Path userFolder);

    const std::vector<Profile> &profiles() const { return m_profiles; }
    const Profile *find(QStringView id) const;

    /// Files that could not be read, each with its reason.
    const std::vector<Error> &problems() const { return m_problems; }

    /// Writes an own profile, replacing the one with that id.
    Result<void> save(const Profile &profile);
    Result<void> remove(QStringView id);
    void reload();

    /// An id or, where no profile has it, the path of a profile file.
    Result<Profile> load(const QString &idOrFile) const;

private:
    Path m_userFolder;
    std::vector<Profile> m_profiles;
    std::vector<Error> m_problems;
};

} // namespace convoy
