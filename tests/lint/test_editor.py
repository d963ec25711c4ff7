"""The schema for editors agrees with the checks, explains every key, and works in a real language server."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import jsonschema
import pytest

from game.lint.editor import editor_schema
from game.scenario.shipped import shipped
from game.scenario.source import read_source
from game.scenario.verbs import VERBS

SCENARIOS = sorted(shipped("scenarios").glob("*.yaml"))
SMALL = Path(__file__).parents[1] / "data" / "small.yaml"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return editor_schema()


def data(text: str) -> Any:
    source, _ = read_source(text, "x.yaml")
    assert source is not None
    return source.data


@pytest.mark.parametrize("path", [*SCENARIOS, SMALL], ids=lambda p: p.stem)
def test_what_ships_fits(path: Path, schema: dict[str, Any]) -> None:
    found = jsonschema.Draft7Validator(schema).iter_errors(data(path.read_text(encoding="utf-8")))
    assert [f"{list(e.path)}: {e.message}" for e in found] == []


def test_every_key_is_explained_in_both_languages(schema: dict[str, Any]) -> None:
    records = {**schema["$defs"], "ScenarioFile": schema}
    bare = [
        f"{name}.{key}"
        for name, record in records.items()
        for key, value in {"": record, **record["properties"]}.items()
        if "$ref" not in value and not two_languages(value.get("description", ""))
    ]
    assert bare == []


def two_languages(said: str) -> bool:
    first, _, second = said.partition("\n")
    return bool(re.search("[\u4e00-\u9fff]", first)) and bool(re.search("[A-Za-z]", second))


def test_an_effect_is_one_verb(schema: dict[str, Any]) -> None:
    assert set(schema["$defs"]["Effect"]["properties"]) == set(VERBS)
    assert "oneOf" not in json.dumps(schema)
    assert "anyOf" not in json.dumps(schema)


# kind: what is written, what instead, what a validator names, what a language server says
MISTAKES = {
    "typo": ("    trust: 40\n", "    trsut: 40\n", "trsut", "trsut is not allowed"),
    "range": ("    trust: 40\n", "    trust: 140\n", "140", "maximum of 100"),
    "level": ("    trust: 40\n", "    trust: 很高\n", "很高", "低、中、高"),
    "verb": ("{flag: {name: opened}}", "{flog: {name: opened}}", "flog", "flog is not allowed"),
    "verb-key": ("{flag: {name: opened}}", "{flag: {nam: opened}}", "nam", "nam is not allowed"),
    "choice": ("source: letter", "source: mail", "mail", '"document", "call", "press"'),
    "missing": ("    head: {zh: 邓局长, en: Director Deng}\n", "", "head", 'Missing property "head"'),
    "id": ("  build:\n    name", "  Build:\n    name", "Build", "Build is not allowed"),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_mistakes_do_not_fit(kind: str, schema: dict[str, Any]) -> None:
    old, new, named, _ = MISTAKES[kind]
    text = SMALL.read_text(encoding="utf-8")
    assert old in text
    found = list(jsonschema.Draft7Validator(schema).iter_errors(data(text.replace(old, new, 1))))
    assert len(found) == 1 or kind in ("typo", "verb-key")  # and the right key is missing
    assert any(named in error.message for error in found)


MODELINE = "# yaml-language-server: $schema=qiantou.schema.json\n"


class Server:
    """A yaml-language-server over its standard streams; the files it sees name the schema in their first line."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.folder = folder
        self.heard: Queue[dict[str, Any]] = Queue()
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while head := out.readline():
            length = 0
            while head.strip():
                if head.lower().startswith(b"content-length:"):
                    length = int(head.split(b":")[1])
                head = out.readline()
            message = json.loads(out.read(length))
            if "id" in message and "method" in message:  # a question of the server
                answer = [None] if message["method"] == "workspace/configuration" else None
                self._send({"id": message["id"], "result": answer})
            else:
                self.heard.put(message)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        return self.wait(lambda m: m.get("id") == self.number)["result"]

    def wait(self, wanted: Any) -> dict[str, Any]:
        while True:
            try:
                message = self.heard.get(timeout=30)
            except Empty:
                pytest.fail("the language server does not answer")
            if wanted(message):
                return message

    def diagnostics(self, name: str, text: str) -> list[tuple[int, str]]:
        """What is said about a file: line (of the text, from 0) and message."""
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": MODELINE + text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        uri = document["uri"]
        said = self.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)
        return [(d["range"]["start"]["line"] - 1, d["message"]) for d in said["params"]["diagnostics"]]

    def completions(self, name: str, text: str) -> set[str]:
        """What is offered where the text says `‸`."""
        before, _, after = text.partition("‸")
        self.diagnostics(name, before + after)
        place = {"line": before.count("\n") + 1, "character": len(before) - before.rfind("\n") - 1}
        asked = {"textDocument": {"uri": self.uri(name)}, "position": place}
        found = self.ask("textDocument/completion", asked)
        return {item["label"] for item in (found["items"] if isinstance(found, dict) else found)}

    def uri(self, name: str) -> str:
        return (self.folder / f"{name}.yaml").as_uri()


@pytest.fixture(scope="module")
def server(schema: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = shutil.which("yaml-language-server")
    if command is None:
        pytest.skip("yaml-language-server is not installed (npm)")
    folder = tmp_path_factory.mktemp("editor")
    (folder / "qiantou.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    running = Server([command, "--stdio"], folder)
    yield running
    running.process.kill()


@pytest.mark.long
@pytest.mark.parametrize("kind", MISTAKES)
def test_the_language_server_tells_mistakes_on_their_line(kind: str, server: Server) -> None:
    old, new, _, said = MISTAKES[kind]
    text = SMALL.read_text(encoding="utf-8")
    at = text.index(old)
    line = text[:at].count("\n") if new else text[: text.rindex("\n  build:", 0, at) + 1].count("\n")
    found = server.diagnostics(kind, text.replace(old, new, 1))
    assert any(where == line and said in message for where, message in found), (line, found)


@pytest.mark.long
def test_the_language_server_has_nothing_to_say_about_what_ships(server: Server) -> None:
    for path in SCENARIOS:
        assert server.diagnostics(path.stem, path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.long
def test_the_language_server_completes_every_verb_and_key(server: Server) -> None:
    text = SMALL.read_text(encoding="utf-8")
    typed = "injects:\n  typed:\n    title: x\n    text: y\n    effects:\n      - "
    assert set(VERBS) <= server.completions("verbs", text.replace("injects:\n", typed + "‸\n", 1))
    keys = typed + "trust:\n          ‸\n"
    assert {"who", "by"} <= server.completions("keys", text.replace("injects:\n", keys, 1))
