# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: what a tool says is shown while it runs, and what it found are columns that sort."""
import json

from story import begin, inputs, outputs, pictures, work

_, steps = begin(r, Fail)


def said():
    """The text of the details, which is no field and no label."""
    panes = [n for n in r.find_all('label::Details') if n.get_text_iface()]
    return ''.join(r.Atspi.Text.get_text(n.get_text_iface(), 0, -1) for n in panes)


# A tool that speaks and then waits: it is still running when its words are read.
talk = work / 'talk.json'
talk.write_text(json.dumps({'convoy_profile': 1, 'id': 'talk', 'name': 'Talk', 'converter': 'tool', 'description': 'Speaks and waits.',
                            'options': {'command': ['python3', '-u', '-c', 'import sys, time; print("half way there"); time.sleep(6); '
                                                                  'print("all the way", file=sys.stderr)', '{input}']}, 'output': {'name': '{stem}', 'extension': 'txt'}}))
steps('click:Menu', 'click:menu item::Profiles', 'click:menu item::Import a profile …', f'open:{talk}', 'gone:dialog::Import a profile')
(inputs / 'one.txt').write_text('a\n')
steps(f'drop:Files={inputs}/one.txt', 'wait:one.txt', 'click:one.txt', 'select:Profile=Talk', f'type:Output folder={outputs}', 'key:Tab',
      'click:page tab::Details', 'click:Convert', 'wait:table cell::~^running')
r.wait_for(lambda: 'half way there' in said() and r.find_all('table cell::~^running'), 'the words of a tool that runs')
steps(f'shotwin:{pictures}/tool-running.png')
steps('wait:~1 done, 0 failed')
r.wait_for(lambda: 'half way there' in said() and 'all the way' in said(), 'what it said to both streams')
steps('click:Clear finished')

# 9 words come before 10: the columns hold numbers.
for name, words in (('nine', 9), ('ten', 10), ('two', 2)):
    (inputs / f'{name}.txt').write_text('word ' * words + '\n')
steps('drop:Files=' + ';'.join(f'{inputs}/{name}.txt' for name in ('nine', 'ten', 'two')), 'wait:two.txt', 'key:ctrl+a',
      'select:Profile=Count lines, words and characters', 'click:Convert', 'wait:~3 done, 0 failed', 'click:words')


def order():
    # A text and what its speech says of it may both be there; who stands higher is above.
    places = {name: min(r.ext(n)[1] for n in r.find_all(f'{name}.txt') if r.state(n, 'SHOWING')) for name in ('nine', 'ten', 'two')}
    return sorted(places, key=places.get)


r.wait_for(lambda: order() == ['two', 'nine', 'ten'], 'fewest words first')
steps(f'shotwin:{pictures}/results.png')
steps('click:words')
r.wait_for(lambda: order() == ['ten', 'nine', 'two'], 'most words first')
steps('audit', 'quit:10')
