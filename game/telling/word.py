"""Writing a document's blocks as a Word file: A4, East Asian fonts, headers, page numbers; the one place that knows it.

Needs python-docx (extra `docx`), whose own template is American: every style used here gets its fonts and sizes anew.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from game.session.whole import put
from game.telling.block import Block, Figure, Heading, NewPage, Para, Table, Title
from game.telling.words import Words

_FONTS = {"zh": ("仿宋", "黑体", "宋体"), "en": ("仿宋", "黑体", "宋体"), "tw": ("標楷體", "微軟正黑體", "新細明體")}
"""The East Asian fonts every Windows Word has: of the text, of headings, of tables and the title."""
_LATIN = "Times New Roman"
_LANGUAGE = {"zh": "zh-CN", "en": "en-GB", "tw": "zh-TW"}
_PAGE, _TOP, _BOTTOM, _LEFT, _RIGHT = (210, 297), 32, 28, 28, 26
"""The page and its margins, mm."""
_WIDTH = _PAGE[0] - _LEFT - _RIGHT
_SIZES = {1: 16, 2: 14, 3: 12}
_TEXT, _CELL, _SMALL = 12, 9, 7
"""Sizes in points: of headings by level, of text, of tables, of marks and the header."""
_GREY, _SHADE = RGBColor(0x59, 0x59, 0x59), "E7E6E6"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def write(blocks: Sequence[Block], words: Words, path: Path, written: date) -> None:
    """Write the blocks as a Word document, whole or not at all; OSError if the file cannot be written."""
    put(path, as_bytes(blocks, words, written))


def as_bytes(blocks: Sequence[Block], words: Words, written: date) -> bytes:
    """Return the blocks as a Word document."""
    page = _Writer(words)
    for block in blocks:
        page.put(block)
    return page.finished(next((b for b in blocks if isinstance(b, Title)), Title("", "")), written)


class _Writer:
    """A Word document being written."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.doc = Document()
        self.text_font, self.head_font, self.cell_font = _FONTS[words.lang]
        self._page()
        self._styles()

    def _page(self) -> None:
        """Set the paper and its margins."""
        section = self.doc.sections[0]
        section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
        section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
        section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
        section.header_distance = section.footer_distance = Mm(15)
        section.different_first_page_header_footer = True

    def _styles(self) -> None:
        """Give every style used its fonts, sizes and spacing."""
        styles = self.doc.styles
        for level, size in _SIZES.items():
            self._style(styles[f"Heading {level}"], self.head_font, size, (16 if level == 1 else 10, 4), level < 3)
        self._style(styles["Title"], self.cell_font, 24, (90, 12), True)
        self._style(styles["Subtitle"], self.head_font, 16, (0, 36))
        self._style(styles["Normal"], self.text_font, _TEXT, (0, 4))
        self._style(styles["Header"], self.cell_font, _CELL, (0, 0))
        self._style(styles["Footer"], self.cell_font, _CELL + 1, (0, 0))
        self._style(styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH), self.cell_font, _CELL, (2, 2))
        for name in ("Title", "Subtitle", "Footer"):
            styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        tabs = styles["Header"].paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), _LANGUAGE[self.words.lang])
            language.set(qn("w:eastAsia"), "zh-TW" if self.words.lang == "tw" else "zh-CN")

    def _style(self, style: Any, east: str, size: int, space: tuple[int, int], bold: bool = False) -> None:
        """Set one style's fonts, without the theme's, and the space before and after its paragraphs, in points."""
        style.font.name, style.font.size, style.font.bold, style.font.italic = _LATIN, Pt(size), bold, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), east)
        style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, space)
        style.paragraph_format.line_spacing = 1.25

    def put(self, block: Block) -> None:
        """Write one block."""
        if isinstance(block, Title):
            self._run(self.doc.add_paragraph(style="Title"), block.text)
            self._run(self.doc.add_paragraph(style="Subtitle"), block.kind)
        elif isinstance(block, Heading):
            paragraph = self.doc.add_paragraph(style=f"Heading {block.level}")
            self._run(paragraph, block.text + (" " if block.secret else ""))
            self._mark(paragraph, block.secret)
        elif isinstance(block, Para):
            self._para(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self._para(Para(block.caption, self.words("word.figure", title=block.title)))
        elif isinstance(block, NewPage):
            self.doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _para(self, block: Para) -> None:
        """Write a paragraph: prose with its first line indented, or a label with what belongs to it."""
        paragraph = self.doc.add_paragraph()
        if block.label:
            self._run(paragraph, block.label).bold = True
            self._mark(paragraph, block.secret)
        elif self.words.lang != "en":
            properties = paragraph._p.get_or_add_pPr()
            indent = properties.get_or_add_ind()
            indent.set(qn("w:firstLineChars"), "200")
            indent.set(qn("w:firstLine"), str(_TEXT * 2 * 20))
        run = self._run(paragraph, block.text)
        if block.code:
            run.font.size, run.font.color.rgb = Pt(_CELL + 1), _GREY

    def _table(self, block: Table) -> None:
        """Write a table whose head is repeated on every page and whose rows are not broken by one."""
        table: Any = self.doc.add_table(len(block.rows) + 1, len(block.header), "Table Grid")
        table.autofit = False
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(_padding())
        widths = [Mm(_WIDTH * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for n, (row, told) in enumerate(zip(table.rows, (block.header, *block.rows), strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if not n:
                properties.append(OxmlElement("w:tblHeader"))
            for column, (cell, text, width) in enumerate(zip(row.cells, told, widths, strict=True)):
                cell.width = width
                self._cell(cell, text, not n, not n and column in block.secret)
        self.doc.add_paragraph(style="Cell")

    def _cell(self, cell: Any, text: str, head: bool, secret: bool) -> None:
        """Write a cell, a paragraph a line; a column's head is shaded."""
        for n, line in enumerate(text.split("\n")):
            paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
            paragraph.style = "Cell"
            self._run(paragraph, line).bold = head or None
        if secret:
            self._mark(cell.add_paragraph(style="Cell"), secret)
        if head:
            cell._tc.get_or_add_tcPr().append(_shading())

    def _run(self, paragraph: Any, text: str) -> Any:
        """Add text to a paragraph; quotation marks and dashes in Chinese are as wide as characters."""
        run = paragraph.add_run(_UNFIT.sub("\ufffd", text))
        if self.words.lang != "en":
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        return run

    def _mark(self, paragraph: Any, secret: bool) -> None:
        """Mark a paragraph as not for players, by a grey tag after what stands in it."""
        if secret:
            run = self._run(paragraph, f" {self.words('submission.secret')} ")
            run.font.size, run.font.bold, run.font.color.rgb = Pt(_SMALL), False, _GREY
            run._r.get_or_add_rPr().append(_shading("D0CECE"))
            paragraph.add_run(" ")

    def finished(self, title: Title, written: date) -> bytes:
        """Return the document's bytes, with its header, page numbers and properties."""
        section = self.doc.sections[0]
        self._run(section.header.paragraphs[0], f"{title.text}\t{title.kind}")
        footer = section.footer.paragraphs[0]
        self._run(footer, "— ")
        footer._p.append(_page_number())
        self._run(footer, " —")
        properties, day = self.doc.core_properties, datetime(written.year, written.month, written.day)
        properties.title, properties.subject = (_UNFIT.sub("\ufffd", told)[:255] for told in (title.text, title.kind))
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.language = _LANGUAGE[self.words.lang]
        properties.created = properties.modified = day
        data = BytesIO()
        self.doc.save(data)
        return data.getvalue()


def _shading(fill: str = _SHADE) -> Any:
    """Return a background of one colour."""
    element = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        element.set(qn(f"w:{name}"), value)
    return element


def _padding() -> Any:
    """Return what a table keeps free at the left and right of its cells."""
    element = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(1.1).twips))
        margin.set(qn("w:type"), "dxa")
        element.append(margin)
    return element


def _page_number() -> Any:
    """Return a field that shows the page's number."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), "PAGE")
    return element
