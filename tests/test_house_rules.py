"""The code base tests itself: what the house style asks for and a machine can see."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLResolver, get_resolver

from samverkan import sentences
from tools.rules import ALL, CATALOGUE, KINDS, catalogue

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "samverkan"
MODULES = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
CODE = {path: path.read_text(encoding="utf-8") for path in MODULES}
TEMPLATES = {
    path: path.read_text(encoding="utf-8") for path in (PACKAGE / "templates").rglob("*.*")
}
OWN_PAGES = (
    *("www", "public", "follow", "link", "summons", "line", "adjuster", "digest"),
    "executor",
)
OURS = [model for model in apps.get_models() if model.__module__.startswith("samverkan.")]


def found(pattern):
    """Return what a pattern finds in the code of the areas."""
    return Counter(match for code in CODE.values() for match in re.findall(pattern, code))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_table_is_in_the_glossary(model):
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

    assert f"`{model.__name__}`" in glossary


def test_every_obstacle_has_its_sentence_and_every_sentence_its_obstacle():
    codes = set(found(r'\b(?:Obstacle|Remark)\(\s*"(\w+)"'))
    # What the look inside a file finds is named there, and becomes an obstacle with that name.
    flaws = {code for code in sentences.OBSTACLES if code.startswith(("file_", "identity_"))}

    assert codes - set(sentences.OBSTACLES) == set()
    assert set(sentences.OBSTACLES) - codes - flaws == set()


def test_no_two_areas_use_one_code_for_different_things():
    counted = Counter(code for area in sentences.AREAS for code in area.OBSTACLES)

    assert [code for code, count in counted.items() if count > 1] == []


def test_every_act_that_is_recorded_can_be_told():
    verbs = set(found(r'^\s+"([a-z]+\.[a-z_]+)",$|"(answer\.[a-z]+)"'.replace("^", "(?m:^)")))
    recorded = {part for pair in verbs for part in pair if part}

    assert recorded - set(sentences.VERBS) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_is_found_in_it(path):
    assert ast.get_docstring(ast.parse(CODE[path]))


def test_migrations_are_named_for_their_idea():
    names = [path.stem for path in PACKAGE.rglob("migrations/0*.py")]

    assert [name for name in names if "auto" in name] == []


def test_every_template_is_used():
    said = "\n".join([*CODE.values(), *TEMPLATES.values()])
    by_library = ("account", "mfa", "allauth")

    def is_named(name):
        # The page functions of www and public put their own folder, and public the ending, before.
        folder, _, rest = name.partition("/")
        letter = rest.removesuffix(".subject.txt").removesuffix(".body.txt")
        page = rest.removesuffix(".html").removeprefix("about/")
        short = {"www": rest, "public": page, "emails": letter}.get(folder)
        return name in said or (short is not None and f'"{short}"' in said)

    names = [path.relative_to(PACKAGE / "templates").as_posix() for path in TEMPLATES]
    ours = [name for name in names if name.partition("/")[0] not in by_library]
    assert [name for name in ours if not is_named(name)] == []


@pytest.mark.parametrize("word", ["lyckades", "ogiltig", "misslyckad"])
def test_words_that_we_do_not_say(word):
    said = {**CODE, **TEMPLATES}
    quoting = {"agreement", "history_files"}

    assert [
        str(path.relative_to(PACKAGE))
        for path, text in said.items()
        if word in text.lower() and not quoting & set(path.parts)
    ] == []


def test_every_rule_in_the_code_is_told_and_every_rule_told_has_a_test():
    cited = set(found(r"\bR\d{3}\b"))
    told = catalogue(CATALOGUE.read_text(encoding="utf-8"))
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    marked = set(re.findall(r'mark\.rule\("(R\d{3})"\)', tests))

    assert cited - set(told) == set()
    assert set(told) == marked
    assert set(told) <= set(ALL)
    assert {rule.how for rule in told.values()} <= set(KINDS)


def addresses(resolver, namespace=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, f"{namespace}{one.namespace or ''}:")
        elif one.name:
            yield namespace, one.name


def test_no_two_pages_have_one_name():
    """Two pages of one name lead to each other where their addresses take alike many parts."""
    counted = Counter(
        name for name in addresses(get_resolver()) if any(part in name[0] for part in OWN_PAGES)
    )

    assert [name for name, count in counted.items() if count > 1] == []
