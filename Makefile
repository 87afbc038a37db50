# Needs make and Python 3.11 or later with venv; everything else goes into .venv.
#
#   make demo                      serve the seed essay on 127.0.0.1
#   make demo PORT=9000 DATA=dir   the same, on another port, kept in another folder
#   make test TESTS=tests/text PYTEST=-x       some of the tests, with pytest's options

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PIN := $(BIN)/pip-compile $(if $(UPGRADE),--upgrade) --quiet --no-config \
  --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
WORDS := factcheck/translations
BABEL := $(BIN)/pybabel --quiet
TEMPLATES := factcheck/web/templates factcheck/exports/templates
TESTS ?= tests
PYTEST ?= --numprocesses auto --dist worksteal

# Whatever the shell says: from bytecode a server starts in half the time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check coverage bench messages build pins clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) \
	  | awk -F'|' '{ printf "%-15s %s\n", $$1, $$2 }'

demo: $(VENV)/installed ## Serve the seed essay and its worked fact-check
	@exec $(BIN)/factcheck demo $(if $(DATA),--data "$(DATA)") $(if $(PORT),--port $(PORT))

test: $(VENV)/installed-for-tests ## Run every test
	$(BIN)/python -m pytest $(PYTEST) $(TESTS)

check: $(VENV)/installed-for-tests ## Run ruff, mypy, import-linter and djLint, then every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint $(TEMPLATES)
	$(BIN)/python -m pytest $(PYTEST) $(TESTS)

coverage: $(VENV)/installed-for-tests ## Show the lines and branches that no test reaches
	$(BIN)/python -m pytest $(PYTEST) --cov --cov-report=term-missing $(TESTS)

bench: $(VENV)/installed-for-tests ## Measure speed, memory and growth, beside their floors
	$(BIN)/python -m tests.bench

messages: $(VENV)/installed ## Bring translations up to date with the code (NEW=fr begins one)
	@$(BABEL) extract --mapping-file pyproject.toml --keywords 'N_ lazy pgettext:1c,2' \
	  --sort-by-file --add-location file --no-wrap --project Factcheck --msgid-bugs-address "" --last-translator "" --output $(WORDS)/messages.pot factcheck
	@$(if $(NEW),$(BABEL) init --input-file $(WORDS)/messages.pot --output-dir $(WORDS) --locale $(NEW) --no-wrap)
	@$(BABEL) update --input-file $(WORDS)/messages.pot --output-dir $(WORDS) --no-wrap --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete
	@$(BABEL) compile --directory $(WORDS)
	@rm $(WORDS)/messages.pot

build: $(VENV)/installed ## Build the wheel into dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

pins: $(VENV)/installed-for-tests ## Write the pinned versions again (UPGRADE=1: the newest allowed)
	$(PIP) install 'pip-tools>=7.5,<8'
	$(PIN) --build-deps-for wheel --output-file constraints.txt pyproject.toml
	$(PIN) --build-deps-for wheel --all-extras --constraint constraints.txt \
	  --output-file constraints-test.txt pyproject.toml

clean: ## Remove what make made; the desk's data stays
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache \
	  .import_linter_cache .hypothesis .coverage htmlcov test-results
	find factcheck migrations tests -name __pycache__ -type d -prune \
	  -exec rm -rf {} +

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Factcheck needs Python 3.11 or later, but $(PYTHON) is" \
	    "$$($(PYTHON) --version 2>/dev/null || echo missing)." \
	    "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "$(PYTHON) cannot make virtual environments." \
	    "On Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/installed: $(VENV)/made constraints.txt pyproject.toml
	@echo "Installing Factcheck into $(VENV) ..."
	@$(PIP) install --no-deps --require-hashes -r constraints.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed constraints-test.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --no-deps --require-hashes -r constraints-test.txt
	@touch $@
