// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/naming.h"

#include "core/converters/rowtags.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamingText {
    Q_DECLARE_TR_FUNCTIONS(convoy::Naming)
};

struct Placeholder {
    QLatin1StringView name;
    QByteArray (*value)(const NameValues &);
};

template <int MediaInfo::*member>
QByteArray numberOf(const NameValues &values)
{
    return QByteArray::number(values.info.*member);
}

constexpr std::array placeholders{
    Placeholder{QLatin1StringView("stem"),
                [](const NameValues &v) { return v.stem.isEmpty() ? sourceStem(v.input) : v.stem; }},
    Placeholder{QLatin1StringView("name"), [](const NameValues &v) { return toBytes(v.input.filename()); }},
    Placeholder{QLatin1StringView("ext"), [](const NameValues &v) { return v.extension; }},
    Placeholder{QLatin1StringView("parent"), [](const NameValues &v) { return toBytes(v.input.parent_path().filename()); }},
    Placeholder{QLatin1StringView("n"), [](const NameValues &v) { return QByteArray::number(v.number); }},
    Placeholder{QLatin1StringView("width"), numberOf<&MediaInfo::width>},
    Placeholder{QLatin1StringView("height"), numberOf<&MediaInfo::height>},
    Placeholder{QLatin1StringView("frames"), numberOf<&MediaInfo::frames>},
};

// Stands for the number of an output until it is known which one of several it is; its width as two digits follows. No
// name has it otherwise: control characters are not kept.
constexpr char frameMark = '\x01';

// Come from the file's own tags, empty where it has none.
constexpr std::array tagPlaceholders{
    QLatin1StringView("artist"), QLatin1StringView("album"),       QLatin1StringView("title"),
    QLatin1StringView("track"),  QLatin1StringView("albumartist"), QLatin1StringView("discnumber"),
    QLatin1StringView("genre"),  QLatin1StringView("date"),        QLatin1StringView("composer"),
};

bool isKnown(QStringView name)
{
    return name == "frame"_L1 || std::ranges::any_of(placeholders, [name](const Placeholder &p) { return name == p.name; })
        || std::ranges::any_of(tagPlaceholders, [name](QLatin1StringView tag) { return name == tag; });
}

/// A job of a list that names no file has its row's name.
QByteArray rowStem(const NameValues &values)
{
    const QString name = rowValue(values.info, u"name"_s);
    return name.isEmpty() ? QByteArray::number(values.number) : name.toUtf8();
}

QByteArray valueOf(QStringView name, const NameValues &values)
{
    if (const QString column = name.toString(); rowColumns(values.info).contains(column))
        return rowValue(values.info, column).toUtf8();
    if (values.input.empty() && (name == u"stem" || name == u"name"))
        return rowStem(values);
    for (const Placeholder &placeholder : placeholders) {
        if (name == placeholder.name)
            return placeholder.value(values);
    }
    return values.info.tags.value(name.toString()).toUtf8();
}

/// "03" of "{n:03}": zero-padded to that width.
QByteArray padded(const QByteArray &value, QStringView format)
{
    bool isNumber = false;
    const qlonglong number = value.split('/').first().trimmed().toLongLong(&isNumber); // "3/12" is track 3
    return isNumber ? QByteArray::number(number).rightJustified(format.toInt(), '0') : value;
}

Error unknownPlaceholder(QStringView placeholder)
{
    return invalidOption(NamingText::tr("The name template has an unknown placeholder “{%1}”.").arg(placeholder.toString()));
}

