"""How a command ends: whatever it ends in becomes an exit code and at most one sentence, never a traceback."""

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from game.launch import BROKEN, FINE, USAGE, Failure, wording


def _sentence(error: Exception, lang: str | None) -> str:
    """Return the one sentence an error deserves; a file that cannot be opened is told as one."""
    from game.session.recording import RecordingError
    from game.study.crew import CrewError
    from game.telling.trouble import trouble

    if isinstance(error, CrewError):
        return wording(lang)(f"crew.{error.code}", **error.data)
    if isinstance(error, OSError) and error.filename:
        error = RecordingError("cannot_read", path=str(error.filename), why=str(error.strerror))
    return trouble(wording(lang), error)


def code_of(command: Callable[[], Any]) -> int:
    """Run the commands and turn whatever they end in into an exit code; one sentence, never a traceback."""
    from click.exceptions import Abort, ClickException, Exit

    try:
        command()
    except Failure as failure:
        click.echo(failure.sentence, err=True)
        return failure.code
    except Exit as left:
        return int(left.exit_code)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else FINE
    except ClickException as wrong:
        wrong.show()
        return USAGE
    except (Abort, KeyboardInterrupt, EOFError):
        click.echo("", err=True)
        return FINE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:
        if os.environ.get("QIANTOU_DEBUG"):
            raise
        click.echo(_sentence(error, None), err=True)
        return BROKEN
    return FINE
