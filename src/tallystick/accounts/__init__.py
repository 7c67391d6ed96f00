"""Accounts of a team: who may log in, as what; sessions, tokens, and what slows down guessing."""
