"""The small example goes in; variants of it that the browser's tests look at come out."""

from datetime import date
from pathlib import Path

from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
DAYS = (date(2025, 5, 8), date(2025, 5, 9), date(2025, 5, 10))  # on which `date_reports` has one
LATER = {
    "reports/later.txt": """The office said on 10 May that 4,000 people slept in the camp, and
300 in the school. Some 50 people were seen on the road. Nobody knows of 20 more.
""",
    "reports/later.yaml": "title: Later that day\npublisher: office\npublished: 2025-05-10\n",
    "claims/later.yaml": """report: later
by: office
claims:
- {id: waits, quote: "4,000 people", says: camp 4 000 on 2025-05-10, status: proposed}
- {id: refused, quote: 300 in, says: camp 300 on 2025-05-10, status: rejected}
- {id: left-out, quote: Some 50, says: walk about 50 by 2025-05-10, set_aside: seen from afar}
- {id: lost, quote: forty people drowned, says: camp 40 on 2025-05-10}
- {id: unread, quote: 20 more, says: canp 20 on 2025-05-10, note: a `word` of it}
- {id: added, derived: waits + slept, says: camp 8 100 on 2025-05-10}
""",
}


def write(folder, files):
    """Write files by their names."""
    for name, words in files.items():
        (folder / name).write_text(words, "utf-8")


def date_reports(folder):
    """Let the three reports appear on a day each."""
    for name, day in zip(("bulletin", "post", "radio"), DAYS, strict=True):
        path = folder / "reports" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("2025-05-10", day.isoformat()), "utf-8")


def worked_out(folder, as_of=None):
    """Work everything out that a case has, as believed on a day."""
    bench = Workbench(folder, as_of=as_of)
    bench.conflicts()
    bench.fit()
    bench.run()
    bench.weigh()
    return bench.results()
