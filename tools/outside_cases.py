"""Outside data in, whole cases out: what the account and its fit are held against.

Use: python -m tools.outside_cases DATA FOLDER     writes every case to a folder of its own

DATA holds the tables that docs/calibration.md names. Nothing of them is kept in this repository.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from tools.case_files import case, read, told, write
from tools.italy_cases import italy_books, italy_late

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
