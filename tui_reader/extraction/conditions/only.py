"""Conditions made by "only" before a subject: "only the court can lift the ban"; and "only by X can Y".

The one who alone can bring something about is what it hangs on (Huddleston & Pullum, ch. 6 section 7.3: "only" with a
focus on the subject); the modal that says so belongs to neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions import antecedents, consequents, frames
from tui_reader.extraction.conditions.clauses import without_conceding
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import ConditionKind

ENABLING = lexicon.words("approval_nouns") | lexicon.words("enabling_nouns")
INDEFINITE = frozenset({"a", "an", "those", "anyone", "whoever"})
ACTING = frozenset({"DT", "PRP$", "NNP", "NNPS", "NNS", "CD"})  # "by boat" names no agent
EXCLUDING = frozenset({"none", "nobody", "nothing"})
NOTHING_BUT = (
    ["none", "but"],
    ["nobody", "but"],
    ["nothing", "but"],
    ["nothing", "short", "of"],
    ["nothing", "less", "than"],
)
MODALS = frozenset({"can", "could", "may", "might", "will", "would", "shall"})
NOUN_STARTS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "VBG", "WP"})
WITH_PHRASE = frozenset({"by", "through", "with", "in", "under"})
BEFORE = frozenset({"and", "but", "that", "or", "because", "since", ",", ":", ";", "“", "—", "–", '"', "‘"})
ABLE = frozenset({"possible", "feasible", "available", "valid", "lawful", "conceivable"})
FURTHEST = 60  # tokens between "only" and its modal, a long relative clause included


def find(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield the conditions of *part* that "only" makes."""
    for i, word in enumerate(part.words):
        if word in EXCLUDING and (length := _excluding(part, i)):
            yield from _by_subject(part, i + length - 1, part.sentence_at(i)[1], places)
        if word != "only" or i in places:
            continue
        start, end = part.sentence_at(i)
        if i + 2 < end and part.tags[i + 1] in {"IN", "TO"}:
            yield from _after_clause(part, i, end)
        if i + 2 >= end or not (i == start or part.words[i - 1] in BEFORE or part.tags[i - 1] in {"CC", "_SP"}):
            continue
        if part.words[i + 1] in WITH_PHRASE:
            yield from _by_phrase(part, i, end, places)
        elif part.tags[i + 1] in NOUN_STARTS:
            yield from _by_subject(part, i, end, places)


def _excluding(part: Part, i: int) -> int:
    """Return how many words at *i* say that nothing else will do: "none but", "nothing short of"; 0 if none."""
    return next((len(words) for words in NOTHING_BUT if part.words[i : i + len(words)] == words), 0)


def _after_clause(part: Part, only: int, end: int) -> Iterator[Draft]:
    """Yield "Y may be done only with X", where X is what somebody gives, or does: consent, a vote, a request."""
    left = consequents.clause_start(part, only)
    lead = without_conceding(part, *part.trimmed(left, only))
    if not (part.has_modal(*lead) or part.words[lead[1] - 1] in ABLE):
        return
    if part.words[only + 1] == "to":
        if part.words[only + 2] not in INDEFINITE:
            return
        stop = antecedents.antecedent_end(part, only + 1, end, frozenset(), clausal=False)
        yield Draft(ConditionKind.NECESSARY, (only, only + 1), (only + 1, stop), lead)
        return
    noun = _noun_after(part, only + 2, end)
    by_agent = part.words[only + 1] == "by" and part.token(only + 1).dep_ == "agent" and part.tags[only + 2] in ACTING
    if noun is None or (part.token(noun).lemma_.lower() not in ENABLING and not by_agent):
        return
    stop = antecedents.antecedent_end(part, only + 2, end, frozenset(), clausal=False)
    yield Draft(ConditionKind.NECESSARY, (only, only + 2), (only + 2, stop), lead)


def _noun_after(part: Part, i: int, end: int) -> int | None:
    """Return the noun of the noun phrase at *i*: the last before a preposition, a comma or a verb."""
    found = None
    for k in range(i, min(end, i + 10)):
        if part.tags[k] in {"NN", "NNS", "NNP", "NNPS"}:
            found = k
        elif part.tags[k] not in {"DT", "JJ", "JJR", "JJS", "PRP$", "CD", "POS", "VBN", "VBG", "CC", "RB"}:
            break
    return found


def _by_subject(part: Part, only: int, end: int, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "only X can Y": X its subject, Y what stands after the modal."""
    modal = _modal_of(part, only, end)
    if modal is None:
        return
    stop = consequents.consequent_end(part, modal, end, places)
    stop = frames.without_closing_frame(part, *part.trimmed(modal, stop))
    verb = modal + 1
    while verb < stop and part.tags[verb] == "RB":
        verb += 1
    antecedent = part.trimmed(only + 1, modal)
    if verb < stop and part.tags[verb] in {"VB", "VBP"} and antecedent[0] < antecedent[1]:
        yield Draft(ConditionKind.NECESSARY, (only, only + 1), antecedent, part.trimmed(verb, stop))


def _modal_of(part: Part, only: int, end: int) -> int | None:
    """Return the modal whose subject "only" stands in: by the parse, else the first outside a relative clause."""
    for i in range(only + 2, min(end, only + FURTHEST)):
        if part.words[i] not in MODALS or part.tags[i] != "MD":
            continue
        verb = part.token(i).head
        subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and subject.left_edge.i in {only, only + 1}:
            return i
    depth = 0
    for i in range(only + 1, min(end, only + FURTHEST)):
        if part.words[i] in {"who", "which", "that"} and part.words[i - 1] == ",":
            depth = 1
        elif part.words[i] == "," and depth and part.tags[i + 1 : i + 2] == ["MD"]:
            depth = 0
        elif part.tags[i] == "MD" and part.words[i] in MODALS and not depth:
            return i
        elif part.is_finite(i) and not depth:
            return None
    return None


def _by_phrase(part: Part, only: int, end: int, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "only by X can Y": the clause after X is inverted."""
    for i in range(only + 2, min(end, only + FURTHEST)):
        if part.words[i] == ",":
            inner = frames.skip_inserts(part, i, end)
            if inner > i + 1 and part.tags[inner] == "MD":
                stop = consequents.consequent_end(part, inner, end, places)
                yield Draft(ConditionKind.NECESSARY, (only, only + 2), (only + 2, i), part.trimmed(inner, stop))
                return
        if part.words[i] in MODALS and part.tags[i] == "MD":
            stop = consequents.consequent_end(part, i, end, places)
            yield Draft(
                ConditionKind.NECESSARY,
                (only, only + 2),
                part.trimmed(only + 2, i),
                part.trimmed(i, stop),
            )
            return
        if part.is_finite(i):
            return
