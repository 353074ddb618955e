"""Tests of form fields as components/field.html shows them."""

import pytest
from django import forms
from django.template.loader import render_to_string

ANSWERS = [("approved", "Bifall"), ("rejected", "Avslag")]


class AnswerForm(forms.Form):
    number = forms.CharField(label="Diarienummer", help_text="Så som det står i protokollet.")
    answer = forms.ChoiceField(label="Beslut", choices=ANSWERS, widget=forms.RadioSelect)
    on = forms.DateField(label="Beslutsdag", required=False)
    read = forms.BooleanField(label="Jag har läst protokollet")


def shown(field):
    return " ".join(render_to_string("components/field.html", {"field": field}).split())


def test_text_field_points_to_its_hint():
    html = shown(AnswerForm()["number"])

    assert 'class="govuk-input"' in html
    assert 'aria-describedby="id_number_helptext"' in html
    assert 'id="id_number_helptext">Så som det står i protokollet.' in html


def test_field_in_error_points_to_its_error_and_says_that_it_is_one():
    html = shown(AnswerForm({"number": ""})["number"])

    assert "govuk-input--error" in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_number_helptext id_number_error"' in html
    assert '<div id="id_number_error">' in html
    assert '<span class="govuk-visually-hidden">Fel:</span>' in html


def test_choices_stand_in_a_fieldset_and_keep_what_was_chosen():
    html = shown(AnswerForm({"answer": "rejected"})["answer"])

    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert 'value="rejected" id="id_answer_1" checked' in html


@pytest.mark.parametrize(("name", "marked"), [("on", True), ("number", False)])
def test_only_a_field_that_may_be_left_empty_is_marked(name, marked):
    assert ("(frivilligt)" in shown(AnswerForm()[name])) is marked


def test_day_is_chosen_in_the_browsers_calendar():
    html = shown(AnswerForm({"on": "2026-03-12"})["on"])

    assert '<input type="date"' in html
    assert 'value="2026-03-12"' in html


def test_a_single_box_keeps_its_tick():
    assert "checked" in shown(AnswerForm({"read": "on"})["read"])


def test_summary_leads_to_the_first_control_of_each_field_in_error():
    html = render_to_string("components/form_errors.html", {"form": AnswerForm({})})

    assert [part.split('"')[0] for part in html.split('href="#')[1:]] == [
        "id_number",
        "id_answer_0",
        "id_read",
    ]
