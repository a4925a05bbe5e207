#!/usr/bin/env python3
"""Prove a published secret ballot, offline, with nothing but Python's standard library.

    python3 verifier.py published.json [--receipt CODE] [--hash SHA256] [--lang ar|en|fr]

It proves that every paper of the list bears a signature that was given out for this ballot and
for no other (RSABSSA-SHA384-PSS-Randomized, RFC 9474), that none is there twice, that there are no
more papers than were given out, that no paper names more than there are places or a name from
outside the field, that the code of each paper is its own, and that the papers, with what the
tellers counted by hand, add up to the figures. With --receipt it shows the paper that bears your
code. With --hash it proves that the file is the one whose hash stands in the log of the meeting.

Exit 0: all holds. Exit 1: something does not, and what. Exit 2: the file cannot be read.
"""

import argparse
import base64
import binascii
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Ballot = dict[str, Any]
Fault = tuple[str, dict[str, Any]]
FORM = "amana-ballot-1"
EXPONENT = 65537
SALT = 48  # bytes of salt, and of SHA-384
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U, which are easily misread
CODE = 16  # letters of a code
AT_HAND: Ballot = {"papers": 0, "invalid": 0, "blank": 0, "votes": {}}

SAID = {
    "en": {
        "whole": "All holds: {papers} papers, {electronic} of them in the list.",
        "votes": "  {name}: {votes}",
        "blank": "  blank: {blank}, invalid: {invalid}",
        "paper": "Your paper {code}: {names}",
        "empty": "blank",
        "no-paper": "NOT PROVED: no paper in the list bears the code {code}.",
        "form": "NOT PROVED: this is not the published list of a ballot.",
        "hash": "NOT PROVED: the file has another hash than the one given: {hash}.",
        "signature": "NOT PROVED: paper {code} bears no valid signature of this ballot.",
        "twice": "NOT PROVED: paper {code} is in the list twice.",
        "code": "NOT PROVED: the code {code} is not that of its paper.",
        "order": "NOT PROVED: the list is not in the order of its codes.",
        "given": "NOT PROVED: {papers} papers, though only {given} were given out.",
        "names": "NOT PROVED: paper {code} bears more names than there are places, the same name "
        "twice, or a name from outside the field.",
        "tellers": "NOT PROVED: the tellers' own figures do not add up.",
        "figures": "NOT PROVED: the papers do not add up to the figures: {found}.",
        "unread": "The file cannot be read: {why}",
        "untold": "No hash was given to compare with: compare {hash} with the log of the meeting.",
    },
    "ar": {
        "whole": "كل شيء سليم: عدد الأوراق {papers}، منها في القائمة {electronic}.",
        "votes": "  {name}: {votes}",
        "blank": "  البيضاء: {blank}، الباطلة: {invalid}",
        "paper": "ورقتك {code}: {names}",
        "empty": "بيضاء",
        "no-paper": "لم يثبت: لا ورقة في القائمة تحمل الرمز {code}.",
        "form": "لم يثبت: ليس هذا الملف قائمة اقتراع منشورة.",
        "hash": "لم يثبت: بصمة الملف غير البصمة المعطاة: {hash}.",
        "signature": "لم يثبت: لا تحمل الورقة {code} توقيعًا صحيحًا لهذا الاقتراع.",
        "twice": "لم يثبت: الورقة {code} واردة في القائمة مرتين.",
        "code": "لم يثبت: الرمز {code} ليس رمز ورقته.",
        "order": "لم يثبت: القائمة ليست مرتبة بحسب رموزها.",
        "given": "لم يثبت: عدد الأوراق {papers} ولم يُسلَّم منها إلا {given}.",
        "names": "لم يثبت: تحمل الورقة {code} أسماء أكثر من المقاعد، أو اسمًا مكررًا، أو اسمًا من "
        "خارج المرشحين لهذه الجولة.",
        "tellers": "لم يثبت: أرقام فارزي الأصوات لا تتسق.",
        "figures": "لم يثبت: مجموع الأوراق لا يوافق الأرقام المعلنة: {found}.",
        "unread": "تعذرت قراءة الملف: {why}",
        "untold": "لم تُعطَ بصمة للمقارنة: قارن {hash} بما في سجل الجلسة.",
    },
    "fr": {
        "whole": "Tout est exact : {papers} bulletins, dont {electronic} dans la liste.",
        "votes": "  {name} : {votes}",
        "blank": "  blancs : {blank}, nuls : {invalid}",
        "paper": "Votre bulletin {code} : {names}",
        "empty": "blanc",
        "no-paper": "NON PROUVÉ : aucun bulletin de la liste ne porte le code {code}.",
        "form": "NON PROUVÉ : ce fichier n'est pas la liste publiée d'un scrutin.",
        "hash": "NON PROUVÉ : l'empreinte du fichier n'est pas celle qui a été donnée : {hash}.",
        "signature": "NON PROUVÉ : le bulletin {code} ne porte aucune signature valable de ce "
        "scrutin.",
        "twice": "NON PROUVÉ : le bulletin {code} figure deux fois dans la liste.",
        "code": "NON PROUVÉ : le code {code} n'est pas celui de son bulletin.",
        "order": "NON PROUVÉ : la liste n'est pas dans l'ordre de ses codes.",
        "given": "NON PROUVÉ : {papers} bulletins, alors que {given} seulement ont été remis.",
        "names": "NON PROUVÉ : le bulletin {code} porte plus de noms qu'il n'y a de sièges, deux "
        "fois le même nom, ou un nom hors de la liste.",
        "tellers": "NON PROUVÉ : les chiffres des scrutateurs ne concordent pas.",
        "figures": "NON PROUVÉ : les bulletins ne donnent pas les chiffres annoncés : {found}.",
        "unread": "Le fichier ne peut être lu : {why}",
        "untold": "Aucune empreinte n'a été donnée : comparez {hash} avec le journal de séance.",
    },
}


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8: the same bytes on every machine."""
    said = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return said.encode()


def code_of(token: bytes) -> str:
    """The code of a paper, as its receipt shows it: 80 bits of the SHA-256 of its token."""
    number = int.from_bytes(hashlib.sha256(token).digest()[:10], "big")
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(CODE)))
    return "-".join(letters[at : at + 4] for at in range(0, CODE, 4))


def signed(modulus: int, token: bytes, signature: bytes) -> bool:
    """RSASSA-PSS-VERIFY of RFC 8017 with SHA-384, MGF1 with SHA-384, and 48 bytes of salt."""
    number = int.from_bytes(signature, "big")
    if len(signature) != (modulus.bit_length() + 7) // 8 or number >= modulus:
        return False
    bits = modulus.bit_length() - 1
    length = (bits + 7) // 8
    opened = pow(number, EXPONENT, modulus)
    if opened >> 8 * length:
        return False
    encoded = opened.to_bytes(length, "big")
    masked, digest, trailer = encoded[: -SALT - 1], encoded[-SALT - 1 : -1], encoded[-1]
    if trailer != 0xBC or masked[0] >> (8 - (8 * length - bits)):
        return False
    mask = _mask(digest, len(masked))
    data = bytes(a ^ b for a, b in zip(masked, mask, strict=True))
    data = bytes([data[0] & 0xFF >> (8 * length - bits)]) + data[1:]
    padding, salt = data[:-SALT], data[-SALT:]
    if padding != bytes(len(padding) - 1) + b"\x01":
        return False
    inner = bytes(8) + hashlib.sha384(token).digest() + salt
    return bool(hashlib.sha384(inner).digest() == digest)


def _mask(seed: bytes, length: int) -> bytes:
    """MGF1 with SHA-384."""
    rounds = range((length + SALT - 1) // SALT)
    return b"".join(hashlib.sha384(seed + n.to_bytes(4, "big")).digest() for n in rounds)[:length]


def unpacked(text: str) -> bytes:
    """Bytes from base64 without padding, as addresses have it."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def faults(ballot: Ballot) -> list[Fault]:
    """What does not hold in a published ballot, each as a name and its facts; empty: all holds."""
    papers: list[Ballot] = ballot["papers"]
    found: list[Fault] = []
    codes = [paper["code"] for paper in papers]
    found += [("twice", {"code": code}) for code in sorted(set(codes)) if codes.count(code) > 1]
    if codes != sorted(codes):
        found.append(("order", {}))
    for paper in papers:
        found += [(name, {"code": paper["code"]}) for name in _faults_of(paper, ballot)]
    given, tellers = ballot["given"], ballot["tellers"] or AT_HAND
    for number, most in (
        (len(papers), given["electronic"]), (tellers["papers"], given["by_hand"]),
    ):  # fmt: skip
        if most is not None and number > most:
            found.append(("given", {"papers": number, "given": most}))
    if not _adds_up(tellers, ballot):
        found.append(("tellers", {}))
    recounted = recount(ballot)
    if recounted != ballot["figures"]:
        found.append(("figures", {"found": json.dumps(recounted, ensure_ascii=False)}))
    return found


