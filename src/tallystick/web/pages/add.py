"""Adding reports: texts pasted, files chosen or dropped, addresses; how far the reading is, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.accounts.principal import Role
from tallystick.errors import Code, TallystickError
from tallystick.model.incident import Incident
from tallystick.model.report import Report
from tallystick.sources.adapters import adapters
from tallystick.sources.archive import SUFFIXES as ARCHIVES
from tallystick.sources.fetching.address import parse_address
from tallystick.web.acting import Acting, at_least
from tallystick.web.adding.job import Job
from tallystick.web.adding.parcel import MOST_MB as MOST_MB_A_FILE
from tallystick.web.adding.parcel import pack_parcel
from tallystick.web.adding.queue import Queue
from tallystick.web.guard.forgery import MOST_FILES, form_of
from tallystick.web.guard.size import MOST_MB
from tallystick.web.live.stream import Event
from tallystick.web.site import Site, SiteOf

router = APIRouter(dependencies=[Depends(at_least(Role.REVIEWER))])

SUFFIXES = tuple(sorted(set(chain.from_iterable(adapter.suffixes for adapter in adapters())) - {""} | ARCHIVES))
MOST_SHOWN = 200
LOOK_EVERY = 0.2
"""How often, in seconds, it is looked how far a job is."""


@router.get("/add")
def show_add(request: Request, site: SiteOf) -> HTMLResponse:
    """The forms, and what was added since the server was started."""
    limits = {"files": MOST_FILES, "file": MOST_MB_A_FILE, "all": MOST_MB["/add/files"]}
    return site.render(request, "add.html.j2", jobs=site.queue.jobs(), limits=limits, suffixes=SUFFIXES)


@router.post("/add/text")
async def add_text(request: Request, site: SiteOf) -> Response:
    """Takes a text that was pasted. Raises TallystickError E501 or E806."""
    form = await form_of(request)
    text = _field(form, "text")
    if not text.strip():
        raise TallystickError(Code.E806)
    with pack_parcel(published=_day(form)) as parcel:
        parcel.add_text(text, title=_field(form, "title"), publisher=_field(form, "publisher"))
    return _show(site.queue.put(parcel))


@router.post("/add/files")
async def add_files(request: Request, site: SiteOf) -> Response:
    """Takes files. Raises TallystickError E501 or E806."""
    form = await form_of(request)
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    if not files:
        raise TallystickError(Code.E806)
    with pack_parcel(published=_day(form)) as parcel:
        for each in files:
            await run_in_threadpool(parcel.add_file, each.file, name=each.filename or "")
    await form.close()
    return _show(site.queue.put(parcel))


@router.post("/add/address")
async def add_address(request: Request, site: SiteOf) -> Response:
    """Takes the address of a page or a feed. Raises TallystickError E121, E501 or E806."""
    form = await form_of(request)
    address = _field(form, "address").strip()
    if not address:
        raise TallystickError(Code.E806)
    parse_address(address)
    with pack_parcel(published=_day(form)) as parcel:
        parcel.addresses.append(address)
    return _show(site.queue.put(parcel))


@router.post("/add/jobs/{number}/cancel")
def cancel_job(site: SiteOf, number: int) -> Response:
    """Has a job stop. Raises TallystickError E807."""
    return _show(site.queue.cancel(number))


@router.get("/add/jobs/{number}")
def show_job(request: Request, site: SiteOf, number: int) -> HTMLResponse:
    """How far a job is, and what came of it. Raises TallystickError E807."""
    job = site.queue.job(number)
    return site.render(request, "job.html.j2", job=job, most=MOST_SHOWN, came=_came_of(job, site))


@router.get("/add/jobs/{number}/events")
async def follow_job(site: SiteOf, acting: Acting, number: int) -> Response:
    """How far a job is, told whenever it changes (server-sent events, HTML standard 9.2).

    Raises TallystickError E807 if there is none of that number, E851 if too many follow one.
    """
    site.queue.job(number)
    return site.streams.open(_events(site.queue, number), client=acting.name)


async def _events(queue: Queue, number: int) -> AsyncIterator[Event]:
    last: Job | None = None
    while last is None or not last.is_over:
        job = queue.job(number)
        if job is not last:
            yield Event({"words": job.words, "done": job.done, "total": job.total, "is_over": job.is_over})
            last = job
        await asyncio.sleep(LOOK_EVERY)


class CameOf(NamedTuple):
    """The reports and incidents that came of a job, at most ``MOST_SHOWN`` of each."""

    new: list[Report]
    known: list[Report]
    incidents: Sequence[Incident]
    changed: Sequence[Incident]


def _came_of(job: Job, site: Site) -> CameOf:
    came = job.outcome
    ids = {*came.new[:MOST_SHOWN], *came.known[:MOST_SHOWN]}
    with site.ledger.standing() as standing:
        heads = {head.id: head for head in standing.heads(ids)}
        incidents = standing.incidents(came.incidents[:MOST_SHOWN])
        changed = standing.incidents(came.changed[:MOST_SHOWN])
    return CameOf(
        new=[heads[id_] for id_ in came.new if id_ in heads],
        known=[heads[id_] for id_ in came.known if id_ in heads],
        incidents=incidents,
        changed=changed,
    )


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _day(form: FormData) -> date | None:
    told = _field(form, "published").strip()
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise TallystickError(Code.E501, value=told) from None


def _show(job: Job) -> Response:
    return RedirectResponse(f"/add/jobs/{job.number}", status_code=303)
