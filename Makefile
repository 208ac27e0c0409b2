# Every entry works alone on a bare Debian 12 with Swift 6.3: it installs what is missing first.
SHELL := /bin/bash
.DEFAULT_GOAL := help
LEDGER ?= ./sayso.ledger
PORT ?= 8080
SAYSO := .build/release/sayso

.PHONY: help setup build run test record score bench docs train

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: ## install what is missing (Debian packages); says what it does, the second time does nothing
	@Scripts/setup

build: setup ## build the program (release)
	swift build -c release --product sayso

run: build ## read the sample reports into ./sayso.ledger and serve them on loopback
	$(SAYSO) add --ledger $(LEDGER) Goldens
	$(SAYSO) serve --ledger $(LEDGER) --port $(PORT)

test: setup ## build and run every test, a headless browser's included
	Scripts/test

record: ## write what is found in the golden reports anew; the tests fail once, so that somebody reads the difference
	RECORD=1 swift test --filter Golden || true
	@git --no-pager diff --stat -- Goldens

score: build ## measure on the development sets beside the project (../shared); one table, and floors.json held
	@Scripts/score

bench: build ## words and reports a second, memory, ledger growth
	@Benchmarks/run

train: build ## train the language model anew into Models/reader-en (an hour; the corpora lie in ../shared)
	@Training/reader/run

docs: ## write the API documentation to .build/docs
	@Scripts/docs
