"""What a prompt needs to know of its document: names for pronouns, the frame it speaks in, the sentence shown after."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from tui_reader.decks.agreement import agree
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.names import in_sentence, spoken
from tui_reader.decks.span_index import SpanIndex
from tui_reader.decks.wording import (
    WORD,
    content_words,
    is_clause,
    is_plural,
    possessive,
    stems,
    tidy,
    words,
)
from tui_reader.model import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Claim,
    Condition,
    Document,
    Extraction,
    Position,
    Section,
    Span,
    item_span,
)

FIRST = wordset("first_person")
SECOND = wordset("second_person")
THIRD = wordset("third_person")
POSSESSIVE = wordset("possessives")
PRONOUNS = FIRST | SECOND | THIRD
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
WRITER = frozenset({"i", "me", "my", "myself"})


@dataclass(frozen=True)
class Phrase:
    """Words of the source as they may stand in a prompt: `text` with names for pronouns, `loose` what stayed open."""

    text: str
    span: Span
    verbatim: str
    loose: tuple[str, ...] = ()
    first_person: bool = False


@dataclass(frozen=True, eq=False)
class Context:
    """One document with its extraction, as the prompts see it."""

    document: Document
    extraction: Extraction
    _names: dict[str, str | None] = field(default_factory=dict, repr=False)
    _phrases: dict[tuple[Span, tuple[str, ...]], Phrase] = field(default_factory=dict, repr=False)
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
        """The stems of all words of all names."""
        names = (name for actor in self.extraction.actors for name in (actor.name, *actor.names))
        return frozenset(stem for name in names for stem in stems(name))

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
    def cue_starts(self) -> frozenset[int]:
        """Where the cues of claims begin."""
        return frozenset(claim.cue.start for claim in self.extraction.claims if claim.cue)

    @cached_property
    def mention_ends(self) -> dict[int, str]:
        """Whose mention ends at an offset."""
        return {span.end: actor for span, actor in self.mentions.items()}

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
    def mentions(self) -> dict[Span, str]:
        return {span: actor.id for actor in self.extraction.actors for span in actor.mentions}

    @cached_property
    def _mention_spans(self) -> SpanIndex[Span]:
        return SpanIndex(self.mentions, lambda span: span)

    @cached_property
    def _mentions_by_start(self) -> dict[int, list[tuple[Span, str]]]:
        table: dict[int, list[tuple[Span, str]]] = {}
        for span, actor in self.mentions.items():
            table.setdefault(span.start, []).append((span, actor))
        return table

    def name(self, actor: str | None) -> str | None:
        """Return what a prompt calls *actor*, None where it has no name of its own."""
        if actor is None:
            return None
        if actor not in self._names:
            found = self.actors.get(actor)
            self._names[actor] = spoken(found, self.document.text, self.extraction.actors) if found else None
        return self._names[actor]

    def plural(self, actor: str | None) -> bool:
        found = self.actors.get(actor or "")
        return found is not None and found.kind in (ActorKind.GROUP, ActorKind.ORGANISATION) and is_plural(found.name)

    def inline(self, phrase: Phrase) -> str:
        """Return the phrase fit for the middle of a sentence: a capital that only began one is lowered."""
        if phrase.text not in self._inline:
            self._inline[phrase.text] = in_sentence(phrase.text, self.document.text, self.extraction.actors)
        return self._inline[phrase.text]

    def names(self, actor: str | None) -> tuple[str, ...]:
        """Return every name by which *actor* is a right answer."""
        found = self.actors.get(actor or "")
        return tuple(name for name in (found.name, *found.names) if name.casefold() not in PRONOUNS) if found else ()

    def starting(self, span: Span) -> str | None:
        """Return the actor whom the first words of *span* mention."""
        mention = self.mention(span.start, span.end)
        return mention[1] if mention else None

    def text(self, span: Span) -> str:
        return span.of(self.document.text)

    def author(self, offset: int) -> str | None:
        """Return the id of who says `I` at *offset*: the turn's speaker, else the section's author."""
        block = self.block(offset)
        if block is not None and block.kind is BlockKind.TURN and block.label is not None:
            label = block.label
            for span in self._mention_spans.over(label):
                return self.mentions[span]
            actor_named = self.extraction.actor_named(self.text(label))
            if actor_named:
                return actor_named.id
        section = self.document.section_at(offset)
        return self.author_of(section) if section else None

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

    def phrase(self, span: Span, named: tuple[str, ...] = ()) -> Phrase:
        """Return the words of *span* with names for those pronouns that stand for nobody named before.

        `named` are the ids of the actors whom the prompt names before this phrase: a pronoun of theirs may stay.
        """
        key = (span, named)
        if key not in self._phrases:
            self._phrases[key] = self._phrase(span, named)
        return self._phrases[key]

    def _phrase(self, span: Span, named: tuple[str, ...]) -> Phrase:
        source = self.document.text
        out: list[str] = []
        loose: list[str] = []
        known = set(named)
        first_person = False
        at = span.start
        for match in WORD.finditer(source, span.start, span.end):
            if match.start() < at:
                continue
            mention = self.mention(match.start(), span.end)
            word = match.group().casefold()
            base = re.sub(r"[’'](?:s|d|ll|re|ve|m)$", "", word)
            if mention is not None and word not in PRONOUNS | DEMONSTRATIVES:
                name = self._fuller(mention)
                if name and mention[1] not in known:
                    out.append(source[at : match.start()] + name)
                    at = mention[0].end
                known.add(mention[1])
                continue
            if base == "there" and not re.match(EXISTS, source[match.end() : match.end() + 30], re.IGNORECASE):
                named_place = self._place(match.start())
                if named_place is None:
                    loose.append(match.group())
                elif named_place.casefold() not in source[span.start : match.start()].casefold():
                    out.append(source[at : match.start()] + named_place)
                    at = match.end()
                continue
            if base not in PRONOUNS:
                if self._is_loose_demonstrative(match, span):
                    if self._introduced(match, span):
                        out.append(source[at : match.start()] + "the")
                        at = match.end()
                    else:
                        loose.append(match.group())
                continue
            first_person = first_person or base in FIRST
            actor = mention[1] if mention else (self.author(match.start()) if base in FIRST else None)
            alone = mention is None or " " not in self.text(mention[0])
            if actor in known and base in THIRD and alone:
                continue
            name = self.name(actor)
            if name is None and base in WRITER and actor is None and self.author(match.start()) is None:
                name = "the writer"
            if name is None or (base in {"us", "our", "ours", "ourselves", "myself"} and mention is None):
                if not self._has_referent(base, match.start(), span):
                    loose.append(match.group())
                continue
            stop = mention[0].end if mention else match.end()
            stop = max(stop, match.end()) if word == base else match.start() + len(base)
            owned = alone and (base in POSSESSIVE or (base == "her" and self._owns(match.end(), span.end)))
            out.append(source[at : match.start()])
            out.append(possessive(name) if owned else name)
            at = stop
            if base in {"i", "we"}:
                verb, taken = agree(source[at : span.end], self.plural(actor))
                out.append(verb)
                at += taken
            if actor:
                known.add(actor)
        out.append(source[at : span.end])
        return Phrase(tidy("".join(out)), span, tidy(source[span.start : span.end]), tuple(loose), first_person)

    def _place(self, before: int) -> str | None:
        """Return the place that a `there` at *before* points back to: "on the Lower Maren"."""
        block = self.block(before)
        start = max(block.body.start if block else 0, before - REACH)
        found = list(re.finditer(PLACE, self.document.text[start:before]))
        if not found:
            return None
        preposition, name = found[-1].group("preposition"), found[-1].group("name")
        return f"{'in' if preposition == 'to' else preposition} {name}"

    def mention(self, start: int, end: int) -> tuple[Span, str] | None:
        """Return the longest mention of an actor that starts at *start* and ends by *end*."""
        found = [(span, actor) for span, actor in self._mentions_by_start.get(start, ()) if span.end <= end]
        return max(found, key=lambda pair: len(pair[0]), default=None)

    def _owns(self, end: int, limit: int) -> bool:
        """Whether `her` at *end* owns the next word rather than being an object."""
        after = re.match(r"\s+([^\W_]+)", self.document.text[end:limit])
        return after is not None and after.group(1).casefold() not in OBJECT_FOLLOWERS

    def _has_referent(self, pronoun: str, start: int, span: Span) -> bool:
        """Whether the phrase itself says whom or what *pronoun* means.

        A possessive or object after a noun phrase of its own clause ("a river that gives its water"), or `it` that
        stands for nothing ("it is necessary to …").
        """
        source = self.document.text
        after = source[start : min(span.end, start + 60)]
        if pronoun == "it" and re.match(EXPLETIVE, after, re.I):
            return True
        if pronoun in FIRST | SECOND or pronoun in {"he", "she", "him"}:
            return False
        before = source[span.start : start]
        if pronoun in PLURAL and not any(is_plural(word) for word in words(before)) and " and " not in before:
            return False
        if pronoun in {"its", "their", "theirs", "itself", "themselves"}:
            return sum(1 for word in words(before) if content_words(word)) >= 2
        # an object or subject means nothing that its own clause names: look before the clause it stands in
        clauses = [match.start() for match in re.finditer(CLAUSE, before, re.IGNORECASE)]
        return bool(clauses) and bool(content_words(before[: clauses[-1]]))

    def _fuller(self, mention: tuple[Span, str]) -> str | None:
        """Return the name of an actor who is mentioned by a mere description ("the minister")."""
        if re.fullmatch(r"[Tt]he(?: [a-z]+){1,3}", self.text(mention[0])) is None:
            return None
        name = self.name(mention[1])
        return name if name and name[0].isupper() else None

    def _introduced(self, match: re.Match[str], span: Span) -> bool:
        """Whether the noun after a demonstrative was brought in before, so that `the` does for it."""
        noun = re.match(r"\s+([^\W\d_]{4,})", self.document.text[match.end() : span.end])
        if noun is None or match.group().casefold() not in {"this", "that", "these", "those"}:
            return False
        block = self.block(match.start())
        before = self.document.text[block.body.start if block else 0 : match.start()]
        return (
            re.search(rf"\b(?:an?|the|two|three|four)\s+(?:[^\W\d_]+\s+)?{noun.group(1)}\b", before, re.I) is not None
        )

    def _is_loose_demonstrative(self, match: re.Match[str], span: Span) -> bool:
        word = match.group().casefold()
        source = self.document.text
        before = source[span.start : match.start()]
        after = source[match.end() : span.end]
        if word == "this" and re.match(r"\s+(?:year|month|week|century|morning|evening|spring|summer|autumn)\b", after):
            return False
        if word in {"this", "these", "those"}:
            return not re.match(r"\s+(?:who|which|that|of)\b", after)
        if word == "that":
            if not before.strip(" “\"'‘") or re.search(PREPOSITION, before, re.IGNORECASE):
                return True
            if re.match(r"\s+[^\W_]+(?:\s*$|[,.;:”]|\s+(?:once|if|when|until|unless)\b)", after):
                return True
            return re.match(
                r"\s+[^\W_]+\s+(?:with|of|for|in|on|at|to|by|from|and|or|before|after)\b", after
            ) is not None and (not is_clause(after))
        if word == "one":
            alone = re.match(r"\s*(?:$|[.,;:”?!])|\s+(?:by|only|if|unless|until|from|that|which|when)\b", after)
            return alone is not None and re.search(r"\bno\s+$", before, re.IGNORECASE) is None
        if word == "so":
            return re.search(r"\b(?:do|does|did|done|doing)\s*$", before, re.I) is not None
        if word in {"former", "latter"}:
            return re.search(r"\bthe\s*$", before, re.I) is not None
        return word == "such" and not before.strip() and not re.match(r"\s+a\b", after)


OBJECT_FOLLOWERS = wordset("object_followers")
PREPOSITION = r"\b(?:for|of|on|in|at|to|by|with|from|under|after|before|about|against|over)\s+$"
CLAUSE = r"\b(?:who|which|that|when|if|until|once|because|after|before|unless|where|while)\b|, (?:and|but) "
EXISTS = (
    r"(?:[’']s|\s+(?:is|are|was|were|will|would|can|could|may|might|must|has|have|had|be|seems?|appears?|remains?)\b)"
)
DATED = "|".join(table("turns")["numbers"]["months"].split() + table("turns")["numbers"]["days"].split())
CAPITAL = rf"(?:(?!{DATED})[A-Z][\w’-]+)"
PLACE = rf"\b(?P<preposition>on|in|at|to) (?P<name>(?:the )?{CAPITAL}(?: (?:of |the )?{CAPITAL})*)"
REACH = 300  # characters back to the place that `there` means
EXPLETIVE = (
    r"it(?:[’']s| is| was| would be| will be| has been| seems| appears| must be)\s+(?:not\s+|[^\W\d_]+ly\s+)?"
    rf"(?:(?:an?|the|my|our)\s+)?(?:{'|'.join(sorted(wordset('expletives')))})\s+(?:for\s+.{{1,30}}\s+)?(?:to|that|if|whether)\b"
)

_last: Context | None = None  # a sitting asks many cards of one document
