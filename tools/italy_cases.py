"""Italy's daily table in, cases out: its double entry as published, and with stocks held back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tools.case_files import as_csv, case, read, report, told, write

WEEK = timedelta(days=7)
COLUMNS = {
    "ever": "totale_casi",
    "positive": "totale_positivi",
    "home": "isolamento_domiciliare",
    "hospital": "totale_ospedalizzati",
    "ward": "ricoverati_con_sintomi",
    "intensive": "terapia_intensiva",
    "recovered": "dimessi_guariti",
    "dead": "deceduti",
}
ITALY = """\
account: Infected people in Italy
stocks:
  home:      {is: at home, starts: 0 to 60 000 000}
  ward:      {is: in hospital, starts: 0 to 60 000 000}
  intensive: {is: in intensive care, starts: 0 to 60 000 000}
  recovered: {is: well again, starts: 0 to 60 000 000}
  dead:      {is: dead, starts: 0 to 60 000 000}
outside: [healthy]
flows:
  infect:    healthy -> home
  admit:     home -> ward
  discharge: ward -> home
  worsen:    ward -> intensive
  better:    intensive -> ward
  recover:   home -> recovered
  reopen:    recovered -> home        # a case closed by mistake
  withdraw:  home -> healthy          # a case counted by mistake
  die:       intensive -> dead
measures:
  ever:      home + ward + intensive + recovered + dead
  positive:  home + ward + intensive
  hospital:  ward + intensive
"""


def italy_books(folder: Path, data: Path, *, first: date, last: date) -> Path:
    """Write the daily tables as exact claims: double entry, as published."""
    rows = [
        each
        for each in read(data / "italy_dpc_national_daily.csv")
        if first <= date.fromisoformat(each["data"][:10]) <= last
    ]
    files = {
        "case.yaml": case(
            "Italy's daily tables", window=f"{first} to {last}", step="day", as_of=last
        ),
        "account.yaml": ITALY,
        "sources.yaml": "dpc: {name: Protezione Civile, reliability: A}\n",
    }
    for name, column in COLUMNS.items():
        table = [(each["data"][:10], each[column]) for each in rows]
        files[f"reports/{name}.csv"] = as_csv(("date", "people"), table)
        files[f"reports/{name}.yaml"] = report(f"Daily table, {name}", "dpc", last)
        files[f"claims/{name}.yaml"] = (
            f"report: {name}\nby: dpc\ntable: {{date: date, value: people, bound: exactly}}\n"
            f"says: {name} {{value}} on {{date}}\n"
        )
    return write(folder, files)


LATE = 28  # days by which the tables of hospitals are held back
ITALY_WEEKLY = """\
account: Infected people in Italy
stocks:
  home:      {is: at home, starts: 94}
  hospital:  {is: in hospital, starts: 127}
  recovered: {is: well again, starts: 1}
  dead:      {is: dead, starts: 7}
outside: [healthy]
flows:
  infect:    healthy -> home
  admit:     home -> hospital
  discharge: hospital -> home
  recover:   home -> recovered
  die:       hospital -> dead
measures:
  positive:  home + hospital
"""


def italy_late(folder: Path, data: Path) -> Path:
    """Write weekly bulletins of infections, recoveries, deaths; the stocks follow weeks later."""
    rows = {each["data"][:10]: each for each in read(data / "italy_dpc_national_daily.csv")}
    start, last = date(2020, 2, 24), date(2020, 8, 31)
    days = [start + n * WEEK for n in range(1, (last - start).days // 7 + 1)]
    files = {
        "case.yaml": case(
            "Italy's weeks",
            window=f"2020-02-25 to {last}",
            step="week",
            as_of=last + timedelta(days=LATE),
        ),
        "account.yaml": ITALY_WEEKLY,
        "sources.yaml": "dpc: {name: Protezione Civile, reliability: A}\n",
    }
    for day in days:
        now, then = rows[str(day)], rows[str(start)]
        new = int(now["totale_casi"]) - int(then["totale_casi"])
        said = [
            f"infect {new} by {day}",
            f"recovered {now['dimessi_guariti']} on {day}",
            f"dead {now['deceduti']} on {day}",
        ]
        held = [
            f"positive {now['totale_positivi']} on {day}",
            f"hospital {now['totale_ospedalizzati']} on {day}",
        ]
        for name, published, says in (
            ("early", day, said),
            ("late", day + timedelta(days=LATE), held),
        ):
            files |= told(f"{name}-{day}", published, "dpc", says)
    return write(folder, files)
