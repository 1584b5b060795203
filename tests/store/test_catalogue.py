"""How well a text is known: one figure, whoever tells it."""

from datetime import timedelta

import pytest

from tests.store.test_library import NOW, make_cards, make_document, make_extraction
from tui_reader.model import CardState, Edit, EditAction, EditTarget, Rating, Review
from tui_reader.store import Library
from tui_reader.store.figures import figures_of
from tui_reader.study.schedule import Scheduler

MODEL = Scheduler()


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path) as opened:
        document = make_document()
        found = opened.keep_extraction(document, make_extraction(document, "will sail", "it had paid"))
        opened.keep_cards(document.id, make_cards(found))
        yield opened


def answer(library, card, rating):
    before = library.progress.state(card.id)
    review = Review(card.id, rating, NOW)
    library.record(review, MODEL.answer(card.id, before, rating, NOW))


def test_a_text_is_known_as_the_statistics_have_it_and_less_so_as_time_goes_by(library):
    (text,) = library.documents()
    assert library.known(text.id, MODEL, NOW) == 0.0
    answer(library, library.cards(text.id)[0], Rating.EASY)
    assert library.known(text.id, MODEL, NOW) == 0.5
    later = NOW + timedelta(days=60)
    faded = library.known(text.id, MODEL, later)
    assert 0 < faded < 0.5
    (told,) = figures_of(library, MODEL, later)["texts"]
    assert told["known"] == faded


def test_a_card_that_was_taken_out_no_longer_keeps_a_text_from_being_known(library):
    (text,) = library.documents()
    kept, out = library.cards(text.id)
    answer(library, kept, Rating.EASY)
    library.edit(Edit(text.id, EditTarget.CARD, out.id, EditAction.REJECT, NOW))
    assert library.known(text.id, MODEL, NOW) == 1.0
    library.edit(Edit(text.id, EditTarget.CARD, kept.id, EditAction.REJECT, NOW))
    assert library.known(text.id, MODEL, NOW) is None


def test_a_change_of_another_copy_of_the_program_counts_at_once(library):
    (text,) = library.documents()
    with Library.open(library.home) as other:
        answer(other, other.cards(text.id)[0], Rating.EASY)
    assert library.known(text.id, MODEL, NOW) == 0.5
    assert library.progress.state(library.cards(text.id)[1].id) == CardState()
