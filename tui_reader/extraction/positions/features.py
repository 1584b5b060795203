"""The features of a candidate that come from where and how it stands, whatever its cue."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.predicate import (
    EMPHATIC,
    POSSIBLE,
    Predicate,
    is_hypothetical,
    is_question,
)
from tui_reader.extraction.positions.propositions import is_disowned
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.extraction.positions.wordsets import word_set

NEUTRAL = frozenset({"it", "they"})
PRONOUNS = frozenset({"he", "she", "it", "they"})
MANDATIVE = word_set("mandative") | word_set("requesting")
ANYBODY = word_set("anybody")
ADJUNCT_CLAUSES = frozenset({"advcl", "acl", "relcl", "ccomp"})


def circumstances(state: Predicate, voices: Voices) -> list[str]:
    """Return the features of the clause of *state*: whose voice, how sure, asked, supposed or told."""
    features: list[str] = []
    said = voices.said(state.head)
    if said.voice is not Voice.NARRATION:
        features.append(said.voice.value)
    if state.negated:
        features.append("negated")
    if any(c.dep_ == "advmod" and c.lower_ in EMPHATIC for t in (state.head, state.top) for c in t.children):
        features.append("emphatic")
    if state.modals & POSSIBLE:
        features.append("possible")
    if any(c.dep_ == "mark" and c.lower_ == "whether" for t in (state.head, state.top) for c in t.children):
        features.append("asked")
    if (
        is_disowned(state.head)
        or _is_purpose(state.head)
        or (is_subjunctive(state.head) and any(c.dep_ == "mark" and c.lower_ == "that" for c in state.head.children))
    ):
        features.append("not asserted")
    elif not state.asserted:
        told = state.head.dep_ in ADJUNCT_CLAUSES and not any(
            c.tag_ == "TO" or (c.lower_ == "that" and is_subjunctive(state.head)) for c in state.head.children
        )  # a bare verb after "that" is what is asked for: "its demand that Orsk withdraw the suit"
        features.append("infinitive" if told else "not asserted")
    if is_hypothetical(state.head) or voices.supposed[state.head.i]:
        features.append("hypothetical")
    if is_question(state.head):
        features.append("question")
    return features


def _is_purpose(verb: Token) -> bool:
    """Say whether *verb* tells what something is done for: "so that no record can be sold"."""
    that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    able = any(c.dep_ == "aux" and c.lower_ in {"can", "could", "may", "might"} for c in verb.lefts)
    return that is not None and able and that.i > 0 and that.nbor(-1).lower_ == "so" and verb.dep_ != "ROOT"


def is_subjunctive(verb: Token) -> bool:
    """Say whether *verb*, after "that", stands in the bare form of what is asked for."""
    asked = verb.tag_ == "VBP" and verb.lower_ == verb.lemma_ and verb.head.lemma_ in MANDATIVE
    return (verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)) or asked


def held_by(who: Token, voices: Voices) -> str | None:
    """Return the actor that *who* means; a pronoun that nobody is found for is whoever speaks of themselves."""
    if who.lower_ in NEUTRAL and voices.opens_claim(who):  # "the bank said it was ready": it is the bank
        return voices.said(who).holder
    owner = next((c for c in who.lefts if c.dep_ == "poss" and c.lower_ in {"our", "my"}), None)
    if owner is not None and voices.reading.actors.means_thing(who):
        return voices.said(who).holder  # "our position has not changed"
    found = voices.reading.actors.holder(who)
    if found is None and who.lower_ in grammar.FIRST_PERSON:
        return voices.said(who).holder
    if (
        (found is None or found == voices.unspecified)
        and who.lower_ in PRONOUNS
        and voices.said(who).voice is Voice.ATTRIBUTED
    ):
        return voices.said(who).holder
    return found


def holds(doer: Token | None, voices: Voices, *, minded: bool = False) -> list[str]:
    """Return what speaks against *doer* as somebody who can have a stance.

    `minded`: what it does can only be done by somebody, so that an unfamiliar noun is likely to mean one.
    """
    if doer is None or (doer.lower_ in ANYBODY and not any(c.lower_ == "of" for c in doer.children)):
        return ["no agent"]
    return [] if voices.is_actor(doer) else ["unfamiliar agent" if minded else "no agent"]
