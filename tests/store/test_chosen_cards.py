"""Sittings over chosen cards: by text, kind, actor, tag, or how they are known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import StoreError
from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    Extraction,
    Question,
    Rating,
    Span,
    StudyMode,
)
from tui_reader.sources import read_text
from tui_reader.store import Library
from tui_reader.store.material import material_of
from tui_reader.store.picking import actors_called, texts_tagged
from tui_reader.store.sitting import Sitting
from tui_reader.study.facets import facets, in_words
from tui_reader.study.selection import Known, Selection, ways_known

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
FIRST = read_text("If the toll falls, the boats will come. Brisk agrees.\n")
SECOND = read_text("If the weir breaks, the mill will stop. Tarn agrees.\n")
SPAN = Span(0, 5)


def card(name, document=FIRST, item=None, kind=CardKind.CONDITION, actors=()):
    question = Question.CONSEQUENCE if kind is CardKind.CONDITION else Question.STANCE
    return Card(name, document.id, item or name, kind, question, f"{name}?", "a", SPAN, SPAN, actors=actors)


FIRST_CARDS = [
    card("a", actors=("a1",)),
    card("a2", item="a"),
    card("b", kind=CardKind.POSITION, actors=("a1",)),
    card("c"),
    card("d"),
]
SECOND_CARDS = [card("e", SECOND, actors=("a1",)), card("f", SECOND, kind=CardKind.POSITION)]


@pytest.fixture
def library(tmp_path):
    (tmp_path / "config.toml").write_text("[study]\nnew_per_day = 2\n", encoding="utf-8")
    with Library.open(tmp_path) as opened:
        for document, name, made in ((FIRST, "Ana Brisk", FIRST_CARDS), (SECOND, "Tarn", SECOND_CARDS)):
            actor = Actor("a1", name, ActorKind.PERSON, (name, name.split()[-1]))
            opened.keep_extraction(document, Extraction(document.id, actors=(actor,)))
            opened.keep_cards(document.id, made)
        opened.tag(SECOND.id, "river")
        yield opened


def sit(library, selection, at=AT, documents=(FIRST, SECOND)):
    settings = load_settings(Home(library.home, library.home))
    materials = [material_of(library, document.id) for document in documents]
    return Sitting(library, settings, materials, at, StudyMode.FLASHCARD, selection)


def asked(sitting):
    return [one.id for one in sitting.session.waiting]


def materials(library):
    return [material_of(library, document.id) for document in (FIRST, SECOND)]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Selection(documents=frozenset({SECOND.id})), ["e", "f"]),
        (Selection(kinds=frozenset({CardKind.POSITION})), ["b", "f"]),
        (Selection(actors=frozenset({(FIRST.id, "a1")})), ["a", "b"]),
        (Selection(known=frozenset({Known.NEW})), ["a", "b", "c", "d", "e", "f", "a2"]),
    ],
)
def test_all_that_is_chosen_is_asked_beyond_the_limits_siblings_last(library, wanted, names):
    assert asked(sit(library, wanted)) == names


def test_forgotten_cards_are_those_that_slipped_within_the_week_and_leeches_those_that_always_do(library):
    sitting = sit(library, Selection())
    sitting.answer(replace(sitting.ask(AT), revealed=True), Rating.AGAIN, AT)
    forgotten = Selection(known=frozenset({Known.FORGOTTEN}))
    assert asked(sit(library, forgotten, AT + timedelta(days=2))) == ["a"]
    assert asked(sit(library, forgotten, AT + timedelta(days=8))) == []
    leeches = Selection(known=frozenset({Known.LEECH}))
    assert asked(sit(library, leeches)) == []
    state = replace(library.progress.state("a"), lapses=8)
    library.progress.change("lapses", {"a": state})
    assert asked(sit(library, leeches)) == ["a"]


def test_what_is_asked_ahead_of_its_day_is_a_full_answer_and_counts_for_the_day(library):
    wanted = Selection(kinds=frozenset({CardKind.POSITION}))
    sitting = sit(library, wanted)
    for _ in range(2):
        sitting.answer(sitting.ask(AT).reveal(), Rating.EASY, AT)
    # Two new cards are answered, so today's two are used up for a sitting without a choice of cards.
    assert asked(sit(library, None)) == []
    later = AT + timedelta(days=3)
    again = sit(library, wanted, later)
    first, second = asked(again)
    first_due, second_due = (library.progress.state(name).due for name in (first, second))
    assert later < first_due <= second_due
    again.answer(again.ask(later).reveal(), Rating.GOOD, later)
    state = library.progress.state(first)
    assert (state.reviews, len(library.progress.history(first))) == (2, 2)
    assert state.due > first_due
    assert again.undo().id == first
    assert library.progress.state(first).due == first_due


def test_suspended_cards_stay_out_of_any_choice(library):
    library.progress.suspend(["b"])
    assert asked(sit(library, Selection(kinds=frozenset({CardKind.POSITION})))) == ["f"]


def test_actors_are_found_by_any_of_their_names_and_told_apart_by_text(library):
    assert actors_called(materials(library), "brisk") == {(FIRST.id, "a1")}
    assert actors_called(materials(library), "Ana") == {(FIRST.id, "a1")}
    with pytest.raises(StoreError, match="there are Ana Brisk, Tarn"):
        actors_called(materials(library), "Nobody")


def test_texts_are_found_by_their_tags(library):
    assert texts_tagged(library, ["river"]) == [SECOND.id]
    with pytest.raises(StoreError, match="the tags are river"):
        texts_tagged(library, ["rivers"])


def test_what_can_be_chosen_is_offered_with_its_counts_and_turned_on_and_off():
    cards = [*FIRST_CARDS, *SECOND_CARDS]
    actors = {(FIRST.id, "a1"): "Ana Brisk", (SECOND.id, "a1"): "Tarn"}
    offered = facets(cards, ways_known(cards, {}, AT), actors, {FIRST.id: "Toll", SECOND.id: "Weir"})
    assert [(facet.words, facet.count) for facet in offered] == [
        ("never asked before", 7),
        ("condition cards", 5),
        ("position cards", 2),
        ("about Ana Brisk", 2),
        ("about Tarn", 1),
        ("in Toll", 5),
        ("in Weir", 2),
    ]
    wanted = offered[2].turned(offered[3].turned(Selection()))
    assert in_words(wanted, offered) == "position cards, about Ana Brisk"
    assert [one.id for one in cards if wanted.takes(one)] == ["b"]
    assert offered[3].turned(offered[2].turned(wanted)) == Selection()
