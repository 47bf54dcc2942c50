"""Every tracked file in, the house rules that a linter cannot know out."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import musterbook

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "src" / "musterbook"
LONGEST_FILE = 300
LONGEST_FUNCTION = 40  # lines, its docstring left out
# Two parameters may be given by position, by the rule of the house; four is the wall, for small
# functions whose parameters everybody knows in that order (low, high; start, end). Self is free.
POSITIONAL = 4

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked() -> tuple[Path, ...]:
    """List the files under version control, or where there is none the files there are."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if listing.returncode == 0:
        found = [REPOSITORY / name for name in listing.stdout.split("\0") if name]
    else:
        tops = ("src", "tests", "tools", "docs", "examples")
        found = [path for top in tops for path in (REPOSITORY / top).rglob("*.*")]
    return tuple(path for path in found if path.is_file())


def python_files() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (each for each in ast.walk(tree(path)) if isinstance(each, Function))


def body_lines(function: Function) -> int:
    """Count the lines of a function from `def` to its end, without its docstring."""
    first, lines = function.body[0], (function.end_lineno or 0) - function.lineno + 1
    is_docstring = ast.get_docstring(function, clean=False) is not None
    return lines - ((first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0)


def where(path: Path, node: ast.stmt) -> str:
    return f"{path.relative_to(REPOSITORY)}:{node.lineno}"


def imported(path: Path) -> set[str]:
    """Name the top-level packages that a file imports anywhere."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert {str(path): n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    long = {
        f"{where(path, each)} {each.name}": body_lines(each)
        for path in python_files()
        for each in functions(path)
        if body_lines(each) > LONGEST_FUNCTION
    }
    assert long == {}


def test_long_lists_of_parameters_are_named() -> None:
    loose = []
    for path in python_files():
        # A verb's parameters are given by name on the command line.
        if not path.is_relative_to(PACKAGE) or path.is_relative_to(PACKAGE / "cli"):
            continue
        for each in functions(path):
            names = [a.arg for a in each.args.posonlyargs + each.args.args]
            count = len(names) - (names[:1] in (["self"], ["cls"], ["_cls"]))
            if count > POSITIONAL and not each.name.startswith("__"):
                loose.append(f"{where(path, each)} {each.name}")
    assert loose == []


def test_every_module_says_what_goes_in_and_out() -> None:
    silent = [
        str(path)
        for path in python_files()
        if "tests" not in path.relative_to(REPOSITORY).parts[:1]
        and not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_public_names_are_sorted_and_there() -> None:
    names = [name for name in musterbook.__all__ if not name.startswith("__")]
    assert names == sorted(names)
    assert all(getattr(musterbook, name) is not None for name in musterbook.__all__)
    assert set(musterbook.__all__) <= set(dir(musterbook))


def test_the_nouns_need_nothing_but_python() -> None:
    foreign = {
        str(path): others
        for path in (PACKAGE / "core").rglob("*.py")
        if (others := imported(path) - sys.stdlib_module_names - {"musterbook"})
    }
    assert foreign == {}


def test_pydantic_stays_at_the_edge() -> None:
    edge = {PACKAGE / "case", PACKAGE / "web"}
    inside = [
        str(path)
        for path in PACKAGE.rglob("*.py")
        if "pydantic" in imported(path) and not edge & set(path.parents)
    ]
    assert inside == []


def docstrings() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, Function | ast.ClassDef | ast.Module):
                yield ast.get_docstring(node) or ""


def cited() -> set[str]:
    """Collect the keys (letters, then digits) that docstrings name after `Source:`."""
    lines = [line for said in docstrings() for line in re.findall(r"\bSources?:(.*\n?.*)", said)]
    keys = [re.findall(r"\b[a-z_]+\d{3,4}[a-z]?\b", line) for line in lines]
    assert all(keys), f"a `Source:` that names no key of refs.bib: {lines}"
    return set().union(*keys)


def test_every_source_key_exists_and_every_entry_is_named() -> None:
    entries = set(
        re.findall(r"^@\w+\{(\w+),", (PACKAGE / "refs.bib").read_text("utf-8"), re.MULTILINE)
    )
    pages = "\n".join(p.read_text("utf-8") for p in tracked() if p.suffix == ".md")
    in_docs = set(re.findall(r"\[@(\w+)\]", pages))
    named = cited() | in_docs
    assert named - entries == set(), "keys without an entry in refs.bib"
    assert entries - named == set(), "entries that nothing names"


# Put together from pieces, so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    r"(?<![\w.])/(?:"
    + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me/[a-z]+", "op" + "t/"])
    + r")/|"
    + "|".join(["py" + r"pi\.org", "pythonho" + r"sted", "index" + "-url", "find" + "-links"])
)


def test_nothing_of_this_machine_is_kept() -> None:
    said = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if FORBIDDEN.search(line):
                said.append(f"{path.relative_to(REPOSITORY)}:{number}: {line.strip()[:80]}")
    assert said == []


def test_one_module_alone_speaks_to_other_computers() -> None:
    doors = {"httpx", "requests", "aiohttp"}
    found = {
        str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if doors & imported(path)
    }
    assert found == {"cli/llm_client.py"}


HEAVY = (
    "scipy.stats", "scipy.optimize", "scipy.linalg", "altair", "starlette", "trafilatura",
    "pydantic", "numpy", "httpx", "datasketch",
)  # fmt: skip


def loaded_after(statement: str) -> set[str]:
    """Name the heavy modules that a fresh Python holds after a statement."""
    code = f"{statement}\nimport sys\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ast.literal_eval(done.stdout))


def test_importing_is_light() -> None:
    assert loaded_after("import musterbook") == set()


def test_the_command_line_starts_light() -> None:
    if not (PACKAGE / "cli").is_dir():
        return
    assert loaded_after("import musterbook.cli.main") == set()


def test_a_fit_imports_no_library_that_takes_longer_than_it() -> None:
    assert loaded_after("import musterbook.fit.fit, highspy") == {"numpy"}


def test_a_case_is_opened_without_the_grammar_of_its_texts() -> None:
    """Its hundreds of patterns take half a second, and only what reads texts needs them."""
    code = "import musterbook.workbench, sys; print('musterbook.claims.extract' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_no_test_reaches_another_host() -> None:
    with pytest.raises(RuntimeError, match="no network"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(RuntimeError, match="no network"):
        socket.getaddrinfo("example.org", 80)


def test_one_version_everywhere() -> None:
    citation = (REPOSITORY / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {musterbook.__version__}\n" in citation
