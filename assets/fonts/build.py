"""Cut the two Noto Sans SC fonts of the window down to the characters the game can need.

Run it only to change the set; the results are committed. It needs the extra `[build]` (fonttools, OpenCC).

    npm pack @expo-google-fonts/noto-sans-sc        # any mirror; the fonts are under the OFL
    tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python assets/fonts/build.py package            # the unpacked folder

The same source gives the same bytes: no hinting, no time stamps, no ligatures (the font's "fi" is poor);
kerning and mark placement stay. Beside the fonts it writes `coverage.txt`: the code points both fonts can
show, as hexadecimal ranges, so that `lint` can judge a text without opening a font.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import opencc
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
WEIGHTS = {"400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
           "700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf"}
# Latin with accents, Greek, punctuation, currency, letter-like, numerals, arrows, mathematics, technical,
# enclosed figures, boxes and shapes, dingbats, CJK punctuation, kana, full-width forms.
BLOCKS = ((0x20, 0x7E), (0xA0, 0x24F), (0x2C6, 0x2DD), (0x391, 0x3C9), (0x1E80, 0x1EF9), (0x2010, 0x205E),
          (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF),
          (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF), (0x3000, 0x303F),
          (0x3041, 0x30FF), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF01, 0xFFE6))
# Frequent in names of people and places, though outside GB2312.
NAMES = "镕喆堃珺玥祎昇旻翀赟頔垚犇燊囍瑄玚珩瑀翊弢邨圳暐炘焜玘琎珏琍璟睿铱烜煊煜昉晞喵甯甪俶淦洺浲涞溧"


def gb2312() -> Iterator[str]:
    """Levels 1 and 2: the 6,763 everyday simplified characters."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", "ignore")


def big5() -> Iterator[str]:
    """Level 1: the 5,401 everyday traditional characters."""
    for row in range(0xA4, 0xC7):
        for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            if (row, cell) <= (0xC6, 0x7E):
                yield bytes((row, cell)).decode("big5", "ignore")


def traditional(simplified: set[str]) -> Iterator[str]:
    """Every character OpenCC can make, in any Chinese variant, of texts written in `simplified`."""
    known = set(simplified)
    folder = Path(opencc.__file__).parent / "dictionary"
    for name in ("STCharacters", "STPhrases", "TWPhrases", "TWVariants", "HKVariants"):
        made: set[str] = set()
        for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            source, _, targets = line.partition("\t")
            if set(source) <= known:
                made.update(targets.replace(" ", ""))
        known |= made
    yield from known


def wanted() -> set[int]:
    """The code points asked for; those the source lacks are dropped by the subsetter."""
    simplified = set("".join(gb2312()))
    characters = simplified | set("".join(big5())) | set(traditional(simplified)) | set(NAMES)
    return set(map(ord, characters)).union(*(range(first, last + 1) for first, last in BLOCKS))


def cut(source: Path, target: Path, points: set[int]) -> set[int]:
    """Write the subset of `source` to `target`; give the code points it holds."""
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp"], name_IDs=["*"],
                             notdef_outline=True, recalc_timestamp=False)
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return set(TTFont(target).getBestCmap())


def ranges(points: Iterable[int]) -> Iterator[str]:
    """`4E00-4E03`-style lines, ascending."""
    run: list[int] = []
    for point in [*sorted(points), -1]:
        if run and point != run[-1] + 1:
            yield f"{run[0]:X}-{run[-1]:X}" if len(run) > 1 else f"{run[0]:X}"
            run = []
        run.append(point)


def main(folder: Path) -> None:
    """Cut both weights out of the unpacked package in `folder`."""
    points = wanted()
    held = [cut(folder / source, HERE / target, points) for source, target in WEIGHTS.items()]
    both = set.intersection(*held)
    (HERE / "coverage.txt").write_text("\n".join(ranges(both)) + "\n", encoding="ascii", newline="\n")
    print(f"{len(both)} code points")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
