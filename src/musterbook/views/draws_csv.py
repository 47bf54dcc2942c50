"""Every member's path goes in; CSV comes out, a line for each member and date."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from musterbook.account.system import Floats
from musterbook.views.table import guarded

HEAD = ("member", "date")


def draws_csv(dates: Sequence[date], values: Mapping[str, Floats]) -> str:
    """Write paths of shape (date, member); where a member has no value the field is empty."""
    out = io.StringIO()
    out.write(",".join((*HEAD, *map(guarded, values))) + "\n")
    members = next(iter(values.values())).shape[1] if values else 0
    days = [each.isoformat() for each in dates]
    columns = [_written(each) for each in values.values()]
    for member in range(members):
        for at, day in enumerate(days):
            fields = (column[at][member] for column in columns)
            out.write(f"{member + 1},{day},{','.join(fields)}\n")
    return out.getvalue()


def _written(values: Floats) -> list[list[str]]:
    """Write six digits, more than any ensemble has."""
    return [[f"{each:.6g}" if np.isfinite(each) else "" for each in row] for row in values.tolist()]
