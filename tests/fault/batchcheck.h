// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/clirun.h"
#include "support/filestate.h"

namespace convoy::test {

/// A folder of tiny WAVs that a batch makes FLACs of, and what is wrong with it afterwards.
class CheckedBatch
{
public:
    explicit CheckedBatch(int count, QString outputFolder = u"out"_s) : m_count(count), m_output(std::move(outputFolder))
    {
        for (int i = 0; i < count; ++i)
            hasAttributes = setAttribute(place.add("in/" + name(i) + ".wav", noiseWave(0.5 + 0.25 * (i % 5), quint32(i))),
                                         name(i));
        m_sources = sources();
    }

    QStringList arguments() const
    {
        return {u"convert"_s, u"--profile"_s, u"album-flac"_s,   u"--events"_s, u"json"_s,
                u"--jobs"_s,  u"2"_s,         u"--output-dir"_s, m_output,      u"in"_s};
    }

    /// One line for each thing that is lost, doubled, torn, left over or touched.
    QStringList problems() const
    {
        QStringList problems;
        QStringList expected;
        for (int i = 0; i < m_count; ++i)
            expected.append(QString::fromLatin1(name(i)) + u".flac"_s);
        const QStringList found = place.files(m_output);
        for (const QString &file : expected) {
            if (!found.contains(file))
                problems.append(u"lost: "_s + file);
        }
        QStringList whole{u"-t"_s, u"-s"_s};
        for (const QString &file : found) {
            if (!expected.contains(file))
                problems.append(u"doubled or left: "_s + file);
            else
                whole.append(place.path(m_output + u'/' + file));
        }
        if (whole.size() > 2 && QProcess::execute(u"flac"_s, whole) != 0)
            problems.append(u"torn"_s);
        if (sources() != m_sources)
            problems.append(u"a source was touched"_s);
        return problems;
    }

    CliPlace place;
    bool hasAttributes = false; ///< the sources have extended attributes, and those are looked at

private:
    static QByteArray name(int i) { return "t" + QByteArray::number(i); }

    QMap<QString, QByteArray> sources() const
    {
        QMap<QString, QByteArray> sources;
        for (const QString &file : place.files(u"in"_s))
            sources.insert(file, stateOf(place.path(u"in/"_s + file).toUtf8()));
        return sources;
    }

    int m_count;
    QString m_output;
    QMap<QString, QByteArray> m_sources;
};

} // namespace convoy::test
