"""Web archives to read, made with fastwarc."""

from __future__ import annotations

import gzip
import io

from fastwarc.warc import WarcRecord, WarcRecordType


def page(words: str) -> bytes:
    return f"<html><head><title>T</title></head><body><article><p>{words}</p></article></body></html>".encode()


def record(
    address: str,
    body: bytes,
    *,
    kind: WarcRecordType = WarcRecordType.response,
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    head: str = "",
) -> bytes:
    """One record of a WARC: an HTTP answer, captured on 7 November 2023."""
    made = WarcRecord()
    made.init_headers(kind)
    made.headers["WARC-Target-URI"] = address
    made.headers["WARC-Date"] = "2023-11-07T10:00:00Z"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{head}\r\n".encode() + body)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def packed(*records: bytes) -> bytes:
    """A WARC.gz: each record packed by itself."""
    return b"".join(map(gzip.compress, records))
