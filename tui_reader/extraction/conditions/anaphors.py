"""Conditions taken up from what stands before: "Pay by May. Otherwise the mill will close"; "pay, or else we leave"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions import consequents, frames
from tui_reader.extraction.conditions.clauses import mood, opens_clause
from tui_reader.extraction.conditions.draft import Draft, Stretch
from tui_reader.extraction.conditions.part import DASHES, Part
from tui_reader.model import ConditionKind

SETS = lexicon.sets("condition_sets")
SUPPOSING = SETS["supposing"]
WANTING = SETS["wanting"]
JOINTS = frozenset({",", ";", ":"}) | DASHES


@cache
def _table() -> tuple[tuple[tuple[str, ...], ConditionKind], ...]:
    rows = [(tuple(words.split()), ConditionKind(kind)) for words, kind in lexicon.rows("condition_anaphors")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def find(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield the conditions whose antecedent is the clause or the sentence before the words that take it up."""
    yield from _supposed(part, places)
    firsts = {words[0] for words, _ in _table()}
    for i, word in enumerate(part.words):
        if word not in firsts:
            continue
        for words, kind in _table():
            if tuple(part.words[i : i + len(words)]) == words:
                draft = _taken_up(part, i, i + len(words), kind, places)
                if draft is not None:
                    yield draft
                break


def _supposed(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "Suppose A. Then B." of two sentences in one block."""
    for start, stop in part.sentences:
        if part.words[start] not in SUPPOSING:
            continue
        colon = next((i for i in range(start, stop) if part.words[i] == ":"), None)
        end = start + 2 if part.words[start + 1 : start + 2] == ["that"] else start + 1
        if colon is not None and part.has_finite(end, colon) and part.has_modal(colon, stop):
            yield Draft(ConditionKind.SUFFICIENT, (start, end), part.trimmed(end, colon), part.trimmed(colon + 1, stop))
    for (start, stop), (low, high) in pairwise(part.sentences):
        end = start + 2 if part.words[start + 1 : start + 2] == ["that"] else start + 1
        if part.words[start] not in SUPPOSING or part.words[low] != "then" or part.opens_block(low):
            continue
        if part.has_finite(end, stop) and part.has_finite(low, high):
            main = consequents.consequent_end(part, low + 1, high, places)
            yield Draft(ConditionKind.SUFFICIENT, (start, end), part.trimmed(end, stop), part.trimmed(low + 1, main))


def _taken_up(part: Part, start: int, end: int, kind: ConditionKind, places: frozenset[int]) -> Draft | None:
    low, high = part.sentence_at(start)
    if part.words[end : end + 1] == ["for"]:
        return None
    after = frames.skip_inserts(part, end, high)
    if not part.has_finite(after, high):
        return None
    before = _clause_before(part, low, start) if start > low else _sentence_before(part, low)
    if before is None:
        return None
    owed = kind is ConditionKind.EXCEPTIVE and part.has_modal(*before) and mood(part, after, high) == "present"
    if not owed and not part.has_modal(after, high):
        return None
    stop = consequents.consequent_end(part, after, high, places)
    return Draft(kind, (start, end), before, part.trimmed(after, stop))


def _clause_before(part: Part, low: int, start: int) -> Stretch | None:
    """Return the clause of the same sentence that a joint closes, None where the words stand in its midst."""
    joint = start - 1
    if part.words[joint] in {"and", "but"}:
        joint -= 1
    if joint <= low or part.words[joint] not in JOINTS:
        return None
    left = consequents.clause_start(part, joint)
    stretch = left, frames.without_closing_frame(part, *part.trimmed(left, joint))
    return stretch if any(part.tags[k][:2] in {"VB", "MD"} for k in range(*stretch)) else None


def _sentence_before(part: Part, low: int) -> Stretch | None:
    """Return the sentence before, if it stands in the same block and tells what should or may be."""
    if low == 0:
        return None
    start, end = part.sentence_at(low - 1)
    if part.opens_block(low):
        return None
    stretch = part.trimmed(frames.without_connectives(part, start, end), end)
    tells = (
        part.has_modal(*stretch)
        or part.tags[stretch[0]] == "VB"
        or any(part.token(k).lemma_ in WANTING or part.words[k] == "due" for k in range(*stretch))
    )
    if not tells or stretch[0] >= stretch[1]:
        return None
    return _condition_in(part, *stretch) or stretch


def _condition_in(part: Part, start: int, end: int) -> Stretch | None:
    """Return the antecedent that opens a sentence: "Should A, B. Otherwise C" takes up A alone."""
    if part.words[start] not in {"should", "if"}:
        return None
    comma = next((i for i in range(start, end) if part.words[i] == ","), None)
    if comma is None or not opens_clause(part, comma + 1, end):
        return None
    return start + 1, comma
