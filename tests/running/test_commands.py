"""The command `samverkan`: what it says, and what it keeps to itself."""

import pytest

from samverkan.running.commands import main
from samverkan.running.installation import Installation


@pytest.fixture
def installation(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMVERKAN_STATE", str(tmp_path / "state"))
    return Installation.here()


def test_help_lists_the_commands(capsys):
    assert main([]) == 0
    assert "samverkan run" in capsys.readouterr().out


def test_unknown_command_is_answered_with_help(capsys):
    status = main(["sprng"])

    said = capsys.readouterr()
    assert (status, said.err) == (2, "Det finns inget kommando som heter sprng.\n")
    assert "samverkan run" in said.out


@pytest.mark.parametrize("command", ["serve", "worker", "upgrade"])
def test_production_needs_a_database_of_its_own(command, capsys, monkeypatch):
    monkeypatch.delenv("SAMVERKAN_DATABASE_URL", raising=False)

    assert main([command]) == 1
    assert capsys.readouterr().err.startswith("Sätt SAMVERKAN_DATABASE_URL i miljön")


def test_secret_is_made_once_and_for_its_owner_only(installation):
    first, second = installation.secret(), installation.secret()

    assert first == second
    assert len(first) >= 64
    assert (installation.state / "secret").stat().st_mode & 0o077 == 0


def test_application_is_never_given_the_owners_role(installation):
    address = installation.environment()["SAMVERKAN_DATABASE_URL"]

    assert address.startswith("postgresql://samverkan@/samverkan?host=")


def test_reset_removes_what_was_gathered_and_says_so(installation, capsys):
    installation.secret()

    assert main(["reset"]) == 0
    assert not (installation.state / "secret").exists()
    assert str(installation.state) in capsys.readouterr().out


def test_reset_leaves_a_running_installation_alone(installation, capsys, monkeypatch):
    monkeypatch.setattr("samverkan.running.installation.PATIENCE", 0)
    installation.secret()

    with installation.alone("http://127.0.0.1:8000"):
        status = main(["reset"])

    assert status == 1
    assert "körs redan från den här mappen, på http://127.0.0.1:8000." in capsys.readouterr().err
    assert (installation.state / "secret").exists()
