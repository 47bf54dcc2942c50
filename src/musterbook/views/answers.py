"""A choice of readings and what is set aside go in; the words for the answer they give come out."""

from collections.abc import Sequence

from musterbook.account.system import Choice
from musterbook.views.sentences import meaning
from musterbook.views.words import listed


def under_what(choice: Choice, set_aside: Sequence[str]) -> str:
    """Say which answer of the fit is meant, where there could be others."""
    aside = f"{listed(set_aside)} {'is' if len(set_aside) == 1 else 'are'} set aside"
    return " and ".join(each for each in (meaning(choice), aside if set_aside else "") if each)
