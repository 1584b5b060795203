"""What the log of reviews says of a reader's knowledge; values only, for plots and for programs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tui_reader.model import Actor, Card, CardKind, CardState, Phase, Question, Rating, Review, StudyMode
from tui_reader.study.day import StudyDays
from tui_reader.study.schedule import Scheduler

KNOWN = (
    "Known: the chance, card by card, that you would recall it now; unseen or last answered wrong is none. "
    "Learnt: through its learning steps."
)
ABOUT_ACTORS = frozenset({Question.HOLDER, Question.SPEAKER, Question.STATER, Question.OBLIGOR})


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What one study day brought: answers, of them remembered, and seconds."""

    day: date
    reviews: int = 0
    remembered: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often *taken* was given for *meant*, both ids of actors."""

    meant: str
    taken: str
    times: int


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Answers given with a confidence from *low* to *high*: how sure the reader was and how often right."""

    low: float
    high: float
    answers: int
    confidence: float
    right: float


def by_day(reviews: Iterable[Review], days: StudyDays) -> list[DayTotal]:
    """Return the days on which there were answers, oldest first."""
    totals: dict[date, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for review in reviews:
        total = totals[days.day(review.at)]
        total[0] += 1
        total[1] += review.rating is not Rating.AGAIN
        total[2] += review.seconds or 0.0
    return [DayTotal(day, int(n), int(good), seconds) for day, (n, good, seconds) in sorted(totals.items())]


def streak(totals: Sequence[DayTotal], today: date) -> int:
    """Return on how many study days in a row, up to today or yesterday, there were answers."""
    answered = {total.day for total in totals}
    day = today if today in answered else today - timedelta(days=1)
    count = 0
    while day in answered:
        count, day = count + 1, day - timedelta(days=1)
    return count


def forecast(states: Iterable[CardState], days: StudyDays, at: datetime, length: int = 30) -> list[tuple[date, int]]:
    """Return how many cards fall due on each of the next *length* study days; what is overdue counts for today."""
    today = days.day(at)
    counts: Counter[date] = Counter()
    for state in states:
        if state.phase is not Phase.NEW and state.due is not None and not state.suspended:
            counts[max(today, days.day(state.due))] += 1
    return [(today + timedelta(days=n), counts[today + timedelta(days=n)]) for n in range(length)]


def share_known(state: CardState, scheduler: Scheduler, at: datetime) -> float:
    """Return how well a card is known at *at*, 0 to 1: what *known* means wherever the program says it.

    A card that is learnt counts by the probability that it would be recalled. One never answered counts 0, as does one
    that slipped and was not got right since, whatever the forgetting curve says of the hour after an answer was seen.
    One in its learning steps counts by how many of them it has passed: after a wrong answer none, of two one is half.
    """
    match state.phase:
        case Phase.REVIEW:
            return scheduler.retrievability(state, at) or 0.0
        case Phase.LEARNING if scheduler.learning_steps:
            return min(state.step or 0, len(scheduler.learning_steps)) / len(scheduler.learning_steps)
        case _:
            return 0.0


def knowledge(
    cards: Iterable[Card], states: Mapping[str, CardState], scheduler: Scheduler, at: datetime
) -> float | None:
    """Return how well *cards* are known at *at*, on average over all of them; None without any."""
    return known_share((states.get(card.id, CardState()) for card in cards), scheduler, at)


def known_share(states: Iterable[CardState], scheduler: Scheduler, at: datetime) -> float | None:
    """Return how well cards in these states are known at *at*, on average; None without any."""
    shares = [share_known(state, scheduler, at) for state in states]
    return sum(shares) / len(shares) if shares else None


def knowledge_by_kind(
    cards: Iterable[Card], states: Mapping[str, CardState], scheduler: Scheduler, at: datetime
) -> dict[CardKind, float]:
    """Return how well each kind of card that there is is known."""
    grouped: dict[CardKind, list[Card]] = defaultdict(list)
    for card in cards:
        grouped[card.kind].append(card)
    return {kind: knowledge(group, states, scheduler, at) or 0.0 for kind, group in grouped.items()}


def knowledge_by_actor(
    cards: Iterable[Card], states: Mapping[str, CardState], scheduler: Scheduler, at: datetime
) -> dict[str, float]:
    """Return for each actor, by id, how well the cards about them are known."""
    grouped: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        for actor in card.actors:
            grouped[actor].append(card)
    return {actor: knowledge(group, states, scheduler, at) or 0.0 for actor, group in grouped.items()}


def histogram(values: Iterable[float], edges: Sequence[float]) -> list[int]:
    """Return how many values lie in each of the half-open bins between *edges*; the last bin takes all above."""
    counts = [0] * (len(edges) - 1)
    for value in values:
        fitting = [index for index in range(len(counts)) if value >= edges[index]]
        if fitting:
            counts[fitting[-1]] += 1
    return counts


def confusions(reviews: Iterable[Review], cards: Mapping[str, Card], actors: Sequence[Actor]) -> list[Confusion]:
    """Return whom the reader takes for whom, from wrong answers that name another actor, the most frequent first."""
    names = {name.casefold(): actor.id for actor in actors for name in actor.every_name}
    counts: Counter[tuple[str, str]] = Counter()
    for review in reviews:
        card = cards.get(review.card)
        if card is None or review.rating is not Rating.AGAIN or not review.answer:
            continue
        taken = names.get(review.answer.strip().casefold())
        if card.question in ABOUT_ACTORS:
            meant = names.get(card.answer.casefold())
        elif review.mode is StudyMode.MATCH and card.actors:
            meant = card.actors[0]  # whose statement was paired with somebody else
        else:
            continue
        if meant and taken and meant != taken:
            counts[meant, taken] += 1
    return [Confusion(meant, taken, times) for (meant, taken), times in counts.most_common()]


def calibration(reviews: Iterable[Review], bins: int = 5) -> list[CalibrationBin]:
    """Return how often the reader was right against how sure they were, for each bin that has answers."""
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for review in reviews:
        if review.confidence is not None:
            sure = min(1.0, max(0.0, review.confidence))
            grouped[min(int(sure * bins), bins - 1)].append((sure, review.rating is not Rating.AGAIN))
    return [
        CalibrationBin(
            index / bins,
            (index + 1) / bins,
            len(answers),
            sum(sure for sure, _ in answers) / len(answers),
            sum(right for _, right in answers) / len(answers),
        )
        for index, answers in sorted(grouped.items())
    ]
