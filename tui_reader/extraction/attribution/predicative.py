"""An object and what is said of it: "described X as Y", "called X Y", "accused X of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import complement, trailing
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import RELATIVES, is_finite, is_passive, own_subject, trim


def predicative(verb: Token) -> Iterator[Attribution]:
    """Yield the object and the predicate that *verb* puts on it."""
    words = lexicon()
    lemma = verb.lemma_.lower()
    as_, predicate, of = (words.frame(frame, lemma) for frame in ("as", "predicate", "of"))
    if not (as_ or predicate or of):
        return
    end = None
    start = _object_start(verb)
    if as_ and (prep := _preposition(verb, "as")) is not None:
        if any(child.dep_ == "pcomp" for child in prep.children):
            return
        end = prep.right_edge.i + 1
        start = start if start is not None else _passive_start(verb, prep)
        if start > prep.i + 1:
            return
    elif of and start is not None and (prep := _preposition(verb, "of")) is not None:
        if any(c.dep_ == "pcomp" or c.lower_.endswith("ing") for c in prep.children):
            end = trailing(verb, prep.right_edge.i + 1)
    elif predicate and (head := _small_clause(verb)) is not None:
        span = complement(head, verb)
        start, end = span.start, span.end
    elif predicate and start is not None and (second := _predicate(verb)) is not None:
        end = second.right_edge.i + 1
    if end is None or start is None or not asserts(verb, "say"):
        return
    source = holder_of(verb, "say")
    if source is None:
        return
    span = trim(verb.doc[start:end])
    yield Attribution(spread(span), place(verb), source, verb, negated=negated(verb), hedged=hedged(verb))


def _object_start(verb: Token) -> int | None:
    found = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"}), None)
    return found.left_edge.i if found is not None else None


def _passive_start(verb: Token, prep: Token) -> int:
    """Return where the content of "X was described as Y" begins: at the subject, else behind "as"."""
    subject_ = own_subject(verb) if is_passive(verb) else None
    return subject_.left_edge.i if subject_ is not None and subject_.lower_ not in RELATIVES else prep.i + 1


def _preposition(verb: Token, word: str) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == word:
            return child
        if child.dep_ in {"dobj", "pobj"}:
            for inner in child.subtree:
                if inner.dep_ == "prep" and inner.lower_ == word and inner.i > child.i:
                    return inner
    return None


def _small_clause(verb: Token) -> Token | None:
    """Return the head of a verbless clause: "considers [any delay a mistake]"."""
    for child in verb.rights:
        if (
            child.dep_ in {"ccomp", "xcomp"}
            and child.pos_ in {"NOUN", "ADJ", "PROPN", "PRON"}
            and not is_finite(child)
            and any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        ):
            return child
    return None


def _predicate(verb: Token) -> Token | None:
    return next((c for c in verb.rights if c.dep_ in {"oprd", "xcomp", "acomp", "attr"} and c.pos_ != "VERB"), None)
