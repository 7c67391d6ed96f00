"""The application, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware

from tallystick import __version__
from tallystick.accounts.principal import Principal, Role
from tallystick.accounts.team import Team
from tallystick.ledger import Ledger
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.web.adding.queue import Queue
from tallystick.web.api import ROUTERS
from tallystick.web.assets import Assets
from tallystick.web.boards.kept import Kept
from tallystick.web.boards.network import make_network_board
from tallystick.web.boards.news import make_news
from tallystick.web.boards.tallies import make_tally_board
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.failing import add_error_pages
from tallystick.web.guard.entrance import OpenEntrance, TeamEntrance
from tallystick.web.guard.forgery import refuse_forged
from tallystick.web.guard.headers import SafeHeaders
from tallystick.web.guard.hosts import LOOPBACK, KnownHosts
from tallystick.web.guard.origin import OwnPagesOnly
from tallystick.web.guard.size import BoundedBodies
from tallystick.web.live.hub import Hub
from tallystick.web.live.since import note_since
from tallystick.web.pack import Pack
from tallystick.web.pages import PAGES, TEAM_PAGES
from tallystick.web.review.waiting import ReviewQueue
from tallystick.web.said_of_sites import make_site_board
from tallystick.web.site import Site
from tallystick.web.traffic import CountedRequests, Traffic

# For the description of the API: the entrance has looked at the token by then.
_BEARER = HTTPBearer(auto_error=False, description="A token of `tallystick accounts token`, or of the account page")


def make_application(
    ledger: Ledger,
    *,
    reviewer: str,
    team: Team | None = None,
    hosts: Collection[str] = LOOPBACK,
    fetcher: Fetcher | None = None,
) -> FastAPI:
    """The web application on an open ledger, which it does not close.

    Args:
        ledger: what is shown, and where decisions go.
        reviewer: under whose name decisions are taken where there is no team.
        team: the accounts; whoever has none is then not let in.
        hosts: the names by which it answers.
        fetcher: what fetches the addresses that are added; one that lets public addresses through if not given.

    """
    catalogue = Catalogue(ledger)
    pack = Pack(ledger)
    queue = Queue(ledger, fetcher or Fetcher())
    worker = ThreadPoolExecutor(max_workers=4, thread_name_prefix="boards")

    @asynccontextmanager
    async def open_and_close(_: FastAPI) -> AsyncIterator[None]:
        worker.submit(catalogue.now)
        yield
        await run_in_threadpool(catalogue.close)
        await run_in_threadpool(queue.close)
        await run_in_threadpool(pack.close)
        await run_in_threadpool(worker.shutdown, cancel_futures=True)

    app = FastAPI(
        title="Tallystick",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=open_and_close,
        dependencies=[Depends(refuse_forged)],
    )
    traffic = Traffic()
    app.state.site = Site(
        ledger=ledger,
        catalogue=catalogue,
        tallies=Kept(ledger, make_tally_board, worker),
        network=Kept(ledger, make_network_board, worker),
        sites=Kept(ledger, make_site_board, worker),
        queue=queue,
        pack=pack,
        news=Kept(ledger, make_news, worker),
        review=ReviewQueue(ledger, catalogue),
        team=team,
        hub=Hub(ledger),
        traffic=traffic,
    )
    for page in PAGES:
        app.include_router(page, include_in_schema=False, dependencies=[Depends(note_since)])
    for page in TEAM_PAGES if team else ():
        app.include_router(page, include_in_schema=False)
    for part in ROUTERS:
        app.include_router(part, dependencies=[Depends(_BEARER)] if team else [])
    app.mount("/static", Assets(), name="static")
    add_error_pages(app)
    app.add_middleware(BoundedBodies)
    app.add_middleware(OwnPagesOnly)
    if team:
        app.add_middleware(TeamEntrance, team=team)
    else:
        app.add_middleware(OpenEntrance, principal=Principal(reviewer, Role.ADMIN))
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(SafeHeaders)
    app.add_middleware(KnownHosts, hosts=hosts)
    app.add_middleware(CountedRequests, traffic=traffic)
    return app
