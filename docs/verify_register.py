#!/usr/bin/env python3
"""Prove an exported register of acts, offline, with nothing but Python's standard library.

    python3 verify_register.py register.jsonl [--head HASH]

Each line is one act. Its `hash` is SHA-256 over the canonical JSON (sorted keys, no spaces,
UTF-8) of all its other fields, and its `prev` is the hash of the act before. Changing a byte,
removing a line or changing their order breaks the chain at the first act concerned. Give the
head that you noted earlier with --head to prove that nothing before it was replaced and
nothing after it is missing.

Exit 0 and "whole" with count and head; exit 1 and the first broken act.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

GENESIS = "0" * 64


def canonical(value: object) -> bytes:
    """The bytes that are hashed: the same on every machine."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def once(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
    """A table in which no name stands twice: a reader would see another value than we prove."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def prove(lines: "list[str]") -> "tuple[int, str, str]":
    """Count of acts that hold, hash of the last of them, and what broke after it."""
    count, prev = 0, GENESIS
    for line in lines:
        try:
            act = json.loads(line, object_pairs_hook=once)
            stored = act.pop("hash")
            seq = act["seq"]
            computed = hashlib.sha256(canonical(act)).hexdigest()
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
            return count, prev, f"line {count + 1} is no act"
        if seq != count + 1:
            return count, prev, f"act {count + 1} is missing: the file goes on with act {seq}"
        if act.get("prev") != prev:
            return count, prev, f"act {seq} does not follow act {count}"
        if computed != stored:
            return count, prev, f"act {seq} was altered"
        count, prev = count + 1, stored
    return count, prev, ""


def main() -> int:
    """Prove the file that was named."""
    parser = argparse.ArgumentParser(description="Prove an exported register of acts.")
    parser.add_argument("file")
    parser.add_argument("--head", help="the hash that the last act, or an earlier one, must have")
    options = parser.parse_args()
    whole = Path(options.file).read_text(encoding="utf-8")
    text = [line for line in whole.split("\n") if line]  # only a newline ends an act
    count, head, broken = prove(text)
    if broken:
        print(f"BROKEN: {broken}. {count} acts before it hold.")
        return 1
    hashes = [json.loads(line)["hash"] for line in text]
    if options.head and options.head not in hashes:
        print(f"BROKEN: no act has the hash {options.head}; the register was replaced.")
        return 1
    print(f"whole: {count} acts, head {head}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
