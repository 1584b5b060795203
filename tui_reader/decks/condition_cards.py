"""Cards from conditions: what follows, what must hold, who must act, who says so, and how the two are tied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui_reader.decks.candidate import Candidate
from tui_reader.decks.condition_ends import INVERTED
from tui_reader.decks.condition_parties import Parties
from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS
from tui_reader.decks.gaps import SPOKEN, completion
from tui_reader.decks.passages import Passage
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.pieces import clip, opening, pieces
from tui_reader.decks.tense import Tense, tense
from tui_reader.decks.triggers import Predicate, Tie, predicate, subordinate
from tui_reader.decks.wording import (
    AUXILIARIES,
    content_words,
    count,
    is_clause,
    is_plural,
    lacks_subject,
    lower_first,
    starts_with_verb,
    words,
)
from tui_reader.model import Question, Span, item_span

ANSWER_WORDS = 12
CUTS = 2  # ellipses that a sentence may have and still be read
ROOM, REST_WORDS = 10, 9  # words for the part with the gap, and for the other end where that is long
SPOKEN_WORDS = 26
PASTS = (Tense.PAST, Tense.PLUPERFECT)


def condition_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each condition gives."""
    seen: set[tuple[str | None, frozenset[str], frozenset[str]]] = set()
    for condition in context.extraction.conditions:
        asked = Asked(context, condition)
        key = (asked.holder, _words(context, condition.antecedent), _words(context, condition.consequent))
        if key not in seen:  # a text that says a thing twice asks it once
            seen.add(key)
            yield from asked.candidates()


def _words(context: Context, span: Span) -> frozenset[str]:
    return frozenset(content_words(context.text(span)))