def _faults_of(paper: Ballot, ballot: Ballot) -> Iterator[str]:
    names, token = paper["names"], unpacked(paper["token"])
    if code_of(token) != paper["code"]:
        yield "code"
    if not signed(int(ballot["key"] or "0", 16), token, unpacked(paper["signature"])):
        yield "signature"
    outside = not set(names) <= set(ballot["field"])
    if len(names) > ballot["places"] or len(set(names)) != len(names) or outside:
        yield "names"


def _adds_up(tellers: Ballot, ballot: Ballot) -> bool:
    votes = tellers["votes"]
    voting, total = tellers["papers"] - tellers["invalid"] - tellers["blank"], sum(votes.values())
    exact = total == voting if ballot["places"] == 1 else total <= voting * ballot["places"]
    sound = min(voting, tellers["papers"], tellers["invalid"], tellers["blank"]) >= 0
    each = all(0 <= number <= voting for number in votes.values())
    return sound and exact and each and set(votes) <= set(ballot["field"])


def recount(ballot: Ballot) -> Ballot:
    """The figures that the papers of the list and the tellers' figures add up to."""
    by_hand, papers = ballot["tellers"] or AT_HAND, ballot["papers"]
    votes = dict(by_hand["votes"])
    for paper in papers:
        for name in paper["names"]:
            votes[name] = votes.get(name, 0) + 1
    blank = sum(1 for paper in papers if not paper["names"])
    return {
        "papers": len(papers) + by_hand["papers"],
        "invalid": by_hand["invalid"],
        "blank": blank + by_hand["blank"],
        "votes": {name: number for name, number in sorted(votes.items()) if number},
    }


