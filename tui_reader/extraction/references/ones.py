"""`One` for a noun: "the bank asked for a guarantee, and Parliament will give one", "a good one".

It means another of the same sort rather than the same thing (Halliday & Hasan 1976, 3.2), so what is put in its place
is the noun with an indefinite article.
"""

from __future__ import annotations

from spacy.tokens import Token

from tui_reader.extraction.grammar import noun_phrase
from tui_reader.extraction.references.binding import clause_of
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import Mention
from tui_reader.extraction.references.pointing import Found, indefinite
from tui_reader.model import ReferenceKind

OBJECTS = frozenset({"object", "oblique", "embedded", "attribute"})
SURE = 0.85


def one_of_them(token: Token, focus: Focus) -> Found | None:
    """Return what a lone `one` stands for, None where it counts, means people at large, or two nouns would do."""
    if token.lower_ != "one" or token.dep_ not in {"dobj", "pobj", "attr", "dative"}:
        return None
    if any(child.dep_ in {"relcl", "acl"} or child.lower_ in {"of", "in"} for child in token.rights):
        return None
    if token.n_lefts or (token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in {"another", "or", "and"}):
        return None
    meant = _like_it(token, focus)
    if meant is None:
        return None
    text = indefinite(noun_phrase(meant.head, prepositions=False))
    words = token.doc[token.i : token.i + 1]
    return Found(words, ReferenceKind.NOUN, meant.words, SURE, None, text) if text else None


def _like_it(token: Token, focus: Focus) -> Mention | None:
    """Return the only thing of which *token* can be another: indefinite, one of many, in this sentence or the last."""
    near: list[Mention] = []
    for chain in focus.before(token):
        mention = next((m for m in chain.mentions if m.head.i < token.i), None) if chain.age <= 1 else None
        if (
            mention is not None
            and len(mention.heads) == 1
            and mention.head.tag_ == "NN"
            and mention.form == "indefinite"
            and mention.role in OBJECTS
            and not mention.is_someone
            and not mention.bound
            and mention.head.lemma_.lower() not in SETS["bleached"]
            and clause_of(mention.head).tag_ != "VBG"
        ):
            near.append(mention)
    return near[0] if len(near) == 1 else None
