"""What the owner of a site asks of programs (robots.txt, RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import Address
from tallystick.sources.fetching.asking import NAME

KEPT = 24 * 60 * 60.0
"""For how long, in seconds, an answer is gone by (RFC 9309, 2.4)."""
KEPT_FAILED = 15 * 60.0
"""For how long, in seconds, nothing is asked of a site that could not be asked for its rules."""
LONGEST_PAUSE = 30.0
"""The longest pause between two pages, in seconds, that a site is granted."""
_ALL = Protego.parse("")
_NONE = Protego.parse("User-agent: *\nDisallow: /")


@dataclass(frozen=True)
class _Asked:
    said: Protego | TallystickError
    until: float


class Robots:
    """The rules of each site, asked for when they are first needed.

    ``get`` gives the status and the body of a page; redirects are followed by it.
    """

    def __init__(self, get: Callable[[Address], tuple[int, bytes]]) -> None:
        self._get = get
        self._asked: dict[str, _Asked] = {}

    def allow(self, address: Address) -> bool:
        """True if the site lets programs such as this one ask for the address.

        Raises:
            TallystickError: as ``get``, if the site cannot be asked; nothing may be asked of it then (RFC 9309, 2.3.1).

        """
        return self._rules_of(address).can_fetch(str(address), NAME)

    def pause(self, address: Address) -> float:
        """The pause in seconds that the site wants between two pages; 0 if it names none. Raises as ``allow``."""
        return min(max(self._rules_of(address).crawl_delay(NAME) or 0.0, 0.0), LONGEST_PAUSE)

    def _rules_of(self, address: Address) -> Protego:
        asked = self._asked.get(address.origin)
        if asked is None or asked.until < time.monotonic():
            said = self._ask(address)
            failed = said is _NONE or isinstance(said, TallystickError)
            asked = _Asked(said, time.monotonic() + (KEPT_FAILED if failed else KEPT))
            self._asked[address.origin] = asked
        if isinstance(asked.said, TallystickError):
            raise asked.said
        return asked.said

    def _ask(self, address: Address) -> Protego | TallystickError:
        """Where there is no robots.txt all is allowed; where the server fails, nothing (RFC 9309, 2.3.1)."""
        try:
            status, body = self._get(Address(address.scheme, address.host, address.port, "/robots.txt"))
        except TallystickError as error:
            return error
        if status == 200:
            return Protego.parse(body.decode("utf-8", errors="replace"))
        return _ALL if 400 <= status < 500 else _NONE
