"""Whether words are a clause: by tags and punctuation first and by the parse second.

The small model's tags hold where its parse breaks (inversion, quotations split by a cue), so that the parse only
chooses between what visible marks allow.
"""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.part import DASHES, Part

CONNECTIVES = lexicon.words("connectives")
SUBORDINATORS = lexicon.words("subordinators")
COORDINATORS = frozenset({"and", "but", "or", "yet", "so", "nor"})
CONTRAST = frozenset({"while", "whereas", "although", "though", "because", "as", "since"})
NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "CD", "PRP$", "VBG", "WP", "JJ", "JJR", "JJS", "PDT"}
)
CONCEDING = frozenset({"but", "though", "although", "albeit", "and", "then"})
QUOTES = frozenset('“”‘’"')


def opens_clause(part: Part, i: int, end: int) -> bool:
    """Say whether a main clause starts at *i*: a subject and a tensed verb, an imperative or an inverted question."""
    words, tags = part.words, part.tags
    while i < end and (words[i] in QUOTES or words[i] in CONNECTIVES or tags[i] in {"RB", "RBR", "UH"}):
        if words[i] in {"not", "only", "never", "that"}:
            break
        i += 1
    if i >= end:
        return False
    first = tags[i]
    if words[i] in SUBORDINATORS and first not in {"DT", "RB"}:
        return False
    if first == "VB" and not _is_object_of_to(part, i):
        return True
    if first in {"VBN", "TO", "CC", "WDT"}:
        return False
    if first in {"MD", "VBP", "VBZ", "VBD"}:
        return words[i] in {"do", "does", "did", "is", "are", "was", "were", "has", "have", "let"} or (
            first == "MD" and i + 1 < end and tags[i + 1] in NOMINAL
        )
    nominal = False
    j = i
    depth = 0
    while j < end:
        word, tag = words[j], tags[j]
        if word in {"(", "["}:
            depth += 1
        elif word in {")", "]"}:
            depth -= 1
        elif depth == 0:
            if tag in {"VBZ", "VBP", "VBD", "MD"} and nominal and not in_relative(part, i, j):
                return True
            if tag == "MD" and j + 1 < end and tags[j + 1] in NOMINAL:
                return True  # "only then can talks begin"
            if word in {";", ":"} or word in DASHES:
                return False
            if word == "," and not subject_spans(part, i, j, end):
                return False
            if (
                word in SUBORDINATORS
                and word
                not in {
                    "that",
                    "who",
                    "which",
                    "whom",
                    "whose",
                    "than",
                    "as",
                    "like",
                    "so",
                }
                and not _is_dated(part, j)
            ):
                return False
            if tag in NOMINAL:
                nominal = True
        j += 1
    return False


def _is_dated(part: Part, i: int) -> bool:
    """Say whether the word at *i* is a preposition of time and no conjunction: "since 2011", "after Monday"."""
    return part.tags[i] == "IN" and part.tags[i + 1 : i + 2] in (["CD"], ["NNP"])


def _is_object_of_to(part: Part, i: int) -> bool:
    return i > 0 and part.words[i - 1] == "to"


def in_relative(part: Part, start: int, verb: int) -> bool:
    """Say whether the tensed *verb* belongs to a relative clause that opens after *start*."""
    token = part.token(verb)
    head = token.head if token.dep_ in {"aux", "auxpass"} else token
    return head.dep_ == "relcl" and head.head.i >= start and head.head.i < verb


def subject_spans(part: Part, start: int, comma: int, end: int) -> bool:
    """Say whether the parse has a subject that starts by *start* and whose verb stands after *comma*."""
    for i in range(start, min(comma, start + 12)):
        token = part.token(i)
        if token.dep_ in {"nsubj", "nsubjpass", "csubj"} and comma < token.head.i < end and token.head.dep_ != "relcl":
            return True
    return False


def verb_before_comma(part: Part, start: int, end: int) -> bool:
    """Say whether a tensed verb stands between *start* and the next comma, dash or stop."""
    for i in range(start, end):
        if part.is_finite(i):
            return True
        if part.words[i] in {",", ";", ":", "."} or part.words[i] in DASHES:
            return False
    return False


def has_verb(part: Part, start: int, end: int) -> bool:
    return any(part.tags[i][:2] in {"VB", "MD"} for i in range(start, end))


def clause_has_modal(part: Part, start: int, end: int) -> bool:
    for i in range(start, end):
        if part.tags[i] in {"MD", "VB"}:
            return True
        if part.words[i] in {",", ";"}:
            return False
    return False


def subject_and_verb(part: Part, start: int, end: int) -> bool:
    """Say whether a subject and a tensed verb follow *start* before the next comma."""
    nominal = False
    for i in range(start, end):
        tag = part.tags[i]
        if tag in {"VBZ", "VBP", "VBD", "MD"} or (tag == "VB" and nominal):
            return nominal and not in_relative(part, start, i)
        if part.words[i] in {";", ":", "."} or part.words[i] in COORDINATORS & {"but"}:
            return False
        if part.words[i] == "," and not subject_spans(part, start, i, end):
            return False
        nominal = nominal or tag in NOMINAL
    return False


def mood(part: Part, start: int, end: int) -> str:
    """Return the tense of the first tensed verb: modal, present, past or none."""
    for i in range(start, end):
        match part.tags[i]:
            case "MD":
                return "modal"
            case "VBZ" | "VBP":
                return "present"
            case "VBD":
                return "past"
    return "none"


def is_trailing_relative(part: Part, i: int, end: int) -> bool:
    """Say whether a non-restrictive relative clause at *i* runs to the end of the sentence."""
    if part.tags[i] not in {"WDT", "WP", "WP$"} and part.words[i] not in {"where", "which", "who"}:
        return False
    return not any(part.words[j] in {",", ";"} for j in range(i + 1, end))


def without_conceding(part: Part, start: int, end: int) -> Stretch:
    """Return a clause without the conjunctions at its end, which belong to what follows: "… may, but | only if"."""
    while start < end and part.words[end - 1] in CONCEDING:
        start, end = part.trimmed(start, end - 1)
    return start, end


def is_ruled_out(part: Part, i: int) -> bool:
    """Say whether the words at *i* call something impossible: "out of the question", "ruled out"."""
    return part.words[i : i + 4] == ["out", "of", "the", "question"] or part.words[i : i + 2] == ["ruled", "out"]
