"""`muster doctor`: what is installed, what is missing, and what that means."""

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

from musterbook import __version__
from musterbook.cli.options import AsJson
from musterbook.cli.terminal import say, say_json

ENGINES = {
    "numpy": "the sampler and scenarios",
    "scipy": "linear algebra",
    "highspy": "conflicts and bounds",
    "lark": "the says-sentence and rules",
    "pydantic": "checking case files",
    "PyYAML": "reading case files",
    "ruamel.yaml": "writing case files",
    "typer": "this command",
    "rich": "tables in the terminal",
    "jinja2": "the report",
    "trafilatura": "reading HTML reports well",
    "pypdfium2": "reading PDF reports",
}
OPTIONAL = {"httpx": "asking a language model; pip install 'musterbook[llm]'"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def doctor(as_json: AsJson = False) -> None:
    """Say what this installation consists of, and what it lacks.

    Examples: muster doctor
    """
    found = {name: _version(name) for name in ENGINES | OPTIONAL}
    browser = next((each for each in BROWSERS if shutil.which(each)), None)
    if as_json:
        say_json({"musterbook": __version__, "python": platform.python_version()} | found)
        return
    say(f"musterbook {__version__} on Python {platform.python_version()}")
    for name, what in ENGINES.items():
        say(f"  {name:<12} {found[name] or 'missing':<12} {what}")
    for name, what in OPTIONAL.items():
        say(f"  {name:<12} {found[name] or 'none':<12} {what}")
    say(f"  {'browser':<12} {browser or 'none':<12} only for the project's own browser tests")
    missing = [name for name in ENGINES if found[name] is None]
    say(
        f"missing: {', '.join(missing)}; pip install {' '.join(missing)}" if missing else "all well"
    )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
