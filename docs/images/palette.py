"""A picture of a screen in 256 colours: half the size, and to the eye the same."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {2: 3, 6: 4}
"""Bytes a point has, by the kind of colour: red, green and blue, without and with opacity."""

Colour = bytes


def in_palette(png: bytes) -> bytes:
    """The picture in its most frequent colours; every other becomes the nearest of them.

    `png` has eight bits a channel, is not interlaced and has nothing transparent, as browsers take pictures.
    """
    chunks = list(_chunks(png))
    width, height, _, kind = struct.unpack(">IIBB", dict(chunks)[b"IHDR"][:10])
    size = _SAMPLES[kind]
    rows = _rows(zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT")), width * size, height, size)
    points = [[row[place : place + 3] for place in range(0, len(row), size)] for row in rows]
    counted = Counter(point for row in points for point in row)
    palette = [colour for colour, _ in counted.most_common(COLOURS)]
    number = {colour: place for place, colour in enumerate(palette)}
    number.update({colour: _nearest(colour, palette) for colour in counted if colour not in number})
    lines = b"".join(b"\0" + bytes(map(number.__getitem__, row)) for row in points)
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(palette)),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    def distance(place: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=distance)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        yield name, png[place + 8 : place + 8 + length]
        place += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, length: int, height: int, size: int) -> Iterator[bytes]:
    """The rows of points, each freed of the filter that it was packed with."""
    before = bytearray(length)
    for start in range(0, height * (length + 1), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        match data[start]:
            case 1:
                for place in range(size, length):
                    row[place] = (row[place] + row[place - size]) & 255
            case 2:
                row = bytearray((one + other) & 255 for one, other in zip(row, before, strict=True))
            case 3:
                for place in range(length):
                    left = row[place - size] if place >= size else 0
                    row[place] = (row[place] + (left + before[place]) // 2) & 255
            case 4:
                for place in range(length):
                    left, corner = (row[place - size], before[place - size]) if place >= size else (0, 0)
                    row[place] = (row[place] + _paeth(left, before[place], corner)) & 255
        yield bytes(row)
        before = row


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))
