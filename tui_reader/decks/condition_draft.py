"""A card of a condition as it is drafted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.condition_ends import HERS, HIS, Ends
from tui_reader.decks.framing import according_to, within
from tui_reader.decks.gaps import settled
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import OWN, POSSESSIVE, THIRD
from tui_reader.decks.wording import AUXILIARIES, MODALS, count, finished, first_word, is_clause, words
from tui_reader.model import ActorKind, CardKind, ConditionKind, Question, Span, item_span

ANSWER_WORDS = 12
LONG = 14  # words of a clause that tells what a thing in it is
A_THING = re.compile(r"\b(?:the|an?|his|her|its|their|any|no)\s+[a-z]+", re.IGNORECASE)  # that `it` may mean
HELPERS = "|".join(sorted(AUXILIARIES))
LONG_NAME = 3  # words by which an answer grows where a name is put for its pronoun


@dataclass(frozen=True)
class Drafted(Ends):
    """One condition and how its cards are put together."""

    @property
    def weight(self) -> float:
        return 0.8 if self.condition.kind is ConditionKind.CONCESSIVE else 1.0

    def _card(
        self,
        question: Question,
        prompt: str,
        answer: str,
        span: Span,
        phrases: tuple[Phrase, ...],
        weight: float,
        accepted: tuple[str, ...] = (),
        answers: tuple[Phrase, ...] = (),
        part: str = "",
    ) -> Candidate:
        phrases = tuple(self._open(one, prompt) for one in phrases)
        return draft(
            self.context,
            item=self.condition.id,
            kind=CardKind.CONDITION,
            question=question,
            prompt=prompt,
            answer=answer,
            span=span,
            shown=item_span(self.condition),
            phrases=phrases,
            answers=answers,
            accepted=accepted,
            actors=(self.holder, self.condition.obligor),
            part=part,
            weight=weight * self.weight,
        )

    def _open(self, phrase: Phrase, prompt: str) -> Phrase:
        """Return *phrase* without the open words that were cut off, or that a long clause around them explains."""
        shown = prompt.casefold()
        own = self._own_pronouns(phrase)

        def stays(word: str) -> bool:
            if word.casefold() in own:
                return False
            if " " in word and count(phrase.text) > LONG:
                return False
            return re.search(rf"(?<![\w’-]){re.escape(word.casefold())}(?![\w-])", shown) is not None

        return replace(phrase, loose=tuple(word for word in phrase.loose if stays(word)))

    def _own_pronouns(self, phrase: Phrase) -> frozenset[str]:
        """Return the pronouns that can only mean whom *phrase* begins with: “Ostrova pays what it has owed”."""
        actor = self.context.actors.get(self.context.starting(phrase.span) or "")
        found = [one for one in self.context.extraction.references if phrase.span.contains(one.span) and one.antecedent]
        if actor is None or any(not phrase.span.contains(one.antecedent) for one in found if one.antecedent):
            return frozenset()
        if actor.kind is ActorKind.PERSON and self.context.third_person(actor.id) is None:
            return frozenset()
        mention = self.context.mentions.longest(phrase.span.start, phrase.span.end)
        if mention is None or self.context.document.text[mention[0].end : mention[0].end + 1] in {"’", "'"}:
            return frozenset()  # “Costavel’s assembly”
        text = self.context.text(phrase.span)
        sign = self.context.third_person(actor.id)
        own = frozenset(
            word
            for word in OWN[actor.kind]
            if word in POSSESSIVE or re.search(rf"\b{word}\s+(?:{HELPERS})\b", text)  # no object of its own clause
        )
        return own & (HERS if sign == "she" else HIS) if actor.kind is ActorKind.PERSON else own

    def _lead(self, rest: str, *, brief: bool = False) -> str:
        name = self.context.name(self.holder)
        again = rest.removeprefix(f"{name} ") if name and self.pronoun else rest
        if name and again != rest and name not in again and first_word(again) in MODALS:
            rest = f"{self.pronoun} {again}"  # what they say of themselves
        if name and name in rest:
            return within(self.context, self.condition.antecedent.start, rest, named=False)
        return according_to(self.context, self.holder, self.condition.antecedent.start, rest, brief=brief)

    def _brief(self, answer: Phrase, asked: str) -> Phrase:
        """Return *answer* with its own pronouns where the prompt has just named, in many words, what they mean."""
        if (
            count(answer.text) < count(answer.verbatim) + LONG_NAME
            or answer.text[:1].isupper() != answer.verbatim[:1].isupper()
        ):
            return answer
        for match in re.finditer(r"[^\W\d_]+", self.context.text(answer.span)):
            if match.group().casefold() in THIRD:
                found = self.context.reference(answer.span.start + match.start())
                if found is None or found.antecedent is None or self.context.text(found.antecedent) not in asked:
                    return answer
        return replace(answer, text=answer.verbatim)

    def told(self, phrase: Phrase, shown: Phrase) -> Phrase:
        """Return *phrase* without those open words that mean something in *shown*, which a prompt shows before it.

        What the text says behind *shown* may also be read so as it can be read there.
        """
        first = shown.span
        told: set[str] = set()
        for match in re.finditer(r"[^\W\d_]+", self.context.text(phrase.span)):
            word, start = match.group().casefold(), phrase.span.start + match.start()
            if word not in map(str.casefold, phrase.loose) or word not in THIRD:
                continue
            found = self.context.reference(start)
            meant = found.antecedent if found else None
            if meant is not None:
                known = first.overlap(meant) > 0
            elif found is None:
                known = word == "it" and first.end <= start and A_THING.search(self.context.text(first)) is not None
            else:
                known = False
            if not known:
                return phrase
            told.add(word)
        return replace(phrase, loose=tuple(word for word in phrase.loose if word.casefold() not in told))

    def _short(self, answer: Phrase) -> Phrase:
        """Return *answer* as it stands where only things called in full make it long, no pronoun."""
        if first_word(answer.text) != first_word(answer.verbatim):
            return answer  # its verb was put right or its subject was added
        pointing = ({*words(answer.verbatim.casefold())} - {*words(answer.text.casefold())}) & THIRD
        if pointing or count(answer.text) <= ANSWER_WORDS or count(answer.verbatim) >= count(answer.text):
            return answer
        return replace(answer, text=finished(answer.verbatim))

    def _ask(self, question: Question, rest: str, answer: Phrase, shown: Phrase, weight: float) -> Candidate:
        answer = self._short(self.answer(answer))
        answer = replace(answer, text=re.sub(r"^(?!that\b)(.{3,120}?),? and that (?=\w)", r"\1 and ", answer.text))
        if shown.span.end <= answer.span.start:
            open_it = not is_clause(shown.text) and "it" in map(str.casefold, answer.loose)
            settled_answer = settled(answer, shown.text)
            answer = self._brief(answer if open_it else settled_answer, rest)
        answer = self.told(answer, shown)
        return self._card(
            question, self._lead(rest), answer.text, answer.span, (shown,), weight, (answer.verbatim,), (answer,)
        )
