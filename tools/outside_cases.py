"""Outside data in, whole cases out: what the account and its fit are held against.

Use: python tools/outside_cases.py DATA FOLDER     writes every case to a folder of its own

DATA holds the tables that docs/calibration.md names. Nothing of them is kept in this repository.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

Rows = list[dict[str, str]]
WEEK = timedelta(days=7)


def read(path: Path) -> Rows:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a case."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table as CSV."""
    lines = (",".join(str(each) for each in row) for row in (heads, *rows))
    return "\n".join(lines) + "\n"


def report(title: str, publisher: str, published: date) -> str:
    """Write a report's sidecar."""
    return f"title: {title}\npublisher: {publisher}\npublished: {published}\n"


def case(title: str, *, window: str, step: str, as_of: date) -> str:
    """Write a case.yaml."""
    return f"title: {title}\nwindow: {window}\nstep: {step}\nas-of: {as_of}\n"


# --- Italy: what the civil protection counted every day ------------------------------------------

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


def told(name: str, published: date, source: str, says: Sequence[str]) -> dict[str, str]:
    """Write a report with its claims, named by what they count and when; they are its text."""
    claims = "".join(f"- id: {name}-{_named(each)}\n  says: {each}\n" for each in says)
    return {
        f"reports/{name}.txt": "\n".join(says) + "\n",
        f"reports/{name}.yaml": report(name, source, published),
        f"claims/{name}.yaml": f"report: {name}\nby: {source}\nclaims:\n{claims}",
    }


def _named(sentence: str) -> str:
    """Name a claim by its first word and its last: `die-2020-04-12`."""
    words = sentence.split()
    return f"{words[0]}-{words[-1]}"


# --- New York: deaths by day, as known on many days ----------------------------------------------

NEW_YORK = """\
account: Deaths from COVID-19 in New York City
stocks: {dead: dead}
outside: [living]
flows: {die: living -> dead}
"""
SETTLED = 21  # days after which a week's count hardly grew: read off the first vintages


