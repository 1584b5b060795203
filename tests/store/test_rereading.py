"""A card that slips puts its passage on the list of what to read again, until it is read."""

from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Card, CardKind, CardState, Extraction, Phase, Question, Rating, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.material import material_of, passages_of
from tui_reader.store.sitting import Sitting
from tui_reader.study.rereading import asks_reading

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")


def card(name, item, start):
    kind, question = CardKind.CONDITION, Question.CONSEQUENCE
    span = Span(start, start + 9)
    return Card(name, DOCUMENT.id, item, kind, question, f"{name}?", "a", span, span)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        opened.keep_cards(DOCUMENT.id, [card("late", "two", 40), card("early", "one", 0), card("twin", "one", 0)])
        yield opened


def sit(library, at):
    settings = load_settings(Home(library.home, library.home))
    return Sitting(library, settings, [material_of(library, DOCUMENT.id)], at, StudyMode.FLASHCARD)


def slip(library, *names, at=AT):
    """Learn cards, and forget them a year later; return the sitting and when that was."""
    for number, name in enumerate(names):
        state = CardState(Phase.REVIEW, 30.0, 5.0, None, at + timedelta(days=number), at - timedelta(days=30), 4)
        library.progress.change("import", {name: state})
    later = at + timedelta(days=365)
    sitting = sit(library, later)
    for name in names:
        exercise = sitting.ask(later)
        assert exercise.card.id == name
        sitting.answer(exercise.reveal(), Rating.AGAIN, later)
    return sitting, later


def owed(library):
    return [[one.id for one in passage.cards] for passage in passages_of(library, material_of(library, DOCUMENT.id))]


def test_a_lapse_asks_for_its_passage_once_in_the_order_of_the_text_and_counts_as_work(library):
    assert library.shelved(DOCUMENT.id).passages == 0
    slip(library, "late", "early")
    library.progress.change("import", {"twin": library.progress.state("early")})
    assert owed(library) == [["early", "twin"], ["late"]]
    assert library.shelved(DOCUMENT.id).passages == 2


def test_a_passage_says_why_it_is_to_be_read_again(library):
    slip(library, "early")
    states = {"twin": CardState(Phase.REVIEW, 1.0, 5.0, lapses=9)}
    library.progress.change("import", states)
    (passage,) = passages_of(library, material_of(library, DOCUMENT.id))
    assert passage.why == "a leech, slipped 9 times"
    library.progress.reset(["twin"])
    (passage,) = passages_of(library, material_of(library, DOCUMENT.id))
    assert passage.why == "slipped once"


def test_a_passage_that_was_read_is_off_the_list_until_its_card_slips_again(library):
    slip(library, "early")
    library.rereading.mark(["early"])
    assert owed(library) == []
    assert library.shelved(DOCUMENT.id).passages == 0
    slip(library, "late")
    assert owed(library) == [["late"]]
    state = library.progress.state("early")
    library.progress.change("import", {"early": CardState(Phase.RELEARNING, 2.0, 6.0, 0, AT, AT, 6, state.lapses + 1)})
    assert owed(library) == [["early"], ["late"]]


def test_taking_a_lapse_back_takes_its_passage_back(library):
    sitting, _ = slip(library, "early")
    sitting.undo()
    assert owed(library) == []


def test_what_was_read_is_known_the_next_time_and_after_a_reset_counts_no_more(tmp_path):
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        library.keep_cards(DOCUMENT.id, [card("early", "one", 0)])
        slip(library, "early")
        library.rereading.mark(["early"])
    (tmp_path / "library.json").unlink()
    with Library.open(tmp_path) as library:
        assert library.rereading.read() == {"early": 1}
        library.progress.reset(["early"])
        assert library.rereading.read() == {}


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (CardState(Phase.NEW), False),
        (CardState(Phase.REVIEW, stability=3.0, lapses=0), False),
        (CardState(Phase.RELEARNING, stability=40.0, lapses=1), True),
        (CardState(Phase.REVIEW, stability=3.0, lapses=1), True),
        (CardState(Phase.REVIEW, stability=40.0, lapses=1), False),  # learnt again without reading
        (CardState(Phase.REVIEW, stability=40.0, lapses=8), True),  # a leech is read again in any case
        (CardState(Phase.RELEARNING, stability=1.0, lapses=1, suspended=True), False),
    ],
)
def test_a_passage_is_asked_for_while_its_card_is_weak(state, asked):
    assert asks_reading(state) is asked
