"""Conditions without a conjunction: "anyone who V would W", "to V, one must W", "no A, no B", "any rise would V"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions import consequents
from tui_reader.extraction.conditions.clauses import opens_clause
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import ConditionKind

SETS = lexicon.sets("condition_sets")
ANYBODY = frozenset({"anyone", "anybody"})
RELATIVES = frozenset({"who", "that", "which"})
MUST = frozenset({"must", "have", "has", "need", "needs"})
MAIN = frozenset({"will", "would", "must", "may", "shall", "can", "could"})
SUPPOSED = frozenset({"any", "another"})
STEPS = SETS["steps"]
PREDICATES = frozenset(row[0] for row in lexicon.rows("condition_predicates")) | {"need"}
LONGEST = 8  # words of "no pay, no trains"


def find(part: Part, places: frozenset[int]) -> Iterator[Draft]:
    """Yield the conditions of *part* that no conjunction ties."""
    for token in part.doc:
        if token.lower_ in ANYBODY:
            yield from _anybody(part, token, places)
        elif token.lower_ == "would" and token.dep_ == "aux" and token.i not in places:
            yield from _supposed(part, token, places)
    for start, end in part.sentences:
        yield from _purpose(part, start, end, places)
        yield from _barter(part, start, end)


def _anybody(part: Part, who: Token, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "anyone who enters will be fined", "anyone absent for a week would go", "open to anyone who asks"."""
    clause = next((c for c in who.rights if c.dep_ == "relcl" or (c.dep_ == "amod" and c.pos_ == "ADJ")), None)
    if clause is None:
        return
    first = clause.left_edge.i
    first += part.words[first] in RELATIVES
    antecedent = part.trimmed(first, clause.right_edge.i + 1)
    trigger = who.i, first
    if who.dep_ in {"nsubj", "nsubjpass"} and clause.right_edge.i < who.head.i:
        if any(child.lower_ in MAIN and child.dep_ == "aux" for child in who.head.lefts):
            _, end = part.sentence_at(who.i)
            stop = consequents.consequent_end(part, clause.right_edge.i + 1, end, places)
            yield Draft(ConditionKind.SUFFICIENT, trigger, antecedent, part.trimmed(who.left_edge.i, stop))
    elif who.dep_ in {"pobj", "dobj", "dative"} and clause.dep_ == "relcl":
        lead = part.trimmed(consequents.clause_start(part, who.i), who.left_edge.i)
        while lead[0] < lead[1] and part.tags[lead[1] - 1] in {"IN", "TO"}:
            lead = part.trimmed(lead[0], lead[1] - 1)
        if part.has_modal(*lead) or part.words[lead[0]] == "to":
            yield Draft(ConditionKind.SUFFICIENT, trigger, antecedent, lead)


def _supposed(part: Part, would: Token, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "any further rise would push firms under", "lower prices would help"."""
    verb = would.head
    subject = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"}), None)
    if subject is None or subject.i > would.i or any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.lefts):
        return
    if verb.dep_ == "relcl" or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children):
        return
    if not _is_step(subject) or verb.lemma_ in {"be", "have", *PREDICATES}:
        return  # "any sale would be subject to advice", "would require a vote"
    start, end = part.sentence_at(would.i)
    if any(i in places for i in range(start, end)):
        return  # the conjunction tells what hangs on what
    stop = consequents.consequent_end(part, would.i + 1, end, places)
    antecedent = part.trimmed(subject.left_edge.i, subject.right_edge.i + 1)
    if antecedent[1] <= would.i and part.tags[would.i + 1] in {"VB", "RB"}:
        yield Draft(ConditionKind.SUFFICIENT, (would.i, would.i + 1), antecedent, part.trimmed(would.i + 1, stop))


def _is_step(subject: Token) -> bool:
    """Say whether a subject names what may or may not be done or come: "any delay", "a smaller fee"."""
    if any(child.tag_ == "JJR" and child.dep_ == "amod" for child in subject.lefts):
        return not any(child.dep_ in {"det", "poss"} and child.lower_ not in SUPPOSED for child in subject.lefts)
    return subject.lemma_ in STEPS and any(child.lower_ in SUPPOSED for child in subject.lefts)


def _purpose(part: Part, start: int, end: int, places: frozenset[int]) -> Iterator[Draft]:
    """Yield "to vote, members must register": what must be done for the aim in front."""
    length = 3 if part.words[start : start + 3] == ["in", "order", "to"] else 1
    aim = start + length
    if part.words[aim - 1] != "to" or part.tags[aim : aim + 1] != ["VB"]:
        return
    comma = next((i for i in range(aim + 1, end) if part.words[i] == ","), None)
    if comma is None or not opens_clause(part, comma + 1, end):
        return
    must = next((i for i in range(comma + 1, end) if part.is_finite(i)), None)
    if must is None or part.words[must] not in MUST:
        return
    if part.words[must] not in {"must"} and part.words[must + 1] != "to":
        return
    stop = consequents.consequent_end(part, comma + 1, end, places)
    yield Draft(ConditionKind.NECESSARY, (start, aim), part.trimmed(comma + 1, stop), part.trimmed(aim, comma))


def _barter(part: Part, start: int, end: int) -> Iterator[Draft]:
    """Yield "No pay, no trains"."""
    comma = next((i for i in range(start + 2, end) if part.words[i] == ","), None)
    if part.words[start] != "no" or comma is None or part.words[comma + 1 : comma + 2] != ["no"]:
        return
    if end - start > LONGEST or part.has_finite(start, end):
        return
    yield Draft(
        ConditionKind.NECESSARY, (start, start + 1), part.trimmed(start + 1, comma), part.trimmed(comma + 1, end)
    )
