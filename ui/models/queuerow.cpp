// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuerow.h"

#include "core/plan/naming.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTextDocument>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct QueueRowText {
    Q_DECLARE_TR_FUNCTIONS(convoy::QueueRow)
};

bool takesAnything(const ProfileBrief *profile)
{
    return profile && profile->accepts.isEmpty();
}

bool takesKind(const ProfileBrief *profile, MediaKind kind)
{
    return profile && (profile->accepts.isEmpty() || profile->accepts.contains(kind));
}

/// The columns of a job list that are not its name.
QString listDetails(const ListRow &row)
{
    QStringList parts;
    for (auto it = row.begin(); it != row.end(); ++it) {
        if (it.key() != "name"_L1 && it.key() != "description"_L1 && it.key() != "file"_L1)
            parts << u"%1 = %2"_s.arg(it.key(), it.value());
    }
    return parts.join(u", "_s);
}

/// How its output is, or will be, called but for the extension; empty where that cannot be told.
QString outputStem(const QueueRow &row, const ProfileBrief &profile)
{
    if (row.job != 0 && !row.plannedStem.isEmpty())
        return displayName(toPath(row.plannedStem));
    const QString &nameTemplate = row.nameTemplate.isEmpty() ? profile.nameTemplate : row.nameTemplate;
    if (nameTemplate == "{stem}"_L1 && row.listRow.isEmpty())
        return displayName(toPath(row.piece && !row.piece->stem.isEmpty() ? row.piece->stem : sourceStem(row.input.path)));
    MediaInfo info = row.info;
    info.tags = writtenTags(info.tags, row.overrides.toVariantMap());
    const auto name = expandNameTemplate(
        nameTemplate,
        {.input = row.input.path, .extension = profile.extension.toUtf8(), .number = 1, .info = std::move(info)});
    return name ? displayName(*name) : QString();
}

} // namespace

RowState rowState(JobState state)
{
    switch (state) {
    case JobState::Queued: return RowState::Queued;
    case JobState::Running: return RowState::Running;
    case JobState::Paused: return RowState::Paused;
    case JobState::Done: return RowState::Done;
    case JobState::Skipped: return RowState::Skipped;
    case JobState::Cancelled: return RowState::Cancelled;
    case JobState::Failed: return RowState::Failed;
    }
    return RowState::Queued;
}

RowState rowState(const QueueRow &row, const ProfileBrief *profile)
{
    if (row.job != 0 && row.status.state == JobState::Running && row.status.fraction >= 1)
        return RowState::Finishing;
    if (row.job != 0)
        return rowState(row.status.state);
    if (row.planning)
        return RowState::Planning;
    const bool unknownFormat = row.refusal && row.refusal->kind == ErrorKind::UnsupportedFormat;
    if (row.kind == MediaKind::Unknown && unknownFormat && !takesAnything(profile))
        return RowState::Ignored;
    if (row.refusal && !(unknownFormat && takesAnything(profile)))
        return RowState::Problem;
    if (!row.probed && !takesAnything(profile))
        return RowState::Reading;
    return takesKind(profile, row.kind) ? RowState::Ready : RowState::Problem;
}

QString rowStateWord(RowState state)
{
    switch (state) {
    case RowState::Reading: return QueueRowText::tr("reading");
    case RowState::Ready: return QueueRowText::tr("ready");
    case RowState::Problem: return QueueRowText::tr("problem");
    case RowState::Ignored: return QueueRowText::tr("skipped");
    case RowState::Planning: return QueueRowText::tr("planning");
    case RowState::Queued: return QueueRowText::tr("waiting");
    case RowState::Running: return QueueRowText::tr("running");
    case RowState::Finishing: return QueueRowText::tr("finishing");
    case RowState::Paused: return QueueRowText::tr("paused");
    case RowState::Done: return QueueRowText::tr("done");
    case RowState::Skipped: return QueueRowText::tr("skipped");
    case RowState::Cancelled: return QueueRowText::tr("cancelled");
    case RowState::Failed: return QueueRowText::tr("failed");
    }
    return {};
}

QLatin1StringView rowStateIcon(RowState state)
{
    switch (state) {
    case RowState::Reading:
    case RowState::Ready:
    case RowState::Planning:
    case RowState::Queued: return "state-waiting"_L1;
    case RowState::Problem: return "state-failed"_L1;
    case RowState::Running:
    case RowState::Finishing: return "state-running"_L1;
    case RowState::Paused: return "state-paused"_L1;
    case RowState::Done: return "state-done"_L1;
    case RowState::Ignored:
    case RowState::Skipped: return "state-skipped"_L1;
    case RowState::Cancelled: return "state-cancelled"_L1;
    case RowState::Failed: return "state-failed"_L1;
    }
    return {};
}

QLatin1StringView kindIcon(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Dicom: return "kind-dicom"_L1;
    case MediaKind::Image: return "kind-image"_L1;
    case MediaKind::Video: return "kind-video"_L1;
    case MediaKind::Audio: return "kind-audio"_L1;
    case MediaKind::Unknown: break;
    }
    return "kind-other"_L1;
}

