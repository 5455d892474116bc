# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: sources in the trash, a batch done once more, and one that was killed."""
import json
import os
from pathlib import Path

from story import begin, binaries, inputs, outputs, work

check, steps = begin(r, Fail)

# Only what has been read back goes to the trash: the damaged picture stays.
steps('key:ctrl+comma', 'check:Move sources to the trash afterwards', 'key:Escape', f'drop:Files={inputs}/photo.jpg;{inputs}/broken.png',
      'enabled:Convert', f'type:Output folder={outputs}', 'key:Tab', 'click:Convert', 'wait:~1 done, 1 failed')
r.wait_for(lambda: not (inputs / 'photo.jpg').exists(), 'the source to go')
trash = Path(os.environ['XDG_DATA_HOME']) / 'Trash' / 'files' / 'photo.jpg'
beside = list(Path(work).glob('.Trash*/files/photo.jpg')) + list(Path('/tmp').glob('.Trash*/files/photo.jpg'))
check(trash.exists() or beside, 'the source is not in the trash')
check((inputs / 'broken.png').exists(), 'a source went though its conversion failed')
check((outputs / 'photo.jpg').exists(), 'the output is not there')
steps('key:ctrl+comma', 'uncheck:Move sources to the trash afterwards', 'key:Escape')

# The history brings the files back into the list; one is gone and says so. Undone like every edit.
steps('click:broken.png', 'key:ctrl+a', 'key:Delete', 'gone:broken.png', 'key:ctrl+h', 'wait:Past batches', 'click:Add the files again', 'wait:broken.png',
      'wait:table cell::~^problem', 'key:ctrl+z', 'gone:broken.png')

slow = work / 'slow.json'
slow.write_text(json.dumps({'convoy_profile': 1, 'id': 'slow', 'name': 'Slow', 'converter': 'tool', 'description': 'Waits.',
                            'options': {'command': ['sleep', '5'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'out'}}))
steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{slow}', 'gone:dialog::Import a profile',
      f'drop:Files={inputs}/clip.mp4', 'click:clip.mp4', 'select:Profile=Slow', 'click:Convert', 'wait:table cell::~^running')
# Cancelled by mistake: the summary says so and has the way back.
steps('click:Cancel', 'wait:alert::~^Ended after .*: 0 done, 0 failed, 0 skipped, 1 cancelled', 'click:Convert the rest', 'wait:table cell::~^running',
      'gone:Convert the rest')
# Killed in the middle: the next start goes on with it.
children = r.launch.__globals__['CH']
children['app'].kill()
children['app'].wait()
r.launch(f'{binaries}/convoy')
steps('wait:~A batch was interrupted', 'audit', 'click:Go on with it', 'wait:~1 done, 0 failed')
check((outputs / 'clip.out').exists(), 'the interrupted file was not converted')
check(not list(outputs.glob('.*')), 'something half done is left behind')
steps('quit:10')
