"""Where settings and recordings are kept: the user's own folders. What cannot be kept is only forgotten."""

import json
from dataclasses import replace
from pathlib import Path

from game.desktop.settings import COMMANDS, SCALES, Settings
from game.desktop.theme import THEMES

LANGUAGES = ("zh", "en", "tw")


class Folders:
    """`config` holds `window.json` and `bookmarks.json`, `runs` the recordings."""

    def __init__(self, config: Path, runs: Path) -> None:
        self._file = config / "window.json"
        self._marks = config / "bookmarks.json"
        self._runs = runs

    def remembered(self, lang: str) -> tuple[Settings, str]:
        """The settings and the language chosen last; the plain ones, and `lang`, where nothing sound is kept."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings(), lang
        if not isinstance(kept, dict):
            return Settings(), lang
        settings = Settings()
        if kept.get("theme") in THEMES:
            settings = replace(settings, theme=kept["theme"])
        if kept.get("scale") in SCALES:
            settings = replace(settings, scale=kept["scale"])
        if isinstance(kept.get("sound"), bool):
            settings = replace(settings, sound=kept["sound"])
        if isinstance(kept.get("motion"), bool):
            settings = replace(settings, motion=kept["motion"])
        if isinstance(kept.get("hints"), bool):
            settings = replace(settings, hints=kept["hints"])
        if isinstance(kept.get("learnt"), list):
            settings = replace(settings, learnt=frozenset(key for key in kept["learnt"] if isinstance(key, str)))
        return replace(settings, keys=_keys(kept.get("keys"))), kept["lang"] if kept.get("lang") in LANGUAGES else lang

    def keep(self, settings: Settings, lang: str) -> bool:
        """Remember the settings; tell whether that worked."""
        changed = {name: list(keys) for name, keys in settings.keys.items() if tuple(keys) != COMMANDS.get(name)}
        kept = {"theme": settings.theme, "scale": settings.scale, "sound": settings.sound, "motion": settings.motion,
                "hints": settings.hints, "learnt": sorted(settings.learnt), "keys": changed, "lang": lang}  # fmt: skip
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        except OSError:
            return False
        return True

    def latest(self) -> Path | None:
        """The recording written last."""
        try:
            return max(self._runs.glob("*.jsonl"), key=lambda path: path.stat().st_mtime, default=None)
        except OSError:
            return None

    def recording(self, scenario_id: str, created: str) -> Path | None:
        """Where a new recording of this scenario may go."""
        from game.session.runs import new_path

        return new_path(scenario_id, created, self._runs)

    def runs(self) -> Path | None:
        """The folder of recordings."""
        return self._runs

    def bookmarks(self, digest: str) -> tuple[int, ...]:
        """The lines of the recording with this digest that were marked."""
        kept = self._marked().get(digest)
        return tuple(line for line in kept if isinstance(line, int)) if isinstance(kept, list) else ()

    def bookmark(self, digest: str, lines: tuple[int, ...]) -> bool:
        """Remember the lines marked in a recording; tell whether that worked."""
        try:
            self._marks.parent.mkdir(parents=True, exist_ok=True)
            self._marks.write_text(json.dumps({**self._marked(), digest: list(lines)}), encoding="utf-8")
        except OSError:
            return False
        return True

    def _marked(self) -> dict[str, object]:
        try:
            kept = json.loads(self._marks.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _keys(kept: object) -> dict[str, tuple[str, ...]]:
    """The keys of each command, with those a player has changed."""
    keys = dict(COMMANDS)
    if isinstance(kept, dict):
        for name, chosen in kept.items():
            if name in COMMANDS and isinstance(chosen, list) and all(isinstance(key, str) for key in chosen):
                keys[name] = tuple(chosen)
    return keys
