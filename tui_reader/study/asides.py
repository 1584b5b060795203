"""What an answer tells only by the way, between commas, and may lack: “the dam, which was finished in 1971, leaks”."""

from __future__ import annotations

import re

RELATIVE = re.compile(r",\s(?:which|who|whom|whose|where)\s[^,;:]+(?:,|(?=[.]?$))")
APPOSITION = re.compile(
    r"(?<=[^\W\d_]),\s(?:the|an?|its|his|her|their)\s(?![^,;:]*\b(?:and|or|not)\b)[^,;:]+,(?!\s(?:and|or|but)\b)"
)
DASHED = re.compile(r"\s[–—]\s[^–—]+\s[–—](?=\s)")


def without_asides(answer: str) -> str:
    """Return *answer* without its relative clauses and appositions between commas or dashes."""
    for aside in (RELATIVE, APPOSITION, DASHED):
        answer = aside.sub("", answer)
    return answer
