"""A small structure in plain values, for the finders: one body where Ask and the region sit.

`a_day(...)` gives a day on which nothing is found; each keyword replaces a part of it.
"""

from datetime import date
from decimal import Decimal

from samverkan.bodies.choices import Anchor, BodyKind, Level, MissionKind, Office, Power, Sphere
from samverkan.bodies.rules.chairs import Order
from samverkan.bodies.rules.findings.facts import (
    Function,
    Holding,
    Leading,
    Organ,
    Outsider,
    Party,
    Seating,
    Sitting,
    Term,
    Text,
    Version,
)
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.principals.choices import OutsideKind, Side, Standing

ON = date(2026, 3, 12)
START = date(2020, 9, 1)
ASK, REGION = 1, 2
BODY, BELOW = 10, 11
SIDES = {ASK: Side.MUNICIPALITIES, REGION: Side.REGION}


def party(pk=ASK, *, name="Ask", side=Side.MUNICIPALITIES, first=None, until=None):
    return Party(pk, name.lower(), f"{name} kommun", name, side.value, first, until)


def organ(pk=BODY, **facts):
    known = {
        "slug": f"organ-{pk}",
        "name": f"Organ {pk}",
        "short_name": "",
        "kind": BodyKind.CONSULTATION.value,
        "level": Level.REGIONAL.value,
        "sphere": Sphere.POLITICAL.value,
        "responsibility": "",
        "power": Power.RECOMMENDS.value,
        "side": "",
        "parity": False,
        "grouping": None,
        "described": True,
        "set_by": "överenskommelsen",
        "setter": None,
        "expected_texts": [],
        "required_sections": [],
        "review_months": None,
        "source": "",
        "first": START,
        "until": None,
    }
    return Organ(pk, **known | facts)


def seating(principal=ASK, least=1, most=1, substitutes=0, *, body=BODY, nominator=None):
    return Seating(body, principal, nominator, least, most, substitutes, "§ 5.1.3", START, None)


def sitting(pk=100, principal=ASK, **facts):
    known = {
        "body": BODY,
        "principal": principal,
        "nominator": None,
        "person": pk,
        "name": f"Person {pk}",
        "kind": MissionKind.ORDINARY.value,
        "is_main": False,
        "line_function": "socialnämnden",
        "appointed_by": "kommunfullmäktige",
        "appointed_on": START,
        "first": START,
        "until": None,
    }
    return Sitting(pk, **known | facts)


def term(person=100, office=Office.CHAIR, side=Side.MUNICIPALITIES, **facts):
    known = {"first": date(2026, 1, 1), "until": date(2027, 1, 1)} | facts
    body = known.pop("body", BODY)
    return Term(body, person, f"Person {person}", office.value, side.value, **known)


def leading(body=BODY, **facts):
    known = {"anchor": Anchor.CALENDAR_YEAR, "alternates": True, "opposite_sides": True}
    return Leading(body, Order(**known | facts), "§ 5.1.3")


def text(pk=50, kind="assignment", body=BODY, function=None):
    return Text(pk, f"text-{pk}", kind, f"Text {pk}", body, function)


def version(text=50, number=1, **facts):
    known = {
        "pk": text * 10 + number,
        "text": text,
        "number": number,
        "stage": "adopted",
        "adopted_on": START,
        "valid_from": START,
        "feedback_months": 6,
        "values": None,
        "written": [],
    }
    return Version(**known | facts)


def function(size="1.00", **facts):
    known = {
        "pk": 70,
        "slug": "koordinator",
        "name": "Koordinatorn",
        "size": Decimal(size),
        "host": REGION,
        "host_name": "Regionen",
        "municipalities_percent": Decimal(50),
        "split_standing": Standing.SOURCE.value,
        "source": "§ 8",
    }
    return Function(**known | facts)


def holding(share="1.00", employer=REGION):
    return Holding(70, "Kim", Decimal(share), employer, "Arbetsgivaren", START, None)


def outsider(kind=OutsideKind.COORDINATION_ASSOCIATION, *, noted_on=None, principal=None):
    return Outsider(90, "aktor", "Aktören", kind.value, principal, "rehabilitering", noted_on)


def a_day(on=ON, **parts):
    """Return a day on which all is well: two sides, a seat each, a chair and a vice chair."""
    known = {
        "principals": (party(), party(REGION, name="Regionen", side=Side.REGION)),
        "bodies": (organ(),),
        "seatings": (seating(), seating(REGION)),
        "sittings": (sitting(), sitting(101, REGION)),
        "terms": (term(), term(101, Office.VICE_CHAIR, Side.REGION)),
        "orders": (leading(),),
    }
    return Snapshot(on=on, **known | parts)


def codes(found):
    return [one.code for one in found]
