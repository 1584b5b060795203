"""Cards from positions: where somebody stands, and who stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import owner, place, within
from tui_reader.decks.gaps import settled
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import DEMONSTRATIVES, POSSESSIVE, PRONOUNS
from tui_reader.decks.span_index import SpanIndex
from tui_reader.decks.wording import (
    balanced,
    content_words,
    count,
    is_clause,
    lower_first,
    possessive,
    starts_with_verb,
    tidy,
    words,
)
from tui_reader.model import CardKind, Position, Question, Span, Stance

DESCRIBING = frozenset({Stance.CHARACTERISES})
ENDINGS = re.compile(
    r",?\s+(?=(?:until|unless|provided)\s)|,\s+(?=(?:if|which|who|because|although|while|but)\s)", re.IGNORECASE
)
DATES = frozenset(f"{table('turns')['numbers']['days']} {table('turns')['numbers']['months']}".casefold().split())
ARTICLE = re.compile(r"\b(?:the|an?|any|every)\s+$", re.IGNORECASE)
LONG = 12


def position_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each position gives."""
    held: dict[str | None, list[Stand]] = defaultdict(list)
    stands = stands_of(context)
    for stand in stands:
        held[stand.holder].append(stand)
    placed = SpanIndex(stands, lambda stand: stand.position.evidence)
    for stand in stands:
        near = placed.over(stand.position.evidence)
        yield from stand.candidates(
            rivals=[other for other in held[stand.holder] if other is not stand and stand.shares_issue(other)],
            near=[other for other in near if other is not stand],
        )


def stands_of(context: Context) -> list[Stand]:
    """Return the positions of a text, but for what its title says."""
    title = context.document.title_span
    return [
        Stand(context, position)
        for position in context.extraction.positions
        if title is None or not title.overlap(position.evidence)
    ]


