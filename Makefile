# Everything a person does with a checkout; `make` alone lists it.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
SHARED ?= ../shared
PEERS := .venv-peers
ARTICLES ?= 1000
unexport PYTHONDONTWRITEBYTECODE  # without compiled modules every start takes half as long again

.PHONY: help run test lint types unit lock dictionary release-lake bench fuzz soak score floors clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(ENV)/.ready: requirements.lock requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(ENV)
	sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock >$(ENV)/uv.lock
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r $(ENV)/uv.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

run: $(ENV)/.ready  ## read the sample articles into ./lake, and ask it a question
	$(BIN)/shizheng run --inbox seeds/articles || test $$? -eq 1
	@echo; echo 'What went up or down, and where:'
	$(BIN)/shizheng sql "SELECT p.name AS place, s.period, s.metric, s.value, s.unit, s.direction, s.quote FROM statistics AS s JOIN places AS p ON p.adcode = s.place WHERE s.kind = 'change' AND s.indicator IN ('incidents', 'cases_recorded') GROUP BY ALL ORDER BY ALL"

test: $(ENV)/.ready lint types unit  ## check everything that CI checks

lint: $(ENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(ENV)/.ready
	$(BIN)/mypy

# one more worker than cores: many tests wait, for servers and clocks
unit: $(ENV)/.ready
	$(BIN)/python -m pytest -n $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )) --dist worksteal

lock: $(ENV)/.ready  ## renew the locks after a change of pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header tests/bench/peers.txt -o tests/bench/peers.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev --all-extras -c requirements.lock -o requirements-dev.lock

bench: $(ENV)/.ready $(PEERS)/.ready  ## measure speed, memory and growth beside others; ARTICLES=10000 and WRITE=--write as wished
	$(BIN)/python -m tests.bench --articles $(ARTICLES) --peers $(PEERS)/bin/python $(WRITE) $(SUITES)

$(PEERS)/.ready: tests/bench/peers.lock $(ENV)/.ready
	$(PYTHON) -m venv $(PEERS)
	$(BIN)/uv pip install --quiet --python $(PEERS)/bin/python --require-hashes -r tests/bench/peers.lock
	touch $@

soak: $(ENV)/.ready  ## kill a hundred runs, start two at once fifty times, find the reprints among 100 000 articles; an hour
	$(BIN)/python -m tests.faults.soak
	$(BIN)/python -m tests.bench.reprints

score: $(ENV)/.ready  ## hold the extraction against the gold: our own articles, and the real ones of $(SHARED)
	$(BIN)/python -m tests.gold
	test ! -d $(SHARED) || $(SHARED)/eval/score --gold $(SHARED)/gold --articles $(SHARED)/articles --command '$(BIN)/shizheng extract {} --format json'

floors: $(ENV)/.ready  ## lift the floors that the scores must keep to what is reached
	$(BIN)/python -m tests.gold --lift

fuzz: $(ENV)/.ready  ## fuzz reading, cleaning and extraction, MINUTES each (80)
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),80)

dictionary: $(ENV)/.ready  ## renew the data dictionary after a change of columns
	$(BIN)/python -m warehouse.dictionary >docs/data-dictionary.md

release-lake: $(ENV)/.ready  ## keep a lake as this version writes it, for later versions' tests
	$(BIN)/python -m tests.warehouse.releases

clean:  ## remove what was built
	rm -rf $(ENV) $(PEERS) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
