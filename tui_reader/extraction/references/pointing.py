"""Pointing words: "that vote", "such a step", "this" for a clause, "those who".

A demonstrative with a noun takes up the last noun phrase with that head, or one of which the noun is a general name
(Halliday & Hasan, "Cohesion in English", 1976, 6.1); one alone takes up a clause far more often than a thing (Webber,
"Structure and ostension in the interpretation of discourse deixis", Language and Cognitive Processes 6:2, 1991).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.actors.entity import Entity
from tui_reader.extraction.lexicon import rows
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import EITHER, PLURAL, Chain, Mention
from tui_reader.extraction.references.sayings import what_was_said
from tui_reader.model import ReferenceKind

DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
POINTING = DEMONSTRATIVES | {"such"}
GENERAL = {noun: frozenset(others.split()) for noun, others in rows("references/general")}
ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT", "conj", "pcomp", "dative"})
SAME, LIKE, CLAUSE = 0.95, 0.85, 0.8  # how sure each kind is


@dataclass(frozen=True, slots=True)
class Found:
    """The pointing words, what they stand for, and the words to put in their place where those are others."""

    words: Words
    kind: ReferenceKind
    antecedent: Words | None
    confidence: float
    entity: Entity | None = None
    text: str = ""
    chain: Chain | None = None


def pointed(token: Token, focus: Focus) -> Found | None:
    """Return what the pointing word *token* stands for, None where it points at nothing or that is not known."""
    word = token.lower_
    if word in POINTING and token.dep_ in {"det", "predet", "amod"} and token.head.i > token.i:
        return _with_noun(token, focus)
    if word in DEMONSTRATIVES and token.tag_ != "WDT" and token.dep_ in ALONE:
        return _alone(token)
    return None


def _with_noun(token: Token, focus: Focus) -> Found | None:
    """Return what "that vote" or "such a step" takes up."""
    noun = token.head
    if noun.pos_ not in {"NOUN", "PROPN"} or token.nbor().lower_ in SETS["degrees"]:
        return None  # "that much butter"
    lemma = noun.lemma_.lower()
    words = token.doc[token.i : noun.i + 1]
    if token.lower_ in {"that", "those"} and any(child.dep_ in {"relcl"} for child in noun.rights):
        return None  # "those sheep that died" tells which by itself
    plural = noun.tag_ in {"NNS", "NNPS"}
    chain, found = _last(noun, frozenset({lemma}), focus, plural=plural)
    if found is not None:
        text = indefinite(found.words) if token.lower_ == "such" else ""
        if token.lower_ == "such" and not text:
            return None  # "such a signal" is not the signal
        return Found(words, ReferenceKind.NOUN, found.words, SAME, found.entity, text, chain if not text else None)
    if lemma in SETS["itself_nouns"] and token.lower_ in {"this", "these"}:
        return None
    chain, found = _last(noun, GENERAL.get(lemma, frozenset()), focus, plural=plural, only=True)
    if found is not None:
        return Found(words, ReferenceKind.NOUN, found.words, LIKE, found.entity, chain=chain)
    said = what_was_said(token, noun) if not plural and token.lower_ != "such" else None
    if said is not None:
        return Found(words, ReferenceKind.CLAUSE, said[1], LIKE, text=said[0])
    if lemma in SETS["clausal_nouns"] and not plural:
        return Found(words, ReferenceKind.CLAUSE, _clause_before(token), CLAUSE)
    return None


def _last(
    noun: Token, lemmas: frozenset[str], focus: Focus, *, plural: bool, only: bool = False
) -> tuple[Chain, Mention] | tuple[None, None]:
    """Return the last mention before *noun* with one of *lemmas* as its head; with `only`, where there is one chain."""
    if not lemmas:
        return None, None
    fitting: list[tuple[Chain, Mention]] = []
    for chain in focus.before(noun):
        for mention in reversed(chain.mentions):
            if (
                mention.head.i < noun.i
                and len(mention.heads) == 1
                and mention.form != "pronoun"
                and mention.head.lemma_.lower() in lemmas
                and (("p" in mention.numbers) if plural else mention.numbers != PLURAL or mention.numbers == EITHER)
                and not _inside(noun, mention.head)
            ):
                fitting.append((chain, mention))
                break
    if not fitting or (only and len(fitting) != 1):
        return None, None
    return max(fitting, key=lambda one: one[1].head.i)


def _inside(noun: Token, head: Token) -> bool:
    return head.left_edge.i <= noun.i <= head.right_edge.i


def _alone(token: Token) -> Found | None:
    """Return what a demonstrative without a noun takes up: people at large ("those who"), or a clause."""
    restricted = any(child.dep_ in {"relcl", "acl", "prep"} and child.i > token.i for child in token.children)
    if token.dep_ in {"dobj", "pobj"} and token.head.i > token.i and token.i > token.sent.start:
        return None  # a relative: "data that neither side has released"
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in {"relcl", "acl"} and token.i > token.sent.start:
        return None
    if token.lower_ in {"these", "those"}:
        words = token.doc[token.i : token.i + 1]
        return Found(words, ReferenceKind.GENERIC, None, LIKE) if restricted and token.lower_ == "those" else None
    if restricted:
        return None
    return Found(token.doc[token.i : token.i + 1], ReferenceKind.CLAUSE, _clause_before(token), CLAUSE)


def _clause_before(token: Token) -> Words | None:
    """Return the clause that stands before *token*: one of its own sentence, else the sentence before."""
    sentence = token.sent
    verb = token
    while verb.head.i != verb.i and verb.dep_ != "conj":
        verb = verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i < token.i:
        first = min(child.left_edge.i for child in (verb.head, *verb.head.lefts))
        return token.doc[first : verb.left_edge.i] if verb.left_edge.i > first else None
    if sentence.start == 0:
        return None
    words = [t for t in token.doc[sentence.start - 1].sent if not t.is_space]
    return token.doc[words[0].i : words[-1].i + 1] if words else None


def indefinite(words: Words) -> str:
    """Return a noun phrase as it is first spoken of, empty where its determiner does not let it."""
    first, rest = words[0].lower_, words[1:].text
    if first in {"a", "an"} or words[0].dep_ not in {"det", "poss"}:
        return words.text[:1].lower() + words.text[1:] if words[0].pos_ != "PROPN" else words.text
    if first in {"any", "no", "another"}:
        return f"{'an' if rest[:1].lower() in 'aeiou' else 'a'} {rest}"
    return ""
