"""Exchanges of strike and response, and tempo."""
