"""Reads reports in Arabic, by knowledge and patterns over words; there is no parse."""
