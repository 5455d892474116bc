// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jobjson.h"
#include "core/report/report.h"

#include <QXmlStreamWriter>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// XML 1.0 cannot say most control characters, in whatever form.
QString sayable(QString text)
{
    for (QChar &c : text) {
        const bool isSpace = c == u'\n' || c == u'\t' || c == u'\r';
        if ((c < u' ' && !isSpace) || c.unicode() >= 0xFFFE || c == QChar(0x7F))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString seconds(double value)
{
    return QString::number(value, 'f', 3);
}

void writeCase(QXmlStreamWriter &xml, const Job &job, const QString &profile)
{
    const JobStatus &status = job.status;
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"name"_s, sayable(jobTitle(job.plan)));
    xml.writeAttribute(u"classname"_s, profile);
    xml.writeAttribute(u"time"_s, seconds(status.seconds));
    const QString message = status.error ? sayable(status.error->message) : QString();
    if (status.state == JobState::Failed) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, status.error ? QString(errorKindName(status.error->kind)) : QString());
        xml.writeAttribute(u"message"_s, message);
        xml.writeCharacters(status.error ? sayable(status.error->detail) : QString());
        xml.writeEndElement();
    } else if (status.state != JobState::Done) {
        xml.writeEmptyElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s, message);
    }
    if (!status.toolOutput.isEmpty())
        xml.writeTextElement(u"system-out"_s, sayable(QString::fromUtf8(status.toolOutput)));
    xml.writeEndElement();
}

} // namespace

QByteArray reportToJUnit(const Report &report)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    const auto counts = [&](bool isWhole) {
        xml.writeAttribute(u"name"_s, isWhole ? u"convoy"_s : report.batches.join(u' '));
        xml.writeAttribute(u"tests"_s, QString::number(report.jobs.size()));
        xml.writeAttribute(u"failures"_s, QString::number(report.totals.failed));
        xml.writeAttribute(u"errors"_s, u"0"_s);
        xml.writeAttribute(u"skipped"_s, QString::number(report.totals.skipped + report.totals.cancelled));
        xml.writeAttribute(u"time"_s, seconds(report.totals.seconds));
    };
    xml.writeStartElement(u"testsuites"_s);
    counts(true);
    xml.writeStartElement(u"testsuite"_s);
    counts(false);
    xml.writeAttribute(u"timestamp"_s, report.started.toUTC().toString(Qt::ISODate));
    for (const Job &job : report.jobs)
        writeCase(xml, job, report.profile);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace convoy
