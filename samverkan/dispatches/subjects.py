"""Subjects to follow: the agreement's areas and the target groups, by words in addresses."""

from dataclasses import dataclass

from django.db.models import Q

from samverkan.cases.choices import Scope, TargetGroup


@dataclass(frozen=True)
class Subject:
    """Ämne: what a case is about, as readers choose it."""

    slug: str
    name: str
    scope: str = ""
    target_group: str = ""

    @property
    def cases(self) -> Q:
        """Return what picks the recommendations whose case is about it."""
        if self.scope:
            return Q(case__scope=self.scope)
        return Q(case__target_groups__contains=[self.target_group])

    def about(self, scope: str, target_groups: list[str]) -> bool:
        """Return whether a case of an area and some target groups is about it."""
        return scope == self.scope if self.scope else self.target_group in target_groups


SUBJECTS = {
    one.slug: one
    for one in (
        Subject("socialtjanst", "Socialtjänst", scope=Scope.SOCIAL_SERVICES),
        Subject("aldreomsorg", "Äldreomsorg", scope=Scope.ELDERLY_CARE),
        Subject(
            "kommunal-halso-och-sjukvard",
            "Kommunernas hälso- och sjukvård",
            scope=Scope.MUNICIPAL_HEALTH,
        ),
        Subject(
            "regionens-halso-och-sjukvard",
            "Regionens angränsande hälso- och sjukvård",
            scope=Scope.ADJOINING_HEALTH,
        ),
        Subject("hjalpmedel", "Hjälpmedel", scope=Scope.ASSISTIVE_DEVICES),
        Subject("annat", "Annat än överenskommelsens områden", scope=Scope.OUTSIDE),
        Subject("barn-och-unga", "Barn och unga", target_group=TargetGroup.CHILDREN),
        Subject("vuxna", "Vuxna", target_group=TargetGroup.ADULTS),
        Subject("aldre", "Äldre", target_group=TargetGroup.ELDERLY),
    )
}
