"""Capture and recapture: how many incidents lists that overlap leave untold."""
