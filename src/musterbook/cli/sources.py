"""A publisher's name as typed goes in; what is odd about it, or new to the case, is told."""

from collections.abc import Collection

import typer

from musterbook.cli.terminal import tell


def check_source(name: str) -> None:
    """See whether a publisher, if one is given, has a name that a source can have.

    Raises:
        typer.BadParameter: it is no name.
    """
    from musterbook.workbench.incoming import source_meant

    meant = source_meant(name)
    if not meant:
        return
    says = f"{name!r} is not a name: one word, without space, comma, + or >"
    raise typer.BadParameter(f"{says}; try --publisher {meant}", param_hint="'--publisher'")


def tell_new_source(name: str, known: Collection[str]) -> None:
    """Tell that a publisher was declared who was not known before."""
    from difflib import get_close_matches

    if name in known:
        return
    alike = get_close_matches(name, known, n=1)
    meant = f" (or did you mean `{alike[0]}`? muster undo takes it back)" if alike else ""
    tell(f"sources.yaml: `{name}` is new there, its reliability not judged yet{meant}")
