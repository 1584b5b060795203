"""What a prompt needs to know of its document: names, the words of a stretch, the sentence shown after."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from tui_reader.decks import phrases
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.mentions import Mentions
from tui_reader.decks.names import in_sentence, spoken
from tui_reader.decks.phrases import WRITERS, Phrase
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.references import References
from tui_reader.decks.span_index import SpanIndex
from tui_reader.decks.wording import count, hangs_on_negative, is_plural, stems
from tui_reader.model import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Claim,
    Condition,
    Document,
    Extraction,
    Mode,
    Position,
    Reference,
    Section,
    Span,
    item_span,
)

OPENING = 14  # words of a line that may say what kind of text it is
LETTER = 3  # sentences that begin with `we` from which on a text without an author is its writers' own
SELF = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b(?!\.)")


@dataclass(frozen=True, eq=False)
class Context:
    """One document with its extraction, as the prompts see it."""

    document: Document
    extraction: Extraction
    _names: dict[str, str | None] = field(default_factory=dict, repr=False)
    _phrases: dict[tuple[Span, tuple[str, ...]], Phrase] = field(default_factory=dict, repr=False)
    _first_person: dict[Span, bool] = field(default_factory=dict, repr=False)
    _only_we: dict[Span, bool] = field(default_factory=dict, repr=False)
    _inline: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, document: Document, extraction: Extraction) -> Context:
        """Return the context of a document, the one made last where it is asked for again."""
        global _last
        if _last is None or _last.document is not document or _last.extraction is not extraction:
            _last = cls(document, extraction)
        return _last

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.extraction.actors}

    @cached_property
    def actor_stems(self) -> frozenset[str]:
        """The stems of all words of all names, and of what pronouns stand for."""
        names = (name for actor in self.extraction.actors for name in actor.every_name)
        return frozenset(stem for name in (*names, *self.references.meant) for stem in stems(name))

    @cached_property
    def claims(self) -> SpanIndex[Claim]:
        return SpanIndex(self.extraction.claims, lambda claim: claim.span)

    @cached_property
    def positions(self) -> SpanIndex[Position]:
        return SpanIndex(self.extraction.positions, lambda position: position.evidence)

    @cached_property
    def conditions(self) -> SpanIndex[Condition]:
        return SpanIndex(self.extraction.conditions, item_span)

    @cached_property
    def conditions_by_id(self) -> dict[str, Condition]:
        return {condition.id: condition for condition in self.extraction.conditions}

    @cached_property
    def positions_by_id(self) -> dict[str, Position]:
        return {position.id: position for position in self.extraction.positions}

    @cached_property
    def cue_starts(self) -> frozenset[int]:
        """Where the cues of claims begin."""
        return frozenset(claim.cue.start for claim in self.extraction.claims if claim.cue)

    @cached_property
    def sentences(self) -> SpanIndex[Span]:
        return SpanIndex(self.extraction.sentences, lambda sentence: sentence)

    @cached_property
    def _blocks(self) -> SpanIndex[Block]:
        return SpanIndex(self.document.blocks, lambda block: block.span)

    def block(self, offset: int) -> Block | None:
        """Return the paragraph, heading or item that *offset* stands in."""
        return next(iter(self._blocks.over(Span(offset, offset + 1))), None)

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self.extraction.actors)

    def name(self, actor: str | None) -> str | None:
        """Return what a prompt calls *actor*, None where it has no name of its own."""
        if actor is None:
            return None
        if actor not in self._names:
            found = self.actors.get(actor)
            named = found is not None and not self._is_clause(found)
            self._names[actor] = spoken(found, self.document.text, self.extraction.actors) if found and named else None
        return self._names[actor]

    def _is_clause(self, actor: Actor) -> bool:
        """Whether the name ran on into the verb behind it: “Members opposite cry “Trust the launch””."""
        last = actor.name.split()[-1:]
        return (
            last != [actor.name]
            and set(last) <= wordset("outcries")
            and bool(last)
            and any(
                self.document.text[span.end : span.end + 3].lstrip(" ,:").startswith(("“", '"'))
                for span in actor.mentions
            )
        )

    def plural(self, actor: str | None) -> bool:
        found = self.actors.get(actor or "")
        if found is None or found.name.casefold().startswith(("a ", "an ")):
            return False
        return found.kind in (ActorKind.GROUP, ActorKind.ORGANISATION) and is_plural(found.name)

    @cached_property
    def prose(self) -> str:
        """The text without its headings, in which common words have capitals."""
        said = (block.span for block in self.document.blocks if block.kind is not BlockKind.HEADING)
        title = self.document.title_span
        return "\n".join(self.text(span) for span in said if title is None or not title.overlap(span))

    def inline(self, phrase: Phrase) -> str:
        """Return the phrase fit for the middle of a sentence: a capital that only began one is lowered."""
        if phrase.text not in self._inline:
            self._inline[phrase.text] = in_sentence(phrase.text, self.prose, self.extraction.actors)
        return self._inline[phrase.text]

    def names(self, actor: str | None) -> tuple[str, ...]:
        """Return every name by which *actor* is a right answer."""
        found = self.actors.get(actor or "")
        return tuple(name for name in found.every_name if name.casefold() not in PRONOUNS) if found else ()

    def starting(self, span: Span) -> str | None:
        """Return the actor whom the first words of *span* mention."""
        mention = self.mentions.longest(span.start, span.end)
        return mention[1] if mention else None

    def text(self, span: Span) -> str:
        return span.of(self.document.text)

    def author(self, offset: int) -> str | None:
        """Return the id of who says `I` at *offset*: the turn's speaker, else the section's author."""
        block = self.block(offset)
        if block is not None and block.kind is BlockKind.TURN and block.label is not None:
            label = block.label
            for _, actor in self.mentions.over(label):
                return actor
            actor_named = self.extraction.actor_named(self.text(label))
            if actor_named:
                return actor_named.id
        section = self.document.section_at(offset)
        return self.author_of(section) if section else None

    def quoted(self, offset: int, *, partly: bool = False) -> str | None:
        """Return the id of who speaks the quoted words at *offset*, None where nothing is quoted.

        With `partly`, words that are quoted within a report count too.
        """
        modes = {Mode.DIRECT, Mode.MIXED} if partly else {Mode.DIRECT}
        found = self.claims.over(Span(offset, offset + 1))
        return next((claim.holder for claim in reversed(found) if claim.mode in modes and claim.holder), None)

    def writer(self, offset: int) -> str:
        """Return what a prompt calls whoever wrote the section at *offset* without a name."""
        return WRITERS if self.says_only_we(offset) else "the writer"

    def says_only_we(self, offset: int) -> bool:
        """Whether the section at *offset* has no author but says `we`, and never `I`, of whoever wrote it: a letter."""
        section = self.document.section_at(offset)
        span = section.span if section else Span(0, len(self.document.text))
        if span not in self._only_we:
            plain = re.sub(r"“[^”]*”|\"[^\"\n]*\"", "", self.text(span))
            opens = len(re.findall(r"(?:^|[.?!]\s+)(?:But |So |And |Nor )?(?:[Ww]e|do we)\b", plain, re.MULTILINE))
            self._only_we[span] = opens >= LETTER and re.search(r"\b(?:I|my)\b", plain) is None
        return self._only_we[span]

    @cached_property
    def is_opinion(self) -> bool:
        """Whether the text calls itself an opinion: in its title, a heading, or the words of a line that is short."""
        lines = [self.document.title, *(self.text(block.span) for block in self.document.blocks[:4])]
        found = {word.casefold() for line in lines if count(line) <= OPENING for word in re.findall(r"[\w-]+", line)}
        return bool(found & wordset("opinions"))

    def in_first_person(self, offset: int) -> bool:
        """Whether the writer of the section at *offset* speaks of himself there, outside quotations and turns."""
        section = self.document.section_at(offset)
        span = section.span if section else Span(0, len(self.document.text))
        if span not in self._first_person:
            self._first_person[span] = any(
                SELF.search(re.sub(r"“[^”]*”|\"[^\"\n]*\"", "", self.text(block.span)))
                for block in self.document.blocks
                if span.contains(block.span) and block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
            )
        return self._first_person[span]

    def author_of(self, section: Section) -> str | None:
        """Return the id of who says `I` in *section*."""
        found = self.extraction.actor_named(section.author)
        return found.id if found else None

    def sentence(self, span: Span) -> Span:
        """Return the sentences that *span* touches, as one stretch."""
        touched = self.sentences.over(span)
        if touched:
            return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
        block = self.block(span.start)
        return block.span if block and block.span.contains(span) else span

    def sentence_before(self, span: Span) -> Span | None:
        """Return the sentence before those that *span* touches, None where another paragraph begins between them."""
        start = self.sentence(span).start
        place = bisect_right(self._sentence_ends, start)
        if place == 0:
            return None
        before = self.extraction.sentences[place - 1]
        return before if self.block(before.start) == self.block(start) else None

    def speaks(self, offset: int) -> bool:
        """Whether somebody with a name speaks the words at *offset*: quoted, in a turn or in a statement."""
        return self.name(self.quoted(offset) or self.author(offset)) is not None

    def begins_sentence(self, offset: int) -> bool:
        """Whether a sentence, or its quoted words, begin at *offset*."""
        sentence = self.sentence(Span(offset, offset + 1))
        return not re.search(r"\w", self.document.text[sentence.start : offset])

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.extraction.sentences]

    def phrase(self, span: Span, named: tuple[str, ...] = ()) -> Phrase:
        """Return the words of *span* with names for those pronouns that stand for nobody named before.

        `named` are the ids of the actors whom the prompt names before this phrase: a pronoun of theirs may stay.
        """
        key = (span, named)
        if key not in self._phrases:
            self._phrases[key] = phrases.phrase(self, span, named)
        return self._phrases[key]

    @cached_property
    def references(self) -> References:
        return References(self.document, self.extraction)

    def reference(self, start: int) -> Reference | None:
        """Return what the pronoun or pointing phrase that begins at *start* stands for, None where that is open."""
        return self.references.by_start.get(start)

    def definite(self, start: int) -> Reference | None:
        """Return what the noun with a mere `the` that begins at *start* was brought in as, None where that is plain."""
        return self.references.definites.get(start)

    def before(self, span: Span) -> str:
        """Return what stands before *span* in its sentence."""
        return self.document.text[self.sentence(span).start : span.start]

    def third_person(self, actor: str) -> str | None:
        """Return `he` or `she`, by which the text speaks of a person, None where it uses neither or both."""
        return self.references.signs.get(actor)

    def negated_from_before(self, span: Span) -> bool:
        """Whether a negative before *span*, in its sentence, turns round what it says."""
        return hangs_on_negative(self.document.text[max(self.sentence(span).start, span.start - 20) : span.start])


_last: Context | None = None  # a sitting asks many cards of one document
