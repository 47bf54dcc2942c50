"""A publisher's name as typed goes in; what is odd about it, or new to the case, is told."""

import re
from collections.abc import Collection

import typer

from musterbook.cli.terminal import tell


def check_source(name: str) -> None:
    """See whether a publisher, if one is given, has a name that a source can have.

    Raises:
        typer.BadParameter: it is no name.
    """
    from musterbook.case.models import ID_PATTERN

    if not name or re.match(ID_PATTERN, name):
        return
    meant = re.sub(r"[\s+>,]+", "-", name.lower()).strip("-")
    says = f"{name!r} is not a name: one word, without space, comma, + or >"
    hint = f"; try --publisher {meant}" if meant else ""
    raise typer.BadParameter(f"{says}{hint}", param_hint="'--publisher'")


def tell_new_source(name: str, known: Collection[str]) -> None:
    """Tell that a publisher was declared who was not known before."""
    from difflib import get_close_matches

    if name in known:
        return
    alike = get_close_matches(name, known, n=1)
    meant = f" (or did you mean `{alike[0]}`? muster undo takes it back)" if alike else ""
    tell(f"sources.yaml: `{name}` is new there, its reliability not judged yet{meant}")
