"""Every sentence about bodies: seats and chairs, governing texts, functions, rosters, findings."""

from samverkan.bodies.wording import findings, functions, rosters, seats, texts

PARTS = (seats, texts, functions, rosters, findings)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}
