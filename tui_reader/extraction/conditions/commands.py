"""Conditions made by a command: "Withdraw them, and B" (sufficient), "Withdraw them, or B" (exceptive)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions import clauses, consequents, frames
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.part import OPENERS, Part
from tui_reader.model import ConditionKind

SETS = lexicon.sets("condition_sets")
MORE = frozenset({"one", "another", "a", "any", "two", "three"})
SUFFERING = SETS["suffering"]
FURTHER = SETS["further"]


def find(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield the conditions whose antecedent is an imperative, or "one more such loss"."""
    yield from _alternatives(part, places)
    for start, end in _stretches(part):
        i = frames.without_connectives(part, start, end)
        while i < end and part.words[i] in clauses.QUOTES:
            i += 1
        if i >= end:
            continue
        command = is_command(part, i, end)
        if not command and not is_one_more(part, i):
            continue
        for cc in range(i + 1, end - 2):
            if part.words[cc] in {";", ":"} or (not command and part.is_finite(cc)):
                break
            if part.words[cc] in {"and", "or"} and part.tags[cc] == "CC" and part.words[cc - 1] != "whether":
                nxt = frames.skip_inserts(part, cc + 1, end)
                if part.words[cc] == "or" and command and part.words[nxt] in SUFFERING and part.tags[nxt] == "VB":
                    stop = consequents.consequent_end(part, nxt, end, places)
                    yield Draft(ConditionKind.EXCEPTIVE, (cc, cc + 1), (i, cc), (nxt, stop))
                    break
                if part.tags[nxt] == "VB" or not clauses.opens_clause(part, nxt, end):
                    continue
                stop = consequents.consequent_end(part, nxt, end, places)
                if not follows(part, nxt, stop) and (command or not is_copular(part, nxt, stop)):
                    break
                kind = ConditionKind.SUFFICIENT if part.words[cc] == "and" else ConditionKind.EXCEPTIVE
                yield Draft(
                    kind,
                    (cc, cc + 1),
                    (i, _without_vocative(part, i, _without_frame(part, *part.trimmed(i, cc)))),
                    (frames.past_thinker(part, nxt, stop), stop),
                )
                break


def _alternatives(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "either A, or B", two clauses of which the first keeps the second from coming."""
    for i, word in enumerate(part.words):
        if word != "either":
            continue
        _, end = part.sentence_at(i)
        if part.tags[i + 1] in {"IN", "CC"} or not clauses.opens_clause(part, i + 1, end):
            continue
        for cc in range(i + 3, end - 2):
            if part.words[cc] == "or" and part.has_finite(i, cc) and clauses.opens_clause(part, cc + 1, end):
                stop = consequents.consequent_end(part, cc + 1, end, places)
                yield Draft(ConditionKind.EXCEPTIVE, (i, i + 1), (i + 1, cc), (cc + 1, stop))
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


def _without_frame(part: Part, start: int, end: int) -> int:
    """Return where a command ends before a frame: "give up the ear, he says"."""
    while end > start and part.words[end - 1] in OPENERS:
        start, end = part.trimmed(start, end - 1)
    commas = (k for k in range(start + 1, end - 1) if part.words[k] == ",")
    return next((k for k in commas if frames.reporting_frame(part, k + 1, end) == end), end)


def _without_vocative(part: Part, start: int, end: int) -> int:
    """Return where a command ends before the name of whoever is addressed: "give us a jetty, Secretary"."""
    stop = end - 1 if part.words[end - 1] == "," else end
    comma = next((k for k in range(stop - 1, start, -1) if part.words[k] == ","), None)
    if comma is not None and stop - comma <= 4 and all(part.tags[k][:3] == "NNP" for k in range(comma + 1, stop)):
        return comma
    return end


def is_one_more(part: Part, i: int) -> bool:
    """Say whether "another such loss" or "one more delay" stands at *i*."""
    return part.words[i] == "another" or (part.words[i] in MORE and not FURTHER.isdisjoint(part.words[i + 1 : i + 2]))


def is_copular(part: Part, start: int, end: int) -> bool:
    """Say whether a clause tells what then is so: "the contract is void"."""
    return any(part.words[i] in {"is", "are"} for i in range(start, end))


def follows(part: Part, start: int, end: int) -> bool:
    """Say whether a clause tells what comes of it: a modal, or "you" with a present verb."""
    return part.has_modal(start, end) or part.has_finite(start, end)
