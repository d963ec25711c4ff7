"""A small experiment to be changed by tests, and how they read it."""

from pathlib import Path

from game.scenario.arm import Settings
from game.study.experiment.plan import plan
from tests.table import SMALL

TEXT = f"""\
format: 1
id: small_one
question: {{zh: 登门有没有用, en: Do visits help}}
scenario: {SMALL}
games: 6
base:
  bot: passive
  set:
    peers.*.trust: 50
arms:
  idle: {{}}
  calls:
    title: {{zh: 登门, en: Calls}}
    set: {{peers.build.workload: {{times: 0.5}}}}
    script:
      - {{turns: [1, 2], do: visit, with: {{target: build}}, free: true}}
      - {{day: 70, do: visit, with: {{target: road}}}}
measures:
  trust: {{value: trust.build, at: end}}
  gain: {{value: trust.build - trust.water, change: [start, half]}}
  least: {{value: "min(real.check, real.share)", at: turn 3}}
  warm: {{when: trust.build >= 55, at: first_day}}
expect:
  - {{kind: direction, measure: trust, arm: calls, against: idle, sign: up, least: 1}}
  - {{kind: share, arm: calls, when: trust.build > 50, at_least: 60}}
"""


def planned(tmp_path: Path, *changes: tuple[str, str]):
    """Write the experiment with some of its text changed, and make it ready: the plan, the findings, the text."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "small_one.yaml"
    path.write_text(text, encoding="utf-8")
    return *plan(path, Settings()), text
