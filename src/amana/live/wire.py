"""Frames as bytes: of the stream (server-sent events) and of an answer (JSON)."""

import json
import re
from collections.abc import Mapping
from typing import Any

__all__ = ["BEAT", "as_json", "event_of", "own_part", "with_own"]

# An event and not a comment: a browser's scripts do not see comments, and the page must know
# that the hub is there. An event without data would not be dispatched.
BEAT = b"event: beat\ndata: 1\n\n"
_NUMBER = re.compile(r'\{\s*"n"\s*:\s*(\d+)')


def own_part(own: object) -> str:
    """What only one viewer sees, as JSON; empty when there is nothing."""
    return "" if own is None else json.dumps(own, ensure_ascii=False, separators=(",", ":"))


def with_own(frame: str, own: str) -> str:
    """The frame of one viewer: the text that all share, with `mine` put in before its end."""
    if not own:
        return frame
    head = frame.rstrip()[:-1].rstrip()
    return f'{head}{"" if head.endswith("{") else ","}"mine":{own}}}'


def event_of(frame: str) -> bytes:
    """A frame as an event; its `n`, when it stands first, is the id of the event."""
    number = _NUMBER.match(frame)
    # A line break can only stand between the parts of the JSON, and would end the line of data.
    line = " ".join(frame.splitlines()) if "\n" in frame or "\r" in frame else frame
    name = f"id: {number[1]}\n" if number else ""
    return f"{name}event: frame\ndata: {line}\n\n".encode()


def as_json(said: Mapping[str, Any]) -> bytes:
    """An answer."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
