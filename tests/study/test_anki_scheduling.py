"""Our schedule against that of the `anki` package, on random histories: one memory, one interval.

Anki is under the AGPL and no dependency: `pip install anki` beside the project runs these tests.
"""

import os
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.model import CardState, Phase, Rating
from tui_reader.study.day import StudyDays
from tui_reader.study.schedule import DEFAULT_WEIGHTS, Scheduler

HISTORIES = 300
LONG = 1000 * 86400  # seconds from which on Anki's 32-bit floats may round a half day the other way
KINDS = {Phase.NEW: 0, Phase.LEARNING: 0, Phase.REVIEW: 1, Phase.RELEARNING: 2}  # of a row in Anki's revlog
TYPES = {Phase.LEARNING: 1, Phase.REVIEW: 2, Phase.RELEARNING: 3}  # of a card


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    os.environ["ANKI_TEST_MODE"] = "1"  # no fuzz; read once, when Anki's backend is loaded
    opened = pytest.importorskip("anki.collection").Collection(str(tmp_path_factory.mktemp("anki") / "c.anki2"))
    opened.set_config("fsrs", True)
    yield opened
    opened.close()


@pytest.mark.parametrize("retention", [0.9, 0.82])
def test_memory_and_interval_are_those_of_anki(collection, retention):
    conf = collection.decks.config_dict_for_deck_id(1)
    conf |= {"fsrsParams6": list(DEFAULT_WEIGHTS), "desiredRetention": retention}
    collection.decks.update_config(conf)
    model = Scheduler(days=StudyDays(zone=UTC), retention=retention, fuzz=False)
    now = datetime.now(UTC)
    if model.days.day(now).toordinal() - model.days.day(now + timedelta(minutes=5)).toordinal():
        pytest.skip("the study day ends just now")
    assert datetime.fromtimestamp(collection.sched.day_cutoff, UTC) == model.days.start(
        model.days.day(now) + timedelta(days=1)
    ), "this machine does not keep UTC"
    draw = random.Random(f"anki/{retention}")
    for number in range(HISTORIES):
        history = _history(model, now, draw)
        card = _reviewed(collection, model, history, f"{retention}/{number}")
        state = history[-1][3]
        memory = collection.compute_memory_state(card.id)
        told = [(str(at), int(rating)) for at, rating, _, _ in history]
        assert memory.stability == pytest.approx(state.stability, rel=1e-3), told
        assert memory.difficulty == pytest.approx(state.difficulty, rel=1e-3), told
        _given(collection, model, card, state, memory, now, retention)
        # Anki keeps four decimals of a stability and three of a difficulty; from there on nothing may differ.
        kept = collection.get_card(card.id).memory_state
        state = replace(state, stability=kept.stability, difficulty=kept.difficulty)
        theirs = collection._backend.get_scheduling_states(card.id)
        for rating, ours in model.preview("card", state, now).items():
            phase, seconds, stability = _outcome(getattr(theirs, rating.name.lower()).normal)
            wait = model.interval(now, ours).total_seconds()
            assert ours.phase is phase
            assert wait == seconds or (seconds > LONG and abs(wait - seconds) <= 86400), (told, rating)
            assert ours.stability == pytest.approx(stability, rel=1e-3), (told, rating)


def _history(model, now, draw):
    """Return moments, ratings and the states before and after them, the last one before *now*."""
    at = now - timedelta(days=draw.randint(1, 900), minutes=draw.randint(0, 1000))
    state, found = CardState(), []
    for _ in range(draw.randint(1, 12)):
        rating = draw.choices(list(Rating), [2, 2, 5, 1])[0]
        before, state = state, model.answer("card", state, rating, at)
        found.append((at, rating, before, state))
        if state.phase is Phase.REVIEW:
            late = draw.choice([0, 0.1, 0.5, 1, 1, 1, 1.3, 2.5])
            at += timedelta(days=int(late * (state.due - at).days), minutes=draw.randint(5, 600))
        else:
            at += timedelta(minutes=draw.choice([1, 3, 10, 30, 300, 1500, 6000]))
        if at > now - timedelta(minutes=20):
            break
    return found


def _days(model, start, end):
    return (model.days.day(end) - model.days.day(start)).days


def _reviewed(collection, model, history, name):
    """Make a card with these reviews in Anki's log."""
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"] = name
    collection.add_note(note, 1)
    card = note.cards()[0]
    for place, (at, rating, before, after) in enumerate(history):
        interval = max(_days(model, at, after.due), 1) if after.phase is Phase.REVIEW else -600
        row = (
            int(at.timestamp() * 1000) + place,
            card.id,
            -1,
            int(rating),
            interval,
            0,
            500,
            3000,
            KINDS[before.phase],
        )
        while collection.db.scalar("select 1 from revlog where id = ?", row[0]):
            row = (row[0] + 1, *row[1:])
        collection.db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
    return card


def _given(collection, model, card, state, memory, now, retention):
    """Put the card where its reviews have brought it."""
    from anki.cards import FSRSMemoryState

    card = collection.get_card(card.id)
    card.memory_state = FSRSMemoryState(stability=memory.stability, difficulty=memory.difficulty)
    card.desired_retention, card.decay = retention, memory.decay
    card.last_review_time = int(state.last_review.timestamp())
    card.reps, card.lapses, card.type = state.reviews, state.lapses, TYPES[state.phase]
    if state.phase is Phase.REVIEW:
        card.queue, card.ivl = 2, max(_days(model, state.last_review, state.due), 1)
        card.due = collection.sched.today + _days(model, now, state.due)
    else:
        card.queue, card.due, card.ivl = 1, int(state.due.timestamp()), int(state.phase is Phase.RELEARNING)
        steps = model.learning_steps if state.phase is Phase.LEARNING else model.relearning_steps
        card.left = len(steps) - (state.step or 0)
    collection.update_card(card)


def _outcome(state):
    """Return phase, seconds to wait and stability of one of Anki's four next states."""
    kind = state.WhichOneof("kind")
    found = getattr(state, kind)
    if kind == "review":
        return Phase.REVIEW, found.scheduled_days * 86400, found.memory_state.stability
    learning = found.learning if kind == "relearning" else found
    return Phase(kind), learning.scheduled_secs, learning.memory_state.stability
