"""Writing a document's blocks as a Word file: A4, East Asian fonts, headers, page numbers; the one place that knows it.

Needs python-docx (extra `docx`), whose own template is American: every style used here gets its fonts and sizes anew.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from game.charts.drawing import Drawing
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
_TALLEST = 200
"""How tall a picture may be, mm: with its sentence it fits a page."""
_SIZES = {1: 16, 2: 14, 3: 12}
_TEXT, _CELL, _SMALL = 12, 9, 7
"""Sizes in points: of headings by level, of text, of tables, of marks and the header."""
_GREY, _SHADE = RGBColor(0x59, 0x59, 0x59), "E7E6E6"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
_WIDE = re.compile("([\u00b0\u00b1\u00b7\u00d7\u2010-\u2027\u2190-\u21ff]+)")
"""What is as wide as a character in Chinese and half as wide elsewhere: quotation marks, dashes, dots, arrows."""
_ROWS = 12
"""A row of so many lines or more may be broken by the end of a page."""
Paint = Callable[[Drawing], bytes]
"""What makes a PNG of a drawing: handed in, as this room knows no painter."""


def write(blocks: Sequence[Block], words: Words, path: Path, written: date) -> None:
    """Write the blocks as a Word document, whole or not at all; OSError if the file cannot be written."""
    put(path, as_bytes(blocks, words, written))


def as_bytes(blocks: Sequence[Block], words: Words, written: date, paint: Paint | None = None) -> bytes:
    """Return the blocks as a Word document; without `paint` a picture is its title and its sentence."""
    page = _Writer(words, paint)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        page.put(block, isinstance(following, Table | Figure))
    return page.finished(next((b for b in blocks if isinstance(b, Title)), Title("", "")), written)


class _Writer:
    """A Word document being written."""

    def __init__(self, words: Words, paint: Paint | None) -> None:
        self.words, self.paint = words, paint
        self._below = self._fresh = False
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
        for name, space in (("Figure", (8, 2)), ("Picture", (0, 10))):
            self._style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), self.text_font, _TEXT, space)
        styles["Figure"].paragraph_format.keep_with_next = True
        styles["Picture"].paragraph_format.line_spacing = 1.0
        for name in ("Title", "Subtitle", "Footer", "Picture"):
            styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        tabs = styles["Header"].paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB" if self.words.lang == "en" else "en-US")
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

    def put(self, block: Block, leads: bool = False) -> None:
        """Write one block, which stays on one page with what follows if it `leads` to that.

        Two tables are kept apart, and what follows a table has room above it.
        """
        if isinstance(block, NewPage):
            self._fresh = True
            return
        if self._below if not isinstance(block, Table) else self._below or self._fresh:
            self._paragraph("Cell")
        self._below = isinstance(block, Table)
        if isinstance(block, Title):
            self._say(self._paragraph("Title"), block.text)
            self._say(self._paragraph("Subtitle"), block.kind)
        elif isinstance(block, Heading):
            paragraph = self._paragraph(f"Heading {block.level}")
            self._say(paragraph, block.text + (" " if block.secret else ""))
            self._mark(paragraph, block.secret)
        elif isinstance(block, Para):
            self._para(block, leads)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self._figure(block)

    def _paragraph(self, style: str = "Normal") -> Any:
        """Begin a paragraph, on a new page if one was asked for."""
        paragraph = self.doc.add_paragraph(style=style)
        if self._fresh:
            paragraph.paragraph_format.page_break_before, self._fresh = True, False
        return paragraph

    def _figure(self, block: Figure) -> None:
        """Write a picture below its title and its sentence, which is also what is read aloud in its place."""
        paragraph = self._paragraph("Figure")
        self._say(paragraph, block.title, bold=True)
        self._say(paragraph, ("　" if self.words.lang != "en" else " ") + block.caption)
        if self.paint is None:
            return
        width, height = block.drawing.size
        paragraph = self._paragraph("Picture")
        shown = min(_WIDTH - 1, _TALLEST * width / height)
        shape = paragraph.add_run().add_picture(BytesIO(self.paint(block.drawing)), width=Mm(shown))
        for side in "TBLR":
            shape._inline.set(f"dist{side}", "0")
        for name, text in (("title", block.title), ("descr", block.caption or block.title)):
            shape._inline.docPr.set(name, _UNFIT.sub("\ufffd", text))

    def _para(self, block: Para, leads: bool) -> None:
        """Write a paragraph: prose with its first line indented, or a label with what belongs to it."""
        paragraph = self._paragraph()
        if block.label:
            self._say(paragraph, block.label, bold=True)
            self._mark(paragraph, block.secret)
        elif self.words.lang != "en":
            properties = paragraph._p.get_or_add_pPr()
            indent = properties.get_or_add_ind()
            indent.set(qn("w:firstLineChars"), "200")
            indent.set(qn("w:firstLine"), str(_TEXT * 2 * 20))
        paragraph.paragraph_format.keep_with_next = (leads and not block.label) or None
        self._say(paragraph, block.text, *((_CELL + 1, _GREY) if block.code else ()))

    def _table(self, block: Table) -> None:
        """Write a table: its head is repeated on every page, and a row that is not long stays on one."""
        table: Any = self.doc.add_table(len(block.rows) + 1, len(block.header), "Table Grid")
        table.autofit = False
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(_padding())
        widths = [Mm(_WIDTH * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for n, (row, told) in enumerate(zip(table.rows, (block.header, *block.rows), strict=True)):
            properties = row._tr.get_or_add_trPr()
            if max(text.count("\n") for text in told) < _ROWS:
                properties.append(OxmlElement("w:cantSplit"))
            if not n:
                properties.append(OxmlElement("w:tblHeader"))
            for column, (cell, text, width) in enumerate(zip(row.cells, told, widths, strict=True)):
                cell.width = width
                self._cell(cell, text, not n, not n and column in block.secret)

    def _cell(self, cell: Any, text: str, head: bool, secret: bool) -> None:
        """Write a cell, a paragraph a line; a column's head is shaded."""
        for n, line in enumerate(text.split("\n")):
            paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
            paragraph.style = "Cell"
            self._say(paragraph, line, bold=head or None)
        if secret:
            self._mark(cell.add_paragraph(style="Cell"), secret)
        if head:
            cell._tc.get_or_add_tcPr().append(_shading())

    def _say(
        self, paragraph: Any, text: str, size: int = 0, colour: RGBColor | None = None, bold: bool | None = None
    ) -> None:
        """Add text to a paragraph; quotation marks and dashes in Chinese are as wide as characters.

        Only these are marked as Chinese: a figure so marked may be broken in two at the end of a line.
        """
        told = _UNFIT.sub("\ufffd", text)
        for n, piece in enumerate(_WIDE.split(told) if self.words.lang != "en" else [told]):
            if piece:
                run = paragraph.add_run(piece)
                run.bold = bold
                if size:
                    run.font.size, run.font.color.rgb = Pt(size), colour
                if n % 2:
                    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")

    def _mark(self, paragraph: Any, secret: bool) -> None:
        """Mark a paragraph as not for players, by a grey tag after what stands in it."""
        if secret:
            run = paragraph.add_run(f" {self.words('submission.secret')} ")
            run.font.size, run.font.bold, run.font.color.rgb = Pt(_SMALL), False, _GREY
            run._r.get_or_add_rPr().append(_shading("D0CECE"))
            paragraph.add_run(" ")

    def finished(self, title: Title, written: date) -> bytes:
        """Return the document's bytes, with its header, page numbers and properties."""
        if self._below:
            self._paragraph("Cell")
        section = self.doc.sections[0]
        self._say(section.header.paragraphs[0], f"{title.text}\t{title.kind}")
        footer = section.footer.paragraphs[0]
        self._say(footer, "— ")
        footer._p.append(_page_number())
        self._say(footer, " —")
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
