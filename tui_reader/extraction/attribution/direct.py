"""Quotations: joined to the cue that governs them, split by it, standing free, or running over paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from tui_reader.extraction.attribution.cue import holder_of
from tui_reader.extraction.attribution.found import Attribution, Holder, place
from tui_reader.extraction.attribution.lexicon import lexicon
from tui_reader.extraction.lexicon import sets
from tui_reader.extraction.quotes import Passage
from tui_reader.model import Block, Span

SETS = sets("attribution_sets")
FINAL = frozenset(".?!…")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
LONGEST_PARTICLE = 4  # letters of a word that a title may leave without a capital
OF_WHICH = SETS["of_which"]
REACH = 40  # tokens between a quotation and the verb that introduces it


@dataclass
class Quotations:
    """The quoted passages of one part, with the attributions found so far."""

    doc: Doc
    text: str
    passages: tuple[Passage, ...]
    found: list[Attribution]
    starts: list[int] = field(init=False)
    by_start: dict[int, Passage] = field(init=False)
    by_end: dict[int, Passage] = field(init=False)

    def __post_init__(self) -> None:
        offset = self.doc._.offset
        self.by_start = {passage.outer.start: passage for passage in self.passages}
        self.by_end = {passage.outer.end: passage for passage in self.passages}
        self.starts = [offset + token.idx for token in self.doc]

    def join(self, blocks: Iterable[Block]) -> list[Attribution]:
        """Return all attributions, those that touch a passage drawn out to it, and one for each other quotation."""
        taken = self._draw_out()
        previous: Attribution | None = None  # the last quotation's
        k = 0
        for block in blocks:
            inside: list[Passage] = []
            while k < len(self.passages) and self.passages[k].outer.start < block.span.end:
                if self.passages[k].outer.start >= block.span.start:
                    inside.append(self.passages[k])
                k += 1
            before = block.body.start
            for n, passage in enumerate(inside):
                own = taken.get(passage.outer.start)
                until = inside[n + 1].outer.start if n + 1 < len(inside) else block.span.end
                if own is None and n and previous is not None and self._resumes(inside[n - 1], passage, previous):
                    previous.content = Span(previous.content.start, self._bare(passage).end)
                    own = previous
                if own is None:
                    own = self._attribute(
                        passage,
                        before,
                        until,
                        previous if n or passage.continues or passage.outer.start == block.body.start else None,
                        block,
                        first=n == 0,
                    )
                    if own is not None:
                        self.found.append(own)
                elif own.content != self._bare(passage) and (named := self._within(passage, before, own)) is not None:
                    self.found.append(named)
                if own is not None:
                    previous = own
                before = passage.outer.end
        return self.found

    def _within(self, passage: Passage, before: int, outer: Attribution) -> Attribution | None:
        """Return what a relative clause inside a content calls it: "said X, a condition that the mayor called “Y”"."""
        k = self._token_from(passage.outer.start) - 1
        if k < 0 or self.doc[k] == outer.at or self.doc[k].dep_ not in {"relcl", "acl"}:
            return None
        cue = self._cue_before(before, passage.outer.start, colon=False)
        if cue is None or cue[0].i != k:
            return None
        return Attribution(self._bare(passage), place(cue[0]), cue[1], cue[0], direct=True)

    def _draw_out(self) -> dict[int, Attribution]:
        """Fit contents to the passages that they touch; return the attribution of each passage so taken."""
        taken: dict[int, Attribution] = {}
        openings = [passage.outer.start for passage in self.passages]
        for item in self.found:
            if item.direct:
                continue
            k = max(0, bisect_left(openings, item.content.start) - 1)
            while k < len(self.passages) and self.passages[k].outer.start < item.content.end:
                passage = self.passages[k]
                k += 1
                shared = passage.outer.overlap(item.content)
                if not shared or passage.outer.overlap(item.cue):
                    if passage.inner.contains(item.content):
                        item.direct = True
                    continue
                if passage.outer.contains(item.content) or self._closes_a_sentence(passage, item):
                    item.content, item.direct = self._bare(passage), True
                else:
                    start = min(item.content.start, passage.outer.start)
                    end = max(item.content.end, passage.outer.end)
                    item.content = Span(start, end)
                taken.setdefault(passage.outer.start, item)
            if not item.direct:
                self._unframe(item)
        return taken

    def _closes_a_sentence(self, passage: Passage, item: Attribution) -> bool:
        """Whether the parse ran a sentence before the quotation into it: "They were not convinced: “No,” said Holm"."""
        lead = self.text[item.content.start : passage.outer.start].rstrip()
        return (
            passage.outer.end <= item.cue.start
            and item.content.end <= passage.outer.end
            and lead[-1:] in {".", "?", "!", ":", ";"}
        )

    def _unframe(self, item: Attribution) -> None:
        """Make direct a content that is one quotation with the cue thrown in: “X,” he said, “Y.”"""
        first = self.by_start.get(item.content.start)
        last = self.by_end.get(item.content.end)
        if first is None or last is None or first is last:
            return
        if first.outer.end <= item.cue.start and item.cue.end <= last.outer.start and self._is_frame(first, last):
            item.content = Span(first.inner.start, self._bare(last).end)
            item.direct = True

    def _resumes(self, first: Passage, last: Passage, item: Attribution) -> bool:
        """Whether *last* goes on with the sentence that *first* began: “X,” he said, “Y.”"""
        return (
            item.direct
            and item.content == self._bare(first)
            and first.outer.end <= item.cue.start < last.outer.start
            and self._is_frame(first, last)
        )

    def _is_frame(self, first: Passage, last: Passage) -> bool:
        between = self.text[first.outer.end : last.outer.start].strip()
        return first.inner.of(self.text).rstrip()[-1:] == "," and between.endswith(",") and len(between.split()) < 12

    def _bare(self, passage: Passage) -> Span:
        """Return a quotation without marks and final comma or stop."""
        start, end = passage.inner.start, passage.inner.end
        while end > start and (self.text[end - 1] in ".,;" or self.text[end - 1].isspace()):
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        return Span(start, end)

    def _attribute(
        self, passage: Passage, before: int, until: int, previous: Attribution | None, block: Block, *, first: bool
    ) -> Attribution | None:
        content = self._bare(passage)
        inner = passage.inner.of(self.text)
        if not any(char.isalpha() for char in inner) or self._is_title(passage):
            return None
        if passage.continues and previous is not None:
            return self._again(content, previous)
        lead = self.text[before : passage.outer.start]
        follow = self.text[passage.outer.end : until]
        ended = inner.rstrip()[-1:] in FINAL
        # "X," said A.
        if not passage.open and (inner.rstrip()[-1:] in ",?!—–-" or follow.lstrip()[:1] in {",", "—"} or not ended):
            cue = self._cue_after(passage, until)
            if cue is not None:
                return Attribution(content, place(cue[0]), cue[1], cue[0], direct=True)
        # A said: "X"
        tail = lead.rstrip()
        if tail[-1:] in {",", ":", "—", "–"} or tail.endswith(" that") or self._sentence_like(inner):
            cue = self._cue_before(before, passage.outer.start, tail[-1:] == ":")
            if cue is not None and (
                tail[-1:] in {",", ":", "—", "–"}
                or tail.endswith(" that")
                or not tail
                or cue[0].idx + self.doc._.offset + len(cue[0].text) >= before + len(tail)
            ):
                return Attribution(content, place(cue[0]), cue[1], cue[0], direct=True)
        if tail and self._ends_with_cue(before, passage.outer.start):
            cue = self._cue_before(before, passage.outer.start, colon=False)
            if cue is not None:
                return Attribution(content, place(cue[0]), cue[1], cue[0], direct=True)
        stands_free = not tail or tail[-1] in FINAL or tail[-1] in {"”", '"', "’"}
        if (
            stands_free
            and (ended or passage.open or follow.strip()[:1] in FINAL)
            and (not first or self._sentence_like(inner))
        ):
            nearest = previous if not first else self._nearest(passage, block) or previous
            if nearest is not None:
                return self._again(content, nearest)
        return None

    def _ends_with_cue(self, before: int, until: int) -> bool:
        """Whether a verb of speech touches the quotation: "said “no”"."""
        k = self._token_from(until) - 1
        if k < 0 or self.starts[k] < before:
            return False
        if self.doc[k].lower_ in {"a", "an"} and k:
            k -= 1
        if self.doc[k].lower_ in {"of", "about", "against"} and self.doc[k].head.i == k - 1:
            return self.doc[k - 1].lemma_.lower() in OF_WHICH  # "spoke of “a dark day”"
        lemma = self.doc[k].lemma_.lower()
        return lemma in lexicon().verbs["quote"] or (
            self.doc[k].dep_ in {"relcl", "acl"} and lemma in lexicon().verbs["predicate"]
        )

    def _is_title(self, passage: Passage) -> bool:
        """Whether what somebody wrote or read is a title: "has written “The Long Wall”"."""
        words = passage.inner.of(self.text).split()
        k = self._token_from(passage.outer.start) - 1
        works = k >= 0 and self.doc[k].lemma_.lower() in {"write", "read", "compose", "sing", "quote", "recite"}
        capitals = all(word[:1].isupper() for word in words if len(word) > LONGEST_PARTICLE)
        return works and len(words) > 1 and capitals and words[-1][-1:] not in FINAL | {","}

    @staticmethod
    def _again(content: Span, other: Attribution) -> Attribution:
        return Attribution(content, other.cue, other.holder, other.at, direct=True)

    @staticmethod
    def _sentence_like(inner: str) -> bool:
        return len(inner.split()) >= 3 and inner.lstrip()[:1].isupper()

    def _nearest(self, passage: Passage, block: Block) -> Attribution | None:
        """Return the attribution of the block whose cue stands nearest before the passage, else after it."""
        mine = [item for item in self._of_block(block) if not passage.outer.overlap(item.cue)]
        before = [item for item in mine if item.cue.end <= passage.outer.start]
        if before:
            return max(before, key=lambda item: item.cue.start)
        return min(mine, key=lambda item: item.cue.start, default=None)

    def _of_block(self, block: Block) -> Iterable[Attribution]:
        return (item for item in self.found if block.span.contains(item.cue) and item.at is not None)

    def _token_from(self, offset: int) -> int:
        return bisect_left(self.starts, offset)

    def _cue_after(self, passage: Passage, until: int) -> tuple[Token, Holder] | None:
        """Return the verb of the reporting clause that follows, and whose words they are."""
        frames = lexicon().verbs["quote"]
        start = self._token_from(passage.outer.end)
        for token in self.doc[start : start + REACH]:
            if self.starts[token.i] >= until or token.text in {".", "?", "!", ";", ":"}:
                return None
            if token.lemma_.lower() in frames and token.tag_ in {"VBD", "VBZ", "VBP", "VBG", "VBN", "VB"}:
                source = self._source(token, start, until)
                if source is not None:
                    return token, source
        return None

    def _source(self, verb: Token, start: int, until: int) -> Holder | None:
        source = holder_of(verb, "say")
        if isinstance(source, Token) and (source.i >= start or verb.tag_ == "VBG") and self.starts[source.i] < until:
            return source
        # The parse has no subject near: the noun phrase that touches the verb.
        after = next(
            (
                t
                for t in self.doc[verb.i + 1 : verb.i + 12]
                if t.dep_ in {"nsubj", "dobj", "attr", "ROOT", "pobj"} and t.pos_ in {"NOUN", "PROPN", "PRON"}
            ),
            None,
        )
        if start < verb.i and self.doc[verb.i - 1].pos_ in {"NOUN", "PROPN", "PRON"}:
            return self.doc[verb.i - 1]
        if verb.i == start or (verb.i == start + 1 and self.doc[start].is_punct):
            return after
        return None

    def _cue_before(self, before: int, until: int, colon: bool) -> tuple[Token, Holder] | None:
        frames = lexicon().verbs
        first, last = self._token_from(before), self._token_from(until)
        fallback: tuple[Token, Holder] | None = None
        for token in reversed(self.doc[max(first, last - REACH) : last]):
            if token.text in {".", "?", "!"}:
                break
            if token.pos_ not in {"VERB", "AUX"}:
                continue
            source = holder_of(token, "say")
            if not isinstance(source, Token):
                continue
            lemma = token.lemma_.lower()
            if lemma in frames["quote"] or lemma in frames["that"]:
                return token, source
            if lemma in frames["predicate"] and token.i == last - 1:
                return token, source  # "which the minister has called “dead”"
            if colon:
                fallback = (token, source)
        if fallback is None and colon:
            named = next((t for t in self.doc[first:last] if t.dep_ in {"nsubj", "ROOT"} and t.pos_ in NOMINAL), None)
            fallback = None if named is None else (self.doc[last - 1], named)
        return fallback
