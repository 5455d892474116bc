// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// magickpool OUT FILE…: the benchmark's peer in C++. Crops DICOM files to 1568×2048 and writes PNG with Magick++, one thread
// a core, each library call on one thread, the encoder tuned for speed. `run` builds it.
#include <cassert>

#include <Magick++.h>

#include <atomic>
#include <exception>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

void convert(const std::string &input, const std::filesystem::path &folder)
{
    Magick::Image image(input);
    image.crop(Magick::Geometry(1568, 2048, 232, 0));
    image.repage();
    image.resolutionUnits(Magick::PixelsPerInchResolution);
    image.density(Magick::Geometry(300, 300));
    image.defineValue("png", "compression-level", "1");
    image.defineValue("png", "compression-filter", "5");
    image.defineValue("png", "compression-strategy", "2");
    image.write("PNG:" + (folder / std::filesystem::path(input).stem()).string() + ".png");
}

} // namespace

int main(int count, char **arguments)
{
    Magick::InitializeMagick(*arguments);
    MagickCore::SetMagickResourceLimit(MagickCore::ThreadResource, 1);
    std::atomic<int> next = 2;
    std::atomic<bool> failed = false;
    const auto work = [&] {
        for (int i = next++; i < count; i = next++) {
            try {
                convert(arguments[i], arguments[1]);
            } catch (const std::exception &) {
                failed = true;
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
            threads.emplace_back(work);
    }
    return failed ? 1 : 0;
}
