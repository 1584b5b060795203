from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import NotSaved
from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    CardState,
    Choice,
    Edit,
    EditAction,
    EditTarget,
    Extraction,
    Option,
    Phase,
    Question,
    Rating,
    Span,
    StudyMode,
)
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.material import material_of
from tui_reader.store.sitting import Sitting

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
TEXT = "If the toll falls, the boats will come. If it rains, the fair will close. The mayor agrees.\n"
DOCUMENT = read_text(TEXT)


def card(name, item):
    span = Span(19, 38)
    kind, question = CardKind.CONDITION, Question.CONSEQUENCE
    prompt = f"What follows in {name} if the toll falls?"
    return Card(name, DOCUMENT.id, item, kind, question, prompt, "the boats will come", span, Span(0, 39))


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        opened.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        opened.keep_cards(DOCUMENT.id, [card("a", "one"), card("b", "one"), card("c", "two")])
        yield opened


def sit(library, mode=StudyMode.FLASHCARD, at=AT):
    settings = load_settings(Home(library.home, library.home))
    return Sitting(library, settings, [material_of(library, DOCUMENT.id)], at, mode)


def test_an_answer_is_kept_with_its_time_and_puts_its_siblings_off(library):
    sitting = sit(library)
    exercise = sitting.ask(AT).reveal()
    sitting.answer(exercise, Rating.GOOD, AT + timedelta(seconds=7))
    (review,) = library.progress.reviews()
    assert (review.card, review.rating, review.seconds) == ("a", Rating.GOOD, 7.0)
    assert library.progress.state("b").buried_until is not None
    assert sitting.ask(AT).card.id == "c"


def test_undo_takes_back_the_answer_and_what_it_did_to_the_siblings_also_in_another_sitting(library):
    sitting = sit(library)
    for _ in range(2):
        sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert sitting.ask(AT) is None
    later = sit(library)
    assert later.ask(AT) is None
    assert later.undo().id == "c"
    assert later.undo().id == "a"
    assert library.progress.state("b") == CardState()
    assert list(library.progress.reviews()) == []
    assert later.ask(AT).card.id == "a"
    assert later.undo() is None


def test_an_answer_that_cannot_be_saved_leaves_the_same_card(library, monkeypatch):
    sitting = sit(library)
    exercise = sitting.ask(AT).reveal()

    def full(*arguments):
        raise NotSaved("the disk is full")

    monkeypatch.setattr(library, "record", full)
    with pytest.raises(NotSaved):
        sitting.answer(exercise, Rating.GOOD, AT)
    assert sitting.ask(AT).card.id == "a"
    assert sitting.session.state(exercise.card).phase is Phase.NEW


def test_an_overruled_answer_is_accepted_from_then_on(library):
    sitting = sit(library, StudyMode.TYPED)
    exercise = sitting.ask(AT).type("a plague of locusts")
    assert exercise.suggested is Rating.AGAIN
    sitting.answer(exercise.overrule(), exercise.overrule().suggested, AT)
    known = next(one for one in library.cards(DOCUMENT.id) if one.id == "a")
    assert known.accepted == ("a plague of locusts",)
    assert sit(library, StudyMode.TYPED, AT).session.waiting[0].id == "c"


def test_an_overruled_answer_is_right_when_the_card_comes_again_in_the_same_sitting(library):
    sitting = sit(library, StudyMode.TYPED)
    exercise = sitting.ask(AT).type("a plague of locusts").overrule()
    sitting.answer(exercise, Rating.AGAIN, AT)
    known = sitting.materials[DOCUMENT.id].cards[0]
    assert known.accepted == ("a plague of locusts",)
    again = sitting.ask(AT + timedelta(hours=1))
    while again.card.id != "a":
        sitting.answer(again.reveal(), Rating.EASY, AT + timedelta(hours=1))
        again = sitting.ask(AT + timedelta(hours=1))
    assert again.type("a plague of locusts").grade.right


@pytest.mark.parametrize("restart", [False, True])
def test_undo_takes_back_that_an_overruled_answer_is_right(tmp_path, restart):
    home = tmp_path
    with Library.open(home) as library:
        library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id))
        library.keep_cards(DOCUMENT.id, [card("a", "one"), card("c", "two")])
        sitting = sit(library, StudyMode.TYPED)
        for answer in ("a plague of locusts", "a fleet of rafts"):
            exercise = sitting.ask(AT).type(answer).overrule()
            sitting.answer(exercise, Rating.GOOD, AT)
        assert {one.id: one.accepted for one in library.cards(DOCUMENT.id)} == {
            "a": ("a plague of locusts",),
            "c": ("a fleet of rafts",),
        }
        if not restart:
            assert sitting.undo().accepted == ()
            assert not sitting.ask(AT).type("a fleet of rafts").grade.right
    with Library.open(home) as library:
        if restart:
            assert sit(library, StudyMode.TYPED).undo().accepted == ()
        assert {one.id: one.accepted for one in library.cards(DOCUMENT.id)} == {"a": ("a plague of locusts",), "c": ()}
    with Library.open(home) as library:
        (home / "snapshot.json").unlink(missing_ok=True)
        assert sit(library, StudyMode.TYPED).undo().id == "a"
        assert [one.accepted for one in library.cards(DOCUMENT.id)] == [(), ()]


