"""Conditions made by a conjunction or preposition: "if A, B", "B unless A", "B, in the event of A"."""

from __future__ import annotations

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.conditions import antecedents, clauses, consequents, exclusions, frames
from tui_reader.extraction.conditions.draft import Draft, Stretch
from tui_reader.extraction.conditions.idle import is_idle
from tui_reader.extraction.conditions.part import OPENERS, Part
from tui_reader.extraction.conditions.triggers import Family, Trigger
from tui_reader.model import ConditionKind

ASKING = frozenset({"how", "what", "why", "who", "whom", "whose", "which", "where", "whether"})
REASONS = frozenset({"because", "although", "though", "since", "while", "whereas"})
OBJECTING = lexicon.sets("condition_sets")["objecting"]
NEGATIVE = lexicon.words("negative_words")


def find(part: Part, trigger: Trigger, places: frozenset[int]) -> Draft | None:
    """Return the condition that *trigger* ties, None when it ties none; *places* are the starts of all triggers."""
    if exclusions.is_excluded(part, trigger):
        return None
    clausal = is_clausal(part, trigger)
    if clausal is None:
        return None
    stretches = split(part, trigger, places, clausal=clausal)
    if stretches is None:
        return None
    antecedent, consequent = stretches
    kind = kind_of(part, trigger, antecedent, consequent)
    if _is_asked(part, *part.trimmed(*consequent), before=antecedent[0]):
        return None
    if kind is None or is_idle(part, trigger, antecedent, consequent):
        return None
    return Draft(kind, trigger.stretch, antecedent, consequent)


def is_clausal(part: Part, trigger: Trigger) -> bool | None:
    """Say whether a clause follows the trigger; None when what follows does not suit it."""
    _, end = part.sentence_at(trigger.start)
    match trigger.family:
        case Family.CLAUSE | Family.PLACE:
            return True
        case Family.FREE:
            return clauses.verb_before_comma(part, trigger.end, end)
        case Family.PHRASE | Family.WITHOUT | Family.GRANTED | Family.EVENT:
            return False
        case Family.BEFORE:
            return clauses.subject_and_verb(part, trigger.end, end) or None
        case _:
            return clauses.subject_and_verb(part, trigger.end, end)


def split(part: Part, trigger: Trigger, places: frozenset[int], *, clausal: bool) -> tuple[Stretch, Stretch] | None:
    """Return (antecedent, consequent), whichever comes first."""
    start, end = part.sentence_at(trigger.start)
    left = consequents.clause_start(part, trigger.start)
    lead = part.trimmed(left, trigger.start)
    a_start = _past_insertion(part, trigger.end, end)
    head = antecedents.antecedent_head(part, trigger) if clausal else None
    cleft = _cleft(part, trigger, lead, end)
    if cleft is not None:
        return cleft
    if lead[0] < lead[1] and part.tags[lead[0]] != "IN" and not part.has_finite(*lead):
        inside = _interrupting(part, trigger, lead[0], end, places, clausal=clausal)
        if inside is not None:
            return inside
    infinitive = part.words[lead[0]] == "to" and lead[1] - lead[0] > 1
    if not (part.has_finite(*lead) or infinitive) or frames.is_bare_frame(part, left, trigger.start):
        closing = antecedents.closing_comma(part, a_start, end, clausal=clausal, head=head)
        if closing is None and clausal and trigger.words.startswith(("only", "not", "if and only")):
            closing = antecedents.inverted_end(part, a_start, end)
        if closing is not None:
            a_end, c_start = closing
            c_end = consequents.consequent_end(part, c_start, end, places - {trigger.start})
            told = trigger.words != "with"
            return (a_start, a_end), (frames.past_thinker(part, c_start, c_end) if told else c_start, c_end)
        inside = _interrupting(part, trigger, lead[0], end, places, clausal=clausal)
        if inside is not None or lead[1] - lead[0] < 2 or not part.is_complete(start, end):
            return inside
    while lead[0] < lead[1] and part.words[lead[1] - 1] in OPENERS:
        lead = part.trimmed(lead[0], lead[1] - 1)
    lead = lead[0], frames.without_closing_frame(part, *lead)
    lead = lead[0], _first_trigger(part, lead, places)
    if trigger.words.startswith(("only", "not", "if and only")):
        lead = clauses.without_conceding(part, *lead)
        lead = lead[0], frames.without_closing_frame(part, *lead)
    if not clausal and part.words[lead[1] - 1 : lead[1]] in (["is"], ["are"], ["was"], ["were"], ["be"]):
        lead = lead[0], lead[1] - 1
    if lead[0] == lead[1]:
        return None
    inside = _interrupting(part, trigger, lead[0], end, places, clausal=clausal)
    if inside is not None:
        return inside
    end = _subordinate_end(part, lead[0], a_start, end)
    a_end = antecedents.antecedent_end(part, a_start, end, places, clausal=clausal)
    _, stop = part.trimmed(a_start, a_end)
    a_end = min(a_end, frames.without_closing_frame(part, a_start, stop)) if clausal else a_end
    first = lead[0] + 1 if part.words[lead[0]] in REASONS else lead[0]
    return (a_start, a_end), (first, lead[1])


