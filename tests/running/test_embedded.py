"""The embedded PostgreSQL: it starts, answers, is shared, and stops with its last user."""

import pytest

from samverkan.running.embedded import FOR_TESTS, Server, in_use
from tests import database


def test_last_user_stops_the_server(folder):
    server = Server(folder / "database", FOR_TESTS)

    with in_use(server) as first_alone:
        with in_use(server) as second_alone:
            answer = server.psql("SELECT 1")
        still_running = server.running()

    assert (first_alone, second_alone, answer) == (True, False, "1")
    assert still_running
    assert not server.running()


def test_database_that_was_half_made_is_made_again(folder):
    server = Server(folder / "database", FOR_TESTS)
    server.folder.mkdir()
    (server.folder / "PG_VERSION").write_text("18\n")

    with in_use(server):
        answer = server.psql("SELECT 1")

    assert answer == "1"


def test_project_in_a_deep_folder_gets_a_short_socket(folder):
    deep = folder / ("en mapp med åäö " * 6) / ("djupt" * 10)
    server = Server(deep / "database", FOR_TESTS)

    with in_use(server):
        answer = server.psql("SELECT 1")

    assert answer == "1"
    assert len(str(server.sockets)) < 50


@pytest.mark.django_db
def test_tests_run_in_a_copy_of_the_migrated_database(django_db_setup):
    names = database.SERVER.psql("SELECT datname FROM pg_database").splitlines()

    assert database.template_name() in names
