// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profileactions.h"

#include "ui/models/optionsummary.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QSaveFile>
#include <QUndoCommand>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

/// Takes a profile of a person's own away; undoing brings it back with everything in it.
class RemoveProfileCommand : public QUndoCommand
{
public:
    RemoveProfileCommand(ProfileActions &actions, Profile profile) : m_actions(actions), m_profile(std::move(profile))
    {
        setText(ProfileActions::tr("deleting the profile “%1”").arg(m_profile.name));
    }

    void redo() override
    {
        m_actions.report(m_actions.m_store.remove(m_profile.id),
                         ProfileActions::tr("The profile “%1” is deleted. Undo brings it back.").arg(m_profile.name));
    }

    void undo() override
    {
        m_actions.report(m_actions.m_store.save(m_profile),
                         ProfileActions::tr("The profile “%1” is back.").arg(m_profile.name));
    }

private:
    ProfileActions &m_actions;
    Profile m_profile;
};

QString profileIdFor(const QString &name, const std::function<bool(const QString &)> &taken)
{
    QString id;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-') && !c.isMark())
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = u"profile"_s;
    QString free = id;
    for (int n = 2; taken(free); ++n)
        free = u"%1-%2"_s.arg(id).arg(n);
    return free;
}

ProfileActions::ProfileActions(ProfileStore &store, QueueModel &model, QueueEditor &editor,
                               std::function<QList<RowId>()> targets, QWidget *parent)
    : QMenu(tr("Profiles"), parent),
      m_store(store),
      m_model(model),
      m_editor(editor),
      m_targets(std::move(targets)),
      m_window(parent)
{
    m_save = addAction(tr("Save the options as a new profile …"), this, &ProfileActions::saveAs);
    addAction(tr("Import a profile …"), this, &ProfileActions::importFile);
    m_export = addAction(tr("Export this profile …"), this, &ProfileActions::exportFile);
    m_duplicate = addAction(tr("Duplicate this profile"), this, &ProfileActions::duplicate);
    m_remove = addAction(tr("Delete this profile"), this, &ProfileActions::remove);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &ProfileActions::prepare);
}

/// The profile that all targets have; nullptr where they differ.
const Profile *ProfileActions::current() const
{
    const OptionSummary summary = summarizeOptions(m_model, m_store, m_targets());
    return summary.profileId.isEmpty() ? nullptr : m_store.find(summary.profileId);
}

void ProfileActions::prepare()
{
    const Profile *profile = current();
    const QString whyNot = profile
        ? QString()
        : tr("The profile of the selected files is meant: add files, or select some with the same.");
    for (QAction *action : {m_save, m_export, m_duplicate, m_remove}) {
        action->setEnabled(profile);
        action->setToolTip(whyNot);
    }
    if (profile && profile->builtIn) {
        m_remove->setEnabled(false);
        m_remove->setToolTip(tr("It came with Convoy: only profiles of your own can be deleted."));
    }
}

void ProfileActions::saveAs()
{
    const Profile *profile = current();
    const QList<RowId> rows = m_targets();
    const QueueRow *row = rows.isEmpty() ? nullptr : m_model.find(rows.first());
    if (!profile || !row)
        return;
    QJsonObject options = profile->options;
    for (auto it = row->overrides.begin(); it != row->overrides.end(); ++it)
        options.insert(it.key(), it.value());
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New profile"));
    dialog->setLabelText(tr("Name of the new profile"));
    dialog->setTextValue(tr("%1 (mine)", "name of a copied profile").arg(profile->name));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, base = *profile, options](const QString &name) { keep(base, options, name.trimmed()); });
    dialog->open();
}

void ProfileActions::keep(const Profile &base, const QJsonObject &options, const QString &name)
{
    if (name.isEmpty())
        return;
    Profile profile = base;
    profile.name = name;
    profile.id = profileIdFor(name, [this](const QString &id) { return m_store.find(id) != nullptr; });
    profile.options = options;
    profile.builtIn = false;
    const QList<RowId> rows = m_targets();
    const Result<void> saved = m_store.save(profile);
    report(saved, tr("The profile “%1” is saved.").arg(name));
    if (saved)
        m_editor.setProfile(rows, profile.id);
}

void ProfileActions::importFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import a profile"), {}, tr("Profiles (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QFile file(name);
        constexpr qint64 largest = 1 << 20;
        if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
            return report(Error{ErrorKind::UnreadableInput, tr("“%1” cannot be read.").arg(name), file.errorString()}, {});
        Result<Profile> profile = parseProfile(file.readAll());
        if (!profile)
            return report(profile.error(), {});
        if (const Profile *known = m_store.find(profile->id); known)
            profile->id = profileIdFor(profile->name, [this](const QString &id) { return m_store.find(id) != nullptr; });
        report(m_store.save(*profile), tr("The profile “%1” is there now.").arg(profile->name));
    });
    dialog->open();
}

void ProfileActions::exportFile()
{
    const Profile *profile = current();
    if (!profile)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Export this profile"), profile->id + u".json"_s, tr("Profiles (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, json = profileToJson(*profile)](const QString &name) {
        QSaveFile file(name);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
        report(written ? Result<void>()
                       : Result<void>(
                           Error{ErrorKind::OutputUnwritable, tr("“%1” cannot be written.").arg(name), file.errorString()}),
               tr("The profile is written to “%1”.").arg(name));
    });
    dialog->open();
}

void ProfileActions::remove()
{
    const Profile *profile = current();
    if (!profile || profile->builtIn)
        return;
    m_editor.stack().push(new RemoveProfileCommand(*this, *profile));
}

void ProfileActions::duplicate()
{
    if (const Profile *profile = current())
        keep(Profile(*profile), profile->options, tr("%1 (copy)", "name of a copied profile").arg(profile->name));
}

void ProfileActions::report(const Result<void> &result, const QString &success)
{
    Q_EMIT said(result ? success : result.error().message);
    if (result)
        Q_EMIT changed();
}

} // namespace convoy
