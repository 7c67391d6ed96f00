"""One request, one answer."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message

import httpcore2

from tallystick import __version__
from tallystick.errors import Code, TallystickError
from tallystick.sources.fetching.address import Address
from tallystick.sources.fetching.connecting import Deadline, GuardedBackend
from tallystick.sources.fetching.guard import Guard

NAME = "Tallystick"
"""The name under which robots.txt speaks of this program."""
_WAIT = 20.0  # seconds to connect, and for the next bytes


def user_agent(contact: str | None = None) -> str:
    """What it says of itself (RFC 9110, 10.1.5), with where its user can be reached if that is given."""
    told = f"; {contact}" if contact else ""
    return f"{NAME}/{__version__} (reads news reports for the person who asked for them{told})"


@dataclass(frozen=True)
class Answer:
    """A status, the headers (names in lower case, the last of each), and the body as it comes."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]

    @property
    def media_type(self) -> str:
        """The type of the body, empty if nothing is said."""
        return self._content_type.get_content_type() if self.headers.get("content-type", "").strip() else ""

    @property
    def charset(self) -> str | None:
        """The encoding of the text, if it is said."""
        return self._content_type.get_content_charset()

    @property
    def _content_type(self) -> Message:
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message


@contextmanager
def ask(
    address: Address, *, guard: Guard, tls: ssl.SSLContext, deadline: Deadline, headers: Mapping[str, str]
) -> Iterator[Answer]:
    """The answer to a GET of the address alone: no redirect is followed, no cookie sent, no proxy asked.

    Raises, also while the body is read:
        TallystickError: E122 and E123 by the guard, E124 unreachable, E125 over time, E131 not proper HTTP.

    """
    sent = {"Host": address.authority, "Accept-Encoding": "gzip", **headers}
    url = httpcore2.URL(
        scheme=address.scheme.encode(), host=address.host.encode(), port=address.port, target=address.target.encode()
    )
    waits = {"timeout": {"connect": _WAIT, "read": _WAIT, "write": _WAIT}}
    backend = GuardedBackend(guard, address, deadline)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend) as pool,
            pool.stream("GET", url, headers=list(sent.items()), extensions=waits) as response,
        ):
            told = {_text_of(name).lower(): _text_of(value) for name, value in response.headers}
            yield Answer(response.status, told, response.iter_stream())
    except httpcore2.TimeoutException:
        raise TallystickError(Code.E125, address=address, seconds=round(deadline.seconds)) from None
    except httpcore2.NetworkError as error:
        raise TallystickError(Code.E124, address=address, cause=_words_of(error)) from None
    except httpcore2.ProtocolError:
        raise TallystickError(Code.E131, address=address, cause="not proper HTTP") from None


def _text_of(header: bytes) -> str:
    # ASCII by the standard, but redirects to names in other scripts come in UTF-8.
    try:
        return header.decode("utf-8")
    except UnicodeDecodeError:
        return header.decode("latin-1")


def _words_of(error: Exception) -> str:
    """What a network says went wrong, in one line."""
    return " ".join(str(error).split()) or type(error).__name__
