# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: every key explained, and what the next start remembers."""
import shutil
import subprocess

from story import begin, binaries, inputs, outputs, work

check, steps = begin(r, Fail)


def geometry():
    told = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], capture_output=True, text=True).stdout
    found = dict(line.split('=') for line in told.split())
    return int(found['WIDTH']), int(found['HEIGHT'])


many = work / 'Many'
many.mkdir()
shutil.copy(inputs / 'photo.jpg', many / 'one.jpg')
steps(f'drop:Files={many}', 'wait:table cell::one.jpg##1', f'type:Output folder={outputs}', 'key:Tab')

# Every key is explained, also to who listens.
steps('key:F1', 'wait:label::Keyboard shortcuts')
keys = [node for node in r.find_all('label::Keyboard shortcuts') if node.get_text_iface()]
said = ''.join(r.Atspi.Text.get_text(node.get_text_iface(), 0, -1) for node in keys)
check('Move the crop' in said and 'Ctrl' in said, f'the keys are not told: {said[:200]}')
steps('audit', 'key:Escape', 'gone:dialog::Keyboard shortcuts')

# The next start has the same window, the folder of outputs, and the folders that were used.
steps('key:ctrl+a', 'key:Delete', 'resize:1010x640')
before = geometry()
steps('quit:10')
r.launch(f'{binaries}/convoy')
steps('wait:Add folder ' + str(many), 'text:text::Output folder=' + str(outputs))
check(geometry() == before, f'the window is {geometry()}, was {before}')
steps('click:Add folder ' + str(many), 'wait:table cell::one.jpg##1', 'quit:10')
