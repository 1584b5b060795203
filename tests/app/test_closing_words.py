"""What is said at the end of a sitting."""

from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.app.card_face import usual_key
from tui_reader.app.closing_words import WRONG, closing_words
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.model import Card, CardKind, CardState, Extraction, Phase, Question, Rating, Span, StudyMode
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.courses import set_goal
from tui_reader.store.material import material_of
from tui_reader.store.sitting import Sitting
from tui_reader.study.goal import Goal
from tui_reader.study.plan import study_days

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")


def card(name):
    span = Span(0, 5)
    question = Question.CONSEQUENCE
    return Card(name, DOCUMENT.id, name, CardKind.CONDITION, question, f"What of {name}?", f"It {name}s", span, span)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        opened.keep_cards(DOCUMENT.id, [card(name) for name in ("fall", "rise", "wait")])
        yield opened


def settings(library):
    return load_settings(Home(library.home, library.home))


def sit(library, mode=StudyMode.FLASHCARD):
    return Sitting(library, settings(library), [material_of(library, DOCUMENT.id)], AT, mode)


def said(sitting, **given):
    head, lines = closing_words(sitting, [], AT, usual_key, **{"chosen": False, **given})
    return [head, *("".join(words for words, _ in line) for line in lines)]


def test_nothing_due_is_told_from_no_such_card(library):
    library.progress.suspend(["fall", "rise", "wait"])
    assert said(sit(library))[0] == "Nothing is due"
    assert said(sit(library), chosen=True)[0] == "No such card may be asked now"


def test_what_slipped_its_passages_the_goal_and_the_next_day_are_told(library):
    past = AT - timedelta(days=40)
    library.progress.change("import", {"fall": CardState(Phase.REVIEW, 30.0, 5.0, None, past, past, 4)})
    goal = Goal(study_days(settings(library)).day(AT) + timedelta(days=3))
    set_goal(library, settings(library), DOCUMENT.id, goal, AT)
    sitting = sit(library)
    sitting.answer(sitting.ask(AT).reveal(), Rating.AGAIN, AT)
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    words = said(sitting)
    assert words[:5] == ["Done for now", "1 right · 1 slipped", WRONG, "✗ What of fall?", "  It falls"]
    assert any("must be known in 3 days · 1 unseen" in line for line in words)
    assert "p 1 passage to read again, of cards that slipped" in words
    assert any(line.startswith("The next card is due in ") for line in words)


def test_after_recall_the_only_way_is_on(library):
    sitting = sit(library, StudyMode.RECALL)
    assert said(sitting)[0] == "Recalled"
    assert said(sitting)[-1] == "space read on"


def test_a_limit_that_is_reached_names_the_way_beyond_it(library):
    (library.home / "config.toml").write_text("[study]\nnew_per_day = 1\n", encoding="utf-8")
    sitting = sit(library)
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert "+ 2 cards more today, beyond the limit" in said(sitting)
    sitting.more(AT)
    for _ in range(2):
        sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert not any("beyond the limit" in line for line in said(sitting))
