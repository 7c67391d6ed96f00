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
from tallystick.model.names import UNKNOWN
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.fields import EDITABLE, PINNABLE, check_edit, pin_value

app = typer.Typer(help="Decide on incidents, take decisions back, list all of them.", no_args_is_help=True)

VerdictArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an incident, a mention, a told relation or an unknown name.")
]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident.")]
EitherArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of an incident or of a mention.")]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another incident or mention.")]
SameArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an incident, of a mention, or of an unknown name.")
]
SameOtherArgument = Annotated[
    str, typer.Argument(metavar="OTHER", help="The id of another incident or mention; of a name, the known actor's.")
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why; kept in the journal.")]
SeenOption = Annotated[
    str | None,
    typer.Option(
        "--seen",
        metavar="VERSION",
        help="The version that you saw, from 'show'; of anything but an incident the number of the last decision on it "
        "that you saw, 0 for none. Refused if it is another by now.",
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
    """Accept what is named as it stands.

    That is an incident, a mention or a told relation; or an unknown name, as that of nobody known.
    """
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
    """Take what is named out of account.

    That is an incident or a told relation; or say that a mention tells no event, an unknown name no actor.

    It stays on file, marked as rejected. A mention that is rejected is taken out of its incident.
    """
    decide(ledger, Act.REJECT, id_, by=by, reason=reason, seen=seen)


@app.command()
def unsure(
    id_: VerdictArgument,
    by: ByOption,
    other: Annotated[
        str | None,
        typer.Argument(metavar="OTHER", help="Another incident or mention, of which they may be one."),
    ] = None,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Note that you looked at something and could not tell. It changes nothing."""
    sides = two_sides(other) if other is not None else None
    decide(ledger, Act.UNSURE, id_, by=by, reason=reason, seen=seen, sides=sides)


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
    id_: SameArgument,
    other: SameOtherArgument,
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    reason: ReasonOption = None,
    seen: SeenOption = None,
) -> None:
    """Say that two incidents or mentions are of one happening.

    Or that an unknown name is that of a known actor.

    It holds whatever speaks against it.
    """
    is_name = id_.startswith(UNKNOWN)
    decide(
        ledger, Act.SAME, id_, by=by, reason=reason, seen=seen,
        sides=None if is_name else two_sides(other), actor_id=other if is_name else None,
    )  # fmt: skip


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
        (
            "id",
            "at",
            "by",
            "act",
            "state",
            "incident_id",
            "mention_id",
            "name",
            "field",
            "value",
            "undoes",
            "score",
            "reason",
        ),
        form=form,
        title="decisions",
    )
