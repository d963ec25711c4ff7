"""The house keeps its rooms: who may import whom, and what no room may do. Read from the source, nothing is run."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.table import ROOT

ROOMS = ("scenario", "rules", "session", "telling", "study", "lint")
FACES = ("desktop", "terminal")
MODULES = sorted((ROOT / "game").rglob("*.py"))


def every_module(check):
    """One test that holds a check over every module and names all that fail it."""

    def test():
        wrong = []
        for path in MODULES:
            try:
                check(path)
            except AssertionError as error:
                wrong.append(f"{path.relative_to(ROOT)}: {error}")
        assert not wrong, "\n".join(wrong)

    test.__name__, test.__doc__ = check.__name__, check.__doc__
    return test


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room(path: Path) -> str:
    """Return the room a module lies in; "" for those at the door (cli and its like)."""
    inside = path.relative_to(ROOT / "game").parts
    return inside[0] if len(inside) > 1 else ""


def imports(path: Path) -> Iterator[str]:
    """Return every module named in an import anywhere in a file; of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def outside(path: Path) -> set[str]:
    """Return the top-level packages a file imports."""
    return {name.split(".")[0] for name in imports(path)}


def rooms(path: Path) -> set[str]:
    """Return the rooms of the house a file imports from."""
    known = {*ROOMS, *FACES, "bench", "charts", "locale"}
    parts = [name.split(".") for name in imports(path)]
    return {p[1] for p in parts if p[0] == "game" and len(p) > 1 and p[1] in known}


def allowed(here: str) -> set[str]:
    """Return the rooms a room may import from."""
    if here in ROOMS:
        return {*ROOMS[: ROOMS.index(here) + 1], *(("charts",) if here in ("telling", "study", "lint") else ())}
    if here in FACES:
        return {here, "charts", *ROOMS}
    if here == "bench":
        return {here, *ROOMS}
    if here == "":
        return {"bench", "charts", "locale", *ROOMS, *FACES}
    return {here}


def calls(path: Path) -> Iterator[str]:
    """Return the plain names a file calls."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def test_every_room_is_there():
    assert {room(p) for p in MODULES} >= {"", "bench", "charts", *ROOMS, *FACES}


@every_module
def test_a_room_imports_only_from_the_rooms_to_its_left(path):
    assert rooms(path) <= allowed(room(path))


@every_module
def test_nothing_but_the_door_imports_the_door(path):
    door = {p.stem for p in MODULES if room(p) == ""} - {"__init__"}
    names = {name.split(".")[1] for name in imports(path) if name.startswith("game.")}
    assert room(path) in ("", "desktop", "terminal") or not names & door


@every_module
def test_pygame_is_only_in_the_window(path):
    assert "pygame" not in outside(path) or room(path) == "desktop"


@every_module
def test_yaml_is_only_where_scenarios_are_read(path):
    assert "yaml" not in outside(path) or room(path) == "scenario"


@every_module
def test_life_cycles_are_only_where_phases_and_screens_live(path):
    inside = path.relative_to(ROOT / "game").as_posix()
    assert "transitions" not in outside(path) or inside == "rules/life.py" or inside.startswith("desktop/screens")


@every_module
def test_a_word_processor_is_known_only_where_its_file_is_written(path):
    inside = path.relative_to(ROOT / "game").as_posix()
    writers = ("telling/word.py", "checking.py", "comparing.py", "debriefing.py", "kit.py")
    assert "docx" not in outside(path) or inside in writers


@every_module
def test_nothing_runs_text_or_unpickles(path):
    assert not {"eval", "exec", "compile", "__import__"} & set(calls(path))
    assert not {"pickle", "shelve", "marshal", "dill", "cloudpickle"} & outside(path)


NETWORK = {
    "socket", "socketserver", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc",
    "asyncio", "webbrowser", "distributed", "dask", "requests", "httpx", "aiohttp", "urllib3", "select", "selectors",
}  # fmt: skip
OUTSIDE = {"subprocess", "ctypes", "importlib", "runpy", "code", "pty", "cffi"}
"""What can run something that is not in this house, or reach past Python."""
LET = {
    "bench/figures.py": {"subprocess"}, "bench/frames.py": {"subprocess"}, "wheels.py": {"subprocess"},
    "desktop/screens/journey.py": {"importlib"}, "study/kit/launcher.py": {"importlib"},
    "desktop/window.py": {"ctypes"},
}  # fmt: skip
"""`figures` and `frames` start this very program, to time it; `kit` asks pip for wheels, and reads its own scripts;
the window imports a screen of its own list when it is reached, and tells the C library to give memory back."""


@every_module
def test_nothing_speaks_to_a_network(path):
    inside = path.relative_to(ROOT / "game").as_posix()
    assert not NETWORK & outside(path) - ({"distributed"} if inside == "study/cluster.py" else set())
    assert not {name for name in imports(path) if name.startswith("urllib") and not name.startswith("urllib.parse")} - {
        "urllib"}  # fmt: skip


@every_module
def test_nothing_starts_another_program(path):
    inside = path.relative_to(ROOT / "game").as_posix()
    assert not (OUTSIDE & outside(path)) - LET.get(inside, set())
    named = {f"{n.value.id}.{n.attr}" for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute)
             and isinstance(n.value, ast.Name)}  # fmt: skip
    banned = {"system", "popen", "fork", "execv", "execve", "execvp", "spawnl", "spawnv", "startfile", "posix_spawn"}
    assert not {f"os.{name}" for name in banned} & named
    assert not {"yaml.load", "yaml.unsafe_load", "yaml.full_load"} & named


@every_module
def test_every_template_for_a_browser_escapes(path):
    """Only the template of a new scenario, which is YAML, is filled as it stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Environment":
            said = {k.arg: getattr(k.value, "value", None) for k in node.keywords}
            assert said.get("autoescape") is (path.name != "new.py")


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "rules"], ids=lambda p: p.name)
def test_the_rules_have_no_clock_no_file_no_print_and_no_dice(path):
    banned = {"time", "datetime", "random", "os", "pathlib", "io", "secrets", "uuid", "sys", "logging", "tempfile"}
    assert not outside(path) & banned
    assert not {"open", "print", "input", "hash", "id"} & set(calls(path))


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "rules"], ids=lambda p: p.name)
def test_the_rules_reckon_in_whole_numbers(path):
    """A float may differ in its last bit between systems; a replay may not."""
    floats = [n.lineno for n in ast.walk(tree(path)) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    divisions = [n.lineno for n in ast.walk(tree(path)) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)]
    assert not floats + divisions
    assert "math" not in outside(path)


@every_module
def test_a_module_is_no_longer_than_fits_the_mind(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def only_declared(node: ast.FunctionDef) -> bool:
    """Tell whether a function's body is `...`: a protocol's member, which its name explains."""
    return isinstance(node.body[0], ast.Expr) and getattr(node.body[0].value, "value", None) is ...


@every_module
def test_whatever_is_public_says_what_it_is(path):
    found = tree(path)
    assert ast.get_docstring(found) or not path.read_text(encoding="utf-8").strip(), "the module"
    for node in found.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_") and not only_declared(inner):
                    assert ast.get_docstring(inner), f"{node.name}.{inner.name}"
