from __future__ import annotations

import re

import pytest
import sqlglot

from tallystick.resolution.features import COMPARISONS
from tallystick.resolution.linkage.dialect import Dialect, in_dialect

CONDITIONS = [condition for c in COMPARISONS for condition in (c.untold, *(level.condition for level in c.levels))]
# Those of Spark's functions that the levels use, as Spark's reference of built-in functions lists them.
SPARK = {
    "abs", "array_contains", "array_intersect", "arrays_overlap", "asin", "coalesce", "cos", "filter", "greatest", "least",
    "power", "sin", "size", "sqrt",
}  # fmt: skip
KEYWORDS = {"and", "or", "not", "when", "then", "else", "in", "case"}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_is_sql_of_spark_with_functions_of_spark(condition: str) -> None:
    translated = in_dialect(condition, Dialect.SPARK)
    assert sqlglot.parse_one(translated, read="spark")
    called = {name.lower() for name in re.findall(r"(\w+)\s*\(", translated)}
    assert called - KEYWORDS <= SPARK


@pytest.mark.parametrize("condition", CONDITIONS)
def test_duckdb_takes_every_condition_as_it_stands(condition: str) -> None:
    assert in_dialect(condition, Dialect.DUCKDB) == condition