QString rowReason(const QueueRow &row, const ProfileBrief *profile)
{
    switch (rowState(row, profile)) {
    case RowState::Skipped:
    case RowState::Cancelled:
    case RowState::Failed: return row.status.error ? row.status.error->message : QString();
    case RowState::Ignored:
        return row.refusal ? row.refusal->message : QueueRowText::tr("Convoy does not know this kind of file.");
    case RowState::Problem:
        if (row.refusal)
            return row.refusal->message;
        return profile ? QueueRowText::tr("“%1” does not convert this kind of file.").arg(profile->name)
                       : QueueRowText::tr("No profile is chosen.");
    case RowState::Reading:
    case RowState::Ready:
    case RowState::Planning:
    case RowState::Queued:
    case RowState::Running:
    case RowState::Finishing:
    case RowState::Paused:
    case RowState::Done: break;
    }
    return {};
}

QString rowStateText(const QueueRow &row, const ProfileBrief *profile)
{
    const RowState state = rowState(row, profile);
    const QString reason = rowReason(row, profile);
    if (reason.isEmpty() || state == RowState::Cancelled)
        return rowStateWord(state);
    return QueueRowText::tr("%1: %2", "state: reason").arg(rowStateWord(state), reason);
}

QString rowAccessibleState(const QueueRow &row, const ProfileBrief *profile)
{
    const RowState state = rowState(row, profile);
    if (state != RowState::Running && (state != RowState::Paused || row.status.fraction <= 0))
        return rowStateText(row, profile);
    const QString text = QueueRowText::tr("%1, %2 percent", "state, progress")
                             .arg(rowStateWord(state))
                             .arg(int(row.status.fraction * 100));
    return row.secondsLeft < 0 ? text
                               : QueueRowText::tr("%1, %2 left", "progress, time").arg(text, durationText(row.secondsLeft));
}

QString rowName(const QueueRow &row)
{
    const QString title = row.listRow.isEmpty() ? QString() : rowTitle(row.info);
    if (!title.isEmpty())
        return title;
    if (row.piece && !row.piece->stem.isEmpty())
        return displayName(toPath(row.piece->stem));
    if (!row.input.path.empty())
        return displayName(row.input.path.filename());
    return QStringList(row.listRow.cbegin(), row.listRow.cend()).join(u", "_s);
}

QString planName(const JobPlan &plan)
{
    if (const QString title = rowTitle(plan.info); !title.isEmpty())
        return title;
    const Path path = takesWholeFile(plan) ? Path(plan.input.path) : toPath(plan.outputStem);
    return displayName(path.filename());
}

bool takesWholeFile(const JobPlan &plan)
{
    const OptionValues options = plan.settings ? plan.settings->options : OptionValues();
    const bool isTrack = options.integer(u"cut_start") > 0 || options.integer(u"cut_end") > 0;
    return !isTrack && !plan.input.path.empty();
}

QString rowResult(const QueueRow &row)
{
    if (row.job == 0 || row.status.state != JobState::Done || row.status.outputBytes <= 0)
        return {};
    const QString size = sizeText(row.status.outputBytes);
    const bool isTrack = row.piece && !row.piece->stem.isEmpty();
    if (row.input.identity.size <= 0 || isTrack)
        return size;
    const double percent = 100 * double(row.status.outputBytes) / double(row.input.identity.size);
    return QueueRowText::tr("%1, %2 %", "size of the output, share of the source")
        .arg(size, QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

QString rowDetails(const QueueRow &row)
{
    if (row.input.path.empty())
        return listDetails(row.listRow);
    const QString size = sizeText(row.input.identity.size);
    return row.info.summary.isEmpty() ? size : u"%1 · %2"_s.arg(isolated(row.info.summary), isolated(size));
}

QString rowOutputName(const QueueRow &row, const ProfileBrief *profile)
{
    if (!row.status.outputs.empty() && row.job != 0) {
        const QString first = displayName(row.status.outputs.front().filename());
        const int more = int(row.status.outputs.size()) - 1;
        return more > 0 ? QueueRowText::tr("%1 and %n more", nullptr, more).arg(first) : first;
    }
    if (!profile || rowState(row, profile) == RowState::Ignored)
        return {};
    const QString stem = outputStem(row, *profile);
    if (stem.isEmpty())
        return {};
    const QString suffix = profile->extension.isEmpty() ? QString() : u'.' + profile->extension;
    const bool isTaken = profile->renames && profile->isBeside && stem + suffix == displayName(row.input.path.filename());
    return stem + (isTaken ? u" (2)"_s : QString()) + suffix;
}

QString isolated(const QString &text)
{
    return QGuiApplication::isRightToLeft() && !text.isEmpty() ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

QString sizeText(qint64 bytes)
{
    if (bytes == 1)
        return QueueRowText::tr("1 byte"); // QLocale knows the plural only
    // Three digits are as many as anybody reads.
    double shown = double(bytes);
    while (shown >= 1000)
        shown /= 1000;
    return QLocale().formattedDataSize(bytes, bytes < 1000 || shown >= 100 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString durationText(double seconds)
{
    const qint64 whole = qint64(seconds + 0.5);
    const QString rest = u"%1:%2"_s.arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QChar(u'0'))
                             .arg(whole % 60, 2, 10, QChar(u'0'));
    return whole >= 3600 ? u"%1:%2"_s.arg(whole / 3600).arg(rest) : rest;
}

QString workTimeText(double seconds)
{
    return seconds < 60 ? QueueRowText::tr("%1 s", "seconds that work took").arg(QLocale().toString(seconds, 'f', 2))
                        : durationText(seconds);
}

} // namespace convoy
