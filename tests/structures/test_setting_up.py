"""A new body by another body's decision."""

from datetime import UTC, date, datetime

import pytest

from samverkan.bodies.choices import BodyKind, Level, Power, Sphere
from samverkan.bodies.models import Body
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.structures.queries import stored_structure
from samverkan.structures.schema import BodyData, HeirData
from samverkan.structures.setting_up import set_up_body
from tests.factories import TESTER, BodyFactory, PrincipalFactory

THEN = {"by": TESTER, "now": datetime(2026, 11, 22, 9, tzinfo=UTC)}


@pytest.fixture
def lsg(db):
    body = BodyFactory(name="Länssamverkansgruppen", slug="lsg", kind=BodyKind.GROUP)
    PrincipalFactory(collaboration=body.collaboration)
    return body


def set_up(lsg, *, decided_by="lsg", follows=None, inherits=None, reason="", **change):
    facts = {
        "slug": "digitalisering",
        "name": "Beredning digitalisering",
        "kind": BodyKind.PREPARATORY,
        "level": Level.REGIONAL,
        "sphere": Sphere.OFFICIALS,
        "power": Power.PREPARES,
        "first_day": date(2027, 1, 1),
        "parents": [{"body": "lsg"}],
        "source": "Länssamverkansgruppen, punkt 84",
    }
    body = BodyData.model_validate(facts | change)
    structure = stored_structure(lsg.collaboration.slug)
    given = {"decided_by": decided_by, "follows": follows, "inherits": inherits, "reason": reason}
    return set_up_body(structure, body, **given, **THEN)


def codes(*args, **kwargs) -> list[str]:
    before = Entry.objects.count(), Body.objects.count()
    with pytest.raises(StepRefused) as refusal:
        set_up(*args, **kwargs)
    assert (Entry.objects.count(), Body.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R108")
def test_a_beredning_is_set_up_and_told(lsg):
    set_up(lsg)

    body = Body.objects.get(slug="digitalisering")
    entry = Entry.objects.get()
    assert body.parentages.get().parent == lsg
    assert (entry.verb, entry.subject) == ("body.set_up", "body/digitalisering")


def test_it_takes_over_after_another(lsg):
    BodyFactory(collaboration=lsg.collaboration, slug="natverket", name="Nätverket")
    heir = HeirData(body="digitalisering", standing="assumed")

    set_up(lsg, follows="natverket", inherits=heir)

    assert Body.objects.get(slug="natverket").heirs.get().standing == "assumed"


def test_an_address_that_is_taken_is_refused(lsg):
    assert codes(lsg, slug="lsg") == ["body_name_taken"]


@pytest.mark.rule("R108")
def test_what_the_texts_do_not_let_it_set_up_asks_for_a_reason(lsg):
    beyond = {"kind": BodyKind.CONSULTATION, "power": Power.RECOMMENDS}

    assert codes(lsg, **beyond) == ["set_up_beyond_the_texts"]
    set_up(lsg, **beyond, reason="Överenskommelsen är ändrad.")


def test_a_parent_that_is_missing_is_told(lsg):
    assert "structure_fault" in codes(lsg, parents=[{"body": "lsg"}, {"body": "okant"}])


def test_an_identity_number_is_never_kept(lsg):
    assert codes(lsg, purpose="Gäller 19811218-9876") == ["identity_number"]
