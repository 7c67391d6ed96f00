"""The conditions of the levels in the SQL of the engine that Splink runs on."""

from __future__ import annotations

from enum import StrEnum


class Dialect(StrEnum):
    """The engines on which the model runs."""

    DUCKDB = "duckdb"
    SPARK = "spark"


# All that the levels use and Spark calls by another name; the rest is common to both.
_IN_SPARK = {
    "list_has_any(": "arrays_overlap(",
    "list_contains(": "array_contains(",
    "list_intersect(": "array_intersect(",
    "list_filter(": "filter(",
    "len(": "size(",
    " IS NOT DISTINCT FROM ": " <=> ",
}


def in_dialect(condition: str, dialect: Dialect) -> str:
    """A condition in DuckDB's SQL as the engine writes it."""
    if dialect is Dialect.SPARK:
        for ours, theirs in _IN_SPARK.items():
            condition = condition.replace(ours, theirs)
    return condition
