"""Proof that nothing changed: texts made again from their original bytes, seals, and time-stamps on them."""
