"""The system's clipboard → text."""

from __future__ import annotations

from tui_reader.errors import SourceError


def read_clipboard() -> str:
    """Return the text on the clipboard; raises SourceError where there is none or no way to it."""
    import pyperclip

    try:
        text = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError) as error:
        raise SourceError(
            "cannot reach the clipboard: install xclip or wl-clipboard, or pipe the text in with `-`"
        ) from error
    if not isinstance(text, str) or not text.strip():
        raise SourceError("the clipboard has no text")
    return text
