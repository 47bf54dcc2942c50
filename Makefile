# Everything this project needs beyond git: `make demo` and `make test` set themselves up.
# From a fresh clone only python3.11 (or a later python3), pip and make are assumed.

VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# The account's matrices are small: more threads only get in each other's way.
export OMP_NUM_THREADS ?= 1

# The pins were made on 3.11, so it is tried first; a python that merely has the name but does
# not start (a version manager's shim) is passed over.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

# Tests run on as many processes as there are cores; `make test WORKERS=0` runs them in one.
WORKERS ?= auto
PYTEST_ARGS ?=

.PHONY: help setup demo test lint format types contracts check bench bench-copies calibrate docs screenshots clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo       set up, run the lead case, say where its report lies'
	@echo 'make test       set up and run every test'
	@echo 'make check      lint, types, contracts and tests'
	@echo 'make setup      the environment for development in $(VENV)'
	@echo 'make lint types contracts format'
	@echo 'make bench      measure, and write docs/benchmarks.md'
	@echo 'make bench-copies  look for copies among 100,000 reports, and write the same page'
	@echo 'make calibrate  draw truths, fit them, and write docs/calibration.md (twenty minutes)'
	@echo 'make docs       write the generated pages anew'
	@echo 'make screenshots  take the pictures of docs/web.md anew (needs Chromium)'
	@echo 'make clean      remove $(VENV) and what the tools left behind'

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo 'Musterbook needs Python 3.11 or later; none was found. Name one: make PYTHON=/path/to/python3' >&2; exit 1; }
	@echo 'setting up $(VENV) with $(PYTHON)'
	@$(PYTHON) -m venv $(VENV)

# Two stamps: what running needs, and what testing needs on top. The second implies the first.
$(VENV)/.ready-to-run: pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'installing what running needs (about a minute, once)'
	@$(BIN)/pip install -qq -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'installing what running and testing need (about a minute, once)'
	@$(BIN)/pip install -qq -c constraints.txt -e '.[dev]'
	@touch $(VENV)/.ready-to-run $@

setup: $(VENV)/.ready-to-test

demo: $(VENV)/.ready-to-run
	@$(BIN)/muster demo

test: $(VENV)/.ready-to-test
	$(BIN)/python -m pytest -n $(WORKERS) $(PYTEST_ARGS)

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

types: $(VENV)/.ready-to-test
	$(BIN)/mypy

contracts: $(VENV)/.ready-to-test
	$(BIN)/lint-imports

check: lint types contracts test

bench: $(VENV)/.ready-to-run
	@$(BIN)/pip install -qq -c constraints.txt -e '.[bench]'
	$(BIN)/python tools/bench.py
	$(BIN)/python -m tools.bench_extraction
	$(BIN)/python -m tools.planted_lies
	$(BIN)/python -m tools.bench_nuts
	@$(BIN)/pip install -qq -c constraints.txt -e '.[dev]'
	$(BIN)/python -m tools.bench_web

bench-copies: $(VENV)/.ready-to-run
	$(BIN)/python -m tools.bench_copies

calibrate: $(VENV)/.ready-to-run
	@$(BIN)/pip install -qq -c constraints.txt -e '.[calibrate]'
	$(BIN)/python -m tools.calibrate

docs: $(VENV)/.ready-to-test
	$(BIN)/python tools/problems_page.py

screenshots: $(VENV)/.ready-to-test
	$(BIN)/python -m tools.screenshots

clean:
	rm -rf $(VENV) build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
