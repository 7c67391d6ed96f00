"""Feeds watched: which, when, how politely, and what came of it."""
