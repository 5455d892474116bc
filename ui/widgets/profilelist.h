// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace convoy {

/// The open list of the profile picker: as many columns as it takes to have every profile in view. What is scrolled
/// away is found by nobody who looks for it, be it a person, a screen reader or a robot.
class ProfileList : public QListView
{
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);

    /// How large the list has to be for all that it shows; no higher than `room`, as wide as `leastWidth` at least. The
    /// columns are made to fill it.
    QSize arrange(QSize room, int leastWidth);

    /// Rows of a column: a new column begins with a heading where that can be, and never ends with one.
    /// @param isHeading of each row in view
    [[nodiscard]] static int rowsOfColumn(const QList<bool> &isHeading, int columns);

    [[nodiscard]] static bool isHeading(const QModelIndex &index) { return !(index.flags() & Qt::ItemIsEnabled); }

private:
    [[nodiscard]] QList<bool> shownHeadings() const;
};

} // namespace convoy
