# SPDX-FileCopyrightText: 2026 Convoy contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader of PNG of its own: every filter and kind that a writer may use."""
import zlib
import numpy as np


def chunks(path):
    """Name and body of each."""
    raw = open(path, 'rb').read()
    at, result = 8, []
    while at < len(raw):
        length = int.from_bytes(raw[at:at + 4], 'big')
        result.append((raw[at + 4:at + 8], raw[at + 8:at + 8 + length]))
        at += 12 + length
    return result


def unfiltered(data, row_bytes, step, height):
    above, rows = bytearray(row_bytes), []
    for y in range(height):
        kind, row = data[y * (row_bytes + 1)], bytearray(data[y * (row_bytes + 1) + 1:(y + 1) * (row_bytes + 1)])
        for i in range(row_bytes if kind else 0):
            left, up, corner = (row[i - step], above[i], above[i - step]) if i >= step else (0, above[i], 0)
            paeth = min((abs(up - corner), 0, left), (abs(left - corner), 1, up), (abs(left + up - 2 * corner), 2, corner))[2]
            row[i] = row[i] + (0, left, up, (left + up) // 2, paeth)[kind] & 255
        rows.append(bytes(row))
        above = row
    return np.frombuffer(b''.join(rows), 'u1').reshape(height, row_bytes)


def read_png(path):
    """Height × width × 3, from 0 to 1."""
    parts = chunks(path)
    header = dict(parts)[b'IHDR']
    width, height, bits, colour_type = int.from_bytes(header[:4], 'big'), int.from_bytes(header[4:8], 'big'), header[8], header[9]
    channels = 3 if colour_type == 2 else 1
    packed = zlib.decompress(b''.join(body for kind, body in parts if kind == b'IDAT'))
    rows = unfiltered(packed, (width * channels * bits + 7) // 8, max(1, channels * bits // 8), height)
    if bits < 8:
        spread = np.unpackbits(rows, axis=1).reshape(height, -1, bits)
        values = (spread * (1 << np.arange(bits)[::-1])).sum(2)[:, :width]
    else:
        values = np.frombuffer(rows.tobytes(), '>u2' if bits == 16 else 'u1').reshape(height, width, channels).squeeze(2 if channels == 1 else ())
    if colour_type == 3:
        return np.frombuffer(dict(parts)[b'PLTE'], 'u1').reshape(-1, 3)[values] / 255.
    values = values / (2. ** bits - 1)
    return values if values.ndim == 3 else np.repeat(values[..., None], 3, 2)
