"""Verbs that state a stance, by the frame they stand in: "rejects the plan", "urged X to act", "described X as Y"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.positions.candidate import Candidate
from tui_reader.extraction.positions.features import circumstances, holds
from tui_reader.extraction.positions.predicate import (
    OBLIGING,
    WILLING,
    clause_words,
    doer_of,
    issue_of,
    predicate,
)
from tui_reader.extraction.positions.voices import Voice, Voices
from tui_reader.model import Stance

# the frames from the most to the least telling
FRAMES = ("np_to", "np_as", "np_pred", "np_of", "whether", "that", "to", "ing", "prep", "prt", "np")
CLAUSE_PREPOSITIONS = frozenset({"of", "for", "with", "to"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to use a verb; `parts` are the particle and prepositions that go with it."""

    stance: Stance
    frame: str
    negated: Stance | None
    parts: tuple[str, ...]
    weak: bool


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of each verb lemma, those with particles first."""
    found: dict[str, list[Frame]] = defaultdict(list)
    for stance, kinds, negated, verbs in lexicon.rows("stance_verbs"):
        for verb in verbs.split():
            lemma, *parts = verb.removeprefix("~").split("+")
            for kind in kinds.split(","):
                opposite = None if negated == "-" else Stance(negated)
                found[lemma].append(Frame(Stance(stance), kind, opposite, tuple(parts), verb.startswith("~")))
    return {
        lemma: tuple(sorted(rows, key=lambda row: (-len(row.parts), FRAMES.index(row.frame))))
        for lemma, rows in found.items()
    }


def verbs(token: Token, voices: Voices) -> Iterator[Candidate]:
    """Yield the stance that the verb *token* states, one a holder."""
    for frame in frames().get(token.lemma_.lower(), ()) if token.pos_ in {"VERB", "AUX"} else ():
        met, issue = fits(token, frame)
        if met:
            yield from _state(token, frame, issue, voices)
            return


def fits(verb: Token, frame: Frame) -> tuple[bool, Token | None]:
    """Say whether *verb* stands in *frame*, and which token heads what the stance is about."""
    kids = {child.dep_: child for child in reversed(list(verb.children))}
    last: Token | None = verb
    if frame.parts:
        below = [t for t in verb.subtree if t.i > verb.i and t.i <= verb.i + 8] + list(verb.children)
        for part in frame.parts:
            last = next(
                (
                    t
                    for t in below
                    if t.lower_ == part
                    and t.dep_ in {"prep", "prt", "advmod", "dobj", "dative", "agent", "mark"}
                    and (t.head.i == verb.i or t.head.lower_ in frame.parts or t.head.dep_ in {"prt", "dobj"})
                ),
                None,
            )
            if last is None:
                return False, None
    passive = grammar.is_passive(verb)
    obj = kids.get("dobj") or kids.get("dative") or (kids.get("nsubjpass") if passive else None)
    to = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i and _is_to(c)), None)
    that = next(
        (c for c in verb.children if c.dep_ in {"ccomp"} and not _is_to(c) and grammar.own_subject(c) is not None), None
    )
    match frame.frame:
        case "np":
            if obj is None and passive and verb.dep_ in {"acl", "relcl"}:
                obj = verb.head
            relative = verb.dep_ == "relcl" and obj is None and grammar.own_subject(verb) is not None
            return (obj is not None or relative) and (obj is None or obj.i != verb.i), obj or (
                verb.head if relative else None
            )
        case "to":
            return to is not None and (obj is None or passive) and grammar.own_subject(to) is None, issue_of(to)
        case "np_to":
            own = to is not None and grammar.own_subject(to) is not None
            ok = to is not None and (obj is not None or own or bool(frame.parts) or passive)
            return ok, issue_of(to) if to is not None else None
        case "that":
            marked = that is not None and any(
                c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "whether", "why", "how"} for c in that.children
            )
            return that is not None and not marked and that.i > verb.i, issue_of(that)
        case "whether":
            inner = next(
                (
                    c
                    for c in verb.children
                    if c.dep_ in {"ccomp", "advcl"}
                    and any(g.lower_ in {"if", "whether", "why", "how"} for g in c.children)
                ),
                None,
            )
            return inner is not None and inner.i > verb.i, issue_of(inner)
        case "ing":
            inner = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"), None)
            return inner is not None, issue_of(inner)
        case "np_as":
            prep = next(
                (
                    c
                    for c in verb.subtree
                    if c.lower_ == "as" and c.i > verb.i and c.dep_ in {"prep", "mark"} and c.head.i >= verb.i
                ),
                None,
            )
            return prep is not None and (
                obj is not None or bool(frame.parts) or verb.dep_ in {"relcl", "ccomp", "pcomp"}
            ), obj
        case "np_pred":
            oprd = kids.get("oprd")
            small = next(
                (
                    c
                    for c in verb.children
                    if c.dep_ in {"ccomp", "xcomp"}
                    and c.i > verb.i
                    and not grammar.is_finite(c)
                    and not _is_to(c)
                    and c.tag_ != "VBG"
                    and c.pos_ in {"NOUN", "ADJ", "AUX", "PROPN", "ADV"}
                ),
                None,
            )
            to_be = to if to is not None and to.lemma_ == "be" and grammar.own_subject(to) is not None else None
            found = oprd or small or to_be
            return found is not None, obj or (
                grammar.own_subject(found) if found is not None and found is not oprd else None
            ) or (verb.head if verb.dep_ == "relcl" else None)
        case "np_of":
            prep = next(
                (
                    c
                    for c in verb.subtree
                    if c.lower_ in CLAUSE_PREPOSITIONS
                    and c.i > verb.i
                    and c.dep_ == "prep"
                    and (c.head.i == verb.i or c.head.dep_ == "dobj")
                ),
                None,
            )
            return obj is not None and prep is not None and prep.head.i == verb.i, obj
        case "prep":
            if last is None or last.i == verb.i:
                return False, None
            complement = next((c for c in last.children if c.dep_ in {"pobj", "pcomp"}), None)
            return complement is not None or passive, issue_of(complement) if complement is not None else kids.get(
                "nsubjpass"
            )
        case "prt":
            return obj is not None, obj
    return False, None


def _is_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _state(verb: Token, frame: Frame, issue: Token | None, voices: Voices) -> Iterator[Candidate]:
    state = predicate(verb)
    stance = frame.negated if state.negated else frame.stance
    if stance is None or state.modals & OBLIGING - {"shall"}:
        return
    doer = doer_of(state)
    said = voices.said(verb)
    features = ["weak verb" if frame.weak else "stance verb", *circumstances(state, voices)]
    if said.voice is Voice.NARRATION and frame.weak and state.modals & WILLING:
        features.append("willed")
    if doer is None:
        if not (verb.dep_ == "ROOT" or grammar.is_passive(verb)):
            return
        features.append("no agent")
        yield Candidate(said.holder, stance, clause_words(state.top), verb, issue, tuple(features))
        return
    features += holds(doer, voices)
    for who in holders(doer):
        yield Candidate(
            voices.reading.actors.holder(who), stance, clause_words(state.top), verb, issue, tuple(features)
        )


def holders(doer: Token) -> tuple[Token, ...]:
    """Return the heads of those who hold a stance: each of "neither A nor B" and of "A and B"."""
    return tuple(
        t for t in grammar.conjuncts(doer) if t.pos_ in {"NOUN", "PROPN", "PRON", "DET"} and t.i >= doer.i
    ) or (doer,)


__all__ = ["Frame", "fits", "frames", "holders", "verbs"]
