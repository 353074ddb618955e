"""An extract that seems to belong to another matter, typed in all at once."""

import pytest

from samverkan.dispatches.models import Answer
from tests.www.link.sent import decision, extract

OTHER = "Sorsele kommun\nTekniska nämnden\n§ 12 Snöröjning".encode()


@pytest.mark.rule("R152")
def test_it_is_said_and_passes_with_a_reason(registrar, dispatch, dispatched_on):
    sent = decision(dispatched_on, extract=extract("fel.txt", OTHER))

    refused = registrar.post("beslut", **sent)

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Utdraget verkar gälla något annat" in page
    assert "Utdraget verkar komma från Sorsele kommun" in page
    assert 'name="extract_reason"' in page
    assert not Answer.objects.exists()

    sent = decision(dispatched_on, extract=extract("fel.txt", OTHER))
    answer = registrar.post("beslut", **sent, extract_reason="Gemensam nämnd med Sorsele.")
    assert answer.status_code == 303
    assert Answer.objects.get().extract.name == "fel.txt"


def test_the_reason_is_not_asked_for_before_it_is_needed(registrar):
    assert 'name="extract_reason"' not in registrar.get("beslut").content.decode()
