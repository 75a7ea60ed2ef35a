# Two commands are enough: `make run` starts the program, `make test` tests it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED = $(PIP) --require-hashes --no-deps --no-build-isolation
ITSELF = $(PIP) --no-deps --no-build-isolation -e .
# No registry's address stands in a lock: pip uses its own, a mirror or a folder (PIP_FIND_LINKS).
LOCK = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
       --no-emit-index-url --no-emit-find-links --no-annotate --quiet \
       --overrides locks/without.in --custom-compile-command "make lock"
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
# A core each; what tests start finds its modules compiled.
TESTS = OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 2
# A module stays on one core, so that what it shares is made once (xdist 3.8 does not see groups
# under pytest 9.2), in the order of the folders: the long modules of bot/ come first.
BY_MODULE = --dist loadscope --no-loadscope-reorder

.PHONY: run install run-demo test slow check licences lock format bench docs clean

run: $(STAMP)
	$(BIN)/motcua run --sample

install: $(STAMP)  # for a server: the program may not write beside itself, so it is compiled here
	$(BIN)/python -m compileall -q bot handlers knowledge storage

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
	$(BIN)/python -m tests.deploy.licences --quiet
	$(BIN)/python -m tests.deploy.audit

licences: $(DEV_STAMP)  # what the program runs with, and under which licences
	$(BIN)/python -m tests.deploy.licences

lock: $(DEV_STAMP)  # every version anew, with the hashes of its files
	$(LOCK) -o locks/all.txt --upgrade pyproject.toml --group build --group torch --group trial \
	  --extra postgres --extra models --extra dev
	$(LOCK) -o locks/build.txt -c locks/all.txt --group build
	$(LOCK) -o locks/run.txt -c locks/all.txt pyproject.toml --group build --extra postgres
	$(LOCK) -o locks/models.txt -c locks/all.txt pyproject.toml --group build --group torch \
	  --extra postgres --extra models
	$(LOCK) -o locks/dev.txt -c locks/all.txt pyproject.toml --group build --extra postgres --extra dev

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

# `run` after `test` changes nothing, `test` after `run` adds.
$(STAMP): pyproject.toml locks/run.txt | $(BIN)/python
	$(LOCKED) -r locks/build.txt
	$(LOCKED) -r locks/run.txt
	$(ITSELF)
	touch $@

$(DEV_STAMP): pyproject.toml locks/dev.txt | $(BIN)/python
	$(LOCKED) -r locks/build.txt
	$(LOCKED) -r locks/dev.txt
	$(ITSELF)
	touch $@ $(STAMP)
