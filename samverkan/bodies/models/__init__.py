"""The bodies (organ) of a collaboration, their seats and who holds them; everything is dated."""

from samverkan.bodies.models.bodies import (
    Body,
    BodyAlias,
    ClosingNote,
    Parentage,
    Succession,
    UncoveredLevel,
)
from samverkan.bodies.models.chairs import ChairExtension, ChairRule, ChairTerm
from samverkan.bodies.models.functions import (
    CoordinatorFunction,
    CostShare,
    FunctionCost,
    FunctionHolder,
)
from samverkan.bodies.models.outside import OverlapNote
from samverkan.bodies.models.rosters import Roster
from samverkan.bodies.models.seats import DerivedSeat, Mission, Nominator, Quota
from samverkan.bodies.models.texts import GoverningText, Review, TextVersion

__all__ = [
    "Body",
    "BodyAlias",
    "ChairExtension",
    "ChairRule",
    "ChairTerm",
    "ClosingNote",
    "CoordinatorFunction",
    "CostShare",
    "DerivedSeat",
    "FunctionCost",
    "FunctionHolder",
    "GoverningText",
    "Mission",
    "Nominator",
    "OverlapNote",
    "Parentage",
    "Quota",
    "Review",
    "Roster",
    "Succession",
    "TextVersion",
    "UncoveredLevel",
]
