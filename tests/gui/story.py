# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories share: where files lie, and the two ways to go on."""
import os
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
