"""The application, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from tallystick import __version__
from tallystick.ledger import Ledger
from tallystick.web.adding.queue import Queue
from tallystick.web.api import ROUTERS
from tallystick.web.assets import Assets
from tallystick.web.boards import Kept, make_network_board, make_news, make_tally_board
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.failing import add_error_pages
from tallystick.web.guard.forgery import refuse_forged
from tallystick.web.guard.headers import SafeHeaders
from tallystick.web.guard.hosts import LOOPBACK, KnownHosts
from tallystick.web.guard.size import BoundedBodies
from tallystick.web.pages import PAGES
from tallystick.web.said_of_sites import make_site_board
from tallystick.web.site import Site


def make_application(ledger: Ledger, *, reviewer: str, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The web application on an open ledger, which it does not close.

    Args:
        ledger: what is shown, and where decisions go.
        reviewer: under whose name decisions are taken.
        hosts: the names by which it answers.

    """
    catalogue = Catalogue(ledger)
    queue = Queue(ledger)

    @asynccontextmanager
    async def open_and_close(_: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(queue.close)
        catalogue.close()

    app = FastAPI(
        title="Tallystick",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=open_and_close,
        dependencies=[Depends(refuse_forged)],
    )
    app.state.site = Site(
        ledger=ledger,
        catalogue=catalogue,
        reviewer=reviewer,
        tallies=Kept(ledger, make_tally_board),
        network=Kept(ledger, make_network_board),
        sites=Kept(ledger, make_site_board),
        queue=queue,
        news=Kept(ledger, make_news),
    )
    for page in PAGES:
        app.include_router(page, include_in_schema=False)
    for part in ROUTERS:
        app.include_router(part)
    app.mount("/static", Assets(), name="static")
    add_error_pages(app)
    app.add_middleware(BoundedBodies)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(SafeHeaders)
    app.add_middleware(KnownHosts, hosts=hosts)
    return app
