"""Passwords: which are taken, what is kept of them, and whether one fits."""

from __future__ import annotations

import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY
from zxcvbn import zxcvbn

from tallystick.errors import Code, TallystickError

LEAST = 12
MOST = 256
"""How many characters a password may have. NIST SP 800-63B asks of a verifier: length, no rules of composition, no
change without cause, spaces and all of Unicode allowed, at least 64 characters taken. Revision 3 (5.1.1.2) asks for 8
characters at least; revision 4 for 15 where a password is the only factor, which is good advice for admins.
"""
LEAST_SCORE = 3
"""Of zxcvbn's 0 to 4: from 3 on some 10^8 guesses are needed, by one who tries what people choose (Wheeler 2016)."""
MOST_LOOKED_AT = 72
"""How many characters zxcvbn looks at, whose work grows with the square of the length."""
AT_ONCE = 4
"""How many are worked on at the same time: each takes the memory of the parameters, 64 MiB."""

_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
_TURN = BoundedSemaphore(AT_ONCE)


def check_password(password: str, *, name: str) -> None:
    """Refuses a password that is too short or easily guessed.

    What people choose (passwords that were published, words, names, rows of keys, dates, and what is made of them) is
    known to zxcvbn.

    Raises:
        TallystickError: E827 for its length, E828 if it holds the account's name or is soon guessed.

    """
    plain = _normal(password)
    if not LEAST <= len(plain) <= MOST:
        raise TallystickError(Code.E827, length=len(plain), least=LEAST, most=MOST)
    folded = plain.casefold()
    holds_name = name.casefold() in folded and len(folded) - len(name) < LEAST
    if holds_name or zxcvbn(plain[:MOST_LOOKED_AT], user_inputs=[name])["score"] < LEAST_SCORE:
        raise TallystickError(Code.E828)


def hash_password(password: str) -> str:
    """What is kept of a password: argon2id with the second recommended parameters of RFC 9106, section 4."""
    with _TURN:
        return _HASHER.hash(_normal(password))


def fits(password: str, kept: str | None) -> bool:
    """True if that is the password of which this was kept. If nothing was, the work is the same and it does not fit."""
    of_nobody = _of_nobody()
    with _TURN:
        try:
            _HASHER.verify(kept or of_nobody, _normal(password))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """True if it was made with other parameters than those of now."""
    return _HASHER.check_needs_rehash(kept)


def _normal(password: str) -> str:
    # The same keys give different code points on different machines (NIST SP 800-63B, 5.1.1.2).
    return unicodedata.normalize("NFKC", password)


@cache
def _of_nobody() -> str:
    return hash_password("of nobody")
