// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where tags come from: the rest of TrackDialog.
#include "core/album/pathpattern.h"
#include "core/plan/naming.h"
#include "ui/albumfiller.h"
#include "ui/dialogs/releasedialog.h"
#include "ui/dialogs/trackdialog.h"
#include "ui/widgets/coverbox.h"

#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

void TrackDialog::setWorkers(WorkerPool &workers)
{
    m_cover->setWorkers(workers);
    m_filler = std::make_unique<AlbumFiller>(workers);
    connect(m_filler.get(), &AlbumFiller::albumRead, this, [this](const AlbumData &album) {
        const int unmatched = m_tracks->fill(album, m_tracks->places());
        say(unmatched > 0 ? tr("%n track(s) are not in that file; they got what holds for all of it.", nullptr, unmatched)
                          : tr("The tags were filled in."));
    });
    connect(m_filler.get(), &AlbumFiller::found, this, &TrackDialog::releasesFound);
    connect(m_filler.get(), &AlbumFiller::coverFound, this, [this](const Path &picture) {
        if (!m_discs.empty())
            m_tracks->setPicture(m_discs.back(), picture);
        nextDisc();
    });
    connect(m_filler.get(), &AlbumFiller::failed, this, [this](const QString &reason) {
        say(reason);
        if (!m_discs.empty())
            nextDisc();
    });
    m_import->setEnabled(true);
    m_lookUp->setEnabled(true);
}

void TrackDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Import tags"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Albums (%1)").arg(u"*.cue *.json *.csv *.tsv *.txt"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { takeFile(toPath(file)); });
    dialog->open();
}

void TrackDialog::takeFile(const Path &file)
{
    if (!m_filler)
        return;
    stopLookUp();
    say(tr("Reading “%1” …").arg(displayName(file.filename())));
    m_filler->readFile(file);
}

void TrackDialog::takePattern()
{
    std::vector<TagMap> tags;
    int unmatched = 0;
    for (const AlbumFile &file : m_tracks->files()) {
        const Result<TagMap> found = tagsFromPath(m_pattern->currentText(), file.path);
        if (!found)
            return say(found.error().message);
        unmatched += found->isEmpty() ? 1 : 0;
        tags.push_back(*found);
    }
    m_tracks->fill(m_tracks->places(), tags);
    say(unmatched > 0 ? tr("%n path(s) are not named like that.", nullptr, unmatched) : tr("The tags were filled in."));
}

void TrackDialog::takeNames()
{
    const QString names = m_names->currentText().trimmed();
    if (names == m_tracks->nameTemplate())
        return;
    if (const Result<void> ok = checkNameTemplate(names); !ok || names.isEmpty())
        return say(ok ? tr("An output needs a name.") : ok.error().message);
    m_tracks->setNameTemplate(names);
}

void TrackDialog::lookUpOrStop()
{
    if (m_discs.empty())
        return lookUp();
    stopLookUp();
    say(tr("The look-up was stopped."));
}

void TrackDialog::stopLookUp()
{
    if (m_discs.empty())
        return;
    m_filler->stop();
    m_discs.erase(m_discs.begin(), m_discs.end() - 1);
    nextDisc();
}

void TrackDialog::lookUp()
{
    m_lookUp->setText(tr("Stop"));
    m_discs = groupDiscs(m_tracks->files());
    m_discs.emplace_back(); // nextDisc() takes off the one that is done
    nextDisc();
}

void TrackDialog::nextDisc()
{
    if (m_discs.empty())
        return; // stopped while a person chose
    m_discs.pop_back();
    if (m_discs.empty())
        return m_lookUp->setText(tr("Look up"));
    const std::vector<AlbumFile> files = m_tracks->files();
    std::vector<AlbumFile> disc;
    for (const size_t place : m_discs.back())
        disc.push_back(files[place]);
    say(tr("Asking MusicBrainz …"));
    m_filler->lookUp(disc);
}

void TrackDialog::releasesFound(const std::vector<Release> &releases)
{
    if (m_discs.empty())
        return;
    if (releases.size() == 1)
        return takeRelease(releases.front());
    if (releases.empty()) {
        say(tr("MusicBrainz knows no disc like this."));
        return nextDisc();
    }
    const Path folder = m_tracks->files()[m_discs.back().front()].path.parent_path();
    auto *dialog = new ReleaseDialog(releases, displayName(folder.filename()), this);
    connect(dialog, &ReleaseDialog::chosen, this, &TrackDialog::takeRelease);
    connect(dialog, &QDialog::rejected, this, &TrackDialog::nextDisc);
    say(tr("%n release(s) fit.", nullptr, int(releases.size())));
    dialog->show();
}

void TrackDialog::takeRelease(const Release &release)
{
    if (m_discs.empty())
        return;
    m_tracks->fill(release.album, m_discs.back());
    say(release.summary);
    if (release.hasCover)
        m_filler->fetchCover(release.id);
    else
        nextDisc();
}

} // namespace convoy
