// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/optionsummary.h"

#include <QJsonValue>
#include <QScrollArea>

class QFormLayout;
class QLabel;
class QToolButton;

namespace convoy {

/// A form made from a converter's schema: nothing here knows any option by name. What differs from the profile is bold
/// and can be put back.
class OptionForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit OptionForm(QWidget *parent = nullptr);

    void present(const OptionSummary &summary);

Q_SIGNALS:
    /// A person chose `value`; an undefined value puts the profile's back.
    void changed(const QString &key, const QJsonValue &value);
    void resetAll();
    /// The tags of the files are to be edited as a table.
    void tableWanted();

private:
    struct Field {
        OptionSpec spec;
        QLabel *label = nullptr; ///< nullptr for a check box, which carries its own
        QWidget *editor = nullptr;
        QToolButton *reset = nullptr;
    };

    void build(const ConverterInfo &converter, const OptionSchema &schema);
    QFormLayout *makeFields(const OptionSchema &schema);
    void addField(QFormLayout &form, const OptionSpec &spec);
    void emphasize(const Field &field, bool changed, bool mixed);
    void explain(const QString &sentence);

    QString m_converter;
    QStringList m_encoders; ///< what there is to choose from
    QList<Field> m_fields;
    QLabel *m_about = nullptr;
    QToolButton *m_resetAll = nullptr;
};

} // namespace convoy
