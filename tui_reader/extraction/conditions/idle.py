"""What only tells what happened, when, or how, between two clauses that a trigger ties."""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.clauses import is_ruled_out, mood
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.frames import is_saying
from tui_reader.extraction.conditions.part import Part
from tui_reader.extraction.conditions.triggers import Family, Trigger

SETS = lexicon.sets("condition_sets")
ONCE_LIKE = SETS["once_like"]
DURATIONS = SETS["durations"]
NEGATIVE = frozenset({"no", "not", "nothing", "nobody", "none", "never", "cannot", "neither", "nor"})
AUXILIARIES = frozenset({"to", "do", "does", "did", "not", "n't"})
TIMES = frozenset({"DATE", "TIME"})
MANNERS = lexicon.words("manner_nouns")
HYPOTHETICAL = frozenset({"would", "could", "might", "'d"})
IMPOSSIBLE = SETS["impossible"]
LOOKING_AHEAD = SETS["looking_ahead"]
RULED = SETS["ruled"]


def is_idle(part: Part, trigger: Trigger, antecedent: Stretch, consequent: Stretch) -> bool:
    """Say whether the two clauses only tell what happened: no modal, future or present in the main clause."""
    key = trigger.words
    future = looks_ahead(part, *consequent)
    match trigger.family:
        case Family.UNTIL:
            return not _lasts(part, antecedent, consequent, future=future) or _is_time(part, *antecedent)
        case Family.BEFORE:
            return not (_is_negated(part, consequent) and future) or _is_time(part, *antecedent)
        case Family.WITHOUT:
            return _is_manner(part, trigger, antecedent, consequent)
        case Family.PLACE:
            if consequent[0] < antecedent[0]:
                return part.words[consequent[1] - 1] not in RULED or mood(part, *consequent) == "past"
            return not part.has_modal(*consequent)
        case Family.GRANTED:
            supposed = trigger.words == "with" and part.words[antecedent[0]] != "no"
            if supposed and any(is_saying(part, i) for i in range(*consequent)):
                return True  # manner: "with a smile, she said"
            return not (_is_hypothetical(part, consequent) if supposed else part.has_modal(*consequent))
        case Family.EVENT:
            return not future and mood(part, *consequent) != "present"
    if key in ONCE_LIKE:
        return not (future or (mood(part, *antecedent) != "past" and mood(part, *consequent) == "present"))
    if key == "not before":
        return not future
    if trigger.family is Family.FREE:
        return mood(part, *consequent) == "past"
    if key == "assuming" and not part.has_finite(*antecedent):
        return mood(part, *consequent) == "past"
    if key in DURATIONS:
        told = mood(part, *consequent) == "past" and mood(part, *antecedent) != "present"
        allowed = part.words[part.trimmed(*consequent)[1] - 1] in RULED  # "was lawful so long as …"
        return told and not allowed and not (future and _is_negated(part, consequent))  # "no talks were possible …"
    if key == "in case" and consequent[0] < antecedent[0]:
        return True  # a precaution: "take a coat in case it rains"
    if key in {"in the event", "in case of"}:
        return False
    if key in {"only after", "only when", "only once"}:
        return mood(part, *consequent) == "past"
    if key == "on the basis of":
        return not (future or mood(part, *consequent) == "present")
    if key == "given that":
        return not part.has_modal(*consequent)
    return False


def _is_hypothetical(part: Part, stretch: Stretch) -> bool:
    return any(part.words[i] in HYPOTHETICAL for i in range(*stretch))


def _lasts(part: Part, antecedent: Stretch, consequent: Stretch, *, future: bool) -> bool:
    """Say whether a main clause before "until" tells what will be, or what goes on until a clause comes true."""
    if future:
        return True
    opens = part.has_finite(*antecedent) and mood(part, *antecedent) == "present"
    return opens and mood(part, *consequent) == "present"


def _is_negated(part: Part, stretch: Stretch) -> bool:
    return any(part.words[i] in NEGATIVE or part.token(i).dep_ == "neg" for i in range(*stretch))


def _is_manner(part: Part, trigger: Trigger, antecedent: Stretch, consequent: Stretch) -> bool:
    """Say whether "without X" tells how a thing is done, not what it hangs on.

    In front of its clause it is a condition of what is, may or will be; behind it, only of what cannot be, or would.
    """
    gerund = part.tags[antecedent[0]] == "VBG"
    if not gerund and _head_of(part, antecedent) in MANNERS:
        return True
    tense = mood(part, *consequent)
    if _is_negated(part, consequent) or any(part.words[i] in IMPOSSIBLE for i in range(*consequent)):
        return tense not in {"modal", "present"} and not looks_ahead(part, *consequent)
    if gerund:
        return True
    if antecedent[0] < consequent[0]:
        reported = "that" in part.words[max(0, trigger.start - 2) : trigger.start]  # and so put back in time
        return tense not in {"modal", "present"} and not reported
    governor = part.token(trigger.start).head
    return not any(child.lower_ in HYPOTHETICAL for child in governor.lefts)


def _head_of(part: Part, stretch: Stretch) -> str:
    """Return the lemma of the noun of a noun phrase, "" where there is none before the first preposition."""
    found = ""
    for i in range(*stretch):
        if part.tags[i] in {"IN", "TO", "WDT", "WP", ","}:
            break
        if part.tags[i] in {"NN", "NNS", "NNP", "NNPS"}:
            found = part.token(i).lemma_.lower()
    return found


def looks_ahead(part: Part, start: int, end: int) -> bool:
    """Say whether a stretch tells what will, can or must be: a modal, "is ready to", a bare infinitive."""
    for i in range(start, end):
        tag, word = part.tags[i], part.words[i]
        if tag == "MD" or word in LOOKING_AHEAD:
            return True
        if tag == "VB" and i > start and word != "to" and part.words[i - 1] not in AUXILIARIES:
            return True  # the subjunctive of what is demanded: "that the works be halted"
        if is_ruled_out(part, i):
            return True
    return start < end and part.words[start] == "to"


def _is_time(part: Part, start: int, end: int) -> bool:
    """Say whether an antecedent without a verb is a date, an hour or an age of the year."""
    if part.has_finite(start, end):
        return False
    labels = {part.token(k).ent_type_ for k in range(start, end)}
    return bool(labels & TIMES) or end - start <= 2
