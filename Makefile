# `make site` shows the example handbook; `make test` proves everything. `make help` lists the rest.
# On Windows, see "Without make" in README.md.

PYTHON ?= $(shell for each in python3.13 python3.12 python3.11 python3 python; do \
	"$$each" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$each" && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help site serve test check docs docs-current lint types benchmark wheel lock browser clean

help:  ## Lists what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, with its venv module (Debian: apt install python3-venv)."; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the handbook needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

site: $(VENV)/installed  ## Builds the example handbook into site/
	@$(BIN)/handbook build org_profiles/al-noor --out site
	@echo "To see it as readers do:  make serve   (or open site/index.html)"

serve: $(VENV)/installed  ## Shows the example in the browser and follows edits
	@$(BIN)/handbook serve org_profiles/al-noor --port $(PORT)

browser: $(VENV)/installed-dev
	@sh .ci/browser

test: $(VENV)/installed-dev browser  ## Runs every test, in real Chromium too
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: lint types docs-current  ## Lint, types, and whether generated files are current

lint: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	@$(BIN)/mypy

docs: $(VENV)/installed  ## Writes the generated pages anew: profile reference, rules and schema
	@$(BIN)/python -m handbook.reference > docs/profile-reference.md
	@$(BIN)/handbook schema --out org_profiles/profile.schema.json
	@$(BIN)/python -m handbook.explaining > docs/rules.md

docs-current: docs
	@git diff --exit-code --stat -- docs/profile-reference.md docs/rules.md org_profiles/profile.schema.json \
		|| { echo "Generated files were out of date; 'make docs' has just written them. Commit them."; exit 1; }

benchmark: $(VENV)/installed-dev  ## Builds the same pages with us, stock MkDocs and Zensical, side by side
	@$(BIN)/python -m benchmarks.speed

wheel: $(VENV)/installed-dev  ## Builds the wheel and the source archive into dist/
	@$(BIN)/python -m hatchling build

lock: $(VENV)/installed-dev  ## Resolves the locked versions anew
	@$(PIP) install uv
	@$(BIN)/uv pip compile pyproject.toml --extra zensical --group install --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -q -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --extra zensical --group install --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock --upgrade -q -o requirements-dev.lock

clean:  ## Removes what was built
	@rm -rf site dist $(VENV)
