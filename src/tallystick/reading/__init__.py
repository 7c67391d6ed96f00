"""A report in, mentions out."""
