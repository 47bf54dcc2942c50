"""Reports on their way in and perhaps a model go in; the claims of each come out, faults told."""

from typing import TYPE_CHECKING

from musterbook.cli.incoming import Incoming, Told
from musterbook.cli.terminal import working

if TYPE_CHECKING:
    from musterbook.claims.proposer.nouns import Model, Reading
    from musterbook.workbench import Workbench


def read_all(
    bench: "Workbench", incoming: tuple[Incoming, ...], told: Told, *, model: "Model | None"
) -> "tuple[Reading, ...]":
    """Read the claims of each report, by rules and model; what the model got wrong is told."""
    from musterbook.cli.problems import print_problems

    readings = []
    for each in incoming:
        with working(f"reading {each.file.name}"):
            readings.append(_reading(bench, each, told, model=model))
        print_problems(readings[-1].problems, bench.folder)
    return tuple(readings)


def _reading(
    bench: "Workbench", incoming: Incoming, told: Told, *, model: "Model | None"
) -> "Reading":
    """Read the claims of a text; a table's are declared by hand."""
    from musterbook.claims.lexicon_own import Lexicon
    from musterbook.claims.proposer.nouns import Reading
    from musterbook.claims.proposer.read import read_claims

    text, published = incoming.text, incoming.published(told)
    if text is None or text.table is not None or published is None:
        return Reading(())
    return read_claims(
        text.text,
        published,
        model=model,
        report=incoming.file.name,
        events=bench.case.events,
        lexicon=Lexicon.of(bench.case.lexicon),
    )