def _subordinate_end(part: Part, first: int, start: int, end: int) -> int:
    """Return where the clause of reason that opens the sentence ends: "because A if B, | C"."""
    if part.words[first] not in REASONS:
        return end
    commas = (i for i in range(start, end) if part.words[i] == "," and clauses.opens_clause(part, i + 1, end))
    return next(commas, end)


def _is_asked(part: Part, start: int, end: int, *, before: int) -> bool:
    """Say whether the main clause asks what the antecedent, when it starts at *before* behind it, belongs to.

    "What happens if …"; "nobody knows how long it lasts unless …".
    """
    if part.words[start] in ASKING:
        return True
    if before < start:
        return False
    for i in range(start + 1, end - 1):
        if "," in part.words[i:before]:
            continue
        if part.words[i] in {"how", "what"} and part.token(i - 1).lemma_.lower() in exclusions.WHETHER:
            return True
    return False


def _first_trigger(part: Part, lead: Stretch, places: frozenset[int]) -> int:
    """Return where a consequent ends that another condition follows: "he goes | if A, unless B"."""
    inside = (i for i in range(lead[0] + 1, lead[1]) if i in places and part.has_finite(lead[0], i))
    return next(inside, lead[1])


def _past_insertion(part: Part, start: int, end: int) -> int:
    """Return where an antecedent starts after "as" and what others say of it: "if, as most expect, prices fall"."""
    if part.words[start : start + 2] != [",", "as"]:
        return start
    return next((i + 1 for i in range(start + 2, end) if part.words[i] == ","), start)


def _cleft(part: Part, trigger: Trigger, lead: Stretch, end: int) -> tuple[Stretch, Stretch] | None:
    """Return the stretches of "it is only when A that B"."""
    if part.words[lead[0]] != "it" or part.words[lead[1] - 1] not in {"is", "was"} or lead[1] - lead[0] > 3:
        return None
    that = next((i for i in range(trigger.end + 2, end - 2) if part.words[i] == "that" and part.tags[i] != "DT"), None)
    return ((trigger.end, that), (that + 1, end)) if that is not None else None


def _interrupting(
    part: Part, trigger: Trigger, left: int, end: int, places: frozenset[int], *, clausal: bool
) -> tuple[Stretch, Stretch] | None:
    """Return the stretches of "the bank would, if A, raise rates": the consequent runs around its antecedent."""
    before = part.words[trigger.start - 1] if trigger.start > left else ""
    if before not in {",", "—", "–", "("} or left >= trigger.start - 1:
        return None
    depth = 0
    for i in range(trigger.end + 1, end - 1):
        word = part.words[i]
        if word == "(":
            depth += 1
        if depth == 0 and word in {",", "—", "–", ")"} and (not clausal or clauses.has_verb(part, trigger.end, i)):
            tag = part.tags[i + 1]
            complete = part.has_finite(left, trigger.start - 1)
            finite = tag in {"MD", "VBZ", "VBD", "VBP"}
            goes_on = (
                (tag in {"VB", "VBP", "VBN", "RB", "TO"} or part.tags[i + 1 : i + 3] == ["RB", "VB"])
                and part.tags[trigger.start - 2] in {"MD", "VBZ", "VBD", "VBP", "RB", "VB"}
                if complete
                else finite or tag == "VB" or (tag == "RB" and part.is_finite(i + 2))
            )
            if goes_on:
                c_end = consequents.consequent_end(part, i + 1, end, places - {trigger.start})
                return (trigger.end, i), (left, c_end)
            if complete:
                return None
        if word == ")":
            depth -= 1
    return None


def kind_of(part: Part, trigger: Trigger, antecedent: Stretch, consequent: Stretch) -> ConditionKind | None:
    """Return the kind, which for `until`, `without` and `before` hangs on whether the consequent is negative."""
    negative = is_negative(part, *consequent)
    match trigger.family:
        case Family.UNTIL:
            return ConditionKind.NECESSARY if negative or trigger.words.startswith("not") else ConditionKind.EXCEPTIVE
        case Family.WITHOUT:
            return ConditionKind.NECESSARY if negative else trigger.kind
        case _ if trigger.words.endswith("long as") and negative and not _is_no_objection(part, *consequent):
            return ConditionKind.SUFFICIENT
        case _:
            return trigger.kind


def _is_no_objection(part: Part, start: int, end: int) -> bool:
    """Say whether a negative main clause agrees to something: "we have no objection", "she would not mind"."""
    return any(part.token(i).lemma_.lower() in OBJECTING for i in range(start, end))


def is_negative(part: Part, start: int, end: int) -> bool:
    """Say whether the main clause is negative in its verb, its subject or by a verb of refusing."""
    return any(
        part.words[i] in NEGATIVE
        or not grammar.lemmas(part.token(i)).isdisjoint(NEGATIVE)
        or part.token(i).dep_ == "neg"
        or clauses.is_ruled_out(part, i)
        for i in range(start, end)
    )
