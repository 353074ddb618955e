"""Pages where minutes are sent, approved, commented on, opened again and corrected."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localtime

from samverkan.journal.tokens import token_of
from samverkan.meetings import actions
from samverkan.meetings.actions import Adjuster, Attending
from samverkan.meetings.choices import MeetingStage, Outcome, VoiceKind
from samverkan.meetings.models import ApprovalLink, Item, Meeting, MinutesDraft, Task, Voice
from tests.factories import TESTER
from tests.www.conftest import client_of, queries_of, text


@pytest.fixture
def open_one(county) -> Meeting:
    """A meeting of today that three decided at, where all is noted."""
    meeting, item = county.agreed_meeting(county.case(prepared=True))
    county.item = item
    note = {"by": TESTER, "now": localtime()}
    there = [Attending(county.chair.pk), Attending(county.member.pk)]
    actions.note_attendance(meeting.pk, there, led_by=county.chair.pk, **note)
    return meeting


@pytest.fixture
def then():
    return {"by": TESTER, "now": localtime()}


@pytest.fixture
def held(open_one, then) -> Meeting:
    actions.close_meeting(open_one.pk, **then)
    open_one.refresh_from_db()
    return open_one


@pytest.fixture
def draft(held, county, then) -> MinutesDraft:
    both = [Adjuster(county.chair.pk, "ordförande"), Adjuster(county.member.pk, "justerare")]
    return actions.send_for_approval(held.pk, both, **then)


def place(county, meeting, page="") -> str:
    return county.address(f"moten/{meeting.body.slug}/{meeting.on}/{page}")


def change(county, meeting, then, said="Organet enades till slut."):
    actions.reopen_meeting(meeting.pk, reason="Fel i en punkt.", **then)
    actions.conclude_point(
        county.item.pk, Outcome.RECOMMENDED, text=said, clauses=["att anta rutinen."], **then
    )
    actions.close_meeting(meeting.pk, **then)


@pytest.mark.rule("R304")
def test_the_secretary_chooses_adjusters_and_sends(county, coordinator, held):
    page = text(coordinator.get(place(county, held, "sand-for-justering/")))
    assert f'value="{county.chair.pk}"' in page
    assert "Frans Frånvarande" not in page.partition("<h2>Det här sänds")[0]
    assert "får veta på annat sätt: Carin Ordförande, Maj Ledamot" in page

    sent = {"adjusters": [county.member.pk, county.chair.pk]}
    answer = coordinator.post(place(county, held, "sand-for-justering/"), sent, follow=True)

    assert "Utkast 1 är sänt för justering." in text(answer)
    titles = MinutesDraft.objects.get().approvals.values_list("person__name", "title")
    assert list(titles) == [("Carin Ordförande", "ordförande"), ("Maj Ledamot", "justerare")]


@pytest.mark.rule("R304")
def test_nobody_chosen_is_told_at_the_field(county, coordinator, held):
    answer = coordinator.post(place(county, held, "sand-for-justering/"), {})

    assert "Välj minst en som justerar." in text(answer)
    assert not MinutesDraft.objects.exists()


@pytest.mark.rule("R304")
def test_two_approve_signed_in_and_the_meeting_says_who_is_left(county, chair, member, draft):
    meeting = draft.meeting
    page = text(member.get(place(county, meeting, "justera/")))
    assert draft.sha256 in page
    answer = member.post(place(county, meeting, "justera/"), {"seen": draft.sha256}, follow=True)
    assert "Din justering är antecknad." in text(answer)
    assert "Du har justerat utkastet." in text(member.get(place(county, meeting, "justera/")))
    assert "Har inte justerat" in text(answer)

    answer = chair.post(place(county, meeting, "justera/"), {"seen": draft.sha256}, follow=True)

    assert "Anteckningarna är justerade." in text(answer)
    meeting.refresh_from_db()
    assert meeting.stage == MeetingStage.APPROVED


@pytest.mark.rule("R304")
def test_a_text_that_changed_is_shown_before_it_is_approved(county, chair, draft, then):
    change(county, draft.meeting, then)
    both = [Adjuster(county.chair.pk, "ordförande"), Adjuster(county.member.pk, "justerare")]
    actions.send_for_approval(draft.meeting_id, both, **then)

    answer = chair.post(place(county, draft.meeting, "justera/"), {"seen": draft.sha256})

    page = text(answer)
    assert "Texten har ändrats sedan du läste den." in page
    assert "Det här ändrades sedan du läste" in page
    assert "Organet enades till slut." in page.partition("</section>")[0]
    assert not draft.meeting.drafts.last().approvals.exclude(approved_at=None).exists()


@pytest.mark.rule("R304")
@pytest.mark.parametrize("seen", ["", "abc", "x" * 5000])
def test_an_approval_without_the_sum_of_what_was_read_is_refused(county, chair, draft, seen):
    answer = chair.post(place(county, draft.meeting, "justera/"), {"seen": seen})

    assert "Texten har ändrats sedan du läste den." in text(answer)


@pytest.mark.rule("R304")
def test_a_comment_is_shown_to_the_secretary_and_the_other_adjuster(
    county, chair, member, coordinator, draft
):
    where = place(county, draft.meeting, "justera/synpunkt/")
    assert "Skriv din synpunkt." in text(member.post(where, {"text": " "}))
    member.post(where, {"text": "Det var den 13."})

    assert "Det var den 13." in text(chair.get(place(county, draft.meeting, "justera/")))
    assert "Det var den 13." in text(coordinator.get(place(county, draft.meeting)))


@pytest.mark.rule("R304")
def test_a_meeting_is_opened_again_changed_and_closed(county, coordinator, held):
    where = place(county, held, "oppna-igen/")
    assert "Skriv vad som ska ändras" in text(coordinator.post(where, {"reason": ""}))
    page = text(coordinator.post(where, {"reason": "Fel dag."}, follow=True))

    assert "Nästa steg: gör ändringarna och avsluta mötet igen" in page
    assert "Lägg till en punkt" not in page
    assert "Ändra närvaro" in page
    again = text(coordinator.get(place(county, held, "avsluta/")))
    assert "Punkt 1" in again
    coordinator.post(place(county, held, "avsluta/"))
    held.refresh_from_db()
    assert held.stage == MeetingStage.HELD


@pytest.mark.rule("R304")
def test_a_correction_is_public_beside_the_minutes(county, coordinator, held, then):
    actions.approve_minutes(
        held.pk, approver=county.chair.pk, title="ordförande", approved_on=held.on, **then
    )
    note = {"text": "Mötet var i Lycksele."}
    answer = coordinator.post(place(county, held, "ratta/"), note, follow=True)

    page = text(answer)
    assert answer.redirect_chain
    assert '<h2 id="rattelser">Rättelser</h2>' in page
    assert "Mötet var i Lycksele." in page
    assert "Kim Koordinator" in page


@pytest.mark.parametrize(
    ("page", "allowed"),
    [
        ("sand-for-justering/", {"coordinator", "chair"}),
        ("justera/", {"chair", "member"}),
        ("justera/synpunkt/", {"chair", "member"}),
        ("oppna-igen/", {"coordinator", "chair"}),
        ("ratta/", {"coordinator", "chair"}),
        ("nasta/", {"coordinator", "chair"}),
        ("punkt/{position}/yttrande/", {"coordinator", "chair"}),
        ("punkt/{position}/uppgift/", {"coordinator", "chair"}),
    ],
)
def test_who_comes_in_where(county, request, draft, page, allowed):
    substitute = client_of(county.substitute)
    clients = {
        name: request.getfixturevalue(name)
        for name in ("coordinator", "chair", "member", "stranger", "outsider")
    }
    clients |= {"substitute": substitute, "visitor": Client()}
    where = place(county, draft.meeting, page.format(position=county.item.position))

    statuses = {name: client.get(where).status_code for name, client in clients.items()}

    assert {name for name, status in statuses.items() if status == 200} == allowed
    assert statuses["visitor"] == 302
    assert statuses["stranger"] == statuses["outsider"] == 404
    for name, client in clients.items():
        if name not in allowed:
            client.post(where, {"seen": draft.sha256, "text": "Nej.", "reason": "Nej."})
    draft.refresh_from_db()
    assert (draft.ended_at, draft.comments.count()) == (None, 0)
    assert not draft.approvals.exclude(approved_at=None).exists()


def test_an_adjuster_whose_mission_has_ended_still_comes_in(county, draft):
    county.seats["member"].delete()
    former = client_of(county.member)

    assert "Nästa steg: justera" in text(former.get(county.address()))
    assert former.get(place(county, draft.meeting, "justera/")).status_code == 200


@pytest.mark.rule("R304")
def test_late_is_said_in_words(county, coordinator, draft):
    MinutesDraft.objects.filter(pk=draft.pk).update(due_on=county.today - timedelta(days=1))
    assert "Det är 1 dag sedan." in text(coordinator.get(place(county, draft.meeting)))
    assert "väntar på Carin Ordförande, Maj Ledamot" in text(
        coordinator.get(county.address("moten/"))
    )


# --- Voices and tasks


@pytest.mark.rule("R291")
def test_a_voice_is_noted_and_taken_back(county, coordinator, open_one):
    where = place(county, open_one, f"punkt/{county.item.position}/yttrande/")
    sent = {"kind": VoiceKind.DISSENT, "whose": f"p-{county.member.pk}", "text": "Avslag."}
    page = text(coordinator.post(where, sent, follow=True))

    assert "Avvikande mening, Maj Ledamot: Avslag." in page
    coordinator.post(f"{where}{Voice.objects.get().pk}/")
    assert not Voice.objects.exists()
    assert "Välj vem det kom från." in text(coordinator.post(where, {"kind": "view", "text": "x"}))


@pytest.mark.rule("R305")
def test_a_task_is_given_listed_and_reported(county, coordinator, member, open_one, then):
    later = county.meeting(days=30)
    where = place(county, open_one, f"punkt/{county.item.position}/uppgift/")
    sent = {"what": "Ta fram underlag.", "whom": "Maj", "person": county.member.pk}
    assert "Ange till vilket möte" in text(coordinator.post(where, sent))
    coordinator.post(where, sent | {"due_meeting": later.pk})
    task = Task.objects.get()
    end = county.address(f"moten/uppgifter/{task.pk}/")
    assert "är inte avslutat" in text(coordinator.get(end))
    actions.close_meeting(open_one.pk, **then)

    assert "Ta fram underlag." in text(coordinator.get(place(county, later)))
    assert "Ta fram underlag." in text(member.get(county.address("moten/uppgifter/")))
    assert client_of(county.substitute).get(end).status_code == 403
    member.post(end, {"state": "done", "note": "Utsänt."})

    page = text(coordinator.get(county.address("moten/uppgifter/")))
    assert "Utsänt." in page.partition("Klara och avskrivna")[2]


@pytest.mark.rule("R305")
def test_a_task_is_dropped_with_a_reason(county, coordinator, open_one, then):
    task = actions.order_task(
        county.item.pk, what="Skriv.", whom="LSG", due_words="före sommaren", **then
    )
    actions.close_meeting(open_one.pk, **then)
    end = county.address(f"moten/uppgifter/{task.pk}/")

    assert "Skriv varför uppgiften skrivs av." in text(coordinator.post(end, {"state": "dropped"}))
    coordinator.post(end, {"state": "dropped", "note": "Löst."})
    task.refresh_from_db()
    assert task.state == "dropped"


@pytest.mark.rule("R301")
def test_the_next_meeting_is_offered_and_can_be_another(county, coordinator, open_one):
    later = county.meeting(days=30)
    where = place(county, open_one, "nasta/")
    assert f'value="{later.on}"' in text(coordinator.get(where))
    assert "Nästa möte är efter mötet" in text(coordinator.post(where, {"on": open_one.on}))
    coordinator.post(where, {"on": later.on + timedelta(days=1), "place": "Åsele"})

    open_one.refresh_from_db()
    assert open_one.next_place == "Åsele"


@pytest.mark.rule("R298")
def test_one_clause_can_be_put_in_running_text(county, coordinator, open_one):
    where = place(county, open_one, f"punkt/{county.item.position}/")
    sent = {
        "outcome": Outcome.RECOMMENDED,
        "clauses": "att anta.\natt följa upp.",
        "inline": "on",
        "text": "",
        "seen": actions.stamp_of(Item.objects.get(pk=county.item.pk)),
    }
    assert "I löpande text står en enda att-sats." in text(coordinator.post(where, sent))
    coordinator.post(where, sent | {"clauses": "att anta."})

    county.item.refresh_from_db()
    assert county.item.inline


def test_pages_ask_as_much_whatever_has_been_said(county, coordinator, chair, draft, then):
    addresses = [
        (coordinator, place(county, draft.meeting)),
        (chair, place(county, draft.meeting, "justera/")),
        (coordinator, county.address("moten/uppgifter/")),
        (coordinator, county.address("moten/")),
        (coordinator, county.address()),
    ]

    def say(times: int) -> None:
        for nr in range(times):
            actions.comment_on_minutes(
                draft.meeting_id, f"Synpunkt {nr}", adjuster=county.member.pk, **then
            )
        actions.reopen_meeting(draft.meeting_id, reason="Mer ska med.", **then)
        for nr in range(times):
            voice = {"person_id": county.member.pk, **then}
            actions.note_voice(county.item.pk, VoiceKind.VIEW, f"{nr}", **voice)
            task = {"what": f"{nr}", "whom": "LSG", "due_words": "snart"}
            actions.order_task(county.item.pk, **task, **then)
        actions.close_meeting(draft.meeting_id, **then)
        both = [Adjuster(county.chair.pk, "ordförande"), Adjuster(county.member.pk, "justerare")]
        actions.send_for_approval(draft.meeting_id, both, **then)

    say(1)
    few = [queries_of(*one) for one in addresses]
    say(9)

    assert [queries_of(*one) for one in addresses] == few


# --- Behind the link


@pytest.fixture
def link(draft, county, then) -> str:
    """The member's own link; they have no account and are reached at a noted address."""
    county.member.email = "maj@example.invalid"
    county.member.save()
    actions.reopen_meeting(draft.meeting_id, reason="Ett ord.", **then)
    actions.close_meeting(draft.meeting_id, **then)
    both = [Adjuster(county.chair.pk, "ordförande"), Adjuster(county.member.pk, "justerare")]
    actions.send_for_approval(draft.meeting_id, both, **then)
    return f"/l/justera/{token_of(ApprovalLink.objects.get(person=county.member).key)}/"


