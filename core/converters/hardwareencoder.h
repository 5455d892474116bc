// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"
#include "core/converters/option.h"

#include <span>
#include <vector>

namespace convoy {

struct ConverterInfo;

/// An encoder of a graphics chip that this build knows. Whether the computer has one that works is another question:
/// WorkerPool::workingEncoders().
struct HardwareEncoder {
    QByteArray name;    ///< codec and interface, as in libav: "h264_nvenc"
    QByteArray devices; ///< how the paths of its devices begin; without one it is not even tried
};

/// Best first.
std::span<const HardwareEncoder> hardwareEncoders();

/// The device files with which drivers encode.
std::vector<Path> hardwareDevices();

/// The converter's schema as this computer can serve it: of hardware encoders those in `working`, and `chosen` in any case
/// (a profile from elsewhere may ask for it). Without any there is nothing to choose, and no option.
OptionSchema offeredOptions(const ConverterInfo &converter, const QStringList &working, const QString &chosen = {});

/// Whether one of `working` has that interface; any has where it is "automatic".
bool hasInterface(const QStringList &working, const QString &interface);

} // namespace convoy
