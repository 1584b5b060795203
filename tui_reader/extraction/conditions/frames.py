"""Reporting frames ("she said", "according to the envoy") and other words that are no part of a clause."""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.clauses import CONNECTIVES, NOMINAL, QUOTES, in_relative, opens_clause
from tui_reader.extraction.conditions.part import CLOSERS, DASHES, OPENERS, Part

SETS = lexicon.sets("condition_sets")
REPORTING = lexicon.words("reporting_verbs")
TELLING = SETS["telling"]
TOPICS = tuple(tuple(words.split()) for words in SETS["topics"])
VIEWS = SETS["views"]
TURNS = SETS["turns"]
LONGEST_THINKER = 9  # words
HAVE = frozenset({"has", "have", "had"})


def reporting_frame(part: Part, i: int, end: int) -> int | None:
    """Return the end of a reporting parenthesis that starts at *i* ("she said", "said the envoy on Monday"), else None.

    It runs to the next comma, stop, opening quotation mark or to *end*, and has no content of its own.
    """
    words, tags = part.words, part.tags
    while i < end and words[i] in CLOSERS:
        i += 1
    stop = i
    nested = False
    while stop < end:
        word = words[stop]
        if word in OPENERS and not _is_possessive(part, stop) and stop > i:
            break
        if word in {",", ";", ":", ".", "?", "!"} or word in DASHES:
            if word == "," and not nested and _relative_follows(part, stop, end):
                nested = True
                stop += 1
                continue
            if word == "," and nested:
                nested = False
                if not _verb_yet(part, i, stop) or _verb_follows(part, stop + 1, end):
                    stop += 1
                    continue
            break
        stop += 1
    if stop <= i or stop - i > 30:
        return None
    if words[i] == "according" or (
        words[i] == "in" and any(w in {"view", "words", "opinion"} for w in words[i : i + 5])
    ):
        return stop
    verb = next((j for j in range(i, stop) if is_saying(part, j) and not in_relative(part, i, j)), None)
    if verb is None:
        return None
    before, after = range(i, verb), range(verb + 1, stop)
    tensed = [j for j in before if tags[j] in {"VBZ", "VBP", "VBD", "MD"}]
    if any(not in_relative(part, i, j) for j in tensed) and any(words[j] not in HAVE for j in tensed):
        return None
    if len(before) == 0 or all(tags[j] == "RB" for j in before):  # said the envoy
        if any(words[j] == "that" for j in after):
            return None
        return stop
    if not any(tags[j] in NOMINAL for j in before):
        return None
    if any(words[j] == "that" or (tags[j] == "TO" and tags[j + 1] == "VB") for j in after):
        return None
    if any(tags[j] in {"VBZ", "VBP", "VBD", "MD"} and not in_relative(part, i, j) for j in after):
        return None
    if len(after) and tags[verb + 1] not in {"RB", "IN", "TO", "NNP", "PRP"} and part.token(verb).lemma_ not in TELLING:
        return None  # a verb with an object tells an act
    return stop


def _is_possessive(part: Part, i: int) -> bool:
    """Say whether the mark at *i* is an apostrophe: "the controllers’ leader"."""
    nouns = part.tags[i - 1][:2] == "NN" and part.tags[i + 1 : i + 2] and part.tags[i + 1][:2] == "NN"
    return part.tags[i] == "POS" or (part.words[i] == "'" and bool(nouns))


def _relative_follows(part: Part, comma: int, end: int) -> bool:
    nxt = comma + 1
    return nxt < end and (
        part.tags[nxt] in {"WP", "WDT", "WP$"}
        or (part.tags[nxt] in {"DT", "NN", "NNP"} and not opens_clause(part, nxt, end))
    )


def _verb_yet(part: Part, i: int, stop: int) -> bool:
    return any(is_saying(part, j) for j in range(i, stop))


def _verb_follows(part: Part, i: int, end: int) -> bool:
    return i < end and is_saying(part, i)


def is_saying(part: Part, i: int) -> bool:
    return part.tags[i] in {"VBD", "VBZ", "VBP", "VBN"} and part.token(i).lemma_ in REPORTING


