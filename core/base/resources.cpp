// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <fstream>
#include <sched.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace convoy {

namespace {

/// The folders of this process's cgroup and its parents, innermost first (cgroups(7); version 2 has one hierarchy).
std::vector<std::string> cgroupFolders()
{
    std::vector<std::string> folders;
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("0::"))
            continue;
        for (std::string path = line.substr(3); !path.empty() && path != "/"; path = path.substr(0, path.rfind('/')))
            folders.push_back("/sys/fs/cgroup" + path);
    }
    folders.push_back("/sys/fs/cgroup");
    return folders;
}

double quotaV2(const std::string &folder)
{
    std::ifstream file(folder + "/cpu.max");
    std::string quota;
    double period = 0;
    if (!(file >> quota >> period) || quota == "max" || period <= 0)
        return HUGE_VAL;
    return std::strtod(quota.c_str(), nullptr) / period;
}

double quotaV1()
{
    std::ifstream quotaFile("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    std::ifstream periodFile("/sys/fs/cgroup/cpu/cpu.cfs_period_us");
    double quota = 0;
    double period = 0;
    if (!(quotaFile >> quota) || !(periodFile >> period) || quota <= 0 || period <= 0)
        return HUGE_VAL;
    return quota / period;
}

int affinityCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0)
        return CPU_COUNT(&set);
    return std::max(1, int(::sysconf(_SC_NPROCESSORS_ONLN)));
}

long long readNumber(const std::string &path)
{
    std::ifstream file(path);
    long long value = 0;
    return file >> value ? value : LLONG_MAX; // "max" is no number
}

} // namespace

int availableCores()
{
    double quota = quotaV1();
    for (const std::string &folder : cgroupFolders())
        quota = std::min(quota, quotaV2(folder));
    // Two and a half cores keep three jobs busy most of the time.
    const int allowed = quota == HUGE_VAL ? INT_MAX : std::max(1, int(std::ceil(quota)));
    return std::max(1, std::min(affinityCores(), allowed));
}

long long availableMemory()
{
    long long available = LLONG_MAX;
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("MemAvailable:"))
            available = std::strtoll(line.c_str() + 13, nullptr, 10) * 1024;
    }
    for (const std::string &folder : cgroupFolders()) {
        const long long most = readNumber(folder + "/memory.max");
        const long long used = readNumber(folder + "/memory.current");
        if (most != LLONG_MAX && used != LLONG_MAX)
            available = std::min(available, std::max(0LL, most - used));
    }
    return available;
}

} // namespace convoy
