# reader: everything a checkout can do. "make run" and "make test" set up what they need by themselves.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SOURCES := $(shell find reader tests styles seeds benchmarks -type f ! -name '*.pyc' ! -path '*/.*' 2>/dev/null)

.PHONY: run test check lint types borders bench torture fuzz pyz wheel clean help

run: $(VENV)/.run  ## open the two sample articles
	@$(BIN)/reader seeds/

test: $(VENV)/.dev  ## run the tests
	$(BIN)/python -m pytest
	@touch $(VENV)/.tested

check: lint types borders $(VENV)/.tested  ## everything that must hold before a push

lint: $(VENV)/.dev  ## form and common mistakes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev  ## types, strictly
	$(BIN)/mypy

borders: $(VENV)/.dev  ## which module may import which
	$(BIN)/lint-imports

bench: $(VENV)/.dev  ## measure what must be fast
	@failed=0; for name in $$(ls benchmarks/*.py benchmarks/*/*.py | sed 's/\.py$$//' | tr / .); do \
		echo "== $$name"; $(BIN)/python -m $$name || failed=1; done; exit $$failed

torture: $(VENV)/.dev  ## the long forms of the tests of the store: an hour or two
	READER_TORTURE=1 $(BIN)/python -m pytest tests/torture tests/properties/test_store.py
	$(BIN)/python -m benchmarks.store

fuzz: $(VENV)/.dev  ## feed what reads data from outside with random bytes, SECONDS=60 for each target
	$(INSTALL) --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz.run $(or $(SECONDS),60)

pyz: $(VENV)/.dev  ## one file, reader.pyz, that runs with a bare python3
	$(BIN)/shiv --quiet --console-script reader --python '/usr/bin/env python3' --output-file reader.pyz \
		--compressed --constraint constraints.txt .

wheel: $(VENV)/.dev  ## dist/*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## remove what make made
	rm -rf $(VENV) dist build reader.pyz .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

# The tests, unless they have passed since anything changed.
$(VENV)/.tested: $(VENV)/.dev $(SOURCES) pyproject.toml
	$(BIN)/python -m pytest
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	$(INSTALL) --editable '.[dev]'
	@$(BIN)/python -m compileall -q reader
	@touch $@ $(VENV)/.run

$(VENV)/.run: $(VENV)/.made pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@$(BIN)/python -m compileall -q reader
	@touch $@

# Debian's python3 comes without ensurepip: then the environment is made without pip, and the system's pip,
# virtualenv or uv lends a hand.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "reader needs Python 3.11 or newer; none was found as python3." >&2; exit 1; }
	@{ $(PYTHON) -m venv $(VENV) >/dev/null 2>&1 && $(BIN)/python -m pip --version >/dev/null 2>&1; } \
	|| { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) >/dev/null 2>&1 \
		&& $(PYTHON) -m pip --python $(VENV) install --quiet pip >/dev/null 2>&1; } \
	|| { rm -rf $(VENV); $(PYTHON) -m virtualenv --quiet $(VENV) 2>/dev/null; } \
	|| { rm -rf $(VENV); uv venv --quiet --seed --python $(PYTHON) $(VENV) 2>/dev/null; } \
	|| { rm -rf $(VENV); echo "$(PYTHON) cannot make a private environment here." >&2; \
		echo "Install the package python3-venv (on Debian and Ubuntu: sudo apt install python3-venv), then run make again." >&2; \
		exit 1; }
	@touch $@
