"""The door of those who carry out: one bifall, no account."""

from samverkan.dispatches.actions import execution_link_of
from samverkan.dispatches.models import ExecutionLink
from samverkan.www import door
from samverkan.www.door import Door
from samverkan.www.executions.steps import labels

Visit = door.Visit[ExecutionLink]
executors = Door(execution_link_of, "executor", labels)
