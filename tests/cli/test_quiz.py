"""The line quiz, driven as a script drives it: through standard input and output."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from tests.study.test_matching import HELD, stances
from tui_reader.cli import material
from tui_reader.cli.group import cli
from tui_reader.model import (
    Card,
    CardKind,
    CardState,
    Choice,
    Extraction,
    Option,
    Phase,
    Question,
    Rating,
    Span,
    StudyMode,
)
from tui_reader.store import Library
from tui_reader.study.matching import matches

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
    assert "2 right, 0 slipped." in result.output
    flashcard = StudyMode.FLASHCARD
    assert kept(read) == [("one", Rating.EASY, flashcard, None), ("two", Rating.EASY, flashcard, None)]


def test_what_was_answered_is_there_the_next_time(read):
    read("--mode", "flashcard", typed="\n4\nq\n")
    again = read("--mode", "flashcard", typed="q\n")
    assert "1/1  What would follow if it rains?" in again.output


def test_the_end_of_the_input_ends_the_quiz_and_keeps_what_was_answered(read):
    assert read("--mode", "flashcard", typed="\n4\n").exit_code == 0
    assert len(kept(read)) == 1


def test_a_limit_of_the_day_is_told_and_plus_goes_beyond_it(read):
    read("--mode", "flashcard", "--count", "1", typed="\n4\n")
    (read.home / "config.toml").write_text("[study]\nnew_per_day = 1\n", encoding="utf-8")
    ended = read("--mode", "flashcard", typed="\n")
    assert "Today's limit of 1 new card is reached; unseen: 1." in ended.output
    assert len(kept(read)) == 1
    read("--mode", "flashcard", typed="+\n\n4\n")
    assert [row[0] for row in kept(read)] == ["one", "two"]


def test_where_the_limit_ends_the_cards_the_last_answer_can_be_taken_back_too(read):
    (read.home / "config.toml").parent.mkdir(exist_ok=True)
    (read.home / "config.toml").write_text("[study]\nnew_per_day = 1\n", encoding="utf-8")
    result = read("--mode", "flashcard", typed="\n4\nu\n\n1\nq\n")
    assert "Taken back." in result.output
    assert [row[:2] for row in kept(read)] == [("one", Rating.AGAIN)]


def test_undo_within_a_sitting_asks_the_card_again(read):
    result = read("--mode", "flashcard", typed="\n4\nu\n\n1\nq\n")
    assert result.output.count("What would follow if the toll falls?") >= 2
    assert [row[:2] for row in kept(read)] == [("one", Rating.AGAIN)]


def test_a_typed_answer_is_judged_and_kept_as_it_was_typed(read):
    result = read("--mode", "typed", "--count", "2", typed="boats come\n3\nthe fair will not close\n1\n")
    assert "Right." in result.output
    assert "Not that: negated the other way round." in result.output
    assert [row[3] for row in kept(read)] == ["boats come", "the fair will not close"]


def test_how_sure_the_reader_is_is_asked_after_the_answer_and_its_parts_are_told(read):
    result = read("--mode", "typed", "--count", "1", "--confidence", typed="the toll\n4\n1\n")
    assert "✗ consequence\n" in result.output
    assert "missing: boats, come" in result.output
    with Library.open(read.home) as library:
        assert [(one.answer, one.confidence) for one in library.progress.reviews()] == [("the toll", 1.0)]


def test_anything_but_a_rating_is_asked_again(read):
    result = read("--mode", "flashcard", "--count", "1", typed="\n7\nmaybe\n2\n")
    assert result.output.count("Rate yourself: 1 again, 2 hard, 3 good, 4 easy.") == 2
    assert [row[1] for row in kept(read)] == [Rating.HARD]


def test_cards_are_chosen_by_kind_and_by_how_they_are_known(read):
    none = read("--mode", "flashcard", "--kind", "position", typed="q\n").output
    assert "What would" not in none
    assert "no card that may be asked is like that" in none
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
    assert "no card is about 'Nobody'" in str(nobody.exception)


def test_a_drill_needs_somebody_to_confuse(read):
    said = read("--drill", typed="q\n")
    assert "you have taken nobody for another yet" in str(said.exception)
    assert read("--drill", "--actor", "Brisk", typed="q\n").exit_code == 2


def reviews(read):
    with Library.open(read.home) as library:
        return list(library.progress.reviews())


def states(read):
    with Library.open(read.home) as library:
        return {name: library.progress.state(name) for name in ("one", "two")}


def test_how_sure_the_reader_is_is_asked_before_the_answer_shows_and_kept(read):
    result = read("--mode", "flashcard", "--confidence", "--count", "1", typed="sure\n4\n\n3\n")
    assert result.output.index("What would follow") < result.output.index("Answer:")
    assert [review.confidence for review in reviews(read)] == [1.0]
    typed = read("--mode", "typed", "--confidence", "--count", "1", typed="the fair will close\n1\n\n")
    assert "Right." in typed.output
    assert [(review.confidence, review.rating) for review in reviews(read)][1:] == [(0.0, Rating.GOOD)]


def test_a_wrong_answer_is_overruled_and_accepted_from_then_on(read):
    said = read("--mode", "typed", "--count", "1", typed="locusts will swarm\no\n").output
    assert "Not that" in said
    assert [review.rating for review in reviews(read)] == [Rating.GOOD]
    with Library.open(read.home) as library:
        card = next(one for one in library.cards(library.documents()[0].id) if one.id == "one")
    assert card.accepted == ("locusts will swarm",)


def test_taking_an_overruled_answer_back_also_takes_back_that_it_is_right(read):
    read("--mode", "typed", "--count", "1", typed="locusts will swarm\no\n")
    said = read("--mode", "typed", "--count", "1", typed="u\nlocusts will swarm\nq\n").output
    assert "Taken back." in said
    assert "Not that" in said
    with Library.open(read.home) as library:
        assert [card.accepted for card in library.cards(library.documents()[0].id) if card.id == "one"] == [()]


def test_o_is_no_rating_where_there_is_nothing_to_overrule(read):
    read("--mode", "typed", "--count", "1", typed="the boats will come\no\n3\n")
    assert [review.rating for review in reviews(read)] == [Rating.GOOD]


def test_a_card_is_put_off_or_suspended_from_any_prompt_and_that_can_be_taken_back(read):
    result = read("--mode", "flashcard", typed="-\n\n!\nq\n")
    assert result.output.count("What would follow") == 2
    assert states(read)["one"].buried_until is not None
    assert states(read)["two"].suspended
    read("--mode", "flashcard", typed="u\nq\n")
    nothing_left = read("--mode", "flashcard", typed="q\n").output
    assert "0 right, 0 slipped." in nothing_left


def test_the_keys_are_told_and_the_same_card_goes_on(read):
    result = read("--mode", "flashcard", "--count", "1", typed="?\n\n?\n3\n")
    assert result.output.count("! suspends it") == 2
    assert len(reviews(read)) == 1


def test_the_passage_of_a_card_that_slipped_is_printed_and_counts_as_read(read):
    read("--mode", "flashcard", typed="q\n")
    past = datetime(2020, 1, 1, tzinfo=UTC)
    with Library.open(read.home) as library:
        library.progress.change("import", {"one": CardState(Phase.REVIEW, 30.0, 5.0, None, past, past, 4)})
    said = read("--mode", "flashcard", "--count", "2", typed="\n1\np\n\n3\n").output
    assert "It slipped: p prints its passage" in said
    assert f"Passage: {TEXT.strip()}" in said
    with Library.open(read.home) as library:
        assert library.documents()[0].passages == 0


@pytest.fixture
def choices(monkeypatch):
    def make_choice(card, document, extraction, cards, seed):
        options = (Option(card.answer, True), Option("the mill will stop", False, note="Whose it was."))
        return Choice(card, card.prompt, options)

    monkeypatch.setattr("tui_reader.store.sitting.make_choice", make_choice)


def test_an_exam_tells_nothing_before_its_end_and_its_result_is_written(read, choices, tmp_path):
    file = tmp_path / "result.txt"
    result = read("--mode", "exam", "--seed", "3", "--report", str(file), typed="a\nb\n")
    asked, closing = result.output.split("Exam: ")
    assert "Right" not in asked
    assert "Wrong" not in asked
    assert "Answer:" not in asked
    assert "1 of 2 right (50 %)" in closing
    assert file.read_text(encoding="utf-8").strip() == f"Exam: {closing.strip()}"
    # An exam asks what it asks, due or not.
    values = tmp_path / "result.json"
    read("--mode", "exam", "--count", "1", "--report", str(values), typed="b\n")
    told = json.loads(values.read_text(encoding="utf-8"))
    assert told["total"] == {"right": 0, "asked": 1}
    assert told["wrong"][0]["chosen"] == "the mill will stop"


def test_a_report_is_for_exams_and_says_where_it_cannot_be_written(read, choices, tmp_path):
    assert read("--report", str(tmp_path / "x"), typed="q\n").exit_code == 2
    failed = read("--mode", "exam", "--report", str(tmp_path / "no" / "x"), typed="a\na\n")
    assert "cannot write" in str(failed.exception)
    assert len(reviews(read)) == 2


def test_a_match_is_paired_by_numbers_and_letters_and_judged_at_once(read, monkeypatch):
    (match,) = matches(*stances(*HELD))
    monkeypatch.setattr("tui_reader.store.match_sitting.matches", lambda cards, _: [_of(cards, match)])
    result = read("--mode", "match", typed="1a 9z\n1a\n\n2c\n1b\n\n")
    assert "  1 … rejects the lease" in result.output
    assert "  b) Ode" in result.output
    assert "please, as 1c 2a." in result.output
    assert "Without a holder: 2. Enter once more hands in what there is." in result.output
    assert "1 of 2 statements right." in result.output
    assert "  1 wrong: Ana Brisk, not Ode." in result.output
    assert "not learnt yet" in result.output
    assert [row[1:] for row in kept(read)] == [
        (Rating.AGAIN, StudyMode.MATCH, "Ode"),
        (Rating.GOOD, StudyMode.MATCH, "The Tarn guild"),
    ]


def test_of_a_match_it_is_said_once_how_sure_one_is(read, monkeypatch):
    (match,) = matches(*stances(*HELD))
    monkeypatch.setattr("tui_reader.store.match_sitting.matches", lambda cards, _: [_of(cards, match)])
    assert read("--mode", "match", "--confidence", typed="1a 2b\n\n3\n").exit_code == 0
    with Library.open(read.home) as library:
        assert [review.confidence for review in library.progress.reviews()] == [2 / 3, 2 / 3]


def _of(cards, match):
    """What two hold of a match, of the cards that there are."""
    pairs = zip(match.statements[::2], cards, strict=True)
    statements = tuple(replace(statement, card=card) for statement, card in pairs)
    return replace(match, document=cards[0].document, statements=statements, given=(None, None))
