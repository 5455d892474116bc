// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/dicom/file/dicomdictionary.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>

#include <QDir>
#include <QTest>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class TestDicomDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every entry agrees with the file that DCMTK comes with.
    void entries_areTheStandards()
    {
        const QFileInfoList found = QDir(u"/usr/share"_s).entryInfoList({u"libdcmtk*"_s}, QDir::Dirs);
        if (found.isEmpty())
            QSKIP("DCMTK's dictionary file is not here");
        DcmDataDictionary standard(OFFalse, OFFalse);
        QVERIFY(standard.loadDictionary(QFile::encodeName(found.first().filePath() + u"/dicom.dic"_s).constData()));
        fillDicomDictionary();
        DcmDataDictionary &own = dcmDataDict.wrlock();
        QVERIFY(own.numberOfNormalTagEntries() > 40);
        QVERIFY(own.numberOfNormalTagEntries() < 100); // and nothing was read from a file
        for (auto it = own.normalBegin(); it != own.normalEnd(); ++it) {
            const DcmDictEntry *const entry = standard.findEntry((*it)->getKey(), nullptr);
            QVERIFY2(entry, (*it)->getTagName());
            QVERIFY2(entry->getEVR() == (*it)->getEVR(), (*it)->getTagName());
            QCOMPARE(QByteArray((*it)->getTagName()), QByteArray(entry->getTagName()));
        }
        for (const Uint16 element : {0x0010, 0x0011, 0x0015, 0x0050, 0x0051, 0x0102, 0x3000}) {
            for (const Uint16 group : {0x6000, 0x601e}) {
                const DcmDictEntry *const entry = own.findEntry(DcmTagKey(group, element), nullptr);
                QVERIFY(entry);
                QCOMPARE(int(entry->getEVR()), int(standard.findEntry(DcmTagKey(group, element), nullptr)->getEVR()));
            }
        }
        dcmDataDict.wrunlock();
    }
};

QTEST_APPLESS_MAIN(TestDicomDictionary)
#include "tst_dicomdictionary.moc"
