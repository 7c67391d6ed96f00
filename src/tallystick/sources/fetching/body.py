"""The body of an answer, unpacked, and never more of it than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from tallystick.errors import Code, TallystickError
from tallystick.sources.limits import bytes_allowed

_GZIP = 16 + zlib.MAX_WBITS
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip"})


def read_body(chunks: Iterable[bytes], *, encoding: str, address: object, max_mb: int) -> bytes:
    """The bytes of the chunks, which come in that content encoding (RFC 9110, 8.4).

    What is packed is counted as it is unpacked, so that a small answer cannot become a large one (CWE-409).

    Raises:
        TallystickError: E126 if it is over the limit, E131 if the encoding is not gzip or is broken.

    """
    if encoding not in _ENCODINGS:
        raise TallystickError(Code.E131, address=address, cause=f"packed as {encoding}")
    limit = bytes_allowed(max_mb)
    body = bytearray()
    for part in chunks if encoding in {"", "identity"} else _unpacked(chunks, limit + 1, address):
        body += part
        if len(body) > limit:
            raise TallystickError(Code.E126, address=address, limit=max_mb)
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], most: int, address: object) -> Iterable[bytes]:
    """The unpacked bytes in parts of at most ``most`` each. A second gzip member follows the first as one stream."""
    packed = zlib.decompressobj(_GZIP)
    is_begun = False
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if packed.eof:
                    packed = zlib.decompressobj(_GZIP)
                is_begun = True
                yield packed.decompress(rest, most)
                rest = packed.unconsumed_tail or packed.unused_data
    except zlib.error:
        raise TallystickError(Code.E131, address=address, cause="its gzip is broken") from None
    if is_begun and not packed.eof:
        raise TallystickError(Code.E131, address=address, cause="its gzip is cut off")
