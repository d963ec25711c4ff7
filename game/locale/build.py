"""Build the catalogues: zh_TW from zh_CN by OpenCC, and each language's one .mo from its .po files.

Run by hand after editing a .po (`python -m game.locale.build`); needs Babel and OpenCC, which playing does not.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from opencc import OpenCC

HERE = Path(__file__).parent
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_QUOTES = str.maketrans("“”‘’", "「」『』")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|`[^`]*`|qiantou [a-z]+)")


def source(lang: str) -> Path:
    """Return where the main .po of a language lies; others may lie beside it."""
    return HERE / lang / "LC_MESSAGES" / "qiantou.po"


def read(lang: str) -> Catalog:
    """Read all .po files of a language into one catalogue."""
    whole = Catalog(locale=lang)
    for path in sorted(source(lang).parent.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    whole[message.id] = message
    return whole


def taiwanese(text: str, converter: OpenCC) -> str:
    """Return Chinese text in Taiwan's characters, words and quotation marks; placeholders and commands stay."""
    parts = _PLACEHOLDER.split(text)
    return "".join(p if n % 2 else converter.convert(p).translate(_QUOTES) for n, p in enumerate(parts))


def derived() -> str:
    """Return the .po of zh_TW made from that of zh_CN."""
    converter = OpenCC("s2twp")
    lines = ['msgid ""', 'msgstr ""', r'"Language: zh_TW\n"', r'"MIME-Version: 1.0\n"',
             r'"Content-Type: text/plain; charset=UTF-8\n"', r'"Content-Transfer-Encoding: 8bit\n"']  # fmt: skip
    for message in read("zh_CN"):
        if message.id:
            words = taiwanese(str(message.string), converter)
            lines += ["", f"msgid {_quoted(str(message.id))}", f"msgstr {_quoted(words)}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'


def compile_mo(lang: str) -> None:
    """Write the .mo of a language from its .po; the same .po always gives the same .mo."""
    catalog = read(lang)
    catalog.creation_date = catalog.revision_date = _WRITTEN
    with source(lang).with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)


def build() -> None:
    """Build everything."""
    source("zh_TW").write_text(derived(), encoding="utf-8")
    for lang in ("zh_CN", "en", "zh_TW"):
        compile_mo(lang)


if __name__ == "__main__":
    build()
