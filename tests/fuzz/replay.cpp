// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a target without libFuzzer: on its seeds, and on mutations of them that are the same in every run.
//   fuzz_x                       CONVOY_FAULT_ALL=1 in the environment makes the rounds many
//   fuzz_x --write-seeds FOLDER  for libFuzzer's corpus
//   fuzz_x FILE…                 what libFuzzer has found, again
#include "fuzztarget.h"
#include "support/mutation.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <unistd.h>

namespace {

void feed(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
}

void writeSeeds(const QDir &folder)
{
    const QList<QByteArray> seeds = fuzzSeeds();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        QFile file(folder.filePath(QString::number(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(seeds[i]) != seeds[i].size())
            qFatal("a seed could not be written");
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGABRT, [](int) { ::_exit(1); }); // a broken promise: for ctest an abort is never what was expected
    if (argc == 3 && QByteArray(argv[1]) == "--write-seeds") {
        writeSeeds(QDir(QFile::decodeName(argv[2])));
        return 0;
    }
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", argv[i]);
        feed(file.readAll());
    }
    if (argc > 1)
        return 0;

    const QList<QByteArray> seeds = fuzzSeeds();
    for (const QByteArray &seed : seeds)
        feed(seed);
    std::mt19937 random(20260101);
    const int rounds = qEnvironmentVariableIsSet("CONVOY_FAULT_ALL") ? 50'000 : 2'000;
    for (int round = 0; round < rounds; ++round)
        feed(convoy::test::mutated(seeds.at(qsizetype(random() % size_t(seeds.size()))), seeds, random));
    qInfo("%d inputs", rounds + int(seeds.size()));
    return 0;
}
