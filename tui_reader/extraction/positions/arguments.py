"""What hangs on a verb of stance: its object, its clauses, and what the parser hung elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tui_reader.extraction import grammar
from tui_reader.extraction.positions.wordsets import word_set

INTERROGATIVE = frozenset({"if", "whether", "why", "how"})
PREDICATIVE = frozenset({"NOUN", "ADJ", "AUX", "PROPN", "ADV"})
QUOTES = frozenset('“"')
JUDGING = word_set("judging")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What hangs on a verb, as far as the frames ask for it."""

    verb: Token
    passive: bool
    obj: Token | None
    to: Token | None
    that: Token | None
    question: Token | None
    gerund: Token | None
    predicative: Token | None
    small: Token | None


def arguments(verb: Token) -> Arguments:
    """Return what hangs on *verb*."""
    passive = grammar.is_passive(verb)
    obj = to = that = question = gerund = predicative = small = None
    for child in verb.children:
        dep, after = child.dep_, child.i > verb.i
        if (dep in {"dobj", "dative"} and (obj is None or dep == "dobj")) or (
            dep == "nsubjpass" and passive and obj is None
        ):
            obj = child
        elif dep == "oprd":
            predicative = predicative or child
        elif dep in {"xcomp", "ccomp", "advcl"} and after:
            if child.left_edge.i and child.doc[child.left_edge.i - 1].text in {":", ";"}:
                continue
            own = grammar.own_subject(child)
            if any(c.dep_ == "aux" and c.tag_ == "TO" for c in child.children):
                to = to or child
            elif any(c.lower_ in INTERROGATIVE and c.i < child.i for c in child.children):
                question = question or child
            elif dep == "advcl":
                continue
            elif own is None and (
                child.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "VBG" for c in child.children)
            ):
                gerund = gerund or child
            elif not grammar.is_finite(child) and child.tag_ != "VBG" and child.pos_ in PREDICATIVE:
                predicative = predicative or child
            stated = own is not None or any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            if dep == "ccomp" and stated and child is not to and child is not question:
                that = that or child
                if child.tag_ in {"VBN", "VBD"} and not any(
                    c.dep_ in {"aux", "auxpass", "mark"} for c in child.children
                ):
                    small = small or child
    if to is None and obj is not None:
        to = _stray_infinitive(obj)
    if predicative is None and obj is not None and verb.lemma_ in JUDGING:
        quoted = grammar.quotation_behind(verb)
        predicative = _stray_predicate(obj) or (verb.doc[quoted[0]] if quoted is not None else None)
    return Arguments(verb, passive, obj, to, that, question, gerund, predicative, small)


def _stray_predicate(obj: Token) -> Token | None:
    """Return the adjective at the end of *obj* that the parser took into it: "considers nine of the houses unsafe"."""
    named = next((c for c in obj.children if c.dep_ == "appos" and c.left_edge.i > obj.i), None)
    if named is not None and named.doc[named.left_edge.i - 1].text in QUOTES:
        return named  # "called the rule “a tax in overalls”"
    last = obj.right_edge
    return last if last.tag_ in {"JJ", "VBN"} and last.dep_ in {"amod", "acl"} and last.i == last.head.i + 1 else None


def _stray_infinitive(obj: Token) -> Token | None:
    """Return the infinitive that the parser took into a relative clause: "ask the members who attend to pledge"."""
    inner = (c for r in obj.children if r.dep_ == "relcl" for c in r.children if c.dep_ == "xcomp" and c.i > r.i)
    return next((c for c in inner if any(g.tag_ == "TO" for g in c.children)), None)
