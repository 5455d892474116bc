// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albumfiller.h"

namespace convoy {

AlbumFiller::AlbumFiller(WorkerPool &workers, QObject *parent)
    : QObject(parent),
      m_workers(workers),
      m_lookup(lookupSettings()),
      m_latest(
          this, [this](const Wish &wish, JobControl &, quint64) { return make(wish); },
          [this](const Result<Made> &made) {
              if (!made)
                  Q_EMIT failed(made.error().message);
              else if (made->album)
                  Q_EMIT albumRead(*made->album);
              else
                  m_lookup.find(made->toc);
          })
{
    connect(&m_lookup, &AlbumLookup::found, this, &AlbumFiller::found);
    connect(&m_lookup, &AlbumLookup::coverFound, this, &AlbumFiller::coverFound);
    connect(&m_lookup, &AlbumLookup::failed, this, [this](const Error &error) {
        Q_EMIT failed(error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail);
    });
}

void AlbumFiller::readFile(const Path &file)
{
    m_latest.set({.file = file, .disc = {}});
}

void AlbumFiller::lookUp(const std::vector<AlbumFile> &disc)
{
    m_latest.set({.file = {}, .disc = disc});
}

void AlbumFiller::stop()
{
    m_latest.cancel();
    m_lookup.cancel();
}

Result<AlbumFiller::Made> AlbumFiller::make(const Wish &wish)
{
    if (!wish.file.empty()) {
        const Result<AlbumData> album = readAlbum(wish.file, m_workers);
        return album ? Result<Made>({.album = *album, .toc = {}}) : album.error();
    }
    const DiscToc toc = tocOfDisc(wish.disc, m_workers);
    if (toc.isEmpty())
        return Error{ErrorKind::InvalidOption, tr("No CD has tracks like these; nothing was looked up."), {}};
    return Made{.album = std::nullopt, .toc = toc};
}

} // namespace convoy
