"""Serving the application on a port."""

from __future__ import annotations

import socket
import sys
from threading import Thread

import uvicorn
from fastapi import FastAPI

from tallystick.web.site import Site
from tallystick.web.warming import warm_up


class Server(uvicorn.Server):
    """Ends the streams before it waits for all that is being answered: it would wait for them as long as a tab is open.

    It logs warnings and errors alone. What ``proxy``, the address of a reverse proxy, says of clients is believed.
    """

    def __init__(self, app: FastAPI, *, port: int, host: str = "127.0.0.1", proxy: str | None = None) -> None:
        config = uvicorn.Config(
            app, host=host, port=port, log_level="warning", server_header=False,
            proxy_headers=proxy is not None, forwarded_allow_ips=proxy or "",
        )  # fmt: skip
        super().__init__(config)
        site = app.state.site
        if not isinstance(site, Site):
            raise TypeError("the application was made without its site")
        self._streams = site.streams

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stops."""
        self._streams.end()
        await super().shutdown(sockets)


def serve_on(app: FastAPI, *, port: int, host: str, proxy: str | None) -> None:
    """Serves until it is interrupted. Exits with 3 if the port cannot be had, as uvicorn does."""
    server = Server(app, port=port, host=host, proxy=proxy)
    warming = Thread(target=warm_up, args=(app,), name="warming")
    warming.start()
    try:
        server.run()
    except KeyboardInterrupt:
        return
    finally:
        warming.join()
    if not server.started:
        sys.exit(3)
