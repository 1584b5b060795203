"""The line quiz, driven as a script drives it: through standard input and output."""

import pytest
from click.testing import CliRunner

from tui_reader.cli import material
from tui_reader.cli.group import cli
from tui_reader.model import (
    Card,
    CardKind,
    Extraction,
    Question,
    Rating,
    Span,
    StudyMode,
)
from tui_reader.store import Library

TEXT = "If the toll falls, the boats will come. If it rains, the fair will close.\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """A text with two cards, made without the language model."""
    file = tmp_path / "toll.txt"
    file.write_text(TEXT, encoding="utf-8")

    def cards(document, extraction):
        def card(name, prompt, answer):
            at = TEXT.index(answer)
            span = Span(at, at + len(answer))
            kind, question = CardKind.CONDITION, Question.CONSEQUENCE
            return Card(name, document.id, name, kind, question, prompt, answer, span, Span(0, len(TEXT) - 1))

        return (
            card("one", "What would follow if the toll falls?", "the boats will come"),
            card("two", "What would follow if it rains?", "the fair will close"),
        )

    monkeypatch.setattr(material, "analyse", lambda home, document: Extraction(document.id))
    monkeypatch.setattr("tui_reader.decks.cards.make_cards", cards)

    def quiz(*options, typed):
        arguments = ["--home", str(tmp_path / "home"), "quiz", str(file), "--plain", *options]
        return CliRunner().invoke(cli, arguments, input=typed)

    quiz.home = tmp_path / "home"
    return quiz


def kept(read):
    with Library.open(read.home) as library:
        return [(review.card, review.rating, review.mode, review.answer) for review in library.progress.reviews()]


def test_cards_are_shown_revealed_and_rated(read):
    result = read("--mode", "flashcard", typed="\n4\n\n4\n")
    assert result.exit_code == 0
    assert "1/2  What would follow if the toll falls?" in result.output
    assert "Answer: the boats will come" in result.output
    assert "2 learnt, 0 slipped." in result.output
    flashcard = StudyMode.FLASHCARD
    assert kept(read) == [("one", Rating.EASY, flashcard, None), ("two", Rating.EASY, flashcard, None)]


def test_what_was_answered_is_there_the_next_time(read):
    read("--mode", "flashcard", typed="\n4\nq\n")
    again = read("--mode", "flashcard", typed="q\n")
    assert "1/1  What would follow if it rains?" in again.output


def test_the_end_of_the_input_ends_the_quiz_and_keeps_what_was_answered(read):
    assert read("--mode", "flashcard", typed="\n4\n").exit_code == 0
    assert len(kept(read)) == 1


def test_undo_within_a_sitting_asks_the_card_again(read):
    result = read("--mode", "flashcard", typed="\n4\nu\n\n1\nq\n")
    assert result.output.count("What would follow if the toll falls?") >= 2
    assert [row[:2] for row in kept(read)] == [("one", Rating.AGAIN)]


def test_a_typed_answer_is_judged_and_kept_as_it_was_typed(read):
    result = read("--mode", "typed", "--count", "2", typed="boats come\n3\nthe fair will not close\n1\n")
    assert "Right." in result.output
    assert "Not that: negated the other way round." in result.output
    assert [row[3] for row in kept(read)] == ["boats come", "the fair will not close"]


def test_anything_but_a_rating_is_asked_again(read):
    read("--mode", "flashcard", "--count", "1", typed="\n7\nmaybe\n2\n")
    assert [row[1] for row in kept(read)] == [Rating.HARD]


def test_cards_are_chosen_by_kind_and_by_how_they_are_known(read):
    assert "What would" not in read("--mode", "flashcard", "--kind", "position", typed="q\n").output
    read("--mode", "flashcard", typed="\n1\nq\n")
    forgotten = read("--mode", "flashcard", "--forgotten", "--kind", "condition", typed="q\n").output
    assert "1/1  What would follow if the toll falls?" in forgotten
    new = read("--mode", "flashcard", "--new", typed="q\n").output
    assert "1/1  What would follow if it rains?" in new


def test_a_choice_of_cards_takes_the_whole_library_and_names_what_it_does_not_know(read):
    read("--mode", "flashcard", typed="q\n")
    with Library.open(read.home) as library:
        library.tag(library.documents()[0].id, "ferry")
    arguments = ["--home", str(read.home), "quiz", "--plain", "--mode", "flashcard"]
    found = CliRunner().invoke(cli, [*arguments, "--tag", "ferry"], input="q\n")
    assert "1/2  What would follow if the toll falls?" in found.output
    wrong = CliRunner().invoke(cli, [*arguments, "--tag", "fery"], input="q\n")
    assert "the tags are ferry" in str(wrong.exception)
    nobody = CliRunner().invoke(cli, [*arguments, "--actor", "Nobody"], input="q\n")
    assert "no actor is called 'Nobody'" in str(nobody.exception)


def test_a_drill_needs_somebody_to_confuse(read):
    said = read("--drill", typed="q\n")
    assert "you have taken nobody for another yet" in str(said.exception)
    assert read("--drill", "--actor", "Brisk", typed="q\n").exit_code == 2
