"""Whose a condition is: of whoever says or thinks it, else of whoever makes an act of their own hang on it."""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction import grammar, lexicon
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.part import Part
from tui_reader.extraction.obligor import root_of
from tui_reader.extraction.reading import Reading
from tui_reader.model import Span

WILLING = lexicon.words("willing_adjectives")
WILLED = lexicon.words("willed_verbs")
FUTURE = frozenset({"will", "would", "shall", "'ll"})


def holder_of(reading: Reading, part: Part, antecedent: Span, consequent: Span, main: Stretch) -> str | None:
    """Return the id of the holder; None stands for the document's writer.

    The innermost claim around the antecedent decides; where the antecedent was added after the reported clause
    ("she is open to it, provided …"), the one around the consequent. Where nobody is said to say it, a party that
    refuses, accepts or promises something "unless" or "until" holds the condition itself.
    """
    for span in (antecedent, consequent):
        around = reading.claims_around(span)
        if around:
            return around[0].holder
    root = root_of(part.doc, main)
    if root is not None and is_willed(root):
        doer = grammar.doer(root)
        willing = reading.actors.resolve(doer) if doer is not None else None
        if willing is not None:
            return willing
    return reading.section_author_id(antecedent.start)


def is_willed(verb: Token) -> bool:
    """Say whether a main verb tells what its subject commits itself to, or will not do."""
    ruled_out = verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.rights)
    if verb.lemma_ in WILLED or verb.lower_ in WILLING or ruled_out:
        return True
    if verb.lemma_ == "be":
        return any(child.lower_ in WILLING for child in verb.children)
    modal = any(child.dep_ == "aux" and child.lower_ in FUTURE for child in verb.children)
    return modal and grammar.is_negated(verb)
