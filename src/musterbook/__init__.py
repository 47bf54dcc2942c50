"""The public names of Musterbook in, the modules that hold them out: loaded when first asked for.

Musterbook keeps books of people, double entry, where every entry is a claim out of some report.

    import musterbook
    case = musterbook.open("examples/kursk")
    case.problems, case.conflicts(), case.fit()["sent"]
"""

from importlib import import_module
from typing import Final

__version__ = "0.1.0"

# name -> where it is defined; nothing is imported until the name is used, so that
# `muster --help` and `import musterbook` stay quick.
_HOMES: Final = {
    "MusterbookError": ("musterbook.core.errors", "MusterbookError"),
    "Problem": ("musterbook.core.problem", "Problem"),
    "Workbench": ("musterbook.workbench", "Workbench"),
    "open": ("musterbook.notebook", "OpenCase"),
}

__all__ = ["MusterbookError", "Problem", "Workbench", "__version__", "open"]


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, defined_as = _HOMES[name]
    return getattr(import_module(module), defined_as)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *_HOMES})
