"""What is asked of others and offered to them in conditions: a demand in "if you do X", an offer in "we would do Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.candidate import Candidate, weight
from tui_reader.extraction.positions.commitments import STATES, is_refusal, is_threat
from tui_reader.extraction.positions.features import ANYBODY, held_by
from tui_reader.extraction.positions.frames import framed
from tui_reader.extraction.positions.obligations import is_imperative
from tui_reader.extraction.positions.outlook import harmful, is_harm
from tui_reader.extraction.positions.predicate import (
    WILLING,
    doer_of,
    governors,
    is_negative_phrase,
    issue_of,
    negates,
    subject_of,
)
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Condition, ConditionKind, Span, Stance

BARGAINS = ("provided", "providing", "on condition", "in exchange", "in return", "on the understanding")
UNASKED = word_set("unasked")
TIMES = ("once", "as soon as", "when", "after")
TERMS = (
    "provided",
    "providing",
    "provided that",
    "providing that",
    "long as",
    "on condition that",
    "on the condition that",
    "only if",
    "only after",
    "only when",
    "only once",
    "understanding that",
    "until",
    "till",
    "before",
)
EXPRESS = frozenset({"stance verb", "stance adjective", "light verb"})  # cues that say outright what is offered
YIELDED = frozenset({Stance.OFFERS, Stance.ACCEPTS, Stance.SUPPORTS})
BARRED = frozenset({Stance.REFUSES, Stance.OPPOSES})
TAKEN = YIELDED | BARRED | {Stance.WARNS}
PARTICIPLE = re.compile(r".+(ed|en|wn|pt|ught|id|ut)$")
READY = word_set("ready")
ABLE = frozenset({"can", "could", "may", "ca"})


def conditional(doc: Doc, voices: Voices, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the positions in the conditions of *doc*; *others* are what their words give by themselves."""
    standing = [
        candidate for candidate in others if candidate.weight >= weight("threshold") and candidate.stance in TAKEN
    ]
    offset = doc._.offset
    end = voices.end
    for condition in voices.reading.conditions:
        if offset <= condition.antecedent.start and condition.antecedent.end <= end:
            yield from _in_condition(condition, doc, voices, standing)


def _in_condition(condition: Condition, doc: Doc, voices: Voices, standing: Sequence[Candidate]) -> Iterator[Candidate]:
    antecedent, consequent = _words(doc, condition.antecedent), _words(doc, condition.consequent)
    if antecedent is None or consequent is None or condition.kind is ConditionKind.CONCESSIVE:
        return
    said = voices.said(antecedent.root)
    told = said.voice is Voice.NARRATION
    if told and not voices.joint and condition.kind is ConditionKind.SUFFICIENT:
        standing = [c for c in standing if c.features[0] in EXPRESS]
        answer = _answer(consequent, antecedent, standing)
        if answer is not None and _is_term(condition, antecedent, answer, voices):
            head = antecedent.root
            yield Candidate(answer.holder, Stance.DEMANDS, antecedent, head, issue_of(head), ("condition demand",))
        return
    outcome = _outcome(condition, consequent, voices, told=told)
    if outcome is not None:
        yield outcome
    answer = outcome or _answer(consequent, antecedent, standing)
    if _is_term(condition, antecedent, answer, voices) or _asked(condition, antecedent, consequent, outcome, voices):
        holder = condition.holder if condition.holder is not None or answer is None else answer.holder
        if answer is not None and answer.holder is not None:
            holder = answer.holder
        if (told and holder in {None, said.holder}) or _takes_leave(condition, antecedent, voices):
            return  # a rule that the writer tells of, or whose leave something takes
        refuser = subject_of(consequent.root) if outcome is None else None
        if refuser is not None and voices.is_actor(refuser) and refuser.lower_ not in grammar.FIRST_PERSON:
            holder = held_by(refuser, voices)
        head = antecedent.root
        yield Candidate(holder, Stance.DEMANDS, antecedent, head, issue_of(head), ("condition demand",))


def _takes_leave(condition: Condition, antecedent: Words, voices: Voices) -> bool:
    """Say whether the antecedent is "without the fleets' consent", which asks nothing of anybody."""
    trigger = condition.trigger.of(voices.reading.document.text).casefold()
    return trigger.startswith("without") and antecedent.root.lower_ in word_set("leave")


def _answer(consequent: Words, antecedent: Words, standing: Sequence[Candidate]) -> Candidate | None:
    """Return the weightiest stance that the consequent states by its own words."""
    inside = [
        c
        for c in standing
        if (consequent.start <= c.cue.i < consequent.end or _governs(c, consequent))
        and not antecedent.start <= c.cue.i < antecedent.end
    ]
    return max(inside, key=lambda c: c.weight, default=None)


