"""The printed texts: tagged, in Swedish, the same bytes each time, nothing read as markup."""

import io

import pikepdf
import pytest

from samverkan.documents import pdf, press
from samverkan.documents.pdf import NotPrinted, minutes_pdf, proposal_pdf
from samverkan.documents.texts import digest
from tests.documents.texts import MINUTES, PROPOSAL

PRINTED = [(proposal_pdf, PROPOSAL), (minutes_pdf, MINUTES)]
HOSTILE = '#import "x" $a^2$ <script>alert(1)</script> \\u{41} *a* _b_ `c` @d // e /* f'


def opened(printed: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed))


def words(printed: bytes) -> str:
    """Return the text of all pages as a reader copies it, through each font's table of signs."""
    with opened(printed) as document:
        return " ".join("".join(_shown(page)) for page in document.pages)


def _shown(page: pikepdf.Page):
    tables, table = {}, {}
    for name, font in page.Resources.Font.items():
        tables[name] = _signs(font.ToUnicode.read_bytes().decode())
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    for at in range(0, len(raw), 2):
                        yield table[int.from_bytes(raw[at : at + 2])]


def _signs(table: str) -> dict[int, str]:
    signs = {}
    rows = iter(table.splitlines())
    for row in rows:
        if row.endswith("beginbfchar"):
            for pair in rows:
                if pair.startswith("endbfchar"):
                    break
                code, sign = pair.strip("<>").split("> <")
                signs[int(code, 16)] = bytes.fromhex(sign).decode("utf-16-be")
    return signs


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.rule("R311")
@pytest.mark.parametrize(("printer", "text"), PRINTED)
def test_a_pdf_is_tagged_in_swedish_and_has_a_title(printer, text):
    with opened(printer(text)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) == "sv-SE"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert text.get("title", text["body"]) in metadata["dc:title"]
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


@pytest.mark.parametrize(("printer", "text"), PRINTED)
def test_every_font_is_in_the_file(printer, text):
    with opened(printer(text)) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
        inside = [one.FontDescriptor.FontFile2 for font in fonts for one in font.DescendantFonts]

    assert len(inside) == len(fonts)
    assert names == {"Inter-Regular", "Inter-SemiBold"}


@pytest.mark.parametrize(("printer", "text"), PRINTED)
def test_the_same_text_gives_the_same_bytes(printer, text):
    assert printer(text) == printer(dict(reversed(text.items())))


@pytest.mark.rule("R311")
@pytest.mark.rule("R312")
def test_a_proposal_has_its_parts_in_order():
    read = squeezed(words(proposal_pdf(PROPOSAL | {"resources": "Inom ram."})))
    parts = [
        "Lycksele kommun",
        "Diarienummer",
        PROPOSAL["title"],
        "27 september 2018, punkt 80",
        "31 december 2018",
        "Sammanfattning",
        "Bakgrund",
        "Resurser och finansiering",
        "Konsekvenser",
        "Ryms inom ram.",
        "Barn",
        "Inte bedömt.",
        "Finns på samiska.",
        "En utbildning.",
        "Förslag till beslut",
        "Kommunfullmäktige beslutar",
        *PROPOSAL["clauses"],
        "Bilagor",
        digest(PROPOSAL | {"resources": "Inom ram."}),
    ]

    places = [read.find(squeezed(part)) for part in parts]

    assert -1 not in places
    assert places == sorted(places)


def test_a_part_without_text_is_left_out():
    read = words(proposal_pdf(PROPOSAL | {"background": " ", "annexes": [], "reply_by": None}))

    assert not any(part in read for part in ("Bakgrund", "Bilagor", "Resurser", "Svar senast"))


@pytest.mark.rule("R323")
def test_what_is_known_of_the_sender_is_at_the_head_of_a_proposal():
    read = squeezed(words(proposal_pdf(PROPOSAL)))
    sender = "Storgatan 1, 921 00 Lycksele · Telefon: 0950-140 00 · Org.nr: 212000-0001"

    assert squeezed(sender) in read
    assert "Bankgiro" not in read


def test_consequences_that_nobody_has_weighed_are_said_in_one_sentence():
    empty = dict.fromkeys(PROPOSAL["consequences"], "")

    read = squeezed(words(proposal_pdf(PROPOSAL | {"consequences": empty})))

    assert squeezed("nationella minoriteter och personal är inte bedömda.") in read


def test_a_proposal_sent_before_there_were_consequences_is_printed():
    sent = {key: PROPOSAL[key] for key in PROPOSAL if key not in ("consequences", "letterhead")}

    assert "Konsekvenser" not in words(proposal_pdf(sent))


@pytest.mark.rule("R291")
@pytest.mark.rule("R296")
@pytest.mark.rule("R304")
def test_minutes_have_their_parts():
    read = squeezed(words(minutes_pdf(MINUTES)))

    for part in (
        "Tid27 september 2018 kl. 09.00",
        "Punkt76–80",
        "Anna Exempel (s), Norsjö",
        "Bo Prov (c), i stället för Cia Test",
        "FöredragandeEva Föredragare",
        "SekreterareGreta Skrivare",
        "JusteratAnna Exempel, Ordförande4 oktober 2018Bo Prov, justerare2 oktober 2018",
        "Nästa möte30 oktober 2018, Umeå",
        "Avvikande mening, Bo Prov. Det går för fort.",
        "Presentera förutsättningarna. Koordinatorerna, till Samråd den 30 oktober 2018.",
        f"Texten som justerades (SHA-256): {MINUTES['approved_sha256']}",
        "76. Mötet öppnas",
        "Utfall: återremiss.",
        "RekommendationStyrgruppen rekommenderar huvudmännen:",
        *PROPOSAL["clauses"],
    ):
        assert squeezed(part) in read
    assert "Beslut" not in read.replace("Beslutande", "")
    assert "Utkast" not in read