@dataclass(frozen=True, eq=False)
class Stand:
    """One position with what its prompts are put together from."""

    context: Context
    position: Position

    @cached_property
    def holder(self) -> str | None:
        return owner(self.context, self.position.holder, self.position.evidence.start)

    @cached_property
    def name(self) -> str | None:
        return self.context.name(self.holder)

    @cached_property
    def named(self) -> tuple[str, ...]:
        return (self.holder,) if self.holder and self.name else ()

    @cached_property
    def issue(self) -> Phrase:
        span = self.position.issue.span
        if span is not None and content_words(self.position.issue.text) <= content_words(self.context.text(span)):
            article = ARTICLE.search(self.context.document.text[: span.start][-8:])
            start = span.start - (len(article.group()) if article else 0)
            return self.context.phrase(Span(start, span.end), self.named)
        text = tidy(self.position.issue.text)
        loose = tuple(word for word in words(text)[:1] if word.casefold() in PRONOUNS | DEMONSTRATIVES)
        return Phrase(text, self.position.evidence, text, loose)

    @cached_property
    def stand(self) -> Phrase:
        """The words that state the position, without "X said that" and without what only hangs on to them."""
        span = self._shortened(self._reported(self.position.evidence))
        phrase = self.context.phrase(span)
        bare = re.sub(r"^(?:which|who)\s+", "", phrase.text, flags=re.IGNORECASE)
        if bare != phrase.text:
            before = self.context.document.text[: span.start].rstrip(" ,")
            owner_ends = self.holder is not None and self.context.mention_ends.get(len(before)) == self.holder
            subject = self.name if owner_ends else self.issue.text
            return replace(phrase, text=f"{subject} {bare}", loose=(*phrase.loose, *self.issue.loose))
        if self.name and self._lacks_subject(span, phrase.text):
            return replace(phrase, text=f"{self.name} {lower_first(phrase.text)}")
        return phrase

    def _lacks_subject(self, span: Span, text: str) -> bool:
        """Whether the words begin with the verb whose subject, the holder, stands before them."""
        first = (words(text) or [""])[0].casefold()
        return (
            span.start in self.context.cue_starts and first not in PRONOUNS and not text.startswith(self.name or "\0")
        ) or (starts_with_verb(text) and not text.casefold().startswith("to "))

    def _reported(self, span: Span) -> Span:
        """Return *span* from after the `that` of a neutral verb of saying near its start."""
        source = self.context.text(span)
        match = re.match(r"((?:\S+\s+){1,9}?)that\s+(?=\S)", source)
        lead = [word.casefold() for word in words(match.group(1))] if match else []
        if (
            match
            and set(lead) & wordset("neutral_cues")
            and not set(lead) & {"not", "never", "nobody", "neither", "nor"}
        ):
            return Span(span.start + match.end(), span.end)
        return span

    def _shortened(self, span: Span) -> Span:
        source = self.context.text(span)
        if count(source) <= LONG:
            return span
        cuts = [
            match.start()
            for match in ENDINGS.finditer(source)
            if count(source[: match.start()]) >= 4 and balanced(source[: match.start()])
        ]
        return Span(span.start, span.start + cuts[0]) if cuts else span

    @cached_property
    def issue_words(self) -> set[str]:
        return content_words(self.issue.text)

    def shares_issue(self, other: Stand) -> bool:
        """Whether both are about one thing, by the words of their issues."""
        one, two = self.issue_words, other.issue_words
        shared = len(one & two)
        return shared > 0 and shared >= 0.5 * max(len(one), len(two))

    @property
    def topic(self) -> str:
        text = re.sub(r"^no\s+(?=\S)", "any ", self.context.inline(self.issue))
        return f"the claim that {text}" if is_clause(text) and not text.startswith("the claim") else text

    def candidates(self, rivals: list[Stand], near: list[Stand]) -> Iterator[Candidate]:
        """Yield the cards of this position.

        `rivals` are the holder's other positions on the same issue, `near` those whose words overlap.
        """
        if self.name is None and any(other.name and self._same(other) for other in near):
            return
        yield from self._stance(rivals)
        yield from self._holder(near)

    def _stance(self, rivals: list[Stand]) -> Iterator[Candidate]:
        verb = "do" if self.context.plural(self.holder) else "does"
        who = self.name or "the writer"
        describes = self.position.stance in DESCRIBING
        if self.position.stance is Stance.DEMANDS and self._is_condition():
            return  # the condition asks for it, and in its own grammar
        if not content_words(self.topic) - DATES - content_words(self.name or "") or not self.says_something:
            return
        alike = [other for other in rivals if (other.position.stance in DESCRIBING) == describes]
        if any(other.position.evidence < self.position.evidence for other in alike):
            return  # the issue alone asks for one of them: the first
        start = self.position.evidence.start
        where = place(self.context, start)
        if self.name and where.startswith(possessive(self.name)):
            prompt = (
                f"how does {where} describe {self.topic}?"
                if describes
                else f"where does {where} stand on {self.topic}?"
            )
        else:
            rest = (
                f"how {verb} {who} describe {self.topic}?"
                if describes
                else f"where {verb} {who} stand on {self.topic}?"
            )
            prompt = within(self.context, start, rest, named=self.name is not None)
        answer = self.stand
        yield draft(
            self.context,
            item=self.position.id,
            kind=CardKind.POSITION,
            question=Question.STANCE,
            prompt=prompt,
            answer=answer.text,
            span=answer.span,
            shown=self.position.evidence,
            phrases=[self.issue],
            answers=[settled(answer, self.topic)],
            accepted=[answer.verbatim, *(other.stand.text for other in rivals)],
            actors=self.named,
            weight=1.0 if self.position.stance is not Stance.CHARACTERISES else 0.9,
        )

    def _holder(self, near: list[Stand]) -> Iterator[Candidate]:
        if self.name is None or self._claimed():
            return
        asked = self._predicate() or self._content()
        if asked is None or any(other.holder != self.holder and other._same(self) for other in near):
            return
        rest, phrase = asked
        yield draft(
            self.context,
            item=self.position.id,
            kind=CardKind.POSITION,
            question=Question.HOLDER,
            prompt=within(self.context, self.position.evidence.start, rest, named=False),
            answer=self.name,
            span=self.position.evidence,
            phrases=[phrase],
            accepted=self.context.names(self.holder),
            actors=self.named,
            weight=0.65,
        )

    @property
    def says_something(self) -> bool:
        """Whether the words are more than a name, a bare verb ("We do not.") and the issue itself."""
        span = self.position.issue.span
        if span is not None and span.dice(self.position.evidence) > 0.95:
            return False
        return bool(content_words(self.stand.text) - content_words(self.name or ""))

    def _is_condition(self) -> bool:
        evidence = self.position.evidence
        return any(
            one.antecedent.dice(evidence) > 0.7 or one.antecedent.contains(evidence)
            for one in self.context.conditions.over(evidence)
        )

    def _claimed(self) -> bool:
        """Whether a claim of the same holder already asks who said these words."""
        evidence = self.position.evidence
        return any(
            claim.holder == self.holder and claim.span.overlap(evidence) >= 0.6 * min(len(claim.span), len(evidence))
            for claim in self.context.claims.over(evidence)
        )

    def _same(self, other: Stand) -> bool:
        return self.position.evidence.dice(other.position.evidence) > 0.6

    def _predicate(self) -> tuple[str, Phrase] | None:
        """Return "who …?" where the evidence begins with its holder."""
        evidence = self.position.evidence
        source = self.context.text(evidence)
        start = self._after_holder(evidence)
        if start is None:
            return None
        rest = re.match(r"\s+((?:[^\W\d_]+ly\s+|also\s+|still\s+)*)([^\W\d_]+(?:[’']\w+)?)", source[start:])
        if rest is None:
            return None
        phrase = self.context.phrase(Span(evidence.start + start + rest.start(2), evidence.end), self.named)
        verb, *tail = phrase.text.split(" ", 1)
        first_person = source[:start].casefold() in {"i", "we"}
        plural = self.context.plural(self.holder)
        if first_person or (plural and not source[:start].casefold().startswith("they")):
            verb = third_person(verb)
        return f"who {' '.join([rest.group(1).strip(), verb, *tail]).strip()}?", phrase

    def _after_holder(self, evidence: Span) -> int | None:
        """Return where the predicate starts in the evidence, None where its subject is somebody else."""
        mention = self.context.mention(evidence.start, evidence.end)
        source = self.context.text(evidence)
        if mention and mention[1] == self.holder and self.context.text(mention[0]).casefold() not in POSSESSIVE:
            return mention[0].end - evidence.start
        if re.match(r"(?:I|We)\s", source) and self.context.author(evidence.start) == self.holder:
            return source.index(" ")
        return None

    def _content(self) -> tuple[str, Phrase] | None:
        """Return "whose position is it that …?" for a clause with a finite verb."""
        if self.position.stance in {Stance.DEMANDS} or not is_clause(self.stand.text):
            return None
        phrase = self.context.phrase(self.stand.span, self.named)
        if re.match(r"(?:which|who)\b", phrase.text, re.IGNORECASE):
            phrase = self.stand
        if starts_with_verb(phrase.text):
            return None
        return f"whose position is it that {self.context.inline(phrase)}?", phrase
