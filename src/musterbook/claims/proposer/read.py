"""A text and perhaps a model in, its claims out: the rules' own, then what the model adds.

The model only proposes. What keeps it from doing so is a problem, and the rules' claims stay.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from musterbook.claims.as_printed import as_printed
from musterbook.claims.extract import read_desk
from musterbook.claims.lexicon_own import SHIPPED, Lexicon, using
from musterbook.claims.proposer.answer import entries_of
from musterbook.claims.proposer.evidence import Evidence
from musterbook.claims.proposer.form import MOST_PROPOSALS
from musterbook.claims.proposer.merge import merged
from musterbook.claims.proposer.nouns import (
    Model,
    Piece,
    Proposal,
    Proven,
    Reading,
    Rejection,
)
from musterbook.claims.proposer.pieces import MOST_PIECES, pieces_of
from musterbook.claims.proposer.problems import rejected, too_many
from musterbook.claims.proposer.prompt import request_for
from musterbook.claims.proposer.proof import prove
from musterbook.claims.proposer.reply import content_of
from musterbook.core.problem import Problem
from musterbook.core.when import Period
from musterbook.reports.header import read_header


def read_claims(
    text: str,
    published: date | None = None,
    *,
    model: Model | None = None,
    report: str = "",
    events: Mapping[str, Period] | None = None,
    lexicon: Lexicon = SHIPPED,
) -> Reading:
    """Read a text by the rules, and have a model propose more, each proposal held to the text.

    Args:
        text: the report, as `extract_claims` takes it, with its date, events and lexicon.
        published: its date.
        model: whom to ask; None to leave it to the rules.
        report: the report's name, for what is told of it.
        events: named times the text may lean on.
        lexicon: words a case adds to the shipped ones.

    Problems: MB160 to MB165 where the model could not be asked or understood, MB166 for each
    proposal the text does not bear out, MB167 where a text or an answer was too long.
    """
    read = read_desk(text, published, events=events, lexicon=lexicon)
    if read is None:
        return Reading(())
    desk, printed = read
    claims, problems = tuple(desk.claims), tuple[Problem, ...]()
    if model is not None:
        with using(lexicon):
            session = _Session(Evidence.of(desk), model, report)
            problems = tuple(session.read(read_header(text).body))
        claims = merged(desk.claims, session.proven, model.name)
    return Reading(tuple(as_printed(each, text, printed) for each in claims), problems)


@dataclass(slots=True)
class _Session:
    """One text being put before one model, piece by piece."""

    evidence: Evidence
    model: Model
    report: str
    proven: list[Proven] = field(default_factory=list)

    def read(self, body: int) -> Iterator[Problem]:
        """Ask about each piece; a server that cannot be asked is not asked again."""
        pieces = tuple(pieces_of(self.evidence.desk.text, body))
        for piece in pieces[:MOST_PIECES]:
            words = self.evidence.desk.text[piece.start : piece.end]
            reply = self.model.ask(request_for(words, self.model.name))
            if isinstance(reply, Problem):
                yield reply
                return
            yield from self._take(reply, piece)
        if len(pieces) > MOST_PIECES:
            end = pieces[MOST_PIECES].start
            says = f"only the first {end} characters were put before the model"
            yield too_many(says, self.report, fix="give the rest as a report of its own")

    def _take(self, reply: bytes, piece: Piece) -> Iterator[Problem]:
        """Take in what a reply proposes of a piece."""
        content = content_of(reply)
        entries = entries_of(content) if isinstance(content, str) else content
        if isinstance(entries, Problem):
            yield entries
            return
        for entry in entries[:MOST_PROPOSALS]:
            found = entry if isinstance(entry, Rejection) else self._prove(entry, piece)
            if isinstance(found, Rejection):
                yield rejected(found, self.model.name, self.report)
        if len(entries) > MOST_PROPOSALS:
            says = f"only {MOST_PROPOSALS} of the model's {len(entries)} proposals were looked at"
            yield too_many(says, self.report, fix="give the report in shorter parts")

    def _prove(self, entry: Proposal, piece: Piece) -> Proven | Rejection:
        taken = {each.start for each in self.proven}
        found = prove(self.evidence, entry, model=self.model.name, near=piece.start, taken=taken)
        if isinstance(found, Proven):
            self.proven.append(found)
        return found
