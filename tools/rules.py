"""`make rules`: which of the rules R001-R330 are upheld, how, and by which tests.

docs/rules.md says how a rule is upheld; a test says that it would fail without it by its mark
`@pytest.mark.rule("R152")`. A rule counts when both are there.
"""

import contextlib
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "docs" / "rules.md"
ALL = [f"R{number:03}" for number in range(1, 331)]
ROW = re.compile(
    r"^\| (?P<number>R\d{3}) \| (?P<how>[^|]+) \| (?P<rule>[^|]+) \| (?P<source>[^|]+) \|"
)
KINDS = ("hinder", "anmärkning", "påminnelse", "rapport", "mall", "steg", "sida", "databas")


@dataclass(frozen=True)
class Rule:
    """A row of docs/rules.md."""

    number: str
    how: str
    rule: str
    source: str


def catalogue(text: str) -> dict[str, Rule]:
    """Return the rules that docs/rules.md tells of, by number."""
    rows = (ROW.match(line) for line in text.splitlines())
    rules = (Rule(**{k: v.strip() for k, v in row.groupdict().items()}) for row in rows if row)
    return {rule.number: rule for rule in rules}


class Marks:
    """Collects the rule marks of every test, without running any."""

    def __init__(self) -> None:
        self.tests: dict[str, list[str]] = defaultdict(list)

    def pytest_collection_modifyitems(self, items: Iterable[pytest.Item]) -> None:
        for item in items:
            name = item.nodeid.partition("[")[0]
            for mark in item.iter_markers("rule"):
                for number in mark.args:
                    if name not in self.tests[number]:
                        self.tests[number].append(name)


def marked_tests() -> Mapping[str, list[str]]:
    """Return the tests that say they uphold each rule."""
    marks = Marks()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        status = pytest.main(["--collect-only", "-q", str(ROOT / "tests")], plugins=[marks])
    if status:
        sys.exit(f"{said.getvalue()}\nProven går inte att samla in.")
    return marks.tests


def main() -> None:
    """Print a row a rule that is upheld, the numbers of the others, and the count."""
    rules = catalogue(CATALOGUE.read_text(encoding="utf-8"))
    tests = marked_tests()
    upheld = [number for number in ALL if number in rules and tests.get(number)]
    for number in upheld:
        print(f"{number}  {rules[number].how:<12}  {rules[number].rule}")
        for test in tests[number]:
            print(f"{'':6}{test}")
    others = [number for number in ALL if number not in upheld]
    print(f"\nÄnnu inte: {' '.join(others)}\n")
    print(f"rules: {len(upheld)} of {len(ALL)} upheld")


if __name__ == "__main__":
    main()