@dataclass(frozen=True)
class Asked(Parties):
    """One condition and the cards it gives."""

    def candidates(self) -> Iterator[Candidate]:
        sentence = self.context.sentence(item_span(self.condition))
        if self.context.text(sentence).rstrip("”’ \n").endswith("?"):
            return  # nobody says so
        tie, link = subordinate(self.trigger), predicate(self.trigger)
        if re.match(r"(?:if|unless|until|when)\s", self.consequent.text, re.IGNORECASE):
            return  # what hangs on it is itself a condition
        if self.trigger not in {"and", "only"} and lacks_subject(self.consequent.text):
            return  # an order, or what a body resolves
        if self.turned_round or self.orders:
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

    def _subordinate(self, tie: Tie) -> Iterator[Candidate]:
        one, other = self.antecedent, self.consequent
        clause = f"{self.trigger} {self.context.inline(one)}"
        if count(self._lead(f"what would have followed {clause}?")) > PROMPT_WORDS:
            clause = opening(clause)
        whole = not starts_with_verb(other.text) and not self.bare_verb(other)
        verb = "is called for" if self.bare_verb(other) else _verb(other.text, one.text, self.trigger, tie)
        parts = list(self._pieces(Question.CONSEQUENCE, other, "{gap}, " + clause)) if whole else []
        if parts:
            yield from parts
        elif not re.match(r"to\s", other.text, re.IGNORECASE) and not self._deed_done():
            shown = replace(other, text=f"that {lower_first(other.text)}") if self.bare_verb(other) else other
            yield self._ask(Question.CONSEQUENCE, f"what {verb} {clause}?", shown, one, 1.0)
        if not whole:
            return
        parts = list(self._pieces(Question.ANTECEDENT, one, f"{self.context.inline(other)} {self.trigger} {{gap}}"))
        if parts:
            yield from parts
        else:
            asked = f"{self.context.inline(other)}: {self._tail(tie)}"
            yield self._ask(Question.ANTECEDENT, asked, self.condition_named, other, 1.1)

    def _deed_done(self) -> bool:
        """Whether the consequent is a deed that was done on a condition still open: “accepted it on condition that”."""
        return "condition" in self.trigger and tense(self.consequent.text) is Tense.PAST

    def _tail(self, tie: Tie) -> str:
        """Return what asks for the antecedent, in its tense: “if what happened?”."""
        if self.trigger in INVERTED - {"had", "even had"} or self.bare_verb(self.antecedent):
            return "on what condition?"
        happens = Tense.PLUPERFECT if self.trigger in {"had", "even had"} else tense(self.antecedent.text)
        tail = tie.tail.format(happens=happens)
        return f"not {tail}" if self.trigger.startswith("not ") else tail

    def _pieces(self, question: Question, long: Phrase, frame: str) -> Iterator[Candidate]:
        """Yield a cloze for each part of a phrase that is too long to be recalled whole, none of a short one."""
        if count(long.text) <= ANSWER_WORDS:
            return
        rest = self.consequent if question is Question.ANTECEDENT else self.antecedent

        def room_in(shown: str, *, brief: bool) -> int:
            return PROMPT_WORDS - 1 - count(self._lead(shown.replace("{gap}", ""), brief=brief))

        brief = room_in(frame, brief=False) < count(long.text)
        if room_in(frame, brief=brief) < ROOM:
            shown = self.context.inline(rest)
            frame = frame.replace(shown, clip(shown, REST_WORDS))
        room = room_in(frame, brief=brief)
        for number, piece in enumerate(pieces(self.context, long, room), 1):
            prompt = self._lead(frame.replace("{gap}", lower_first(piece.gapped)), brief=brief).rstrip(".")
            prompt += "" if prompt.endswith("…") else "."
            if prompt.count("…") - self._lead("", brief=brief).count("…") > CUTS:
                continue  # too little of it is left to be read
            yield self._card(
                question, prompt, piece.answer, piece.span, (rest, long), 1.0 - number / 20, part=str(number)
            )

    def _imperative(self) -> Iterator[Candidate]:
        """Yield the cards of "Do X and Y"."""
        one, other = self.antecedent, self.consequent
        yield self._ask(Question.CONSEQUENCE, f"what follows if you {_small(one.text)}?", other, one, 1.0)
        if is_clause(other.text) or not starts_with_verb(other.text):
            yield self._ask(Question.ANTECEDENT, f"{self.context.inline(other)}: if you do what?", one, other, 1.0)

    def _only(self) -> Iterator[Candidate]:
        """Yield the cards of "Only X can Y"."""
        one, other = self.antecedent, self.consequent
        between = self.context.document.text[self.condition.antecedent.end : self.condition.consequent.start]
        modal = next((word for word in words(between) if word.casefold() in AUXILIARIES), None)
        if modal is None:
            return
        if count(one.text) > ANSWER_WORDS:
            yield from self._pieces(Question.ANTECEDENT, one, f"only {{gap}} {modal} {other.text}")
            return
        yield self._ask(Question.ANTECEDENT, f"who or what alone {modal} {other.text}?", one, other, 1.1)
        yield self._ask(Question.CONSEQUENCE, f"what {modal} only {self.context.inline(one)} do?", other, one, 0.9)

    def _predicate(self, link: Predicate) -> Iterator[Candidate]:
        """Yield the cards of "X requires Y" and its kin, which tie two phrases."""
        one, other = self.antecedent, self.consequent
        if starts_with_verb(other.text) or starts_with_verb(one.text):
            return
        if self.trigger.endswith("subject to"):
            yield self._ask(Question.ANTECEDENT, f"{self.context.inline(other)}: subject to what?", one, other, 1.1)
            yield self._ask(Question.CONSEQUENCE, f"what holds subject to {self.context.inline(one)}?", other, one, 1.0)
            return
        if is_clause(other.text) and not re.match(r"whether\b", other.text, re.IGNORECASE):
            return
        ask = link.ask.format(c=self.context.inline(other))
        if is_plural(other.text):
            ask = re.sub(r"^what does\b", "what do", re.sub(r"^what is\b(?! the)", "what are", ask))
        yield self._ask(Question.ANTECEDENT, ask, one, other, 1.1)
        yield self._ask(Question.CONSEQUENCE, link.back.format(a=_closed(self.context.inline(one))), other, one, 1.0)

    def _spoken(self) -> Iterator[Candidate]:
        """Yield either end as a gap in the speaker's own words, where only `we` and `you` keep it from being asked."""
        one, other = self.antecedent, self.consequent
        name = self.context.name(self.holder) or "the writer"
        open_words = {word.casefold() for word in (*one.loose, *other.loose)}
        whole = item_span(self.condition)
        if not open_words or not open_words <= SPOKEN or count(self.context.text(whole)) > SPOKEN_WORDS:
            return
        for question, gap in ((Question.ANTECEDENT, one), (Question.CONSEQUENCE, other)):
            shown, loose = Passage(self.context, whole).gapped(gap.span)
            prompt = completion(self.context, name, whole.start, shown)
            loose = tuple(word for word in loose if word.casefold() not in SPOKEN)
            yield self._card(question, prompt, gap.verbatim, gap.span, (replace(one, loose=loose),), 0.9)


def _closed(text: str) -> str:
    """Return *text* with the comma that ends what a comma in it began."""
    return f"{text}," if "," in text else text


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _verb(consequent: str, antecedent: str, trigger: str, tie: Tie) -> str:
    """Return `follows`, `holds`, `happens` or `comes` in the tense that the consequent has."""
    found = {word.casefold() for word in words(consequent)}
    base = tie.verb.removesuffix("s")
    past = {"follow": "followed", "hold": "held", "come": "come", "happen": "happened"}[base]
    if trigger == "had":
        return f"would have {past}"
    when = tense(consequent)
    if trigger == "were" or when is Tense.CONDITIONAL:
        return f"would {base}"
    if found & {"will", "shall"} or re.search(r"[’']ll\b", consequent):
        return f"will {base}"
    if when in PASTS and tense(antecedent) in PASTS:
        return "came" if base == "come" else past
    return tie.verb
