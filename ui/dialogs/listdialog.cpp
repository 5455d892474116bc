// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/listdialog.h"

#include "ui/desktop/theme.h"
#include "ui/widgets/allowed.h"
#include "ui/widgets/pathfield.h"
#include "ui/widgets/profilecombo.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int typingMs = 250;
constexpr int shownRows = 50;

} // namespace

ListDialog::ListDialog(const ProfileStore &profiles, QWidget *parent) : QDialog(parent), m_profiles(profiles)
{
    setWindowTitle(tr("Add from a list"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_thread.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingMs);
    connect(&m_soon, &QTimer::timeout, this, &ListDialog::read);
    makeFields();
    makeLayout();
    check();
    m_file->setFocus();
}

ListDialog::~ListDialog()
{
    m_thread.waitForDone();
}

void ListDialog::makeFields()
{
    m_fromFile = new QRadioButton(tr("A table"));
    m_fromRange = new QRadioButton(tr("A range of numbers"));
    m_fromFile->setChecked(true);
    m_file = new PathField(PathField::Kind::File, tr("File of the table"), tr("Tables (*.csv *.tsv *.json)"));
    m_file->line().setPlaceholderText(tr("CSV, TSV or JSON; the first line names the columns"));
    m_range = new QLineEdit;
    m_range->setAccessibleName(tr("Range"));
    m_range->setPlaceholderText(tr("0-99, or 0-90:10 in steps of ten"));
    m_profile = new ProfileCombo;
    m_profile->setProfiles(m_profiles.profiles());
    m_profile->setPlaceholderText(tr("Choose a profile"));
    m_profile->setToolTip({});
    m_profile->setAccessibleName(tr("Profile of the list"));
    m_sentence = new QLabel;
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_rows = new QTableWidget;
    m_rows->setAccessibleName(tr("Jobs of the list"));
    m_rows->setEditTriggers(QTableWidget::NoEditTriggers);
    m_rows->setTabKeyNavigation(false);
    m_rows->setAlternatingRowColors(true);
    m_rows->setShowGrid(false);
    m_rows->verticalHeader()->hide();
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    for (const QRadioButton *button : {m_fromFile, m_fromRange})
        connect(button, &QRadioButton::toggled, this, &ListDialog::readSoon);
    connect(m_file, &PathField::edited, this, [this] {
        m_fromFile->setChecked(true);
        readSoon();
    });
    connect(m_range, &QLineEdit::textEdited, this, [this] {
        m_fromRange->setChecked(true);
        readSoon();
    });
    connect(m_profile, &ProfileCombo::chosen, this, &ListDialog::check);
}

void ListDialog::makeLayout()
{
    auto *hint = new QLabel(tr(
        "Each line becomes a job. The column “file” names the file to convert; without it, a tool runs once for each line. "
        "{column} in a command or a file name stands for what the line has there, {i} for the number of a range."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_fromFile, m_file);
    form->addRow(m_fromRange, m_range);
    form->addRow(tr("Profile"), m_profile);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_add = buttons->addButton(tr("Add the jobs"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ListDialog::agree);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(m_sentence);
    column->addWidget(m_rows, 1);
    column->addWidget(buttons);
    m_add->setDefault(true); // once it is in the dialog
    resize(620, 480);
}

void ListDialog::readSoon()
{
    ++m_reading;
    m_isRead = false;
    m_soon.start();
    check();
}

void ListDialog::read()
{
    if (m_fromRange->isChecked())
        return take(m_range->text().trimmed().isEmpty() ? Result<JobList>(JobList())
                                                        : rangeJobList(m_range->text().trimmed()));
    const Path file = m_file->path();
    m_listFolder = file.parent_path();
    if (file.empty())
        return take(JobList());
    m_thread.start([this, file, asked = m_reading] {
        auto list = std::make_shared<Result<JobList>>(readJobList(file));
        QMetaObject::invokeMethod(
            this,
            [this, list, asked] {
                if (asked == m_reading)
                    take(*list);
            },
            Qt::QueuedConnection);
    });
}

void ListDialog::take(const Result<JobList> &list)
{
    m_isRead = bool(list);
    m_list = list ? *list : JobList();
    showRows();
    check();
    if (!list)
        m_sentence->setText(list.error().message);
}

/// Says what would be added, or what stands in the way.
void ListDialog::check()
{
    const Profile *profile = m_profiles.find(m_profile->currentData().toString());
    QString sentence = tr("Choose a table or type a range: its jobs are shown here before they are added."), problem;
    const bool any = m_isRead && !m_list.rows.empty();
    if (any) {
        sentence = tr("%n job(s).", nullptr, int(m_list.rows.size()));
        const Result<void> fits = profile ? checkListWish(m_list, *profile) : Result<void>();
        problem = fits ? QString() : fits.error().message;
    }
    m_sentence->setText(problem.isEmpty() ? sentence : problem);
    QPalette palette;
    if (!problem.isEmpty())
        palette.setColor(QPalette::WindowText, stateColor(RowState::Failed, this->palette()));
    m_sentence->setPalette(palette);
    setAllowed(*m_add, profile && any && problem.isEmpty(),
               !problem.isEmpty() ? problem : tr("Choose a table or a range, and a profile."));
}

void ListDialog::showRows()
{
    const int rows = int(qMin<size_t>(m_list.rows.size(), shownRows));
    m_rows->clear();
    m_rows->setColumnCount(int(m_list.columns.size()));
    m_rows->setRowCount(rows);
    m_rows->setHorizontalHeaderLabels(m_list.columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < m_list.columns.size(); ++column) {
            const QString text = m_list.rows[size_t(row)].value(m_list.columns[column]);
            auto *item = new QTableWidgetItem(text);
            item->setData(Qt::AccessibleTextRole, text.isEmpty() ? tr("nothing", "accessible text of an empty cell") : text);
            m_rows->setItem(row, column, item);
        }
    }
    m_rows->resizeColumnsToContents();
}

void ListDialog::agree()
{
    const Profile *profile = m_profiles.find(m_profile->currentData().toString());
    const ConverterInfo *converter = profile ? findConverter(profile->converter) : nullptr;
    if (!converter)
        return;
    Q_EMIT chosen(
        {.list = m_list, .folder = m_listFolder, .profileId = profile->id, .takesAnything = converter->accepts.isEmpty()});
    accept();
}

} // namespace convoy
