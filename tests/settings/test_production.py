"""Production starts only when everything that it needs is set, and says what is not."""

import os
import subprocess
import sys

import pytest

READY = {
    "SAMVERKAN_SECRET_KEY": "x" * 60,
    "SAMVERKAN_DATABASE_URL": "postgresql://samverkan@localhost/samverkan",
    "SAMVERKAN_EMAIL_URL": "smtp://localhost",
    "SAMVERKAN_ADDRESS": "https://samverkan.example",
}


def start(**environment):
    """Return what a production start in a process of its own says, and whether it held."""
    known = {name: value for name, value in os.environ.items() if "SAMVERKAN" not in name}
    done = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={**known, **environment, "DJANGO_SETTINGS_MODULE": "samverkan.settings.production"},
        capture_output=True,
        text=True,
    )
    return done.returncode == 0, done.stderr


def test_production_starts_when_all_is_set():
    assert start(**READY) == (True, "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SAMVERKAN_SECRET_KEY": ""}, "Sätt SAMVERKAN_SECRET_KEY i miljön."),
        ({"SAMVERKAN_DATABASE_URL": ""}, "Sätt SAMVERKAN_DATABASE_URL i miljön."),
        ({"SAMVERKAN_SECRET_KEY": "kort"}, "minst 50 tecken"),
        ({"SAMVERKAN_ADDRESS": "http://samverkan.example"}, "Den ska börja med https://"),
    ],
)
def test_production_refuses_and_says_what_to_set(change, said):
    held, error = start(**{**READY, **change})

    assert not held
    assert said in error
