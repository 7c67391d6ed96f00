"""Web archives: WARC (ISO 28500), packed or not, and WACZ, a zip of them. Read as a stream, one record at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter
from tallystick.sources.decode import decode_bytes
from tallystick.sources.files import name_of
from tallystick.sources.html import read_page
from tallystick.sources.limits import bytes_allowed, refuse_size
from tallystick.sources.pdf import read_pdf_bytes
from tallystick.sources.taken import Article, Capture, Found

MOST_STARTS = 10_000
"""So often a beginning is looked for in one file; what is behind the last of them is given up."""
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_ADAPTERS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf"}
_MARKS = (b"\x1f\x8b\x08", b"WARC/1.")
_PART = 1 << 20


def read_warc(path: Path, max_mb: int) -> Iterator[Found]:
    """An article for each page, text and PDF that a server answered with, its address and time of capture kept.

    Requests, revisits, metadata and answers other than 2xx are passed over. What is wrong with a record costs that
    record: E104 over ``max_mb``, also once unpacked, E145 broken, else as its own type is read.

    Raises:
        TallystickError: E103 if the file is empty.
        OSError: if it cannot be opened.

    """
    if not path.stat().st_size:
        raise TallystickError(Code.E103, path=name_of(path))
    with path.open("rb") as file:
        yield from _read(file, name_of(path), max_mb)


def read_wacz(path: Path, max_mb: int) -> Iterator[Found]:
    """The same of every WARC in a WACZ; none is unpacked to the disk.

    Raises:
        TallystickError: E145 if it is no zip, or holds no WARC.
        OSError: if it cannot be opened.

    """
    name = name_of(path)
    try:
        with zipfile.ZipFile(path) as zipped:
            inside = [each for each in zipped.namelist() if each.lower().endswith((".warc", ".warc.gz"))]
            if not inside:
                raise TallystickError(Code.E145, path=name, cause="there is no WARC in it")
            for each in inside:
                with zipped.open(each) as file:
                    yield from _read(file, name, max_mb)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise TallystickError(Code.E145, path=name, cause="broken or locked zip") from None


def _read(file: BinaryIO, name: str, max_mb: int) -> Iterator[Found]:
    is_half_read = False
    for record in records_in(file, name=name):
        if isinstance(record, TallystickError):
            if not is_half_read:  # else told already, by the record itself
                yield record
            is_half_read = False
            continue
        is_half_read = False
        place = f"{name}/{record.headers.get('WARC-Target-URI')}"
        try:
            if (article := _article_of(record, place, max_mb)) is not None:
                yield article
        except TallystickError as error:
            is_half_read = error.code is Code.E104
            yield error
        except OSError as error:
            is_half_read = True
            yield TallystickError(Code.E145, path=place, cause=" ".join(str(error).split()))


def records_in(file: BinaryIO, *, name: str) -> Iterator[WarcRecord | TallystickError]:
    """The records that may hold a report, and E145 for each break. One's body is read before the next is asked for.

    After a break the next beginning of a record is looked for, so that a broken record costs only itself.
    """
    start, last, is_told = 0, -1, False
    for _ in range(MOST_STARTS):
        file.seek(start)
        is_first = True
        try:
            for record in ArchiveIterator(file, parse_http=False):
                if start and is_first and not is_told:  # the records ended before, and without an error
                    yield _break(name, last)
                last, is_first, is_told = record.stream_pos, False, False
                if record.record_type & _KINDS:
                    record.parse_http(auto_decode="all")
                    yield record
        except OSError:
            is_told_already = is_told or (start and is_first)  # a break goes on until a record is found again
            if not is_told_already:
                is_told = True
                yield _break(name, last)
        start = _next_mark(file, max(last, start) + 1)
        if start < 0:
            break
    if last >= 0 and not is_told and _is_cut(file, last):
        yield TallystickError(Code.E145, path=name, cause="its last record is cut off, and was read as far as it goes")


def _break(name: str, last: int) -> TallystickError:
    return TallystickError(
        Code.E145, path=name, cause=f"what stands at or behind byte {max(last, 0)} is no whole record"
    )


def _next_mark(file: BinaryIO, start: int) -> int:
    """Where a record may begin at or behind a place; -1 if nowhere."""
    file.seek(start)
    kept = b""
    while part := file.read(_PART):
        window = kept + part
        found = [at for mark in _MARKS if (at := window.find(mark)) >= 0]
        if found:
            return start - len(kept) + min(found)
        kept = window[-8:]
        start += len(part)
    return -1


def _is_cut(file: BinaryIO, last: int) -> bool:
    """True if the record that begins there is shorter than it says."""
    file.seek(last)
    try:
        for record in ArchiveIterator(file, parse_http=False):
            length = 0
            while part := record.reader.read(_PART):
                length += len(part)
            return length < record.content_length
    except OSError:
        return True
    return False


def _article_of(record: WarcRecord, place: str, max_mb: int) -> Article | None:
    address = record.headers.get("WARC-Target-URI")
    status = record.http_headers.status_code if record.is_http_parsed else 200
    media_type, charset = _type_of(record)
    if not address or media_type not in _ADAPTERS or status is None or not 200 <= status < 300:
        return None
    limit = bytes_allowed(max_mb)
    raw = record.reader.read(limit + 1) if record.content_length <= limit else b""
    size = max(len(raw), record.content_length)
    if size > limit:
        raise refuse_size(size, path=place, max_mb=max_mb)
    capture = Capture(
        address=address, at=record.record_date, media_type=media_type, charset=charset, adapter=_ADAPTERS[media_type]
    )
    return replace(_read_body(raw, media_type, charset, place), url=address, part=address, capture=capture)


def _type_of(record: WarcRecord) -> tuple[str, str | None]:
    if record.is_http_parsed:
        return (record.http_content_type or "").lower(), record.http_charset
    return (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower(), None


def _read_body(raw: bytes, media_type: str, charset: str | None, place: str) -> Article:
    if not raw:
        raise TallystickError(Code.E103, path=place)
    if _ADAPTERS[media_type] == "html":
        return read_page(raw, name=place, charset=charset)
    if media_type == "application/pdf":
        return read_pdf_bytes(raw, name=place)
    decoded = decode_bytes(raw, path=place, declared=charset)
    return Article(text=decoded.text, raw=raw, guessed_encoding=decoded.guessed)


WARC = Adapter(
    name="warc",
    reads="a web archive, CC-NEWS among them: one report a page, text or PDF in it",
    suffixes=frozenset({".warc", ".warc.gz"}),
    media_types=frozenset({"application/warc"}),
    read=read_warc,
    opens=lambda head: head.startswith(b"WARC/1."),
)
WACZ = Adapter(
    name="wacz",
    reads="a web archive in a zip, with all its WARCs",
    suffixes=frozenset({".wacz"}),
    media_types=frozenset({"application/wacz", "application/x-wacz"}),
    read=read_wacz,
)
