"""Lists of reference numbers: read, compared with what was sent, and written to be filled in."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import register_number
from samverkan.dispatches.numbering import template
from samverkan.dispatches.numbering.checks import plan_of
from samverkan.dispatches.numbering.reading import Column, read
from samverkan.dispatches.receptions import sent_from_here
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import StepRefused
from tests.documents.files import pdf
from tests.factories import CollaborationFactory, PrincipalFactory, agreed_recommendation

REGISTRAR = Actor("Registrator via personlig länk", "Malå kommun")


@pytest.fixture
def here(db):
    here = CollaborationFactory()
    for name, slug in (("Malå kommun", "mala"), ("Sorsele kommun", "sorsele")):
        PrincipalFactory(collaboration=here, name=name, short_name=name.split()[0], slug=slug)
    return here


@pytest.fixture
def number(here):
    on = localdate() - timedelta(days=30)
    return agreed_recommendation(here, on=on, dispatched=True).number


def csv(*rows, head="Rekommendation;Huvudman;Diarienummer"):
    return "\n".join([head, *rows]).encode()


def planned(here, data, **facts):
    return plan_of(here.pk, read(data, name="lista.csv"), **facts)


def faults(plan):
    return [(one.cell, one.obstacle.code) for one in plan.faults]


def refused(data, **facts):
    with pytest.raises(StepRefused) as refusal:
        read(data, name="lista.csv", **facts)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_read_however_it_was_saved(separator, encoding):
    text = "Rek.nummer;Huvudman;Dnr;Rekommendationsnummer\nx;Malå kommun;KS 1;r2026-01\n"

    [row] = read(text.replace(";", separator).encode(encoding), name="x.csv").rows

    assert row.cells == {
        Column.RECOMMENDATION: "r2026-01",
        Column.PRINCIPAL: "Malå kommun",
        Column.NUMBER: "KS 1",
    }


def test_one_principals_own_list_needs_no_principal():
    data = b"Rekommendation,Dnr\nr2026-01,KS 1\n"

    assert len(read(data, name="x.csv", one_principal=True).rows) == 1
    assert refused(data) == ["numbers_without_headings"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_is_empty"),
        (b"x" * 2_000_001, "file_too_large"),
        (b"hej\nhopp\n", "numbers_without_headings"),
        (pdf(), "roster_of_another_kind"),
        (b"PK\x03\x04 not really", "roster_of_another_kind"),
        (csv(*["r2026-01;Malå;KS 1"] * 2001), "numbers_too_many"),
    ],
)
def test_what_is_no_list_is_said_so(data, code):
    assert refused(data) == [code]


@pytest.mark.rule("R316")
def test_the_template_comes_back_as_it_was_and_changes_nothing(here, number):
    rows = template.rows_of(sent_from_here())

    for written in (template.as_csv(rows), template.as_xlsx(rows)):
        plan = plan_of(here.pk, read(written, name="mall"))
        assert (plan.new, plan.empty, plan.faults) == ([], len(rows), [])
    assert {row[0] for row in rows} == {number}


@pytest.mark.rule("R316")
def test_a_filled_in_template_gives_each_its_number(here, number):
    rows = template.rows_of(sent_from_here())
    for place, row in enumerate(rows):
        row[2] = f"=KS 2026/{place}"

    plan = plan_of(here.pk, read(template.as_xlsx(rows), name="mall"))
    assert [one.number for one in plan.new] == [row[2] for row in rows]
    plan = plan_of(here.pk, read(template.as_csv(rows), name="mall"))
    assert [one.number for one in plan.new] == [row[2] for row in rows]


@pytest.mark.parametrize("named", ["Malå kommun", "malå", "MALA", " Malå  kommun "])
@pytest.mark.rule("R316")
def test_a_principal_is_known_by_any_of_its_names(here, number, named):
    [new] = planned(here, csv(f"{number};{named};KS 1")).new

    assert (new.dispatch.principal.slug, new.number, new.row) == ("mala", "KS 1", 2)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("r1999-01;Malå;KS 1", [("A2", "numbers_row_unknown")]),
        ("{number};Ingenstans;KS 1", [("B2", "numbers_row_unknown_principal")]),
        ("{number};;KS 1", [("B2", "numbers_row_unknown_principal")]),
        (
            "r1999-01;Ingenstans;KS 1",
            [("A2", "numbers_row_unknown"), ("B2", "numbers_row_unknown_principal")],
        ),
        ("{number};Malå;" + "x" * 61, [("C2", "reference_number_too_long")]),
        ("{number};Malå;" + "x" * 201, [("C2", "roster_cell_too_long")]),
        ("{number};Malå;19121212-1212", [("C2", "roster_identity_number")]),
    ],
)
@pytest.mark.rule("R316")
def test_what_is_wrong_is_said_at_its_cell(here, number, row, found):
    assert faults(planned(here, csv(row.format(number=number)))) == found


@pytest.mark.rule("R316")
def test_what_stands_twice_or_is_taken_is_said(here, number):
    other = agreed_recommendation(here, on=localdate() - timedelta(days=9), dispatched=True).number
    rows = [f"{number};Malå;KS 1", f"{number};Malå;KS 1", f"{other};Malå;ks 1"]

    plan = planned(here, csv(*rows))

    assert faults(plan) == [("A3", "numbers_row_twice"), ("C4", "reference_number_taken")]


@pytest.mark.rule("R316")
def test_what_is_given_already_is_unchanged_and_another_number_is_not(here, number):
    dispatch = sent_from_here().get(principal__slug="mala")
    register_number(dispatch.pk, "KS 1", by=REGISTRAR, now=localtime())

    same, other = (planned(here, csv(f"{number};Malå;{one}")) for one in ("KS 1", "KS 2"))

    assert (same.new, same.unchanged, same.faults) == ([], 1, [])
    assert faults(other) == [("C2", "has_other_number")]


def test_the_list_of_one_principal_is_about_that_one_only(here, number):
    mala = here.principals.get(slug="mala")
    data = csv(f"{number};Sorsele;KS 1", f"{number};;KS 2")

    plan = planned(here, data, principal=mala)

    assert faults(plan) == [("B2", "numbers_row_of_another")]
    assert [one.number for one in plan.new] == ["KS 2"]


@pytest.mark.parametrize("count", [1, 40])
def test_a_list_takes_as_many_queries_for_one_row_as_for_many(
    here, number, count, django_assert_max_num_queries
):
    data = csv(*[f"{number};Malå;KS {n}" for n in range(count)])

    with django_assert_max_num_queries(5):
        planned(here, data)
