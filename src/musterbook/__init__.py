"""The public names of Musterbook in, the modules that hold them out: loaded when first asked for.

Musterbook keeps double-entry books of people whose numbers reach us only through reports.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

__version__ = "0.1.0"

# name -> the module that holds it; nothing is imported until the name is used,
# so that `muster --help` and `import musterbook` stay quick.
_HOMES: Final[dict[str, str]] = {}

__all__ = ["__version__"]


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *_HOMES})
