"""Blind signatures by the RFC's own numbers, and the verifier on good and bad lists."""

import copy
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from amana.conferences import verifier
from amana.conferences.booth.keys import SigningKey
from amana.conferences.tests.voter import Voter, encoded, packed
from amana.kernel.refusals import Refusal

RFC = json.loads((Path(__file__).parent / "rfc9474.json").read_text())


@pytest.fixture(scope="module")
def rfc():
    p, q = int(RFC["p"], 16), int(RFC["q"], 16)
    return SigningKey(p * q, pow(verifier.EXPONENT, -1, (p - 1) * (q - 1)))


@pytest.fixture(scope="module")
def key():
    return SigningKey.new()


def test_the_server_signs_as_the_rfc_says(rfc):
    assert rfc.sign(bytes.fromhex(RFC["blinded_msg"])).hex() == RFC["blind_sig"]


def test_what_the_device_of_a_voter_blinds_and_unblinds_is_what_the_rfc_says(rfc):
    message, n = bytes.fromhex(RFC["prepared_msg"]), rfc.modulus
    inverse = int(RFC["inv"], 16)
    hidden = encoded(message, n.bit_length() - 1, bytes.fromhex(RFC["salt"]))
    blinded = hidden * pow(pow(inverse, -1, n), verifier.EXPONENT, n) % n
    assert f"{blinded:x}" == RFC["blinded_msg"]
    assert f"{int(RFC['blind_sig'], 16) * inverse % n:x}" == RFC["sig"]


def test_the_verifier_takes_the_signature_of_the_rfc_and_no_other(rfc):
    message, signature = bytes.fromhex(RFC["prepared_msg"]), bytes.fromhex(RFC["sig"])
    assert verifier.signed(rfc.modulus, message, signature)
    for at in (0, 100, 511):
        other = bytearray(signature)
        other[at] ^= 1
        assert not verifier.signed(rfc.modulus, message, bytes(other))
    assert not verifier.signed(rfc.modulus, message + b"x", signature)
    assert not verifier.signed(rfc.modulus, message, signature[1:])
    larger = (int.from_bytes(signature, "big") + rfc.modulus).to_bytes(513, "big")
    assert not verifier.signed(rfc.modulus, message, larger)


def test_the_library_agrees_that_the_signature_is_plain_pss(rfc):
    from cryptography.hazmat.primitives.asymmetric import padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA384

    public = rsa.RSAPublicNumbers(verifier.EXPONENT, rfc.modulus).public_key()
    scheme = padding.PSS(padding.MGF1(SHA384()), verifier.SALT)
    public.verify(bytes.fromhex(RFC["sig"]), bytes.fromhex(RFC["prepared_msg"]), scheme, SHA384())


@pytest.mark.parametrize("blinded", [b"", bytes(256), b"\xff" * 256, bytes(255) + b"\x01"])
def test_what_is_no_blinded_message_is_not_signed(key, blinded):
    with pytest.raises(Refusal) as refused:
        key.sign(blinded)
    assert refused.value.code == "ballot.blinded-unreadable"


def test_the_key_is_kept_encrypted(key):
    kept = key.concealed()
    assert f"{key.private:x}"[:20] not in kept
    assert SigningKey.revealed(kept) == key


def made(key, *papers):
    """A published ballot with these papers, each signed by the key."""
    found = []
    for names in papers:
        voter = Voter.at(type("Booth", (), {"modulus": f"{key.modulus:x}"}))
        blind = int.from_bytes(key.sign(voter.blinded), "big")
        plain = blind * pow(voter.factor, -1, voter.modulus) % voter.modulus
        token = packed(voter.token)
        found.append(
            {"code": verifier.code_of(voter.token), "token": token, "names": list(names),
             "signature": packed(plain.to_bytes(256, "big"))}
        )  # fmt: skip
    ballot = {
        "form": verifier.FORM, "log": "x", "contest": "c", "ordinal": 1, "ballot": 1,
        "kind": "unrestricted", "places": 2, "field": ["a", "b", "c"],
        "key": f"{key.modulus:x}", "given": {"electronic": 4, "by_hand": 2},
        "papers": sorted(found, key=lambda paper: paper["code"]),
        "tellers": {"papers": 2, "invalid": 1, "blank": 0, "votes": {"c": 1}},
    }  # fmt: skip
    ballot["figures"] = verifier.recount(ballot)
    return ballot


@pytest.fixture(scope="module")
def good(key):
    return made(key, ("a", "b"), ("a",), ())


def test_a_good_list_holds_and_a_receipt_shows_its_paper(good):
    assert verifier.faults(good) == []
    assert good["figures"] == {
        "papers": 5, "invalid": 1, "blank": 1, "votes": {"a": 2, "b": 1, "c": 1},
    }  # fmt: skip
    text = verifier.canonical(good).decode()
    code = good["papers"][0]["code"]
    told, holds = verifier.lines(text, receipt=code.replace("-", "").lower())
    assert holds
    assert any(code in line for line in told)
    told, holds = verifier.lines(text, receipt="0000-0000-0000-0000")
    assert not holds


def name_changed(ballot):
    paper = next(paper for paper in ballot["papers"] if paper["names"])
    paper["names"][0] = "c"


def left_out(ballot):
    del ballot["papers"][0]


def doubled(ballot):
    ballot["papers"].insert(0, ballot["papers"][0])


def forged(ballot):
    token = bytes(64)
    more = {"code": verifier.code_of(token), "token": packed(token), "names": ["c"]}
    more["signature"] = ballot["papers"][0]["signature"]
    ballot["papers"] = sorted([*ballot["papers"], more], key=lambda paper: paper["code"])
    ballot["figures"] = verifier.recount(ballot)


def swapped(ballot):
    ballot["papers"].reverse()


def renamed(ballot):
    first, last = ballot["papers"][0], ballot["papers"][-1]
    first["code"], last["code"] = last["code"], first["code"]


def stuffed(ballot):
    ballot["given"]["electronic"] = 2


def overfull(ballot):
    ballot["papers"][0]["names"] = ["a", "b", "c"]
    ballot["figures"] = verifier.recount(ballot)


def of_another_ballot(ballot):
    ballot["key"] = made(SigningKey.new(), ())["key"]


def by_tellers(ballot):
    ballot["tellers"]["votes"]["c"] = 3
    ballot["figures"] = verifier.recount(ballot)


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (name_changed, "figures"), (left_out, "figures"), (doubled, "twice"),
        (forged, "signature"), (swapped, "order"), (renamed, "code"), (stuffed, "given"),
        (overfull, "names"), (of_another_ballot, "signature"), (by_tellers, "tellers"),
    ],
)  # fmt: skip
def test_a_list_that_was_tampered_with_is_not_proved(good, tamper, named):
    ballot = copy.deepcopy(good)
    tamper(ballot)
    assert named in [name for name, _ in verifier.faults(ballot)]


def test_alone_with_the_standard_library_it_proves_a_file(good, tmp_path):
    """A copy of the one file, in an interpreter that finds no other package."""
    script, file = tmp_path / "verifier.py", tmp_path / "published.json"
    script.write_bytes(Path(verifier.__file__).read_bytes())
    text = verifier.canonical(good)
    file.write_bytes(text)
    hashed = hashlib.sha256(text).hexdigest()

    def run(*words):
        asked = [sys.executable, "-I", "-S", str(script), str(file), *words]
        return subprocess.run(asked, capture_output=True, text=True, check=False)

    done = run("--hash", hashed, "--lang", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tout est exact" in done.stdout
    assert run("--hash", "0" * 64).returncode == 1
    file.write_text("{")
    assert run().returncode == 2
