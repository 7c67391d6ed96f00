"""An answer that is no page: what the server said, kept beside the error."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from tallystick.errors import Code, TallystickError
from tallystick.sources.fetching.address import Address


class RefusedError(TallystickError):
    """E127. ``retry_after`` is for how long the server asks to be left alone, null if it does not."""

    def __init__(
        self, address: Address, *, status: int, headers: Mapping[str, str], retry_after: timedelta | None
    ) -> None:
        super().__init__(Code.E127, address=address, status=status)
        self.address = address
        self.status = status
        self.headers = headers
        self.retry_after = retry_after
