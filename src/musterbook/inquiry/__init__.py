"""A workbench and a question go in; the answer, from the fit as of one day or many, comes out.

Questions are typed as `MEASURE@DATE`. What cannot be asked comes back as a problem.
"""

from musterbook.inquiry.backtest import backtest
from musterbook.inquiry.belief import belief_on
from musterbook.inquiry.history import history
from musterbook.inquiry.present import ask, why
from musterbook.inquiry.taking import with_way_taken
from musterbook.inquiry.trial import draws_of, run_trial

__all__ = [
    "ask",
    "backtest",
    "belief_on",
    "draws_of",
    "history",
    "run_trial",
    "why",
    "with_way_taken",
]
