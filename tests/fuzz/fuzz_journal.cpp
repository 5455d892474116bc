// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A journal that a disk or somebody has changed.
#include "fuzztarget.h"

#include "core/journal/journal.h"

#include <QFile>
#include <QTemporaryDir>

using namespace convoy;

namespace {

QString shmTemplate()
{
    return QStringLiteral("/dev/shm/convoy-fuzz-XXXXXX"); // thousands of small files, synced each time
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    const QTemporaryDir folder(shmTemplate());
    const QString file = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        Result<std::unique_ptr<Journal>> journal = Journal::open(toPath(file));
        fuzz::promise(bool(journal), "a journal can be made");
        ConversionSettings settings;
        settings.converter = QStringLiteral("image");
        settings.extension = QStringLiteral("png");
        JobPlan plan;
        plan.input.path = "/nowhere/a.jpg";
        plan.outputFolder = "/nowhere/out";
        plan.outputStem = "a";
        plan.number = 1;
        plan.settings = std::make_shared<const ConversionSettings>(settings);
        JobPlan second = plan;
        second.number = 2;
        fuzz::promise(bool((*journal)->addBatch({QStringLiteral("b"), QStringLiteral("P"), {plan, second}})),
                      "a batch is kept");
        (void)(*journal)->setCommitting(QStringLiteral("b"), 2, {{"/nowhere/out/a.png", 3, "hash"}});
    }
    QFile stored(file);
    fuzz::promise(stored.open(QIODevice::ReadOnly), "it is one file when closed");
    return {stored.readAll()};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QTemporaryDir folder(shmTemplate());
    const QString name = folder.filePath(QStringLiteral("journal.sqlite"));
    QFile file(name);
    const auto *bytes = reinterpret_cast<const char *>(data);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes, qint64(size)) != qint64(size))
        return 0;
    file.close();
    Result<std::unique_ptr<Journal>> journal = Journal::open(toPath(name));
    if (!journal)
        return 0;
    (void)(*journal)->history();
    const Result<QStringList> batches = (*journal)->unfinished();
    for (const QString &batch : batches ? *batches : QStringList()) {
        (void)(*journal)->jobs(batch);
        (void)(*journal)->recover(batch);
    }
    return 0;
}
