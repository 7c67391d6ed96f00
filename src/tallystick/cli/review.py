"""``tallystick review``: decisions, each a line in a journal that is never edited."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import errors, print_rows
from tallystick.errors import Code, TallystickError
from tallystick.ledger import open_ledger
from tallystick.model.decision import Act, Decision
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.pipeline import derive
from tallystick.resolution.decisions import check_edit

app = typer.Typer(
    help="Decide on incidents: accept, reject, edit, merge, split, undo; and list the journal.", no_args_is_help=True
)

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident.")]
ReasonOption = Annotated[str | None, typer.Option("--reason", help="Why; kept in the journal.")]
ByOption = Annotated[
    str,
    typer.Option(
        "--by", help="Who decides; your login name if not given.", default_factory=getpass.getuser, show_default=False
    ),
]


@app.command()
def accept(
    id_: IdArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Pass an incident as it stands."""
    _decide(ledger, Act.ACCEPT, id_, by=by, reason=reason)


@app.command()
def reject(
    id_: IdArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Take an incident out of all counts. It stays on file, marked as rejected."""
    _decide(ledger, Act.REJECT, id_, by=by, reason=reason)


@app.command()
def edit(
    id_: IdArgument,
    field: Annotated[str, typer.Argument(help="The field to set.")],
    value: Annotated[str, typer.Argument(help="Its value, as JSON or a bare word.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Set a field of an incident."""
    check_edit(field, value)
    _decide(ledger, Act.EDIT, id_, by=by, reason=reason, field=field, value=value)


@app.command()
def merge(
    id_: IdArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The incident that is the same.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Say that two incidents are one."""
    with open_ledger(ledger, create=False) as opened:
        second, _ = opened.incident(other)
        anchors = _anchors(opened.record(), second)
    _decide(ledger, Act.MERGE, id_, by=by, reason=reason, other_anchors=anchors)


@app.command()
def split(
    id_: IdArgument,
    mentions: Annotated[list[str], typer.Argument(metavar="MENTION...", help="Ids of the mentions to take out.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Say that some mentions tell another incident."""
    with open_ledger(ledger, create=False) as opened:
        incident, _ = opened.incident(id_)
        record = opened.record()
    for mention in mentions:
        if mention not in incident.mentions:
            raise TallystickError(Code.E308, id=mention, incident=incident.id)
    chosen = [quote for m in record.events_of(incident) if m.id in mentions for quote in _anchors_of(m)]
    _decide(ledger, Act.SPLIT, id_, by=by, reason=reason, other_anchors=chosen, without=mentions)


@app.command()
def undo(
    decision: Annotated[int, typer.Argument(help="The number of the decision in the journal.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,  # noqa: ARG001
    reason: ReasonOption = None,
) -> None:
    """Take a decision back. Both stay in the journal."""
    with open_ledger(ledger, create=False) as opened:
        _say(opened.append_decision(Act.UNDO, by=by, undoes=decision, reason=reason))
        derive(opened)


@app.command()
def journal(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
    """List all decisions ever taken."""
    with open_ledger(ledger, create=False) as opened:
        rows = [d.model_dump(mode="json") for d in opened.journal()]
    print_rows(
        rows,
        ("id", "at", "by", "act", "incident_id", "field", "value", "undoes", "reason"),
        form=form,
        title="decisions",
    )


def _decide(
    ledger: str,
    act: Act,
    id_: str,
    *,
    by: str,
    reason: str | None,
    other_anchors: Iterable[Quote] = (),
    field: str | None = None,
    value: str | None = None,
    without: Iterable[str] = (),
) -> None:
    with open_ledger(ledger, create=False) as opened:
        incident, _ = opened.incident(id_)
        anchors = _anchors(opened.record(), incident, without=without)
        made = opened.append_decision(
            act, by=by, incident_id=incident.id, anchors=anchors, other_anchors=tuple(other_anchors),
            field=field, value=value, reason=reason,
        )  # fmt: skip
        _say(made)
        derive(opened)


def _anchors(record: Record, incident: Incident, *, without: Iterable[str] = ()) -> tuple[Quote, ...]:
    left_out = set(without)
    told = (m for m in record.events_of(incident) if m.id not in left_out)
    return tuple(quote for m in told for quote in _anchors_of(m))


def _anchors_of(mention: EventMention) -> tuple[Quote, ...]:
    """The words that a decision holds on to: the trigger, and the place, which parts events told by one trigger."""
    return (mention.trigger,) if mention.where is None else (mention.trigger, mention.where.quote)


def _say(decision: Decision) -> None:
    what = decision.incident_id or f"decision {decision.undoes}"
    errors.print(
        f"Decision {decision.id}: {decision.act.value} {what}. Take it back with: tallystick review undo {decision.id}",
        markup=False,
    )
