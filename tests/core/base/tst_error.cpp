// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QTest>

#include <cerrno>

using namespace convoy;
using namespace Qt::Literals::StringLiterals;

class tst_Error : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindName_isTheContracts();
    void kindFromName_knowsNoOther();
    void systemError_kinds();
};

void tst_Error::kindName_isTheContracts()
{
    const QStringList contract{u"unsupported-format"_s, u"unreadable-input"_s, u"damaged-input"_s,  u"limit-exceeded"_s,
                               u"output-exists"_s,      u"no-space"_s,         u"output-unwritable"_s, u"invalid-option"_s,
                               u"missing-tool"_s,       u"tool-failed"_s,      u"worker-crashed"_s, u"timed-out"_s,
                               u"out-of-memory"_s,      u"verification-failed"_s, u"cancelled"_s,   u"internal"_s};
    for (int i = 0; i < contract.size(); ++i) {
        QCOMPARE(QString(errorKindName(static_cast<ErrorKind>(i))), contract[i]);
        QCOMPARE(errorKindFromName(contract[i]), static_cast<ErrorKind>(i));
    }
}

void tst_Error::kindFromName_knowsNoOther()
{
    QVERIFY(!errorKindFromName(u"no such kind"));
    QVERIFY(!errorKindFromName(u""));
}

void tst_Error::systemError_kinds()
{
    QCOMPARE(systemError(ENOSPC, ErrorKind::OutputUnwritable, {}).kind, ErrorKind::NoSpace);
    QCOMPARE(systemError(EDQUOT, ErrorKind::OutputUnwritable, {}).kind, ErrorKind::NoSpace);
    QCOMPARE(systemError(EACCES, ErrorKind::UnreadableInput, {}).kind, ErrorKind::UnreadableInput);
    QVERIFY(!systemError(EACCES, ErrorKind::UnreadableInput, {}).detail.isEmpty());
}

QTEST_APPLESS_MAIN(tst_Error)
#include "tst_error.moc"
