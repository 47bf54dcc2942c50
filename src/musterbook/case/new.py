"""A folder and a title go in; the files of a new case come out, ready to be filled in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from musterbook.case import round_trip
from musterbook.case.edits import NewFile
from musterbook.case.kinds import FileKind
from musterbook.case.save import Saved, save_edits
from musterbook.case.schema import schema_line, write_schemas
from musterbook.core.problem import Place, Problem

MONTHS_SHOWN = 12  # a new case looks back a year; its author knows better

_CASE = """\
{title}question: How many, and what became of them?
window: {window}      # the months the account covers, both included
step: month                     # day, week, month, quarter or year
# as-of: {today}             # use only what had been said by the end of this day
# events:                       # names for dates, so that a claim can say: since "the flood"
#   the flood: {month}
# hedges: {{about: 10 %}}         # what hedge words mean in this case; `muster hedges` shows all
"""
_ACCOUNT = """\
# One group of people: the states they are in, and the ways between them. Who comes or
# goes does so through `outside`. (For several groups write accounts/NAME.yaml instead.)
account: The people counted
stocks:
  present: in the place this case is about
outside: [elsewhere]            # reservoirs nobody counts
flows:
  arrive: elsewhere -> present
  leave:  present -> elsewhere
# measures:                     # names for sums, where a claim is about one
#   came: total arrive
#   gone:
#     readings:                 # what a word may mean; the first is the default
#       all who left: total leave
#     words: [left, returned]   # how reports name it
# assumptions:                  # sentences nobody reported, each under a name of its own
#   few leave: {says: leave at most 10 % of present per month, because: a guess}
"""
_SOURCES = """\
# Who says things. Reliability is the Admiralty scale: A (trusted) to E, and F where it cannot be
# judged. `retells` names whom a source copies: copies of one origin count once.
herald: {name: An example to replace, reliability: F}
"""
_IGNORED = "# What Musterbook keeps for itself: safe to delete.\n.muster/\n"


def new_case(folder: Path, title: str, *, today: date) -> Saved:
    """Begin a case in a folder, which is made if it is not there; nothing there is overwritten.

    Raises:
        ChangedElsewhereError: the folder holds one of the other files of a case.
        OSError: the disk refuses.
    """
    if (folder / "case.yaml").exists():
        says = "there is a case in this folder already"
        return Saved({}, (Problem("MB016", says, Place("case.yaml"), fix="choose another folder"),))
    folder.mkdir(parents=True, exist_ok=True)
    edits = [NewFile(file, text.encode()) for file, text in _texts(title, today).items()]
    saved = save_edits(folder, edits, seen={}, why="new")
    for name in ("reports", "claims"):
        (folder / name).mkdir(exist_ok=True)
    write_schemas(folder)
    return saved


def _texts(title: str, today: date) -> Mapping[str, str]:
    """Give the text of every file of a new case."""
    before = today.year * 12 + today.month - MONTHS_SHOWN
    first = f"{before // 12}-{before % 12 + 1:02}"
    month = f"{today.year}-{today.month:02}"
    titled = round_trip.dump(round_trip.as_mapping({"title": title}))
    window = f"{first} to {month}"
    case = _CASE.format(title=titled, window=window, today=today.isoformat(), month=month)
    texts = {
        FileKind.CASE: ("case.yaml", case),
        FileKind.ACCOUNT: ("account.yaml", _ACCOUNT),
        FileKind.SOURCES: ("sources.yaml", _SOURCES),
    }
    lines = {file: f"{schema_line(file, kind)}\n{text}" for kind, (file, text) in texts.items()}
    return {**lines, ".gitignore": _IGNORED}
