"""``tallystick accounts``: who may log in where a ledger is served to a team, and their tokens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from typing import Annotated

import typer

from tallystick.accounts.principal import Role
from tallystick.accounts.team import Team
from tallystick.accounts.tokens import MOST_DAYS, USUAL_DAYS
from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import errors, print_rows
from tallystick.errors import Code, TallystickError
from tallystick.ledger import open_ledger

app = typer.Typer(help="Keep the accounts of a team, and their tokens.", no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The account.")]
RoleOption = Annotated[
    Role,
    typer.Option("--role", help="A reader sees all, a reviewer also decides and adds, an admin also keeps accounts."),
]


@app.command()
def add(name: NameArgument, role: RoleOption = Role.READER, ledger: LedgerOption = "ledger.db") -> None:
    """Add an account. Its password is asked for, or read from standard input."""
    with _team(ledger) as team:
        account = team.register.add(name, role=role, password=_password_asked(), by=_by())
    errors.print(f"{account.name}: added, {account.role}", markup=False)


@app.command(name="list")
def list_(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
    """List the accounts, closed ones too."""
    with _team(ledger) as team:
        rows: list[dict[str, object]] = [
            {
                "name": account.name, "role": account.role.value, "since": account.made_at.isoformat(),
                "closed": "yes" if account.is_closed else "no",
            }
            for account in team.register.accounts()
        ]  # fmt: skip
    print_rows(rows, ("name", "role", "since", "closed"), form=form, title="accounts")


@app.command()
def role(
    name: NameArgument,
    given: Annotated[Role, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.")],
    ledger: LedgerOption = "ledger.db",
) -> None:
    """Give an account another role, from its next request on."""
    with _team(ledger) as team:
        team.register.give_role(name, given, by=_by())
    errors.print(f"{name}: {given} from now on", markup=False)


@app.command()
def password(name: NameArgument, ledger: LedgerOption = "ledger.db") -> None:
    """Set another password. It is asked for, or read from standard input; all sessions of the account end."""
    with _team(ledger) as team:
        team.register.account(name)
        team.register.set_password(name, _password_asked(), by=_by())
    errors.print(f"{name}: has another password, and is logged out everywhere", markup=False)


@app.command()
def close(name: NameArgument, ledger: LedgerOption = "ledger.db") -> None:
    """Close an account: nobody can log in to it, its sessions and tokens end. Its decisions stay."""
    with _team(ledger) as team:
        team.register.close(name, by=_by())
    errors.print(f"{name}: closed", markup=False)


@app.command(name="open")
def open_(name: NameArgument, ledger: LedgerOption = "ledger.db") -> None:
    """Open a closed account again."""
    with _team(ledger) as team:
        team.register.open(name, by=_by())
    errors.print(f"{name}: open", markup=False)


@app.command()
def token(
    name: NameArgument,
    label: Annotated[str, typer.Option("--label", metavar="WORDS", help="What it is for.")],
    days: Annotated[
        int, typer.Option("--days", metavar="NUMBER", min=1, max=MOST_DAYS, help="How long it holds.")
    ] = USUAL_DAYS,
    ledger: LedgerOption = "ledger.db",
) -> None:
    """Make a token by which a program reads the API, and print it, this once."""
    with _team(ledger) as team:
        made = team.tokens.issue(team.register.account(name).name, label=label, days=days, by=_by())
    typer.echo(made)
    errors.print(f"Printed this once. It reads /api/v1 as {name}, for {days} days.", markup=False)


@app.command()
def tokens(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
    """List the tokens of all accounts; not the tokens themselves, of which only a digest is kept."""
    with _team(ledger) as team:
        rows: list[dict[str, object]] = [
            {
                "number": each.number, "account": each.name, "label": each.label,
                "until": each.expires_at.isoformat(), "over": "yes" if each.is_over else "no",
            }
            for each in team.tokens.tokens()
        ]  # fmt: skip
    print_rows(rows, ("number", "account", "label", "until", "over"), form=form, title="tokens")


@app.command()
def revoke(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The token, as `accounts tokens` numbers it.")],
    ledger: LedgerOption = "ledger.db",
) -> None:
    """End a token."""
    with _team(ledger) as team:
        team.tokens.revoke(number, by=_by())
    errors.print(f"{number}: revoked", markup=False)


@app.command()
def journal(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
    """List what was done to accounts, by whom and when, the latest first."""
    with _team(ledger) as team:
        rows: list[dict[str, object]] = [
            {
                "number": each.number, "at": each.at.isoformat(), "by": each.by, "deed": each.deed.value,
                "about": each.about, "account": each.account,
            }
            for each in team.journal.entries()
        ]  # fmt: skip
    print_rows(rows, ("number", "at", "by", "deed", "about", "account"), form=form, title="journal of accounts")


def _by() -> str:
    """Who acts, for the journal: no account has a name with spaces in it."""
    return f"{getuser()} at the command line"


@contextmanager
def _team(ledger: str) -> Iterator[Team]:
    with open_ledger(ledger, create=False) as opened:
        yield Team(opened)


def _password_asked() -> str:
    """The password, typed twice and not shown, or the first line of standard input; never an argument, which all see.

    Raises:
        TallystickError: E834 if it was not typed the same twice.

    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = typer.prompt("Password", hide_input=True, err=True)
    if first != typer.prompt("Once more", hide_input=True, err=True):
        raise TallystickError(Code.E834)
    return str(first)
