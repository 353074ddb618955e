"""The file grounds.toml: where in a county's own texts each rule stands."""

from pydantic import Field

from samverkan.structures.schema.parts import Part, Source


class GroundData(Part):
    """Grund: where a rule of the system stands in the county's agreement, or in another text."""

    code: str = Field(
        max_length=60,
        pattern=r"^(R[0-9]{3}|[a-z][a-z_]*)$",
        description="Regelns nummer, till exempel R066, eller namnet på det som hindrar.",
    )
    section: str = Field("", max_length=20, description="Avsnitt i överenskommelsen.")
    word: str = Field(
        "", max_length=80, description="Ord i avsnittet som stycket hittas på, som de skrivs där."
    )
    source: Source = ""


class GroundsFile(Part):
    """The file grounds.toml."""

    grounds: list[GroundData] = []
