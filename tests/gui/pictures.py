# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: puts the window into the states that docs/window.md shows."""
import json
import os
import shlex
import time
from pathlib import Path

from story import begin, make_disc, work

shots, scene = Path(os.environ['SHOTS']), os.environ['SCENE']
_, steps = begin(r, Fail)


def shot(name):
    r.xdo('mousemove', 2, 2)
    r.shotwin(str(shots / (name + '.png')))


if scene == 'small':
    steps('resize:900x600')
if scene == 'album':
    disc = make_disc()
    steps(f'drop:Files={disc}/image.cue', 'enabled:Convert', 'click:table cell::01 Sheet 1', 'key:ctrl+a', 'click:Options', 'click:Edit the tags as a table',
          'wait:Sheet 2', f'drop:table::Tracks={work}/album.json', 'wait:Kind of Blue', f'drop:push button::Cover={work}/in/harbour.jpg',
          'type:Names of outputs={artist}/{album}/{track:02} {title}', 'key:Tab', 'wait:~02 Freddie Freeloader.flac')
    shot('album-editor')
else:
    files = ['bikes.mp4', 'thorax.dcm', 'head.dcm', 'harbour.jpg', 'broken.png', '01 Prelude.wav']
    r.launch(os.environ['BIN'] + '/convoy ' + ' '.join(shlex.quote(str(work / 'in' / name)) for name in files), 'second')
    steps('wait:bikes.mp4', 'wait:head.dcm')
    time.sleep(1)
if scene == 'work':
    steps('click:bikes.mp4', 'sleep:1', 'click:Estimate', 'wait:~would have|It would')
    r.click('Position in the file')
    time.sleep(1)
    shot('window-video')
    steps('click:harbour.jpg##1', 'sleep:1', 'click:Compare', 'sleep:1.5')
    shot('window-compare')
    number = work / 'number.json'
    number.write_text(json.dumps({'convoy_profile': 1, 'id': 'number', 'name': 'One plot a number', 'converter': 'tool', 'description': 'As a stand-in.',
                                  'options': {'command': ['echo', 'plot {i:03}'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'txt'}}))
    steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{number}', 'gone:dialog::Import a profile',
          'key:ctrl+shift+l', 'click:text::Range', 'keys:1-100', 'wait:~^100', 'click:combo box::Profile of the list', 'keys:one plot', 'key:Return')
    time.sleep(.5)
    shot('window-list')
    steps('key:Escape', 'key:ctrl+shift+w', 'type:Folder to watch=~/Pictures/Inbox', 'click:combo box::Profile of the folder', 'keys:dicom png', 'key:Return',
          'type:Folder for the outputs=~/Pictures/Converted', 'click:Watch this folder', 'sleep:.7')
    shot('window-watch')
    steps('click:Watch no longer', 'key:Escape', 'click:thorax.dcm', 'click:Before', 'type:Output folder=~/Pictures/Converted', 'key:Tab', 'click:Convert', 'wait:table cell::~^done', 'sleep:.3')
    shot('window')
elif scene == 'dark':
    steps('click:thorax.dcm', 'sleep:1.5', 'type:Output folder=~/Pictures/Converted', 'key:Tab', 'click:Convert', 'wait:table cell::~^done', 'sleep:.3')
    shot('window-dark')
elif scene == 'rtl':
    steps('click:harbour.jpg##1', 'sleep:1.5')
    shot('window-rtl')
elif scene == 'small':
    steps('click:thorax.dcm', 'sleep:1.5', 'type:Output folder=~/Pictures/Converted', 'key:Tab', 'click:Convert', 'wait:~^Ended after', 'sleep:1')
    shot('window-small')
elif scene == '2x':
    steps('click:bikes.mp4', 'sleep:1.5')
    shot('window-2x')
