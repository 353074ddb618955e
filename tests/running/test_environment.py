"""Making the environment: what is said when it cannot be made, and that it is made once."""

import pytest

from samverkan.running import environment
from samverkan.running.environment import Problem


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A project whose environment is an empty folder; whatever would be run is only noted."""
    (tmp_path / "requirements").mkdir()
    for kind in environment.KINDS:
        (tmp_path / "requirements" / f"{kind}.txt").write_text(f"{kind}==1\n")
    (tmp_path / ".venv").mkdir()
    done = []
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "_answers", lambda: True)
    monkeypatch.setattr(environment, "_add_command", lambda: None)
    monkeypatch.setattr(environment, "_create", lambda: done.append("create"))
    monkeypatch.setattr(environment, "_install", lambda locked: done.append(locked.stem))
    return done


def test_environment_is_made_once(elsewhere):
    environment.main("run")
    environment.main("run")

    assert elsewhere == ["create", "run"]


def test_what_developers_have_is_enough_to_run(elsewhere):
    environment.main("develop")
    environment.main("run")

    assert elsewhere == ["create", "develop"]


def test_new_lock_is_installed_into_the_same_environment(elsewhere):
    environment.main("run")
    (environment.ROOT / "requirements" / "run.txt").write_text("run==2\n")
    environment.main("run")

    assert elsewhere == ["create", "run", "run"]


def test_install_that_was_cut_short_is_made_from_the_beginning(elsewhere, monkeypatch):
    def cut_short(locked):
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(environment, "_install", cut_short)
        with pytest.raises(KeyboardInterrupt):
            environment.main("run")
    environment.main("run")

    assert elsewhere == ["create", "create", "run"]


def test_environment_of_a_folder_that_was_moved_is_made_anew(elsewhere):
    (environment.VENV / "samverkan-run").write_text("0123 /another/folder/.venv")

    environment.main("run")

    assert elsewhere == ["create", "run"]


def test_python_that_is_too_old_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))

    with pytest.raises(Problem, match=r"behöver Python 3\.11 eller nyare, och här finns 3\.9\."):
        environment.main("run")
