"""Match: statements of one text and their holders, all seen at once, paired, and judged together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tui_reader.decks.choices import SINGULAR, apart, inside
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.verbs import known
from tui_reader.decks.wording import is_plural, upper_first, words
from tui_reader.model import Card, Choice, Extraction, Option, Rating, StudyMode
from tui_reader.study.exercise import Exercise
from tui_reader.study.statements import GAP, WRITER, Statement, statements_of

FEWEST = 2  # holders, and statements
MOST = 6  # of either
OTHERS = 1  # holders of nothing in the match, where else the last pair would tell itself
WRITERS_NAME = "The writer"
LETTERS = "abcdef"
OWNED = re.compile(r"(?:my|our|your|his|her|its|their)\b", re.IGNORECASE)  # whose it is, no list of names tells
COLLECTIVE = re.compile(r"(?:the\s)?(?:both|all|two|three|four|five|six)\b", re.IGNORECASE)  # whose parts hold it too
ROOT, SHORT = 5, 4  # letters: of a beginning that two names share, of a word that counts
PAIR = re.compile(r"\s*(?P<number>\d+)\s*[-:=.)]?\s*(?P<letter>[a-z])\s*[,;]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A match on the desk; each step returns it as it is after it.

    `holders` are ids of actors in the order of their letters, `names` what they are called. `given` has for each
    statement the index of the holder that it was paired with, `hand` is the index of the statement in hand. `weighing`
    is whether the next step is to say how sure the reader is of the pairs, `confidence` how sure, 0 to 1.
    """

    document: str
    statements: tuple[Statement, ...]
    holders: tuple[str, ...]
    names: tuple[str, ...]
    given: tuple[int | None, ...]
    hand: int = 0
    judged: bool = False
    weighing: bool = False
    confidence: float | None = None

    @property
    def card(self) -> Card:
        """The card of the statement in hand."""
        return self.statements[self.hand].card

    @property
    def unpaired(self) -> tuple[int, ...]:
        """The indexes of the statements without a holder."""
        return tuple(index for index, holder in enumerate(self.given) if holder is None)

    @property
    def begun(self) -> bool:
        """Whether any statement has a holder."""
        return len(self.unpaired) < len(self.statements)

    @property
    def right(self) -> int:
        """How many statements are with their holder."""
        return sum(self.is_right(index) for index in range(len(self.statements)))

    def really(self, index: int) -> int:
        """Return the index of the holder whose a statement really is."""
        return self.holders.index(self.statements[index].holder)

    def is_right(self, index: int) -> bool:
        return self.given[index] == self.really(index)

    def take(self, index: int) -> Match:
        """Take a statement in hand; one that is not there changes nothing."""
        return replace(self, hand=index, weighing=False) if 0 <= index < len(self.statements) else self

    def move(self, by: int) -> Match:
        return self.take(max(0, min(len(self.statements) - 1, self.hand + by)))

    def give(self, holder: int) -> Match:
        """Pair the statement in hand with a holder, and take the next one that has none in hand.

        The same holder again takes the pair back.
        """
        if self.judged or not 0 <= holder < len(self.holders):
            return self
        again = self.given[self.hand] == holder
        given = (*self.given[: self.hand], None if again else holder, *self.given[self.hand + 1 :])
        paired = replace(self, given=given, weighing=False)
        if again or not paired.unpaired:
            return paired
        later = [index for index in paired.unpaired if index > self.hand]
        return paired.take((later or paired.unpaired)[0])

    def without(self, index: int) -> Match:
        """Take a pair back, its statement in hand."""
        given = (*self.given[:index], None, *self.given[index + 1 :])
        return replace(self, given=given, hand=index, weighing=False)

    def read(self, told: str) -> Match | None:
        """Return the match with the pairs that were typed, as `1c 2a`; None where they cannot be read."""
        found, end, paired = list(PAIR.finditer(told)), 0, self
        for one in found:
            index, holder = int(one["number"]) - 1, LETTERS.find(one["letter"].lower())
            if one.start() != end or not (0 <= index < len(self.statements) and 0 <= holder < len(self.holders)):
                return None
            end = one.end()
            if paired.given[index] != holder:
                paired = paired.take(index).give(holder)
        return paired if found and end == len(told.rstrip()) else None

    def hand_in(self) -> Match:
        return replace(self, judged=True, hand=0, weighing=False)

    def weigh(self) -> Match:
        """Ask how sure the reader is of the pairs, before they are judged."""
        return self if self.judged else replace(self, weighing=True)

    def sure(self, confidence: float) -> Match:
        """Take down how sure the reader is of the pairs, 0 to 1; once they are judged it is too late."""
        return self if self.judged else replace(self, weighing=False, confidence=confidence)

    def narrowed(self, cards: Mapping[str, Card]) -> Match | None:
        """Return what is left of the match where only *cards*, by id, may be asked; None without two holders."""
        kept = [index for index, one in enumerate(self.statements) if one.card.id in cards]
        if len({self.statements[index].holder for index in kept}) < FEWEST:
            return None
        statements = tuple(replace(self.statements[n], card=cards[self.statements[n].card.id]) for n in kept)
        return replace(self, statements=statements, given=tuple(self.given[n] for n in kept), hand=0)

    def answers(self, began: datetime, at: datetime) -> list[tuple[Exercise, Rating]]:
        """Return each pair as one answered card with its rating; the time that the match took is shared out.

        How sure the reader was is said of each pair, and of no statement that was left without one.
        """
        each = (at - began) / len(self.statements)
        answered = []
        for index, one in enumerate(self.statements):
            options = tuple(
                Option(name, holder == one.holder, one.card.span if holder == one.holder else None)
                for holder, name in zip(self.holders, self.names, strict=True)
            )
            exercise = Exercise(one.card, StudyMode.MATCH, at - each, Choice(one.card, one.text, options))
            holder = self.given[index]
            if holder is not None and self.confidence is not None:
                exercise = exercise.sure(self.confidence)
            exercise = exercise.reveal() if holder is None else exercise.choose(holder)
            answered.append((exercise, exercise.suggested or Rating.AGAIN))
        return answered


