"""The corpus of nasty files in `tests/data/corpus`; written anew by `python -m tests.corpus`.

Each is small and named after what is wrong with it. Scenarios and experiments end in .yaml, recordings in .jsonl.
"""

import json
from collections.abc import Iterator

from game.session.line import canonical, digest
from tests.study.experiments import TEXT
from tests.table import ROOT, SMALL

FOLDER = ROOT / "tests" / "data" / "corpus"
KEPT = ROOT / "tests" / "recordings" / "format1.jsonl"
_SCENARIO = "tests/data/small.yaml"


def _bombs() -> Iterator[tuple[str, str]]:
    lists = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'ha'] * 9)}]" for n in range(9))
    yield "alias-bomb", lists
    yield "alias-itself", "format: 1\nid: &x [*x]\n"
    yield "merge-keys", "base: &b {format: 1}\n<<: *b\nid: x\n"
    yield "deep-lists", "a: " + "[" * 3000
    yield "deep-maps", "".join(f"{' ' * n}a:\n" for n in range(300))
    yield "deep-condition", "format: 1\nendings: [{id: x, when: '" + "(" * 400 + "day" + ")" * 400 + "'}]\n"
    yield "many-documents", "---\n" * 500
    yield "many-brackets", "a: " + "[]," * 2000


def _signs(whole: str) -> Iterator[tuple[str, str]]:
    head = whole[:1500]
    yield "bom-twice", "\ufeff\ufeff" + head
    yield "nul", head.replace("id:", "id:\0", 1)
    yield "right-to-left", head.replace("title:", "title: \u202egnp.exe ", 1)
    yield "zero-width", head.replace("id:", "i\u200bd:", 1)
    yield "line-separators", head.replace("\n", "\u2028", 3)
    yield "full-width", head.replace(":", "：").replace(",", "，")
    yield "tabs", head.replace("  ", "\t")
    yield "carriage-returns", head.replace("\n", "\r")
    yield "combining", "format: 1\nid: " + "e" + "\u0301" * 3000 + "\n"
    yield "escaped-surrogate", 'format: 1\nid: "\\ud800\\udc00\\ud800"\n'


def _values() -> Iterator[tuple[str, str]]:
    yield "empty", ""
    yield "only-a-comment", "# nothing\n"
    yield "long-key", "k" * 15000 + ": 1\nformat: 1\n"
    yield "long-id", "format: 1\nid: " + "x" * 15000 + "\n"
    yield "huge-int", "format: 1" + "0" * 6000 + "\n"
    yield "huge-hex", "format: 0x" + "f" * 6000 + "\n"
    yield "huge-float", "format: 1e99999\n"
    yield "not-a-number", "format: .nan\n"
    yield "no-such-date", "format: 2001-99-99\n"
    yield "python-object", 'format: !!python/object/apply:os.system ["true"]\n'
    yield "binary", "format: !!binary '////'\n"
    yield "complex-key", "? [a, {b: c}]\n: 1\nformat: 1\n"
    yield "null-keys", "~: 1\n'': 2\ntrue: 3\n1.5: 4\n"
    yield "wrong-types", "format: [1]\nid: {a: b}\ntitle: 3\npeers: text\nworkstreams: null\nlengths: [[]]\n"
    yield "path-as-id", "format: 1\nid: ../../../etc/passwd\ntitle: /dev/null\n"
    yield "markup", "format: 1\nid: x\ntitle: '<script>alert(1)</script>{{7*7}}%s{0}'\n"


