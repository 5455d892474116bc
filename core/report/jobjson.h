// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/job.h"

#include <QJsonObject>

#include <vector>

namespace convoy {

/// A finished job as events and reports show it: the contract's "job-finished" without "event". Where something was
/// said or warned of, "warnings", "columns" and "tool_output" come with it.
QJsonObject jobToJson(const Job &job);

/// {"kind", "message", "detail"}
QJsonObject errorToJson(const Error &error);

/// Inserts `path` under `key`; where it is no valid UTF-8 as readable text, and exactly as a URL under `key` + "_url".
void insertPath(QJsonObject &object, const QString &key, const Path &path);

/// "input" and, for a job of a list, "description" and "row" with its columns.
void insertInput(QJsonObject &object, const JobPlan &plan);

/// For people: what the row of a list says, else the path.
QString jobTitle(const JobPlan &plan);

/// Names of the result columns that a job has, in the order of its profile.
QStringList resultColumns(const Job &job);

/// "outputs" and, where one of them is no valid UTF-8, "output_urls" for all of them.
void insertOutputs(QJsonObject &object, const std::vector<Path> &outputs);

/// To whole milliseconds: what follows is noise.
double roundedSeconds(double seconds);

/// Where a planned job's outputs would go; of a job that makes many, the first.
std::vector<Path> plannedOutputs(const JobPlan &plan);

} // namespace convoy
