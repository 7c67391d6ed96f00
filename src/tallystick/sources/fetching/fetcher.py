"""Fetching an address: the front door of this room."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TypeVar

import httpcore2

from tallystick.errors import Code, TallystickError
from tallystick.model.retrieval import Retrieval
from tallystick.sources.fetching.address import Address, join_address
from tallystick.sources.fetching.asking import Answer, ask
from tallystick.sources.fetching.body import read_body
from tallystick.sources.fetching.connecting import Deadline
from tallystick.sources.fetching.fetched import FEED_TYPES, PAGE_TYPES, Fetched
from tallystick.sources.fetching.guard import Guard
from tallystick.sources.fetching.robots import Robots

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_COOKIES = frozenset({"set-cookie", "set-cookie2"})
_ACCEPT = {"Accept": ", ".join(sorted(PAGE_TYPES | FEED_TYPES))}
T = TypeVar("T")
_ROBOTS_MB = 1  # RFC 9309, 2.5, wants half of it read


@cache
def _trusted_by_the_system() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


class Fetcher:
    """Fetches what a person asked for, and what that leads to.

    Args:
        guard: where it may connect to.
        max_mb: the largest answer, unpacked, in megabytes.
        seconds: the longest that one address may take, with its redirects, from the first connection to the last byte.
        pause: the shortest time between two pages of one host, in seconds, for pages that nobody asked for by name.
        tls: which certificates are trusted; those of the system if not given.

    """

    def __init__(
        self,
        *,
        guard: Guard | None = None,
        max_mb: int = 25,
        seconds: float = 60.0,
        pause: float = 1.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._guard = guard or Guard()
        self._max_mb = max_mb
        self._seconds = seconds
        self._pause = pause
        self._tls = tls or _trusted_by_the_system()
        self._robots = Robots(self._get_robots)
        self._asked_at: dict[str, float] = {}

    def fetch(self, address: Address, *, known: Retrieval | None = None) -> Fetched:
        """What an address that a person named holds, unless it is still what was retrieved before.

        robots.txt is not asked: it speaks to programs that find their way themselves (RFC 9309, 1), and here a
        person asks for one page.

        Raises:
            TallystickError: E121 to E129 and E131, each naming the address and the cause.

        """
        return self._read(address, known, check=lambda _: None)

    def follow(self, address: Address) -> Fetched:
        """What an address holds that no person named, such as a link of a feed: robots.txt is asked, and time left.

        Raises:
            TallystickError: E130 if robots.txt forbids it; all that ``fetch`` raises.

        """
        self._check_robots(address)
        self._leave_time(address)
        return self._read(address, None, check=self._check_robots)

    def _read(self, address: Address, known: Retrieval | None, *, check: Callable[[Address], None]) -> Fetched:
        conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
        stated = {name: value for name, value in conditions.items() if value}

        def take(at: Address, answer: Answer) -> Fetched:
            if answer.status == 304 and known:
                return Fetched(retrieval=known, is_unchanged=True)
            if answer.status != 200:
                raise TallystickError(Code.E127, address=at, status=answer.status)
            if answer.media_type not in PAGE_TYPES | FEED_TYPES:
                raise TallystickError(Code.E129, address=at, type=answer.media_type or "of no stated type")
            retrieval = Retrieval(
                address=str(address),
                final=str(at),
                at=datetime.now(UTC),
                media_type=answer.media_type,
                etag=answer.headers.get("etag"),
                last_modified=answer.headers.get("last-modified"),
            )
            return Fetched(
                retrieval=retrieval,
                charset=answer.charset,
                headers=tuple(sorted(each for each in answer.headers.items() if each[0] not in _COOKIES)),
                body=self._body(at, answer, self._max_mb),
            )

        headers = _ACCEPT | stated
        return self._walk(address, headers, take, check=check)

    def _walk(
        self,
        address: Address,
        headers: dict[str, str],
        take: Callable[[Address, Answer], T],
        *,
        check: Callable[[Address], None],
    ) -> T:
        """Follows redirects, each address checked anew, and takes the answer at their end. Raises E128."""
        at, deadline = address, Deadline(self._seconds)
        for _ in range(MOST_REDIRECTS + 1):
            check(at)
            with ask(at, guard=self._guard, tls=self._tls, deadline=deadline, headers=headers) as answer:
                if answer.status not in _REDIRECTS:
                    return take(at, answer)
                location = answer.headers.get("location", "")
            if not location:
                raise TallystickError(Code.E128, address=address, cause="a redirect that leads nowhere")
            at = join_address(at, location)
        raise TallystickError(Code.E128, address=address, cause=f"more than {MOST_REDIRECTS} redirects")

    def _body(self, at: Address, answer: Answer, max_mb: int) -> bytes:
        encoding = answer.headers.get("content-encoding", "").strip().lower()
        return read_body(answer.chunks, encoding=encoding, address=at, max_mb=max_mb)

    def _check_robots(self, at: Address) -> None:
        self._guard.addresses_of(at)  # so that what is refused is the address, and not its robots.txt
        if not self._robots.allow(at):
            raise TallystickError(Code.E130, address=at, host=at.authority)

    def _leave_time(self, at: Address) -> None:
        earliest = self._asked_at.get(at.host, 0.0) + max(self._pause, self._robots.pause(at))
        time.sleep(max(0.0, earliest - time.monotonic()))
        self._asked_at[at.host] = time.monotonic()

    def _get_robots(self, address: Address) -> tuple[int, bytes]:
        def take(at: Address, answer: Answer) -> tuple[int, bytes]:
            return answer.status, self._body(at, answer, _ROBOTS_MB) if answer.status == 200 else b""

        return self._walk(address, {}, take, check=lambda _: None)
