"""One checked claims file goes in; its Claim and Series nouns come out."""

import re
from collections.abc import Iterator

from musterbook.case.models_claims import ClaimEntry, ClaimsFile
from musterbook.case.nodes import Node, child, nearest, phrase_at
from musterbook.core.problem import Problem
from musterbook.core.records import Claim, Series, Stance, Status

_CHAIN = re.compile(r"\s*>\s*")
_SUM = re.compile(r"\s*[+,]\s*")
DEFAULT_CREDIBILITY = 6  # cannot be judged: the Admiralty scale's own default


def split_chain(text: str | None) -> tuple[str, ...]:
    """Split `oboz > nis` into its sources, outermost speaker first."""
    return () if text is None else tuple(each for each in _CHAIN.split(text.strip()) if each)


def split_sum(text: str | None) -> tuple[str, ...]:
    """Split `casualties + remain` into the claims it adds up."""
    return () if text is None else tuple(each for each in _SUM.split(text.strip()) if each)


def build_claims(
    model: ClaimsFile, node: Node, *, report: str, account: str, publisher: str
) -> Iterator[Claim]:
    """Yield the claims of one file; unwritten chains fall back on the file's, then the publisher.

    `account` is where names are looked up when neither the claim nor its file says.
    """
    file_by = split_chain(model.by) or ((publisher,) if publisher else ())
    listed = child(node, "claims")
    for number, entry in enumerate(model.claims):
        found = child(listed, number)
        if found is None:
            continue
        yield Claim(
            id=entry.id,
            report=report,
            place=nearest(found, "id"),
            quote=entry.quote,
            account=entry.account or model.account or account,
            says=phrase_at(found, "says"),
            by=split_chain(entry.by) or file_by,
            at=entry.at,
            status=Status(entry.status),
            stance=Stance(entry.stance),
            credibility=_credibility(entry, model),
            set_aside=entry.set_aside,
            promoted=entry.promoted,
            note=entry.note,
            derived=split_sum(entry.derived),
            repeats=entry.repeats,
            part_of=entry.part_of,
            denies=entry.denies,
            supersedes=entry.supersedes,
        )


def _credibility(entry: ClaimEntry, model: ClaimsFile) -> int:
    if "credibility" in entry.model_fields_set or model.credibility is None:
        return entry.credibility
    return model.credibility


def build_series(
    model: ClaimsFile, node: Node, *, report: str, account: str, publisher: str
) -> tuple[Series | None, tuple[Problem, ...]]:
    """Build the series of a claims file that reads a table; None where it reads none."""
    says = phrase_at(node, "says")
    if model.table is None and says is None:
        return None, ()
    if model.table is None or says is None:
        key, where = ("says", "table") if says is None else ("table", "says")
        fix = "a table needs `table: {date: …, value: …}` and `says: … {value} … {date}`"
        problem = Problem("MB012", f"`{key}` is missing beside `{where}`", nearest(node, where))
        return None, (Problem(problem.code, problem.says, problem.place, fix=fix),)
    if "{value}" not in says.text:
        what = "the sentence of a table needs {value}, and {date} for its date"
        return None, (Problem("MB013", what, says.place, fix="losses {value} by {date}"),)
    table = model.table
    series = Series(
        report=report,
        place=nearest(node, "table"),
        says=says,
        date_column=table.date,
        value_column=table.value,
        account=model.account or account,
        by=split_chain(model.by) or ((publisher,) if publisher else ()),
        take=table.take,
        stands=table.stands,
        bound=table.bound,
        credibility=model.credibility or DEFAULT_CREDIBILITY,
    )
    return series, ()
