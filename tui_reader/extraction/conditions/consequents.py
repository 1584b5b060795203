"""Where a main clause starts and ends: without its reporting frame and without a clause that another tense governs."""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.clauses import (
    CONNECTIVES,
    CONTRAST,
    COORDINATORS,
    SUBORDINATORS,
    is_trailing_relative,
    mood,
    opens_clause,
    subject_and_verb,
)
from tui_reader.extraction.conditions.frames import TELLING, is_saying, reporting_frame, without_connectives
from tui_reader.extraction.conditions.part import CLOSERS, DASHES, Part

SETS = lexicon.sets("condition_sets")
EXPECTING = SETS["expecting"]
PLANS = lexicon.words("plan_nouns")
ADDRESSING = SETS["addressing"]
DIRECTING = SETS["directing"]
COMMITTING = lexicon.words("committing_verbs")


def clause_start(part: Part, trigger: int) -> int:
    """Return where the clause that stands before the trigger at *trigger* starts, without its reporting frame."""
    words, tags = part.words, part.tags
    low, _ = part.sentence_at(trigger)
    start = low
    i = low
    dashes = [j for j in range(low, trigger) if words[j] in DASHES]
    paired = set(dashes) if len(dashes) % 2 == 0 else set(dashes[:-1])
    while i < trigger:
        word = words[i]
        boundary: int | None = None
        if word == ";" or (word == ":" and i > low) or (word in DASHES and i not in paired):
            boundary = i + 1
        elif tags[i] == "CC" and word in COORDINATORS:
            boundary = _coordination(part, start, i, trigger)
        elif (word == "that" and i > start and _opens_content(part, start, i, trigger)) or (
            word == "," and _is_fronted_frame(part, start, i, trigger)
        ):
            boundary = i + 1
        elif (part.opens_quotation(i) and i + 1 < trigger and i > start and words[i - 1] in {",", ":"}) or (
            word == "to" and i > start and tags[i + 1] == "VB" and _is_committed(part, start, i)
        ):
            boundary = i - 1 if word == "to" and words[i - 1] == "not" else i
        elif word == "so" and words[i + 1] == "that" and any(tags[k][:2] == "VB" for k in range(start, i)):
            boundary = i + 2
        elif _says_what_follows(part, i, trigger) or _expects_what_follows(part, i, trigger):
            boundary = i + 1
        if boundary is not None:
            start = boundary
        i += 1
    start = _relative_start(part, start, trigger)
    return _past_plan(part, without_connectives(part, start, trigger), trigger)


def _relative_start(part: Part, start: int, trigger: int) -> int:
    """Return where a relative clause starts, after its pronoun, when the condition is tied to that clause alone.

    "eleven wards that | would have to shut if …", "a clause under which | the owner may sell if …".
    """
    token = part.token(trigger)
    verb = token if token.dep_ == "advcl" else token.head
    main = verb.head if verb.i > trigger else verb
    while main.dep_ in {"conj", "xcomp", "aux"} and main.head.i != main.i:
        main = main.head
    if main.dep_ != "relcl" or not start < main.i < trigger:
        return start
    words = (word for word in main.subtree if word.i < main.i and word.tag_ in {"WDT", "WP", "WP$"})
    pronoun = next(words, None)
    return pronoun.i + 1 if pronoun is not None and pronoun.i > start else start


def _past_plan(part: Part, start: int, end: int) -> int:
    """Return where the clause starts after "under the act" without a comma after it."""
    if part.words[start : start + 1] != ["under"]:
        return start
    noun = next((i for i in range(start + 1, min(start + 8, end)) if part.token(i).lemma_.lower() in PLANS), None)
    return noun + 1 if noun is not None and opens_clause(part, noun + 1, end) else start


def _opens_content(part: Part, start: int, that: int, trigger: int) -> bool:
    """Say whether *that* opens what somebody says; also of "told a meeting at the mill that"."""
    if part.tags[that] == "IN":
        return _has_content_cue(part, start, that)
    if part.tags[that + 1] == "PRP" and any(is_saying(part, i) for i in range(start, that)):
        return subject_and_verb(part, that + 1, trigger)
    told = any(part.token(i).lemma_ in TELLING and part.tags[i][:2] == "VB" for i in range(start, that))
    return told and subject_and_verb(part, that + 1, trigger)


def _is_committed(part: Part, start: int, to: int) -> bool:
    """Say whether an infinitive is what is promised or asked: "promised to", "advised the bank to"."""
    before = part.token(to - 2 if part.words[to - 1] == "not" and to - 2 >= start else to - 1)
    if before.lemma_ in COMMITTING and before.tag_[:2] == "VB":
        return True
    verb = part.token(to).head
    governor = verb.head
    return verb.dep_ in {"xcomp", "ccomp"} and governor.lemma_ in DIRECTING and start <= governor.i < to


def _says_what_follows(part: Part, i: int, end: int) -> bool:
    """Say whether a verb of saying stands at *i* and what it says, without "that", follows."""
    if i + 1 >= end or not is_saying(part, i) or part.words[i + 1] == "that":
        return False
    if part.token(i).lemma_ in ADDRESSING and "that" in part.words[i + 2 : end]:
        return False  # whom it is told follows, and "that" after it
    nominal = {"PRP", "DT", "NNP", "NNPS", "NNS", "EX", "PRP$", "NN", "CD", "JJ"}
    return part.tags[i + 1] in nominal and opens_clause(part, i + 1, end)


def _expects_what_follows(part: Part, verb: int, end: int) -> bool:
    """Say whether *verb* expects something to happen: "expects prices to fall"."""
    if part.token(verb).lemma_ not in EXPECTING or part.tags[verb][:2] != "VB":
        return False
    start = verb + 1
    for i in range(start, min(end, start + 12)):
        if part.words[i] == "to" and i > start and part.tags[i + 1 : i + 2] == ["VB"]:
            return True
        if part.is_finite(i) or part.words[i] in {",", ";", "that"}:
            return False
    return False