def newest() -> MinutesDraft:
    return MinutesDraft.objects.latest("number")


@pytest.mark.rule("R304")
def test_an_adjuster_without_an_account_approves_in_one_press(client, link):
    page = text(client.get(link))
    assert newest().sha256 in page
    assert "Du behöver inget konto." in page

    answer = client.post(f"{link}justera/", {"seen": newest().sha256}, follow=True)

    assert "Din justering är antecknad." in text(answer)
    assert "Nu väntar det på övriga." in text(answer)
    assert answer.redirect_chain[0][1] == 303
    again = client.post(f"{link}justera/", {"seen": newest().sha256})
    assert again.status_code == 409
    assert "Du har redan justerat." in text(again)


@pytest.mark.rule("R304")
def test_an_adjuster_without_an_account_comments(client, link, county, coordinator):
    answer = client.post(f"{link}synpunkt/", {"text": "Det var den 13."}, follow=True)
    assert "Synpunkten är lämnad till sekreteraren." in text(answer)
    assert "Det var den 13." in text(answer)

    empty = client.post(f"{link}synpunkt/", {"text": " "})
    assert (empty.status_code, "Skriv din synpunkt." in text(empty)) == (422, True)
    forbidden = client.post(f"{link}synpunkt/", {"text": "19811218-9876"})
    assert "innehåller ett personnummer" in text(forbidden)


