"""What looks like a condition and is none: questions, comparisons, courtesies, titles of events."""

from __future__ import annotations

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.clauses import subject_and_verb
from tui_reader.extraction.conditions.part import OPENERS, Part
from tui_reader.extraction.conditions.triggers import Family, Trigger

SETS = lexicon.sets("condition_sets")
WHETHER = lexicon.words("whether_verbs")
ASKING = SETS["asking"]
COURTESIES = tuple(tuple(phrase.split()) for phrase in lexicon.words("courtesies"))
ELLIPTIC = frozenset({"not", "any", "anything", "ever", "possible", "so", "necessary", "need"})
DATA = lexicon.words("evidence_nouns")
EXPOSURE = lexicon.words("exposure_nouns")
GRANTS = lexicon.words("approval_nouns")
RULED = SETS["ruled"]
EVENTS = lexicon.words("effective_nouns")
STARTS = frozenset({"", "“", "‘", '"', ",", ":", ";", "that", "and", "but", "—", "–"})
INDEFINITE = frozenset({"a", "an", "any", "some", "enough", "sufficient", "more", "time", "half", "such"})
RESTING = SETS["resting"]
INSERTION = 12  # tokens between "if" and the comma that closes an insertion after it


def is_excluded(part: Part, trigger: Trigger) -> bool:
    """Say whether *trigger* ties no condition, by the words beside it."""
    words, tags = part.words, part.tags
    i, j = trigger.start, trigger.end
    start, end = part.sentence_at(i)
    if j >= end:
        return True
    before = words[i - 1] if i > start else ""
    after = words[j]
    key = trigger.words
    if trigger.words.split()[0] == "if":
        if before in {"as", "what", "even"} or _is_elliptic(part, j, end):
            return True
        if before == "," and _is_concession(part, j, end):
            return True
        if any(tuple(words[j : j + len(courtesy)]) == courtesy for courtesy in COURTESIES):
            return True
        if is_question(part, i, start):
            return True
    if key in {"only if", "only when"} and before in {"if"}:
        return True
    if words[i] == "whether" and (_is_asked(part, i, start) or (before != "," and is_question(part, i, start))):
        return True
    if trigger.family is Family.FREE:
        return _is_idle_free(part, trigger, end)
    if words[i] == "on" and (before in RESTING or (before == "only" and words[i - 2] in RESTING)):
        return True
    match key:
        case "once":
            return not _starts_clause(part, j, end) or (
                tags[i] == "RB" and part.token(i).dep_ == "advmod" and before in {"at", "than", "for", "more"}
            )
        case "as soon as" | "so soon as":
            return after in {"possible", "practicable", "feasible"} or not _starts_clause(part, j, end)
        case "as long as" | "so long as" | "for as long as" | "for so long as":
            return not _starts_clause(part, j, end)
        case "provided" | "providing" | "assuming" | "supposing" | "suppose":
            return not _is_conjunction(part, trigger)
        case (
            "in case"
            | "in the event"
            | "the moment"
            | "the minute"
            | "the instant"
            | "the day"
            | "every time"
            | "each time"
            | "any time"
        ):
            return after == "of" or not _starts_clause(part, j, end)
        case "subject to" if i == start or before in OPENERS:
            return not _closes_in_clause(part, j, end)
        case "subject to" if before == "," and not any(words[k] == "," for k in range(j, end)):
            return _exposes(part, j, end)
        case "subject to":
            return not _grants(part, j, end) or before in {"the", "a", "to", "on"}
        case "failing" if after in {"that", "which"} and words[j + 1 : j + 2] == [","]:
            return True  # it takes up the sentence before
        case "where":
            ruled = part.token(i - 1).lower_ in RULED if i > start else False
            return (before not in STARTS and not ruled) or not _starts_clause(part, j, end)
        case "given":
            return before not in STARTS or not _is_indefinite(part, j)
        case "only on" | "only upon" if _grants(part, j, end):
            return False
        case "upon" | "on" | "only on" | "only upon":
            return not _is_event(part, j) or before in {"not", "or", "available"}
        case "with":
            opens = i == start or (i == start + 1 and before in OPENERS) or before in {"that", "but", "and"}
            return not opens or (after not in {"no", "a", "an", "another", "enough"} and tags[j] not in {"JJR", "RBR"})
        case "pending" | "absent" | "failing" | "barring":
            return not _is_preposition(part, trigger)
        case "on condition of" | "on the condition of":
            return after == "anonymity"
        case "on the basis of" | "only on the basis of":
            return _evidence(part, j, end)
        case "in the case of" | "in case of":
            return key == "in the case of" and after not in {"a", "an", "any", "another"}
        case "granted that":
            return before not in STARTS
        case "short of":
            return before not in STARTS or not _closes_in_clause(part, j, end)
        case "but for":
            return before not in STARTS and not part.has_modal(start, i)
    return False


