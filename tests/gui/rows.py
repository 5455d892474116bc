# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: what can be done to single files, through menus with the mouse."""
import json

from story import begin, inputs, outputs, work

check, steps = begin(r, Fail)

# A profile of one's own that takes its time, brought in from a file.
slow = work / 'slow.json'
slow.write_text(json.dumps({'convoy_profile': 1, 'id': 'slow', 'name': 'Slow', 'converter': 'tool', 'description': 'Waits.',
                            'options': {'command': ['sleep', '8'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'out'}}))
steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{slow}', 'gone:dialog::Import a profile')

steps(f'drop:Files={inputs}/clip.mp4;{inputs}/broken.png;{inputs}/noise.bin', 'enabled:Convert',
      f'type:Output folder={outputs}', 'key:Tab')

# Two profiles on one set of files: the copy gets another one.
steps('rclick:clip.mp4', 'click:menu item::Add once more, for another profile', 'select:Profile=Slow', 'wait:clip.out', 'exists:clip.mkv')

later = work / 'later.bin'
later.write_bytes((inputs / 'noise.bin').read_bytes())

# Sleep is held off while work runs, and not while it is held; one file is paused and goes on.
steps('click:Convert', 'wait:table cell::~^running', 'inhibited:yes', 'rclick:clip.out', 'click:menu item::Pause this', 'wait:table cell::~^paused',
      f'drop:Files={later}', 'wait:later.bin', 'rclick:clip.out', 'click:menu item::Go on with this', 'gone:table cell::~^paused',
      'wait:~2 done, 1 failed', 'inhibited:no')
# What came meanwhile and is left out is counted by the summary as by the list.
steps('wait:~^Ended after .*2 done, 1 failed, 2 skipped', 'wait:~^2 done, 1 failed, 2 skipped', 'click:later.bin', 'key:Delete', 'gone:later.bin')
check((outputs / 'clip.mkv').exists() and (outputs / 'clip.out').exists(), 'not both profiles have written')

# The file manager is asked to show the output.
steps('rclick:clip.mkv', 'click:menu item::Show the output in its folder', 'calls:files=ShowItems.*clip.mkv')

# What went wrong, and the command, as text.
steps('rclick:broken.png', 'click:menu item::Copy what went wrong', 'click:text::Search', 'key:ctrl+v', 'text:text::Search=broken.png: ',
      'key:ctrl+a', 'key:Delete', 'rclick:broken.png', 'click:menu item::Copy as command line', 'click:text::Search', 'key:ctrl+v',
      'text:text::Search=^convoy-cli convert --profile photo-jpeg -- .*broken.png$', 'key:ctrl+a', 'key:Delete')

# Once more, cancelled while it runs.
steps('rclick:broken.png', 'click:menu item::Try again', 'wait:~2 done, 1 failed', 'rclick:clip.out', 'click:menu item::Add once more, for another profile',
      'enabled:Convert', 'click:Convert', 'wait:table cell::~^running', 'rclick:table cell::~^running', 'click:menu item::Cancel this', 'wait:table cell::~^cancelled')

# The list in another order, dragged by the mouse and taken back.
place = lambda name: r.find(name, unique=False).get_position(r.Atspi.CoordType.SCREEN).y
x, low = r.point('clip.mkv')
_, high = r.point('noise.bin')
below = place('noise.bin')
r.xdo('mousemove', x, low, 'mousedown', 1)
for part in range(1, 9):
    r.xdo('mousemove', x, low + (high + 9 - low) * part // 8, 'sleep', '0.05')
r.xdo('mouseup', 1)
r.wait_for(lambda: place('noise.bin') < below, 'the row to be moved up by the one that was dragged below it')
steps('key:ctrl+z')
r.wait_for(lambda: place('noise.bin') == below, 'the drag to be undone')

# When everything has ended: after a minute in which it can be stopped.
steps('click:Menu', 'click:menu item::When everything has ended', 'click:menu item::Suspend the computer', 'click:Retry failed',
      'wait:~The computer is suspended in', 'audit', 'click:Leave it on', 'gone:~The computer is suspended in')
check(not [c for c in r.calls('login') if c[0] == 'Suspend'], 'the computer was suspended though it was to be left on')
steps('click:Retry failed', 'wait:~The computer is suspended in', 'click:Suspend now', 'calls:login=Suspend')
steps('click:Menu', 'click:menu item::When everything has ended', 'click:menu item::Switch the computer off', 'click:Retry failed',
      'wait:~The computer is switched off in', 'click:Switch off now', 'calls:login=PowerOff', 'quit:10')
