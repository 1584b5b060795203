"""Definite noun phrases that were brought in with more words: "the guarantee" for "a guarantee from the Treasury".

A noun with a mere `the` takes up the noun phrase with that head which said more of it (Vieira & Poesio, "An
Empirically Based System for Processing Definite Descriptions", CL 26:4, 2000, sec. 4.1); where two that differ are near
one another, it is open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction.actors.survey import unread_tokens
from tui_reader.extraction.grammar import noun_phrase, trim
from tui_reader.extraction.reading import Reading, document_span, reading_of
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import POINTING, entity_at
from tui_reader.model import ActorKind, Reference, ReferenceKind

ADDED = 5  # words that tell more of a noun, at most
NEAR = 4  # sentences within which another of the kind leaves it open which is meant
FAR = 60  # sentences after which a reader has forgotten
SURE, LIKELY = 0.9, 0.8  # where one was brought in, where the nearer of several is meant
TELLING = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
RESTRICTING = frozenset({"prep", "acl", "relcl", "appos", "ccomp", "npadvmod"})
PLURALS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Brought:
    """A noun phrase that says more than its noun: its words, the stems of what it adds, and its sentence's number."""

    words: Words
    added: frozenset[str]
    sentence: int


@dataclass(slots=True)
class Memory:
    """What the text so far has brought in, by noun and whether it is of several."""

    brought: dict[tuple[str, bool], list[Brought]] = field(default_factory=lambda: defaultdict(list))
    sentences: int = 0


@Language.component("reader_definites")
def find_definites(doc: Doc) -> Doc:
    """Add what the definite noun phrases of this part were brought in as to the reading."""
    reading = reading_of(doc)
    memory, skipped = Memory(), unread_tokens(doc, reading.document)
    for sentence in doc.sents:
        memory.sentences += 1
        for token in sentence:
            if token.pos_ == "NOUN" and token.dep_ not in {"compound", "nmod", "npadvmod"} and token.i not in skipped:
                _noun(token, memory, reading)
    return doc


def _noun(noun: Token, memory: Memory, reading: Reading) -> None:
    if not noun.text.isalpha() or noun.text[0].isupper() or noun.lemma_.lower() in SETS["units"] | SETS["idle_nouns"]:
        return
    key = (noun.lemma_.lower(), noun.tag_ in PLURALS)
    article = next((child for child in noun.lefts if child.dep_ == "det"), None)
    if article is not None and article.lower_ == "the" and _is_bare(noun):
        entity = entity_at(noun, reading.actors)
        known = entity is not None and (entity.named or entity.kind not in {None, ActorKind.GROUP})
        if not known and article.i == noun.i - 1 and noun.i + 1 < len(noun.doc):
            found = _meant(memory.brought[key], memory.sentences)
            if found is None and not (memory.brought[key] or key[0] in SETS["taking_up"]):
                return
            antecedent = document_span(found.words) if found else None
            span = document_span(noun.doc[article.i : noun.i + 1])
            unowned = _without_owner(found.words) if found else ""
            near = SURE if len({one.added for one in memory.brought[key]}) == 1 else LIKELY
            reading.definites.append(Reference(span, ReferenceKind.NOUN, antecedent, None, near, unowned))
        return
    if article is not None and article.lower_ in SETS["bound"] | {"any", "another", "what", "which", "such"}:
        return
    words = _telling(noun)
    if words is not None and not any(t.lower_ in POINTING | SETS["shares"] or t.lower_ == "both" for t in words):
        added = frozenset(
            t.lemma_.lower() for t in words if t.i != noun.i and t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
        )
        memory.brought[key].append(Brought(words, added, memory.sentences))


def _meant(brought: list[Brought], sentence: int) -> Brought | None:
    """Return which of those that were brought in is meant, None where that is open."""
    recent = [one for one in brought if sentence - one.sentence <= FAR]
    if not recent:
        return None
    last = recent[-1]
    others = [one for one in recent if not one.added & last.added]
    if any(last.sentence - one.sentence <= NEAR for one in others):
        return None
    return next(one for one in recent if one.added & last.added)


def _without_owner(words: Words) -> str:
    """Return "the eastern pivot" for "its eastern pivot", empty where no pronoun owns it."""
    owned = words[0].tag_ == "PRP$" and len(words) > 1
    return f"the {words[1:].text}" if owned else ""


def _is_bare(noun: Token) -> bool:
    """Whether nothing but an article tells which is meant."""
    if any(child.dep_ in TELLING and child.lower_ not in SETS["untelling"] for child in noun.lefts):
        return False
    if any(child.dep_ in RESTRICTING for child in noun.rights):
        return False
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    return after not in {"of", "that", "who", "which", "-", "to"}


def _telling(noun: Token) -> Words | None:
    """Return the noun phrase as far as it tells which is meant in few words, None where it adds nothing."""
    plain = noun_phrase(noun, prepositions=False)
    before = [child for child in noun.lefts if child.dep_ in TELLING and child.lower_ not in SETS["untelling"]]
    named = [
        child for child in before if child.dep_ != "nummod" and not (child.dep_ == "poss" and child.pos_ == "PRON")
    ]
    if named and len(plain) <= ADDED + 2:
        return plain
    if named:
        return None
    full = noun_phrase(noun)
    behind = next(
        (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in SETS["telling_prepositions"]), None
    )
    if behind is None or behind.i != noun.i + 1:
        return None
    objects = [child for child in behind.rights if child.dep_ == "pobj" and child.pos_ != "PRON"]
    if not objects:
        return None
    inner = noun_phrase(objects[0], prepositions=False)
    words = trim(noun.doc[full.start : inner.end])
    return words if len(words) - (noun.i - full.start) - 1 <= ADDED + 1 and objects[0].ent_type_ != "DATE" else None
