"""Mentions in, incidents out."""
