// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/output/stagedfile.h"
#include "core/plan/job.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <unistd.h>

namespace convoy::test {

/// A folder with inputs, outputs and a journal, for tests that need no converter.
class BatchPlace
{
public:
    BatchPlace() { std::filesystem::create_directory(out()); }

    Path folder() const { return toPath(m_folder.path()); }
    Path out() const { return folder() / "out"; }
    Path journalFile() const { return folder() / "state/journal.sqlite"; }

    Path add(const std::string &name, const std::string &content = "source") const
    {
        const Path path = folder() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    static std::string read(const Path &path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// Names in the output folder, hidden ones too, in order.
    QByteArrayList outputs() const
    {
        QByteArrayList names;
        for (const auto &entry : std::filesystem::directory_iterator(out()))
            names.append(toBytes(entry.path().filename()));
        std::ranges::sort(names);
        return names;
    }

    /// A plan for an input that is there; `number` counts from 1.
    JobPlan plan(int number) const
    {
        JobPlan plan;
        plan.input.path = add("in" + std::to_string(number));
        plan.input.identity = *sourceIdentity(plan.input.path);
        plan.settings = settings;
        plan.outputFolder = out();
        plan.outputStem = "job" + QByteArray::number(number);
        plan.number = number;
        return plan;
    }
    std::vector<JobPlan> plans(int count) const
    {
        std::vector<JobPlan> plans;
        for (int i = 1; i <= count; ++i)
            plans.push_back(plan(i));
        return plans;
    }

    static StagedFile stage(const Path &folder, const QByteArray &content)
    {
        Result<StagedFile> file = StagedFile::create(folder, 0);
        [[maybe_unused]] const ssize_t written = ::pwrite(file->fd(), content.constData(), size_t(content.size()), 0);
        return std::move(*file);
    }

    std::shared_ptr<ConversionSettings> settings = defaultSettings();

private:
    static std::shared_ptr<ConversionSettings> defaultSettings()
    {
        auto settings = std::make_shared<ConversionSettings>();
        settings->profileId = QStringLiteral("test");
        settings->profileName = QStringLiteral("Test");
        settings->converter = QStringLiteral("audio");
        settings->extension = QStringLiteral("txt");
        settings->retry = {3, 0.01};
        settings->options = OptionValues(
            {{QStringLiteral("level"), 8}, {QStringLiteral("list"), QStringList{QStringLiteral("a"), QStringLiteral("b")}}});
        return settings;
    }

    /// In memory where there is such a place: hundreds of tests need not wait for a disk.
    static QString memoryTemplate()
    {
        const QString memory = QStringLiteral("/dev/shm");
        return (::access("/dev/shm", W_OK) == 0 ? memory : QDir::tempPath()) + QStringLiteral("/convoy-test-XXXXXX");
    }

    QTemporaryDir m_folder{memoryTemplate()};
};

} // namespace convoy::test
