# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories share: where files lie, the two ways to go on, and a disc."""
import json
import os
import wave
from pathlib import Path

work, binaries = Path(os.environ['WORK']), os.environ['BIN']
inputs, outputs = work / 'in', work / 'out'
pictures = Path(os.environ.get('CONVOY_PICTURES', work))  # where screenshots go


def begin(robot, fail):
    """check(truth, sentence) and steps(line, ...) for this robot."""
    def check(truth, sentence):
        if not truth:
            raise fail(sentence)

    def steps(*lines):
        for line in lines:
            print('  ', line, flush=True)
            robot.step(line)

    return check, steps


def make_disc():
    """A disc of three tracks as one file with its cue sheet, and a file that knows its titles."""
    disc = work / 'disc'
    disc.mkdir()
    with wave.open(str(disc / 'image.wav'), 'wb') as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44100)
        file.writeframes(bytes(588 * 4 * 75 * 9))
    (disc / 'image.cue').write_text('PERFORMER "Sheet Artist"\nTITLE "Sheet Album"\nFILE "image.wav" WAVE\n' + ''.join(
        f'  TRACK 0{n} AUDIO\n    TITLE "Sheet {n}"\n    INDEX 01 00:0{3 * (n - 1)}:00\n' for n in (1, 2, 3)))
    (work / 'album.json').write_text(json.dumps({'artist': 'Miles Davis', 'title': 'Kind of Blue', 'year': 1959, 'genre': 'Jazz',
                                                 'tracks': ['So What', 'Freddie Freeloader', 'Blue in Green']}))
    return disc
