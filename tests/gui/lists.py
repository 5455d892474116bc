# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: jobs from a range, a watched folder, and an output folder that vanishes."""
import json
import shutil

from story import begin, inputs, outputs, work

check, steps = begin(r, Fail)

# Jobs without files: a profile that writes its number.
echo = work / 'number.json'
echo.write_text(json.dumps({'convoy_profile': 1, 'id': 'number', 'name': 'Number', 'converter': 'tool', 'description': 'Says which job it is.',
                            'options': {'command': ['echo', 'job {i:03}'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'txt'}}))
slow = work / 'slow.json'
slow.write_text(json.dumps({'convoy_profile': 1, 'id': 'slow', 'name': 'Slow', 'converter': 'tool', 'description': 'Waits.',
                            'options': {'command': ['sleep', '3'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'out'}}))
for profile in (echo, slow):
    steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{profile}', 'gone:dialog::Import a profile')

steps('click:Menu', 'click:menu item::Add from a list …', 'wait:dialog::Add from a list', 'audit', 'disabled:Add the jobs',
      'click:text::Range', 'keys:1-3', 'select:Profile of the list=Number', 'enabled:Add the jobs', 'click:Add the jobs', 'gone:dialog::Add from a list',
      'wait:~3 not started', f'type:Output folder={outputs}', 'key:Tab', 'click:Convert', 'wait:~3 done, 0 failed')
check(sorted(f.name for f in outputs.iterdir()) == ['1.txt', '2.txt', '3.txt'], 'the outputs are not 1 to 3')
check((outputs / '2.txt').read_text() == 'job 002\n', 'the second job did not say its number')
steps('click:Clear finished', 'key:ctrl+z', 'exists:2.txt', 'key:ctrl+shift+z')

# A table that does not fit the profile says so before anything is added.
table = work / 'jobs.csv'
table.write_text('name,description\na,First\nb,Second\n')
steps('key:ctrl+shift+l', 'wait:dialog::Add from a list', f'type:File of the table={table}', 'wait:First',
      'select:Profile of the list=Number', 'disabled:Add the jobs', 'exists:label::~{i', 'key:Escape')

# A watched folder: what comes in is converted, once, and nobody is told.
watched = work / 'watched'
watched.mkdir()
told = len([c for c in r.calls('notify') if c[0] == 'Notify'])
steps('click:Menu', 'click:menu item::Watched folders …', 'wait:dialog::Watched folders', 'audit', f'type:Folder to watch={watched}',
      'select:Profile of the folder=Count lines, words and characters', f'type:Folder for the outputs={work}/counted', 'click:Watch this folder',
      'wait:watched', 'key:Escape', 'wait:~1 folder.* watched')
(watched / 'letter.txt').write_text('one two three\n')
steps('wait:letter.txt', 'wait:~1 done, 0 failed')
check((work / 'counted' / 'letter.txt').exists(), 'the watched file was not counted')
check(told == len([c for c in r.calls('notify') if c[0] == 'Notify']), 'a notification for a watched file')
steps('key:ctrl+shift+w', 'wait:dialog::Watched folders', 'click:Watch no longer', 'wait:~No folder is watched', 'key:Escape', 'click:Clear finished')

# The output folder vanishes while a file is converted: the batch waits, says why, and goes on by itself.
steps('drop:Files=' + ';'.join(f'{inputs}/{name}' for name in ('photo.jpg', 'clip.mp4', 'track01.cdda.wav', 'gray12.dcm')),
      'wait:~4 not started', 'key:ctrl+a', 'select:Profile=Slow', 'click:Convert', 'wait:table cell::~^running')
shutil.move(outputs, work / 'gone')
outputs.write_text('in the way')
# What was being written may have lost its folder; the others wait.
steps('wait:~^Paused: .*goes on by itself', 'exists:Try again now', 'enabled:Resume', 'wait:table cell::waiting')
outputs.unlink()
shutil.move(work / 'gone', outputs)
steps('click:Resume', 'wait:~^[1-4] done, [0-3] failed', 'gone:~^Paused: ')
if not r.find_all('~4 done, 0 failed'):
    steps('click:Retry failed')
steps('wait:~4 done, 0 failed', 'quit:10')
