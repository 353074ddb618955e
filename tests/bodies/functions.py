"""Rows for tests about coordinators' functions and actors outside."""

from datetime import date
from decimal import Decimal

from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from samverkan.bodies.models import CoordinatorFunction, FunctionHolder
from samverkan.journal.fields import from_day
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from tests.factories import LONG_AGO, Ours, PersonFactory, PrincipalFactory


class FunctionFactory(Ours):
    """A coordinator function of 2.0 at a region, half each, from September 2020."""

    class Meta:
        model = CoordinatorFunction

    slug = Sequence(lambda n: f"funktion-{n}")
    name = Sequence(lambda n: f"Funktion {n}")
    full_time_equivalents = Decimal(2)
    host = SubFactory(PrincipalFactory, collaboration=SelfAttribute("..collaboration"), region=True)
    municipalities_percent = Decimal(50)
    region_percent = Decimal(50)
    period = LazyAttribute(lambda _: from_day(date(2020, 9, 1)))


class HolderFactory(DjangoModelFactory):
    class Meta:
        model = FunctionHolder

    function = SubFactory(FunctionFactory)
    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..function.collaboration"))
    share = Decimal("0.50")
    employer = SelfAttribute("function.host")
    period = LazyAttribute(lambda _: from_day(date(2021, 1, 1)))


class OutsideFactory(Ours):
    class Meta:
        model = OutsideActor

    slug = Sequence(lambda n: f"aktor-{n}")
    name = Sequence(lambda n: f"Aktör {n}")
    kind = OutsideKind.COORDINATION_ASSOCIATION
    topics = "rehabilitering"
    contact = "kansliet@forbundet.example.invalid"
    period = LONG_AGO
