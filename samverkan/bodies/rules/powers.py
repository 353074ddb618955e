"""What a body may do: recommend, or decide in its own matters."""

from collections.abc import Collection

from samverkan.bodies.choices import Power


def may_recommend(power: Power) -> bool:
    """Return whether a body may agree on recommendations.

    Main points of 2018, Gemensam struktur (R006): groupings may agree on recommendations; the
    decision is the principals' own (R005).
    """
    return power is Power.RECOMMENDS


def may_decide_inner(kind: str, owned: Collection[str]) -> bool:
    """Return whether an inner decision is of a kind that the body owns.

    Agreement § 5.2, § 6.1.2, § 7 and § 9 (R008): on its own forms of work a body may decide; all
    else becomes a recommendation.
    """
    return kind in owned
