"""What is asked of others and offered to them in conditions: a demand in "if you do X", an offer in "we would do Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.commitments import STATES
from tui_reader.extraction.positions.predicate import WILLING, issue_of, negates, predicate
from tui_reader.extraction.positions.voices import Voices
from tui_reader.model import Condition, ConditionKind, Span, Stance

BARGAINS = (
    "provided",
    "providing",
    "on condition",
    "in exchange",
    "in return",
    "on the understanding",
    "so long as",
    "as long as",
)
ASKING = frozenset({"provided", "providing"})


def conditional(doc: Doc, voices: Voices) -> Iterator[Candidate]:
    """Yield the positions in the conditions of *doc*."""
    offset = doc._.offset
    end = offset + len(doc.text)
    for condition in voices.reading.conditions:
        if offset <= condition.antecedent.start and condition.antecedent.end <= end:
            yield from _in_condition(condition, doc, voices)


def _in_condition(condition: Condition, doc: Doc, voices: Voices) -> Iterator[Candidate]:
    antecedent, consequent = _words(doc, condition.antecedent), _words(doc, condition.consequent)
    if antecedent is None or consequent is None or condition.kind is ConditionKind.CONCESSIVE:
        return
    outcome = _outcome(condition, consequent, voices)
    if outcome is not None:
        yield outcome
    trigger = condition.trigger.of(voices.reading.document.text).casefold()
    bargain = trigger.startswith(BARGAINS[:-2])
    asked_of = condition.obligor
    holder = outcome.holder if outcome is not None and outcome.holder is not None else condition.holder
    if not bargain and (outcome is None or asked_of is None or asked_of in {condition.holder, holder}):
        return
    head = antecedent.root
    if not bargain and (head.lemma_ in STATES or (negates(head) and condition.kind is not ConditionKind.EXCEPTIVE)):
        return
    features = ("condition demand",)
    if bargain and asked_of is not None and asked_of == holder:
        return
    issue = issue_of(head)
    yield Candidate(
        condition.holder if condition.holder is not None else holder, Stance.DEMANDS, antecedent, head, issue, features
    )


def _outcome(condition: Condition, words: Words, voices: Voices) -> Candidate | None:
    """Return what the consequent offers, refuses or threatens, None where it only says what will happen."""
    head = words.root
    state = predicate(head)
    inner = next((t for t in words if t.dep_ in {"xcomp", "acomp"} and t.head == head), head)
    negated = state.negated or _refused(words)
    willing = bool(state.modals & WILLING) or (head.lemma_ == "be" and inner.lower_ in {"ready", "willing", "prepared"})
    if not (willing or (negated and state.modals & {"can", "could", "may"})):
        return None
    doer = grammar.subject(head)
    passive = grammar.is_passive(head)
    if doer is None or (not passive and not negated and not voices.is_actor(doer)):
        return None
    if head.lemma_ in STATES and inner is head and not negated:
        return None
    holder = condition.holder
    if not passive and voices.is_actor(doer):
        holder = voices.reading.actors.holder(doer)
        if doer.lower_ in {"i", "we"}:
            holder = condition.holder
    if negated:
        stance = Stance.REFUSES
    elif head.lemma_ in lexicon.words("stance_threats"):
        stance = Stance.WARNS
    else:
        stance = Stance.OFFERS
    return Candidate(holder, stance, words, head, issue_of(_object(head)), ("condition outcome",))


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "xcomp", "acomp", "attr"}), None)


def _refused(words: Words) -> bool:
    return any(t.lower_ == "no" and t.dep_ == "det" and t.head.dep_ in {"nsubj", "nsubjpass"} for t in words)


def _words(doc: Doc, span: Span) -> Words | None:
    offset = doc._.offset
    return doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
