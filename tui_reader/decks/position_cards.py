"""Cards from positions: where somebody stands, and who stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.deeds import begins_predicate, verbs
from tui_reader.decks.epicene import epicene
from tui_reader.decks.framing import according_to, within
from tui_reader.decks.gaps import settled, unspoken
from tui_reader.decks.kinship import akin
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.own_parts import asked_of_all, betrays
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.questioned_stands import QuestionedStand
from tui_reader.decks.reference import POSSESSIVE
from tui_reader.decks.rivals import has_rivals
from tui_reader.decks.span_index import SpanIndex
from tui_reader.decks.stance_questions import Asking
from tui_reader.decks.stands import LONG, Stand, stands_of
from tui_reader.decks.wording import (
    content_words,
    count,
    is_clause,
    is_plural,
    last_word,
    starts_with_verb,
)
from tui_reader.model import CardKind, Mode, Question, ReferenceKind, Span, Stance

RELATIVE = re.compile(r"\bwh(?:ich|om|ose|at)\s+$", re.IGNORECASE)  # what the verb wants stands before it
ASSUMED = re.compile(r"\bassum(?:es?|ed|ing|ption)\s+that\s+$", re.IGNORECASE)
LEFT = re.compile(  # a limit of what is said, which stands before the words: “that in two years of ten”
    rf"\bthat\s+(?:{alternatives('topic_prepositions')}|without|within|before|after|until|during)\b[^,;.]*,?\s*$",
    re.IGNORECASE,
)
LENGTHY = 0.6  # weight of a stance whose answer is long: who holds it is the better question
MOVED = re.compile(r"this\b", re.IGNORECASE)  # “rose to move, That this House regrets the Order”
TOGETHER = re.compile(r"(?i:neither|both)\b|[^,;]{3,60}? (?:and|nor) (?:the |Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?[A-Z]")
NOBODY = re.compile(r"(?:no|none of|nobody|neither)\b|(?:both|all|others|many|few|some|most)$", re.IGNORECASE)


def position_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each position gives."""
    stands = [Asked(context, stand.position) for stand in stands_of(context)]
    placed = SpanIndex(stands, lambda stand: stand.position.evidence)
    same: dict[str, list[Asked]] = defaultdict(list)
    held: dict[tuple[str | None, Stance], list[Asked]] = defaultdict(list)
    for stand in stands:
        held[stand.holder, stand.position.stance].append(stand)
        for prompt in {prompt for prompt, _ in stand.ways}:
            same[prompt.casefold()].append(stand)
    done: set[tuple[Span, Stance]] = set()
    for stand in stands:
        near = [other for other in placed.over(stand.position.evidence) if other is not stand]
        if stand.is_held(near):
            rivals = [other for other in held[stand.holder, stand.position.stance] if other is not stand]
            if (stand.position.evidence, stand.position.stance) not in done:  # what two do together is asked once
                yield from stand.stances(same, rivals)
            done.add((stand.position.evidence, stand.position.stance))
            yield from stand.holders(near)


