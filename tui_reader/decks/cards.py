"""Extraction → cards, in order of worth."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from rapidfuzz import fuzz

from tui_reader.decks.altered_cards import altered_cards
from tui_reader.decks.asked import Asked
from tui_reader.decks.attribution_cards import attribution_cards
from tui_reader.decks.candidate import Candidate
from tui_reader.decks.chain_cards import chain_cards
from tui_reader.decks.checks import failed
from tui_reader.decks.condition_cards import condition_cards
from tui_reader.decks.context import Context
from tui_reader.decks.contrast_cards import contrast_cards
from tui_reader.decks.mirrors import Mirrors
from tui_reader.decks.passage_cards import PASSAGE, passage_cards
from tui_reader.decks.position_cards import position_cards
from tui_reader.decks.quotation_cards import quotation_cards
from tui_reader.decks.told_ties import told_ties
from tui_reader.decks.twins import twins
from tui_reader.decks.unmentioned_cards import unmentioned_cards
from tui_reader.decks.wording import content_words
from tui_reader.decks.worth import slight
from tui_reader.model import Card, Condition, Document, Extraction, Position, Question, Span

SAME = 90.0  # rapidfuzz ratio from which two prompts with one answer count as one card
TELLING = 3  # content words of a question that another may contain
CELL = 500  # characters: where cards of one place are looked for
WHO, WHAT, CONTRAST = "who", "what", "contrast"
FAMILIES = {Question.CONTRAST: CONTRAST, Question.SPEAKER: WHO, Question.HOLDER: WHO, Question.STANCE: WHAT}
GUESSED = 3  # questions for one and the same person that a text may always have
MAIN = 0.25  # what the most mentioned actor of a text adds to the weight of a card


class Density(IntEnum):
    """How many cards may be made of one stretch of text."""

    FEWER = 1
    NORMAL = 3
    MORE = 9


def make_cards(document: Document, extraction: Extraction, density: Density = Density.NORMAL) -> tuple[Card, ...]:
    """Return the cards of *document* that pass every check, those most worth knowing first."""
    return tuple(card for card, reasons in explain(document, extraction, density) if not reasons)


def explain(
    document: Document, extraction: Extraction, density: Density = Density.NORMAL
) -> list[tuple[Card, tuple[str, ...]]]:
    """Return every card that was thought of with the names of the checks it failed, none for one that was made.

    Besides the checks of `tui_reader.decks.checks`: `asked_by_its_twin`, where the text tells the same tie again,
    `unique`, where a better card asks the same, `guessed`, where too many questions for somebody have one answer, and
    `enough`, where the stretch of text has as many cards as *density* allows.
    """
    context = Context.of(document, extraction)
    drafts = sorted(_weighed(context), key=lambda one: (-one.card.weight, one.card.span, one.card.id))
    told_twice = twins(context)
    made = _Made(density, told_twice)
    ties = told_ties(context)
    judged = [
        (one.card, ("asked_by_its_twin",) if one.card.item in ties else made.judge(one, context)) for one in drafts
    ]
    asked = Asked((card for card, reasons in judged if not reasons), ties)
    for item in _items(extraction):
        twin = any(made.asks_of(other) for other in told_twice.get(item.id, ()))
        if not asked.asks(item) and not twin and not slight(context, item, ()):
            for card, reasons in _last_resort(context, item, made):
                judged.append((card, reasons))
                if not reasons:
                    asked.add(card)
    return judged


def unasked(
    document: Document, extraction: Extraction, density: Density = Density.NORMAL
) -> list[tuple[Condition | Position, bool, tuple[str, ...]]]:
    """Return the conditions and positions that no card asks, whether each carries weight, and why there is none.

    The reasons are those of `tui_reader.decks.worth` where it carries none, else the checks that its cards failed.
    """
    context = Context.of(document, extraction)
    judged = explain(document, extraction, density)
    made = Asked((card for card, reasons in judged if not reasons), told_ties(context))
    asked = [item for item in _items(extraction) if made.asks(item)]
    told_twice = twins(context)
    found: list[tuple[Condition | Position, bool, tuple[str, ...]]] = []
    for item in _items(extraction):
        if not made.asks(item):
            why = slight(context, item, asked)
            why = why or ("repeats" if told_twice.get(item.id, frozenset()) & {one.id for one in asked} else None)
            checks = dict.fromkeys(reason for card, reasons in judged if card.item == item.id for reason in reasons)
            found.append((item, why is None, (why,) if why else tuple(checks) or ("no_question",)))
    return found


def _items(extraction: Extraction) -> list[Condition | Position]:
    return [*extraction.conditions, *extraction.positions]


def _last_resort(context: Context, item: Condition | Position, made: _Made) -> Iterator[tuple[Card, tuple[str, ...]]]:
    """Yield for each question that can be put to *item* within its passage the card made, or the first refused."""
    for ways in passage_cards(context, item):
        judged = ((candidate.card, made.judge(candidate, context)) for candidate in ways)
        tried: list[tuple[Card, tuple[str, ...]]] = []
        for card, reasons in judged:
            tried.append((card, reasons))
            if not reasons:
                break
        yield from tried[-1:] if tried and not tried[-1][1] else tried[:1]


@dataclass
class _Made:
    """The cards made so far, by what a new one could clash with."""

    density: Density
    twins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    families: set[tuple[str, str]] = field(default_factory=set)  # the items asked, and by what kind of question
    mirrors: Mirrors = field(default_factory=Mirrors)
    answered: Counter[str] = field(default_factory=Counter)  # how many questions ask for whom
    ids: set[str] = field(default_factory=set)
    prompts: set[str] = field(default_factory=set)
    passages: set[Span] = field(default_factory=set)  # the sentences of which one is shown with a gap
    answers: dict[frozenset[str], list[str]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, list[tuple[Span, Counter[str]]]] = field(default_factory=lambda: defaultdict(list))

    def judge(self, candidate: Candidate, context: Context) -> tuple[str, ...]:
        """Return why *candidate* is not made; nothing where it is, and then it is counted."""
        reasons = failed(candidate, context) or self.refuses(candidate.card)
        if not reasons:
            self.add(candidate.card)
        return reasons

    def refuses(self, card: Card) -> tuple[str, ...]:
        asked = _asked(card.prompt)
        twins = self.answers[frozenset(content_words(card.answer))]
        if (
            card.id in self.ids
            or card.prompt.casefold() in self.prompts
            or any(fuzz.token_sort_ratio(asked, twin) >= SAME or _within(asked, twin) for twin in twins)
        ):
            return ("unique",)
        family = FAMILIES.get(card.question, "")
        if family and any((twin, family) in self.families for twin in self.twins.get(card.item, ())):
            return ("unique",)
        if card.question is Question.STANCE and (card.item, CONTRAST) in self.families:
            return ("unique",)
        if family == WHO and self._is_guessed(card):
            return ("guessed",)
        if card.part == PASSAGE and card.sentence in self.passages:
            return ("enough",)  # one shows what the other asks for
        told = family == WHO and any(self.asks_of(twin) for twin in self.twins.get(card.item, ()))
        if self.density < Density.MORE and (told or self.mirrors.mirrors(card)):
            return ("mirrored",)
        return ("enough",) if self._place(card)["cards"] >= self.density else ()

    def asks_of(self, item: str) -> bool:
        """Whether a card asks what the holder of *item* says."""
        return (item, WHAT) in self.families

    def _is_guessed(self, card: Card) -> bool:
        """Whether too many of the questions for somebody have this answer: more than half as many as all others."""
        mine = self.answered[card.answer.casefold()]
        return mine >= max(GUESSED, (self.answered.total() - mine) // 2)

    def add(self, card: Card) -> None:
        family = FAMILIES.get(card.question, "")
        self.families.add((card.item, family))
        if family == WHO:
            self.answered[card.answer.casefold()] += 1
        self.mirrors.add(card)
        self.ids.add(card.id)
        self.prompts.add(card.prompt.casefold())
        self.answers[frozenset(content_words(card.answer))].append(_asked(card.prompt))
        self._place(card)["cards"] += 1
        if card.part == PASSAGE:
            self.passages.add(card.sentence)

    def _place(self, card: Card) -> Counter[str]:
        """Return the count of the stretch that *card* asks about, shared by cards that lie half within one another."""
        cell = card.span.start // CELL
        counts: Counter[str]
        for near in (cell - 1, cell, cell + 1):
            for span, counts in self.places[near]:
                if span.overlap(card.span) >= 0.5 * min(len(span), len(card.span)):
                    return counts
        counts = Counter()
        self.places[cell].append((card.span, counts))
        return counts


def _within(one: str, other: str) -> bool:
    """Whether one of two questions goes on where the other ends: “who said that A?”, “who said that A if B?”."""
    short, long = sorted((one.rstrip("?."), other.rstrip("?.")), key=len)
    return len(content_words(short)) >= TELLING and long.startswith(short)


def _asked(prompt: str) -> str:
    """Return *prompt* without the name of the text it speaks of."""
    return re.sub(r"^(?:In|According to) [^,]*?(?:”|’s \w+(?: of [^,]*)?), ", "", prompt).casefold()


def _weighed(context: Context) -> Iterator[Candidate]:
    """Yield all candidates, those about the actors of whom the text speaks most a little heavier."""
    mentions = {actor.id: len(actor.mentions) for actor in context.extraction.actors}
    most = max(mentions.values(), default=0) or 1
    for candidate in _candidates(context):
        card = candidate.card
        part = max((mentions.get(actor, 0) / most for actor in card.actors), default=0.0)
        yield replace(candidate, card=replace(card, weight=round(card.weight + MAIN * part, 3)))


def _candidates(context: Context) -> Iterator[Candidate]:
    yield from condition_cards(context)
    yield from position_cards(context)
    yield from contrast_cards(context)
    yield from attribution_cards(context)
    yield from quotation_cards(context)
    yield from altered_cards(context)
    yield from unmentioned_cards(context)
    yield from chain_cards(context)
