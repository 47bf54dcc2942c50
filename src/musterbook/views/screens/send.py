"""Sending the case on: which sections the one-file report takes, and in which theme."""

from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown
from musterbook.views.sections import SECTIONS

SAYS = {
    "answer": "the headline, its figures, the readings",
    "sentences": "the leading report with its claims marked",
    "conflicts": "a card for each smallest set, and the ways out",
    "account": "the diagram, a chart of every measure, every number",
    "scenarios": "small multiples, differences, what the outcome hangs on",
    "hypotheses": "the matrix of explanations",
    "sources": "who says things, and how far each may be trusted",
    "assumptions": "what nobody reported",
    "hedges": "how words such as “about” are read",
    "claims": "a card for each",
    "reports": "the other reports, marked",
    "made": "versions, seeds, the digest, the problems",
}


def _context(_shown: Shown, query: Query) -> Context:
    return {"sections": [(each, SAYS[each.anchor]) for each in SECTIONS], "typed": query.typed}


SEND = Screen("/send", "Send it on", "web/send.html", _context)
