"""Connections to addresses that were checked, and to no others; and none that outlasts its time.

The name is resolved once, here, and the connection goes to what was checked: a name server that answers otherwise the
second time (DNS rebinding) is not asked a second time. TLS still checks the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2
from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream, SyncBackend

from tallystick.sources.fetching.address import Address
from tallystick.sources.fetching.guard import Guard


class Deadline:
    """A moment after which nothing more is waited for: so many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def bound(self, timeout: float | None) -> float:
        """How long may still be waited, in seconds, and no longer than ``timeout``.

        Raises:
            httpcore2.ReadTimeout: if the moment has passed.

        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if timeout is None else min(left, timeout)


class GuardedBackend(NetworkBackend):
    """Connects for one address, as its guard lets it."""

    def __init__(self, guard: Guard, address: Address, deadline: Deadline) -> None:
        self._guard = guard
        self._address = address
        self._deadline = deadline
        self._plain = SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 that of the address
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """A connection to the first of the host's addresses that answers.

        Raises:
            TallystickError: E122 or E123, as ``Guard.addresses_of``.
            httpcore2.ConnectError: if none of them answers; or ConnectTimeout.

        """
        failed: Exception = httpcore2.ConnectError("no address")
        for number in self._guard.addresses_of(self._address):
            try:
                stream = self._plain.connect_tcp(
                    str(number), port, self._deadline.bound(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return BoundedStream(stream, self._deadline)
        raise failed


class BoundedStream(NetworkStream):
    """A connection on which no wait outlasts the deadline, however slowly the other side drips."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes. Raises httpcore2.ReadTimeout, also when the deadline has passed."""
        return self._stream.read(max_bytes, self._deadline.bound(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends the bytes. Raises httpcore2.WriteTimeout, or ReadTimeout when the deadline has passed."""
        self._stream.write(buffer, self._deadline.bound(timeout))

    def close(self) -> None:
        """Closes the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """The same connection, encrypted, its certificate checked for the name. Raises httpcore2.ConnectError."""
        within = self._deadline.bound(timeout)
        return BoundedStream(self._stream.start_tls(ssl_context, server_hostname, within), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks about the connection."""
        return self._stream.get_extra_info(info)
