"""Cards from conditions: what follows, what must hold, who must act, who says so, and how the two are tied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate
from tui_reader.decks.condition_ends import INVERTED
from tui_reader.decks.condition_gaps import Gapped, shown_around
from tui_reader.decks.condition_voice import reported
from tui_reader.decks.conjuncts import parts_of
from tui_reader.decks.context import Context
from tui_reader.decks.gaps import GAP, SPOKEN, completion
from tui_reader.decks.hollow import ANY, is_hollow
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.passages import Passage
from tui_reader.decks.reference import DEMONSTRATIVES, FIRST, SECOND, THIRD
from tui_reader.decks.triggers import Predicate, predicate, subordinate
from tui_reader.decks.wording import (
    AUXILIARIES,
    LOWERED,
    count,
    is_clause,
    is_plural,
    lacks_subject,
    starts_with_verb,
    words,
)
from tui_reader.model import Question, Span, item_span

SPOKEN_WORDS = 26
ORDER = re.compile(rf"(?:please\s+|then\s+)?(?:{alternatives('orders')})\s", re.IGNORECASE)
BAN = re.compile(r"(?:please\s+|then\s+)?(?:do not|don[’']t)\s", re.IGNORECASE)
SAYS = re.compile(
    rf",\s(?:[Hh]e|[Ss]he|they|(?:\[?[A-Z][\w’.-]+\]?\s?){{1,3}})\s(?:{alternatives('neutral_cues')}|warns?|warned),"
)


def condition_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each condition gives."""
    for condition in context.extraction.conditions:
        yield from Asked(context, condition).candidates()


