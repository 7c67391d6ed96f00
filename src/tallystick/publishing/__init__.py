"""A record in, files out: one file an export."""
