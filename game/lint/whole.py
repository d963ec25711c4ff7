"""Putting a file in its place at once: a pulled plug leaves the old one or the new one, never half of either."""

import os
import shutil
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write a file beside `path` and move it there; who may read the old one may read the new. OSError if it cannot."""
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