@dataclass(frozen=True)
class Asked(Gapped):
    """One condition and the cards it gives."""

    def candidates(self) -> Iterator[Candidate]:
        sentence = self.context.sentence(item_span(self.condition))
        title = self.context.document.title_span
        if title is not None and title.overlap(item_span(self.condition)):
            return
        if self.context.text(sentence).rstrip("”’ \n").endswith("?"):
            return  # nobody says so
        tie, link = subordinate(self.trigger), predicate(self.trigger)
        if re.match(r"(?:if|unless|until|when)\s", self.consequent.text, re.IGNORECASE):
            return  # what hangs on it is itself a condition
        if self.trigger not in {"and", "only"} and lacks_subject(self.consequent.text):
            return  # an order, or what a body resolves
        if self.turned_round or self.orders or self._commands() or reported(self.context, self.condition):
            return
        if self.trigger == "and":
            yield from self._imperative()
        elif self.trigger == "only":
            yield from self._only()
        elif tie:
            yield from self._subordinate(tie)
        elif link:
            yield from self._predicate(link)
        yield from self._spoken()
        yield from self._obligor()
        yield from self._stater()
        if tie:
            yield from self._force()

    def _commands(self) -> bool:
        """Whether the consequent is an order: “do not sail”, “give blood”, “Commit now to …”."""
        text = self.context.text(self.condition.consequent)
        first, second = [*words(text), "", ""][:2]
        if self.trigger == "only":
            return False
        if BAN.match(text) or (ORDER.match(text) and not is_clause(text)):
            return True
        opens = self.context.begins_sentence(self.condition.consequent.start)
        return opens and second in wordset("adverbs") and first.casefold() not in LOWERED | AUXILIARIES

    def _imperative(self) -> Iterator[Candidate]:
        """Yield the cards of "Do X and Y", in which X is what the obligor would do."""
        one, other = self.antecedent, self.consequent
        name = self.context.name(self.condition.obligor)
        verb, rest = [*one.text.split(" ", 1), ""][:2]
        if name is None or not verb.isalpha() or {*map(str.casefold, one.loose)} & SECOND:
            return
        if not (is_clause(other.text) or not starts_with_verb(other.text)):
            return
        plural = self.context.plural(self.condition.obligor)
        deed = replace(one, text=f"{name} {verb.lower() if plural else third_person(verb.lower())} {rest}".rstrip())
        yield self._ask(Question.CONSEQUENCE, f"what follows if {deed.text}?", other, one, 1.0)
        yield self._ask(Question.ANTECEDENT, f"{self.context.inline(other)} if {GAP}.", deed, other, 1.1)

    def _only(self) -> Iterator[Candidate]:
        """Yield the cards of "Only X can Y"."""
        one, other = self.antecedent, self.consequent
        between = self.context.document.text[self.condition.antecedent.end : self.condition.consequent.start]
        modal = next((word for word in words(between) if word.casefold() in AUXILIARIES), None)
        if modal is None:
            return
        parts = parts_of(self.context, one)
        for number, part in enumerate(parts, 1):
            comma = "," if one.text.count(",") % 2 else ""
            frames = [f"only {shown}{comma} {modal} {other.text}" for shown in shown_around(part)]
            yield from self._part(Question.ANTECEDENT, part, number, frames)
        if not parts:
            yield self._ask(Question.ANTECEDENT, f"only {GAP} {modal} {other.text}.", one, other, 1.1)
            yield self._ask(
                Question.CONSEQUENCE, f"only {_closed(self.context.inline(one))} {modal} {GAP}.", other, one, 0.9
            )

    def _predicate(self, link: Predicate) -> Iterator[Candidate]:
        """Yield the cards of "X requires Y" and its kin, which tie two phrases."""
        one, other = self.antecedent, self.consequent
        if starts_with_verb(other.text) or starts_with_verb(one.text) or self.bare_verb(other):
            return
        if self.trigger.endswith("subject to"):
            yield self._ask(
                Question.ANTECEDENT, f"{self._behind(self.context.inline(other), 'subject to')} {GAP}.", one, other, 1.1
            )
            yield self._ask(Question.CONSEQUENCE, f"subject to {self.context.inline(one)}, {GAP}.", other, one, 1.0)
            return
        if not is_clause(other.text) and (is_hollow(other.text) or ANY.match(other.text)):
            return
        if is_clause(other.text) and not re.match(r"whether\b", other.text, re.IGNORECASE):
            return
        ask = link.ask.format(c=self.context.inline(other))
        if is_plural(other.text):
            ask = re.sub(r"^what does\b", "what do", re.sub(r"^what is\b(?! the)", "what are", ask))
        yield self._ask(Question.ANTECEDENT, ask, one, other, 1.1)
        yield self._ask(Question.CONSEQUENCE, link.back.format(a=_closed(self.context.inline(one))), other, one, 1.0)

    def _spoken(self) -> Iterator[Candidate]:
        """Yield either end as a gap in the speaker's own words, where only `we` and `you` keep it from being asked.

        So is an order, whose `you` is nobody whom the text names. A verb put before its subject goes with it.
        """
        one, other = self.antecedent, self.consequent
        start = self.condition.antecedent.start
        open_words = {word.casefold() for word in (*one.loose, *other.loose)}
        # `our` in a report is its writer's
        speaker = self.holder if self.speaks or not open_words & FIRST else self.context.author(start)
        name = self.context.name(speaker) or self.context.name(self.holder) or "the writer"
        whole = item_span(self.condition)
        ordered = self.trigger == "and" and self.context.name(self.condition.obligor) is None
        if not (open_words or ordered) or not open_words <= SPOKEN:
            return
        first = one.span
        if self.trigger in INVERTED and self.condition.trigger.start < first.start:
            first = Span(self.condition.trigger.start, first.end)
        if self._sibling is not None:
            other_span = item_span(self._sibling)
            whole = Span(min(whole.start, other_span.start), max(whole.end, other_span.end))
        gaps = [(Question.ANTECEDENT, first, ""), (Question.CONSEQUENCE, other.span, "")]
        if count(self.context.text(whole)) > SPOKEN_WORDS:
            ends = ((Question.ANTECEDENT, one), (Question.CONSEQUENCE, other))
            gaps = [
                (question, part.span, str(number))
                for question, end in ends
                for number, part in enumerate(parts_of(self.context, end), 1)
            ]
        for question, span, part in gaps:
            shown, loose = Passage(self.context, whole).gapped(span)
            shown = SAYS.sub("", shown)
            prompt = completion(self.context, name, whole.start, shown)
            loose = tuple(word for word in loose if word.casefold() not in SPOKEN)
            named = self._short(self.context.phrase(span))
            left = replace(named, loose=tuple(word for word in named.loose if word.casefold() not in SPOKEN))
            kept, own = ({word.casefold() for word in words(text)} & SPOKEN for text in (named.text, named.verbatim))
            answer = named.verbatim if own - kept or left.loose else named.text
            lost = {word.casefold() for word in words(named.verbatim)} - {word.casefold() for word in words(named.text)}
            if answer == named.verbatim and lost & (THIRD | DEMONSTRATIVES):
                left = replace(left, loose=tuple(lost & (THIRD | DEMONSTRATIVES)))  # what they mean is told nowhere
            yield self._card(
                question, prompt, answer, span, (replace(one, loose=loose),), 0.9, (named.verbatim,), (left,), part
            )


def _closed(text: str) -> str:
    """Return *text* with the comma that ends what a comma in it began."""
    return f"{text}," if "," in text else text
