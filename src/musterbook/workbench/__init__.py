"""A folder goes in; every stage's result comes out, computed once and kept until the case changes.

The order of the stages is written in `bench.py` and nowhere else.
"""

from musterbook.workbench.bench import Workbench

__all__ = ["Workbench"]
