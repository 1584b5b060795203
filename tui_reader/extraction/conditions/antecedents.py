"""Where an antecedent ends, in front of its main clause or after it."""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.clauses import (
    CONTRAST,
    COORDINATORS,
    NOMINAL,
    clause_has_modal,
    has_verb,
    is_trailing_relative,
    mood,
    opens_clause,
)
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.frames import is_bare_frame, reporting_frame, skip_inserts
from tui_reader.extraction.conditions.part import DASHES, Part
from tui_reader.extraction.conditions.triggers import Trigger

PLANS = lexicon.words("plan_nouns")
REFERRING = frozenset({"otherwise", "so", "not"})
AUXILIARIES = lexicon.words("auxiliaries")


def antecedent_head(part: Part, trigger: Trigger) -> int | None:
    """Return the verb that the trigger's last word marks by the parse."""
    last = part.token(trigger.end - 1)
    for token in (last, part.token(trigger.start)):
        if token.dep_ in {"mark", "advmod", "prep"} and token.head.pos_ in {"VERB", "AUX"} and token.head.i > token.i:
            return int(token.head.i)
    return None


def closing_comma(part: Part, start: int, end: int, *, clausal: bool, head: int | None = None) -> Stretch | None:
    """Return (end of the antecedent, start of the main clause) for an antecedent that opens its sentence at *start*.

    *head* is the antecedent's verb by the parse, which chooses when several commas could close it.
    """
    words = part.words
    options: list[Stretch] = []
    depth = 0
    for i in range(start, end):
        word = words[i]
        if word in {"(", "["}:
            depth += 1
        elif word in {")", "]"}:
            depth -= 1
        if depth or i == start:
            continue
        if (
            word == ","
            or _is_then(part, i)
            or (word in DASHES and i > start + 1)
            or (word in {"”", '"'} and words[i - 1] != ",")
        ):
            if word in {"”", '"'} and reporting_frame(part, i, end) is None:
                continue
            if clausal and not has_verb(part, start, i):
                continue
            if word == "," and _is_coordinated_trigger(part, i + 1, end):
                continue
            after = skip_inserts(part, i if word != "then" else i + 1, end) if word not in DASHES else i + 1
            if opens_clause(part, after, end) and not is_bare_frame(part, after, end):
                options.append((i, after))
        elif word in {";"}:
            break
    if not options and clausal:
        options = list(_loose_options(part, start, end))[:1]
    if not options:
        return _unmarked_end(part, start, end, head) if clausal else _phrase_end(part, start, end)
    plain = [option for option in options if words[option[1]] not in COORDINATORS]
    if not plain and not clausal:
        unmarked = _phrase_end(part, start, end)
        if unmarked is not None:
            return unmarked
    plain = plain or options
    first = plain[0]
    if clausal and len(plain) > 1 and not clause_has_modal(part, first[1], end):
        voted = _voted(part, plain, head)
        modal = next((option for option in plain if clause_has_modal(part, option[1], end)), None)
        return voted or modal or first
    if not clausal or len(plain) == 1:
        return first
    return first


def _voted(part: Part, options: list[Stretch], head: int | None) -> Stretch | None:
    """Return the option at the right edge of the antecedent as the parse has it."""
    if head is None:
        return None
    edge = part.token(head).right_edge.i
    if part.token(head).head.i <= edge:
        return None
    return next((option for option in options if edge <= option[0] <= edge + 2), None)


def _is_then(part: Part, i: int) -> bool:
    """Say whether "then" opens the main clause at *i*, unlike that of "by then"."""
    return part.words[i] == "then" and part.tags[i - 1] != "IN" and part.words[i + 1] != ","


def inverted_end(part: Part, start: int, end: int) -> Stretch | None:
    """Return the boundary before an inverted main clause: "not until A | will B"."""
    seen = False
    for i in range(start, end - 1):
        if seen and part.words[i] in AUXILIARIES and part.tags[i + 1] in NOMINAL and part.words[i - 1] != ",":
            return i, i
        seen = seen or part.is_finite(i)
    return None


def _loose_options(part: Part, start: int, end: int) -> list[Stretch]:
    """Return commas that open a clause where the tagger saw no verb before them."""
    options = []
    for i in range(start + 2, end):
        if part.words[i] == ",":
            after = skip_inserts(part, i, end)
            if opens_clause(part, after, end) and not is_bare_frame(part, after, end):
                options.append((i, after))
    return options


def _phrase_end(part: Part, start: int, end: int) -> Stretch | None:
    """Return where a noun phrase at *start* ends and a clause begins without a comma between them."""
    for i in range(start + 1, end - 1):
        if part.words[i] in {",", ";", ":", "."}:
            return None
        tag, last = part.tags[i], part.tags[i - 1]
        if last not in {"NN", "NNS", "NNP", "NNPS", "PRP", "CD"} and part.words[i - 1] not in {"this", "that"}:
            continue
        begins = tag in {"DT", "PRP", "PRP$", "EX"} or (
            tag in {"NNP", "NNPS", "NNS", "JJ"} and last not in {"NNP", "CD"} and tag != last
        )
        if begins and opens_clause(part, i, end):
            return i, i
    return None


