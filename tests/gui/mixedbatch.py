# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: a mixed batch from the drop to the notification."""
from story import begin, binaries, inputs, outputs

check, steps = begin(r, Fail)

before = {file.name: (file.stat().st_size, file.stat().st_mtime_ns) for file in inputs.iterdir()}
names = ['gray12.dcm', 'clip.mp4', 'track01.cdda.wav', 'photo.jpg', 'broken.png', 'noise.bin']

# The first screen: every control has a name, nothing can be started.
steps('audit', 'disabled:Convert', 'disabled:Retry failed', 'disabled:Pause', 'disabled:Cancel')

# A real drag from another program, of five kinds at once.
steps('drop:Files=' + ';'.join(str(inputs / name) for name in names))
for name in names:
    steps('exists:' + name)
steps('enabled:Convert', 'wait:~skipped: ', 'audit')

# Undo takes the drop back, redo brings it again.
steps('key:ctrl+z', 'gone:clip.mp4', 'key:ctrl+shift+z', 'wait:clip.mp4')

# Convert into a folder that does not exist yet.
steps('type:Output folder=' + str(outputs), 'key:Tab', 'click:Convert', 'wait:~4 done, 1 failed, 1 skipped$', 'enabled:Retry failed',
      'gone:~left out', 'wait:alert::~^Ended after .*4 done, 1 failed, 1 skipped', 'calls:notify=4 done, 1 failed, 1 skipped', 'inhibited:no')
written = sorted(file.name for file in outputs.iterdir())
check(written == ['clip.mkv', 'gray12.png', 'photo.jpg', 'track01.flac'], f'outputs are {written}')
check(all(file.stat().st_size > 0 for file in outputs.iterdir()), 'an output is empty')
after = {file.name: (file.stat().st_size, file.stat().st_mtime_ns) for file in inputs.iterdir()}
check(after == before, 'a source was changed')

# The way to what failed: nothing else is shown, the first is selected, and the other ways are still there.
steps('click:Show failed', 'gone:table cell::clip.mp4##1', 'focused:table::Files', 'exists:push button::Report', 'exists:Open folder')
check(r.state(r.find('table cell::broken.png##1'), 'SELECTED'), 'what failed is not selected')
steps('select:Show=all files', 'wait:table cell::clip.mp4##1')

# What failed fails again: the list has the same counts, the summary those of what was tried again. What is finished can be cleared.
steps('click:Retry failed', 'wait:alert::~^Ended after .*: 0 done, 1 failed, 0 skipped. Of those that failed: 1 damaged.', 'wait:~4 done, 1 failed, 1 skipped$',
      'calls:notify="0 done, 1 failed, 0 skipped', 'click:Clear finished', 'gone:clip.mp4', 'exists:broken.png')

# A second start hands its files to this window and ends.
steps(f'run:{binaries}/convoy {inputs}/clip.mp4', 'wait:clip.mp4', 'enabled:Convert')

# The whole program ends when its window is closed.
steps('quit:10')
