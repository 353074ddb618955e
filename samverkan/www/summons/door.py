"""The door of those who are called to a meeting: one call, no account."""

from samverkan.meetings.actions.calls import call_of
from samverkan.meetings.models import Call
from samverkan.www import door
from samverkan.www.door import Door
from samverkan.www.summons.forms import LABELS

Visit = door.Visit[Call]
called = Door(call_of, "summons", lambda: LABELS)