def _is_coordinated_trigger(part: Part, i: int, end: int) -> bool:
    return (
        i + 1 < end
        and part.words[i] in {"and", "or"}
        and part.words[i + 1] in {"if", "unless", "that", "provided", "until", "once"}
    )


def _unmarked_end(part: Part, start: int, end: int, head: int | None) -> Stretch | None:
    """Return the boundary of an antecedent without a comma after it, which only the parse can tell."""
    if head is None:
        return None
    token = part.token(head)
    main = token.head
    if main.i <= head or main.i >= end:
        return None
    edge = token.right_edge.i + 1
    while edge < end and part.words[edge] in REFERRING:
        edge += 1  # "until she says otherwise I trust her"
    if edge <= start or edge >= end or not opens_clause(part, edge, end):
        return None
    return edge, edge


def antecedent_end(part: Part, start: int, end: int, triggers: frozenset[int], *, clausal: bool) -> int:
    """Return where an antecedent that follows its consequent ends."""
    that = part.words[start - 1] == "that"
    words = part.words
    for i in range(start, end):
        word = words[i]
        if word in {";", ":"} or (
            word in DASHES and i > start and not any(words[j] in DASHES for j in range(i + 1, end))
        ):
            return i
        if i == start:
            continue
        seen = part.has_finite(start, i) if clausal else True
        if word in {"”", '"'} and seen and _quote_opened_before(part, start, i):
            return i
        if i in triggers and words[i - 1] not in {"and", "or"}:
            return i - 1 if words[i - 1] in {"but", "except"} else i
        if word == "," and i + 1 < end and seen:
            nxt = i + 1
            frame = reporting_frame(part, nxt, end)
            if frame is not None:
                return i
            if words[nxt] in {"but", "yet", "nor", "so"} and (nxt + 1 in triggers or opens_clause(part, nxt + 1, end)):
                return i
            if words[nxt] in {"and", "or"} and words[nxt + 1] == "that" and not that:
                return i
            if words[nxt] in {"and", "or"} and words[nxt + 1 : nxt + 2] == ["without"]:
                return i
            if (
                words[nxt] in {"and", "or"}
                and opens_clause(part, nxt + 1, end)
                and not _is_coordinated_trigger(part, nxt, end)
            ):
                return i
            if words[nxt] in {"and", "but"} and _goes_back(part, start, i, nxt + 1, end):
                return i
            if words[nxt] in CONTRAST and part.has_finite(nxt, end):
                return i
            if _is_comment(part, nxt, end):
                return i
            if (part.tags[nxt] == "VBG" and clausal) or is_trailing_relative(part, nxt, end):
                return i
            if nxt in triggers:
                return i
        elif (word == "and" and seen and words[i + 1] == "that" and part.tags[i + 1] == "IN" and not that) or (
            word in {"and", "but"}
            and seen
            and i + 1 < end
            and words[i + 1] not in {"that", "if"}
            and (
                opens_clause(part, i + 1, end)
                and mood(part, i + 1, end) == "modal"
                and part.tags[i + 1] != "VB"
                and part.token(i).head.pos_ in {"VERB", "AUX"}
            )
            and not part.has_modal(start, i)
        ):
            return i
    return end


def _is_comment(part: Part, i: int, end: int) -> bool:
    """Say whether what stands at *i* comments on the condition: "…, a demand that the mayor called unfair"."""
    if part.words[i : i + 2] in (["something", "that"], ["compared", "with"], ["compared", "to"]):
        return True
    if part.words[i] == "under" and any(part.token(k).lemma_.lower() in PLANS for k in range(i, min(i + 5, end))):
        return not part.has_finite(i, min(i + 5, end))
    return (
        part.tags[i] == "DT"
        and i + 2 < end
        and any(part.words[k] in {"that", "which"} for k in (i + 2, i + 3))
        and not opens_clause(part, i, i + 3)
    )


def _goes_back(part: Part, start: int, comma: int, nxt: int, end: int) -> bool:
    """Say whether the predicate after a comma and "and" is the main clause's: its tense is not the antecedent's."""
    if nxt >= end or part.tags[nxt] not in {"MD", "VBD", "VBZ"}:
        return False
    return mood(part, start, comma) not in {"none", mood(part, nxt, nxt + 1)}


def _quote_opened_before(part: Part, start: int, close: int) -> bool:
    if part.words[close] == '"':
        return sum(part.words[j] == '"' for j in range(start, close)) % 2 == 0
    return not any(part.words[j] == "“" for j in range(start, close))