def matches(cards: Iterable[Card], extraction: Extraction, most: int = MOST) -> list[Match]:
    """Return the matches that the cards of one text make, each card in one of them, those that come first in the first.

    A match has two holders or more, of each statement only one that is right, and of an item one statement. What says
    the same of the same holder as an earlier card is left out.
    """
    named = [actor for actor in extraction.actors if not OWNED.match(actor.name)]
    names = {actor.id: upper_first(actor.name) for actor in named} | {WRITER: WRITERS_NAME}
    left: list[Statement] = []
    for one in statements_of(cards, extraction):
        if one.holder in names and all(apart(one.text, other.text) for other in left if other.holder == one.holder):
            left.append(one)
    left = [one for one in left if not _told_by_number(one, left, names)]
    holders = list(dict.fromkeys(one.holder for one in left))
    found = []
    while taken := _spread(left, names, most):
        kept = {one.card.id for one in taken}
        left = [one for one in left if one.card.id not in kept]
        found.append(_match(taken, _joined(taken, holders, names), names))
    return found


def _told_by_number(one: Statement, others: Sequence[Statement], names: Mapping[str, str]) -> bool:
    """Whether the verb of a deed is for several, and only its holder is several: “… have refused to pay”."""
    first = (words(one.text) or [""])[0].casefold()
    many = is_plural(names[one.holder])
    numbered = SINGULAR.get(first) is False or known(first) is not None  # “have”, “ask”, but not “asked”, “will”
    if not (one.text.startswith(GAP) and many and numbered):
        return False
    return len({other.holder for other in others if is_plural(names[other.holder])}) < FEWEST


def _match(taken: Sequence[Statement], holders: Iterable[str], names: Mapping[str, str]) -> Match:
    ordered = sorted(holders, key=lambda holder: names[holder].casefold())
    statements = tuple(sorted(taken, key=lambda one: one.card.span.start))
    return Match(
        statements[0].card.document,
        statements,
        tuple(ordered),
        tuple(names[holder] for holder in ordered),
        (None,) * len(statements),
    )


def _joined(taken: Sequence[Statement], holders: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Return the holders of *taken*, and another where each of them holds one thing only."""
    joined = list(dict.fromkeys(one.holder for one in taken))
    if len(joined) == len(taken):
        rivals = {rival for one in taken for rival in one.rivals}
        others = [one for one in holders if one not in joined and one not in rivals and _told_apart(one, joined, names)]
        joined += others[: max(0, min(OTHERS, MOST - len(joined)))]
    return joined


def _told_apart(holder: str, others: Iterable[str], names: Mapping[str, str]) -> bool:
    """Whether no name is part of another, nor one of both or all of them: a state beside its fleet or “both sides”."""
    return not any(
        holder != other
        and (
            inside(names[holder], names[other])
            or inside(names[other], names[holder])
            or any(
                one.startswith(two[:ROOT]) or two.startswith(one[:ROOT])
                for one in _proper(names[holder])
                for two in _proper(names[other])
            )
            or any(COLLECTIVE.match(names[one]) for one in (holder, other))
        )
        for other in others
    )


def _proper(name: str) -> set[str]:
    """Return the proper words of a name, whose beginning who is called after somebody shares with them."""
    found = words(name)
    proper = {word.casefold() for index, word in enumerate(found) if word[:1].isupper() and len(word) >= SHORT}
    if len(found) > 1 and found[1].islower() and not found[0].endswith(("’s", "'s")):
        proper.discard(found[0].casefold())  # its capital only begins the name: “Senior official”
    return proper - wordset("institutions") - wordset("common_names")


def _spread(statements: Sequence[Statement], names: Mapping[str, str], most: int) -> list[Statement]:
    """Take one statement of each holder in turn that goes with those taken; none where fewer than two holders have any.

    As few as there can be have the same holder, so that the last ones cannot be told by what is left.
    """
    queues: dict[str, list[Statement]] = {}
    for one in statements:
        queues.setdefault(one.holder, []).append(one)
    taken: list[Statement] = []
    while len(taken) < most and any(queues.values()):
        for queue in queues.values():
            found = next((one for one in queue if _goes_with(one, taken, names)), None)
            queue[:] = [] if found is None else [other for other in queue if other is not found]
            if found is not None and len(taken) < most:
                taken.append(found)
    return taken if len({one.holder for one in taken}) >= FEWEST else []


def _goes_with(one: Statement, taken: Iterable[Statement], names: Mapping[str, str]) -> bool:
    """Whether a statement may stand beside those taken: it says something else, and is nobody else's among them."""
    return all(
        one.card.item != other.card.item
        and apart(one.text, other.text)
        and other.holder not in one.rivals
        and one.holder not in other.rivals
        and _told_apart(one.holder, (other.holder,), names)
        for other in taken
    )
