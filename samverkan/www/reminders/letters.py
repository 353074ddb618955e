"""How a reminder reads before it goes, word for word but for the personal link."""

from collections.abc import Mapping

from django.conf import settings
from django.template.loader import render_to_string

from samverkan.dispatches.actions import REMINDER_TEMPLATES
from samverkan.dispatches.letters import reminder_facts
from samverkan.dispatches.queries import Letter
from samverkan.www.pages import Workspace

OWN_LINK = "(här står mottagarens egen länk)"


def reads(work: Workspace, letter: Letter, note: str = "") -> Mapping[str, str]:
    """Return the subject and the body of a letter, as it would go now."""
    facts = dict(reminder_facts(letter, {}, note=note, today=work.today))
    matters = [{**one, "link": OWN_LINK} for one in facts["matters"]]  # type: ignore[attr-defined]
    context = {
        **facts,
        "matters": matters,
        "collaboration": work.collaboration,
        "site": settings.SITE_ADDRESS,
    }
    template = REMINDER_TEMPLATES[letter.rung]
    return {
        part: render_to_string(f"emails/{template}.{part}.txt", context).strip()
        for part in ("subject", "body")
    }
