"""How much a file may hold before we stop reading it."""

__all__ = ["FILE", "LINES", "MEGABYTE", "PART", "PARTS", "RATIO", "UNPACKED", "XML"]

MEGABYTE = 1 << 20

FILE = 20 * MEGABYTE
"""A file as it comes; a book of resolutions with pictures is a tenth of it."""

LINES = 200_000
"""Lines of a text, blank ones too; the reading takes some seconds for them."""

UNPACKED = 100 * MEGABYTE
"""All parts of a package together."""

PART = 32 * MEGABYTE
"""The largest part that is read; pictures are never read."""

XML = 16 * MEGABYTE
"""A lone file of XML or HTML: its tree takes ten times as much memory."""

PARTS = 4000
"""Parts of a package; Word writes some dozens, and one for each picture."""

RATIO = 250
"""How much smaller a part of some size may be packed: XML reaches 30, a bomb 1000."""
