"""The reference part of the author's handbook, made from the code: keys, effects, names, constants, codes.

`python -m tests.handbook` writes it anew between its markers in docs/authoring.md and docs/authoring.zh.md; a test
holds that both are current.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from game.lint.edit import MENDS
from game.lint.editor import described, editor_schema
from game.lint.submission.condition import KINDS
from game.scenario.constants import constants
from game.scenario.load import read_file
from game.scenario.names import ids, names
from game.telling.words import Words, words
from tests.table import ROOT, SMALL
from tests.telling.test_catalogue import catalogue

PAGES = {"en": ROOT / "docs" / "authoring.md", "zh": ROOT / "docs" / "authoring.zh.md"}
RULES = ROOT / "docs" / "rules"
_MARKS = re.compile(r"(<!-- reference -->\n).*?(<!-- /reference -->)", re.S)
_CONDITIONS = ("when", "crossed", "opens", "broken", "kept", "window")
_WORDS = {
    "zh": {
        "keys": "各段与各条记录", "key": "键", "kind": "写什么", "default": "默认", "what": "是什么",
        "must": "必填", "effects": "效果", "verb": "动词", "with": "要写的项", "names": "条件里能读的名字",
        "name": "名字", "range": "取值", "constants": "模型的常数（rules:）", "unit": "单位",
        "codes": "检查的代码", "code": "代码", "said": "说什么", "cure": "怎么办", "fix": "fix 能改",
        "text": "文字", "level": "0–100 或 低 中 高", "bool": "true / false", "list": "列表：",
        "map": "编号 → ", "string": "编号", "condition": "条件", "number": "数", "integer": "整数",
        "any": "任意", "peer": "部门", "leader": "领导", "workstream": "事项", "table": "谈判桌",
        "issue": "议题", "promise": "承诺", "flag": "标记", "move": "行动", "inject": "事件", "lever": "杠杆",
        "public": "成效", "deed": "动作", "act": "做法", "fact": "哪一面", "effect": "效果",
    },
    "en": {
        "keys": "Sections and records", "key": "key", "kind": "what to write", "default": "default",
        "what": "what it is", "must": "required", "effects": "Effects", "verb": "verb", "with": "its keys",
        "names": "Names a condition may read", "name": "name", "range": "values",
        "constants": "Constants of the model (rules:)", "unit": "unit", "codes": "Codes of the checks",
        "code": "code", "said": "what it says", "cure": "the cure", "fix": "fix mends it", "text": "text",
        "level": "0–100 or low, medium, high", "bool": "true / false", "list": "list: ", "map": "id → ",
        "string": "an id", "condition": "a condition", "number": "number", "integer": "whole number",
        "any": "anything", "peer": "PEER", "leader": "LEADER", "workstream": "WORK", "table": "TABLE",
        "issue": "ISSUE", "promise": "PROMISE", "flag": "FLAG", "move": "MOVE", "inject": "INJECT",
        "lever": "LEVER", "public": "OUTCOME", "deed": "ACTION", "act": "ACT", "fact": "FACT",
        "effect": "effect",
    },
}  # fmt: skip


class Reference:
    """The reference in one language."""

    def __init__(self, lang: str) -> None:
        self.said: Words = words(lang)
        self.own = _WORDS[lang]
        self.schema = editor_schema()

    def text(self) -> str:
        """Return the whole reference as Markdown."""
        parts = (self.records(), self.effects(), self.names(), self.constants(), self.codes())
        return "\n".join(line for part in parts for line in part) + "\n"

    def records(self) -> Iterator[str]:
        """Yield the sections of a scenario and every record, a table each."""
        yield f"### {self.own['keys']}\n"
        whole = {"ScenarioFile": self.schema, **self.schema["$defs"]}
        for name, record in whole.items():
            if name.startswith("verb.") or name in ("Effect", "Words", "RulesFile"):
                continue
            title = self.said("schema") if name == "ScenarioFile" else f"{described(self.said, name)}"
            yield f"#### {name}\n\n{title}\n"
            yield from self._table(("key", "kind", "default", "what"), self._keys(name, record))

    def _keys(self, name: str, record: dict[str, Any]) -> Iterator[tuple[str, ...]]:
        for key, value in record["properties"].items():
            must = key in record.get("required", ())
            default = self.own["must"] if must else str(value.get("default", "")).replace("True", "true")
            shared = "key.words" if key in ("zh", "en", "tw") else name
            kind = self.own["condition"] if key in _CONDITIONS else self.kind(value)
            yield f"`{key}`", kind, default.replace("False", "false"), described(self.said, shared, key)

    def kind(self, value: dict[str, Any]) -> str:
        """Return what may be written for a value."""
        own, kind = self.own, value.get("type")
        if "$ref" in value:
            name = value["$ref"].rpartition("/")[2]
            return {"Words": own["text"], "Effect": own["effect"]}.get(name, f"[{name}](#{name.lower()})")
        if "enum" in value:
            return " · ".join(f"`{choice}`" for choice in value["enum"])
        if "const" in value:
            return f"`{value['const']}`"
        if kind == ["number", "string"]:
            return own["level"]
        if kind == "array":
            return own["list"] + self.kind(value["items"])
        return own["map"] + self._inside(value) if kind == "object" else self._scalar(str(kind), value)

    def _inside(self, value: dict[str, Any]) -> str:
        """Return what may be written for each key of a mapping of ids."""
        patterns, keys = value.get("patternProperties", {}), value.get("properties", {})
        inside = next(iter([*patterns.values(), *keys.values()]), value.get("additionalProperties"))
        return self.kind(inside) if isinstance(inside, dict) and inside else self.own["any"]

    def _scalar(self, kind: str, value: dict[str, Any]) -> str:
        """Return what a single value may be, a number with its bounds."""
        said = self.own.get({"boolean": "bool"}.get(kind, kind), self.own["any"])
        low, high = (value.get(k, value.get(f"exclusive{k.capitalize()}", "")) for k in ("minimum", "maximum"))
        return said if low == high == "" else f"{said} {low}–{high}"

    def effects(self) -> Iterator[str]:
        """Yield the table of verbs."""
        yield f"### {self.own['effects']}\n\n{described(self.said, 'Effect')}\n"
        verbs = {n.removeprefix("verb."): r for n, r in self.schema["$defs"].items() if n.startswith("verb.")}
        rows = []
        for verb, record in verbs.items():
            keys = [
                f"`{key}`{'' if key in record.get('required', ()) else '?'} {described(self.said, f'verb.{verb}', key)}"
                for key in record["properties"]
            ]
            rows.append((f"`{verb}`", described(self.said, f"verb.{verb}"), "<br>".join(keys)))
        yield from self._table(("verb", "what", "with"), rows)

    def names(self) -> Iterator[str]:
        """Yield the table of names a condition may read, ids replaced by what they are."""
        yield f"### {self.own['names']}\n"
        file = read_file(SMALL).file
        assert file is not None
        known, seen = ids(file), {}
        for name, read in names(file).items():
            pattern, heads = self._pattern(name, known)
            span = " · ".join(f"`{c}`" for c in read.choices) if read.choices and "chosen" not in name else ""
            span = span or (self.own["bool"] if read.type == "bool" else self._span(read.low, read.high, name))
            seen.setdefault(pattern, (f"`{pattern}`", span, self._named(name, heads)))
        yield from self._table(("name", "range", "what"), seen.values())

    def _span(self, low: float | None, high: float | None, name: str) -> str:
        return "" if low is None or high is None or name.startswith("public.") else f"{low:g}–{high:g}"

    def _pattern(self, name: str, known: dict[str, tuple[str, ...]]) -> tuple[str, dict[str, str]]:
        """Return a name with its ids replaced, and the words that stand for them."""
        head, *rest = name.split(".")
        kinds = {"count": ("deed",), "share": ("act",), "known": ("peer", "fact"), "flag": ("flag",),
                 "deal": ("table", "issue")}.get(head, KINDS.get(head, ()))  # fmt: skip
        fixed = head == "effort" and rest[0] in ("top", "bottom")
        if not kinds or fixed:
            return name, {}
        heads = {kind: self.own[kind] for kind in kinds[: len(rest)]}
        return ".".join([head, *heads.values()]), heads

    def _named(self, name: str, heads: dict[str, str]) -> str:
        head, *rest = name.split(".")
        deep = ".all" if len(rest) > 1 and head in ("deal", "effort") else ""
        fixed = f"submission.name.{name}"
        keys = (fixed, f"submission.name.{head}{deep}", f"submission.is.{head}")
        key = next(k for k in keys if self.said.has(k))
        wording = self.said.raw(key)
        fields = [field for _, field, _, _ in Formatter().parse(wording) if field]
        return wording.format_map({field: heads.get(field, "") for field in fields})

    def constants(self) -> Iterator[str]:
        """Yield the table of constants."""
        yield f"### {self.own['constants']}\n"
        rows = [
            (f"`{name}`", str(c["default"]), f"{c['low']}–{c['high']}", c["unit"], self.said(f"schema.rules.{name}"))
            for name, c in constants().items()
        ]
        yield from self._table(("key", "default", "range", "unit", "what"), rows)

    def codes(self) -> Iterator[str]:
        """Yield the table of codes, with a page of examples where there is one."""
        yield f"### {self.own['codes']}\n"
        keys = (key for key in catalogue("zh") if key.startswith("finding.") and key.endswith(".message"))
        found = sorted(key.split(".")[1] for key in keys)
        rows = []
        for code in found:
            page = f"[`{code}`](rules/{code}.md)" if (RULES / f"{code}.md").is_file() else f"`{code}`"
            cure = self.said.raw(f"finding.{code}.cure") if self.said.has(f"finding.{code}.cure") else ""
            mends = "✓" if code in MENDS or code == "tab-indent" else ""
            rows.append((page, _quiet(self.said.raw(f"finding.{code}.message")), _quiet(cure), mends))
        yield from self._table(("code", "said", "cure", "fix"), rows)

    def _table(self, heads: tuple[str, ...], rows: Any) -> Iterator[str]:
        yield "| " + " | ".join(self.own[head] for head in heads) + " |"
        yield "|" + " --- |" * len(heads)
        for row in rows:
            yield "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
        yield ""


def _quiet(wording: str) -> str:
    """Return a wording with an ellipsis where its data goes."""
    return re.sub(r"\{[a-z_]+\}", "…", wording).replace("{{", "{").replace("}}", "}")


def page(path: Path, lang: str) -> str:
    """Return a page with its reference made anew."""
    made = Reference(lang).text()
    return _MARKS.sub(lambda m: f"{m[1]}\n{made}\n{m[2]}", path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for lang, path in PAGES.items():
        path.write_text(page(path, lang), encoding="utf-8")
        print(path)
