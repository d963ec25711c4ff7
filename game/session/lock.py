"""An advisory lock on an open recording: gone with its process, so a killed game leaves none behind.

Small enough to write here: the file-locking libraries cost more at start-up than the whole title screen.
"""

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def lock(file: int) -> bool:
        """Try to lock an open file for writing; False if another process holds it."""
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_END)
        return True

    def unlock(file: int) -> None:
        """Give the lock back."""
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def lock(file: int) -> bool:
        """Try to lock an open file for writing; False if another process holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def unlock(file: int) -> None:
        """Give the lock back."""
        fcntl.flock(file, fcntl.LOCK_UN)
