"""Conditions made by inversion: "should talks fail, B", "were A to B", "had A known", also after the main clause.

The small model's parse breaks here, so that the pattern is matched by tags.
"""

from __future__ import annotations

from tui_reader.extraction.conditions import antecedents, consequents, frames
from tui_reader.extraction.conditions.clauses import opens_clause
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.part import OPENERS, Part
from tui_reader.extraction.conditions.triggers import Trigger

SUBJECT_START = frozenset(
    {"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX", "VBG", "PDT", "JJR", "JJS", "WP$"}
)
QUANTIFIERS = frozenset({"either", "neither", "both", "each", "such", "all", "any", "some", "no", "none"})
NEVER_AFTER = frozenset(
    {
        "than",
        "as",
        "nor",
        "neither",
        "so",
        "never",
        "seldom",
        "rarely",
        "what",
        "who",
        "which",
        "whom",
        "where",
        "when",
        "why",
        "how",
        "only",
        "hardly",
        "scarcely",
        "not",
        "here",
        "there",
    }
)


def find(part: Part, trigger: Trigger, places: frozenset[int]) -> Draft | None:
    """Return the condition that the inverted auxiliary at *trigger* opens, None when it stands in its usual place."""
    start, end = part.sentence_at(trigger.start)
    i, j = trigger.start, trigger.end
    verb = inverted_verb(part, trigger, end)
    if verb is None:
        return None
    before = part.words[i - 1] if i > start else ""
    if before in NEVER_AFTER:
        return None
    left = consequents.clause_start(part, i)
    lead = part.trimmed(left, i)
    infinitive = part.words[lead[0]] == "to" and lead[1] - lead[0] > 1
    if not (part.has_finite(*lead) or infinitive) or frames.is_bare_frame(part, left, i):
        if (
            lead[0] < lead[1]
            and part.words[lead[1] - 1] != ","
            and before not in {",", "—", "“", ":", "and", "but", "that"}
        ):
            return None
        closing = antecedents.closing_comma(part, j, end, clausal=True)
        if closing is None or closing[0] <= verb:
            return None
        c_end = consequents.consequent_end(part, closing[1], end, places - {i})
        if frames.is_bare_frame(part, closing[1], c_end):
            return None  # "had it been seen, he asked"
        return Draft(trigger.kind, trigger.stretch, (j, closing[0]), (closing[1], c_end))
    if not (part.has_modal(*lead) or infinitive) and part.tags[i] != "MD":
        return None
    word = part.words[j - 1]
    if word == "had" and not part.has_modal(*lead):
        return None
    if word == "were" and not (part.words[i - 1] == "," or "to" in part.words[j : verb + 1]):
        return None
    a_end = antecedents.antecedent_end(part, j, end, places - {i}, clausal=False)
    a_end = max(a_end, verb + 1)
    return Draft(trigger.kind, trigger.stretch, (j, a_end), lead)


def _opens(part: Part, i: int) -> bool:
    """Say whether the word at *i* opens its sentence, or a quotation in it."""
    return part.sentence_at(i)[0] == i or part.words[i - 1] in OPENERS


def _hangs_on_subject(part: Part, j: int, k: int) -> bool:
    """Say whether the word at *k* has the subject that starts at *j*, by the parse or its place, whatever its tag."""
    if any(child.dep_ == "nsubj" and child.left_edge.i == j for child in part.token(k).lefts):
        return True
    return part.tags[k] == "JJ" and part.tags[k - 1] in {"NN", "NNS", "NNP"} and part.tags[k + 1] in {"IN", "RB", ","}


def inverted_verb(part: Part, trigger: Trigger, end: int) -> int | None:
    """Return the verb or predicate after the subject that follows the auxiliary, None where no subject follows."""
    j = trigger.end
    if j >= end:
        return None
    aux = part.words[j - 1]
    opens = aux == "should" and _opens(part, j - 1)  # then a subject follows, whatever the tagger says
    if part.tags[j] not in SUBJECT_START and part.words[j] not in QUANTIFIERS and not opens:
        return None
    for k in range(j + 1, min(end, j + 25)):
        tag, word = part.tags[k], part.words[k]
        if word in {";", ":", "."}:
            return None
        if aux == "should" and (
            tag == "VB"
            or (opens and _hangs_on_subject(part, j, k))
            or (tag == "VBP" and part.tags[k - 1] in {"NNS", "PRP", "NN", "NNP"})
        ):
            return k
        if aux == "had" and (
            tag in {"VBN", "VBD"} or (tag in {"VB", "VBP"} and (_opens(part, j - 1) or part.token(j - 1).head.i == k))
        ):
            return k
        if aux == "were":
            if (
                word == "to"
                or tag in {"VBN", "VBG"}
                or (tag in {"JJ", "IN", "RB"} and part.tags[k - 1] in {"PRP", "NN", "NNS", "NNP"})
            ):
                return k
            if tag in {"DT", "PRP"} and part.tags[k - 1] in {"PRP", "NN", "NNS", "NNP"}:
                return k
        if tag in {"VBZ", "MD", "WP", "WDT"} and aux != "had":
            return None
        if word == "," and opens and opens_clause(part, k + 1, end):
            return k - 1  # "should the shelf collapse, …", whose verb the tagger takes for a noun
    return None
