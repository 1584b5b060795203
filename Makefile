# Two commands: `make run [SOURCE=path]` opens the app, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCE ?= seeds/velm-ferry.txt

.PHONY: run test decks bench clean

run: $(VENV)/.installed
	$(BIN)/tui-reader open $(SOURCE)

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

decks: $(VENV)/.installed
	for seed in seeds/*.txt; do \
	  $(BIN)/tui-reader --home $(VENV)/home export $$seed --output decks/$$(basename $$seed .txt).md; \
	done

bench: $(VENV)/.installed-dev
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV)

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/.installed
