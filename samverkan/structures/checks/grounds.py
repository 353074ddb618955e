"""What a county says of where a rule stands must be found there."""

from collections.abc import Iterator

from samverkan.structures.faults import Problem, nearest
from samverkan.structures.reading import Reading


def grounds(reading: Reading) -> Iterator[Problem]:
    """Name every rule with two grounds, and every section or word that is not in the agreement."""
    texts: dict[str, str] = {}
    for agreement in reading.agreements:
        for section in agreement.part.sections:
            texts[section.number] = texts.get(section.number, "") + section.text
    seen: set[str] = set()
    for found in reading.grounds:
        ground = found.part
        if ground.code in seen:
            yield Problem(found.file, (*found.path, "code"), "stated_again", {"what": ground.code})
        seen.add(ground.code)
        if not ground.section or not texts:
            continue
        facts = {"number": ground.section, "word": ground.word}
        if ground.section not in texts:
            facts["guess"] = nearest(ground.section, texts)
            yield Problem(found.file, (*found.path, "section"), "unknown_section", facts)
        elif ground.word not in texts[ground.section]:
            yield Problem(found.file, (*found.path, "word"), "word_not_there", facts)
