"""Blind signatures, the server's part: RSABSSA-SHA384-PSS-Randomized (RFC 9474).

The browser blinds a token, this signs it without seeing it, the browser unblinds the signature:
what comes back with the paper cannot be told from any other token that was signed. No library on
PyPI implements the RFC and is kept; the key is made by `cryptography`, and the server's part of the
RFC is one exponentiation and its check.
"""

import json
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import rsa

from amana.accounts.concealment import conceal, reveal
from amana.conferences.verifier import EXPONENT
from amana.kernel.refusals import Refusal

__all__ = ["BITS", "SigningKey"]

BITS = 2048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key of one ballot, used for nothing else: modulus and private exponent."""

    modulus: int
    private: int

    @classmethod
    def new(cls) -> "SigningKey":
        """A fresh key."""
        made = rsa.generate_private_key(EXPONENT, BITS).private_numbers()
        return cls(made.public_numbers.n, made.d)

    @classmethod
    def revealed(cls, secret: str) -> "SigningKey":
        """A key as it was kept."""
        modulus, private = json.loads(reveal(secret))
        return cls(int(modulus, 16), int(private, 16))

    def concealed(self) -> str:
        """The key as it is kept: encrypted with what only this installation has."""
        return conceal(json.dumps([f"{self.modulus:x}", f"{self.private:x}"]))

    def sign(self, blinded: bytes) -> bytes:
        """BlindSign of RFC 9474, section 4.3. Refused: `ballot.blinded-unreadable`.

        The message is multiplied by a random number first, so that the time this takes says
        nothing of the key.
        """
        length, message = (self.modulus.bit_length() + 7) // 8, int.from_bytes(blinded, "big")
        if len(blinded) != length or not 1 < message < self.modulus - 1:
            raise Refusal("ballot.blinded-unreadable")
        hidden = secrets.randbelow(self.modulus - 2) + 2
        masked = message * pow(hidden, EXPONENT, self.modulus) % self.modulus
        signature = pow(masked, self.private, self.modulus) * pow(hidden, -1, self.modulus)
        signature %= self.modulus
        if pow(signature, EXPONENT, self.modulus) != message:
            raise RuntimeError("signing failure")  # RFC 9474: a faulty signature gives the key away
        return signature.to_bytes(length, "big")
