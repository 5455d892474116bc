# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: order of work, all of it held and cancelled."""
import json
import shutil

from story import begin, inputs, outputs, work

check, steps = begin(r, Fail)

# Work in the order that a person wants: the last one is converted next. What is left then outlasts the steps of a slow machine.
slow = work / 'slow.json'
slow.write_text(json.dumps({'convoy_profile': 1, 'id': 'slow', 'name': 'Slow', 'converter': 'tool', 'description': 'Waits.',
                            'options': {'command': ['sleep', '6'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'out'}}))
many = work / 'Many'
many.mkdir()
for n in range(1, 9):
    shutil.copy(inputs / 'photo.jpg', many / f'many{n}.jpg')
steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{slow}',
      'gone:dialog::Import a profile', f'drop:Files={many}', 'wait:table cell::many8.jpg##1', 'select:Profile=Slow', 'wait:many8.out',
      f'type:Output folder={outputs}', 'key:Tab', 'click:Convert', 'wait:table cell::~^running', 'rclick:many8.out', 'click:menu item::Convert next')
r.wait_for(lambda: (outputs / 'many8.out').exists(), 'the last file to be converted')
left = [n for n in range(1, 9) if not (outputs / f'many{n}.out').exists()]
check(len(left) >= 2, 'the last file was not converted before others')

# All of it held and let go; then cancelled, and nothing half done is left.
steps('wait:~left', 'title:^[0-9]+ % — Convoy$', 'click:Pause', 'wait:~^paused|, paused', 'click:Resume', 'wait:table cell::~^running', 'click:Cancel', 'gone:table cell::~^running', 'wait:table cell::~^cancelled', 'title:^Convoy$')
check(not list(outputs.rglob('.*')), 'something half done is left behind')

steps('quit:10')
