# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: a folder, options of single files, filters, undo."""
import shutil

from story import begin, inputs, outputs, work

check, steps = begin(r, Fail)

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

# Copied, taken off the list, and pasted into it again.
steps('click:table cell::one.jpg##1', 'key:ctrl+c', 'key:Delete', 'gone:one.jpg', 'key:ctrl+v', 'wait:table cell::one.jpg##1')

# What is shown: by text, by state.
steps('type:text::Search=Beach', 'gone:table cell::one.jpg##1', 'exists:table cell::two.jpg##1', 'type:text::Search=', 'wait:table cell::one.jpg##1',
      'select:Show=with a problem', 'gone:table cell::one.jpg##1', 'exists:notes.txt', 'select:Show=all files', 'wait:table cell::one.jpg##1', 'click:Take them off the list', 'gone:notes.txt')

# Into a folder that cannot be written: with another one, what failed is tried there. Then all of it once more.
elsewhere = work / 'elsewhere'
steps('type:Output folder=/proc/nowhere', 'key:Tab', 'click:Convert', 'wait:~0 done, 2 failed', f'type:Output folder={elsewhere}', 'key:Tab',
      'click:Retry failed', 'wait:alert::~^Ended after .*: 2 done, 0 failed')
written = sorted(str(file.relative_to(elsewhere)) for file in elsewhere.rglob('*') if file.is_file())
check(written == ['Beach/two.jpg', 'one.jpg'], f'outputs are {written}')
steps('click:table cell::one.jpg##1', 'key:ctrl+a', 'key:Delete', 'gone:table cell::one.jpg##1', 'key:ctrl+z', 'wait:table cell::one.jpg##1', 'enabled:Convert',
      'click:Close this message', 'gone:~2 done, 0 failed')

# The folders are kept; what happens stands in the log; the list says what became of each.
steps(f'type:Output folder={outputs}', 'key:Tab', 'click:Convert', 'wait:~2 done, 0 failed', 'click:Log', 'text:text::Log=Everything has ended')
written = sorted(str(file.relative_to(outputs)) for file in outputs.rglob('*') if file.is_file())
check(written == ['Beach/two.jpg', 'one.jpg'], f'outputs are {written}')
check((outputs / 'Beach/two.jpg').stat().st_size < (outputs / 'one.jpg').stat().st_size, 'the quality of one file was not its own')
steps('select:Show=done', 'exists:table cell::one.jpg##1', 'select:Show=all files', 'exists:table cell::two.jpg##1')
steps('quit:10')