def _has_content_cue(part: Part, start: int, that: int) -> bool:
    """Say whether what stands before *that* can take a content clause: a verb, or a noun or adjective after one."""
    token = part.token(that)
    if token.dep_ == "mark" and token.head.dep_ in {
        "ccomp",
        "acl",
        "advcl",
        "conj",
        "ROOT",
        "csubj",
        "relcl",
        "pcomp",
        "parataxis",
        "appos",
        "dep",
    }:
        return not (that > start and part.words[that - 1] in {"so", "such", "provided", "now"})
    return any(is_saying(part, i) for i in range(start, that))


def _coordination(part: Part, start: int, cc: int, trigger: int) -> int | None:
    """Return the start of the clause after the conjunction at *cc* when the trigger depends on that clause alone."""
    nxt = cc + 1
    if part.words[cc : cc + 2] == ["or", "not"]:
        return None
    if nxt >= trigger and part.words[trigger] in {"only", "not"}:
        return None
    if nxt >= trigger:
        return nxt if cc > start and part.words[cc - 1] in {",", "”"} else None
    head = part.token(cc).head
    if head.pos_ not in {"VERB", "AUX"} and part.words[cc - 1] != ",":
        return None
    if opens_clause(part, nxt, trigger) and part.tags[nxt] != "VB":
        if not part.has_finite(start, cc):
            return None
        return nxt
    # one subject, two predicates: "welcomed the step but would not discuss it"
    tag = part.tags[nxt]
    if (
        head.pos_ in {"VERB", "AUX"}
        and (tag in {"MD", "VBZ", "VBD", "VBP"} or (tag == "RB" and nxt + 1 < trigger and part.is_finite(nxt + 1)))
        and (part.words[cc] == "but" or part.has_modal(nxt, trigger) or not _same_tense(part, start, cc, nxt))
    ):
        return nxt
    return None


def _same_tense(part: Part, start: int, cc: int, nxt: int) -> bool:
    first = next((part.tags[i] for i in range(start, cc) if part.is_finite(i)), None)
    second = next((part.tags[i] for i in range(nxt, min(nxt + 3, len(part))) if part.is_finite(i)), None)
    same = {"VBZ": "present", "VBP": "present", "VBD": "past", "MD": "modal", None: None}
    return same[first] == same[second]


def _is_fronted_frame(part: Part, start: int, comma: int, trigger: int) -> bool:
    """Say whether what stands before *comma* is a source or a subordinate clause in front of the main clause."""
    i = start
    while i < comma and part.words[i] in CONNECTIVES:
        i += 1
    if i == comma:
        return True
    if part.words[i] == "according":
        return True
    if part.words[i] == "under" and not part.has_finite(i, comma):
        return any(part.token(k).lemma_.lower() in PLANS for k in range(i, min(i + 5, comma)))
    if part.words[i] in SUBORDINATORS and part.has_finite(i, comma) and opens_clause(part, comma + 1, trigger):
        return True
    if part.words[i] == "should" or (part.words[i] in {"had", "were"} and i == start):
        return opens_clause(part, comma + 1, trigger)
    stop = reporting_frame(part, i, comma + 1)
    return stop == comma and i > start


def consequent_end(part: Part, start: int, end: int, triggers: frozenset[int]) -> int:
    """Return where the main clause that starts at *start* ends: before a frame, a contrast or another condition."""
    words = part.words
    i = start
    modal = mood(part, start, end)
    opened = sum(words[j] in {"“", "‘"} for j in range(start, start + 1))
    while i < end:
        word = words[i]
        if word in {"“", "‘"} and i > start:
            opened += 1
        if word == ";":
            return i
        if word in DASHES and i > start + 1 and not any(words[j] in DASHES for j in range(i + 1, end)):
            return i
        if word in {"”", '"'} and i > start and reporting_frame(part, i + 1, end) == _frame_stop(part, end, i):
            return i
        if i in triggers and i > start and part.has_finite(start, i):
            return i
        if word == "," and i + 1 < end:
            nxt = i + 1
            frame = reporting_frame(part, nxt, end)
            if frame is not None and frame >= _last_word(part, end):
                return i
            if words[nxt] in {"but", "yet", "nor", "so"} and (opens_clause(part, nxt + 1, end) or nxt + 1 in triggers):
                return i
            if words[nxt] in {"and", "or"}:
                if nxt + 1 in triggers or words[nxt + 1 : nxt + 2] == ["without"]:
                    return i
                if opens_clause(part, nxt + 1, end) and mood(part, nxt + 1, end) != modal:
                    return i
            if words[nxt] in CONTRAST and part.has_finite(nxt, end):
                return i
            if nxt in triggers or is_trailing_relative(part, nxt, end) or _is_participle(part, nxt, end):
                return i
        i += 1
    return end


def _is_participle(part: Part, i: int, end: int) -> bool:
    """Say whether a participle clause at *i* runs to the end of the sentence: "…, making it the largest"."""
    return part.tags[i] == "VBG" and not any(part.words[k] in {",", ";"} for k in range(i + 1, end))


def _last_word(part: Part, end: int) -> int:
    while end > 0 and (
        part.words[end - 1] in {".", "!", "?", "…"} or part.words[end - 1] in CLOSERS or part.doc[end - 1].is_space
    ):
        end -= 1
    return end


def _frame_stop(part: Part, end: int, quote: int) -> int:
    """Return the frame's end if it runs to the end of the sentence, or to a reopened quotation; -1 if none does."""
    stop = reporting_frame(part, quote + 1, end)
    return stop if stop is not None else -1
