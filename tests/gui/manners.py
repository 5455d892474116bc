# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: groups, order, plan, history, preferences, and what the desktop is told."""
from story import begin, inputs, work

outputs = work / 'out2'
check, steps = begin(r, Fail)

names = ['photo.jpg', 'track01.cdda.wav', 'broken.png']
steps('drop:Files=' + ';'.join(str(inputs / name) for name in names), 'enabled:Convert')

# Files under headings that can be folded, and back.
steps('select:Group=by profile', 'wait:~^Group Photos to JPEG, 2 file.*, unfolded', 'audit', 'click:~^Group Photos', 'key:Left',
      'wait:~^Group Photos to JPEG, 2 file.*, folded', 'gone:photo.jpg', 'key:Right', 'wait:photo.jpg',
      'select:Group=not grouped', 'gone:~^Group Photos')

# A column less by the menu of the heading, and back by the menu.
steps('wait:table cell::Photos to JPEG', 'rclick:table column header::Size', 'click:menu item::Profile', 'gone:table cell::Photos to JPEG',
      'key:F10', 'click:menu item::Columns', 'click:menu item::As many as there is room for', 'wait:table cell::Photos to JPEG')

# Another order, by keys; undone.
place = lambda name: r.find(name, unique=False).get_position(r.Atspi.CoordType.SCREEN).y
steps('click:track01.cdda.wav', 'key:alt+Home')
r.wait_for(lambda: place('track01.cdda.wav') < place('photo.jpg'), 'the file to be moved to the top')
steps('key:ctrl+z')
r.wait_for(lambda: place('track01.cdda.wav') > place('photo.jpg'), 'the move to be undone')

# The plan is looked at before anything is written; the preferences say so.
steps('key:ctrl+comma', 'check:Show the plan before anything is started', 'check:Outputs keep the time of their source', 'key:Escape',
      'type:Output folder=' + str(outputs), 'key:Tab', 'click:Convert', 'wait:~3 file.* with .* will be converted', 'exists:~needed, .* free')
check(not outputs.exists(), 'something was written before the plan was agreed to')

# Everything ends, and the desktop hears of it.
steps('key:Return', 'wait:~2 done, 1 failed', 'calls:notify=2 done, 1 failed', 'calls:notify=desktop-entry.*org.convoy.Convoy', 'calls:launcher=progress',
      'calls:launcher=application://org.convoy.Convoy.desktop')
check((outputs / 'photo.jpg').stat().st_mtime == (inputs / 'photo.jpg').stat().st_mtime, 'the time was not kept')
steps('exists:~1 damaged', 'action:failed', 'gone:photo.jpg', 'exists:broken.png', 'select:Show=all files')

# By keys alone: what can be done with a file.
steps('click:photo.jpg##1', 'key:shift+F10', 'wait:menu item::Show the output in its folder', 'key:Escape',
      'gone:menu item::Show the output in its folder')

# The batch is found in the history.
steps('key:ctrl+h', 'wait:Past batches', 'wait:~^2 done, 1 failed', 'audit', 'key:Escape')

# Light and dark follow the desktop live; the keys are explained.
steps('scheme:dark', 'key:F1', 'wait:Keyboard shortcuts', 'key:Escape', 'quit:10')
