# What type checkers see of the names that __init__.py loads when they are first used.
from musterbook.core.errors import MusterbookError
from musterbook.core.problem import Problem
from musterbook.notebook import OpenCase as open  # noqa: A004, N813
from musterbook.workbench import Workbench

__version__: str
__all__ = ["MusterbookError", "Problem", "Workbench", "__version__", "open"]
