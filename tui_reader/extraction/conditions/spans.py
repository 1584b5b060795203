"""From stretches of tokens to spans of the document, without the marks at their edges."""

from __future__ import annotations

from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import Span

PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "«": "»"}
EDGE = frozenset(",;:.!?—–-…") | {"--"}


def span_of(part: Part, stretch: Stretch) -> Span | None:
    """Return the span of a stretch, or None when nothing but marks is left of it.

    A quotation mark or bracket at an edge stays when its partner stands inside and the pair does not wrap the whole.
    """
    start, end = stretch
    words = part.words
    doc = part.doc
    while start < end:
        first, last = words[start], words[end - 1]
        texts = [doc[i].text for i in (start, end - 1)]
        if doc[start].is_space or first in EDGE:
            start += 1
        elif doc[end - 1].is_space or last in EDGE:
            end -= 1
        elif texts[1] == "]" and end - start > 3 and doc[end - 2].is_digit and doc[end - 3].text == "[":
            end -= 3  # the number of a paragraph or a note
        elif texts[0] in PAIRS:
            partner = PAIRS[texts[0]]
            close = next((i for i in range(start + 1, end) if doc[i].text == partner), None)
            if close is None or close == end - 1:
                start += 1
            else:
                break
        elif texts[0] in PAIRS.values():
            start += 1
        elif (texts[1] in PAIRS.values() and texts[1] != "’") or (texts[1] == "’" and doc[end - 1].is_punct):
            opener = next(o for o, c in PAIRS.items() if c == texts[1])
            if not any(doc[i].text == opener for i in range(start, end - 1)):
                end -= 1
            else:
                break
        elif texts[1] in PAIRS:
            end -= 1
        else:
            break
    if start >= end:
        return None
    offset: int = doc._.offset
    tail = doc[end - 1]
    return Span(offset + doc[start].idx, offset + tail.idx + len(tail.text))
