# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: profiles of one's own, what a player is given, reports, a lesser sandbox."""
import json
import os
import subprocess
from pathlib import Path

from story import begin, binaries, inputs, outputs, pictures, work

check, steps = begin(r, Fail)


def profile_menu(item):
    steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::' + item)


def opened():
    """What the desktop was asked to open, by the stand-in for xdg-open."""
    log = work / 'opened'
    return log.read_text().splitlines() if log.exists() else []


def file_of(url):
    return Path(url.removeprefix('file://'))


def seconds(file):
    told = subprocess.run(['ffprobe', '-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', str(file)],
                          capture_output=True, text=True).stdout
    return float(told.strip() or -1)


# An option that differs is kept as a profile of one's own.
steps(f'drop:Files={inputs}/photo.jpg', 'enabled:Convert', 'click:photo.jpg##1', 'click:Options', 'type:Quality=61', 'key:Tab', 'wait:Reset Quality',
      f'shotwin:{pictures}/profile-form.png')
profile_menu('Save the options as a new profile …')
steps('wait:Name of the new profile', 'audit', 'key:ctrl+a', 'keys:Small ones', 'key:Return', 'wait:~The profile .Small ones. is saved', 'gone:Reset Quality',
      'wait:table cell::Small ones')
kept = list(Path(os.environ['HOME']).rglob('small-ones.json'))
check(len(kept) == 1 and json.loads(kept[0].read_text())['options']['quality'] == 61, f'the profile is not kept: {kept}')

# Out to a file and in again, where it gets another name of its own; copied; deleted and back.
profile_menu('Export this profile …')
steps(f'open:{work}/mine.json', 'gone:dialog::Export this profile')
r.wait_for(lambda: (work / 'mine.json').exists(), 'the exported profile')
check(json.loads((work / 'mine.json').read_text())['options']['quality'] == 61, 'the exported profile is another one')
subprocess.run([binaries + '/convoy-cli', 'profiles', 'validate', str(work / 'mine.json')], check=True, stdout=subprocess.DEVNULL)
profile_menu('Import a profile …')
steps(f'open:{work}/mine.json', 'gone:dialog::Import a profile')
r.wait_for(lambda: list(Path(os.environ['HOME']).rglob('small-ones-2.json')), 'the imported profile')
profile_menu('Duplicate this profile')
steps('wait:table cell::Small ones (copy)')
profile_menu('Delete this profile')
steps('gone:table cell::Small ones (copy)', 'key:ctrl+z', 'wait:table cell::Small ones (copy)')

# Playing: the source, and what a trial has made of it. The player is the desktop's; here it only writes down what it was given.
steps(f'drop:Files={inputs}/track01.cdda.wav;{inputs}/clip.mp4', 'wait:clip.mp4', 'click:track01.cdda.wav', 'click:Preview', 'wait:push button::Play',
      f'shotwin:{pictures}/preview-audio.png', 'click:push button::Play')
r.wait_for(lambda: opened(), 'the source to be played')
check(opened()[-1].endswith('/in/track01.cdda.wav'), f'played: {opened()}')
steps('click:Encode and play')
r.wait_for(lambda: len(opened()) == 2, 'the trial to be played')
made = file_of(opened()[-1])
check(made.suffix == '.flac' and abs(seconds(made) - seconds(inputs / 'track01.cdda.wav')) < .01, f'the trial is {made}, {seconds(made)} s')
steps('click:clip.mp4', 'wait:Encode 5 s and play', 'click:Encode 5 s and play')
r.wait_for(lambda: len(opened()) == 3, 'the trial to be played')
made = file_of(opened()[-1])
check(made.suffix == '.mkv' and 0 < seconds(made) <= 5.1, f'the trial is {made}, {seconds(made)} s')

# What has been converted: the report of it, from the summary and from the history.
steps('type:Output folder=' + str(outputs), 'key:Tab', 'click:Convert', 'wait:~3 done, 0 failed', f'shotwin:{pictures}/summary.png', 'click:Report')
r.wait_for(lambda: len(opened()) == 4, 'the report to be opened')
check('photo.jpg' in file_of(opened()[-1]).read_text(), 'the report says nothing of photo.jpg')
steps('key:ctrl+h', 'wait:~^3 done', f'shotwin:{pictures}/history.png', 'click:Open the report')
r.wait_for(lambda: len(opened()) == 5, 'the report to be opened')
check('clip.mp4' in file_of(opened()[-1]).read_text(), 'the report says nothing of clip.mp4')
steps('key:Escape', 'quit:10')

# A kernel that confines less than it could is said once, on the screen and in the log.
r.launch(f'env CONVOY_LANDLOCK_VERSION=1 {binaries}/convoy {inputs}/photo.jpg')
steps('wait:photo.jpg', 'click:Convert', 'wait:label::~^This kernel confines', 'wait:~1 done', 'audit', 'click:Log', f'shotwin:{pictures}/confinement.png', 'quit:10')
r.launch(f'env CONVOY_LANDLOCK_VERSION=1 {binaries}/convoy {inputs}/photo.jpg')
steps('wait:photo.jpg', 'click:Convert', 'wait:~1 done', 'gone:label::~^This kernel confines', 'quit:10')