def lines(
    text: str, receipt: str = "", known: str = "", lang: str = "en"
) -> tuple[list[str], bool]:
    """What is to be said of a published ballot, and whether all of it holds."""
    said, ballot = SAID[lang], json.loads(text)
    if not isinstance(ballot, dict) or ballot.get("form") != FORM:
        return [said["form"]], False
    hashed = hashlib.sha256(canonical(ballot)).hexdigest()
    found = faults(ballot)
    if known and known.strip().lower() != hashed:
        found.append(("hash", {"hash": hashed}))
    paper = _bearing(ballot, receipt)
    if receipt and paper is None:
        found.append(("no-paper", {"code": receipt}))
    told = [] if found else list(_summary(ballot, said))
    told += [said[name].format(**facts) for name, facts in found]
    if paper:
        names = ("، " if lang == "ar" else ", ").join(paper["names"]) or said["empty"]
        told.append(said["paper"].format(code=paper["code"], names=names))
    if not known:
        told.append(said["untold"].format(hash=hashed))
    return told, not found


def _bearing(ballot: Ballot, receipt: str) -> Ballot | None:
    """The paper with that code, however it was typed."""
    plain = receipt.upper().replace("-", "").replace(" ", "").translate(str.maketrans("ILO", "110"))
    return next((p for p in ballot["papers"] if p["code"].replace("-", "") == plain), None)


def _summary(ballot: Ballot, said: dict[str, str]) -> Iterator[str]:
    figures = ballot["figures"]
    yield said["whole"].format(papers=figures["papers"], electronic=len(ballot["papers"]))
    for name, votes in sorted(figures["votes"].items(), key=lambda each: (-each[1], each[0])):
        yield said["votes"].format(name=name, votes=votes)
    yield said["blank"].format(blank=figures["blank"], invalid=figures["invalid"])


def main(words: list[str] | None = None) -> int:
    """Read the file, say what was found, and answer with 0, 1 or 2."""
    spoken = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")[:2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--receipt", default="", metavar="CODE")
    parser.add_argument("--hash", default="", metavar="SHA256")
    parser.add_argument("--lang", choices=sorted(SAID), default=spoken if spoken in SAID else "en")
    asked = parser.parse_args(words)
    try:
        text = asked.file.read_text(encoding="utf-8")
        told, holds = lines(text, asked.receipt, asked.hash, asked.lang)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, binascii.Error) as why:
        print(SAID[asked.lang]["unread"].format(why=why), file=sys.stderr)
        return 2
    print("\n".join(told))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
