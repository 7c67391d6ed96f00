"""An address of the web: read once, so that what is checked and what is asked for are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from tallystick.errors import Code, TallystickError

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, each with its port (RFC 9110, 4.2)."""
_LONGEST = 2000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNPRINTED = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2066-\u2069\ufeff]")
_HOST_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_IPV6 = re.compile(r"[0-9a-f:.]+")
# What may stand in a path or a query as it is (RFC 3986, 3.3 and 3.4); a percent sign is taken to encode already.
_PLAIN = "/:@!$&'()*+,;=-._~%"


@dataclass(frozen=True)
class Address:
    """``host`` is in ASCII (IDNA) and lower case, an IPv6 address unbracketed; ``target`` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, the port only where it is not the scheme's own."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port as the header ``Host`` names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def is_address(given: str) -> bool:
    """True for what names a scheme, as ``https://…`` or ``file://…``; all else is taken for a path."""
    return _SCHEME.match(given) is not None


def parse_address(given: str) -> Address:
    """The address as it is asked for: without its fragment, its name in ASCII, all else percent-encoded.

    Raises:
        TallystickError: E121 if it is none, is not of http or https, holds a password, or is over 2,000 characters.

    """
    given = given.strip()
    if len(given) > _LONGEST:
        raise _refuse(f"{given[:100]}…", f"longer than {_LONGEST} characters")
    if _UNPRINTED.search(given):
        raise _refuse(given, "white space or control characters in it")
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise _refuse(given, "its host or port cannot be read") from None
    if parts.scheme not in PORTS:
        raise _refuse(given, f"the scheme is {parts.scheme or 'missing'}")
    if "@" in parts.netloc:
        raise _refuse(f"{parts.scheme}://…@{parts.netloc.rpartition('@')[2]}", "a name or a password in it")
    return Address(parts.scheme, _host_of(parts, given), port or PORTS[parts.scheme], _target_of(parts))


def join_address(base: Address, reference: str) -> Address:
    """The address that a page at ``base`` means by a link or a redirect. Raises TallystickError E121 if it is none."""
    reference = reference.strip().replace(" ", "%20")
    if _UNPRINTED.search(reference):
        raise _refuse(reference[:100], "control characters in it")
    try:
        joined = urljoin(str(base), reference)
    except ValueError:
        raise _refuse(reference[:100], "its host or port cannot be read") from None
    return parse_address(joined)


def in_one_form(given: str) -> str:
    """The address in the form in which it is asked for; anything else as it is."""
    try:
        return str(parse_address(given))
    except TallystickError:
        return given


def is_same_site(one: str, other: str) -> bool:
    """True if both are addresses at the same host, ``www.`` before it or not."""
    try:
        hosts = {parse_address(each).host.removeprefix("www.") for each in (one, other)}
    except TallystickError:
        return False
    return len(hosts) == 1


def _host_of(parts: SplitResult, given: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host and _IPV6.fullmatch(host):
        return host
    try:
        name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise _refuse(given, "its host is no name") from None
    if not _HOST_NAME.fullmatch(name):
        raise _refuse(given, "its host is no name")
    return name


def _target_of(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PLAIN)
    return f"{path}?{quote(parts.query, safe=_PLAIN + '?')}" if parts.query else path


def _refuse(shown: str, cause: str) -> TallystickError:
    # What cannot be printed is escaped, so that a message is one line and says what it seems to say.
    return TallystickError(Code.E121, address=shown if shown.isprintable() else ascii(shown)[1:-1], cause=cause)
