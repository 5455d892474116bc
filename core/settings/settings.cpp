// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QStandardPaths>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maximumRecentFolders = 6;

QString builtInDefault(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Dicom: return u"dicom-png"_s;
    case MediaKind::Image: return u"photo-jpeg"_s;
    case MediaKind::Video: return u"video-theora-mkv"_s;
    case MediaKind::Audio: return u"album-flac"_s;
    case MediaKind::Unknown: break;
    }
    return {};
}

QString profileKey(MediaKind kind)
{
    return u"profiles/"_s + mediaKindName(kind);
}

} // namespace

Settings::Settings()
    : Settings(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/convoy/convoy.ini"_s)
{
}

Settings::Settings(const QString &file) : m_file(file, QSettings::IniFormat) {}

QString Settings::defaultProfile(MediaKind kind) const
{
    return m_file.value(profileKey(kind), builtInDefault(kind)).toString();
}

void Settings::setDefaultProfile(MediaKind kind, const QString &id)
{
    m_file.setValue(profileKey(kind), id);
}

QString Settings::outputFolder() const
{
    return m_file.value("output/folder"_L1).toString();
}

void Settings::setOutputFolder(const QString &folder)
{
    m_file.setValue("output/folder"_L1, folder);
}

QStringList Settings::recentFolders() const
{
    return m_file.value("recent/folders"_L1).toStringList();
}

void Settings::addRecentFolder(const QString &folder)
{
    QStringList folders = recentFolders();
    folders.removeAll(folder);
    folders.prepend(folder);
    m_file.setValue("recent/folders"_L1, folders.mid(0, maximumRecentFolders));
}

QByteArray Settings::layout(const QString &name) const
{
    return m_file.value("layout/"_L1 + name).toByteArray();
}

void Settings::setLayout(const QString &name, const QByteArray &value)
{
    m_file.setValue("layout/"_L1 + name, value);
}

bool Settings::isTimelineShown() const
{
    return m_file.value("window/timeline"_L1, true).toBool();
}

void Settings::setTimelineShown(bool shown)
{
    m_file.setValue("window/timeline"_L1, shown);
}

bool Settings::isNotifying() const
{
    return m_file.value("window/notify"_L1, true).toBool();
}

void Settings::setNotifying(bool notifying)
{
    m_file.setValue("window/notify"_L1, notifying);
}

QString Settings::colorScheme() const
{
    return m_file.value("window/scheme"_L1, u"system"_s).toString();
}

void Settings::setColorScheme(const QString &scheme)
{
    m_file.setValue("window/scheme"_L1, scheme);
}

bool Settings::isKeepingTimes() const
{
    return m_file.value("output/keep-times"_L1, false).toBool();
}

void Settings::setKeepingTimes(bool keeping)
{
    m_file.setValue("output/keep-times"_L1, keeping);
}

bool Settings::isShowingPlan() const
{
    return m_file.value("window/show-plan"_L1, false).toBool();
}

void Settings::setShowingPlan(bool showing)
{
    m_file.setValue("window/show-plan"_L1, showing);
}

QString Settings::cueSheets() const
{
    return m_file.value("work/cueSheets"_L1, u"append"_s).toString();
}

void Settings::setCueSheets(const QString &rule)
{
    m_file.setValue("work/cueSheets"_L1, rule);
}

int Settings::slotCount() const
{
    return m_file.value("engine/jobs"_L1, 0).toInt();
}

void Settings::setSlotCount(int count)
{
    m_file.setValue("engine/jobs"_L1, count);
}

} // namespace convoy