/// Calls `literal` and `placeholder(name, format)` for the parts of the template in turn.
Result<void> parse(QStringView text, const QStringList &columns, const std::function<void(QStringView)> &literal,
                   const std::function<void(QStringView, QStringView)> &placeholder)
{
    while (!text.isEmpty()) {
        const qsizetype open = text.indexOf(u'{');
        const QStringView plain = open < 0 ? text : text.first(open);
        if (plain.contains(u'}'))
            return invalidOption(NamingText::tr("The name template has a “}” without “{”."));
        literal(plain);
        if (open < 0)
            return {};
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            return invalidOption(NamingText::tr("The name template has a “{” without “}”."));
        const QStringView inner = text.sliced(open + 1, close - open - 1);
        const qsizetype colon = inner.indexOf(u':');
        const QStringView name = colon < 0 ? inner : inner.first(colon);
        const QStringView format = colon < 0 ? QStringView() : inner.sliced(colon + 1);
        const bool formatOk = colon < 0
            || (!format.isEmpty() && format.size() <= 2
                && std::ranges::all_of(format, [](QChar c) { return c >= u'0' && c <= u'9'; }));
        if ((!isKnown(name) && !columns.contains(name)) || !formatOk)
            return unknownPlaceholder(inner);
        placeholder(name, format);
        text = text.sliced(close + 1);
    }
    return {};
}

bool isDeviceName(const QByteArray &name)
{
    // Reserved on Windows file systems whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces").
    const qsizetype dot = name.indexOf('.');
    const QByteArray base = name.left(dot < 0 ? name.size() : dot).trimmed().toUpper();
    static const QList<QByteArray> names{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    static const QList<QByteArray> superscripts{"\xC2\xB9", "\xC2\xB2", "\xC2\xB3"}; // ¹ ² ³
    if (names.contains(base))
        return true;
    const QByteArray port = base.startsWith("COM") || base.startsWith("LPT") ? base.sliced(3) : QByteArray();
    return (port.size() == 1 && port[0] >= '1' && port[0] <= '9') || superscripts.contains(port);
}

/// What nobody sees and what turns round the text behind it is left out, line ends and other controls become '_'. Joiners
/// stay: writing systems and emoji need them. Names that are no UTF-8 stay as they are.
QByteArray withoutUnseen(const QByteArray &name)
{
    if (name.startsWith("\xEF\xBB\xBF")) // Qt takes a byte order mark for none of the text
        return withoutUnseen(name.sliced(3));
    const QString text = QString::fromUtf8(name);
    if (text.size() == name.size() || text.toUtf8() != name)
        return name;
    QString kept;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool isControl = c.category() == QChar::Other_Control && code >= 0x80;
        if (isControl || code == 0x2028 || code == 0x2029)
            kept += u'_';
        else if (!turnsWriting(c) && code != 0xFEFF && code != 0x200B)
            kept += c;
    }
    return kept.toUtf8();
}

/// Cuts to `length` bytes without leaving half a UTF-8 character.
void truncate(QByteArray &name, qsizetype length)
{
    if (name.size() <= length)
        return;
    // A character has three further bytes at most; more of them are no UTF-8 and can be cut anywhere.
    qsizetype start = length;
    while (start > 0 && length - start < 3 && (static_cast<uchar>(name[start]) & 0xC0) == 0x80)
        --start;
    const bool isCharacter = (static_cast<uchar>(name[start]) & 0xC0) == 0xC0;
    name.truncate(isCharacter ? start : length);
    if (name.endsWith("\xE2\x80\x8D")) // a joiner that has nothing to join any more
        name.chop(3);
}

/// Windows drops dots and spaces at the end of a name: two names would be one.
void chopDotsAndSpaces(QByteArray &name)
{
    while (!name.isEmpty() && (name.back() == '.' || name.back() == ' '))
        name.chop(1);
}

QByteArray cleaned(QByteArray name, int reserve, bool keepsMark)
{
    name = withoutUnseen(name);
    for (char &c : name) {
        const uchar byte = static_cast<uchar>(c);
        const bool isKept = keepsMark && c == frameMark;
        if (!isKept && (byte < 0x20 || byte == 0x7F || QByteArrayView("/\\<>:\"|?*").contains(c)))
            c = '_';
    }
    chopDotsAndSpaces(name);
    if (name.startsWith('.') || name.startsWith('-') || isDeviceName(name))
        name.prepend('_');
    truncate(name, 255 - reserve);
    chopDotsAndSpaces(name);
    return name.isEmpty() ? QByteArray("_") : name;
}

