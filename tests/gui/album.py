# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by gui_drive.py with the robot as `r`: a disc's image with its cue sheet, the album editor, a look-up, a DICOMDIR."""
import http.server
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

from story import begin, inputs, make_disc, outputs, pictures, work

check, steps = begin(r, Fail)


def track(number, title):
    return {'id': f'11111111-0000-4000-8000-00000000000{number}', 'position': number, 'title': title,
            'artist-credit': [{'name': 'The Database', 'joinphrase': ''}], 'recording': {'id': '', 'title': title}}


def release(letter, title):
    return {'id': f'{letter * 8}-0000-4000-8000-000000000001', 'title': title, 'date': '2001',
            'artist-credit': [{'name': 'The Database', 'joinphrase': ''}], 'cover-art-archive': {'front': False},
            'media': [{'position': 1, 'discs': [], 'tracks': [track(1, 'Uno'), track(2, 'Due'), track(3, 'Tre')]}]}


class Service(http.server.BaseHTTPRequestHandler):
    asked = []
    answers = threading.Event()

    def do_GET(self):
        Service.asked.append(self.path)
        Service.answers.wait()
        body = json.dumps({'releases': [release('a', 'First pressing'), release('b', 'Second pressing')]}).encode()
        try:
            self.send_response(200)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:  # nobody waits for it any more
            pass

    def log_message(self, *_):
        pass


# A disc of three tracks as one file, what is known of it, and a place that knows more.
disc = make_disc()
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Service)
threading.Thread(target=server.serve_forever, daemon=True).start()
settings = Path(os.environ['HOME']) / '.config/convoy/convoy.ini'
settings.parent.mkdir(parents=True, exist_ok=True)
with settings.open('a') as file:
    file.write(f'\n[lookup]\nservice=http://127.0.0.1:{server.server_port}\ncovers=http://127.0.0.1:{server.server_port}\n')

# The sheet is dropped, its tracks come; what it says is in the table.
steps(f'drop:Files={disc}/image.cue;{disc}/image.wav', 'enabled:Convert', 'exists:~01 Sheet 1', 'exists:~03 Sheet 3',
      'click:table cell::01 Sheet 1', 'key:ctrl+a', 'click:Options', 'click:Edit the tags as a table', 'wait:Tracks', 'audit',
      'exists:Sheet 2')

# By the keyboard alone: titles are typed one below the other, Tab leads on and out of the table again.
steps('keys:Typed one', 'key:Return', 'keys:Typed two', 'key:Tab', 'keys:Typed by', 'key:Return', 'wait:Typed by',
      'exists:Typed one', 'exists:Typed two', 'key:Tab', 'key:ctrl+z', 'key:ctrl+z', 'key:ctrl+z', 'wait:Sheet 1', 'wait:Sheet 2',
      'gone:Typed by')

# A file with tags and a cover are dropped; names follow; all of it can be undone.
steps(f'drop:table::Tracks={work}/album.json', 'wait:Freddie Freeloader', 'exists:Kind of Blue')
steps(f'drop:push button::Cover={inputs}/photo.jpg', 'type:Names of outputs={artist}/{album}/{track:02} {title}', 'key:Tab',
      'wait:~02 Freddie Freeloader.flac', f'shotwin:{pictures}/album-editor.png')

# The database knows two releases; nothing was asked before the button.
check(not Service.asked, 'something was asked before anybody wanted it')
steps('click:Look up', 'click:Stop', 'wait:The look-up was stopped.', 'gone:Stop')
Service.answers.set()
Service.asked.clear()
steps('click:Look up', 'wait:Releases', 'audit', f'shotwin:{pictures}/album-releases.png', 'click:~Second pressing',
      'click:This one', 'wait:Due', 'exists:Second pressing')
check(len(Service.asked) == 1 and 'toc=1+3+825+150+375+600' in Service.asked[0], f'asked: {Service.asked}')
steps('click:Undo', 'wait:Freddie Freeloader', 'gone:Due', 'click:Close', 'gone:table::Tracks')

# What was shown is what comes out.
steps('type:Output folder=' + str(outputs), 'key:Tab', 'click:Convert', 'wait:~3 done, 0 failed')
folder = outputs / 'Miles Davis' / 'Kind of Blue'
names = sorted(str(file.relative_to(outputs)) for file in outputs.rglob('*.flac'))
check(len(names) == 3, f'outputs are {names}')
found = subprocess.run(['metaflac', '--export-tags-to=-', str(next(folder.glob('02*.flac')))], capture_output=True, text=True).stdout
for line in ('ARTIST=Miles Davis', 'TITLE=Freddie Freeloader', 'DATE=1959', 'TRACKNUMBER=2', 'TRACKTOTAL=3'):
    check(line in found.splitlines(), f'{line} is not in {found}')
shown = subprocess.run(['metaflac', '--list', '--block-type=PICTURE', str(next(folder.glob('02*.flac')))], capture_output=True, text=True).stdout
check('type: 3 (Cover (front))' in shown, 'the cover is missing')

# A DICOMDIR is an index as well: its pictures come instead of it.
if shutil.which('dcmmkdir'):
    stack = work / 'stack'
    stack.mkdir()
    for name in ('IMG1', 'IMG2'):
        shutil.copy(inputs / 'gray12.dcm', stack / name)
    made = subprocess.run(['dcmmkdir', '+id', str(stack), '+D', str(stack / 'DICOMDIR'), '-Nrs', '-Nxc', 'IMG1', 'IMG2'],
                          capture_output=True, cwd=stack).returncode
    if made == 0:
        steps(f'drop:Files={stack}/DICOMDIR', 'exists:IMG1', 'exists:IMG2', 'gone:DICOMDIR')

steps('quit:10')
