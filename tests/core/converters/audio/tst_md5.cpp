// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/converters/audio/md5.h"

#include <QCryptographicHash>
#include <QTest>

using namespace convoy;

class TestMd5 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 1321, A.5.
    void result_knownValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QByteArray() << QByteArray("d41d8cd98f00b204e9800998ecf8427e");
        QTest::newRow("abc") << QByteArray("abc") << QByteArray("900150983cd24fb0d6963f7d28e17f72");
        QTest::newRow("digits") << QByteArray(
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890")
                                << QByteArray("57edf4a22be3c955ac49da2e2107b67a");
    }
    void result_knownValues()
    {
        QFETCH(QByteArray, text);
        Md5 md5;
        md5.add(text.constData(), text.size());
        QTEST(md5.result().toHex(), "expected");
    }

    void add_piecesOfAnySize()
    {
        QByteArray bytes(1000, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 7 + i / 13);
        for (qsizetype size = 0; size <= 300; ++size) {
            for (const qsizetype piece : {1, 7, 63, 64, 65, 300}) {
                Md5 md5;
                for (qsizetype i = 0; i < size; i += piece)
                    md5.add(bytes.constData() + i, std::min(piece, size - i));
                QCOMPARE(md5.result(), QCryptographicHash::hash(bytes.left(size), QCryptographicHash::Md5));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestMd5)
#include "tst_md5.moc"
