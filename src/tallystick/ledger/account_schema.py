"""The tables of accounts. They stand beside the record and are no part of it: no backup and no export carries them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Integer, MetaData, Table, Text, select

ACCOUNTS = MetaData()
"""Moments are seconds since 1970. Of secrets only their digest is kept; of a password, what argon2 makes of it."""

account = Table(
    "account",
    ACCOUNTS,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
)

session = Table(
    "account_session",
    ACCOUNTS,
    Column("digest", Text, primary_key=True),
    Column("account", ForeignKey("account.name"), nullable=False, index=True),
    Column("begun_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("browser", Text, nullable=False),
)

token = Table(
    "account_token",
    ACCOUNTS,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("account", ForeignKey("account.name"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

# Browsers in which somebody has logged in to an account before.
known_browser = Table(
    "account_browser",
    ACCOUNTS,
    Column("digest", Text, primary_key=True),
    Column("account", ForeignKey("account.name"), nullable=False, index=True),
    Column("since", BigInteger, nullable=False),
)

# How often a login failed, by the digest of what is counted: an account, an address, a known browser.
failed_login = Table(
    "account_failed_login",
    ACCOUNTS,
    Column("key", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", BigInteger, nullable=False, index=True),
)

# What was done to accounts, by whom and when.
account_entry = Table(
    "account_entry",
    ACCOUNTS,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("about", Text, nullable=False),
)


def has_accounts(connection: Connection) -> bool:
    """True if there is an account."""
    return bool(connection.scalar(select(select(account).exists())))
