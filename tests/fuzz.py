"""A long fuzz of everything that reads an author's file: by hand, with atheris (`pip install atheris`).

`python -m tests.fuzz -max_total_time=600` lets libFuzzer change the small scenario, pieces of it and hostile texts;
every input is checked, mended and, where it plays, begun. Any exception, anything over a second and anything over
200 MB more than at the start ends the run and leaves the input in a file.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["game.scenario", "game.lint"]):
    from game.lint.check import lint_bytes
    from game.lint.fix import fixed
    from game.lint.report import REPORTERS
    from game.scenario.load import read

from game.rules import start
from game.scenario.lower import lower
from game.telling.finding import worder
from game.telling.words import words
from tests.table import SMALL

SECONDS, MEGABYTES = 1.0, 200
SLOWER = 8
"""How many times slower instrumented code is, about; an input is read four times over, too."""
HOSTILE = (
    "a: &a [x]\nb: [*a, *a]\n", "a: !!python/object:os.system x\n", "\ufeffformat: 1\r\n", "a: " + "[" * 300,
    "format: 1\nid: x\ntitle: ＂甲＂\n", "? a\n: b\n", "a: 'x\n", "- - - -\n", "a: |\n  x\n y\n", "when: (((((day\n",
    "a：b\n", "\ta: b\n", "a: 1e999\n", "a: 0x7fffffffffffffffffff\n", "%YAML 1.1\n---\na: b\n...\nc\n",
    "id: ../../etc\n",
)  # fmt: skip
_AT_START = 10_000
_WORD = worder(words("zh").raw)


def one(data: bytes) -> None:
    """Check one input in every way there is; raise where it is not harmless."""
    began = time.process_time()
    text, findings = lint_bytes(data, "x.yaml")
    for report in REPORTERS.values():
        report(findings, _WORD, {} if text is None else {"x.yaml": text})
    fixed(data, "x.yaml", 1)
    if text is not None:
        reading = read(text, "x.yaml")
        if reading.file is not None and reading.playable:
            start(lower(reading.file, next(iter(reading.file.lengths))), 1)
    took = time.process_time() - began
    if took > SECONDS * SLOWER:
        raise TimeoutError(f"{took:.2f} s")
    if _memory() > _AT_START + MEGABYTES:
        raise MemoryError(f"{_memory()} MB, {_AT_START} MB at the start")


def _memory() -> int:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def corpus(folder: Path) -> None:
    """Write what the fuzzer begins from: the small scenario, its sections one by one, and hostile texts."""
    whole = SMALL.read_text(encoding="utf-8")
    parts = [whole, *("format: 1\n" + part for part in whole.split("\n  ")), *HOSTILE]
    for n, part in enumerate(parts):
        (folder / f"seed{n}").write_text(part, encoding="utf-8")
    (folder / "gbk").write_bytes(whole.encode("gb18030"))
    (folder / "utf16").write_bytes(whole.encode("utf-16"))


if __name__ == "__main__":
    one(SMALL.read_bytes())
    _AT_START = _memory()
    with tempfile.TemporaryDirectory() as given:
        corpus(Path(given))
        atheris.Setup([*sys.argv, given, "-max_len=20000", "-timeout=10", "-rss_limit_mb=2048"], one)
        atheris.Fuzz()
