// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optioneditor.h"
#include "ui/widgets/optionform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One option of every type.
ConverterInfo everything()
{
    return {
        .id = u"test"_s,
        .name = u"Test"_s,
        .schema =
            {
                {.key = u"flag"_s, .type = OptionType::Boolean, .defaultValue = false, .label = u"Flag"_s},
                {.key = u"width"_s,
                 .type = OptionType::Integer,
                 .defaultValue = 10,
                 .minimum = 1,
                 .maximum = 100,
                 .unit = u"px"_s,
                 .atMinimum = u"as it is"_s,
                 .label = u"Width"_s,
                 .tooltip = u"How wide."_s},
                {.key = u"gamma"_s,
                 .type = OptionType::Real,
                 .defaultValue = 1.0,
                 .minimum = 0.5,
                 .maximum = 4,
                 .label = u"Gamma"_s},
                {.key = u"mode"_s,
                 .type = OptionType::Choice,
                 .defaultValue = u"a"_s,
                 .choices = {u"a"_s, u"b"_s},
                 .label = u"Mode"_s,
                 .choiceLabels = {u"First"_s, u"Second"_s}},
                {.key = u"note"_s, .type = OptionType::Text, .defaultValue = QString(), .label = u"Note"_s},
                {.key = u"command"_s, .type = OptionType::StringList, .defaultValue = QStringList(), .label = u"Command"_s},
            },
    };
}

QVariantMap defaults(const ConverterInfo &info)
{
    QVariantMap values;
    for (const OptionSpec &spec : info.schema)
        values.insert(spec.key, spec.defaultValue);
    return values;
}

template <typename T>
T *named(const QWidget &form, const QString &name)
{
    for (T *child : form.findChildren<T *>()) {
        if (child->accessibleName() == name)
            return child;
    }
    return nullptr;
}

QLabel *label(const QWidget &form, const QString &text)
{
    for (QLabel *child : form.findChildren<QLabel *>()) {
        if (child->text() == text)
            return child;
    }
    return nullptr;
}

} // namespace

class TestOptionForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What the profile does, in its own words; the converter's where they say nothing, or several are meant.
    void description_isTheProfiles()
    {
        const ConverterInfo info = everything();
        OptionForm form;
        form.present({.converter = &info, .description = u"Small pictures."_s, .values = defaults(info), .editable = true});
        QVERIFY(label(form, u"Small pictures."_s));
        form.present({.converter = &info, .description = u"Large pictures."_s, .values = defaults(info), .editable = true});
        QVERIFY(label(form, u"Large pictures."_s));
        QVERIFY(!label(form, u"Small pictures."_s));
        form.present({.converter = &info, .description = u"Large pictures."_s, .values = defaults(info), .editable = false});
        QVERIFY2(!label(form, u"Large pictures."_s), "why nothing can be changed is said instead");
    }

    void init()
    {
        m_info = everything();
        m_summary = {.converter = &m_info, .base = defaults(m_info), .values = defaults(m_info), .editable = true};
        m_form = std::make_unique<OptionForm>();
    }

    void present_makesOneEditorForEachOption()
    {
        m_form->present(m_summary);
        QVERIFY(named<QCheckBox>(*m_form, u"Flag"_s));
        const auto *width = named<QSpinBox>(*m_form, u"Width"_s);
        QVERIFY(width);
        QCOMPARE(width->minimum(), 1);
        QCOMPARE(width->maximum(), 100);
        QCOMPARE(width->suffix(), u" px"_s);
        QCOMPARE(width->toolTip(), u"How wide."_s);
        QCOMPARE(named<QDoubleSpinBox>(*m_form, u"Gamma"_s)->maximum(), 4.0);
        QCOMPARE(named<QComboBox>(*m_form, u"Mode"_s)->itemText(1), u"Second"_s);
        QVERIFY(named<QLineEdit>(*m_form, u"Note"_s));
        QVERIFY(named<QLineEdit>(*m_form, u"Command"_s));
    }

    void leastValue_isSaidInWords()
    {
        m_summary.values[u"width"_s] = 1;
        m_form->present(m_summary);
        auto *width = named<QSpinBox>(*m_form, u"Width"_s);
        QCOMPARE(width->text(), u"as it is"_s);
        width->setValue(2);
        QCOMPARE(width->text(), u"2 px"_s);
    }

    void everyEditor_isLabelled()
    {
        m_form->present(m_summary);
        QCOMPARE(named<QCheckBox>(*m_form, u"Flag"_s)->text(), u"Flag"_s);
        for (const OptionSpec &spec : m_info.schema) {
            if (spec.type == OptionType::Boolean)
                continue;
            QVERIFY2(label(*m_form, spec.label), qPrintable(spec.key));
            QVERIFY2(label(*m_form, spec.label)->buddy(), qPrintable(spec.key));
        }
    }

    void present_sendsNothing()
    {
        QSignalSpy spy(m_form.get(), &OptionForm::changed);
        m_form->present(m_summary);
        m_summary.values[u"width"_s] = 50;
        m_form->present(m_summary);
        QCOMPARE(spy.count(), 0);
    }

    void edit_sendsKeyAndValue()
    {
        m_form->present(m_summary);
        QSignalSpy spy(m_form.get(), &OptionForm::changed);
        named<QSpinBox>(*m_form, u"Width"_s)->setValue(33);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.last().at(0).toString(), u"width"_s);
        QCOMPARE(spy.last().at(1).value<QJsonValue>(), QJsonValue(33));
        auto *command = named<QLineEdit>(*m_form, u"Command"_s);
        command->setFocus();
        QTest::keyClicks(command, u"wc -c \"a b\""_s);
        QTest::keyClick(command, Qt::Key_Return);
        QCOMPARE(spy.last().at(1).value<QJsonValue>().toArray(), QJsonArray({u"wc"_s, u"-c"_s, u"a b"_s}));
    }

    void changedValue_isBoldAndCanBeReset()
    {
        m_summary.values[u"width"_s] = 50;
        m_form->present(m_summary);
        QVERIFY(label(*m_form, u"Width"_s)->font().bold());
        QVERIFY(!label(*m_form, u"Gamma"_s)->font().bold());
        auto *reset = named<QToolButton>(*m_form, u"Reset Width"_s);
        QVERIFY(!reset->isHidden());
        QVERIFY(named<QToolButton>(*m_form, u"Reset Gamma"_s)->isHidden());
        QSignalSpy spy(m_form.get(), &OptionForm::changed);
        reset->click();
        QVERIFY(spy.last().at(1).value<QJsonValue>().isUndefined());
    }

    void severalValues_areSaid()
    {
        m_summary.mixed = {u"gamma"_s};
        m_form->present(m_summary);
        QVERIFY(label(*m_form, u"Gamma (several values)"_s));
    }

    /// Of hardware encoders what works here, as soon as that is known, and what the profile asks for in any case.
    void encoders_onlyWhatWorks()
    {
        m_info.schema[3].choices = {u"software"_s, u"automatic"_s, u"vaapi"_s, u"nvenc"_s};
        m_info.schema[3].choiceLabels = m_info.schema[3].choices;
        m_info.schema[3].defaultValue = u"software"_s;
        m_info.encoderOption = u"mode"_s;
        m_info.id = u"other"_s;
        m_summary.values.insert(u"mode"_s, u"software"_s);
        m_summary.base = m_summary.values;
        m_form->present(m_summary);
        QVERIFY(!named<QComboBox>(*m_form, u"Mode"_s));
        m_summary.encoders = {u"h264_vaapi"_s};
        m_form->present(m_summary);
        auto *box = named<QComboBox>(*m_form, u"Mode"_s);
        QVERIFY(box);
        QCOMPARE(box->count(), 3);
        m_summary.values.insert(u"mode"_s, u"nvenc"_s);
        m_form->present(m_summary);
        box = named<QComboBox>(*m_form, u"Mode"_s);
        QCOMPARE(box->count(), 4);
        QCOMPARE(box->currentText(), u"nvenc"_s);
    }

    void joinArguments_isTheWayBack_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("plain") << QStringList{u"wc"_s, u"-c"_s};
        QTest::newRow("space") << QStringList{u"a b"_s, u"c"_s};
        QTest::newRow("quote") << QStringList{u"say \"hi\""_s};
        QTest::newRow("placeholder") << QStringList{u"{input}"_s, u"{output}"_s};
    }

    void joinArguments_isTheWayBack()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(QProcess::splitCommand(joinArguments(arguments)), arguments);
    }

private:
    ConverterInfo m_info;
    OptionSummary m_summary;
    std::unique_ptr<OptionForm> m_form;
};

QTEST_MAIN(TestOptionForm)
#include "tst_optionform.moc"
