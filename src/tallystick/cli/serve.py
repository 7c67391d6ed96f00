"""``tallystick serve``: the web application."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.accounts.team import Team
from tallystick.cli.options import ByOption, FetchFromOption, KnowledgeOption, LedgerOption, fetcher_from
from tallystick.cli.terminal import errors
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, open_ledger

THIS_MACHINE = "127.0.0.1"
_EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})


def serve(
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    fetch_from: FetchFromOption = None,
    knowledge: KnowledgeOption = None,
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=1, max=65535, help="Its port.")] = 8321,
    team: Annotated[bool, typer.Option("--team", help="Serve a team: whoever has an account logs in.")] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address that it listens at; others with --team only.")
    ] = THIS_MACHINE,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name by which it is reached; may be given several times."),
    ] = None,
    behind_proxy: Annotated[
        str | None,
        typer.Option(
            "--behind-proxy",
            metavar="ADDRESS",
            help="The address of the reverse proxy that speaks https, whose word on clients is then believed.",
        ),
    ] = None,
) -> None:
    """Open the web application on a ledger.

    It answers this machine alone, or with --team those who have an account.
    """
    from tallystick.web.adding.parcel import MOST_MB
    from tallystick.web.application import make_application
    from tallystick.web.guard.hosts import LOOPBACK
    from tallystick.web.serving import serve_on

    if not team and host != THIS_MACHINE:
        raise TallystickError(Code.E831, host=host)
    with open_ledger(ledger) as opened:
        accounts = _accounts_of(opened) if team else None
        names = LOOPBACK | {*(allow_host or ()), *({host} - _EVERY_ADDRESS)}
        if team and behind_proxy is None:
            errors.print(
                "Passwords go over the network as they are typed: put a proxy that speaks https before it, "
                "and pass --behind-proxy (docs/how-to/work-as-a-team.md)",
                markup=False,
            )
        errors.print(f"Open http://{host}:{port}/  (Ctrl-C ends it)", markup=False)
        app = make_application(
            opened, reviewer=by, team=accounts, hosts=names, fetcher=fetcher_from(fetch_from, max_mb=MOST_MB)
        )
        serve_on(app, host=host, port=port, proxy=behind_proxy)


def _accounts_of(ledger: Ledger) -> Team:
    team = Team(ledger)
    if not team.register.has_admin():
        raise TallystickError(Code.E830, path=ledger.location)
    return team
