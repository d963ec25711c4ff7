"""Putting files in their places at once: a pulled plug leaves the old ones or the new ones, never half of either."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write a file beside `path` and move it there; who may read the old one may read the new. OSError if it cannot."""
    put_all({path: data})


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, and move them there only when all are written. OSError if one cannot be."""
    beside = {p.resolve(): p.resolve().with_name(f".{p.name}.{os.getpid()}.tmp") for p in files}
    try:
        for (path, draft), data in zip(beside.items(), files.values(), strict=True):
            draft.write_bytes(data)
            if path.is_dir():
                raise IsADirectoryError(21, os.strerror(21), str(path))
            if path.exists():
                shutil.copymode(path, draft)
        for path, draft in beside.items():
            os.replace(draft, path)
    finally:
        for draft in beside.values():
            draft.unlink(missing_ok=True)
