"""The square code that leads to the proof of a file, as SVG for paper and as PNG for Word."""

import struct
import zlib
from collections.abc import Iterator

import qrcode  # type: ignore[import-untyped]

__all__ = ["png", "svg"]

# A reader reads a code under any of the eight masks. Trying them all to find the one with the
# fewest plain patches took four fifths of the time of a code, and there are eight codes a text.
MASK = 2
DOT = 8  # pixels of a module of the PNG
QUIET = 2  # modules of white around the PNG


def _modules(address: str) -> list[list[bool]]:
    code = qrcode.QRCode(border=0, mask_pattern=MASK)
    code.add_data(address)
    code.make(fit=True)
    found: list[list[bool]] = code.get_matrix()
    return found


def svg(address: str) -> str:
    """The code as a picture of lines, one unit a module."""
    rows = _modules(address)
    side = len(rows)
    path = "".join(f"M{x} {y}h{wide}v1h-{wide}z" for x, y, wide in _bars(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{side}" height="{side}"><path d="{path}"/></svg>'
    )


def _bars(rows: list[list[bool]]) -> Iterator[tuple[int, int, int]]:
    """The black runs of every row: where they begin, and how long they are."""
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            wide = 0
            while x + wide < len(row) and row[x + wide]:
                wide += 1
            if wide:
                yield x, y, wide
            x += wide + 1


def png(address: str) -> bytes:
    """The code as dots, black on white, with the quiet margin that a reader looks for."""
    rows = _modules(address)
    side = (len(rows) + 2 * QUIET) * DOT
    white = [False] * QUIET
    blank = [[False] * (len(rows) + 2 * QUIET)] * QUIET
    lines = [*blank, *([*white, *row, *white] for row in rows), *blank]
    data = b"".join((b"\0" + _packed(line)) * DOT for line in lines)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)  # one bit of grey a dot
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, inner) for name, inner in parts)


def _packed(line: list[bool]) -> bytes:
    """A line of modules as bits: DOT is eight, so each module is one byte; white is 1."""
    return bytes(0 if black else 0xFF for black in line)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
