"""What machines ask for."""

from django.db import DatabaseError

from samverkan.public.views import machines


def test_health_says_ok_and_is_never_kept(client, db):
    response = client.get("/halsa/")

    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


def test_health_tells_when_the_database_does_not_answer(client, db, monkeypatch):
    class Silent:
        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(machines, "connection", Silent())

    assert client.get("/halsa/").status_code == 503


def test_robots_keep_away_from_personal_links(client):
    assert b"Disallow: /l/" in client.get("/robots.txt").content


def test_whom_to_tell_of_faults(client):
    text = client.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:" in text
    assert "Expires: 20" in text
