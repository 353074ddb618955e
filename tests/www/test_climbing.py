"""A case's way up in the signed-in pages: the test, the preparing body, the lift."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.bodies.choices import Office
from samverkan.cases import climbing
from samverkan.cases.actions import Said, note_line_entry
from samverkan.cases.choices import LineAnswer
from samverkan.cases.models import Admission, Lift
from samverkan.journal.models import Entry
from tests.cases.ladders import a_ladder, answered, lifted, prepared_at
from tests.factories import (
    TESTER,
    CaseFactory,
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
    RoleFactory,
)
from tests.www.conftest import client_of, queries_of, text

REASON = "Frågan gäller hela länet."
IDENTITY_NUMBER = "19811218-9876"


@pytest.fixture
def here(db):
    return a_ladder()


@pytest.fixture
def coordinator(here):
    return client_of(RoleFactory(collaboration=here.collaboration).person)


@pytest.fixture
def member(here):
    return client_of(MissionFactory(body=here.lsg).person)


@pytest.fixture
def chair(here):
    person = MissionFactory(body=here.lsg).person
    ChairTermFactory(body=here.lsg, person=person, office=Office.CHAIR)
    return client_of(person)


@pytest.fixture
def stranger(db):
    return client_of(RoleFactory().person)


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)


def at(case, path=""):
    return f"/{case.collaboration.slug}/arbeta/arenden/{case.number}/{path}"


def four(**change):
    typed = {f"answer{n}": "yes" for n in range(1, 5)}
    typed |= {f"reason{n}": f"Skälet är {n}." for n in range(1, 5)}
    return typed | change


def wish(here, **change):
    typed = {"to_body": here.samrad.pk, "reason": REASON, "left_out_reason": ""}
    for one in here.principals:
        typed |= {f"ask-{one.slug}": "on", f"to-{one.slug}": one.registrar_email}
    typed |= change
    return {name: value for name, value in typed.items() if value is not None}


def test_a_case_raised_in_samrad_is_laid_before_lsg_from_the_page_that_refuses_it(
    here, coordinator
):
    case = CaseFactory(collaboration=here.collaboration, body=here.samrad, prepared=True)
    page = text(coordinator.get(at(case, "dagordning/")))
    assert "Lägg ärendet hos Länsgruppen för beredning." in page
    assert at(case, "beredning/") in page

    answer = coordinator.post(at(case, "beredning/"), follow=True)

    case.refresh_from_db()
    assert case.body == here.lsg
    assert f"Ärende {case.number} ligger hos Länsgruppen för beredning." in text(answer)


def test_a_case_that_nobody_prepares_for_is_told_so(here, case, coordinator):
    page = text(coordinator.get(at(case, "beredning/")))

    assert "Inget annat organ bereder ärenden" in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.rule("R057")
@pytest.mark.rule("R058")
def test_the_test_before_samrad_is_answered(here, case, coordinator):
    answer = coordinator.post(at(case, "prova/samrad/"), four(answer4="no"), follow=True)

    admission = Admission.objects.get()
    assert (admission.body, [one["yes"] for one in admission.answers]) == (
        here.samrad,
        [True, True, True, False],
    )
    assert "Prövningen inför Samrådet är besvarad." in text(answer)
    assert "Skälet är 4." in text(answer)
    assert "Svaret är nej på frågan" in text(coordinator.get(at(case, "prova/")))


def test_an_unanswered_question_is_asked_for_and_nothing_typed_is_lost(case, coordinator):
    answer = coordinator.post(at(case, "prova/"), four(reason2="", answer3=""))

    assert "Skriv skälet till svaret på frågan: Är det prövat att lösa frågan bland" in text(answer)
    assert "Svara ja eller nej: Är det angeläget" in text(answer)
    assert "Skälet är 1." in text(answer)
    assert not Admission.objects.exists()


def test_an_identity_number_in_a_reason_is_shown_at_its_field(case, coordinator):
    answer = coordinator.post(at(case, "prova/"), four(reason2=f"Gäller {IDENTITY_NUMBER}"))

    assert 'href="#id_reason2"' in text(answer)
    assert not Admission.objects.exists()


def test_a_reason_that_is_too_long_is_refused_and_kept(case, coordinator):
    answer = coordinator.post(at(case, "prova/"), four(reason1="å" * 1001))

    assert "skriv högst 1000 tecken" in text(answer)
    assert "å" * 1001 in text(answer)


@pytest.mark.rule("R085")
def test_lsgs_own_question_has_a_page_of_its_own(here, case, coordinator):
    page = text(coordinator.get(at(case, "prova/lsg/")))

    assert "Bör frågan lösas på regional ledningsnivå?" in page
    assert coordinator.get(at(case, "prova/ledningsmotet/")).status_code == 404


def test_the_chair_of_the_body_may_put_a_case_to_the_test(case, chair):
    assert chair.get(at(case, "prova/")).status_code == 200


PAGES = ["prova/", "beredning/", "lyft/borja/", "lyft/paminn/", "lyft/aterta/", "lyft/slutfor/"]
PAGES += ["lyft/svar/ort-1/", "lyft/lank/ort-1/"]


@pytest.mark.parametrize("path", PAGES)
def test_who_gets_in(here, case, coordinator, member, chair, stranger, client, path):
    if path != "lyft/borja/":
        lifted(case, here.samrad)
    outsider = client_of(PersonFactory(collaboration=here.collaboration))

    assert coordinator.get(at(case, path)).status_code == 200
    assert member.get(at(case, path)).status_code == 403
    assert chair.get(at(case, path)).status_code == (200 if path == "prova/" else 403)
    assert stranger.get(at(case, path)).status_code == 404
    assert outsider.get(at(case, path)).status_code == 404
    assert client.get(at(case, path)).status_code == 302
    before = Entry.objects.count()
    assert member.post(at(case, path), {"reason": REASON}).status_code == 403
    assert Entry.objects.count() == before


def test_a_lift_is_begun_with_the_registrars_addresses(here, case, coordinator):
    page = text(coordinator.get(at(case, "lyft/borja/")))
    assert here.principals[0].registrar_email in page

    answer = coordinator.post(at(case, "lyft/borja/"), wish(here), follow=True)

    lift = Lift.objects.get()
    assert (lift.to_body, lift.entries.count()) == (here.samrad, 3)
    assert "Länkarna är på väg." in text(answer)
    assert "0 av 3 huvudmän har svarat." in text(answer)


def test_leaving_somebody_out_takes_a_reason_and_nothing_typed_is_lost(here, case, coordinator):
    typed = wish(here, **{"ask-ort-2": None, "to-ort-1": "socialchef@ort.example.invalid"})

    answer = coordinator.post(at(case, "lyft/borja/"), typed)

    assert "Skriv varför de huvudmän som inte tillfrågas inte berörs." in text(answer)
    assert "socialchef@ort.example.invalid" in text(answer)
    assert REASON in text(answer)
    assert not Lift.objects.exists()
    coordinator.post(at(case, "lyft/borja/"), typed | {"left_out_reason": "Bara kusten berörs."})
    assert Lift.objects.get().entries.count() == 2


def test_an_address_that_is_none_is_pointed_at(here, case, coordinator):
    answer = coordinator.post(at(case, "lyft/borja/"), wish(here, **{"to-ort-1": "ort"}))

    assert "Skriv en e-postadress" in text(answer)
    assert not Lift.objects.exists()


def test_a_body_of_elsewhere_cannot_be_chosen(here, case, coordinator):
    answer = coordinator.post(at(case, "lyft/borja/"), wish(here, to_body=a_ladder().samrad.pk))

    assert "Välj ett av alternativen." in text(answer)
    assert not Lift.objects.exists()


def test_the_page_says_which_steps_a_lift_passes_over(here, case, coordinator):
    assert "Till Ledningsmötet hoppar ärendet över Samrådet." in text(
        coordinator.get(at(case, "lyft/borja/"))
    )


def test_a_coordinator_types_in_what_was_told(here, case, coordinator):
    lift = lifted(case, here.samrad)
    told = {"answer": "objects", "function": "Socialchef", "person": "Sara", "comment": "Nej."}

    answer = coordinator.post(at(case, "lyft/svar/ort-2/"), told | {"seen": "0"})
    assert "Skriv hur svaret lämnades" in text(answer)
    coordinator.post(
        at(case, "lyft/svar/ort-2/"), told | {"seen": "0", "typed_reason": "Per telefon."}
    )

    entry = lift.entries.get(principal__slug="ort-2")
    assert (entry.answer, entry.typed_reason) == ("objects", "Per telefon.")


@pytest.mark.parametrize("seen", ["", "x", "0", "99999999999999999999", "²"])
def test_what_was_answered_meanwhile_is_not_written_over(here, case, coordinator, seen):
    lift = lifted(case, here.samrad)
    say(lift, 1)
    told = {"answer": "objects", "function": "Chef", "person": "Bo", "comment": "Vi hinner inte."}

    answer = coordinator.post(
        at(case, "lyft/svar/ort-1/"), told | {"seen": seen, "typed_reason": "Per telefon."}
    )

    assert "Någon annan svarade för huvudmannen nyss." in text(answer)
    assert "Vi hinner inte." in text(answer)
    assert lift.entries.get(principal__slug="ort-1").answer == "agrees"


def say(lift, number, answer=LineAnswer.AGREES):
    entry = lift.entries.get(principal__slug=f"ort-{number}")
    said = Said(answer, "Socialchef", "Sara Snölykta", "Vi hinner inte.")
    note_line_entry(entry.pk, said, by_link=True, by=TESTER, now=localtime())


def test_the_lift_is_completed_when_the_reason_is_written(here, case, coordinator):
    prepared_at(here.lsg, case, on=localdate() - timedelta(days=3))
    answered(case, here.samrad)
    lift = lifted(case, here.samrad)
    say(lift, 1, LineAnswer.OBJECTS)
    page = text(coordinator.get(at(case, "lyft/slutfor/")))
    assert "Linjen har inte svarat hos Ort 2 och Ort 3." in page
    assert "Ort 1 invänder mot lyftet." in page

    assert "Skriv varför lyftet slutförs ändå." in text(coordinator.post(at(case, "lyft/slutfor/")))
    answer = coordinator.post(at(case, "lyft/slutfor/"), {"reason": REASON}, follow=True)

    case.refresh_from_db()
    assert case.body == here.samrad
    assert f"Ärende {case.number} ligger nu hos Samrådet." in text(answer)


@pytest.mark.rule("R060")
def test_a_lift_that_cannot_be_completed_says_why(here, case, coordinator):
    lifted(case, here.samrad)

    page = text(coordinator.get(at(case, "lyft/slutfor/")))

    assert "Lägg ärendet hos Länsgruppen för beredning." in page
    assert "Prövningen inför Samrådet är inte besvarad." in page
    assert "Slutför lyftet</button>" not in page


def test_the_silent_are_reminded_and_a_new_link_is_sent(here, case, coordinator):
    lift = lifted(case, here.samrad)
    answer = coordinator.post(at(case, "lyft/paminn/"), follow=True)
    assert "Påminnelse är på väg till Ort 1, Ort 2 och Ort 3." in text(answer)
    assert "Ingen att påminna" in text(coordinator.get(at(case, "lyft/paminn/")))

    coordinator.post(at(case, "lyft/lank/ort-1/"), {"to": "ny@ort.example.invalid"})

    assert lift.entries.get(principal__slug="ort-1").to == "ny@ort.example.invalid"
    assert coordinator.get(at(case, "lyft/lank/ort-9/")).status_code == 404


def test_a_lift_is_taken_back(here, case, coordinator):
    lift = lifted(case, here.samrad)

    coordinator.post(at(case, "lyft/aterta/"), {"reason": "Det löstes lokalt."})

    lift.refresh_from_db()
    assert (lift.state, lift.end_reason) == ("withdrawn", "Det löstes lokalt.")
    assert "Lyftet är återtaget." in text(coordinator.get(at(case, "lyft/slutfor/")))


def test_a_case_without_a_lift_has_no_lift_page(case, coordinator):
    for path in ("lyft/", "lyft/slutfor/", "lyft/svar/ort-1/"):
        assert coordinator.get(at(case, path)).status_code == 404


def test_a_member_reads_who_answered_and_never_an_address(here, case, member):
    lift = lifted(case, here.samrad)
    say(lift, 1, LineAnswer.OBJECTS)

    page = text(member.get(at(case, "lyft/")))

    assert "Sara Snölykta" in page
    assert "Vi hinner inte." in page
    assert here.principals[0].registrar_email not in page
    assert "Fyll i svar" not in page


@pytest.mark.rule("R156")
def test_the_case_page_shows_the_ladder_and_what_comes_next(here, case, coordinator):
    page = text(coordinator.get(at(case)))
    assert "Var frågan hör hemma" in page
    assert "Nästa steg: sätt upp ärendet på en dagordning" in page

    prepared_at(here.lsg, case, on=localdate() - timedelta(days=3))
    assert "Nästa steg: lyft ärendet till Samrådet" in text(coordinator.get(at(case)))
    lifted(case, here.samrad)

    assert "Nästa steg: linjen svarar om lyftet till Samrådet" in text(coordinator.get(at(case)))


def test_next_in_samrad_is_preparation_and_then_the_test(here, coordinator):
    case = CaseFactory(collaboration=here.collaboration, body=here.samrad, prepared=True)
    assert "Nästa steg: lägg ärendet hos Länsgruppen för beredning" in text(
        coordinator.get(at(case))
    )
    prepared_at(here.lsg, case, on=localdate() - timedelta(days=3))
    assert "Nästa steg: pröva om ärendet hör till Samrådet" in text(coordinator.get(at(case)))
    answered(case, here.samrad)

    assert "Nästa steg: sätt upp ärendet på en dagordning" in text(coordinator.get(at(case)))


def test_more_lifts_and_principals_take_no_more_questions(here, case, coordinator):
    lift = lifted(case, here.samrad)
    few = queries_of(coordinator, at(case)), queries_of(coordinator, at(case, "lyft/"))
    larger = a_ladder(principals=9)
    other = CaseFactory(collaboration=larger.collaboration, body=larger.lsg, prepared=True)
    for _ in range(2):
        Lift.objects.filter(case=other).update(state="withdrawn", ended_at=localtime())
        lifted(other, larger.samrad)
    reader = client_of(RoleFactory(collaboration=larger.collaboration).person)

    many = queries_of(reader, at(other)), queries_of(reader, at(other, "lyft/"))

    assert climbing.entries_of(lift)
    assert many == few
