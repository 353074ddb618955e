"""The principals' own forms: what is let in, from which day, and until when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.dispatches.actions import add_template, obstacles_to_form, retire_template
from samverkan.dispatches.models import PaperTemplate
from samverkan.dispatches.papers import forms_on
from samverkan.documents.word.neutral import neutral_form
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.sentences import say
from tests.documents.files import office, pdf
from tests.documents.forms import form, with_part, with_relation
from tests.factories import TESTER, PrincipalFactory

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 12)
LATER = DAY + timedelta(days=30)


@pytest.fixture
def principal(db):
    return PrincipalFactory(name="Malå kommun")


def add(principal, data=None, *, first=DAY, name="mall.docx", reason="", now=NOW):
    facts = {"first": first, "name": name, "reason": reason, "by": TESTER, "now": now}
    return add_template(principal.pk, data=form() if data is None else data, **facts)


def codes(name, data):
    return [one.code for one in obstacles_to_form(name, data)]


@pytest.mark.rule("R155")
def test_a_form_is_taken_in_with_its_sum_and_its_fields(principal):
    template = add(principal)

    entry = Entry.objects.get(verb="template.added")
    assert template.fields == ["att_satser", "bilagor", "diarienummer", "inledning", "rubrik"]
    assert template.document.content_id == entry.content["facts"]["sha256"]
    assert forms_on([principal.pk], DAY)[principal.pk].first == DAY
    assert forms_on([principal.pk], DAY - timedelta(days=1)) == {}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("mall.docx", form(), []),
        ("mall.docx", neutral_form(), []),
        ("mall.docx", form("{{rubirk}}"), ["field_like_another"]),
        ("mall.docx", form("{{xyz}}"), ["field_unknown"]),
        ("mall.docx", form("{{rubrik} nu"), ["field_not_ended", "template_without_fields"]),
        ("mall.docx", form("Tom"), ["template_without_fields"]),
        ("mall.docx", form("{{rubrik}}"), ["fields_missing"]),
        ("mall.docx", b"", ["file_is_empty"]),
        ("mall.docx", b"x" * 3_000_001, ["file_too_large"]),
        ("mall.docx", b"PK\x03\x04", ["file_type_not_allowed"]),
        ("mall.pdf", pdf(), ["template_not_word"]),
        ("mall.docx", pdf(), ["file_is_something_else"]),
        ("mall.docm", office("docm"), ["file_has_macros"]),
        ("mall.docx", with_part(form(), "word/vbaProject.bin", b"m"), ["file_has_macros"]),
        ("mall.docx", with_relation(form(), "image", "https://a.example"), ["file_reaches_out"]),
        ("mall.docx", office("docx", "<w:document"), ["file_unreadable"]),
    ],
)
def test_what_keeps_a_form_out(name, data, expected):
    assert codes(name, data) == expected


def test_an_unknown_field_is_named_with_the_one_it_is_most_like():
    (obstacle,) = obstacles_to_form("mall.docx", form("{{konsekvens_barn}}"))

    assert say(obstacle) == (
        "Fältet {{konsekvens_barn}} finns inte. Menade du {{konsekvenser_barn}}?"
    )


def test_only_the_first_ten_unknown_fields_are_named():
    many = " ".join(f"{{{{zz{number}}}}}" for number in range(13))

    found = obstacles_to_form("mall.docx", form(many))

    assert len(found) == 11
    assert found[-1].facts == {"count": 3}


def test_a_missing_field_passes_with_a_reason(principal):
    (remark,) = obstacles_to_form("mall.docx", form("{{rubrik}}"))

    assert isinstance(remark, Remark)
    with pytest.raises(StepRefused):
        add(principal, form("{{rubrik}}"))
    assert add(principal, form("{{rubrik}}"), reason="Resten skriver vi själva.").reason


def test_an_unknown_field_does_not_pass_with_a_reason(principal):
    with pytest.raises(StepRefused):
        add(principal, form("{{rubirk}}"), reason="Det är så.")

    assert not PaperTemplate.objects.exists()
    assert not Entry.objects.filter(verb="template.added").exists()


def test_a_new_form_takes_over_on_its_day(principal):
    old, new = add(principal), add(principal, neutral_form(), first=LATER)

    old.refresh_from_db()
    assert (old.period.upper, new.period.upper) == (LATER, None)
    assert forms_on([principal.pk], LATER - timedelta(days=1))[principal.pk].first == DAY
    assert forms_on([principal.pk], LATER)[principal.pk].data == neutral_form()


def test_a_form_put_right_the_same_day_was_never_used(principal):
    wrong = add(principal)
    add(principal, neutral_form())

    wrong.refresh_from_db()
    assert wrong.period.isempty
    assert forms_on([principal.pk], DAY)[principal.pk].data == neutral_form()


def test_a_form_cannot_begin_before_the_one_in_use(principal):
    add(principal, first=LATER)

    with pytest.raises(StepRefused) as refusal:
        add(principal, first=DAY)

    assert [one.code for one in refusal.value.obstacles] == ["template_before_present"]


def test_a_form_is_used_no_longer_from_the_day_it_is_said(principal):
    template = add(principal)
    retired = retire_template(template.pk, by=TESTER, now=NOW + timedelta(days=30))

    assert retired.period.upper == LATER
    assert forms_on([principal.pk], LATER) == {}
    with pytest.raises(StepRefused):
        retire_template(template.pk, by=TESTER, now=NOW)


def test_a_form_with_a_personal_number_is_refused(principal):
    with pytest.raises(StepRefused) as refusal:
        add(principal, form("{{rubrik}} 811218-9876"))

    assert [one.code for one in refusal.value.obstacles] == ["identity_number_in_file"]
