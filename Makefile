# Two commands are enough: `make run` starts the program, `make test` tests it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
# A core each; what tests start finds its modules compiled.
TESTS = OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 2
# A module stays on one core, so that what it shares is made once (xdist 3.8 does not see groups
# under pytest 9.2), in the order of the folders: the long modules of bot/ come first.
BY_MODULE = --dist loadscope --no-loadscope-reorder

.PHONY: run run-demo test slow check format bench docs clean

run: $(STAMP)
	$(BIN)/motcua run --sample

run-demo: $(STAMP)  # Telegram and Zalo played by a page, without accounts
	$(BIN)/python -m tests.doubles.demo

test: $(DEV_STAMP)
	$(TESTS) $(BY_MODULE) -m "not slow"

slow: $(DEV_STAMP)  # simulations, drills, OCR and real models
	$(TESTS) --dist load -m slow

check: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_STAMP)
	$(BIN)/python -m bench

docs: $(DEV_STAMP)  # the guides' pictures, taken from the running program
	$(BIN)/python -m tests.guides

clean:
	rm -rf $(VENV) build *.egg-info

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(DEV_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(STAMP)
