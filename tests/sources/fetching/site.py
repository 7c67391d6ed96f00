"""A web site on this machine, and a guard to which it is a public one."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from socket import socket
from typing import Any

from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.sources.fetching.guard import Guard
from tallystick.sources.fetching.public import IPAddress, is_public

HERE = ip_address("127.0.0.1")
NAMES: Mapping[str, tuple[str, ...]] = {
    "news.example": ("127.0.0.1",),
    "wire.example": ("127.0.0.1",),
    "xn--nachrichten-8db.example": ("127.0.0.1",),
    "inside.example": ("10.1.2.3",),
    "half.example": ("127.0.0.1", "192.168.0.7"),
    "down.example": ("127.0.0.3",),
}
Serve = Callable[[BaseHTTPRequestHandler], None]


def resolve(host: str, _: int) -> tuple[IPAddress, ...]:
    """The names of the tests; addresses are themselves, as for the system's resolver."""
    if host in NAMES:
        return tuple(map(ip_address, NAMES[host]))
    return (ip_address(host),)


def is_public_here(address: IPAddress) -> bool:
    """127.0.0.1 and 127.0.0.3 stand for public addresses; all others are what they are."""
    return str(address) in {"127.0.0.1", "127.0.0.3"} or is_public(address)


@dataclass
class Site:
    """What it serves by path, and which paths were asked for, with their headers."""

    server: ThreadingHTTPServer
    pages: dict[str, Serve] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.server.server_port

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Speaks TLS from now on."""
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)

    def serve(self, path: str, body: bytes | str = b"", *, type_: str = "text/html; charset=utf-8", **more: Any) -> str:
        """Serves a body at a path, and gives its address; ``more`` are status and headers."""
        data = body.encode() if isinstance(body, str) else body
        status = more.pop("status", 200)

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"content-type": type_, "content-length": str(len(data)), **more}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data)

        self.pages[path] = answer
        return self.at(path)

    def serve_raw(self, path: str, write: Callable[[socket], None]) -> str:
        """Serves whatever is written to the connection."""
        self.pages[path] = lambda request: write(request.connection)
        return self.at(path)

    def redirect(self, path: str, to: str, *, status: int = 302) -> str:
        """Serves a redirect."""
        return self.serve(path, status=status, location=to)

    def at(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def fetcher(self, **more: Any) -> Fetcher:
        """A fetcher to which this site is public, without a pause unless asked."""
        guard = Guard(resolve=resolve, is_public=is_public_here, ports=frozenset({80, 443, self.port}))
        return Fetcher(**{"guard": guard, "pause": 0.0, "seconds": 5.0, **more})

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def open_site() -> Iterator[Site]:
    """A site on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            serve = site.pages.get(self.path)
            try:
                if serve is None:
                    self.send_error(404)
                else:
                    serve(self)
            except OSError:  # the one who asked has gone
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
