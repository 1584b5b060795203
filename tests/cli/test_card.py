"""Single cards from the command line: suspend, resume, later, reset, due, show."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from tui_reader.cli.group import cli
from tui_reader.errors import StoreError
from tui_reader.model import Card, CardKind, CardState, Extraction, Phase, Question, Rating, Review, Span
from tui_reader.sources import read_text
from tui_reader.store import Library

DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")
ID, OTHER = "3f2a77", "3f2b00"


@pytest.fixture
def run(tmp_path):
    span = Span(0, 5)
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        made = [
            Card(name, DOCUMENT.id, name, CardKind.CONDITION, Question.CONSEQUENCE, "p?", "a", span, span)
            for name in (ID, OTHER)
        ]
        library.keep_cards(DOCUMENT.id, made)

    def called(*arguments):
        return CliRunner().invoke(cli, ["--home", str(tmp_path), "card", *arguments], catch_exceptions=False)

    return called


def state(tmp_path):
    with Library.open(tmp_path) as library:
        return library.progress.state(ID)


def test_a_card_is_suspended_and_resumed_by_the_beginning_of_its_id(run, tmp_path):
    run("suspend", "3f2a")
    assert state(tmp_path).suspended
    run("resume", "3f2a")
    assert not state(tmp_path).suspended


def test_a_card_is_put_off_given_a_day_and_made_new(run, tmp_path):
    run("later", ID)
    assert state(tmp_path).buried_until > datetime.now(UTC)
    run("due", "in 5 days", ID)
    found = state(tmp_path)
    assert found.phase is Phase.LEARNING
    assert timedelta(days=3) < found.due - datetime.now(UTC) < timedelta(days=6)
    run("reset", ID)
    assert state(tmp_path) == CardState()


def test_all_that_is_known_of_a_card_is_shown(run, tmp_path):
    with Library.open(tmp_path) as library:
        review = Review(ID, Rating.GOOD, datetime(2031, 5, 6, tzinfo=UTC), seconds=4.0)
        library.record(review, CardState(Phase.REVIEW, 3.0, 5.0, reviews=1))
    (row,) = json.loads(run("show", ID).output)
    assert (row["card"]["prompt"], row["state"]["stability"]) == ("p?", 3.0)
    assert row["reviews"][0]["seconds"] == 4.0


@pytest.mark.parametrize(("wanted", "said"), [("3f2", "2 cards begin"), ("ffff", "no card begins"), ("", "no card")])
def test_a_card_that_is_not_named_clearly_is_refused(run, wanted, said):
    with pytest.raises(StoreError, match=said):
        run("suspend", wanted)