@dataclass(frozen=True, eq=False)
class Asked(QuestionedStand):
    """One position and the cards it gives."""

    def is_held(self, near: Iterable[Stand]) -> bool:
        """Whether the text shows who holds it; `near` are the positions whose words overlap."""
        before = self._before
        if (RELATIVE.search(before) and not self.is_relative) or ASSUMED.search(before) or LEFT.search(before):
            return False
        if MOVED.match(self.context.text(self.position.evidence)) and before.rstrip().endswith("That"):
            return False
        if self.asks_indirectly or self.is_inability:
            return False
        if self.name is None:
            return (
                self.is_writers
                and not self._is_somebodys()
                and not any(other.name and _same(self, other) for other in near)
            )
        return (
            NOBODY.match(self.name) is None and last_word(self.name) not in verbs("no_holders") and self._is_somebody()
        )

    def _is_somebody(self) -> bool:
        """Whether a holder who is only called by a noun with `a` is a person or body: not “a temporary danger”."""
        called = re.match(r"an?\s+([^,]+?)(?:,|\s(?:of|for|in|at|from|to|who|on|with)\s|$)", self.name or "")
        if called is None or re.search(r"[A-Z]", called[1]):
            return True
        head = last_word(called[1])
        if head in wordset("persons") or head.endswith(("man", "woman", "men", "women")):
            return True
        return " " in called[1] and head in wordset("institutions") | verbs("somebody")

    @property
    def _before(self) -> str:
        return self.context.before(self.position.evidence)

    def _is_somebodys(self) -> bool:
        """Whether somebody who has no name says it: “one of them complained that …”."""
        found = re.search(r"(\S+)\s+([^\W\d_]+)\s+that\s+$", self._before)
        if found is None or found[1].casefold() in {"i", "we"}:
            return False
        return found[2].casefold() in wordset("neutral_cues") or begins_predicate(found[2])

    def stances(self, same: dict[str, list[Asked]], rivals: Iterable[Stand]) -> Iterator[Candidate]:
        """Yield the card that asks for the position by the first prompt that asks for no other of `same`.

        `rivals` are the holder's other positions of the same stance.
        """
        evidence = self.position.evidence
        for prompt, asking in self.ways:
            if any(not _same(self, other) for other in same[prompt.casefold()] if other is not self):
                continue
            loose = tuple(dict.fromkeys(self._open(asking)))
            answer = self._settled(replace(self.said, text=asking.answer, loose=loose), asking.question)
            yield draft(
                self.context,
                item=self.position.id,
                kind=CardKind.POSITION,
                question=Question.STANCE,
                prompt=prompt,
                answer=asking.answer,
                span=self.said.span,
                shown=evidence,
                loose=[word for word in loose if word == "…" or re.search(rf"\b{word}\b", asking.question)],
                answers=[answer],
                accepted=[
                    *([] if self.left_out else [self.said.text, self.stand.text, self.said.verbatim]),
                    *(other.said.text for other in rivals if other.shares_issue(self)),
                ],
                actors=self.named,
                weight=asking.weight if count(asking.answer) <= LONG else LENGTHY,
            )
            return

    def _open(self, asking: Asking) -> Iterator[str]:
        """Yield the open words of the position that its question or answer has."""
        answer = self.conditioned or self.said
        told = f"{asking.question} {asking.answer}"
        for word in [*answer.loose, *self._pointing()]:
            if word == "…" or re.search(rf"\b{re.escape(word)}\b", told, re.IGNORECASE):
                yield word

    def _pointing(self) -> Iterator[str]:
        """Yield the pronouns of the words that mean what stands before them: “that the members would accept it”."""
        span = self.said.span
        for match in re.finditer(r"\b(?:it|they|them)\b", self.context.text(span)):
            at = span.start + match.start()
            found = self.context.reference(at)
            mention = self.context.mentions.longest(at, span.end)
            if found is None and match.group() == "it" and at + 2 == span.end:
                nouns = re.findall(r"\b(?:the|an?|its|his|her|their) ([^\W\d_]+)", self.context.text(span))
                if all(is_plural(noun) for noun in nouns[1:]):  # the first of them is the subject
                    yield match.group()
            if found is None or found.kind is not ReferenceKind.NOUN or found.antecedent is None:
                continue
            own = self.holder in {found.actor, mention[1] if mention else None} and self.holder is not None
            if not own and not span.contains(found.antecedent):
                yield match.group()

    def holders(self, near: Iterable[Stand]) -> Iterator[Candidate]:
        """Yield the card that asks who holds the position."""
        if self.name is None or self._claimed() or self.left_out or self.is_condition():
            return
        asked = self._predicate() or self._deed() or self._content()
        if asked is None or any(other.holder != self.holder and _same(other, self) for other in near):
            return
        told, phrase = asked
        rest = epicene(self.context, told, self.position.evidence, self.holder)
        if rest is None:
            return
        if content_words(rest.removeprefix("who ")) <= verbs("idle") or TOGETHER.match(self.stand.text):
            return
        start, via = self.position.evidence.start, self._via()
        speaker, holder = (self.context.actors.get(one or "") for one in (via, self.holder))
        if speaker and holder and akin(self.context, speaker, holder):
            return  # a minister of what the own government holds
        if via:
            prompt: str | None = according_to(self.context, via, start, rest)
        elif betrays(self.context, start, self.holder):
            prompt = asked_of_all(self.context, rest, phrase, self.holder)
        else:
            prompt = within(self.context, start, rest, named=False)
        if prompt is None or not has_rivals(self.context, self.holder, start, rest, spoken=False):
            return
        yield draft(
            self.context,
            item=self.position.id,
            kind=CardKind.POSITION,
            question=Question.HOLDER,
            prompt=prompt,
            answer=self.name,
            span=self.position.evidence,
            phrases=[phrase],
            accepted=self.context.names(self.holder),
            actors=self.named,
            weight=0.65,
        )

    def _settled(self, answer: Phrase, question: str) -> Phrase:
        """Return the answer without the open words whose meaning the prompt or the speaker's quotation marks give."""
        if self.topic.casefold() in question.casefold():
            answer = settled(answer, self.topic)
        evidence = self.position.evidence
        direct = any(
            one.mode is Mode.DIRECT and one.span.contains(evidence) for one in self.context.claims.over(evidence)
        )
        return replace(answer, loose=unspoken(answer)) if direct or "“" in answer.text else answer

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

    def _deed(self) -> tuple[str, Phrase] | None:
        """Return "who …?" where a pronoun or nothing stands for the holder before the deed."""
        if self.shape != "deed":
            return None
        said = self.said
        found = re.match(r"((?:[^\W\d_]+ly )?)(\S+)(.*)$", said.text[:1].lower() + said.text[1:])
        if found is None:
            return None
        adverb, verb, tail = found.groups()
        return f"who {adverb}{third_person(verb)}{tail}?", said

    def _after_holder(self, evidence: Span) -> int | None:
        """Return where the predicate starts in the evidence, None where its subject is somebody else."""
        mention = self.context.mentions.longest(evidence.start, evidence.end)
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
        if starts_with_verb(phrase.text) or self.context.starting(self.stand.span) == self.holder:
            return None
        return f"whose position is it that {self.context.inline(phrase)}?", phrase


def _same(one: Stand, other: Stand) -> bool:
    """Whether two positions are shown by the same words."""
    return one.position.evidence.dice(other.position.evidence) > 0.6
