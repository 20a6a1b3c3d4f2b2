# Every chore of the project in one place; `make` alone prints this list.
.DEFAULT_GOAL := help
.NOTPARALLEL:
SHELL := /bin/bash

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
HOST ?= 127.0.0.1
PORT ?= 8000
# Debian 12 has Python 3.11.2: a lock made for a later one may ask for packages that refuse it.
LOCK := .venv/bin/uv pip compile --quiet --no-header --python-version 3.11.2 --generate-hashes \
	--no-emit-index-url --no-emit-find-links

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Settings (PORT, DATABASE_URL, ADMIN_PASSWORD …) come from the environment: see README.md."

# --- Run --------------------------------------------------------------------------------------------------------------
.PHONY: serve
serve: ## Set up what is missing and serve the site as in production, at PORT (8000)
	@deploy/setup port runtime
	@exec $(MANAGE) serve

.PHONY: dev
dev: export DJANGO_SETTINGS_MODULE := kasper_site.settings.dev
dev: ## The same with debug pages and autoreload, for work on the code
	@deploy/setup port runtime
	@$(MANAGE) prepare
	@exec $(MANAGE) runserver $(HOST):$(PORT)

.PHONY: setup
setup: ## Make the environment for serving: Debian packages, Python packages, secret key
	@deploy/setup runtime

.PHONY: setup-dev
setup-dev: ## Make the environment for tests and linters, Chromium included
	@deploy/setup test

.PHONY: demo
demo: setup ## Load what is new in the demo content; what editors have changed stays
	@$(MANAGE) prepare
	@$(MANAGE) load_demo

.PHONY: clean-var
clean-var: ## Throw away the database, media and all else that was made at run time under var/ (asks first)
	@read -r -p "Remove var/ with its database and uploads? Type yes: " answer && [ "$$answer" = yes ] && rm -rf var

.PHONY: image
image: ## Build the container image IMAGE (kasper) with Docker, Podman or buildah; compose.yaml runs it
	@deploy/image

# --- Quality ----------------------------------------------------------------------------------------------------------
.PHONY: test
test: setup-dev ## Run every test on SQLite, then the database-sensitive ones on PostgreSQL
	@deploy/run-tests

.PHONY: drill
drill: setup-dev ## Kill the processes that publish, over and over; the table goes to docs/drill.md (a few minutes)
	@$(PYTHON) -m tests.drill --write docs/drill.md

.PHONY: drill-short
drill-short: setup-dev ## The same with fewer kills, written nowhere
	@$(PYTHON) -m tests.drill --short

.PHONY: check
check: setup-dev ## Lint, import contracts, migrations, deployment settings, wording
	@echo "ruff" && $(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .
	@echo "djlint" && $(PYTHON) -m djlint --lint --quiet templates
	@echo "import contracts" && .venv/bin/lint-imports
	@echo "migrations" && $(MANAGE) makemigrations --check --dry-run --settings kasper_site.settings.test
	@echo "deployment settings" && SECRET_KEY=$$(head -c 48 /dev/urandom | base64 -w 0) PUBLIC_URL=https://www.example.fi \
		$(MANAGE) check --deploy --fail-level WARNING --settings kasper_site.settings.base
	@echo "wording" && $(MANAGE) check_wording --settings kasper_site.settings.test

.PHONY: messages
messages: setup-dev ## Collect the wording into locale/*.po and compile what is translated
	@$(MANAGE) update_wording --settings kasper_site.settings.test

.PHONY: guide-pictures
guide-pictures: setup-dev ## Do the tasks of the editors' guide in a browser, renew its pictures, tell what each task costs
	@GUIDE_PICTURES=1 GUIDE_TIMES=1 $(PYTHON) -m pytest -q -m guide_task tests/browser/guide

.PHONY: lock
lock: setup-dev ## Make the hash-pinned locks again from requirements*.in; read their diff
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -o requirements-dev.txt
