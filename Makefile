# Each target does its own set-up: all it needs is make, Python 3.11 to 3.13 and a package index.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV := $(BIN)/python -m uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" --upgrade --quiet

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-cluster check docs bench evaluate train licences lock clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp  ## read examples/reports and write a brief to demo/brief.html
	@rm -rf demo && mkdir demo
	@$(BIN)/tallystick run examples/reports --out demo --ledger demo/ledger.db || test $$? -eq 1
	@test -s demo/brief.html || { echo "make demo: demo/brief.html was not written" >&2; exit 1; }
	@echo "Open demo/brief.html"

serve: $(VENV)/run.stamp  ## open the web application on the example reports
	@test -s demo/ledger.db || $(MAKE) --no-print-directory demo
	@$(BIN)/tallystick serve --ledger demo/ledger.db

test: $(VENV)/dev.stamp  ## run the tests
	$(BIN)/pytest -n 2

test-cluster: $(VENV)/cluster.stamp  ## run the tests of the road on Spark (needs Java 17)
	TALLYSTICK_TEST_SPARK=required $(BIN)/pytest tests/cluster

check: $(VENV)/dev.stamp  ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/dev.stamp  ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

bench: $(VENV)/dev.stamp  ## time the whole road against a bare spaCy pass
	$(BIN)/python -m benchmarks.road

evaluate: $(VENV)/dev.stamp  ## score the reading on ../shared/gold and write docs/evaluation.md
	$(BIN)/python -m evaluation.table

GOLD ?= ../shared/gold
TRAINED := src/tallystick/reading/trained/weights
TRAIN_ENV := training/.venv
TRAIN_PYTHON ?= python3.11
TRAIN := OMP_WAIT_POLICY=passive $(TRAIN_ENV)/bin/python -m training
WORK := training/.work

train: $(TRAIN_ENV)/stamp  ## train the encoder anew (an hour on two cores) and write its weights and model card
	$(TRAIN).silver $(GOLD) $(WORK)/silver
	$(TRAIN).build $(GOLD) $(WORK)/silver $(WORK)/data
	$(TRAIN).train $(WORK)/data $(WORK)/first
	$(TRAIN).train $(WORK)/data $(WORK)/second --start $(WORK)/first --steps 450 --rate 1.2e-4 --seed 14
	$(TRAIN).finish $(GOLD) $(WORK)/data $(WORK)/second --weights $(TRAINED) --model-card docs/reference/model-card.md

licences: $(VENV)/dev.stamp  ## check the licences of all that is needed at run time
	$(BIN)/pytest tests/packaging

lock: $(VENV)/bin/python  ## make the requirement locks anew
	$(PIP) install uv
	$(UV) -o requirements.lock
	$(UV) -c requirements.lock --group dev --group docs -o requirements-dev.lock
	$(UV) -c requirements-dev.lock --extra cluster -o requirements-cluster.lock

$(TRAIN_ENV)/stamp: requirements.lock training/requirements.lock
	@echo "Installing what training needs (once; some minutes)"
	@$(TRAIN_PYTHON) -m venv $(TRAIN_ENV)
	@$(TRAIN_ENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.lock
	@$(TRAIN_ENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r training/requirements.lock
	@$(TRAIN_ENV)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

clean:  ## remove everything that was made here
	rm -rf $(VENV) $(TRAIN_ENV) $(WORK) demo build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Debian's python3 comes without ensurepip unless python3-venv is there; a pip beside it can stand in.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11, 3.12 or 3.13 found; install one, or name it: make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	|| { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; } \
	|| { rm -rf $(VENV); echo "make: $(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Tallystick needs (once; some minutes)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Installing what its tests and documentation need (once)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/cluster.stamp: requirements-cluster.lock $(VENV)/dev.stamp
	@echo "Installing Spark (once; some minutes)"
	@$(PIP) install --require-hashes --no-build-isolation -r requirements-cluster.lock
	@touch $@
