"""What to fit and how: systems with members set aside, and one frozen object of settings."""

from dataclasses import dataclass

from musterbook.account.system import System


@dataclass(frozen=True, slots=True)
class FitJob:
    """One answer to work out: the account under one choice of readings, and whom to set aside.

    `set_aside` names groups; they are taken out of the system if they are still in it.
    """

    system: System
    set_aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FitOptions:
    """How a fit is run: `draws` at first, then more until every measure has `effective` of them.

    An account of more than `most_unknowns`, or whose first draws alone would hold more than
    `most_numbers`, is refused: a fit's time grows with the cube of the one, and its memory is a few
    times the other (8 bytes each).
    Draws are rounded up to whole rounds of all paths; `most_draws` ends the search for more.
    With `excess_scale` it is asked what moves when the scale of excesses is halved and doubled;
    with `prior_scale` also what moves at half and twice the scale of every flow, which takes two
    short runs more.
    `watched` names the measures that must have as many effective draws; none means all of them.
    An answer's draws end after `seconds`, half of which may go to those before any claim: it then
    says on how many it rests.
    `prior_draws` is for the prior predictive alone: its 5 and 95 % quantiles need no more.
    """

    seed: int = 0
    draws: int = 1000
    effective: int = 1000
    most_draws: int = 8000
    burn: int = 80
    prior_draws: int = 250
    watched: tuple[str, ...] = ()
    excess_scale: bool = True
    prior_scale: bool = False
    most_unknowns: int = 2500
    most_numbers: int = 150_000_000
    seconds: float = 60.0
