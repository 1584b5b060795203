"""One sitting over the cards of one or several texts, each answer kept as it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tui_reader.config.settings import Settings
from tui_reader.decks.choices import make_choice
from tui_reader.model import Card, CardState, Choice, Edit, EditAction, EditTarget, Rating, Review, StudyMode
from tui_reader.store.cardedits import edited_card
from tui_reader.store.courses import course_of, goal_plan
from tui_reader.store.library import Library
from tui_reader.store.match_sitting import MatchSitting
from tui_reader.store.material import Material
from tui_reader.store.memory import own_scheduler
from tui_reader.store.sitting_day import ONCE, SittingDay
from tui_reader.study.drill import Pair, drill
from tui_reader.study.exam import draw
from tui_reader.study.exercise import Exercise
from tui_reader.study.goal import GoalPlan
from tui_reader.study.leech import becomes_leech
from tui_reader.study.lineup import line_up
from tui_reader.study.selection import LATELY, Selection, in_order, select
from tui_reader.study.session import Session, Summary, is_open, summary
from tui_reader.study.statements import Statement, statements_of
from tui_reader.study.true_false import propose


class Sitting(SittingDay, MatchSitting):
    """What an app or a command drives: ask, answer, take back.

    Whatever raises NotSaved has changed nothing: the same card is asked again.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        materials: Iterable[Material],
        at: datetime,
        mode: StudyMode,
        selection: Selection | None = None,
        *,
        count: int | None = None,
        seed: int | None = None,
    ) -> None:
        """Begin with what is due and then new cards, within the limits of the day; with *selection*, with all of it.

        An exam draws *count* questions, or as many as is set, by *seed* from all cards or those selected. What a
        selection or an exam asks beyond the limits, or before it is due, is an answer as any other.
        """
        self.library = library
        self.mode = mode
        self.materials = {material.document.id: material for material in materials}
        cards = [card for material in self.materials.values() for card in material.cards]
        model = own_scheduler(library, settings)
        self.courses = {name: course_of(library, settings, name) for name in self.materials}
        self._settings, self._chosen = settings, selection is not None
        day = self._limits(model, at)
        states = {card.id: self.courses[card.document].standing(library.progress.state(card.id), at) for card in cards}
        self.session = Session(cards, states, model, mode, courses=self.courses)
        if selection is None:
            self.session.waiting = line_up(cards, states, at, day, self.plans(at))
        else:
            lately = library.progress.reviews(at - LATELY)
            self.session.waiting = in_order(select(cards, states, selection, at, lately), states, at)
        self._round: dict[str, Choice] = {}
        self.matches = []
        self.skipped = []
        if mode is StudyMode.MATCH:
            self.ask_matches(cards if selection is None else self.session.waiting, at)
        elif mode is StudyMode.EXAM:
            pool = [
                card for card in (cards if selection is None else self.session.waiting) if is_open(states[card.id], at)
            ]
            drawn = int(at.timestamp()) if seed is None else seed
            most = count or settings.whole("study.exam")
            self._ask_choices(draw(pool, lambda card: self._choice(card, drawn), most, drawn))

    @property
    def position(self) -> int:
        """Which card of the sitting is being asked, from 1."""
        return len({card.id for card, _, _ in self.session.answered}) + 1

    @property
    def total(self) -> int:
        return max(self.session.total, self.position if self.session.waiting else 0)

    def plans(self, at: datetime) -> dict[str, GoalPlan]:
        """Return what the goals of these texts ask from *at* on, by text."""
        found = {
            name: goal_plan(self.library, self.courses[name], material.cards, at)
            for name, material in self.materials.items()
        }
        return {name: plan for name, plan in found.items() if plan is not None}

    def ask_only(self, cards: Sequence[Card]) -> None:
        """Ask these cards, each once, and nothing else."""
        self.session.waiting = list(cards)

    def drill(self, pairs: Iterable[Pair], at: datetime, seed: int = 0) -> None:
        """Ask only who of a pair it was, as a choice between the two."""
        cards = [card for card in self.session.cards if is_open(self.session.state(card), at)]
        held: list[Statement] = []
        for name, material in self.materials.items():
            held += statements_of([card for card in cards if card.document == name], material.extraction)
        self._ask_choices(drill(cards, pairs, seed, held))

    def ask(self, at: datetime, seed: int | None = None) -> Exercise | None:
        """Return the card to answer at *at*, None when nothing is left; options are drawn anew for each repetition.

        Cards that the mode has no options for are left out, and are in `skipped`.
        """
        while (card := self._next(at)) is not None:
            if self.mode is StudyMode.MATCH or (self.mode in ONCE and not self.session.waiting):
                return None
            drawn = self.session.state(card).reviews if seed is None else seed
            material = self.materials[card.document]
            passage = card.sentence.of(material.document.text)
            asked = Exercise(card, self.mode, at, self._choice(card, drawn), material.names, passage=passage)
            left = [other for other in self.session.waiting if other.id != card.id]
            if not asked.bare or len(left) == len(self.session.waiting):
                return asked
            self.session.waiting = left
            self.skipped.append(card)
        return None

    def _next(self, at: datetime) -> Card | None:
        """Return the card to ask next, passing over those that another copy of the program has asked meanwhile."""
        with self.library.refreshed():
            while (card := self.session.current(at)) is not None:
                if not self._take_in(card, at):
                    break
                self.session.waiting = [other for other in self.session.waiting if other.id != card.id]
        return card

    def _take_in(self, card: Card, at: datetime) -> bool:
        """Take in what another copy of the program has made of a card meanwhile, and say whether it was asked there."""
        with self.library.refreshed():
            kept, known = self.library.progress.state(card.id), self.session.state(card)
        if (kept.reviews, kept.last_review) == (known.reviews, known.last_review):
            return False
        self.session.states[card.id] = self.courses[card.document].standing(kept, at)
        return True

    def answer(self, exercise: Exercise, rating: Rating, at: datetime) -> CardState:
        """Keep an answer in one append and return the card's new state.

        With it are kept its siblings, put off until tomorrow, and that an overruled answer is right from now on.
        """
        card = exercise.card
        self._take_in(card, at)
        review, state = self.session.answer(
            card,
            rating,
            at,
            seconds=round((at - exercise.began).total_seconds(), 1),
            confidence=exercise.confidence,
            answer=exercise.given,
            mode=exercise.mode,
        )
        accepted = self._acceptance(exercise, at)
        self.library.record(review, state, self.session.siblings(card, at), accepted)
        self.session.kept(card, review, state)
        if accepted is not None:
            self._reword(edited_card(self.materials[card.document].document, self._as_worded(card), accepted))
        return state

    def undo(self) -> Card | None:
        """Take back the last answer to a card of these texts, also of an earlier sitting; None if there is none.

        What another copy of the program does meanwhile is not taken back. The card is asked next.
        """
        undone = self.library.undo(*self.materials, own=True, replay=self._replay)
        if undone is None:
            return None
        for name, state in undone.states.items():
            self.session.states[name] = state
        card = self.session.take_back(undone.card, undone.state)
        if card is None:
            return None
        card = self._as_worded(card)
        if undone.edit is not None:
            gone = undone.edit.changes["answer"]
            card = replace(card, accepted=tuple(answer for answer in card.accepted if answer != gone))
        self._reword(card)
        return card

    def _replay(self, state: CardState, review: Review) -> CardState:
        """Return the state that a review leads to from another one than when it was given."""
        document = self.library.document_of(review.card)
        course = self.courses.get(document or "")
        scheduler = course or self.session.scheduler
        return scheduler.answer(review.card, state, review.rating, review.at)

    def put_off(self, card: Card, at: datetime) -> None:
        """Bury a card until tomorrow."""
        days = self.session.scheduler.days
        self.library.progress.bury([card.id], days.start(days.day(at) + timedelta(days=1)))
        self._leave_out(card)

    def suspend(self, card: Card) -> None:
        """Never ask a card again, until the reader says otherwise."""
        self.library.progress.suspend([card.id])
        self._leave_out(card)

    def reset(self, card: Card) -> None:
        """Make a card new, as if it had never been asked."""
        self.library.progress.reset([card.id])
        self._leave_out(card)

    def set_day(self, card: Card, day: date) -> None:
        """Ask a card on a day of the reader's choice."""
        self.library.progress.set_due([card.id], self.session.scheduler.days.start(day))
        self._leave_out(card)

    def suspended(self) -> list[Card]:
        """Return the cards of these texts that are never asked."""
        return [card for card in self.session.cards if self.library.progress.state(card.id).suspended]

    def reject(self, card: Card, at: datetime | None = None) -> None:
        """Take a card out of the deck for good."""
        now = at or datetime.now(UTC)
        self.library.edit(Edit(card.document, EditTarget.CARD, card.id, EditAction.REJECT, now))
        self._leave_out(card)

    def amend(self, card: Card, changes: Mapping[str, str], at: datetime) -> Card:
        """Change the words of a card, here and for good, and return it as it is now."""
        edit = Edit(card.document, EditTarget.CARD, card.id, EditAction.AMEND, at, changes)
        self.library.edit(edit)
        changed = edited_card(self.materials[card.document].document, card, edit)
        self._reword(changed)
        return changed

    def _reword(self, card: Card) -> None:
        """Take a card, from now on, in the words that it has here."""
        material = self.materials[card.document]
        cards = tuple(card if other.id == card.id else other for other in material.cards)
        self.materials[card.document] = replace(material, cards=cards)
        self.session.reword(card)

    def _as_worded(self, card: Card) -> Card:
        """Return a card in the words that it has now."""
        return next((other for other in self.materials[card.document].cards if other.id == card.id), card)

    def slipped_for_good(self, card: Card, before: CardState) -> bool:
        """Say whether the card has become a leech with its last answer, so that its passage should be read again."""
        return becomes_leech(before, self.session.state(card))

    def summary(self) -> Summary:
        return summary(self.session)

    def _ask_choices(self, choices: Iterable[Choice]) -> None:
        """Ask these questions, as they are, and nothing else."""
        self._round = {choice.card.id: choice for choice in choices}
        self.session.waiting = [choice.card for choice in self._round.values()]

    def _choice(self, card: Card, seed: int) -> Choice | None:
        """Return the options that the mode asks a card with, None where it has none or the text does not offer them."""
        if card.id in self._round:
            return self._round[card.id]
        if self.mode not in (StudyMode.CHOICE, StudyMode.EXAM, StudyMode.TRUE_FALSE):
            return None
        material = self.materials[card.document]
        choice = make_choice(card, material.document, material.extraction, material.cards, seed)
        if self.mode is StudyMode.TRUE_FALSE:
            return propose(card, choice, seed, material.document, material.extraction)
        return choice

    def _acceptance(self, exercise: Exercise, at: datetime) -> Edit | None:
        """Return the edit that makes an answer right which was overruled, None if it was not."""
        card, answer = exercise.card, " ".join((exercise.given or "").split())
        if not exercise.overruled or not answer:
            return None
        return Edit(card.document, EditTarget.CARD, card.id, EditAction.ACCEPT, at, {"answer": answer})

    def _leave_out(self, card: Card) -> None:
        self.session.waiting = [other for other in self.session.waiting if other.id != card.id]
        self.session.states[card.id] = self.library.progress.state(card.id)
