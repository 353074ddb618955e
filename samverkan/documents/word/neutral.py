"""The joint neutral form: shipped with the service, and nothing in it may be moved or swapped.

Its headings and their order are those of the Region's own proposals of 2018 and 2020 (R311, R317).
"""

import io
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from samverkan.documents.word.package import packed, parts_of

FONT = "Calibri"
INK = RGBColor(0x1A, 0x1A, 0x1A)
SOFT = RGBColor(0x50, 0x50, 0x50)
PARTS = (
    ("Sammanfattning", "{{sammanfattning}}"),
    ("Bakgrund", "{{bakgrund}}"),
    ("Resurser och finansiering", "{{resurser_och_finansiering}}"),
)
CONSEQUENCES = (
    ("Ekonomi", "{{konsekvenser_ekonomi}}"),
    ("Barn", "{{konsekvenser_barn}}"),
    ("Nationella minoriteter", "{{konsekvenser_minoritet}}"),
    ("Personal", "{{konsekvenser_personal}}"),
)


@cache
def neutral_form() -> bytes:
    """Return the joint neutral form as a Word file, the same each time."""
    document = Document()
    document.core_properties.comments = ""
    _page(document)
    _looks(document)
    _head_and_foot(document)
    document.add_paragraph("{{rubrik}}", style="Title")
    facts = document.add_paragraph(style="Upplysning")
    facts.add_run(
        "Rekommendation {{rekommendation}} från {{rekommenderande_organ}} den {{rekommenderad_den}}"
    )
    document.add_paragraph("Svar senast: {{svar_senast}}", style="Upplysning")
    for heading, field in PARTS:
        document.add_heading(heading, level=1)
        document.add_paragraph(field)
    document.add_heading("Konsekvenser", level=1)
    for heading, field in CONSEQUENCES:
        document.add_heading(heading, level=2)
        document.add_paragraph(field)
    document.add_heading("Förslag till beslut", level=1)
    document.add_paragraph("{{inledning}}").paragraph_format.keep_with_next = True
    document.add_paragraph("{{att_satser}}", style="Att-sats")
    document.add_heading("Bilagor", level=1)
    document.add_paragraph("{{bilagor}}")
    document.add_paragraph(
        "En rekommendation blir beslut först när huvudmannen har beslutat.", style="Upplysning"
    )
    document.add_paragraph("{{kalla}}", style="Upplysning")
    target = io.BytesIO()
    document.save(target)
    return packed(_without_its_making(parts_of(target.getvalue())))


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)


def _looks(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(11), INK
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "sv-SE"})
    normal.element.rPr.append(language)
    for name, size, before in (("Title", 20, 18), ("Heading 1", 14, 14), ("Heading 2", 11.5, 8)):
        style = styles[name]
        _font(style, size, INK)
        style.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
    soft = styles.add_style("Upplysning", WD_STYLE_TYPE.PARAGRAPH)
    soft.base_style = normal
    _font(soft, 9.5, SOFT)
    soft.paragraph_format.space_after = Pt(2)
    clause = styles.add_style("Att-sats", WD_STYLE_TYPE.PARAGRAPH)
    clause.base_style = normal
    clause.paragraph_format.left_indent = Mm(8)


def _font(style: Any, size: float, color: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), color
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)


def _head_and_foot(document: Any) -> None:
    section = document.sections[0]
    right = section.page_width - section.left_margin - section.right_margin
    head = section.header.paragraphs[0]
    head.style = document.styles["Normal"]
    head.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run("{{avsandare_namn}}").bold = True
    head.add_run("\tDiarienummer: {{diarienummer}}")
    foot = section.footer
    foot.paragraphs[0].text = "{{avsandare_adress}}"
    foot.paragraphs[0].style = document.styles["Upplysning"]
    for text in ("{{avsandare_kontakt}}", "{{avsandare_nummer}}"):
        foot.add_paragraph(text, style="Upplysning")
    last = foot.add_paragraph("Förslag till beslut · sida ", style="Upplysning")
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    last._p.append(page)
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "1"
    page.append(run)


def _without_its_making(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The library's own picture of a page comes along, and is of no use here."""
    thumbnail = "docProps/thumbnail.jpeg"
    kept = {name: data for name, data in parts.items() if name != thumbnail}
    relations = kept["_rels/.rels"].decode()
    start = relations.find("<Relationship", relations.find(thumbnail) - 400)
    for one in relations[start:].split("<Relationship"):
        if thumbnail in one:
            relations = relations.replace(f"<Relationship{one.partition('/>')[0]}/>", "")
    kept["_rels/.rels"] = relations.encode()
    return kept
