# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: a folder, options of single files, filters, order of work, what is remembered."""
import json
import os
import shutil
import subprocess
from pathlib import Path

work, binaries = Path(os.environ['WORK']), os.environ['BIN']
inputs, outputs = work / 'in', work / 'out'


def check(truth, sentence):
    if not truth:
        raise Fail(sentence)


def steps(*lines):
    for line in lines:
        print('  ', line, flush=True)
        r.step(line)


def geometry():
    told = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], capture_output=True, text=True).stdout
    found = dict(line.split('=') for line in told.split())
    return int(found['WIDTH']), int(found['HEIGHT'])


# A folder with folders in it, and a file that nothing converts.
tree = work / 'Summer'
(tree / 'Beach').mkdir(parents=True)
for place in ('one.jpg', 'Beach/two.jpg'):
    shutil.copy(inputs / 'photo.jpg', tree / place)
(tree / 'notes.txt').write_text('no picture')
steps(f'drop:Files={tree}', 'wait:table cell::two.jpg##1', 'wait:~of a kind that nothing here converts', 'audit',
      'select:Group=by folder', 'wait:~^Group .*Beach, 1 file', 'select:Group=not grouped')

# Of one file only: another quality, another profile; each can be undone, and the other file keeps what it had.
steps('click:table cell::two.jpg##1', 'click:Options', 'type:Quality=40', 'key:Tab', 'wait:Reset Quality')
steps('click:table cell::one.jpg##1', 'gone:Reset Quality', 'click:table cell::two.jpg##1', 'wait:Reset Quality', 'key:ctrl+z', 'gone:Reset Quality',
      'key:ctrl+shift+z', 'wait:Reset Quality')
steps('select:Profile=Photos, brightened', 'wait:table cell::Photos, brightened', 'key:ctrl+z', 'gone:table cell::Photos, brightened')

# Removed and brought back where it was.
steps('click:table cell::one.jpg##1', 'key:Delete', 'gone:one.jpg', 'key:ctrl+z', 'wait:table cell::one.jpg##1')

# What is shown: by text, by state.
steps('type:text::Search=Beach', 'gone:table cell::one.jpg##1', 'exists:table cell::two.jpg##1', 'type:text::Search=', 'wait:table cell::one.jpg##1',
      'select:Show=with a problem', 'gone:table cell::one.jpg##1', 'exists:notes.txt', 'select:Show=all files', 'wait:table cell::one.jpg##1')

# The folders are kept; what happens stands in the log; the list says what became of each.
steps(f'type:Output folder={outputs}', 'key:Tab', 'click:Convert', 'wait:~2 done, 0 failed', 'click:Log', 'text:text::Log=Everything has ended')
written = sorted(str(file.relative_to(outputs)) for file in outputs.rglob('*') if file.is_file())
check(written == ['Summer/Beach/two.jpg', 'Summer/one.jpg'], f'outputs are {written}')
check((outputs / 'Summer/Beach/two.jpg').stat().st_size < (outputs / 'Summer/one.jpg').stat().st_size, 'the quality of one file was not its own')
steps('select:Show=done', 'exists:table cell::one.jpg##1', 'gone:notes.txt', 'select:Show=all files', 'click:Take them off the list', 'gone:notes.txt')

# Work in the order that a person wants: the last one is converted next.
slow = work / 'slow.json'
slow.write_text(json.dumps({'convoy_profile': 1, 'id': 'slow', 'name': 'Slow', 'converter': 'tool', 'description': 'Waits.',
                            'options': {'command': ['sleep', '2'], 'stdout': 'output'}, 'output': {'name': '{stem}', 'extension': 'out'}}))
many = work / 'Many'
many.mkdir()
for n in range(1, 9):
    shutil.copy(inputs / 'photo.jpg', many / f'many{n}.jpg')
steps('key:ctrl+a', 'key:Delete', 'click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{slow}',
      'gone:dialog::Import a profile', f'drop:Files={many}', 'wait:table cell::many8.jpg##1', 'select:Profile=Slow', 'wait:many8.out', 'click:Convert',
      'wait:table cell::~^running', 'rclick:many8.out', 'click:menu item::Convert next')
r.wait_for(lambda: (outputs / 'Many/many8.out').exists(), 'the last file to be converted')
left = [n for n in range(1, 9) if not (outputs / f'Many/many{n}.out').exists()]
check(len(left) >= 2, 'the last file was not converted before others')

# All of it held and let go; then cancelled, and nothing half done is left.
steps('wait:~left', 'click:Pause', 'wait:~^paused|, paused', 'click:Resume', 'wait:table cell::~^running', 'click:Cancel', 'gone:table cell::~^running', 'wait:table cell::~^cancelled')
check(not list(outputs.rglob('.*')), 'something half done is left behind')

# Every key is explained.
steps('key:F1', 'wait:Keys', 'exists:~Move to the top', 'exists:~Alt.Home', 'audit', 'key:Escape')

# The next start has the same window, the folder of outputs, and the folders that were used.
steps('key:ctrl+a', 'key:Delete', 'resize:1010x640')
before = geometry()
steps('quit:10')
r.launch(f'{binaries}/convoy')
steps('wait:Add folder ' + str(many), 'text:text::Output folder=' + str(outputs))
check(geometry() == before, f'the window is {geometry()}, was {before}')
steps('click:Add folder ' + str(many), 'wait:table cell::many8.jpg##1', 'quit:10')
