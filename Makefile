# make demo    the bundled example, from nothing to its dossier
# make test    the tests (sets itself up)
# make check   everything that must hold: format, lint, types, import contracts, tests, docs
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check lint docs clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

demo: $(READY)
	rm -rf demo
	$(BIN)/sayso add demo src/sayso/examples/case
	$(BIN)/sayso build demo || test $$? -eq 3  # 3: the example holds two broken files on purpose
	$(BIN)/sayso dossier demo -o demo/dossier.html || test $$? -eq 3
	$(BIN)/sayso verify demo
	@echo "The dossier: $(CURDIR)/demo/dossier.html"

test: $(READY)
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

docs: $(READY)
	$(BIN)/python docs/reference/generate.py

clean:
	rm -rf .venv demo
