"""A case small enough to be read hundreds of times, and the edits that may be made to it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

ACCOUNT = """\
account: A camp
stocks:
  camp: in the camp
outside: [outside]
flows:
  come: {is: outside -> camp, typical: 4 000}
  go: {is: camp -> outside, typical: 3 000}
measures:
  came: total come
  ever: {readings: {here: camp, all: total come}}
"""
OTHER_ACCOUNT = ACCOUNT.replace("  came: total come\n", "  came: total come - total go\n")
CASE = "title: A camp\nwindow: 2025-01 to 2025-12\n"
CASES = (
    CASE,
    CASE.replace("2025-12", "2025-06"),
    f"{CASE}as-of: 2025-03-31\n",
    f"{CASE}hedges:\n  about: 10 %\n",
    f"{CASE}units:\n  bus: 40 to 60\n",
)
SOURCES = (
    "post: {name: Post}\nradio: {name: Radio}\n",
    "post: {name: Post, retells: radio}\nradio: {name: Radio}\n",
    "post: {name: Post, hedges: {about: 20 %}}\nradio: {name: Radio}\n",
)
SENTENCES = (
    "camp about 300 on 2025-02-10",
    "camp about 310 on 2025-02-10",
    "camp about 300 on 2025-03-10",
    "came about 500 by 2025-05-31",
    "ever 400 on 2025-04-30",
    "ever [here] 3 bus on 2025-04-30",
    "nothing 3 on 2025-04-30",
    "camp many on",
)
FIELDS = (
    "",
    "  status: proposed\n",
    "  set_aside: doubtful\n",
    "  note: see above\n",
    "  quote: About 300 people\n",
    "  repeats: a-1\n",
    "  part_of: a-2\n",
    "  derived: a-1 + b-1\n",
    "  supersedes: b-1\n",
    "  by: post > radio\n",
)
TEXTS = ("About 300 people are there.\n", "Now about 300 people are there.\n", "Nobody.\n")

claims = st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(FIELDS)), max_size=3)
edits = st.one_of(
    st.tuples(st.just("case.yaml"), st.sampled_from(CASES)),
    st.tuples(st.just("account.yaml"), st.sampled_from((ACCOUNT, OTHER_ACCOUNT))),
    st.tuples(st.just("sources.yaml"), st.sampled_from(SOURCES)),
    st.tuples(st.sampled_from(("reports/a.txt", "reports/b.txt")), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(("claims/a.yaml", "claims/b.yaml")), claims),
    st.tuples(st.sampled_from(("reports/b.yaml", "reports/b.txt")), st.none()),
)


def written(folder: Path, file: str, what: object) -> None:
    """Write a file of the case; a list is one of claims, and nothing takes the file away."""
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    if what is None:
        path.unlink(missing_ok=True)
    elif isinstance(what, str):
        path.write_text(what, "utf-8")
    else:
        listed = "".join(
            f"- id: {path.stem}-{number}\n  says: {says}\n{field}"
            for number, (says, field) in enumerate(what, 1)
        )
        path.write_text(f"report: {path.stem}\nclaims:{' []' if not listed else ''}\n{listed}")


def begun(folder: Path) -> None:
    """Write the case that every story begins with."""
    for file, what in (
        ("case.yaml", CASE),
        ("account.yaml", ACCOUNT),
        ("sources.yaml", SOURCES[0]),
        *((f"reports/{name}.txt", TEXTS[0]) for name in "ab"),
        *(
            (f"reports/{name}.yaml", f"title: T\npublisher: post\npublished: 2025-0{month}-01\n")
            for name, month in (("a", 3), ("b", 6))
        ),
        ("claims/a.yaml", [(SENTENCES[0], ""), (SENTENCES[3], "")]),
        ("claims/b.yaml", [(SENTENCES[1], "")]),
    ):
        written(folder, file, what)
