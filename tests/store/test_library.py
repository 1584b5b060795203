"""The library's habits: what is put in comes out, also tomorrow."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.errors import StoreError
from tui_reader.model import (
    Anchor,
    Block,
    Card,
    CardKind,
    CardState,
    Claim,
    Document,
    Edit,
    EditAction,
    EditTarget,
    Extraction,
    Mode,
    Phase,
    Question,
    Rating,
    Review,
    Section,
    Source,
    Span,
    card_id,
    document_id,
)
from tui_reader.store import Library, arrange

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
TEXT = "Oru said that the ferry will sail.\n\nVelm denied that it had paid “the toll”.\n"


def make_document(text=TEXT, location="ferry.txt", title="The ferry"):
    whole = Span(0, len(text))
    return Document(document_id(text), text, title, Source(location), (Section(whole),), (Block(whole),))


def make_extraction(document, *words):
    spans = [Span(document.text.index(w), document.text.index(w) + len(w)) for w in words]
    return Extraction(document.id, claims=tuple(Claim(f"c{i}", s, Mode.INDIRECT) for i, s in enumerate(spans)))


def make_cards(extraction):
    return tuple(
        Card(
            card_id(extraction.document, claim.id, Question.SPEAKER),
            extraction.document,
            claim.id,
            CardKind.ATTRIBUTION,
            Question.SPEAKER,
            f"Who says {claim.id}?",
            "Oru",
            claim.span,
            claim.span,
        )
        for claim in extraction.claims
    )


def edit(document, target, name, action, anchor=None, **changes):
    return Edit(document.id, target, name, action, NOW, changes, anchor)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "data") as library:
        yield library


@pytest.fixture
def filled(library):
    document = make_document()
    extraction = library.keep_extraction(document, make_extraction(document, "the ferry will sail", "it had paid"))
    library.keep_cards(document.id, make_cards(extraction))
    return library


def reopened(library):
    library.close()
    return Library.open(library.home)


def answered(library, card, due=NOW, reviews=1):
    state = CardState(Phase.REVIEW, 2.0, 5.0, None, due, NOW, reviews)
    library.record(Review(card.id, Rating.GOOD, NOW, seconds=3), state)
    return state


def test_everything_is_there_again_after_reopening(filled):
    document = filled.document(make_document().id)
    filled.rename(document.id, "  Sailing\n again ")
    filled.tag(document.id, "sea", "toll")
    filled.untag(document.id, "toll")
    filled.set_place(document.id, Anchor.of(document.text, Span(4, 8)))
    filled.opened(document.id, NOW)
    filled.set_setting("tab", ["claims", 2])
    card = filled.cards(document.id)[0]
    state = answered(filled, card)
    before = filled.documents(NOW), filled.extraction(document.id), filled.cards(document.id)
    again = reopened(filled)
    assert again.document(document.id) == document
    assert (again.documents(NOW), again.extraction(document.id), again.cards(document.id)) == before
    assert again.progress.state(card.id) == state
    assert again.place(document.id).find(document.text) == Span(4, 8)
    assert again.setting("tab") == ["claims", 2]
    shelved = again.shelved(document.id, NOW)
    assert (shelved.title, shelved.tags, shelved.cards, shelved.due, shelved.new) == (
        "Sailing again",
        ("sea",),
        2,
        1,
        1,
    )
    assert again.notices == []


def test_removing_can_be_taken_back_and_erasing_cannot(filled):
    (text,) = filled.documents()
    filled.remove(text.id)
    assert filled.documents() == []
    assert [gone.id for gone in filled.documents(trash=True)] == [text.id]
    filled.restore(text.id)
    assert len(filled.cards(text.id)) == 2
    with pytest.raises(StoreError, match="trash"):
        filled.erase(text.id)
    filled.remove(text.id)
    filled.erase(text.id)
    assert reopened(filled).documents(trash=True) == []


def test_adding_a_text_from_the_trash_brings_it_back_with_its_cards(filled):
    (text,) = filled.documents()
    filled.remove(text.id)
    filled.add(make_document())
    assert [back.cards for back in filled.documents()] == [2]


def test_a_rejected_item_takes_its_cards_with_it_and_can_come_back(filled):
    document = make_document()
    filled.edit(edit(document, EditTarget.CLAIM, "c0", EditAction.REJECT))
    assert [claim.id for claim in filled.extraction(document.id).claims] == ["c1"]
    assert [card.item for card in filled.cards(document.id)] == ["c1"]
    assert filled.shelved(document.id).cards == 1
    filled.edit(edit(document, EditTarget.CLAIM, "c0", EditAction.RESTORE))
    assert len(filled.cards(document.id)) == filled.shelved(document.id).cards == 2


def test_edits_and_progress_survive_a_re_extraction(filled):
    document = make_document()
    first, second = filled.cards(document.id)
    filled.edit(edit(document, EditTarget.CLAIM, "c0", EditAction.AMEND, holder="Oru", hedged="true"))
    filled.edit(edit(document, EditTarget.CARD, second.id, EditAction.AMEND, prompt="Who denies it?"))
    filled.edit(edit(document, EditTarget.CARD, second.id, EditAction.ACCEPT, answer="the Orun state"))
    state = answered(filled, second)
    better = make_extraction(document, "that the ferry will sail", "that it had paid “the toll”")
    better = replace(better, claims=tuple(replace(claim, id=f"new-{claim.id}") for claim in better.claims))
    kept = filled.keep_extraction(document, better)
    assert [(claim.id, claim.hedged) for claim in kept.claims] == [("c0", True), ("c1", False)]
    assert kept.actor(kept.claims[0].holder).name == "Oru"
    cards = filled.keep_cards(document.id, make_cards(kept))
    assert [card.id for card in cards] == [first.id, second.id]
    assert (cards[1].prompt, cards[1].accepted) == ("Who denies it?", ("the Orun state",))
    assert filled.progress.state(cards[1].id) == state


def test_a_new_version_carries_over_what_the_reader_did(filled):
    old = make_document()
    filled.rename(old.id, "My ferry")
    filled.tag(old.id, "sea")
    filled.note(old.id, Anchor.of(old.text, Span(old.text.index("Velm"), old.text.index("Velm") + 4)), "doubtful")
    filled.edit(edit(old, EditTarget.CLAIM, "c1", EditAction.AMEND, negated="true"))
    card = filled.cards(old.id)[1]
    filled.edit(edit(old, EditTarget.CARD, card.id, EditAction.ACCEPT, answer="Oru state"))
    state = answered(filled, card)
    new = make_document("A new line.\n\n" + TEXT.replace("Oru said that the ferry will sail.", "Nothing was said."))
    filled.add(new)
    assert [text.id for text in filled.documents()] == [new.id]
    kept = filled.keep_extraction(new, make_extraction(new, "it had paid"))
    (carried,) = filled.keep_cards(new.id, make_cards(kept))
    assert (kept.claims[0].id, kept.claims[0].negated) == ("c1", True)
    assert carried.id != card.id
    assert carried.accepted == ("Oru state",)
    assert filled.progress.state(carried.id) == state
    assert [review.card for review in filled.progress.reviews()] == [carried.id]
    shelved = filled.shelved(new.id)
    assert (shelved.title, shelved.tags, shelved.previous) == ("My ferry", ("sea",), old.id)
    (note,) = filled.notes(new.id)
    assert note.span.of(new.text) == "Velm"
    changes = filled.changes(new.id)
    assert [item.id for item in changes.vanished] == ["c0"]
    assert [item.id for item in changes.kept] == ["c1"]
    assert "A new line." in "".join(span.of(new.text) for span in changes.added)
    again = reopened(filled)
    undone = again.undo(new.id)
    assert undone.review.card == carried.id
    assert again.progress.state(carried.id) == CardState()


def test_another_text_at_the_same_place_is_another_text(filled):
    filled.add(make_document("Completely different words stand here now, about bread.\n"))
    assert len(filled.documents()) == 2
    filled.add(make_document("From standard input.\n", "-"))
    filled.add(make_document("From standard input, too.\n", "-"))
    assert len(filled.documents()) == 4


def test_undo_of_one_text_leaves_the_answers_of_others(filled):
    other = make_document("Kessary offers that it will pay.\n", "kessary.txt")
    extraction = filled.keep_extraction(other, make_extraction(other, "it will pay"))
    (there,) = filled.keep_cards(other.id, make_cards(extraction))
    here = filled.cards(make_document().id)[0]
    answered(filled, here)
    answered(filled, there)
    undone = filled.undo(make_document().id)
    assert undone.review.card == here.id
    assert undone.state == filled.progress.state(here.id) == CardState()
    assert filled.progress.state(there.id).reviews == 1
    assert filled.undo().review.card == there.id
    assert filled.undo() is None


@pytest.mark.parametrize(
    "changes", [{"mode": "shouted"}, {"span": "5:2"}, {"span": "0:9999"}, {"colour": "red"}, {"hedged": "maybe"}]
)
def test_an_edit_that_means_nothing_is_refused_and_not_kept(filled, changes):
    document = make_document()
    with pytest.raises(StoreError):
        filled.edit(edit(document, EditTarget.CLAIM, "c0", EditAction.AMEND, **changes))
    assert filled.edits(document.id) == ()


def test_a_reader_adds_a_claim_and_a_card_of_their_own(filled):
    document = make_document()
    anchor = Anchor.of(document.text, Span(document.text.index("the toll"), document.text.index("the toll") + 8))
    filled.edit(edit(document, EditTarget.CLAIM, "mine", EditAction.ADD, anchor, holder="Velm"))
    filled.edit(edit(document, EditTarget.CARD, "card", EditAction.ADD, anchor, prompt="What was not paid?"))
    extraction = filled.extraction(document.id)
    mine = extraction.claims[-1]
    assert (mine.id, extraction.actor(mine.holder).name) == ("mine", "Velm")
    assert filled.card("card").answer == "the toll"
    assert filled.shelved(document.id).cards == 3


def test_search_finds_words_whatever_their_marks_and_spacing(filled):
    (found,) = filled.search('PAID  "the')
    assert found.span.of(TEXT) == "paid “the"
    assert found.snippet.endswith("denied that it had paid “the toll”.")
    assert [place.span.of(TEXT) for place in filled.search("toll velm")] == ["Velm"]
    assert filled.search("  ") == filled.search("[") == []


def test_the_library_can_be_filtered_and_sorted(filled):
    filled.add(make_document("About a dam.\n", "dam.txt", "A dam"))
    texts = filled.documents()
    assert [text.title for text in arrange(texts, order="title")] == ["A dam", "The ferry"]
    assert [text.title for text in arrange(texts, order="title", reverse=True)] == ["The ferry", "A dam"]
    assert [text.title for text in arrange(texts, "FERRY")] == ["The ferry"]
    assert arrange(texts, tag="none") == []


def test_tables_are_tinydb_to_query_and_not_to_change(filled):
    table = filled.tables.table("documents")
    assert table.get(doc_id=make_document().id)["title"] == "The ferry"
    for change in (lambda: table.update({"title": "x"}), lambda: table.insert({}), filled.tables.drop_tables):
        with pytest.raises(StoreError):
            change()
    assert filled.documents()[0].title == "The ferry"


def test_suspending_and_burying_count_and_can_be_undone(filled):
    document = make_document()
    first, second = filled.cards(document.id)
    filled.progress.suspend([first.id])
    filled.progress.bury([second.id], NOW + timedelta(days=1))
    assert (filled.shelved(document.id, NOW).away, filled.shelved(document.id, NOW).new) == (2, 0)
    assert filled.undo().change.name == "bury"
    assert filled.undo().change.name == "suspend"
    assert filled.shelved(document.id, NOW).new == 2


def test_a_version_that_comes_back_is_listed_again_with_the_same_progress(filled):
    old = make_document()
    card = filled.cards(old.id)[1]
    state = answered(filled, card)
    new = make_document(TEXT + "One more line.\n")
    filled.add(new)
    filled.keep_cards(new.id, make_cards(filled.keep_extraction(new, make_extraction(new, "it had paid"))))
    filled.add(old)
    assert {text.id for text in filled.documents()} == {old.id, new.id}
    assert filled.progress.state(card.id) == state
    assert [text.learnt for text in filled.documents()] == [1, 1]
