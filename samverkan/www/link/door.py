"""The registrars' door: one dispatch, no account."""

from samverkan.dispatches.actions import link_of
from samverkan.dispatches.models import RegistrarLink
from samverkan.www import door
from samverkan.www.door import Door
from samverkan.www.link.forms import labels

Visit = door.Visit[RegistrarLink]
registrars = Door(link_of, "link", labels)
