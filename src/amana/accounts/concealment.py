"""Secrets of second factors at rest: encrypted, so that a stolen back-up holds no working key."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

__all__ = ["conceal", "reveal"]


def conceal(text: str) -> str:
    """Encrypt with a key drawn from SECRET_KEY."""
    return _keys().encrypt(text.encode()).decode()


def reveal(text: str) -> str:
    """Decrypt; keys in SECRET_KEY_FALLBACKS still read what was written before a change."""
    return _keys().decrypt(text.encode()).decode()


def _keys() -> MultiFernet:
    return MultiFernet([_key(s) for s in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str | bytes) -> Fernet:
    drawn = hashlib.sha256(b"amana.accounts.factors:" + force_bytes(secret)).digest()
    return Fernet(base64.urlsafe_b64encode(drawn))
