// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path.h"

#include <QLineEdit>
#include <QWidget>

class QMimeData;

namespace convoy {

/// A field for the name of a folder or file, with a button that lets a person choose one; one can be dropped on it, too.
class PathField : public QWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Folder, File };

    /// `name` is what the field is called; `filter` as in a file dialog.
    PathField(Kind kind, const QString &name, const QString &filter = {}, QWidget *parent = nullptr);

    QLineEdit &line() { return *m_line; }
    /// Absolute; empty where nothing is typed.
    Path path() const;

Q_SIGNALS:
    void edited();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void browse();
    QString dropped(const QMimeData &dragged) const;

    Kind m_kind;
    QString m_name;
    QString m_filter;
    QLineEdit *m_line;
};

} // namespace convoy