@pytest.mark.rule("R304")
def test_behind_the_link_a_changed_text_is_shown_before_it_is_approved(client, link, county, then):
    read = newest()
    change(county, read.meeting, then)
    both = [Adjuster(county.chair.pk, "ordförande"), Adjuster(county.member.pk, "justerare")]
    actions.send_for_approval(read.meeting_id, both, **then)

    answer = client.post(f"{link}justera/", {"seen": read.sha256})

    assert answer.status_code == 409
    assert "Det här ändrades sedan du läste" in text(answer)
    assert not newest().approvals.exclude(approved_at=None).exists()


@pytest.mark.rule("R304")
def test_the_link_says_when_there_is_nothing_to_approve(client, link, county, then):
    meeting = newest().meeting
    actions.reopen_meeting(meeting.pk, reason="Fel dag.", **then)
    assert "Mötet är öppnat igen för ändringar: Fel dag." in text(client.get(link))
    actions.close_meeting(meeting.pk, **then)
    actions.send_for_approval(meeting.pk, [Adjuster(county.chair.pk, "ordförande")], **then)
    assert "Andra är valda att justera" in text(client.get(link))
    seen = {"seen": newest().sha256}
    assert "Anteckningarna justeras av Carin Ordförande." in text(
        client.post(f"{link}justera/", seen)
    )
    actions.approve_minutes(meeting.pk, approver=county.chair.pk, approved_on=county.today, **then)
    assert "Anteckningarna är justerade av alla" in text(client.get(link))


