"""Characters that command a terminal or reorder a line, made visible and harmless one for one."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# C0 without tab and line feed, DEL, C1; bidirectional embeddings, overrides and isolates (UAX #9); lone surrogates.
_COMMANDS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def neutralise(text: str) -> str:
    """Return *text* with `\\n` line ends and no character that could move a cursor, colour a screen or reorder a line.

    A C0 control becomes its picture (ESC → ␛), every other one U+FFFD; only `\\r\\n` changes the length.
    """
    return _COMMANDS.sub(_picture, _LINE_ENDS.sub("\n", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
