"""Running a command: its errors as one line, its exit code by the table in the documentation."""

from __future__ import annotations

import os
import sys

import click

from tui_reader.errors import TuiReaderError

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def run() -> int:
    """Run the command line and return the exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    from tui_reader.cli.group import cli

    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return WRONG_USE if isinstance(error, click.UsageError) else FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except TuiReaderError as error:
        click.echo(f"tui-reader: {error}", err=True)
        return FAILED
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit:  # no command of ours raises it: it is what click makes of a broken pipe
        return _nobody_reads()
    return code if isinstance(code, int) else DONE


def _nobody_reads() -> int:
    """Say nothing to those who have left, such as `head`, not even by a last flush: they have enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