def test_an_answer_accepted_twice_stays_accepted_until_both_are_undone(library):
    for edit in (EditAction.ACCEPT, EditAction.ACCEPT, EditAction.WITHDRAW):
        library.edit(Edit(DOCUMENT.id, EditTarget.CARD, "a", edit, AT, {"answer": "rafts"}))
    assert next(one for one in library.cards(DOCUMENT.id) if one.id == "a").accepted == ("rafts",)
    library.edit(Edit(DOCUMENT.id, EditTarget.CARD, "a", EditAction.WITHDRAW, AT, {"answer": "rafts"}))
    assert next(one for one in library.cards(DOCUMENT.id) if one.id == "a").accepted == ()


@pytest.mark.parametrize("leave", ["put_off", "suspend", "reject"])
def test_a_card_that_is_left_out_is_not_asked_again_today(library, leave):
    sitting = sit(library)
    asked = sitting.ask(AT).card
    getattr(sitting, leave)(asked, *([AT] if leave == "put_off" else []))
    assert sitting.ask(AT).card.id != asked.id
    assert asked.id not in {waiting.id for waiting in sit(library).session.waiting}


def test_the_limits_of_the_day_count_what_was_answered_before(library):
    (library.home / "config.toml").write_text("[study]\nnew_per_day = 1\n", encoding="utf-8")
    sitting = sit(library)
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert sit(library).ask(AT) is None
    assert sit(library, at=AT + timedelta(days=1)).ask(AT + timedelta(days=1)) is not None


def test_a_match_is_kept_pair_by_pair_and_taken_back_whole(library):
    actors = (
        Actor("b", "Brisk", ActorKind.PERSON, ("Brisk",), ()),
        Actor("t", "Tarn", ActorKind.PERSON, ("Tarn",), ()),
    )

    def held(name, holder, said):
        kind, prompt = CardKind.POSITION, f"In “The Toll”, who {said}?"
        return replace(card(name, name), question=Question.HOLDER, answer=holder, kind=kind, prompt=prompt)

    said = [("a", "Brisk", "left the league"), ("b", "Tarn", "bought two rafts"), ("d", "Brisk", "paid every pilot")]
    library.keep_extraction(DOCUMENT, Extraction(DOCUMENT.id, actors=actors))
    library.keep_cards(DOCUMENT.id, [held(*one) for one in said] + [card("c", "c")])
    sitting = sit(library, StudyMode.MATCH)
    asked = sitting.match()
    assert (asked.names, len(asked.statements), sitting.match_count) == (("Brisk", "Tarn"), 3, (1, 1))
    assert sitting.ask(AT) is None, "a card alone is none to be paired"
    judged = sitting.hand_in(asked.read("1a 2b 3b"), AT, AT + timedelta(seconds=30))
    assert judged.right == 2
    assert [(one.rating, one.seconds) for one in library.progress.reviews()] == [
        (Rating.GOOD, 10.0),
        (Rating.GOOD, 10.0),
        (Rating.AGAIN, 10.0),
    ]
    assert sitting.match() is None
    assert sitting.undo_match() is not None
    assert list(library.progress.reviews()) == []
    assert sitting.match() == asked


def test_true_or_false_asks_for_one_of_two(library):
    asked = sit(library, StudyMode.TRUE_FALSE).ask(AT)
    assert [option.text for option in asked.options] == ["true", "false"]
    assert asked.choice.prompt.startswith("The boats will ")


def test_why_nothing_is_asked_is_told(library):
    assert sit(library, StudyMode.MATCH).why_none(AT).startswith("No text here has statements of two holders")
    (library.home / "config.toml").write_text("[study]\nnew_per_day = 1\n", encoding="utf-8")
    sitting = sit(library)
    assert sitting.why_none(AT) == ""
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert sitting.why_none(AT) == "Today's limit of 1 new card is reached; unseen: 2."
    assert sit(library).why_none(AT) == sitting.why_none(AT)
    # Beyond the limit only when it is wished, and never what goes with what was asked today.
    assert [one.id for one in sitting.further(AT)] == ["c"]
    assert sitting.more(AT) == 1
    assert sitting.ask(AT).card.id == "c"
    assert sitting.further(AT) == []
    assert sit(library).ask(AT) is None


def test_cards_that_are_put_off_are_told_where_nothing_else_is_left(library):
    sitting = sit(library)
    while (exercise := sitting.ask(AT)) is not None:
        sitting.answer(exercise.reveal(), Rating.EASY, AT)
    assert sitting.why_none(AT).startswith("Unseen: 1, put off until tomorrow")


def test_what_is_not_yet_seen_goes_down_by_one_with_each_card_whatever_is_put_off(library):
    def unseen():
        return library.shelved(DOCUMENT.id, AT).unseen

    assert unseen() == 3
    sitting = sit(library)
    sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    assert (unseen(), library.shelved(DOCUMENT.id, AT).new) == (2, 1)
    sitting.suspend(sitting.ask(AT).card)
    assert unseen() == 1


def test_cards_that_a_mode_has_no_options_for_are_left_to_another_one(library, monkeypatch):
    def make_choice(card, document, extraction, cards, seed):
        return Choice(card, card.prompt, (Option("x", True), Option("y", False))) if card.id == "c" else None

    monkeypatch.setattr("tui_reader.store.sitting.make_choice", make_choice)
    sitting = sit(library, StudyMode.CHOICE)
    assert sitting.total == 2
    asked = sitting.ask(AT)
    assert (asked.card.id, sitting.position, sitting.total) == ("c", 1, 1)
    sitting.answer(asked.choose(0), Rating.EASY, AT)
    assert sitting.ask(AT) is None
    assert [one.id for one in sitting.skipped] == ["a"]
    assert sitting.further(AT) == []
    assert sit(library).ask(AT).card.id == "a"
