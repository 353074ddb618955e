# Needs make and Python 3.11 or newer; everything else is fetched into .venv the first time.

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
CASES ?= 100000
TESTS ?= tests
IN := .venv/bin

.PHONY: help run reset test check format lint types templates migrations deploy rules bench lock \
        environment developers browser calendars

help:  ## visa detta
	@echo "make run        starta allt på http://127.0.0.1:8000/ (annan port: make run PORT=8001)"
	@echo "make reset      ta bort allt som samlats, så att nästa start börjar från början"
	@echo "make test       alla prov, också de i webbläsare (ett urval: make test TESTS=tests/cases)"
	@echo "make check      allt som ska vara grönt innan en ändring går ut: stil, typer, prov"
	@echo "make format     rätta stilen i koden"
	@echo "make rules      vilka av reglerna R001-R330 som upprätthålls, och av vilka prov"
	@echo "make bench      mät mot måtten i docs/performance.md (full storlek: make bench CASES=1000000)"
	@echo "make lock       lås om paketen efter en ändring i requirements/*.in"

run: environment
	@exec $(IN)/python -m samverkan run --port $(PORT) --host $(HOST)

reset: environment
	@exec $(IN)/python -m samverkan reset

test: developers browser calendars
	@$(IN)/python -m pytest -n logical $(TESTS)

check: lint types templates migrations deploy test

format: developers
	$(IN)/ruff check --fix .
	$(IN)/ruff format .

lint: developers
	$(IN)/ruff format --check .
	$(IN)/ruff check .
	$(IN)/lint-imports

types: developers
	$(IN)/mypy

templates: developers
	$(IN)/djlint --lint --quiet samverkan/templates

# The address leads nowhere: neither of these needs a database.
NOWHERE := SAMVERKAN_DATABASE_URL="postgresql://samverkan@/samverkan?host=/nowhere"

migrations: developers
	$(NOWHERE) $(IN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run \
	    --settings samverkan.settings.test

deploy: developers
	$(NOWHERE) SAMVERKAN_ADDRESS=https://samverkan.example SAMVERKAN_EMAIL_URL=smtp://localhost \
	    SAMVERKAN_SECRET_KEY=$$($(IN)/python -c "import secrets; print(secrets.token_urlsafe(64))") \
	    $(IN)/python -m django check --deploy --fail-level WARNING \
	    --settings samverkan.settings.production

rules: developers
	@$(IN)/python -m tools.rules

bench: developers
	@$(IN)/python -m tools.bench --cases $(CASES)

lock: developers
	$(IN)/python -m pip install --quiet uv
	$(IN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate requirements/run.in --output-file requirements/run.txt
	$(IN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate requirements/develop.in --constraints requirements/run.txt \
	    --output-file requirements/develop.txt

environment:
	@$(PYTHON) -I samverkan/running/environment.py run

developers:
	@$(PYTHON) -I samverkan/running/environment.py develop

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	    || command -v google-chrome >/dev/null || { \
	    echo "Webbläsaren Chromium saknas. Installera den med: apt-get install chromium"; exit 1; }

calendars: developers
	@$(IN)/python -c "import ctypes; ctypes.CDLL('libical.so.3')" 2>/dev/null || { \
	    echo "Kalendertolken libical saknas. Installera den med: apt-get install libical3"; exit 1; }
