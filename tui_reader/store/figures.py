"""Everything that statistics show, of one text or of the whole library, as JSON values."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from tui_reader.store.library import Library
from tui_reader.study import statistics as of
from tui_reader.study.course import Course
from tui_reader.study.retention import Recalled, month, recalled, retention, retention_over_time, week
from tui_reader.study.schedule import Scheduler

DIFFICULTY = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
STABILITY = (0, 1, 3, 7, 14, 30, 90, 180, 365, 3650)  # days


def figures_of(library: Library, model: Scheduler, now: datetime, document: str | None = None) -> dict[str, Any]:
    """Return the figures of one text or of all; shares are 0 to 1, times in seconds or, of memory, in days.

    Reads the whole log, a second per 200,000 reviews: for a worker.
    """
    shelved = [one for one in library.documents(now) if document in (None, one.id)]
    cards = [card for one in shelved for card in library.cards(one.id)]
    by_id = {card.id: card for card in cards}
    courses = {one.id: Course(model, library.aims.goal(one.id)) for one in shelved}
    states = {card.id: courses[card.document].standing(library.progress.state(card.id), now) for card in cards}
    reviews = [review for review in library.progress.reviews() if review.card in by_id]
    days = of.by_day(reviews, model.days)
    seconds = round(sum(total.seconds for total in days), 1)
    seen = [state for state in states.values() if state.stability is not None]
    texts, by_actor, confused = [], [], []
    for one in shelved:
        own = [card for card in cards if card.document == one.id]
        extraction = library.extraction(one.id)
        actors = extraction.actors if extraction else ()
        names = {actor.id: actor.name for actor in actors}
        known = of.knowledge(own, states, model, now)
        texts.append(
            {
                "id": one.id,
                "title": one.title,
                "cards": one.cards,
                "due": one.due,
                "unseen": one.unseen,
                "learnt": one.learnt,
                "passages": one.passages,
                "known": known,
            }
        )
        by_actor += [
            {"text": one.id, "actor": names[actor], "known": share}
            for actor, share in of.knowledge_by_actor(own, states, model, now).items()
            if actor in names
        ]
        confused += [
            {"text": one.id, "meant": names[found.meant], "taken": names[found.taken], "times": found.times}
            for found in of.confusions(reviews, {card.id: card for card in own}, actors)
        ]
    return {
        "at": now.isoformat(),
        "texts": texts,
        "reviews": len(reviews),
        "seconds": seconds,
        "seconds_per_answer": round(seconds / len(reviews), 1) if reviews else None,
        "streak": of.streak(days, model.days.day(now)),
        "days": [{**asdict(total), "day": total.day.isoformat()} for total in days],
        "forecast": [
            {"day": day.isoformat(), "due": due} for day, due in of.forecast(states.values(), model.days, now)
        ],
        "retention": _retention(recalled(reviews, model)),
        "stability": {"edges": STABILITY, "cards": of.histogram([s.stability or 0 for s in seen], STABILITY)},
        "difficulty": {"edges": DIFFICULTY, "cards": of.histogram([s.difficulty or 0 for s in seen], DIFFICULTY)},
        "known": of.knowledge(cards, states, model, now),
        "known_by_kind": {kind.value: share for kind, share in of.knowledge_by_kind(cards, states, model, now).items()},
        "known_by_actor": by_actor,
        "confusions": confused,
        "calibration": [asdict(found) for found in of.calibration(reviews)],
    }


def _retention(answers: list[Recalled]) -> dict[str, Any]:
    """Return retention in all, and over time: by week, from its Monday, and by month, from its first day."""
    parts = {
        name: [{"from": day.isoformat(), **asdict(part)} for day, part in retention_over_time(answers, period)]
        for name, period in (("weeks", week), ("months", month))
    }
    return {**asdict(retention(answers)), **parts}