def test_the_draft_is_given_as_a_pdf_behind_the_link(client, link, monkeypatch):
    from samverkan.www.adjuster import views

    monkeypatch.setattr(views, "minutes_pdf", lambda text, notice: text["body"].encode())

    answer = client.get(f"{link}utkast.pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.decode() == newest().content["body"]


def test_looking_behind_the_link_changes_nothing(client, link):
    before = newest().meeting.collaboration.head_sequence
    for page in ("", "justera/", "synpunkt/", "annat/"):
        client.get(f"{link}{page}")

    newest().meeting.collaboration.refresh_from_db()
    assert newest().meeting.collaboration.head_sequence == before


def test_a_link_that_is_not_ours_or_has_ended_leads_nowhere(client, link):
    assert client.get("/l/justera/abc.def/").status_code == 404
    ApprovalLink.objects.update(revoked_at=localtime())
    answer = client.post(f"{link}synpunkt/", {"text": "Det här skrev jag."})
    assert answer.status_code == 410
    assert "Det här skrev jag." in text(answer)


def test_a_form_from_elsewhere_is_refused_and_kept(link):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(f"{link}synpunkt/", {"text": "Det här skrev jag."})

    assert answer.status_code == 403
    assert "Det här skrev jag." in text(answer)
    assert client.post(f"{link}justera/", {"seen": newest().sha256}).status_code == 403
