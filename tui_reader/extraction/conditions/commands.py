"""Conditions made by a command: "Withdraw them, and B" (sufficient), "Withdraw them, or B" (exceptive)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.extraction.conditions import clauses, consequents, frames
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import ConditionKind

MORE = frozenset({"one", "another", "a", "any", "two", "three"})
FURTHER = frozenset({"more", "another", "further", "single", "such", "word", "step"})


def find(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield the conditions whose antecedent is an imperative, or "one more such loss"."""
    for start, end in _stretches(part):
        i = frames.without_connectives(part, start, end)
        while i < end and part.words[i] in clauses.QUOTES:
            i += 1
        if i >= end:
            continue
        command = is_command(part, i, end)
        if not command and not (part.words[i] in MORE and part.words[i + 1 : i + 2] and part.words[i + 1] in FURTHER):
            continue
        for cc in range(i + 1, end - 2):
            if part.words[cc] in {";", ":"} or (not command and part.is_finite(cc)):
                break
            if part.words[cc] in {"and", "or"} and part.tags[cc] == "CC":
                nxt = frames.skip_inserts(part, cc + 1, end)
                if part.tags[nxt] == "VB" or not clauses.opens_clause(part, nxt, end):
                    continue
                stop = consequents.consequent_end(part, nxt, end, places)
                if not follows(part, nxt, stop):
                    break
                kind = ConditionKind.SUFFICIENT if part.words[cc] == "and" else ConditionKind.EXCEPTIVE
                yield Draft(kind, (cc, cc + 1), (i, cc), (nxt, stop))
                break


def _stretches(part: Part) -> Iterator[tuple[int, int]]:
    """Yield the sentences, and what a colon or a comma and a quotation mark open inside one."""
    for start, end in part.sentences:
        yield start, end
        for i in range(start + 1, end - 2):
            if part.words[i] in {"“", '"'} and part.words[i - 1] in {":", ","}:
                yield i + 1, end


def is_command(part: Part, i: int, end: int) -> bool:
    """Say whether an imperative stands at *i*: a bare verb without a subject ("do not" included)."""
    if part.tags[i] == "VB":
        return part.words[i] not in {"let", "please", "be"} or part.words[i] == "be"
    return part.tags[i] in {"VBP", "NNP", "NN"} and part.token(i).pos_ == "VERB" and part.token(i).dep_ == "ROOT"


def follows(part: Part, start: int, end: int) -> bool:
    """Say whether a clause tells what comes of it: a modal, or "you" with a present verb."""
    return part.has_modal(start, end) or (part.words[start] == "you" and part.has_finite(start, end))
