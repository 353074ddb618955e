"""Whose move each case waits for, as the pages tell it."""

from datetime import timedelta

from samverkan.cases.choices import Mover
from samverkan.cases.models import Watch
from tests.factories import agreed_recommendation
from tests.www.conftest import client_of, queries_of, text

ALL = "arenden/vems-drag/"


def test_the_list_says_whose_move_it_is_and_what_stands_in_the_way(county, coordinator):
    county.case(title="Läkarmedverkan", background="")
    county.case(title="Nattbemanning", prepared=True)

    page = text(coordinator.get(county.address(ALL)))

    assert "Den som väckte frågan" in page
    assert "Det här saknas i ärendet: bakgrund." in page
    assert "Väntar på att arbetsutskottet sätter upp ärendet på en dagordning." in page


def test_what_the_principals_are_late_with_comes_first(county, coordinator):
    last_week = county.today - timedelta(days=7)
    agreed_recommendation(
        county.collaboration,
        body=county.body,
        on=county.today - timedelta(days=60),
        dispatched=True,
        reply_by=last_week,
    )

    page = text(coordinator.get(county.address(ALL)))

    assert "Väntar på att huvudmännen beslutar och svarar, senast den" in page
    assert "Dagen har passerat" in page


def test_an_empty_list_says_what_comes_there(county, coordinator):
    assert "Just nu pågår inget ärende." in text(coordinator.get(county.address(ALL)))


def test_the_list_asks_as_much_for_one_as_for_many(county, coordinator):
    county.case(prepared=True)
    once = queries_of(coordinator, county.address(ALL))
    for _ in range(3):
        county.case(prepared=True)

    assert queries_of(coordinator, county.address(ALL)) == once


def test_a_watch_is_set_shown_at_the_desk_and_finished(county, coordinator):
    case = county.case(prepared=True)
    tomorrow = county.today + timedelta(days=1)
    sent = {"what": "Ring Malå", "on": tomorrow, "role": Mover.COORDINATORS}

    page = text(
        coordinator.post(county.address(f"arenden/{case.number}/bevaka/"), sent, follow=True)
    )
    assert "Bevakningen är antecknad." in page
    assert "Ring Malå" in text(coordinator.get(county.address()))

    watch = Watch.objects.get()
    coordinator.post(county.address(f"arenden/{case.number}/bevaka/{watch.pk}/"), {"note": "Maj"})
    assert "Ring Malå" not in text(coordinator.get(county.address()))


def test_the_raiser_sees_their_own_watch_and_no_other(county, coordinator, member):
    mine = county.case(prepared=True)
    on = county.today
    Watch.objects.create(case=mine, role=Mover.RAISER, on=on, what="Fråga din nämnd")
    Watch.objects.create(case=mine, role=Mover.COORDINATORS, on=on, what="Ring Malå")

    page = text(member.get(county.address()))

    assert "Fråga din nämnd" in page
    assert "Ring Malå" not in page


def test_a_watch_in_the_past_is_refused_and_what_was_typed_stays(county, coordinator):
    case = county.case(prepared=True)
    sent = {"what": "Ring Malå", "on": "2020-01-01", "role": Mover.COORDINATORS}

    page = text(coordinator.post(county.address(f"arenden/{case.number}/bevaka/"), sent))

    assert "Dagen har passerat. Välj i dag eller en senare dag." in page
    assert "Ring Malå" in page


def test_one_who_has_no_part_in_it_may_not_watch(county):
    case = county.case(prepared=True)
    substitute = client_of(county.substitute)

    answer = substitute.get(county.address(f"arenden/{case.number}/bevaka/"))

    assert answer.status_code == 403
