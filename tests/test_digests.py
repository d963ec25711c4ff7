"""The same game is the same bytes under any hash seed, locale and time zone."""

import os
import subprocess
import sys

import pytest

from tests.digests import digest, recorded
from tests.table import ROOT

SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Shanghai", "PYTHONUTF8": "0"},
)


@pytest.mark.parametrize("around", SURROUNDINGS, ids=lambda around: around["LC_ALL"])
def test_a_game_is_the_same_bytes_wherever_it_is_played(around):
    command = [sys.executable, "-m", "tests.digests", "--small"]
    told = subprocess.run(command, cwd=ROOT, env={**os.environ, **around}, capture_output=True, text=True, check=True)
    played, kept, line = (row.split()[1] for row in told.stdout.splitlines())
    assert played == kept
    assert line == digest(recorded())
