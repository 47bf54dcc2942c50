"""A case and the reports on their way into it go in; which of them copy another comes out."""

from collections.abc import Iterable

from musterbook.claims.copies.likeness import DatedText, Language, Likeness, likeness_of
from musterbook.claims.lexicon_own import Lexicon
from musterbook.reports.header import body_of
from musterbook.workbench.bench import Workbench
from musterbook.workbench.incoming import Incoming, Told


def likeness_of_newcomers(bench: Workbench, incoming: Iterable[Incoming], told: Told) -> Likeness:
    """Compare the newcomers with the reports of the case and with one another."""
    case = bench.case
    tables = {each.report for each in case.series}
    texts = {
        name: DatedText(body_of(each.text), each.published)
        for name, each in case.reports.items()
        if each.text and name not in tables
    }
    new = {
        each.newcomer(told).stem: DatedText(body_of(each.text.text), each.published(told))
        for each in incoming
        if each.text is not None and each.text.table is None
    }
    language = Language(case.events, Lexicon.of(case.lexicon))
    return likeness_of(texts | new, new, language=language)