def _exposes(part: Part, i: int, end: int) -> bool:
    """Say whether a noun phrase at *i* names what one bears rather than what must come: tariffs, rules, ridicule."""
    return any(part.token(k).lemma_.lower() in EXPOSURE for k in range(i, min(i + 6, end)))


def _closes_in_clause(part: Part, i: int, end: int) -> bool:
    """Say whether a comma closes the phrase at *i* and a clause follows it."""
    comma = next((k for k in range(i, end) if part.words[k] == ","), None)
    return comma is not None and subject_and_verb(part, comma + 1, end)


def _is_indefinite(part: Part, i: int) -> bool:
    """Say whether a noun phrase at *i* names what may or may not be: "a fair wind", "enough time"."""
    return part.words[i] in INDEFINITE or part.tags[i] in {"NN", "NNS", "JJ", "JJR"}


def _is_event(part: Part, i: int) -> bool:
    """Say whether "on" or "upon" is followed by a bare act that sets something off: "upon ratification by"."""
    return part.words[i] in EVENTS and part.tags[i] in {"NN", "NNS"}


def _is_concession(part: Part, i: int, end: int) -> bool:
    """Say whether only an adjective follows: "sound, if somewhat dear"."""
    while i < end and part.tags[i] in {"RB", "RBR"}:
        i += 1
    return i + 1 < end and part.tags[i] == "JJ" and part.words[i + 1] in {",", ".", "and", "but", ";"}


def _is_elliptic(part: Part, i: int, end: int) -> bool:
    """Say whether what follows "if" is no clause: "if any", "if at all", or a stop at once.

    A comma may open an insertion, with the clause after it: "if, by June, no buyer has come".
    """
    word = part.words[i]
    if word == "only":
        counted = part.tags[i + 1] == "CD" and part.has_modal(part.sentence_at(i)[0], i)
        return not counted and not any(part.words[k] == "," and part.has_modal(k, end) for k in range(i, end))
    if word in ELLIPTIC or word in {".", ")"} or part.words[i : i + 2] in (["at", "all"], ["nothing", "else"]):
        return True
    if word != ",":
        return False
    closing = next((k for k in range(i + 1, min(end, i + INSERTION)) if part.words[k] == ","), None)
    told = closing is not None and part.has_finite(i, closing) and part.words[i + 1] != "as"
    return closing is None or told or not subject_and_verb(part, closing + 1, end)


def is_question(part: Part, i: int, start: int) -> bool:
    """Say whether the `if` at *i* means whether: the complement of asking, knowing, seeing or being sure."""
    token = part.token(i)
    if i - 2 > start and part.opens_quotation(i - 1) and part.words[i - 2] == ",":
        return False  # “They will come,” he said, “if …”
    k = i - 1
    while k >= start and (part.tags[k] in {"PRP", "RB"} or part.words[k] in OPENERS):
        k -= 1
    if k < start:
        return False
    lemma = part.token(k).lemma_.lower()
    if lemma in WHETHER and part.words[i - 1] != ",":
        return True
    if lemma in {"as", "than"}:
        return True
    clause = token.head
    if token.dep_ == "mark" and clause.dep_ in {"ccomp", "xcomp", "csubj", "pcomp"} and clause.head.lemma_ in WHETHER:
        return clause.head.i < i and part.words[i - 1] != ","
    for k in range(i - 1, max(start, i - 9) - 1, -1):
        if part.words[k] in {",", ";", ":"}:
            return False
        if part.token(k).lemma_ in ASKING and part.tags[k][:2] == "VB":
            return not any(part.words[m] in {"for", "to"} for m in range(k, i))
    return False


