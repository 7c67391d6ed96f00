"""Mails, and pages that a browser saved as one file (MHTML, RFC 2557): both are messages of MIME."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter
from tallystick.sources.decode import decode_bytes
from tallystick.sources.files import name_of
from tallystick.sources.html import read_page, visible_text
from tallystick.sources.limits import read_whole
from tallystick.sources.taken import Article

_SAVED_AT = "Snapshot-Content-Location"  # browsers built on Chromium name the page so


def read_mail(path: Path, max_mb: int) -> Iterator[Article]:
    """The one article of a mail, or of a page that was saved as one file; what is attached is left alone.

    A mail's text is its plain part, else its HTML; subject, sender and date are title, publisher and publication day.
    A saved page is read as any page, under the address it was saved from; the day it was saved on tells nothing.

    Raises:
        TallystickError: E137 if it is no message or holds no text, else as ``read_whole``, ``decode_bytes`` and
            ``read_page`` do.

    """
    name = name_of(path)
    raw = read_whole(path, max_mb)
    try:
        message = message_from_bytes(raw)
        parts = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    except (MessageError, RecursionError) as error:
        raise TallystickError(Code.E137, path=name, cause=type(error).__name__) from None
    if not message.keys():
        raise TallystickError(Code.E137, path=name, cause="no header")
    is_page = message.get_content_type() == "multipart/related"
    article = _page(message, parts, name) if is_page else _letter(message, parts, name)
    if article is None:
        raise TallystickError(Code.E137, path=name, cause="no text in it")
    yield replace(article, raw=raw)


def _page(message: Message, parts: list[Message], name: str) -> Article | None:
    root = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if root is None:
        return None
    article = read_page(_bytes_of(root), name=name, charset=root.get_content_charset())
    address = _header(message, _SAVED_AT) or _header(root, "Content-Location")
    return replace(article, url=article.url or address, title=article.title or _header(message, "Subject"))


def _letter(message: Message, parts: list[Message], name: str) -> Article | None:
    by_type = {part.get_content_type(): part for part in reversed(parts)}
    part = by_type.get("text/plain") or by_type.get("text/html")
    if part is None:
        return None
    decoded = decode_bytes(_bytes_of(part), path=name, declared=part.get_content_charset())
    text = visible_text(decoded.text) if part.get_content_type() == "text/html" else decoded.text
    if not text.strip():
        return None
    sender, address = parseaddr(_header(message, "From") or "")
    return Article(
        text=text,
        raw=b"",
        title=_header(message, "Subject"),
        publisher=sender or address or None,
        published=_header(message, "Date"),
        guessed_encoding=decoded.guessed,
    )


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str | None:
    """A header in one line, its encoded words decoded (RFC 2047) where they can be; None if it is empty."""
    value = str(message.get(name, ""))
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split()) or None


ADAPTER = Adapter(
    name="mail",
    reads='a mail, or a page that a browser saved "as a single file": one report a file',
    suffixes=frozenset({".eml", ".mht", ".mhtml"}),
    media_types=frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"}),
    read=read_mail,
)
