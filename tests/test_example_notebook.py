"""The example notebook is run cell by cell, as Jupyter would, and says what it says in the file.

With UPDATE_EXPECTED=1 in the environment its outputs are written anew: read the difference.
"""

import ast
import contextlib
import io
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

NOTEBOOK = Path(__file__).parents[1] / "examples" / "crossing.ipynb"


def run_cell(source, names):
    """Run one cell: what it printed, and the HTML of its last expression if it has any."""
    tree, out = ast.parse(source), io.StringIO()
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    value = None
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
    html = value._repr_html_() if hasattr(value, "_repr_html_") else ""
    return out.getvalue(), html


def outputs(said, html):
    """Write outputs as a notebook keeps them."""
    found = []
    if said:
        found.append({"name": "stdout", "output_type": "stream", "text": said.splitlines(True)})
    if html:
        data = {"text/html": html.splitlines(True), "text/plain": ["<a result of musterbook>"]}
        found.append(
            {"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"}
        )
    return found


class Tags(HTMLParser):
    """Collects the tags and attributes of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


def test_the_notebook_says_what_it_shows(monkeypatch):
    monkeypatch.chdir(NOTEBOOK.parent)
    book = json.loads(NOTEBOOK.read_text("utf-8"))
    names, shown = {}, 0
    for cell in book["cells"]:
        if cell["cell_type"] != "code":
            continue
        said, html = run_cell("".join(cell["source"]), names)
        if os.environ.get("UPDATE_EXPECTED"):
            cell["outputs"] = outputs(said, html)
        kept = {each["output_type"]: each for each in cell["outputs"]}
        assert said == "".join(kept.get("stream", {}).get("text", ""))
        assert bool(html) == ("execute_result" in kept)
        if html:
            shown += 1
            check_piece(html)
    assert shown >= 8
    if os.environ.get("UPDATE_EXPECTED"):
        text = json.dumps(book, indent=1, ensure_ascii=False)
        NOTEBOOK.write_text(f"{text}\n", "utf-8")


def check_piece(html):
    """See that a piece keeps to itself: no script, nothing fetched, every style under its class."""
    found = Tags(html)
    assert not {"script", "link", "img", "iframe", "a"} & set(found.tags)
    assert not {"src", "href", "style"} & set(found.attributes)
    assert "style" in found.tags
    assert {"table", "svg"} & set(found.tags)
    sheet = html.partition("<style>")[2].partition("</style>")[0]
    selectors = [each for rule in re.findall(r"([^{}]+)\{", sheet) for each in rule.split(",")]
    assert all(each.strip().startswith(".musterbook") for each in selectors)


def test_a_text_of_the_case_stays_text():
    from musterbook.views.snippets import snippet

    assert "<b>x" not in snippet("<b>x</b>", [])
