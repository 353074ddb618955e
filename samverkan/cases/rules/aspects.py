"""Rules for what a case should say beside its question. Pure: no database, no clock."""

from collections.abc import Collection, Mapping

from samverkan.cases.choices import Elsewhere, Scope
from samverkan.journal.obstacles import Obstacle, Remark

SUMMARY_LIMIT = 500


def obstacles_to_length(texts: Mapping[str, tuple[str, int]]) -> list[Obstacle]:
    """List the texts that are longer than their field holds, each given under its label."""
    return [
        Obstacle("case_text_too_long", {"field": label, "limit": limit})
        for label, (text, limit) in texts.items()
        if len(text) > limit
    ]


def remarks_on_aspects(
    *,
    relation_to_values: str,
    concerns_schools: bool,
    scope: str,
    without_school_channel: Collection[str],
    in_association: str,
    in_state_initiative: str,
    compared: bool,
) -> list[Remark]:
    """List what a case ought to say before a body agrees on anything.

    Agreement § 3 (R041): the picture of the future shall permeate cooperation. Agreement § 2
    (R024): the municipalities' own channel is used in questions that concern schools. Agreement
    § 6.1.2 (R090) and § 6.2 (R118): work is synchronised with what others do. School alone is in
    nobody's scope (X27); the body decides.
    """
    remarks = []
    if not relation_to_values.strip():
        remarks.append(Remark("no_relation_to_values"))
    if concerns_schools and without_school_channel:
        names = list(without_school_channel)
        remarks.append(Remark("school_channel_not_informed", {"municipalities": names}))
    if concerns_schools and scope == Scope.OUTSIDE:
        remarks.append(Remark("only_about_schools"))
    if Elsewhere.YES in (in_association, in_state_initiative) and not compared:
        remarks.append(Remark("overlap_not_compared"))
    return remarks
