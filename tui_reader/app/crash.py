"""What is written when the app fails: where in our code, never what the reader reads or wrote."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from tui_reader import __version__


def write_report(path: Path, error: BaseException) -> bool:
    """Write a report of *error* without its message, locals or source lines, and say whether it could be written."""
    from importlib.metadata import version  # costs 9 ms that no start should pay

    lines = [
        f"tui_reader {__version__}, Python {platform.python_version()}, Textual {version('textual')}, {sys.platform}",
        datetime.now(UTC).isoformat(timespec="seconds"),
        "",
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        inner = getattr(cause, "error", None)  # what a worker failed by
        cause = inner if isinstance(inner, BaseException) else cause.__cause__ or cause.__context__
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return False
    return True


def last_report(path: Path) -> str | None:
    """Return what to tell the reader of a crash that has not been told of, and remember that it has."""
    if not path.exists():
        return None
    told = path.with_name(path.stem + "-told" + path.suffix)
    try:
        path.replace(told)
    except OSError:
        return None
    return f"The last time, the app ended by a mistake of its own. A report, without your text, is in {told}"
