"""Secrets that are handed out once: what is kept is their digest, from which they cannot be found."""

from __future__ import annotations

import hashlib
import secrets

BITS = 256
"""Of chance in a secret, so that a plain digest will do: nobody guesses it (OWASP asks for 64 of a session's id)."""


def new_secret() -> str:
    """A secret, safe in a cookie and a header: 43 characters."""
    return secrets.token_urlsafe(BITS // 8)


def digest_of(secret: str) -> str:
    """What is kept of a secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()
