"""The code of a badge: its serial with a seal, in letters and figures that every scanner reads.

16 characters of base32 (80 random bits) and 16 more of HMAC-SHA256 over them, under a key derived
from that of this installation for badges alone. A code that was made up or altered is known
without the database; what the serial stands for, and whether it was revoked, only the database
knows. An address that ends in a code is read as the code.
"""

import base64
import re
import secrets

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from amana.conferences.rules.keyboard import as_latin
from amana.kernel.refusals import Refusal

__all__ = ["code_of", "new_serial", "serial_of"]

_SALT = "amana.conferences.badge"
_BYTES = 10  # of the serial and of the seal alike: 16 characters each, without padding
_LENGTH = 16
_CODE = re.compile(r"(?:^|[/=])([A-Z2-7]{32})/?$")
_LONGEST = 300


def new_serial() -> str:
    """A serial that nobody can guess."""
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode()


def code_of(serial: str) -> str:
    """What the badge of a serial bears."""
    return serial + _seal(serial, settings.SECRET_KEY)


def serial_of(text: str) -> str:
    """The serial of a code as it was scanned or typed. Refused: `badge.not-a-code`, `.forged`.

    Small letters, spaces and hyphens do no harm, nor does a scanner on an Arabic keyboard; a key
    that this installation used before counts.
    """
    plain = re.sub(r"[\s-]", "", text[:_LONGEST])
    found = [match[1] for read in as_latin(plain) if (match := _CODE.search(read.upper()))]
    if not found:
        raise Refusal("badge.not-a-code")
    for code in found:
        if _is_sealed(code):
            return code[:_LENGTH]
    raise Refusal("badge.forged")


def _is_sealed(code: str) -> bool:
    serial, seal = code[:_LENGTH], code[_LENGTH:]
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(_seal(serial, key), seal) for key in keys)


def _seal(serial: str, secret: str | bytes) -> str:
    made = salted_hmac(_SALT, serial, secret=secret, algorithm="sha256").digest()
    return base64.b32encode(made[:_BYTES]).decode()
