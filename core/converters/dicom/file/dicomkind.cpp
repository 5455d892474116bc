// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomkind.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace convoy {

namespace {

struct Kind {
    const char *uidStart; ///< of the SOP classes, PS3.6 Annex A
    const char *name;
};

constexpr std::array kinds{
    Kind{"1.2.840.10008.1.3.10", QT_TRANSLATE_NOOP("convoy::DicomKind", "DICOMDIR")},
    Kind{"1.2.840.10008.5.1.4.1.1.481.5", QT_TRANSLATE_NOOP("convoy::DicomKind", "RT Plan")},
    Kind{"1.2.840.10008.5.1.4.1.1.481.8", QT_TRANSLATE_NOOP("convoy::DicomKind", "RT Ion Plan")},
    Kind{"1.2.840.10008.5.1.4.1.1.481.3", QT_TRANSLATE_NOOP("convoy::DicomKind", "RT Structure Set")},
    Kind{"1.2.840.10008.5.1.4.1.1.481.4", QT_TRANSLATE_NOOP("convoy::DicomKind", "RT Treatment Record")},
    Kind{"1.2.840.10008.5.1.4.1.1.88.", QT_TRANSLATE_NOOP("convoy::DicomKind", "structured report")},
    Kind{"1.2.840.10008.5.1.4.1.1.9.", QT_TRANSLATE_NOOP("convoy::DicomKind", "waveform")},
    Kind{"1.2.840.10008.5.1.4.1.1.11.", QT_TRANSLATE_NOOP("convoy::DicomKind", "presentation state")},
    Kind{"1.2.840.10008.5.1.4.1.1.104.", QT_TRANSLATE_NOOP("convoy::DicomKind", "encapsulated document")},
};

const Kind *findKind(const QByteArray &sopClass)
{
    const auto it = std::ranges::find_if(kinds, [&](const Kind &kind) { return sopClass.startsWith(kind.uidStart); });
    return it == kinds.end() ? nullptr : &*it;
}

/// "MRSpectroscopyStorage" as people write it.
QString spaced(const QByteArray &keyword)
{
    QString result;
    const QByteArray name = keyword.endsWith("Storage") ? keyword.chopped(7) : keyword;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const auto is = [&name](qsizetype at, bool (*kind)(char)) { return at < name.size() && kind(name[at]); };
        constexpr auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        constexpr auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
        if (i > 0 && is(i, upper) && (is(i - 1, lower) || is(i + 1, lower)))
            result += u' ';
        result += QLatin1Char(name[i]);
    }
    return result;
}

} // namespace

bool isUid(const QByteArray &uid)
{
    return !uid.isEmpty() && std::ranges::all_of(uid, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

QString kindName(const QByteArray &sopClass)
{
    if (const Kind *kind = findKind(sopClass))
        return QCoreApplication::translate("convoy::DicomKind", kind->name);
    if (!isUid(sopClass))
        return QCoreApplication::translate("convoy::DicomKind", "unknown kind");
    const char *const name = dcmFindNameOfUID(sopClass.constData());
    return name ? spaced(name) : QString::fromLatin1(sopClass);
}

bool isPictureKind(const QByteArray &sopClass)
{
    const char *const name = isUid(sopClass) ? dcmFindNameOfUID(sopClass.constData()) : nullptr;
    return name && QByteArrayView(name).contains("ImageStorage");
}

bool isKindWithoutPicture(const QByteArray &sopClass)
{
    return findKind(sopClass) != nullptr;
}

} // namespace convoy