def _doer_within(antecedent: Words, voices: Voices) -> Token | None:
    """Return who does what *antecedent* says; the noun before its verb where the parser finds the subject elsewhere."""
    head = antecedent.root
    doer = doer_of(voices.predicate(head))
    if doer is None or antecedent.start <= doer.i < antecedent.end or grammar.is_passive(head):
        return doer
    before = [t for t in antecedent.doc[antecedent.start : head.i] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return before[0] if before else doer


def _governs(candidate: Candidate, consequent: Words) -> bool:
    """Say whether the cue of *candidate* stands right over the consequent: "has offered | to pay for the boats"."""
    above = consequent.root.head
    return candidate.cue == above and candidate.words.start <= consequent.start < candidate.words.end


def _is_term(condition: Condition, antecedent: Words, answer: Candidate | None, voices: Voices) -> bool:
    """Say whether the antecedent is a term on which *answer* is given: "accepts it so long as …", "refuses until …"."""
    trigger = condition.trigger.of(voices.reading.document.text).casefold()
    barring = trigger.endswith(("until", "till", "before")) and not trigger.startswith("not")
    wanted = BARRED if barring else YIELDED
    head = antecedent.root
    if answer is None or answer.stance not in wanted or head.pos_ not in {"VERB", "AUX"}:
        return False
    if voices.predicate(head).modals & ABLE and any(c.lower_ == "you" for c in head.lefts):
        return False  # "until you can come home"
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
    restored = trigger == "once" and perfect and grammar.is_passive(head)
    promised = trigger == "if" and answer.features[0] in EXPRESS and answer.stance is Stance.OFFERS
    if not (trigger.endswith(TERMS) or restored or (promised and not negates(head) and head.lemma_ not in UNASKED)):
        return False
    doer = _doer_within(antecedent, voices)
    if doer is not None and (doer.lower_ in grammar.FIRST_PERSON or held_by(doer, voices) == answer.holder):
        return doer.lower_ not in grammar.FIRST_PERSON and not voices.is_actor(doer)
    named = doer is not None and voices.is_actor(doer)
    if condition.obligor is not None and condition.obligor == answer.holder and not named:
        return False
    if head.lemma_ == "be" and any(c.dep_ == "acomp" and PARTICIPLE.match(c.lower_) for c in head.children):
        return True  # "on condition that rents are frozen"
    if promised and (doer is None or not voices.is_actor(doer)):
        return False
    happens = doer is not None and not grammar.is_passive(head) and not voices.is_actor(doer)
    return not (happens and not negates(head))


def _asked(
    condition: Condition, antecedent: Words, consequent: Words, outcome: Candidate | None, voices: Voices
) -> bool:
    """Say whether the antecedent is what somebody asks of another, and not only what may happen."""
    holders = {condition.holder, outcome.holder if outcome is not None else condition.holder} - {None}
    trigger = condition.trigger.of(voices.reading.document.text).casefold()
    head = antecedent.root
    doer = _doer_within(antecedent, voices) if head.pos_ in {"VERB", "AUX"} else None
    other = condition.obligor
    if other is None and doer is not None and voices.is_actor(doer) and doer.lower_ not in grammar.FIRST_PERSON:
        other = voices.reading.actors.resolve(doer) or doer.text
    if doer is not None and doer.lower_ in grammar.FIRST_PERSON:
        return False
    if voices.predicate(head).modals & ABLE:
        return False  # "until you can come home"
    if is_imperative(head):
        subject = subject_of(consequent.root)
        ours = subject is None or subject.lower_ in grammar.FIRST_PERSON
        will = voices.predicate(consequent.root).modals & WILLING
        if head.lemma_ in UNASKED or (is_threat(head) and will and not ours):
            return False  # "Close it and they will be proved right"
        return subject is None or subject.lower_ != "you"
    if trigger.startswith(TIMES) or head.lemma_ in word_set("inclined"):
        return False
    if trigger.endswith("long as") and outcome is not None and outcome.stance in {Stance.OFFERS, Stance.ACCEPTS}:
        return other is None or other not in holders
    if trigger.startswith(BARGAINS):
        named = doer is not None and voices.is_actor(doer)
        happens = not named and doer is not None and not grammar.is_passive(head) and not negates(head)
        return not happens and (other is None or other not in holders)
    if condition.kind is ConditionKind.EXCEPTIVE and outcome is None:
        refusal = framed(consequent.root)
        if refusal is not None and refusal[0].stance in {Stance.REFUSES, Stance.OPPOSES}:
            return not negates(head)
    if outcome is None and condition.kind is not ConditionKind.EXCEPTIVE:
        offer = framed(consequent.root)
        if offer is not None and offer[0].stance in {Stance.OFFERS, Stance.ACCEPTS} and not negates(consequent.root):
            return not negates(head) and (other is None or other not in holders) and head.lemma_ not in UNASKED
    bare = next((t for t in antecedent if t.tag_ == "VB"), head)  # "were the board to find that …"
    if outcome is None or head.lemma_ in STATES or {head.lemma_, bare.lemma_} & UNASKED:
        return False
    if trigger.startswith("until"):
        return outcome.stance is Stance.REFUSES and (other not in holders if other else grammar.is_passive(head))
    threat = outcome.stance in {Stance.WARNS, Stance.REFUSES}
    if other is None and grammar.is_passive(head) and condition.kind is ConditionKind.EXCEPTIVE:
        return threat
    if other is None and grammar.is_passive(head) and condition.kind is ConditionKind.SUFFICIENT:
        return threat if negates(head) else outcome.stance is Stance.OFFERS
    if other is None and doer is not None and condition.kind is ConditionKind.EXCEPTIVE:
        return threat  # "unless the prints room reopens"
    if other is None or other in holders:
        return False
    if condition.kind is ConditionKind.SUFFICIENT:
        return threat if negates(head) else outcome.stance not in {Stance.WARNS, Stance.DOUBTS}
    return not negates(head) or threat


def _outcome(condition: Condition, words: Words, voices: Voices, *, told: bool) -> Candidate | None:
    """Return what the consequent offers, refuses or threatens, None where it only says what will happen."""
    head = words.root
    inner = next((c for c in head.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
    if inner is not None and head.lemma_ in governors():
        head = inner  # "would not hesitate to raise rates"
    state = voices.predicate(head)
    ready = any(c.dep_ == "acomp" and c.lower_ in READY for c in head.children)
    negated = state.negated
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children):  # "would have signed"
        return None
    conceded = not told and "could" in state.modals and not negated and grammar.is_passive(head)
    conceded = conceded and head.lemma_ in word_set("conceding") and voices.said(head).voice is Voice.ATTRIBUTED
    if not (state.modals & WILLING or ready or conceded or (negated and state.modals & ABLE)):
        return None
    doer, passive = subject_of(head), grammar.is_passive(head)
    nobody = doer is not None and _is_nobody(doer)
    if head.lemma_ in STATES and not ready and not (negated and (is_refusal(head) or nobody)):
        return None
    if (doer is None and not is_refusal(head)) or (doer is not None and doer.lower_ == "you"):
        return None
    holder = condition.holder
    acts = doer is not None and not passive and voices.is_actor(doer) and not (told and doer.pos_ == "PRON")
    if acts and doer is not None and doer.lower_ not in grammar.FIRST_PERSON:
        holder = held_by(doer, voices)
    if not acts and (holder is None or told or not (passive or negated)):
        return None
    if not acts and not negated and voices.said(head).voice is Voice.FIRST_PERSON:
        return None  # "claims will be paid": the writer does not say by whom
    if doer is not None and negated and not state.modals & WILLING and holder != condition.holder:
        return None  # what another cannot do is no refusal of theirs
    stance = Stance.OFFERS
    if "ought" in state.modals and not negated:
        holder, stance = condition.holder, Stance.WARNS  # "will have to cross two sounds"
    elif nobody and negated and not passive and not is_refusal(head):
        holder, stance = condition.holder, Stance.WARNS  # "nobody will be able to help"
    elif not acts and negated and not state.modals & WILLING and not is_refusal(head):
        stance = Stance.DOUBTS  # "the promise cannot be kept"
    elif _is_ceasing(head, words):
        stance = Stance.OFFERS
    elif is_harm(head) and not any(c.dep_ == "dobj" for c in head.children):
        holder, stance = condition.holder, Stance.WARNS  # "the coalition will crack"
    elif negated:
        stance = Stance.ACCEPTS if head.lemma_ in word_set("averse") else Stance.REFUSES
    elif is_threat(head) or (acts and _warded_off(condition, voices)):
        stance = Stance.WARNS
    return Candidate(holder, stance, words, head, issue_of(_object(head)), ("condition outcome",))


def _is_nobody(doer: Token) -> bool:
    """Say whether *doer* is nobody: "nobody", "no government"."""
    return doer.lower_ in ANYBODY or (doer.pos_ == "NOUN" and is_negative_phrase(doer))


def _is_ceasing(verb: Token, words: Words) -> bool:
    """Say whether *verb* is what somebody will stop doing: "will stop checking parcels"."""
    above = verb.head
    return verb.tag_ == "VBG" and verb.dep_ == "xcomp" and above.lemma_ in {"stop", "cease"} and above == words.root


def _warded_off(condition: Condition, voices: Voices) -> bool:
    """Say whether the antecedent is what would avert the consequent: "unless you pay", "if you do not pay"."""
    if condition.kind is ConditionKind.EXCEPTIVE:
        return True
    antecedent = _words(voices.doc, condition.antecedent)
    if antecedent is None or condition.kind is not ConditionKind.SUFFICIENT:
        return False
    head = antecedent.root
    other = _doer_within(antecedent, voices) if head.pos_ in {"VERB", "AUX"} else None
    done = (
        other is not None and other.lower_ not in grammar.FIRST_PERSON and voices.is_actor(other)
    ) or grammar.is_passive(head)
    ill = done and (head.lemma_ in harmful() or is_threat(head))
    return negates(head) != ill  # "if you do not pay", "if the subsidy is cut"


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "xcomp", "acomp", "attr"}), None)


def _words(doc: Doc, span: Span) -> Words | None:
    offset = doc._.offset
    return doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
