"""Whose words a token is: the holder of the innermost claim around it, the author of its section, or the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.descriptions import PEOPLE
from tui_reader.extraction.grammar import trim
from tui_reader.extraction.positions.predicate import Predicate, is_named, predicate
from tui_reader.extraction.positions.wordsets import word_set
from tui_reader.extraction.reading import reading_of
from tui_reader.model import BlockKind, Claim, Mode

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PERSONS = frozenset({"i", "we", "he", "she", "they", "who", "you"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
REPORTING = lexicon.words("reporting_verbs")
FIRST_PERSON_SHARE = 250  # words; at least one "I" or "we" in so many makes a text one that speaks for its writer
BYLINED_SHARE = 100  # the same where a byline names the writer: a reporter too may say "we" now and then
APPOSED = frozenset({", a", ", an", ", the", ", which"})  # what only leans on an antecedent
URGING = frozenset({"must", "should", "ought"})
SHORT = 40  # characters of a label such as "Opinion" over a text
OPINION = re.compile(
    r"(opinion|editorial|comment|commentary|viewpoint|op-?ed|leader|column|open letter|letter to|an open letter"
    r"|policy (memo|brief)|memorandum|position paper|manifesto)\b",
    re.IGNORECASE,
)
JOINT = re.compile(  # a text that is such a document, not one about it
    r"(?:(?:[A-Z][\w’'-]*|of|and|the)\s+){0,5}"
    r"(?i:(?:communiqu[eé]|statement|declaration|resolution|agreement|treaty|accord|protocol|minutes"
    r"|memorandum of understanding)(?:\s+(?:of|on|between|by|for|concerning|following)\b|\s*[:,—–-]|\s*$))"
)


class Voice(StrEnum):
    NARRATION = "narration"
    FIRST_PERSON = "first person"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Said:
    """Whose words: `chain` has everyone through whom they come, outermost first, `holder` last."""

    voice: Voice
    holder: str | None
    chain: tuple[str, ...] = ()


class Voices:
    """Answers for one part of a document whose words each token is, in constant time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reading = reading_of(doc)
        self.start: int = doc._.offset
        self.end = self.start + (doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0)  # `doc.text` is dear
        self.claims = self._paint()
        self._own_voice: bool | None = None
        self.joint = bool(JOINT.match(self.reading.document.title.strip()))
        self.headings = self._headings()
        self.supposed, self.breaks = self._suppose()
        self.sentences = [sentence.start for sentence in doc.sents for _ in sentence]
        self._states: dict[int, Predicate] = {}
        self._anybody: frozenset[str] | None = None
        self._said: dict[tuple[int, int], Said] = {}

    def _paint(self) -> list[Claim | None]:
        """Return for each token the innermost claim around it."""
        doc, offset = self.doc, self.doc._.offset
        painted: list[Claim | None] = [None] * len(doc)
        end = self.end
        near = [c for c in self.reading.claims if c.mode is not Mode.NARRATION and offset <= c.span.start < end]
        for claim in sorted(near, key=lambda claim: -len(claim.span)):
            words = doc.char_span(claim.span.start - offset, claim.span.end - offset, alignment_mode="contract")
            if words is not None:
                painted[words.start : words.end] = [claim] * len(words)
        return painted

    def _suppose(self) -> tuple[list[bool], dict[int, int]]:
        """Return which tokens stand in the antecedent of a condition, and where each antecedent begins and ends.

        The beginning is that of its trigger, if that stands right before it.
        """
        doc, offset = self.doc, self.doc._.offset
        supposed, breaks = [False] * len(doc), {}
        for condition in self.reading.conditions:
            if not offset <= condition.antecedent.start < self.end:
                continue
            start, end = condition.antecedent.start, condition.antecedent.end
            words = doc.char_span(start - offset, end - offset, alignment_mode="expand")
            trigger = doc.char_span(
                condition.trigger.start - offset, condition.trigger.end - offset, alignment_mode="expand"
            )
            if words is None:
                continue
            first = (
                trigger.start if trigger is not None and trigger.end in {words.start, words.start - 1} else words.start
            )
            breaks[first] = words.end
            supposed[words.start : words.end] = [True] * len(words)
        return supposed, breaks

    def without_conditions(self, words: Words, cue: Token) -> Words:
        """Return *words* up to an antecedent that ends them."""
        for first, end in self.breaks.items():
            ends = words.end <= end + 1 or (end + 1 < words.end and self.doc[end : end + 2].text in APPOSED)
            if cue.i < first < words.end and ends and first > words.start:
                return trim(self.doc[words.start : first])
        return words

    def _headings(self) -> set[int]:
        doc, offset = self.doc, self.doc._.offset
        found: set[int] = set()
        end = self.end
        title = self.reading.document.title_span
        spans = [b.span for b in self.reading.document.blocks if b.kind is BlockKind.HEADING]
        for span in (*spans, *([title] if title else [])):
            if offset <= span.start < end:
                words = doc.char_span(span.start - offset, span.end - offset, alignment_mode="expand")
                found.update(range(words.start, words.end) if words is not None else ())
        return found

    def predicate(self, head: Token) -> Predicate:
        """Return *head* with what governs it, worked out once."""
        if head.i not in self._states:
            self._states[head.i] = predicate(head)
        return self._states[head.i]

    def said(self, token: Token) -> Said:
        """Return whose words *token* is."""
        claim = self.claims[token.i]
        key = (id(claim) if claim else 0, self.sentences[token.i])
        if key not in self._said:
            self._said[key] = self._whose(token, claim)
        return self._said[key]

    def _whose(self, token: Token, claim: Claim | None) -> Said:
        offset = self.doc._.offset + token.idx
        author = self.reading.section_author_id(offset)
        outer = (author,) if author and not self._is_writers(offset) else ()
        if claim is not None:
            chain = (*outer, *(v for v in claim.via if v not in outer))
            if claim.holder is None:
                return Said(Voice.FIRST_PERSON, author, chain)
            if self._is_anybody(claim.holder):
                return Said(Voice.FIRST_PERSON if author else Voice.NARRATION, author, outer)
            return Said(Voice.ATTRIBUTED, claim.holder, (*(c for c in chain if c != claim.holder), claim.holder))
        if author is not None:
            return Said(Voice.FIRST_PERSON, author, outer)
        return Said(Voice.FIRST_PERSON if self._speaks_for_itself() else Voice.NARRATION, author, outer)

    @cached_property
    def unspecified(self) -> str | None:
        """The actor who stands for a source that the text does not name."""
        known = self.reading.actors.values()
        return next((actor.id for actor in known if actor.name.casefold() == "unspecified"), None)

    def _is_writers(self, offset: int) -> bool:
        """Say whether the words at *offset* are the document's own, which nobody within it reports."""
        document = self.reading.document
        section, block = document.section_at(offset), document.block_at(offset)
        labelled = block is not None and block.label is not None
        return not labelled and section is not None and bool(section.author) and section.author == document.author

    def _is_anybody(self, actor: str) -> bool:
        """Say whether the holder of a claim is only "everyone" or "some"."""
        if self._anybody is None:
            known = self.reading.actors.values()
            self._anybody = frozenset(a.id for a in known if a.name.casefold() in word_set("anybody") | {"unspecified"})
        return actor in self._anybody

    def _speaks_for_itself(self) -> bool:
        """Say whether the writer speaks for themselves, outside the sections of other authors.

        Such a text says `I` or `we`, or `must` and `should`, at least once in so many words.
        """
        if self._own_voice is None:
            offset = self.doc._.offset
            others = [s.span for s in self.reading.document.sections if s.author]
            own = [
                t
                for t in self.doc
                if self.claims[t.i] is None and not any(span.covers(offset + t.idx) for span in others)
            ]
            own = [t for t in own if t.i not in self.headings]
            selves = sum(t.lower_ in FIRST and t.head.lemma_ not in word_set("inquiring") for t in own)
            urged = sum(t.lower_ in URGING and t.tag_ == "MD" for t in own)
            bylined = self.reading.document.author is not None
            share = BYLINED_SHARE if bylined else FIRST_PERSON_SHARE
            enough = (selves + urged) * share >= max(1, len(own))
            self._own_voice = (enough and (selves >= 2 or selves + urged >= 3)) or self._is_opinion()
        return self._own_voice

    def _is_opinion(self) -> bool:
        """Say whether the document calls itself an opinion, in its title or in one of its first short blocks."""
        document = self.reading.document
        names = [document.title, *(b.span.of(document.text) for b in document.blocks[:4] if len(b.span) < SHORT)]
        return any(OPINION.match(name.strip()) for name in names)

    def opens_claim(self, token: Token) -> bool:
        """Say whether *token* is the first word of what somebody is said to say."""
        claim = self.claims[token.i]
        return claim is not None and (token.i == 0 or self.claims[token.i - 1] is not claim)

    def reporter(self, token: Token, holder: str | None) -> str | None:
        """Return who reports the stance of *holder* at *token* within the text, None where nobody does."""
        others = [who for who in self.said(token).chain if who != holder]
        return others[-1] if others else None

    def is_actor(self, noun: Token) -> bool:
        """Say whether *noun* heads a phrase for somebody who can have a stance."""
        named = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children)
        if noun.lower_ in word_set("statutes") and any(c.dep_ == "det" for c in noun.children):
            return False  # "the Fair Carriage Act"
        if noun.lower_ in word_set("instruments") and not named and any(c.dep_ == "det" for c in noun.children):
            return False  # "the Bill"
        return (
            noun.lower_ in PERSONS
            or noun.pos_ == "PROPN"
            or is_named(noun)
            or noun.ent_type_ in NAMES
            or noun.lower_ in lexicon.words("stance_agents")
            or noun.lemma_ in lexicon.words("stance_agents")
            or (noun.pos_ == "NOUN" and noun.lemma_ in PEOPLE)
            or (noun.pos_ == "NOUN" and noun.lower_.endswith(("ist", "ists", "crats", "ers")))
            or (noun.lower_ == "one" and any(c.lower_ == "of" for c in noun.children))
            or (
                noun.pos_ == "PRON"
                and noun.lower_ in {"it", "one"}
                and noun.dep_ in {"nsubj", "nsubjpass"}
                and (
                    (noun.head.lemma_ in REPORTING and noun.dep_ == "nsubj")
                    or not self.reading.actors.means_thing(noun)
                )
            )
        )
