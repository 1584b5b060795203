"""An object and what is said of it: "described X as Y", "called X Y", "accused X of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tui_reader.extraction.attribution.cue import asserts, hedged, holder_of, negated
from tui_reader.extraction.attribution.extent import complement, trailing
from tui_reader.extraction.attribution.found import Attribution, place, spread
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.grammar import RELATIVES, is_finite, is_passive, own_subject, quotation_behind, trim

# endings of adjectives that no common noun has
ADJECTIVAL = re.compile(
    r"(?:..less|...able|..ible|...ful|...ous|(?:un|in|im|ir)...+(?:ed|al|ic|ive|ent|ant|ate|ect|fair|wise|just|safe))$"
)


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
    elif as_ and start is not None and (behind := _behind_as(verb, start)) is not None:
        end = behind
    elif of and (prep := _preposition(verb, "of")) is not None:
        start = start if start is not None else _passive_start(verb, prep)
        if start < prep.i and (
            any(c.dep_ == "pcomp" or c.lower_.endswith("ing") for c in prep.children) or _acts(prep)
        ):
            end = trailing(verb, prep.right_edge.i + 1)
    elif predicate and (head := _small_clause(verb)) is not None:
        span = complement(head, verb)
        start, end = span.start, span.end
    elif predicate and start is not None and (second := _predicate(verb)) is not None:
        end = second.right_edge.i + 1
    elif predicate and start is None and (two := [c for c in verb.rights if c.dep_ == "oprd"])[1:]:
        start, end = two[0].left_edge.i, two[1].right_edge.i + 1
    elif predicate and start is not None and (object_end := _hidden_predicate(verb)) is not None:
        end = object_end
    elif predicate and start is not None and (quoted := quotation_behind(verb)) is not None:
        end = quoted[1]
    if end is None or start is None or not asserts(verb, "say"):
        return
    source = holder_of(verb, "say")
    if source is None:
        return
    span = trim(verb.doc[start:end])
    yield Attribution(spread(span), place(verb), source, verb, negated=negated(verb), hedged=hedged(verb))


def _behind_as(verb: Token, start: int) -> int | None:
    """Return where a quotation ends that the parser took for a clause: "described it as “sums done badly”"."""
    doc = verb.doc
    for as_ in doc[start + 1 : verb.sent.end - 1]:
        if as_.text in {";", ":"} or (as_.pos_ == "VERB" and as_.lemma_.lower() in lexicon().verbs["as"]):
            return None
        if as_.lower_ == "as" and doc[as_.i + 1].text in {"“", '"', "‘"}:
            return next((t.i for t in doc[as_.i + 2 : verb.sent.end] if t.text in {"”", '"', "’"}), None)
    return None


def _acts(prep: Token) -> bool:
    """Whether a gerund follows *prep*, also where the parser takes it for an adjective: "of “holding it hostage”"."""
    following = next((t for t in prep.doc[prep.i + 1 : prep.sent.end] if not t.is_punct), None)
    return following is not None and following.tag_ == "VBG"


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
        if child.dep_ in {"dobj", "pobj"} or (child.dep_ == "agent" and word == "as"):
            for inner in child.subtree:
                if inner.dep_ == "prep" and inner.lower_ == word and inner.i > child.i:
                    return inner
    return None


def _small_clause(verb: Token) -> Token | None:
    """Return the head of a verbless clause: "considers [any delay a mistake]"."""
    for child in verb.rights:
        if (
            child.dep_ in {"ccomp", "xcomp"}
            and (child.pos_ in {"NOUN", "ADJ", "PROPN", "PRON"} or child.tag_ == "VB")
            and not any(c.dep_ in {"aux", "mark"} for c in child.children)
            and not is_finite(child)
            and any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        ):
            return child
    return None


def _hidden_predicate(verb: Token) -> int | None:
    """Return the end of an object that has its predicate inside, by a slip of the parser: "deem [the tax unfair]"."""
    found = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if found is None or not verb.doc[found.left_edge.i + 1 : found.right_edge.i + 1]:
        return None
    last = found.right_edge
    before = last.nbor(-1)
    if verb.lemma_ != "deem" and not ADJECTIVAL.search(last.lower_):
        return None
    return last.i + 1 if before.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and last.pos_ in {"NOUN", "ADJ"} else None


def _predicate(verb: Token) -> Token | None:
    plain = {"oprd", "xcomp", "acomp", "attr"}
    for child in verb.rights:
        bare = child.dep_ == "ccomp" and not is_finite(child) and own_subject(child) is None
        if child.pos_ not in {"VERB", "AUX"} and (child.dep_ in plain or bare):
            return child
    return None