@pytest.mark.rule("R304")
def test_minutes_that_nobody_has_approved_say_so():
    later = ("approvals", "approved_sha256")
    draft = {part: said for part, said in MINUTES.items() if part not in later}
    read = words(minutes_pdf(draft | {"approved_by": "", "approved_on": None}))

    assert "Utkast. Anteckningarna är inte justerade." in read
    assert "Justerat" not in read


@pytest.mark.rule("R304")
def test_corrections_are_a_part_of_their_own_and_leave_the_sum_as_it_is():
    plain = squeezed(words(minutes_pdf(MINUTES)))
    note = {"on": "2018-11-01", "by": "Greta Skrivare", "text": "Rätt dag är den 5 oktober."}
    read = squeezed(words(minutes_pdf(MINUTES, corrections=[note])))

    told = squeezed("1 november 2018, Greta Skrivare" + note["text"])
    assert read.index(squeezed("Rättelser")) > read.index(digest(MINUTES))
    assert told in read
    assert digest(MINUTES) in plain
    assert minutes_pdf(MINUTES, corrections=[note]) == minutes_pdf(MINUTES, corrections=[note])


def test_minutes_of_a_demonstration_say_so_first_and_on_every_page():
    said = "Demonstration: påhittat innehåll."
    read = squeezed(words(minutes_pdf(MINUTES, notice=said)))

    assert read.index(squeezed(said)) < read.index(squeezed("Närvarande"))
    assert read.count(squeezed(said)) >= 2
    assert digest(MINUTES) in read


@pytest.mark.rule("R298")
def test_one_clause_can_be_printed_in_running_text():
    point = MINUTES["points"][2] | {"inline": True, "clauses": ["att anta huvudpunkterna."]}
    read = squeezed(words(minutes_pdf(MINUTES | {"points": [point]})))

    assert squeezed("Styrgruppen rekommenderar huvudmännen att anta huvudpunkterna.") in read


def test_minutes_of_before_there_could_be_several_approvers_are_printed_as_then():
    later = ("approvals", "approved_sha256", "next_meeting")
    former = {part: said for part, said in MINUTES.items() if part not in later}

    assert squeezed("JusteratAnna Exempel, Ordförande4 oktober 2018") in squeezed(
        words(minutes_pdf(former))
    )


def test_an_unplanned_meeting_without_points_can_be_printed():
    bare = {"first_point": None, "last_point": None, "points": [], "deciding": [], "time": ""}

    assert "Punkt" not in words(minutes_pdf(MINUTES | bare))


@pytest.mark.parametrize("field", ["title", "summary", "lead", "source", "addressee"])
def test_markup_in_a_text_comes_out_as_it_was_written(field):
    assert squeezed(HOSTILE) in squeezed(words(proposal_pdf(PROPOSAL | {field: HOSTILE})))


def test_markup_in_a_clause_or_an_annex_comes_out_as_it_was_written():
    text = PROPOSAL | {"clauses": [f"att {HOSTILE}"], "annexes": [HOSTILE]}

    assert squeezed(words(proposal_pdf(text))).count(squeezed(HOSTILE)) == 2


def test_letters_of_the_sami_languages_and_typographic_signs_are_there():
    letters = "áÁčČđĐŋŊšŠŧŦžŽïÏøØ –—”’… §"

    assert squeezed(letters) in squeezed(words(proposal_pdf(PROPOSAL | {"summary": letters})))


@pytest.mark.parametrize("sign", ["😀", "漢", "\ue000"])
def test_a_sign_that_no_font_has_is_shown_as_unknown(sign):
    read = words(proposal_pdf(PROPOSAL | {"summary": f"Prov {sign} slut – ”klart”"}))

    assert squeezed("Prov \ufffd slut – ”klart”") in squeezed(read)


def test_a_long_text_runs_over_many_pages():
    text = PROPOSAL | {"background": "\n\n".join([f"{n} " + "ord " * 300 for n in range(60)])}

    with opened(proposal_pdf(text)) as document:
        assert len(document.pages) >= 15


def test_one_endless_word_is_printed():
    assert proposal_pdf(PROPOSAL | {"summary": "x" * 8000})


def test_a_press_that_hangs_is_ended(monkeypatch, tmp_path):
    stuck = tmp_path / "stuck.py"
    stuck.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(pdf, "_PRESS", stuck)
    monkeypatch.setattr(pdf, "SECONDS", 0.2)

    with pytest.raises(NotPrinted):
        proposal_pdf(PROPOSAL)


def test_a_press_that_breaks_says_why():
    with pytest.raises(NotPrinted, match="agreed_on"):
        proposal_pdf({key: value for key, value in PROPOSAL.items() if key != "agreed_on"})


def test_the_templates_lie_beside_the_press_with_fonts_and_their_licence():
    fonts = press.TEMPLATES / "fonts"

    assert (fonts / "OFL.txt").exists()
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 400_000
