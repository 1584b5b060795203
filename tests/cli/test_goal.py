"""Goals and retention from the command line."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from tui_reader.cli.group import cli
from tui_reader.model import Card, CardKind, CardState, Extraction, Phase, Question, Span
from tui_reader.sources import read_text
from tui_reader.store import Library

DOCUMENT = read_text("If the toll falls, the boats will come. If it rains, the fair will close.\n")
TITLE = "if the toll"


@pytest.fixture
def run(tmp_path):
    span = Span(0, 5)
    with Library.open(tmp_path) as library:
        library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        made = [
            Card(str(n), DOCUMENT.id, str(n), CardKind.CONDITION, Question.CONSEQUENCE, "p?", "a", span, span)
            for n in range(9)
        ]
        library.keep_cards(DOCUMENT.id, made)

    def called(*arguments):
        return CliRunner().invoke(cli, ["--home", str(tmp_path), *arguments], catch_exceptions=False)

    return called


def failed(run, *arguments):
    from tui_reader.errors import TuiReaderError

    with pytest.raises(TuiReaderError) as caught:
        run(*arguments)
    return str(caught.value)


def test_a_goal_is_set_shown_everywhere_and_taken_away(run):
    said = run("goal", TITLE, "in 4 days").output
    assert "in 4 days: 3 new today (9 unseen)" in said
    (goal,) = json.loads(run("due", "--format", "json").output)["goals"]
    assert (goal["new_today"], goal["share"]) == (3, 0.95)
    assert json.loads(run("stats", "--format", "json").output)["goals"] == [goal]
    assert f"goal {goal['day']}: 3 new today" in run("stats").output
    assert run("due").output == "0\n"
    run("goal", TITLE, "--clear")
    assert json.loads(run("goal", "--format", "json").output) == []


def test_what_cannot_be_a_goal_is_refused_with_a_reason(run):
    assert "is past" in failed(run, "goal", TITLE, "2001-01-01")
    assert "write 2031-05-09, friday" in failed(run, "goal", TITLE, "soonish")
    assert "tui-reader list" in failed(run, "goal", "no such text", "friday")
    assert run("goal", "--clear").exit_code == 2


def test_a_text_has_its_own_retention_until_it_is_given_the_usual_one(run):
    assert run("retention", TITLE).output == "0.9 (as in the settings)\n"
    assert run("retention", TITLE, "0.95").output == "0.95\n"
    assert run("retention", TITLE).output == "0.95\n"
    assert "0.7 to 0.99" in failed(run, "retention", TITLE, "0.2")
    assert "no share" in failed(run, "retention", TITLE, "most")
    assert "as in the settings" in run("retention", TITLE, "default").output


def test_passages_of_cards_that_slipped_count_as_work_until_they_are_read(run, tmp_path):
    with Library.open(tmp_path) as library:
        slipped = CardState(Phase.RELEARNING, 2.0, 6.0, 0, datetime(2090, 1, 1, tzinfo=UTC), None, 4, lapses=1)
        library.progress.change("import", {"3": slipped})
    assert run("due").output == "1\n"
    assert json.loads(run("due", "--format", "json").output)["passages"] == 1
    (passage,) = json.loads(run("passages", "--format", "json").output)
    assert (passage["cards"], passage["words"]) == (["3"], DOCUMENT.text.strip())
    assert DOCUMENT.text.strip() in run("passages", TITLE, "--read").output
    assert run("due").output == "0\n"
    assert run("passages").stdout == ""


def test_a_day_is_set_and_taken_away_for_all_texts(run, tmp_path):
    other = read_text("The quay will open in spring, said the mayor of the town.\n")
    with Library.open(tmp_path) as library:
        library.keep_extraction(other, Extraction(other.id))
    told = json.loads(run("goal", "--all", "tomorrow", "--format", "json").output)
    assert len(told) == 2
    assert {one["days_left"] for one in told} == {1}
    assert run("goal", "--all", "if the", "tomorrow").exit_code == 2
    run("goal", "--all", "--clear")
    assert json.loads(run("goal", "--format", "json").output) == []
