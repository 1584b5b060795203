"""What somebody is said to maintain: a contested statement without a word of stance of its own.

"She insists that tariffs will not rise" denies; "he says the dam will 'switch on the north'" praises. A plain report
("he said that the ship had sailed") is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.clauses import clause_words
from tui_reader.extraction.positions.evaluations import dated
from tui_reader.extraction.positions.features import circumstances, is_subjunctive
from tui_reader.extraction.positions.frames import frames
from tui_reader.extraction.positions.nouns import nouns
from tui_reader.extraction.positions.outlook import helpful
from tui_reader.extraction.positions.predicate import WILLING, is_past, subject_of
from tui_reader.extraction.positions.voices import Voices
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.model import Claim, Mode, Stance

TELLING = frozenset({Stance.WARNS, Stance.DOUBTS, Stance.DENIES})
SELVES = frozenset({"i", "we", "you", "he", "she"})  # what they do or will do is news of them, not of the world
LONGEST = 260  # characters; a longer content is a speech, and its sentences speak for themselves
ARGUING = word_set("arguing")
INSISTING = word_set("insisting")


def assertions(doc: Doc, voices: Voices) -> Iterator[Candidate]:
    """Yield what the claims in *doc* maintain."""
    offset = doc._.offset
    end = voices.end
    for claim in voices.reading.claims:
        if claim.mode is Mode.NARRATION or claim.cue is None or len(claim.span) > LONGEST:
            continue
        if offset <= claim.span.start and claim.span.end <= end:
            yield from _maintained(claim, doc, voices)


def _maintained(claim: Claim, doc: Doc, voices: Voices) -> Iterator[Candidate]:
    offset = doc._.offset
    words = doc.char_span(claim.span.start - offset, claim.span.end - offset, alignment_mode="expand")
    cue = (
        doc.char_span(claim.cue.start - offset, claim.cue.end - offset, alignment_mode="expand") if claim.cue else None
    )
    if words is None or cue is None or not len(words):
        return
    if claim.holder == voices.unspecified and claim.mode is Mode.INDIRECT:
        return  # "we are told that"
    head = words.root
    if is_subjunctive(head) and any(c.dep_ == "mark" and c.lower_ == "that" for c in head.children):
        return  # what is asked for is not said to be so
    if head.lemma_ in {"know", "see", "have"} or _is_question(words, head):
        return
    if head.pos_ == "AUX" and head.lemma_ in {"do", "have", "will"}:
        return  # "the owners do"
    if head.pos_ not in {"VERB", "AUX"} or cue.start <= head.i < cue.end:
        return
    subject = subject_of(head)
    if subject is None or not words.start <= subject.i < words.end or any(t.tag_ == "TO" for t in head.children):
        return
    state = voices.predicate(head)
    features = ["assertion", *(f for f in circumstances(state, voices) if f not in {"possible", "not asserted"})]
    if any(t.lemma_ in ARGUING for t in cue):
        features.append("arguing")
    if any(t.lemma_ in INSISTING for t in cue):
        features.append("insisting")
    if claim.mode is Mode.MIXED:
        features.append("quoted in part")
    elif claim.mode is Mode.INDIRECT and is_past(head) and not state.modals:
        features.append("past narrative")
    if subject.lower_ in SELVES:
        features.append("of oneself")
    if subject.lower_ == "it" and voices.opens_claim(subject) and head.tag_ == "VBG":
        features.append("of oneself")
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
    if perfect and not (state.negated and state.modals) and claim.mode is not Mode.MIXED:
        features.append("counterfactual" if state.modals else "perfect")
    if dated(head):
        features.append("dated")
    yield Candidate(
        voices.said(head).holder,
        _cued(cue) or _stance(head, state.negated),
        clause_words(head),
        head,
        subject,
        tuple(features),
    )


def _cued(cue: Span) -> Stance | None:
    """Return the stance that the cue itself states: "the concern that", "doubts that"."""
    for token in cue:
        entry = nouns().get(token.lower_) if token.pos_ == "NOUN" else None
        stance = entry[0] if entry is not None else None
        if token.pos_ == "VERB":
            stance = next((f.stance for f in frames().get(token.lemma_, ()) if f.frame == "that"), None)
        if stance in TELLING:
            return stance
    return None


def _is_question(words: Span, head: Token) -> bool:
    """Say whether the content asks: "whether it will hold", "if it would", or with a question mark."""
    marks = {child.lower_ for child in head.children if child.dep_ in {"mark", "advmod"}}
    before = words.doc[words.start - 1].lower_ if words.start else ""
    return bool(marks & {"whether", "why", "how"}) or before in {"whether", "if", "why", "how"} or words[-1].text == "?"


def _stance(head: Token, negated: bool) -> Stance:
    if negated:
        return Stance.DENIES
    future = any(c.dep_ == "aux" and c.lower_ in WILLING for c in head.children)
    return Stance.SUPPORTS if future and head.lemma_ in helpful() else Stance.CHARACTERISES
