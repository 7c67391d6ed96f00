"""Tallystick: public reports of armed conflict in, a reconciled and sourced record out."""

__version__ = "0.1.0"
