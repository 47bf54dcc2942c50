"""Every screen there is, in the order of the rail: where to look when a page is to be changed."""

from musterbook.views.screens.account import ACCOUNT
from musterbook.views.screens.answer import ANSWER
from musterbook.views.screens.claims import CLAIMS
from musterbook.views.screens.conflicts import CONFLICTS
from musterbook.views.screens.hypotheses import HYPOTHESES
from musterbook.views.screens.measure import MEASURE
from musterbook.views.screens.problems import PROBLEMS
from musterbook.views.screens.reports import REPORTS
from musterbook.views.screens.review import REPORT
from musterbook.views.screens.scenarios import SCENARIOS
from musterbook.views.screens.send import SEND
from musterbook.views.screens.sources import SOURCES

ALL_SCREENS = (
    ANSWER,
    REPORTS,
    REPORT,
    CLAIMS,
    ACCOUNT,
    MEASURE,
    CONFLICTS,
    SCENARIOS,
    HYPOTHESES,
    SOURCES,
    SEND,
    PROBLEMS,
)
