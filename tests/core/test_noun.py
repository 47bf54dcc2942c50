"""A noun is made and compared by its fields, and the type checker keeps it as it was made."""

from dataclasses import replace

import pytest

from musterbook.core.noun import noun


@noun
class Boat:
    name: str
    aboard: int = 0


def test_it_is_compared_hashed_and_shown_by_its_fields() -> None:
    assert Boat("Ada", 3) == replace(Boat("Ada"), aboard=3)
    assert len({Boat("Ada"), Boat("Ada"), Boat("Eve")}) == 2
    assert repr(Boat("Ada")) == "Boat(name='Ada', aboard=0)"


def test_it_takes_no_field_that_it_does_not_name() -> None:
    with pytest.raises(AttributeError):
        setattr(Boat("Ada"), "length", 12)  # noqa: B010
