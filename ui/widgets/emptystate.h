// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace convoy {

/// What the list shows while it is empty: a place to drop on, what can be done, and where files came from last.
/// It takes no drops itself: the window does, everywhere.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    struct Example {
        QLatin1StringView icon;
        QString name;
        QString description;
    };
    void setExamples(const QList<Example> &examples);
    void setRecentFolders(const QStringList &folders);
    /// Something is being dragged over the window.
    void setHot(bool hot);

Q_SIGNALS:
    void folderChosen(const QString &folder);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QWidget *m_hint;
    QWidget *m_examples;
    QWidget *m_recent;
    QHBoxLayout *m_middle;
    bool m_hot = false;
};

} // namespace convoy
