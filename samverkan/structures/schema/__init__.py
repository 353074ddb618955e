"""What the files of a structure may hold; `samverkan structure schema` gives it to editors."""

from samverkan.structures.schema.bodies import (
    BodiesFile,
    BodyData,
    ChairRuleData,
    DerivedSeatData,
    HeirData,
    ParentData,
    QuotaData,
    RhythmData,
)
from samverkan.structures.schema.functions import (
    FunctionData,
    FunctionsFile,
    OutsideActorData,
    OutsideFile,
)
from samverkan.structures.schema.grounds import (
    GroundData,
    GroundsFile,
)
from samverkan.structures.schema.line_rhythms import (
    LineRhythmData,
    LineRhythmsFile,
)
from samverkan.structures.schema.parts import (
    SLUG,
    Dated,
    WithTerms,
)
from samverkan.structures.schema.principals import (
    FederationData,
    FormerNameData,
    GroupingData,
    MembersData,
    NominatorData,
    PrincipalData,
    PrincipalHeirData,
    PrincipalsFile,
)
from samverkan.structures.schema.routines import (
    RoutineData,
    RoutinesFile,
)
from samverkan.structures.schema.structure import (
    CollaborationData,
    EffectData,
    Structure,
    UncoveredData,
)
from samverkan.structures.schema.texts import (
    AgreementData,
    AgreementFile,
    PassageData,
    SectionData,
    TextData,
    TextFile,
    ValuesData,
    VersionData,
    VersionFacts,
)

__all__ = [
    "SLUG",
    "AgreementData",
    "AgreementFile",
    "BodiesFile",
    "BodyData",
    "ChairRuleData",
    "CollaborationData",
    "Dated",
    "DerivedSeatData",
    "EffectData",
    "FederationData",
    "FormerNameData",
    "FunctionData",
    "FunctionsFile",
    "GroundData",
    "GroundsFile",
    "GroupingData",
    "HeirData",
    "LineRhythmData",
    "LineRhythmsFile",
    "MembersData",
    "NominatorData",
    "OutsideActorData",
    "OutsideFile",
    "ParentData",
    "PassageData",
    "PrincipalData",
    "PrincipalHeirData",
    "PrincipalsFile",
    "QuotaData",
    "RhythmData",
    "RoutineData",
    "RoutinesFile",
    "SectionData",
    "Structure",
    "TextData",
    "TextFile",
    "UncoveredData",
    "ValuesData",
    "VersionData",
    "VersionFacts",
    "WithTerms",
]