def skip_inserts(part: Part, i: int, end: int) -> int:
    """Return where the clause goes on after a comma, quotation marks, "then", "however," and reporting parentheses."""
    while i < end:
        word = part.words[i]
        if (
            word in {",", "”", "’"}
            or (word == '"' and i + 1 < end and reporting_frame(part, i + 1, end) is not None)
            or word == "then"
        ):
            i += 1
        elif word in CONNECTIVES and i + 1 < end and part.words[i + 1] == "," and word not in {"and", "but", "or"}:
            i += 2
        elif word in {"in", "by", "of"} and i + 2 < end and part.words[i + 2] == "," and part.words[i + 1] in TURNS:
            i += 3
        else:
            stop = reporting_frame(part, i, end)
            if stop is None or stop >= end or part.words[stop] not in {",", "“", '"', "‘"}:
                return i
            if not _content_follows(part, stop, end):
                return i
            i = stop
    return i


def _content_follows(part: Part, i: int, end: int) -> bool:
    while i < end and (part.words[i] in {",", "that"} or part.words[i] in QUOTES):
        i += 1
    return i < end - 1


def past_thinker(part: Part, start: int, end: int) -> int:
    """Return where the content starts of "I believe he will yield", *start* where no such frame opens the clause.

    Also of "the union fears that he will yield", where a noun phrase and "that" stand around the verb.
    """
    third = next((i for i in range(start + 1, min(end - 2, start + LONGEST_THINKER)) if part.is_finite(i)), None)
    if third is not None and part.words[third + 1] == "that" and is_saying(part, third):
        simple = all(
            part.tags[i] in NOMINAL or part.tags[i] in {"IN", "POS", "JJ", "RB", "''"} for i in range(start, third)
        )
        if simple and opens_clause(part, third + 2, end):
            return third + 2
    verb = start + 1
    while verb < min(end, start + 3) and part.tags[verb] == "RB":
        verb += 1
    if verb + 1 >= end or part.words[start] not in {"i", "we"} or not is_saying(part, verb):
        return start
    after = verb + 2 if part.words[verb + 1] == "that" else verb + 1
    return after if opens_clause(part, after, end) and part.tags[after] in NOMINAL else start


def is_bare_frame(part: Part, start: int, end: int) -> bool:
    """Say whether a stretch is only a reporting frame without its content: "the envoy said"."""
    start, end = part.trimmed(start, end)
    if start >= end:
        return True
    return reporting_frame(part, start, end) == end


def without_connectives(part: Part, start: int, end: int) -> int:
    """Return *start* moved past conjunctions, connective adverbs and commas."""
    i = start
    while i < end:
        word = part.words[i]
        if (
            word in {",", "”", "’"}
            or word in DASHES
            or (word in {"“", "‘", '"'} and part.tags[i + 1 : i + 2] == ["CC"])
            or part.doc[i].is_space
            or (word in CONNECTIVES and (part.tags[i] == "CC" or (i + 1 < end and part.words[i + 1] == ",")))
            or word == "then"
            or (word == "that" and part.tags[i] == "IN")
        ):
            i += 1
        elif i == start and (topic := _topic_end(part, i, end)) is not None:
            i = topic
        elif i == start and word == "in" and (view := _view_end(part, i, end)) is not None:
            i = view
        else:
            break
    return i if i < end else start


def _topic_end(part: Part, i: int, end: int) -> int | None:
    """Return the end of "as to the letter," and the like at *i*, None where there is none."""
    length = next((len(words) for words in TOPICS if part.words[i : i + len(words)] == list(words)), None)
    if length is None:
        return None
    comma = next((j for j in range(i + length, end) if part.words[j] == ","), None)
    if comma is None or part.has_finite(i, comma) or not opens_clause(part, comma + 1, end):
        return None
    return comma + 1


def _view_end(part: Part, i: int, end: int) -> int | None:
    """Return the end of "in my view," and the like at *i*, None where there is none."""
    for j in range(i + 1, min(end, i + 6)):
        if part.words[j] in VIEWS:
            return j + 1 if part.words[j + 1 : j + 2] == [","] or opens_clause(part, j + 1, end) else None
    return None


def without_closing_frame(part: Part, start: int, end: int) -> int:
    """Return where a clause ends that a frame closes: "the bank would act, the governor said"."""
    for i in range(start + 1, end - 1):
        if part.words[i] == "," and part.has_finite(start, i) and reporting_frame(part, i + 1, end) == end:
            return i
    return end