def new_york(folder: Path, data: Path, *, provisional: bool) -> Path:
    """Write each vintage's weekly deaths as claims, said on its day.

    With `provisional` a week that ended less than three weeks ago is given as `at least`, as an
    analyst who knows of the delay would; without it every number is taken as it stands.
    """
    vintages: dict[date, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in read(data / "nyc_covid_deaths_vintages.csv"):
        day = date.fromisoformat(row["date"])
        week = day - timedelta(days=day.weekday())
        vintages[date.fromisoformat(row["as_of"])][week] += int(row["deaths"])
    first, last = date(2020, 3, 9), date(2020, 8, 30)
    final = max(vintages)
    chosen = [each for each in vintages if each <= last or each == final]
    files = {
        "case.yaml": case(
            "New York's deaths", window=f"{first} to {last}", step="week", as_of=final
        ),
        "account.yaml": NEW_YORK,
        "sources.yaml": "health: {name: The city's health department, reliability: B}\n",
    }
    for vintage in chosen:
        says = []
        for week, count in sorted(vintages[vintage].items()):
            end = week + timedelta(days=6)
            if first <= week and end <= min(last, vintage) and count:
                is_early = provisional and (vintage - end).days < SETTLED
                says.append(f"die {'at least ' if is_early else ''}{count} from {week} to {end}")
        files |= told(f"vintage-{vintage}", vintage, "health", says)
    return write(folder, files)


# --- Greenland: a demographic account ------------------------------------------------------------

GREENLAND = """\
account: The population of Greenland
stocks: {people: {is: living in Greenland, starts: 0 to 1 000 000}}
outside: [unborn, gone, abroad]
flows:
  births: unborn -> people
  deaths: people -> gone
  immig:  abroad -> people
  emig:   people -> abroad
"""


def greenland(folder: Path, data: Path) -> Path:
    """Write the yearly sums of the account as exact claims."""
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for row in read(data / "greenland_account_dpmaccount.csv"):
        sums[row["series"], int(float(row["time"]))] += float(row["count"])
    says = [
        f"people exactly {total:.0f} on {year}-12-31"
        if series == "popn"
        else f"{series} exactly {total:.0f} in {year}"
        for (series, year), total in sorted(sums.items())
    ]
    day = date(2022, 12, 31)
    return write(folder, {
        "case.yaml": case("Greenland", window="2020 to 2022", step="year", as_of=day),
        "account.yaml": GREENLAND,
        "sources.yaml": "statistics: {name: Statistics Greenland, reliability: A}\n",
        **told("account", day, "statistics", says),
    })  # fmt: skip


# --- Refugees: corridors whose stocks and flows should balance -----------------------------------

CORRIDOR = """\
account: Refugees in one corridor
stocks: {{refugees: {{is: refugees, starts: 0 to {most}}}}}
outside: [home, elsewhere, unseen]
flows:
  arrive:     home -> refugees
  go_home:    refugees -> home
  resettle:   refugees -> elsewhere
  naturalise: refugees -> elsewhere
  appear:     {{is: unseen -> refugees, note: "born, registered late, recounted"}}
  vanish:     {{is: refugees -> unseen, note: "died, struck off, recounted"}}
measures:
  unseen_net: total appear - total vanish
"""
FLOWS = {
    "arrivals": "arrive",
    "returned_refugees": "go_home",
    "resettlement": "resettle",
    "naturalisation": "naturalise",
}


def corridor(folder: Path, data: Path, *, origin: str, host: str, years: tuple[int, int]) -> Path:
    """Write one corridor: its stock at every year's end, the flows that were counted."""
    rows = {
        int(each["year"]): each
        for each in read(data / "unhcr_refugee_corridors_2000_2025.csv")
        if (each["coo_iso"], each["coa_iso"]) == (origin, host)
    }
    first, last = years
    says = [f"refugees {rows[first - 1]['refugees']} on {first - 1}-12-31"]
    for year in range(first, last + 1):
        says.append(f"refugees {rows[year]['refugees']} on {year}-12-31")
        for column, flow in FLOWS.items():
            says.append(f"{flow} {rows[year][column] or 'exactly 0'} in {year}")
    most = 10 * max(int(rows[year]["refugees"]) for year in range(first - 1, last + 1))
    day = date(last, 12, 31)
    return write(folder, {
        "case.yaml": case("A corridor", window=f"{first} to {last}", step="year", as_of=day),
        "account.yaml": CORRIDOR.format(most=most),
        "sources.yaml": "unhcr: {name: UNHCR, reliability: B}\n",
        **told("population", day, "unhcr", says),
    })  # fmt: skip


def gaps(data: Path, *, origin: str, host: str, years: tuple[int, int]) -> dict[int, int]:
    """Give by year what the counted flows leave open: the stock's change less what they make."""
    rows = {
        int(each["year"]): {name: int(each[name] or 0) for name in ("refugees", *FLOWS)}
        for each in read(data / "unhcr_refugee_corridors_2000_2025.csv")
        if (each["coo_iso"], each["coa_iso"]) == (origin, host)
    }
    found = {}
    for year in range(years[0], years[1] + 1):
        now = rows[year]
        left = now["returned_refugees"] + now["resettlement"] + now["naturalisation"]
        found[year] = now["refugees"] - rows[year - 1]["refugees"] - now["arrivals"] + left
    return found


CASES: Mapping[str, Callable[[Path, Path], Path]] = {
    "new-york": lambda folder, data: new_york(folder, data, provisional=False),
    "new-york-provisional": lambda folder, data: new_york(folder, data, provisional=True),
    "italy-late": italy_late,
    "italy-2021": lambda folder, data: italy_books(
        folder, data, first=date(2021, 1, 1), last=date(2021, 12, 31)
    ),
    "greenland": greenland,
}


def main() -> None:
    """Write every case."""
    data, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for name, make in CASES.items():
        print(make(folder / name, data))


if __name__ == "__main__":
    main()