QByteArray markFor(QStringView format)
{
    return frameMark + QByteArray::number(format.toInt()).rightJustified(2, '0');
}

} // namespace

QMap<QString, QString> writtenTags(QMap<QString, QString> tags, const QVariantMap &options)
{
    for (const QLatin1StringView tag : tagPlaceholders) {
        const QString value = options.value(tag == "track"_L1 ? u"tracknumber"_s : QString(tag)).toString();
        if (!value.isEmpty())
            tags.insert(tag, value);
    }
    return tags;
}

QByteArray sourceStem(const Path &input)
{
    const QByteArray stem = toBytes(input.stem());
    const QByteArray extension = toBytes(input.extension()).toLower();
    const bool isRipped = (extension == ".wav" || extension == ".aiff") && stem.size() > 5
        && stem.toLower().endsWith(".cdda");
    return isRipped ? stem.chopped(5) : stem;
}

QByteArray safeFileName(QByteArray name, int reserve)
{
    return cleaned(std::move(name), reserve, false);
}

bool hasFrameNumber(const QByteArray &stem)
{
    return stem.contains(frameMark);
}

QByteArray withFrameNumber(QByteArray stem, size_t frame)
{
    for (qsizetype mark = stem.indexOf(frameMark); mark >= 0; mark = stem.indexOf(frameMark)) {
        const int width = stem.mid(mark + 1, 2).toInt();
        stem.replace(mark, 3, QByteArray::number(qulonglong(frame)).rightJustified(width, '0'));
    }
    return stem;
}

Result<void> checkNameTemplate(QStringView nameTemplate, const QStringList &columns)
{
    if (nameTemplate.trimmed().isEmpty())
        return invalidOption(NamingText::tr("The name template is empty."));
    return parse(
        nameTemplate, columns, [](QStringView) {}, [](QStringView, QStringView) {});
}

Result<Path> expandNameTemplate(QStringView nameTemplate, const NameValues &values)
{
    if (const Result<void> usable = checkNameTemplate(nameTemplate, rowColumns(values.info)); !usable)
        return usable.error();
    // One component after the other: a value never brings a separator of its own.
    std::vector<QByteArray> components{QByteArray()};
    const auto literal = [&components](QStringView text) {
        const auto parts = text.split(u'/');
        components.back() += parts.first().toUtf8().replace(frameMark, '_');
        for (const QStringView part : parts.sliced(1))
            components.push_back(part.toUtf8().replace(frameMark, '_'));
    };
    const auto placeholder = [&](QStringView name, QStringView format) {
        if (name == "frame"_L1) {
            components.back() += markFor(format);
            return;
        }
        QByteArray value = valueOf(name, values);
        value.replace(frameMark, '_');
        if (!format.isEmpty())
            value = padded(value, format);
        value.replace('/', '_');
        components.back() += value;
    };
    if (const Result<void> parsed = parse(nameTemplate, rowColumns(values.info), literal, placeholder); !parsed)
        return parsed.error();

    // Room for the extension, "-0001" and " (123)".
    constexpr int reserve = 24;
    Path path;
    for (size_t i = 0; i < components.size(); ++i) {
        const bool isName = i + 1 == components.size();
        if (!isName && hasFrameNumber(components[i]))
            return invalidOption(NamingText::tr("“{frame}” can be in the name of the file only, not in that of a folder."));
        // What the blanks stood between may have been empty: "{date} {album}".
        QByteArray &component = components[i];
        while (component.startsWith(' '))
            component.remove(0, 1);
        if (!component.isEmpty())
            path /= cleaned(component, reserve, isName).toStdString();
    }
    return path.empty() ? Path("_") : path;
}

} // namespace convoy
