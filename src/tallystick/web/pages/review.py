"""The review: what waits for a person, the least certain first; one key decides and moves on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tallystick.errors import TallystickError
from tallystick.model.decision import Act, Decision
from tallystick.model.digest import version_of
from tallystick.model.names import unknown_id
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.resolution.fields import EDITABLE
from tallystick.web.acting import Reviewing
from tallystick.web.filters import Filter
from tallystick.web.refused import STATUS, Refused, Typed, refused_by
from tallystick.web.review.answering import Answer, answer
from tallystick.web.review.asking import Ask, ask
from tallystick.web.review.evidence import evidence_for
from tallystick.web.review.finding_actors import find_actors
from tallystick.web.review.item import TITLES, Item, Sort, read_item
from tallystick.web.site import Site, SiteOf, Wanted

router = APIRouter()

IN_VIEW = 12
"""How many of the queue are listed beside the one at hand, and so how many a batch can hold."""

Reason = Annotated[str, Form(max_length=2_000)]


class Place(NamedTuple):
    """Where in the queue: which sort, null for all; from which number on, counted from 0; and under which filter."""

    of: Sort | None
    start: int
    wanted: Filter

    def address(
        self, path: str = "/review", *, at: str = "", done: Sequence[int] = (), start: int | None = None
    ) -> str:
        """A path at this place, with the item at hand and the decisions just taken."""
        first = self.start if start is None else start
        more = [("of", self.of.value)] if self.of else []
        more += [("start", str(first))] if first > 0 else []
        more += [("at", at)] if at else []
        query = urlencode([*self.wanted.pairs, *more, *(("done", str(number)) for number in done)])
        return f"{path}?{query}" if query else path

    def sorted(self, of: Sort | None) -> Place:
        """The beginning of another sort."""
        return Place(of, 0, self.wanted)


Of = Annotated[Sort | None, Query(description="Which sort; all, unless given")]
Start = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/review")
def show_review(
    request: Request,
    site: SiteOf,
    wanted: Wanted,
    of: Of = None,
    start: Start = 0,
    at: str = "",
    done: Annotated[list[int] | None, Query()] = None,
) -> HTMLResponse:
    """The item at hand, or the least certain one; ``done`` are the numbers of the decisions just taken."""
    return _page(request, site, Place(of, start, wanted), at=at, done=done or ())


@router.get("/review/actors")
def suggest_actors(request: Request, site: SiteOf, q: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """The known actors that a name may mean, to choose from."""
    found = find_actors(default_knowledge(), q)
    return site.render(request, "review_actors.html.j2", actors=found, asked=q.strip())


@router.post("/review")
def decide_and_move_on(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    wanted: Wanted,
    pick: Annotated[str, Form()],
    act: Annotated[Act, Form()],
    of: Of = None,
    start: Start = 0,
    after: Annotated[str, Form()] = "",
    actor: Annotated[str, Form()] = "",
    reason: Reason = "",
) -> Response:
    """Decides on the item at hand, and shows the next.

    If it is not as it was seen, nothing is decided and the page tells why.
    """
    place = Place(of, start, wanted)
    given = Answer.read(pick)
    try:
        made = answer(site.ledger, act, given, by=acting.name, reason=reason, actor_id=actor)
    except TallystickError as error:
        refused = refused_by(error, Typed(act, reason=reason), leave=place.address(at=after))
        return _page(request, site, place, at=given.item.key, refused=refused)
    bring_up_to_date(site.ledger)
    return RedirectResponse(place.address(at=after, done=[made.id]), status_code=303)


@router.post("/review/undo")
def undo_and_go_back(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    wanted: Wanted,
    number: Annotated[list[int], Form()],
    seen: Annotated[list[str], Form()],
    of: Of = None,
    start: Start = 0,
    at: Annotated[str, Form()] = "",
) -> Response:
    """Takes decisions back, the last first, and shows what they were on again. Raises TallystickError E304.

    If one is taken back already, or its incident is not as it was after it, the page tells so; the others are taken
    back all the same.
    """
    place = Place(of, start, wanted)
    changes: list[str] = []
    for each, version in sorted(zip(number, seen, strict=False), reverse=True):
        incident_id, _, told = version.partition(" ")
        try:
            seen_now = {incident_id: told} if told else None
            site.ledger.append_decision(Act.UNDO, by=acting.name, undoes=each, seen=seen_now)
        except TallystickError as error:
            changes += refused_by(error, Typed(Act.UNDO), leave="").changes
        else:
            bring_up_to_date(site.ledger)
    if changes:
        refused = Refused(Typed(Act.UNDO), tuple(changes), place.address(at=at))
        return _page(request, site, place, at=at, refused=refused)
    return RedirectResponse(place.address(at=at), status_code=303)


@router.post("/review/batch")
def show_batch(
    request: Request,
    site: SiteOf,
    _: Reviewing,
    wanted: Wanted,
    pick: Annotated[list[str] | None, Form(max_length=IN_VIEW)] = None,
    of: Of = None,
    start: Start = 0,
) -> Response:
    """Names each item that was marked, and asks what is decided on all of them."""
    place = Place(of, start, wanted)
    if not pick:
        return RedirectResponse(place.address(), status_code=303)
    return _batch(request, site, place, [Answer.read(each).item for each in pick])


@router.post("/review/batch/decide")
def decide_on_batch(
    request: Request,
    site: SiteOf,
    acting: Reviewing,
    wanted: Wanted,
    pick: Annotated[list[str], Form(max_length=IN_VIEW)],
    act: Annotated[Act, Form()],
    of: Of = None,
    start: Start = 0,
    reason: Reason = "",
) -> Response:
    """Decides on each item that was marked, an entry of the journal for each.

    What is not as it was seen is left undecided; the page then tells which, and why.
    """
    place = Place(of, start, wanted)
    made: list[int] = []
    left: list[tuple[Item, Refused]] = []
    if site.ledger.pending_decisions():
        bring_up_to_date(site.ledger)
    for given in map(Answer.read, pick):
        try:
            made.append(answer(site.ledger, act, given, by=acting.name, reason=reason, is_one_of_many=True).id)
        except TallystickError as error:
            left.append((given.item, refused_by(error, Typed(act, reason=reason), leave=place.address(done=made))))
    bring_up_to_date(site.ledger)
    if left:
        return _batch(request, site, place, [item for item, _ in left], refused=left, done=made)
    return RedirectResponse(place.address(done=made), status_code=303)


def _page(
    request: Request,
    site: Site,
    place: Place,
    *,
    at: str,
    done: Sequence[int] = (),
    refused: Refused | None = None,
) -> HTMLResponse:
    asked = site.review.ask(place.wanted, of=place.of, start=place.start, size=IN_VIEW)
    decided = site.review.decided.now()
    listed = ask([waiting.item for waiting in asked.window], site.ledger, decided)
    question = next((each for each in listed if each.item.key == at), None)
    if question is None and at:
        question = next(iter(ask([read_item(at)], site.ledger, decided)), None)
    question = question or next(iter(listed), None)
    number = listed.index(question) if question in listed and question is not None else None
    return site.render(
        request,
        "review.html.j2",
        status=STATUS if refused else 200,
        refused=refused,
        typed=refused.typed if refused else None,
        place=place,
        wanted=place.wanted,
        sorts=TITLES,
        counts=asked.counts,
        listed=listed,
        question=question,
        evidence=evidence_for(question, site.ledger) if question else None,
        before=_beside(listed, number, -1),
        after=_beside(listed, number, 1),
        in_view=IN_VIEW,
        editable=EDITABLE,
        taken=_taken(site, done),
    )


def _batch(
    request: Request,
    site: Site,
    place: Place,
    items: Sequence[Item],
    *,
    refused: Sequence[tuple[Item, Refused]] = (),
    done: Sequence[int] = (),
) -> HTMLResponse:
    questions = ask(items, site.ledger, site.review.decided.now())
    acts = [act for act in Act if questions and all(act in each.acts for each in questions)]
    if any(each.item.sort is Sort.NAME for each in questions):
        # Each name is another actor's.
        acts = [act for act in acts if act is not Act.SAME]
    return site.render(
        request,
        "review_batch.html.j2",
        status=STATUS if refused else 200,
        place=place,
        wanted=place.wanted,
        questions=questions,
        acts=acts,
        refused={item.key: each for item, each in refused},
        taken=_taken(site, done),
    )


def _beside(listed: Sequence[Ask], number: int | None, step: int) -> Ask | None:
    if number is None:
        return listed[0] if listed and step > 0 else None
    return listed[number + step] if 0 <= number + step < len(listed) else None


class Taken(NamedTuple):
    """A decision taken before, the item that it was on, and the version in which its incident now stands."""

    decision: Decision
    key: str
    seen: str


def _taken(site: Site, numbers: Sequence[int]) -> list[Taken]:
    """The decisions of those numbers."""
    entries = site.review.decided.now().entries
    made = [entries[number] for number in numbers if number in entries]
    with site.ledger.standing() as standing:
        held = {i.id: i for i in standing.incidents({d.incident_id for d in made if d.incident_id is not None})}
    return [
        Taken(decision, item_of(decision), f"{incident.id} {version_of(incident)}" if incident else "-")
        for decision in made
        for incident in [held.get(decision.incident_id or "")]
    ]


def item_of(decision: Decision) -> str:
    """The item that a decision was on, as it stands in an address; empty where the journal does not tell."""
    if decision.name is not None:
        return Item(Sort.NAME, unknown_id(decision.name)).key
    if decision.mention_id is not None:
        return Item(Sort.MENTION, decision.mention_id).key
    if decision.incident_id is None:
        return ""
    return Item(Sort.JOIN if decision.other_anchors else Sort.INCIDENT, decision.incident_id).key
