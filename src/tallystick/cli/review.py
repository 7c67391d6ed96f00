"""``tallystick review``: decisions, each a line in a journal that is never edited."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.deciding import decide, say, tell_lost
from tallystick.cli.options import ByOption, Format, FormatOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.deciding import some_of, two_sides
from tallystick.derivation.judged import how_decisions_stand
from tallystick.ledger import open_ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.fields import EDITABLE, PINNABLE, check_edit, pin_value

app = typer.Typer(help="Decide on incidents, take decisions back, list all of them.", no_args_is_help=True)

VerdictArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident, or of a relation.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident.")]
EitherArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident or of a mention.")]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another incident or mention.")]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why; kept in the journal.")]
SeenOption = Annotated[
    str | None,
    typer.Option(
        "--seen", metavar="VERSION", help="The version that you saw, from 'show'; refused if it is another by now."
    ),
]


@app.command()
def accept(
    id_: VerdictArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Accept an incident or a told relation as it stands."""
    decide(ledger, Act.ACCEPT, id_, by=by, reason=reason, seen=seen)


@app.command()
def reject(
    id_: VerdictArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Take an incident or a told relation out of account.

    It stays on file, marked as rejected.
    """
    decide(ledger, Act.REJECT, id_, by=by, reason=reason, seen=seen)


@app.command()
def unsure(
    id_: VerdictArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Note that you looked at an incident and could not tell. It changes nothing."""
    decide(ledger, Act.UNSURE, id_, by=by, reason=reason, seen=seen)


@app.command()
def edit(
    id_: IdArgument,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=f"The field to set: {', '.join(EDITABLE)}.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Its value, as JSON or bare words; null for not told.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Set a field of an incident, whatever reports say."""
    check_edit(field, value)
    decide(ledger, Act.EDIT, id_, by=by, reason=reason, seen=seen, field=field, value=lambda _: value)


@app.command()
def pin(
    id_: IdArgument,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help=f"The field to hold: {', '.join(PINNABLE)}. With start the whole time is held."
        ),
    ],
    by: ByOption,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="One of the values told; the one shown if not given.")
    ] = None,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Hold a field at a value told, whatever later reports say."""
    decide(
        ledger, Act.PIN, id_, by=by, reason=reason, seen=seen, field=field,
        value=lambda named: pin_value(named.incident, field, value, named.events),
    )  # fmt: skip


@app.command()
def merge(
    id_: IdArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The incident that is the same.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Say that two incidents are one."""
    decide(ledger, Act.MERGE, id_, by=by, reason=reason, seen=seen, sides=two_sides(other))


@app.command()
def split(
    id_: IdArgument,
    mentions: Annotated[list[str], typer.Argument(metavar="MENTION", help="Ids of the mentions to take out.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Say that some mentions tell another incident.

    The ids of mentions are in 'show ID --json', under mentions.
    """
    decide(ledger, Act.SPLIT, id_, by=by, reason=reason, seen=seen, sides=some_of(mentions))


@app.command()
def same(
    id_: EitherArgument,
    other: OtherArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Say that two incidents or mentions are of one happening.

    It holds whatever speaks against it.
    """
    decide(ledger, Act.SAME, id_, by=by, reason=reason, seen=seen, sides=two_sides(other))


@app.command()
def different(
    id_: EitherArgument,
    other: OtherArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Say that two incidents or mentions are of two happenings.

    It holds whatever speaks for one.
    """
    decide(ledger, Act.DIFFERENT, id_, by=by, reason=reason, seen=seen, sides=two_sides(other))


@app.command()
def undo(
    decision: Annotated[int, typer.Argument(help="The number of the decision in the journal.")],
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
) -> None:
    """Take a decision back. Both stay in the journal."""
    with open_ledger(ledger, create=False) as opened:
        made = opened.append_decision(Act.UNDO, by=by, undoes=decision, reason=reason)
        say(made)
        bring_up_to_date(opened)
        tell_lost(opened)


@app.command()
def journal(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
    """List all decisions ever taken, and how each stands now."""
    with open_ledger(ledger, create=False) as opened:
        entries, standing = opened.journal(), how_decisions_stand(opened)
    print_rows(
        [{**d.model_dump(mode="json"), "state": str(standing[d.id])} for d in entries],
        ("id", "at", "by", "act", "state", "incident_id", "field", "value", "undoes", "reason"),
        form=form,
        title="decisions",
    )
