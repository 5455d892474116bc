// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "ui/models/queuemodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace convoy {

class PathField;

/// What a person does last: where to, how far it is, and the buttons that start and stop.
class BatchBar : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QAction *plan;
        QAction *convert;
        QAction *pause;
        QAction *resume;
        QAction *cancel;
        QAction *retryFailed;
    };
    /// `list` gets the focus where the button that has it can do nothing any more: the next key must not be "Cancel".
    BatchBar(const Actions &actions, QWidget &list, QWidget *parent = nullptr);

    QString outputFolder() const;
    void setOutputFolder(const QString &folder);

    void present(const EngineProgress &progress, const RowCounts &counts, bool busy, bool paused);

Q_SIGNALS:
    void outputFolderEdited(const QString &folder);

private:
    QPushButton *pushButton(QAction &action);
    QLayout *makeFolderRow();

    QWidget &m_list;
    PathField *m_folder;
    QProgressBar *m_bar;
    QLabel *m_remaining;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QPushButton *m_left = nullptr; ///< had the focus when it was disabled
};

/// "42 %"
QString percentText(double fraction);

/// "3 running, 5 waiting; 4 done, 1 failed, 0 skipped"
QString countsText(const RowCounts &counts);

} // namespace convoy
