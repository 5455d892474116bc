// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "core/converters/converterinfo.h"
#include "core/plan/profile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

/// The manual is written by hand: that nothing is missing in it is not.
class TestManual : public QObject
{
    Q_OBJECT

private:
    static QString file(const QString &name) { return QStringLiteral(MANUAL) + u'/' + name; }

    static QByteArray source(const QString &name)
    {
        QFile page(file(name));
        return page.open(QIODevice::ReadOnly) ? page.readAll().replace("\\-", "-") : QByteArray();
    }

private Q_SLOTS:
    void cli_namesEveryCommandAndOption()
    {
        const QByteArray page = source(u"convoy-cli.1"_s);
        for (const CommandRow &command : commandTable())
            QVERIFY2(page.contains(QByteArray("\n.B ") + command.name + '\n'), command.name);
        for (const OptionRow &option : optionTable()) {
            const QByteArray entry = option.value ? QByteArray(".TP\n.BI ") + option.name + " \" " + option.value + "\"\n"
                                                  : QByteArray(".TP\n.B ") + option.name + '\n';
            QVERIFY2(page.contains(entry), entry.constData());
        }
        for (const TopicRow &topic : topicTable())
            QVERIFY2(page.contains(topic.name), topic.name);
    }

    void cli_namesNoOptionThatIsNone()
    {
        for (const QByteArray &line : source(u"convoy-cli.1"_s).split('\n')) {
            if (!line.startsWith(".B --") && !line.startsWith(".BI --"))
                continue;
            const QByteArray name = line.split(' ')[1];
            QVERIFY2(std::ranges::any_of(optionTable(), [&](const OptionRow &row) { return name == row.name; }), name);
        }
    }

    void profile_namesEveryKey()
    {
        const QByteArray page = source(u"convoy-profile.5"_s);
        for (const OptionSpec &option : findConverter(u"tool"_s)->schema)
            QVERIFY2(page.contains(".TP\n.B " + option.key.toUtf8() + '\n'), qPrintable(option.key));
        Profile whole;
        whole.fallback = u"x"_s;
        whole.timeoutS = whole.maxParallel = 1;
        whole.startDelayS = 1;
        whole.onError = OnError::Stop;
        const QJsonObject keys = QJsonDocument::fromJson(profileToJson(whole)).object();
        QVERIFY(keys.size() >= 12);
        for (const QString &key : keys.keys())
            QVERIFY2(page.contains(".TP\n.B " + key.toUtf8() + '\n'), qPrintable(key));
        for (const ConverterInfo &converter : converterTable())
            QVERIFY2(page.contains(converter.id.toUtf8()), qPrintable(converter.id));
    }

    void pages_areWellFormed_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *name : {"convoy.1", "convoy-cli.1", "convoy-profile.5"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void pages_areWellFormed()
    {
        QFETCH(QString, page);
        QProcess groff;
        groff.setProcessChannelMode(QProcess::MergedChannels);
        groff.start(u"groff"_s, {u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s, file(page)});
        if (!groff.waitForStarted())
            QSKIP("groff is not installed");
        QVERIFY(groff.waitForFinished());
        const QByteArray said = groff.readAll();
        QVERIFY2(groff.exitCode() == 0 && said.isEmpty(), said.constData());
    }
};

QTEST_APPLESS_MAIN(TestManual)
#include "tst_manual.moc"
