// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/album/albumgroup.h"
#include "core/plan/profile.h"
#include "ui/models/queueeditor.h"

#include <QAbstractTableModel>

namespace convoy {

/// Some rows of the list as a table of tracks: one column for each tag that the converter can write, and the name that
/// the output will have. Every change goes through the editor, so that it can be undone.
class TrackModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TrackModel(QueueModel &model, QueueEditor &editor, const ProfileStore &profiles, QList<RowId> rows,
               QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    static constexpr int outputColumn = 1;

    /// The text of the uppermost cell in each column goes into the others.
    void fillDown(const QModelIndexList &cells);
    /// Counts up from the uppermost cell, or from 1.
    void number(const QModelIndexList &cells);
    /// One line a row, tabs between columns, from `first` on.
    void paste(const QModelIndex &first, const QString &text);

    /// Whether a column holds words, not numbers.
    bool isText(int column) const;
    /// -1 where there is none.
    int titleColumn() const;
    /// What is known of each row, to be looked up or matched.
    std::vector<AlbumFile> files() const;
    std::vector<size_t> places() const;
    /// Tags for some of the rows, undone together.
    void fill(const std::vector<size_t> &places, const std::vector<TagMap> &tags);
    /// What an album says of them; returns how many fit none of its tracks.
    int fill(const AlbumData &album, const std::vector<size_t> &places);

    void setPicture(const std::vector<size_t> &places, const Path &picture);
    /// The cover that was chosen for the first row; empty for none.
    Path picture() const;
    void setNameTemplate(const QString &nameTemplate);
    /// Of the first row.
    QString nameTemplate() const;

    /// Whether a converter has tags to edit as a table.
    static bool suits(const ConverterInfo &converter);

Q_SIGNALS:
    /// A text did not fit its cell, which is as it was: why, for a person.
    void refused(const QString &sentence);

private:
    /// Columns before the tags: the source's name, and the output's.
    static constexpr int fixedColumns = 2;

    /// The name in MediaInfo::tags of what is written by that option.
    static QString tagKey(const QString &option);
    QString tag(const QModelIndex &index) const;
    void set(int row, int column, const QString &text);
    bool isFlag(int column) const;
    QVariant flagData(const QModelIndex &index, int role) const;
    static QStringList furtherTags(const QueueRow &row, const Profile &profile, const ConverterInfo &converter);

    QueueModel &m_model;
    QueueEditor &m_editor;
    const ProfileStore &m_profiles;
    QList<RowId> m_rows;
    std::vector<OptionSpec> m_tags;
};

} // namespace convoy
