"""Fetching an address: the front door of this room."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TypeVar

import httpcore2

from tallystick.errors import Code, TallystickError
from tallystick.model.retrieval import Retrieval
from tallystick.sources.fetching.address import Address, join_address
from tallystick.sources.fetching.asking import Answer, ask, user_agent
from tallystick.sources.fetching.body import read_body
from tallystick.sources.fetching.connecting import Deadline
from tallystick.sources.fetching.fetched import FEED_TYPES, PAGE_TYPES, Fetched
from tallystick.sources.fetching.guard import Guard
from tallystick.sources.fetching.pace import Pace, Sleep
from tallystick.sources.fetching.refused import RefusedError
from tallystick.sources.fetching.robots import Robots
from tallystick.sources.fetching.server_clock import retry_after

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_LEFT_ALONE = frozenset({429, 503})
_LONGEST_LEFT_ALONE = 24 * 60 * 60.0  # seconds
_COOKIES = frozenset({"set-cookie", "set-cookie2"})
_ACCEPT = ", ".join(sorted(PAGE_TYPES | FEED_TYPES))
T = TypeVar("T")
_ROBOTS_MB = 1  # RFC 9309, 2.5, wants half of it read


@cache
def _trusted_by_the_system() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


class Fetcher:
    """Fetches what a person asked for, and what that leads to. May be used by several threads at once.

    Args:
        guard: where it may connect to.
        max_mb: the largest answer, unpacked, in megabytes.
        seconds: the longest that one address may take, with its redirects, from the first connection to the last byte.
        pause: the shortest time between two pages of one host, in seconds, for pages that nobody asked for by name.
        tls: which certificates are trusted; those of the system if not given.
        contact: where the owner of a site reaches the user, in printable ASCII.
        sleep: waits so many seconds; what it raises ends the fetching. ``time.sleep`` if not given.

    """

    def __init__(
        self,
        *,
        guard: Guard | None = None,
        max_mb: int = 25,
        seconds: float = 60.0,
        pause: float = 1.0,
        tls: ssl.SSLContext | None = None,
        contact: str | None = None,
        sleep: Sleep | None = None,
    ) -> None:
        self._guard = guard or Guard()
        self._max_mb = max_mb
        self._seconds = seconds
        self._pause = pause
        self._tls = tls or _trusted_by_the_system()
        self._robots = Robots(self._get_robots)
        self._paced = Pace(sleep)
        self._says = {"User-Agent": user_agent(contact)}

    def fetch(self, address: Address, *, known: Retrieval | None = None) -> Fetched:
        """What an address that a person named holds, unless it is still what was retrieved before.

        robots.txt is not asked: it speaks to programs that find their way themselves (RFC 9309, 1), and here a
        person asks for one page.

        Raises:
            TallystickError: E121 to E129 and E131, each naming the address and the cause.

        """
        return self._read(address, known, check=lambda _: None)

    def follow(self, address: Address, *, known: Retrieval | None = None) -> Fetched:
        """What an address holds that no person asks for now, such as a link of a feed: robots.txt is asked, time left,
        and a host that asked to be left alone (429 or 503 with Retry-After) is left alone, for a day at most.

        Raises:
            TallystickError: E130 if robots.txt forbids it; all that ``fetch`` raises.

        """
        self._check_open(address)
        self._check_robots(address)
        self._paced.wait_for(address.host, max(self._pause, self._robots.pause(address)))
        try:
            return self._read(address, known, check=self._check_robots)
        except RefusedError as refused:
            if refused.status in _LEFT_ALONE and refused.retry_after is not None:
                seconds = min(refused.retry_after.total_seconds(), _LONGEST_LEFT_ALONE)
                self._paced.close(refused.address.host, seconds)
            raise

    def _read(self, address: Address, known: Retrieval | None, *, check: Callable[[Address], None]) -> Fetched:
        conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
        stated = {name: value for name, value in conditions.items() if value}

        def take(at: Address, answer: Answer) -> Fetched:
            if answer.status == 304 and known:
                return Fetched(retrieval=known, headers=_kept(answer), is_unchanged=True)
            if answer.status != 200:
                asked = retry_after(answer.headers, now=datetime.now(UTC))
                raise RefusedError(at, status=answer.status, headers=answer.headers, retry_after=asked)
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
                headers=_kept(answer),
                body=self._body(at, answer, self._max_mb),
            )

        moved: list[Address] = []
        fetched = self._walk(address, {"Accept": _ACCEPT, **stated}, take, check=check, moved=moved)
        return replace(fetched, moved_to=str(moved[-1])) if moved else fetched

    def _walk(
        self,
        address: Address,
        headers: dict[str, str],
        take: Callable[[Address, Answer], T],
        *,
        check: Callable[[Address], None],
        moved: list[Address] | None = None,
    ) -> T:
        """Follows redirects, each address checked anew, and takes the answer at their end. Raises E128.

        To ``moved`` are added the addresses at which it is for good: those before the first redirect for now only.
        """
        at, deadline = address, Deadline(self._seconds)
        is_for_good = True
        for _ in range(MOST_REDIRECTS + 1):
            check(at)
            asking = ask(at, guard=self._guard, tls=self._tls, deadline=deadline, headers=self._says | headers)
            with asking as answer:
                if answer.status not in _REDIRECTS:
                    return take(at, answer)
                location, status = answer.headers.get("location", ""), answer.status
            if not location:
                raise TallystickError(Code.E128, address=address, cause="a redirect that leads nowhere")
            at = join_address(at, location)
            is_for_good = is_for_good and status in _FOR_GOOD
            if is_for_good and moved is not None:
                moved.append(at)
        raise TallystickError(Code.E128, address=address, cause=f"more than {MOST_REDIRECTS} redirects")

    def _body(self, at: Address, answer: Answer, max_mb: int) -> bytes:
        encoding = answer.headers.get("content-encoding", "").strip().lower()
        return read_body(answer.chunks, encoding=encoding, address=at, max_mb=max_mb)

    def _check_robots(self, at: Address) -> None:
        self._guard.addresses_of(at)  # so that what is refused is the address, and not its robots.txt
        if not self._robots.allow(at):
            raise TallystickError(Code.E130, address=at, host=at.authority)

    def _check_open(self, at: Address) -> None:
        if seconds := self._paced.closed_for(at.host):
            raise RefusedError(at, status=429, headers={}, retry_after=timedelta(seconds=seconds))

    def _get_robots(self, address: Address) -> tuple[int, bytes]:
        def take(at: Address, answer: Answer) -> tuple[int, bytes]:
            return answer.status, self._body(at, answer, _ROBOTS_MB) if answer.status == 200 else b""

        return self._walk(address, {}, take, check=lambda _: None)


def _kept(answer: Answer) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(each for each in answer.headers.items() if each[0] not in _COOKIES))
