"""A voter without a browser: the client's part of RFC 9474, as `booth.js` does it."""

import base64
import hashlib
import secrets
from dataclasses import dataclass

from amana.conferences.acts.balloting import put_paper, take_paper
from amana.conferences.verifier import EXPONENT, SALT, _mask

SIZE = 256  # bytes of the modulus


def encoded(message: bytes, bits: int, salt: bytes) -> int:
    """EMSA-PSS-ENCODE of RFC 8017."""
    length = (bits + 7) // 8
    digest = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    data = bytes(length - SALT - len(digest) - 2) + b"\x01" + salt
    mask = _mask(digest, len(data))
    masked = bytes(a ^ b for a, b in zip(data, mask, strict=True))
    masked = bytes([masked[0] & 0xFF >> (8 * length - bits)]) + masked[1:]
    return int.from_bytes(masked + digest + b"\xbc", "big")


def packed(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


@dataclass
class Voter:
    """The device of one delegation: the token never leaves it before the paper is put."""

    modulus: int
    token: bytes
    factor: int
    blinded: bytes
    signature: bytes = b""

    @classmethod
    def at(cls, booth):
        modulus = int(booth.modulus, 16)
        token, factor = secrets.token_bytes(64), secrets.randbelow(modulus - 2) + 2
        message = encoded(token, modulus.bit_length() - 1, secrets.token_bytes(SALT))
        blinded = message * pow(factor, EXPONENT, modulus) % modulus
        return cls(modulus, token, factor, blinded.to_bytes(SIZE, "big"))

    def take(self, booth, seat):
        blind = take_paper(booth.log.key, booth.contest, seat, self.blinded)
        plain = int.from_bytes(blind, "big") * pow(self.factor, -1, self.modulus) % self.modulus
        self.signature = plain.to_bytes(SIZE, "big")
        return self

    def put(self, booth, *names):
        return put_paper(booth.pk, packed(self.token), packed(self.signature), names)
