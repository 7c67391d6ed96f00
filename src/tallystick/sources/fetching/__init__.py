"""Addresses in, bytes out, and never from a network that the user did not mean."""
