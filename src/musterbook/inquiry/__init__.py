"""A workbench and a question go in; the answer, from the fit as of one day or many, comes out.

Questions are typed as `MEASURE@DATE`. What cannot be asked comes back as a problem.
"""

from musterbook.inquiry.backtest import backtest
from musterbook.inquiry.history import history
from musterbook.inquiry.present import ask, why

__all__ = ["ask", "backtest", "history", "why"]
