#!/usr/bin/env python3
"""Prove an exported register of acts, offline, with nothing but Python's standard library.

    python3 verify_register.py register.jsonl [--head HASH] [--lang ar|en|fr]

Each line is one act. Its `hash` is SHA-256 over the canonical JSON (sorted keys, no spaces,
UTF-8) of all its other fields, and its `prev` is the hash of the act before. A line is written
in one way only (sorted keys, one space after each comma and colon, UTF-8, a newline at its end).
So any byte that is changed, a line removed or lines that change places break the proof at the
first act concerned. Give the head that you noted earlier with --head to prove that nothing before
it was replaced and nothing after it is missing.

Exit 0 and "whole" with count and head; where no head was given this is said, as a file that lost
its last acts is whole in itself. Exit 1 and the first broken act, or where the file ends if the
head is of another act. The sentences are in English, Arabic or French: as --lang says, else as
the computer's own language (LANG).
"""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

GENESIS = "0" * 64

SAID = {
    "en": {
        "whole": "whole: {count} acts, head {head}",
        "broken": "BROKEN: {fault}. {count} acts before it hold.",
        "unheaded": "no head was given to compare with: acts may be missing at its end",
        "ended": "BROKEN: the file ends at act {count}; the head given is of another act: {head}. "
        "Acts are missing at the end of the file, or it is the file of another register.",
        "none": "line {at} is no act",
        "missing": "act {at} is missing: the file goes on with act {seq}",
        "follows": "act {at} does not follow act {count}",
        "altered": "act {at} was altered",
        "unread": "The file cannot be read: {why}",
    },
    "ar": {
        "whole": "السجل سليم: عدد الإجراءات {count}، وبصمة آخرها {head}",
        "broken": "السجل غير سليم: {fault}. أما الإجراءات السابقة، وعددها {count}، فسليمة.",
        "unheaded": "لم تُعطَ بصمة للمقارنة: قد تنقص السجل إجراءات في آخره",
        "ended": "السجل غير سليم: ينتهي الملف بالإجراء {count}، والبصمة المعطاة لإجراء آخر: "
        "{head}. فإما أن إجراءات في آخر الملف ناقصة، وإما أن الملف لسجل آخر.",
        "none": "السطر {at} ليس إجراءً",
        "missing": "الإجراء {at} مفقود: يتابع الملف بالإجراء {seq}",
        "follows": "الإجراء {at} لا يلي الإجراء {count}",
        "altered": "الإجراء {at} غُيِّر",
        "unread": "تعذرت قراءة الملف: {why}",
    },
    "fr": {
        "whole": "intact : {count} actes, dernière empreinte {head}",
        "broken": "ROMPU : {fault}. Les {count} actes qui précèdent sont intacts.",
        "unheaded": "aucune empreinte n'a été donnée pour comparer : la fin peut manquer",
        "ended": "ROMPU : le fichier s'arrête à l'acte {count} ; l'empreinte donnée est celle d'un "
        "autre acte : {head}. Des actes manquent à la fin du fichier, ou c'est un autre registre.",
        "none": "la ligne {at} n'est pas un acte",
        "missing": "l'acte {at} manque : le fichier continue avec l'acte {seq}",
        "follows": "l'acte {at} ne suit pas l'acte {count}",
        "altered": "l'acte {at} a été modifié",
        "unread": "Le fichier ne peut être lu : {why}",
    },
}


def canonical(value: object) -> bytes:
    """The bytes that are hashed: the same on every machine."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def written(act: "dict[str, object]") -> bytes:
    """The line of an act as the register writes it: what differs from it was altered."""
    return (json.dumps(act, sort_keys=True, ensure_ascii=False) + "\n").encode()


def once(pairs: "list[tuple[str, object]]") -> "dict[str, object]":
    """A table in which no name stands twice: a reader would see another value than we prove."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def parted(whole: bytes) -> "list[bytes]":
    """The lines with the newline of each: no other byte ends an act."""
    *lines, last = whole.split(b"\n")
    return [*(line + b"\n" for line in lines), *([last] if last else [])]


def prove(lines: "list[bytes]") -> "tuple[list[str], dict[str, object] | None]":
    """The hashes of the acts that hold, and what broke after them, or None."""
    hashes: list[str] = []
    for line in lines:
        fault = broken(line, len(hashes), hashes[-1] if hashes else GENESIS)
        if isinstance(fault, dict):
            return hashes, fault
        hashes.append(fault)
    return hashes, None


def broken(line: bytes, count: int, prev: str) -> "str | dict[str, object]":
    """The hash of the act in a line that follows `count` others, or what is wrong with it."""
    at = count + 1
    try:
        act = json.loads(line.decode(), object_pairs_hook=once)
        is_as_written = written(act) == line
        stored = act.pop("hash")
        seq, before = act["seq"], act["prev"]
        computed = hashlib.sha256(canonical(act)).hexdigest()
    except UnicodeError:  # a byte inside a letter was changed, or a letter is half there
        return {"fault": "altered", "at": at}
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return {"fault": "none", "at": at}
    if seq != at:
        return {"fault": "missing", "at": at, "seq": seq}
    if before != prev:
        return {"fault": "follows", "at": at, "count": count}
    if computed != stored or not is_as_written:
        return {"fault": "altered", "at": at}
    return str(stored)


def language(asked: str) -> str:
    """`ar`, `en` or `fr`: as asked, else as the computer speaks."""
    here = asked or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    return here[:2] if here[:2] in SAID else "en"


def main() -> int:
    """Prove the file that was named."""
    parser = argparse.ArgumentParser(description="Prove an exported register of acts.")
    parser.add_argument("file")
    parser.add_argument("--head", help="the hash that the last act, or an earlier one, must have")
    parser.add_argument("--lang", choices=sorted(SAID), default="", help="ar, en or fr")
    options = parser.parse_args()
    say = SAID[language(options.lang)]
    if hasattr(sys.stdout, "reconfigure"):  # a terminal that knows only ASCII shows signs instead
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        lines = parted(Path(options.file).read_bytes())
    except OSError as why:
        print(say["unread"].format(why=why))
        return 1
    hashes, fault = prove(lines)
    count = len(hashes)
    if fault is not None:
        what = say[str(fault["fault"])].format(**fault)
        print(say["broken"].format(fault=what, count=count))
        return 1
    if options.head and options.head not in hashes:
        print(say["ended"].format(count=count, head=options.head))
        return 1
    print(say["whole"].format(count=count, head=hashes[-1] if hashes else GENESIS))
    if not options.head:  # a file cut short at the end of a line is whole in itself
        print(say["unheaded"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
