// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/documents.h"

#include "core/converters/converterinfo.h"

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

QString valuesOf(const OptionSpec &spec)
{
    switch (spec.type) {
    case OptionType::Boolean: return u"true, false"_s;
    case OptionType::Integer:
    case OptionType::Real:
        return u"%1 … %2"_s.arg(spec.minimum, 0, 'g', 10).arg(spec.maximum, 0, 'g', 10)
            + (spec.unit.isEmpty() ? QString() : u' ' + spec.unit);
    case OptionType::Choice: return spec.choices.join(u", "_s);
    case OptionType::Text: return u"text"_s;
    case OptionType::StringList: return u"list of texts"_s;
    }
    return {};
}

QString defaultOf(const OptionSpec &spec)
{
    if (spec.type == OptionType::StringList) {
        const QStringList list = spec.defaultValue.toStringList();
        return list.isEmpty() ? u"empty"_s : u'`' + list.join(u' ') + u'`';
    }
    const QString text = spec.defaultValue.toString();
    return text.isEmpty() ? u"empty"_s : u'`' + text + u'`';
}

/// What would end a cell of a table or begin an element.
QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s).replace(u'<', u"&lt;"_s).replace(u'\n', u' ');
}

QString sectionOf(const ConverterInfo &info)
{
    QString text = u"\n## "_s + info.name + u" (`"_s + info.id + u"`)\n\n"_s + info.description + u'\n';
    if (!info.extensions.isEmpty())
        text += u"\nWrites: "_s + info.extensions.join(u", "_s) + u".\n"_s;
    text += u"\n| key | values | default | meaning |\n| --- | --- | --- | --- |\n"_s;
    for (const OptionSpec &spec : info.schema)
        text += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(spec.key, cell(valuesOf(spec)), cell(defaultOf(spec)),
                                                   cell(spec.label + u". "_s + spec.tooltip));
    return text;
}

} // namespace

QByteArray optionsPage()
{
    QString text = u"# Options of the converters\n\n"
                   "Made by `convoy-cli converters --markdown` from the same schemas that make the forms of the window, "
                   "`--set KEY=VALUE` and the checks of profiles. Do not edit it: a test compares.\n"_s;
    for (const ConverterInfo &info : converterTable())
        text += sectionOf(info);
    return text.toUtf8();
}

} // namespace convoy
