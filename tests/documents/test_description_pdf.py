"""The description and the pictures in print: tagged, in Swedish, with bookmarks, the same bytes."""

import pikepdf
import pytest

from samverkan.documents.pdf import description_pdf, picture_pdf
from tests.documents.test_pdf import HOSTILE, opened, squeezed, words

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">'
    '<rect width="200" height="100" fill="#fff"/>'
    '<text x="10" y="40" font-family="Inter, Arial" font-weight="600">Samråd</text></svg>'
)
BLOCKS = [
    {"kind": "text", "caption": "", "lines": ["Organet rekommenderar."], "head": [], "rows": []},
    {"kind": "facts", "caption": "", "lines": [], "head": [], "rows": [["Syfte", "Nytta\n\nalla"]]},
    {
        "kind": "table",
        "caption": "Vilka som sitter",
        "lines": [],
        "head": ["För vem", "Ordinarie", "Ersättare"],
        "rows": [["Aspa", "Anna Exempel (s)\nBo Prov", "–"], ["Berga", "vakant", "–"]],
    },
]
CHAPTER = {
    "number": "3.1",
    "anchor": "organ-samrad",
    "heading": "Samråd",
    "body": "samrad",
    "blocks": BLOCKS,
}
DESCRIPTION = {
    "collaboration": "Samverkan i länet",
    "county": "Länet",
    "parties": "Länets kommuner och Region Länet",
    "on": "2026-11-22",
    "journal": 4812,
    "changed": "2026-11-20",
    "parts": [
        {"number": "2", "anchor": "a", "heading": "Så går en fråga", "blocks": BLOCKS[:1]}
        | {"chapters": []},
        {"number": "3", "anchor": "b", "heading": "Politisk nivå", "blocks": []}
        | {"chapters": [CHAPTER]},
    ],
}
ROWS = [
    {"depth": 0, "name": "Samråd", "said": "Rekommenderar"},
    {"depth": 1, "name": "AU", "said": "Bereder"},
    {"depth": 2, "name": "Djupt nere", "said": "Samtalar"},
    {"depth": 0, "name": "Seminariet", "said": "Samtalar"},
]
DRAWN = {
    "heading": "Förtroendevalda",
    "svg": SVG,
    "width": 200.0,
    "height": 100.0,
    "alternative": "Schematisk bild med 4 organ.",
    "standing": ROWS,
    "apart": [],
    "working_groups": [{"depth": 0, "name": "Gruppen", "said": "under AU"}],
}
PICTURES = {
    "collaboration": "Samverkan i länet",
    "on": "2026-11-22",
    "journal": 4812,
    "changed": "",
    "pictures": [DRAWN, DRAWN | {"heading": "Tjänstepersoner", "svg": ""}],
}
PRINTED = [(description_pdf, DESCRIPTION), (picture_pdf, PICTURES)]


def elements(document, kind):
    """Return the elements of a kind in the document's tree of tags."""
    found, waiting = [], [document.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += list(one)
        elif isinstance(one, pikepdf.Dictionary):
            if one.get("/S") == f"/{kind}":
                found.append(one)
            if "/K" in one:
                waiting.append(one.K)
    return found


@pytest.mark.rule("R014")
@pytest.mark.parametrize(("printer", "text"), PRINTED)
def test_it_is_tagged_in_swedish_with_a_title_and_bookmarks(printer, text):
    with opened(printer(text)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) == "sv-SE"
        with document.open_metadata() as metadata:
            assert "Samverkan i länet, 22\xa0november\xa02026" in metadata["dc:title"]
            assert metadata["pdfuaid:part"] == "1"
        with document.open_outline() as outline:
            assert outline.root


@pytest.mark.parametrize(("printer", "text"), PRINTED)
def test_the_same_text_gives_the_same_bytes(printer, text):
    assert printer(text) == printer(dict(reversed(text.items())))


@pytest.mark.rule("R014")
def test_the_description_has_a_front_page_contents_and_all_that_is_told():
    printed = description_pdf(DESCRIPTION)
    read = squeezed(words(printed))
    parts = [
        "Journalens läge4812",
        "Innehåll",
        "3.1 Samråd",
        "2 Så går en fråga",
        "Syfte",
        "Bo Prov",
    ]

    places = [read.find(squeezed(part)) for part in parts]
    assert -1 not in places
    with opened(printed) as document, document.open_outline() as outline:
        titles = [one.title for one in outline.root]
        assert titles[-1] == "3 Politisk nivå"
        assert len(elements(document, "Table")) == 1
        assert len(elements(document, "TH")) >= 3
        assert elements(document, "TOCI")


@pytest.mark.rule("R019")
def test_a_picture_has_its_alternative_and_the_same_as_a_nested_list():
    printed = picture_pdf(PICTURES)
    read = squeezed(words(printed))

    with opened(printed) as document:
        figures = [str(one.Alt) for one in elements(document, "Figure")]
        assert figures == ["Schematisk bild med 4 organ."]
        assert len(elements(document, "L")) >= 6
        page = document.pages[0].MediaBox
        assert page[2] > page[3]
    assert squeezed("Djupt nere – Samtalar") in read
    assert squeezed("Arbetsgrupper, som inte hör till den fasta strukturen") in read


def test_a_list_deeper_than_a_page_is_still_printed():
    rows = [{"depth": at, "name": f"Nivå {at}", "said": "Samtalar"} for at in range(40)]

    read = words(picture_pdf(PICTURES | {"pictures": [DRAWN | {"standing": rows}]}))

    assert squeezed("Nivå 39") in squeezed(read)


def test_markup_in_a_name_comes_out_as_it_was_written():
    chapter = CHAPTER | {"heading": HOSTILE}
    part = DESCRIPTION["parts"][1] | {"chapters": [chapter]}

    read = squeezed(words(description_pdf(DESCRIPTION | {"parts": [part]})))

    assert squeezed(HOSTILE) in read