def _is_idle_free(part: Part, trigger: Trigger, end: int) -> bool:
    """Say whether "however", "whatever" or "whether" is a connective, a determiner or a question."""
    j = trigger.end
    if trigger.words in {"whatever", "whoever", "whichever"} and part.token(trigger.start).head.dep_ == "csubj":
        return True  # "whatever the law asks is work"
    clause = part.token(trigger.start).head
    if trigger.words in {"whatever", "whoever", "whichever"} and clause.dep_ in {"ccomp", "dobj", "pcomp"}:
        return clause.head.i == trigger.start - 1  # "may ask whatever he likes"
    if trigger.words == "however":
        return part.tags[j] not in {"JJ", "RB", "JJR"} or not part.has_finite(j, end)
    return False


def _is_asked(part: Part, whether: int, start: int) -> bool:
    """Say whether the clause of *whether* is a question that is asked, known or discussed, or is itself the subject."""
    if whether > start:
        before = part.token(whether - 1)
        if before.lemma_.lower() in WHETHER | ASKING | {"be", "on", "upon", "of", "about", "over", "to"}:
            return True
    return part.token(whether).head.dep_ in {"csubj", "csubjpass"}


def _starts_clause(part: Part, i: int, end: int) -> bool:
    return subject_and_verb(part, i, end)


def _is_conjunction(part: Part, trigger: Trigger) -> bool:
    """Say whether "provided", "assuming" and the like open a clause and are not a verb with an object."""
    i = trigger.start
    start, end = part.sentence_at(i)
    before = part.tags[i - 1] if i > start else ""
    if part.tags[trigger.end] == "IN" and part.words[trigger.end] != "that":
        return False  # "the ferry provided in March"
    if not _starts_clause(part, trigger.end, end):
        return trigger.words == "assuming" and (i == start or part.words[i - 1] == ",")
    if trigger.words in {"suppose", "supposing", "assuming"}:
        return i == start or part.words[i - 1] in {",", "“", "even", "and", "but"} or before in {"NN", "NNS", "NNP"}
    return not (
        before in {"PRP", "MD", "VBZ", "VBD", "VBP", "TO"}
        or (before == "VB" and part.token(i - 1).lemma_ in {"be", "get", "have"})
        or (
            before in {"NN", "NNS", "NNP"}
            and part.token(i - 1).dep_ in {"nsubj", "nsubjpass"}
            and part.token(i).tag_ == "VBD"
            and not part.has_finite(start, i)
        )
    )


def _is_preposition(part: Part, trigger: Trigger) -> bool:
    i = trigger.start
    start, end = part.sentence_at(i)
    before = part.words[i - 1] if i > start else ""
    if trigger.words == "failing":
        return before in {"", ",", "“", "that", "and", "but", "—"}
    if trigger.words == "pending":
        return part.tags[i] != "JJ" and part.has_finite(start, end) and before in {"", ","}
    if trigger.words == "absent":
        return (before in {"", ",", "“", "that", "and", "but", "—"} or part.tags[i] in {"IN", "VB"}) and part.tags[
            i + 1
        ] in {"DT", "PDT", "NN", "NNS", "JJ", "NNP", "PRP$", "VBG"}
    return before not in {"is", "are", "was", "were", "be", "been", "by", "from"}


def _grants(part: Part, i: int, end: int) -> bool:
    for k in range(i, min(end, i + 12)):
        if part.words[k] in {",", ";"}:
            break
        if part.token(k).lemma_.lower() in GRANTS:
            return True
        if part.words[k] in {"of", "by", "for"} and k > i + 4:
            break
    return False


def _evidence(part: Part, i: int, end: int) -> bool:
    for k in range(i, min(end, i + 8)):
        if part.words[k] in {",", ";", "of", "that"}:
            break
        if part.token(k).lemma_.lower() in DATA:
            return True
    return False
