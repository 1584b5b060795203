"""Whom a reader takes for whom, and the drill for it, from the log to the answers."""

from datetime import UTC, datetime

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import StoreError
from tui_reader.model import Actor, ActorKind, Card, CardKind, Extraction, Question, Rating, Review, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.confusing import confused_pairs, named_pairs
from tui_reader.store.figures import figures_of
from tui_reader.store.material import material_of
from tui_reader.store.memory import own_scheduler
from tui_reader.store.sitting import Sitting

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DOCUMENT = read_text("Brisk agrees. Tarn doubts. Orrin waits.\n")
ACTORS = tuple(Actor(name.lower(), name, ActorKind.PERSON, (name,)) for name in ("Brisk", "Tarn", "Orrin"))


def card(name, answer):
    span = Span(0, 5)
    question, prompt = Question.HOLDER, f"Who {name}?"
    kind, about = CardKind.POSITION, (answer.lower(),)
    return Card(name, DOCUMENT.id, name, kind, question, prompt, answer, span, span, actors=about)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id, actors=ACTORS))
        opened.keep_cards(DOCUMENT.id, [card("agrees", "Brisk"), card("doubts", "Tarn"), card("waits", "Orrin")])
        for name, said in (("agrees", "Tarn"), ("doubts", "brisk"), ("waits", "Tarn"), ("waits", "nobody")):
            review = Review(name, Rating.AGAIN, AT, StudyMode.TYPED, answer=said)
            opened.record(review, opened.progress.state(name))
        yield opened


def test_a_pair_counts_both_ways_and_the_most_frequent_comes_first(library):
    found = confused_pairs(library, [material_of(library, DOCUMENT.id)])
    assert [({one.pair.one.name, one.pair.other.name}, one.times) for one in found] == [
        ({"Brisk", "Tarn"}, 2),
        ({"Orrin", "Tarn"}, 1),
    ]


def test_a_drill_asks_both_of_a_pair_whether_they_are_due_or_not_and_its_answers_are_kept(library):
    material = material_of(library, DOCUMENT.id)
    settings = load_settings(Home(library.home, library.home))
    sitting = Sitting(library, settings, [material], AT, StudyMode.CHOICE)
    sitting.drill([confused_pairs(library, [material])[0].pair], AT)
    asked = []
    while (exercise := sitting.ask(AT)) is not None and exercise.card.id not in asked:
        asked.append(exercise.card.id)
        right = next(n for n, option in enumerate(exercise.options) if option.right)
        assert {option.text for option in exercise.options} == {"Brisk", "Tarn"}
        answered = exercise.choose(right)
        sitting.answer(answered, answered.suggested, AT)
    assert sorted(asked) == ["agrees", "doubts"]
    assert [review.mode for review in library.progress.reviews()][-2:] == [StudyMode.CHOICE] * 2


def test_two_actors_are_named_for_a_drill_or_refused(library):
    material = material_of(library, DOCUMENT.id)
    (pair,) = named_pairs([material], "brisk", "Orrin")
    assert (pair.one.name, pair.other.name) == ("Brisk", "Orrin")
    with pytest.raises(StoreError, match="are not two actors"):
        named_pairs([material], "Brisk", "Brisk")


def test_figures_have_every_part_for_programs_and_leave_no_zero_out(library):
    model = own_scheduler(library, load_settings(Home(library.home, library.home)))
    figures = figures_of(library, model, AT)
    assert set(figures) >= {
        "forecast",
        "retention",
        "days",
        "stability",
        "difficulty",
        "seconds",
        "known",
        "known_by_kind",
        "known_by_actor",
        "confusions",
        "calibration",
    }
    assert figures["retention"] == {"true": None, "predicted": None, "answers": 0, "weeks": [], "months": []}
    (day,) = figures["days"]
    assert (day["reviews"], day["remembered"], day["seconds"]) == (4, 0, 0.0)
