"""Files that the product keeps: by their content, whole or not at all.

A file lies in the state folder under its SHA-256, `files/ab/cdef…`, so that the same bytes are
kept once and a changed byte is noticed when it is read. No name from outside makes a path.
"""

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from amana.kernel.refusals import Refusal

__all__ = ["folder", "keep", "kept", "path_of", "read"]


def folder() -> Path:
    """Where files lie: in the state folder."""
    return Path(settings.STATE) / "files"


def path_of(digest: str) -> Path:
    """The place of a file by its SHA-256 in hexadecimal; refused for anything else."""
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise Refusal("file.unknown", digest=digest[:64])
    return folder() / digest[:2] / digest[2:]


def keep(data: bytes) -> str:
    """Keep some bytes; their SHA-256. Written aside, flushed, then put in its place."""
    digest = sha256(data).hexdigest()
    place = path_of(digest)
    if place.exists():
        return digest
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(place)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    return digest


def kept() -> Iterator[str]:
    """The SHA-256 of every file that is kept, in order."""
    for place in sorted(folder().glob("??/*")):
        if len(digest := place.parent.name + place.name) == 64:
            yield digest


def read(digest: str) -> bytes:
    """The bytes of a file; refused when it is gone or no longer what it was."""
    try:
        data = path_of(digest).read_bytes()
    except FileNotFoundError as gone:
        raise Refusal("file.unknown", digest=digest) from gone
    if sha256(data).hexdigest() != digest:
        raise Refusal("file.altered", digest=digest)
    return data
