// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowmessages.h"

#include "ui/batchcontroller.h"

#include <QVBoxLayout>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto notedKernel = "confinementNoted"_L1;

} // namespace

WindowMessages::WindowMessages(BatchController &controller, Settings &settings, QVBoxLayout &place, QObject *parent)
    : QObject(parent),
      m_controller(controller),
      m_settings(settings),
      m_place(place)
{
    connect(&controller, &BatchController::trouble, this, &WindowMessages::trouble);
    connect(&controller, &BatchController::blockedChanged, this, &WindowMessages::showBlocked);
    connect(&controller, &BatchController::stateChanged, this, [this] {
        showBlocked();
        if (!m_controller.isReading())
            showUnknown();
    });
    connect(&controller, &BatchController::confinementNoted, this, &WindowMessages::noteConfinement);
    connect(&controller.past(), &PastBatches::found, this, &WindowMessages::offer);
}

void WindowMessages::show(MessageBar *bar)
{
    m_place.addWidget(bar);
}

void WindowMessages::trouble(const Error &error)
{
    show(new MessageBar(MessageBar::Tone::Trouble, error.message, error.detail, {}));
}

void WindowMessages::offer(const InterruptedBatch &batch)
{
    PastBatches *batches = &m_controller.past();
    show(new MessageBar(
        MessageBar::Tone::Offer,
        tr("A batch was interrupted (%1): %2 of %3 done.").arg(batch.profile).arg(batch.done).arg(batch.jobs), batch.id,
        {{tr("Go on with it"), [batches, id = batch.id] { batches->recover(id); }},
         {tr("Forget it"), [batches, id = batch.id] { batches->forget(id); }}}));
}

/// One sentence for as long as a folder cannot be written to: why, what waits, and that it goes on by itself.
void WindowMessages::showBlocked()
{
    const auto &places = m_controller.blockedPlaces();
    QString sentence;
    if (!places.empty()) {
        const Error &reason = places.begin()->second;
        const QString rest = places.size() > 1 ? tr(" And %n more folder(s).", nullptr, int(places.size()) - 1) : QString();
        sentence = m_controller.isPaused()
            ? tr("Paused: %1%2 It goes on by itself as soon as that can be written to again.").arg(reason.message, rest)
            : tr("%1%2 What is to be written there waits, and goes on by itself; the rest is converted meanwhile.")
                  .arg(reason.message, rest);
    }
    if (sentence == m_blockedSentence)
        return;
    m_blockedSentence = sentence;
    delete m_blocked;
    if (sentence.isEmpty())
        return;
    BatchController *controller = &m_controller;
    m_blocked = new MessageBar(MessageBar::Tone::Trouble, sentence, places.begin()->second.detail,
                               {{tr("Try again now"), [controller] { controller->resume(); }, true}});
    show(m_blocked);
}

/// Files that no profile takes stand in the list with the reason; how many is said apart, with a way to be rid of them.
void WindowMessages::showUnknown()
{
    const int before = m_unknownCount;
    m_unknownCount = m_controller.unknownFiles();
    const bool begins = m_controller.isBusy() && !m_isBusy;
    m_isBusy = m_controller.isBusy();
    if (m_unknownCount == before && !begins)
        return;
    delete m_unknown;
    if (m_unknownCount <= before || begins) // begun without them: the list says it, and so will the summary
        return;
    BatchController *controller = &m_controller;
    m_unknown = new MessageBar(MessageBar::Tone::Offer,
                               tr("%n file(s) of a kind that nothing here converts are left out.", nullptr, m_unknownCount),
                               {},
                               {{tr("Show them"), [this] { Q_EMIT unknownWanted(); }, true},
                                {tr("Take them off the list"), [controller] { controller->removeUnknown(); }}});
    show(m_unknown);
}

/// Said once for each kernel, and always in the log.
void WindowMessages::noteConfinement(const QString &note)
{
    if (m_settings.layout(notedKernel) == note.toUtf8())
        return;
    m_settings.setLayout(notedKernel, note.toUtf8());
    show(new MessageBar(MessageBar::Tone::Offer, note, {}, {}));
}

} // namespace convoy
