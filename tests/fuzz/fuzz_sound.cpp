// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of WAV, RF64, Wave64, AIFF and FLAC, and the samples where they say.
#include "fuzztarget.h"

#include "core/base/filedescriptor.h"
#include "core/converters/audio/input/pcmsource.h"

#include <QtEndian>

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>

using namespace convoy;

namespace {

QByteArray little(quint32 value)
{
    value = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

QByteArray big(quint32 value)
{
    return little(qbswap(value));
}

QByteArray wav(const QByteArray &magic, const QByteArray &more)
{
    const QByteArray format = little(1 | 2 << 16) + little(44100) + little(44100 * 4) + little(4 | 16 << 16);
    return magic + little(200) + "WAVE" + more + "fmt " + little(16) + format + "data" + little(40) + QByteArray(40, 'x');
}

} // namespace

QList<QByteArray> fuzzSeeds()
{
    const QByteArray rate("\x40\x0E\xAC\x44\0\0\0\0\0\0", 10); // 44,100 as an 80-bit number
    const QByteArray common = QByteArray("\0\2\0\0\0\x0A\0\x10", 8) + rate;
    return {
        wav("RIFF", "LIST" + little(26) + "INFOINAM" + little(4) + "A B" + '\0' + "IART" + little(2) + "C" + '\0'),
        wav("RIFX", {}),
        wav("RF64",
            "ds64" + little(28) + little(200) + little(0) + little(40) + little(0) + little(10) + little(0) + little(0)),
        "FORM" + big(110) + "AIFFCOMM" + big(18) + common + "NAME" + big(3) + QByteArray("abc\0", 4) + "SSND" + big(48)
            + big(0) + big(0) + QByteArray(40, 'x'),
        "FORM" + big(114) + "AIFCCOMM" + big(24) + common + "sowt" + QByteArray(2, '\0') + "SSND" + big(48) + big(0) + big(0)
            + QByteArray(40, 'x'),
        // No samples, and more than one channel that is not taken as it is.
        "FORM" + big(74) + "AIFCCOMM" + big(24) + common + "in32" + QByteArray(2, '\0') + "SSND" + big(8) + big(0) + big(0),
        QByteArray::fromHex("726966662e91cf11a5d628db04c10000") + little(152) + little(0)
            + QByteArray::fromHex("77617665f3acd3118cd100c04f8edb8a")
            + QByteArray::fromHex("666d7420f3acd3118cd100c04f8edb8a") + little(40) + little(0) + little(1 | 2 << 16)
            + little(44100) + little(44100 * 4) + little(4 | 16 << 16)
            + QByteArray::fromHex("64617461f3acd3118cd100c04f8edb8a") + little(64) + little(0) + QByteArray(40, 'x'),
        QByteArray::fromHex("726966662e91cf11a5d628db04c10000") + little(152) + little(0) + QByteArray(16, 'w')
            + QByteArray(16, 'x') + little(0) + little(0x80000000U), // the least of all lengths
        "fLaC" + QByteArray::fromHex("80000022100010000000000000000ac442f00000000a") + QByteArray(16, '\0'),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const FileDescriptor fd(::memfd_create("fuzz", MFD_CLOEXEC));
    if (::write(fd.fd(), data, size) != ssize_t(size))
        return 0;
    const RangeReader reader(fd.fd());
    const Result<AudioFile> file = readAudioFile(reader);
    if (!file) {
        fuzz::promise(!file.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    const PcmFormat &pcm = file->pcm;
    if (file->container == AudioContainer::Flac || file->container == AudioContainer::Coded)
        return 0;
    fuzz::promise(pcm.channels > 0 && pcm.sampleRate > 0 && pcm.bits > 0 && pcm.bytesPerSample > 0
                      && pcm.bytesPerSample <= 8,
                  "what was taken can be samples");
    const qint64 there = std::max<qint64>(0, reader.size() - file->dataOffset);
    fuzz::promise(file->dataOffset >= 0 && file->missingBytes >= 0 && file->samples >= 0
                      && file->samples <= there / pcm.frameBytes(),
                  "samples lie in the file");
    PcmSource source(reader, *file);
    SampleBlock block;
    const Result<qint64> got = source.read(256, block);
    if (got && *got > 0)
        fuzz::promise(source.slice(block, 0, *got).size() == size_t(pcm.channels), "each channel has samples");
    return 0;
}