def _experiments() -> Iterator[tuple[str, str]]:
    text = TEXT.replace(str(SMALL), _SCENARIO)
    levels = "".join(
        f"  f{n}:\n" + "".join(f"    l{m}: {{bot: passive}}\n" for m in range(40)) for n in range(5)
    )
    head, rest = text[: text.index("arms:\n")], text[text.index("measures:\n") :]
    yield "factors-102-million-arms", head + "factors:\n" + levels + rest
    yield "games-without-end", text.replace("games: 6", "games: 99999999999")
    yield "turns-without-end", text.replace("turns: [1, 2]", "turns: [1, 999999999]")
    yield "measure-divides-by-nothing", text.replace("trust.build - trust.water", "1 / 0")
    yield "measure-to-a-power", text.replace("trust.build - trust.water", "9 ** 9 ** 9")
    yield "measure-calls", text.replace("trust.build - trust.water", "__import__('os')")
    yield "patch-nowhere", text.replace("peers.*.trust", "peers.*.*.*.*.__class__")
    yield "patch-of-wrong-type", text.replace("peers.*.trust: 50", "peers.*.trust: {times: [1, {a: .inf}]}")
    yield "scenario-is-itself", text.replace(_SCENARIO, "experiment-scenario-is-itself.yaml")
    yield "scenario-elsewhere", text.replace(_SCENARIO, "../../../../../../etc/passwd.yaml")
    yield "scenario-nul", text.replace(_SCENARIO, '"x\\0.yaml"')
    yield "scenario-long", text.replace(_SCENARIO, "x" * 5000 + ".yaml")
    yield "arms-empty", head + "arms: {}\n" + rest
    yield "right-to-left", text.replace("登门有没有用", "\u202e登门有没有用")
    yield "cut-short", text[: len(text) // 2]


def _recordings() -> Iterator[tuple[str, bytes]]:
    whole = KEPT.read_bytes()
    first, *rest = whole.splitlines(keepends=True)
    data = json.loads(first)

    def headed(**changed: object) -> bytes:
        bare = {k: v for k, v in {**data, **changed}.items() if k != "check"}
        line = canonical({**bare, "check": digest("", canonical(bare))}) + "\n"
        return line.encode("utf-8", "surrogatepass") + b"".join(rest[:3])

    bomb = "title:\n" + "\n".join(
        f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'ha'] * 9)}]" for n in range(9)
    ) + "\n  zh: *a8\n"
    yield "empty", b""
    yield "cut-in-a-character", whole[: whole.index("牵".encode()) + 1] if "牵".encode() in whole else whole[:4001]
    yield "nul", whole[:200] + b"\0" * 50 + whole[250:4000]
    yield "bom", b"\xef\xbb\xbf" + whole[:6000]
    yield "utf-16", whole[:3000].decode("utf-8", "replace").encode("utf-16")
    yield "deep", b'{"check":"","a":' + b"[" * 5000 + b"]" * 5000 + b"}\n"
    yield "huge-number", b'{"check":"","seed":' + b"9" * 6000 + b"}\n"
    yield "title-bomb", headed(scenario={**data["scenario"], "text": bomb})
    yield "title-no-date", headed(scenario={**data["scenario"], "text": "title: 2001-99-99\n"})
    yield "scenario-a-list", headed(scenario=[])
    yield "scenario-text-a-number", headed(scenario={"id": 1, "sha256": 2, "text": 3})
    yield "scenario-id-a-path", headed(scenario={**data["scenario"], "id": "../../etc/passwd\0"})
    yield "seed-a-truth", headed(seed=True)
    yield "seed-huge", headed(seed=10**4000)
    yield "surrogate", headed(created="\ud800", lang="\udfff")
    yield "length-a-list", headed(length=[["class"]])
    yield "variant-unknown", headed(variant="\u202e")
    yield "rules-of-tomorrow", headed(rules="999")
    yield "line-twice", first + rest[0] + rest[0]
    yield "lines-swapped", first + rest[1] + rest[0]
    yield "snapshot-without-end", headed() + b'{"n":4,"turn":1,"seat":"","kind":"snapshot","state":{"act":[Infinity],'\
        b'"reported":[Infinity],"phase":"debrief"},"check":""}\n'  # fmt: skip


def files() -> dict[str, bytes]:
    """Return the files by name."""
    whole = SMALL.read_text(encoding="utf-8")
    texts = [*_bombs(), *_signs(whole), *_values(), ("cut-short", whole[: len(whole) // 3])]
    found = {f"scenario-{name}.yaml": text.encode("utf-8", "surrogatepass") for name, text in texts}
    found |= {f"scenario-{code}.yaml": whole[:900].encode(code) for code in ("gb18030", "utf-16")}
    found["scenario-lone-surrogate.yaml"] = "format: 1\nid: \ud800\n".encode("utf-8", "surrogatepass")
    found["scenario-latin1.yaml"] = b"format: 1\nid: caf\xe9\n"
    found |= {f"experiment-{name}.yaml": text.encode("utf-8", "surrogatepass") for name, text in _experiments()}
    return found | {f"recording-{name}.jsonl": data for name, data in _recordings()}


def main() -> None:
    """Write the corpus anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)
    print(f"{len(files())} files written")


if __name__ == "__main__":
    main()
