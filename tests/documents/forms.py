"""Forms for papers, made where they are needed, as people and Word make them."""

import io

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samverkan.documents.word.package import packed, parts_of

ALL_IMPORTANT = (
    "{{rubrik}}",
    "Dnr {{diarienummer}}",
    "{{inledning}}",
    "{{att_satser}}",
    "{{bilagor}}",
)


def form(*paragraphs: str, header: str = "", footer: str = "") -> bytes:
    """Return a Word file with a paragraph for each text; the runs of one are divided by |."""
    document = Document()
    for text in paragraphs or ALL_IMPORTANT:
        in_runs(document.add_paragraph(), text)
    if header:
        in_runs(document.sections[0].header.paragraphs[0], header)
    if footer:
        in_runs(document.sections[0].footer.paragraphs[0], footer)
    return saved(document)


def in_runs(paragraph, text):
    for run in text.split("|"):
        paragraph.add_run(run)
    return paragraph


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def opened(data: bytes):
    return Document(io.BytesIO(data))


def lines(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file as it would be read."""
    return [paragraph.text for paragraph in opened(data).paragraphs]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    return packed(parts_of(data) | {name: content})


def with_relation(data: bytes, kind: str, target: str, of: str = "document.xml") -> bytes:
    """Return a Word file that points to something outside itself."""
    parts = parts_of(data)
    name = f"word/_rels/{of}.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    relations = parts.get(name, empty).decode()
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    one = f'<Relationship Id="x1" Type="{kind}" Target="{target}" TargetMode="External"/>'
    if relations.endswith("/>"):
        relations = f"{relations[:-2]}></Relationships>"
    changed = relations.replace("</Relationships>", f"{one}</Relationships>")
    return packed(parts | {name: changed.encode()})


def with_field(data: bytes, instruction: str) -> bytes:
    """Return a Word file with a field of Word's own."""
    document = opened(data)
    run = document.add_paragraph().add_run()
    told = OxmlElement("w:instrText")
    told.text = instruction
    run._r.append(told)
    return saved(document)


def in_control(paragraph) -> None:
    """Put a paragraph's runs in a content control that is bound to something else."""
    control, told, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    bound = OxmlElement("w:dataBinding")
    bound.set(qn("w:xpath"), "/title")
    told.append(bound)
    control.extend([told, content])
    content.extend(list(paragraph._p.findall(qn("w:r"))))
    paragraph._p.append(control)
