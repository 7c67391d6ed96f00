"""Made reports of armed conflict with the truth behind them: see README.md beside this package's parent."""

from benchmarks.made.newsroom import MadeReport, in_batches, make_reports

__all__ = ["MadeReport", "in_batches", "make_reports"]
