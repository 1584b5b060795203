"""Cards from positions: where somebody stands, and who stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import according_to, place, within
from tui_reader.decks.gaps import settled, unspoken
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.phrases import WRITERS, Phrase
from tui_reader.decks.reference import POSSESSIVE
from tui_reader.decks.span_index import SpanIndex
from tui_reader.decks.stance_wording import describes, with_pronoun
from tui_reader.decks.stands import Stand, stands_of
from tui_reader.decks.wording import (
    content_words,
    count,
    is_clause,
    possessive,
    starts_with_verb,
)
from tui_reader.model import CardKind, Mode, Question, Span, Stance

ANSWER_WORDS = 12
DESCRIBING = frozenset({Stance.CHARACTERISES})
NOBODY = re.compile(r"(?:no|none of|nobody|neither)\b|(?:both|all|others|many|few|some|most)$", re.IGNORECASE)
DATES = frozenset(f"{table('turns')['numbers']['days']} {table('turns')['numbers']['months']}".casefold().split())


def position_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each position gives."""
    held: dict[str | None, list[Stand]] = defaultdict(list)
    stands = stands_of(context)
    for stand in stands:
        held[stand.holder].append(stand)
    placed = SpanIndex(stands, lambda stand: stand.position.evidence)
    for stand in stands:
        near = placed.over(stand.position.evidence)
        yield from Asked(context, stand.position).candidates(
            rivals=[other for other in held[stand.holder] if other is not stand and stand.shares_issue(other)],
            near=[other for other in near if other is not stand],
        )


@dataclass(frozen=True, eq=False)
class Asked(Stand):
    """One position and the cards it gives."""

    def candidates(self, rivals: list[Stand], near: list[Stand]) -> Iterator[Candidate]:
        """Yield the cards of this position.

        `rivals` are the holder's other positions on the same issue, `near` those whose words overlap.
        """
        if self.name and NOBODY.match(self.name):
            return  # nobody holds it
        if self.name is None and not self.is_writers:
            return
        if self.asks_indirectly or self.is_inability:
            return
        if self.name is None and any(other.name and _same(self, other) for other in near):
            return
        yield from self._stance(rivals)
        yield from self._holder(near)

    def _stance(self, rivals: list[Stand]) -> Iterator[Candidate]:
        who = self.name or self.context.writer(self.position.evidence.start)
        verb = "do" if who == WRITERS or (self.name and self.context.plural(self.holder)) else "does"
        answer = self.conditioned
        if answer is None or (self.left_out and count(answer.text) > ANSWER_WORDS):
            return  # a long one is asked by the cards of its condition
        answer = (
            replace(answer, text=with_pronoun(answer.text, self.topic)) if count(answer.text) > ANSWER_WORDS else answer
        )
        describing = self.position.stance in DESCRIBING and describes(answer.text)
        says = re.match(r"\S+ that\s", answer.text) is not None
        told = (self.shape != "deed" or says) and not describing and self.name is not None
        if self.position.stance is Stance.DEMANDS and self._is_condition():
            return  # the condition asks for it, and in its own grammar
        if not content_words(self.topic) - DATES - content_words(self.name or "") or not self.says_something:
            return
        alike = [
            other for other in rivals if (other.position.stance in DESCRIBING) == (self.position.stance in DESCRIBING)
        ]
        if any(other.position.evidence < self.position.evidence for other in alike):
            return  # the issue alone asks for one of them: the first
        start = self.position.evidence.start
        where = place(self.context, start)
        speaks = self.name is not None and where.startswith(possessive(self.name))  # “X’s statement of 3 March”
        singular = verb
        if speaks:
            verb, who = "do" if where.split(" of ")[0].endswith("remarks") else "does", where
        if self.asked_of and (request := answer.text.partition(f"{self.issue.text} ")[2]):
            answer = replace(answer, text=request)
            rest = f"what {verb} {who} ask of {self.topic}?"
        elif self.demanded_of and (left := re.sub(rf"\s(?:from|of) {re.escape(self.topic)}$", "", answer.text)):
            answer = replace(answer, text=re.sub(r"^.*?\bdemand(?:s|ed|ing)?\s+(?=\S)", "", left))
            rest = f"what {verb} {who} demand of {self.topic}?"
        elif describing:
            rest = f"how {verb} {who} describe {self.topic}?"
        elif told:
            rest = f"what {verb} {who} say of {self.topic}?"
        else:
            rest = f"where {singular} {self.name or who} stand on {self.topic}?"
        via = self.context.name(self._via())
        if via:
            prompt = according_to(self.context, self._via(), start, rest)
        elif speaks and not (describing or told):
            prompt = within(self.context, start, rest, named=False)
        else:
            prompt = rest if speaks else within(self.context, start, rest, named=self.name is not None)
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
            answers=[self._settled(answer)],
            accepted=[
                *([] if self.left_out else [self.stand.text, answer.verbatim]),
                *(other.said.text for other in rivals),
            ],
            actors=self.named,
            weight=1.0 if self.position.stance is not Stance.CHARACTERISES else 0.9,
        )

    def _via(self) -> str | None:
        """Return who says that the holder stands there, where it is somebody the prompt does not name as its source."""
        via, start = self.position.via, self.position.evidence.start
        known = {None, self.holder, self.context.author(start)}
        return via if via not in known and self.context.name(via) else None

    def _holder(self, near: list[Stand]) -> Iterator[Candidate]:
        if self.name is None or self._claimed() or self.left_out:
            return
        asked = self._predicate() or self._content()
        if asked is None or any(other.holder != self.holder and _same(other, self) for other in near):
            return
        rest, phrase = asked
        yield draft(
            self.context,
            item=self.position.id,
            kind=CardKind.POSITION,
            question=Question.HOLDER,
            prompt=within(self.context, self.position.evidence.start, rest, named=False, untold=self.holder),
            answer=self.name,
            span=self.position.evidence,
            phrases=[phrase],
            accepted=self.context.names(self.holder),
            actors=self.named,
            weight=0.65,
        )

    def _settled(self, answer: Phrase) -> Phrase:
        """Return the answer without the open words whose meaning the prompt or the speaker's quotation marks give."""
        answer = settled(answer, self.topic)
        evidence = self.position.evidence
        direct = any(
            one.mode is Mode.DIRECT and one.span.contains(evidence) for one in self.context.claims.over(evidence)
        )
        return replace(answer, loose=unspoken(answer)) if direct or "“" in answer.text else answer

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

    def _predicate(self) -> tuple[str, Phrase] | None:
        """Return "who …?" where the evidence begins with its holder."""
        evidence = self.position.evidence
        source = self.context.text(evidence)
        start = self._after_holder(evidence)
        if start is None:
            return None
        rest = re.match(r"\s+((?:[^\W\d_]+ly\s+|also\s+|still\s+)*)([^\W\d_]+(?:[’']\w+)?)", source[start:])
        if rest is None or rest.group(2).casefold() in wordset("function_words") | wordset("participles"):
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


def _same(one: Stand, other: Stand) -> bool:
    """Whether two positions are shown by the same words."""
    return one.position.evidence.dice(other.position.evidence) > 0.6
