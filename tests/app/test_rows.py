"""What the claims pane lists, what is marked, and how an item is corrected."""

import pytest

from tests.app.texts import DOCUMENT, EXTRACTION, TEXT, span
from tui_reader.app.editing import changes, fields
from tui_reader.app.item_marks import marks
from tui_reader.app.kinds import Kind, MarkIndex
from tui_reader.app.rows import Tab, counts, filtered, items_in, rows, voice_at
from tui_reader.errors import StoreError


def test_a_condition_reads_as_the_text_says_it():
    (row,) = rows(DOCUMENT, EXTRACTION, Tab.CONDITIONS)
    assert (row.lead, row.then) == ("if the council agrees", "the boats will come in May")
    assert row.detail == "Maud Ferrier · the council must act"


def test_rows_show_names_and_never_ids_or_enum_names():
    shown = " ".join(row.words for tab in Tab for row in rows(DOCUMENT, EXTRACTION, tab))
    assert "the ferrymen refuses the new timetable" in shown
    for code in ("a1", "c1", "indirect", "sufficient", "none"):
        assert code not in shown.split()


def test_rows_are_filtered_by_actor_and_words():
    found = rows(DOCUMENT, EXTRACTION, Tab.CLAIMS)
    assert [row.id for row in filtered(found, "a1", "")] == ["c1"]
    assert [row.id for row in filtered(found, None, "TOLL fall")] == ["c1"]
    assert counts(EXTRACTION)[Tab.CLAIMS] == len(found) == 2


def test_the_items_of_a_sentence_are_those_that_touch_it():
    sentence = span("If the council agrees, the boats will come in May.")
    assert [item.id for item in items_in(EXTRACTION, sentence)] == ["d1"]


def test_the_voice_is_whose_words_stand_there():
    assert voice_at(DOCUMENT, EXTRACTION, span("toll will").start, None) == "Maud Ferrier, reported"
    assert voice_at(DOCUMENT, EXTRACTION, span("Nobody").start, None) == "the writer"


def test_only_the_kinds_that_are_switched_on_are_marked():
    assert {mark.kind for mark in marks(EXTRACTION, {Kind.CONDITION})} == {Kind.CONDITION}
    index = MarkIndex(marks(EXTRACTION))
    council = span("council")
    assert {mark.id for mark in index.touching(council.start, council.end)} == {"d1"}
    assert index.touching(0, 5) == []


def test_an_unchanged_form_changes_nothing_and_a_changed_one_can_be_taken_back():
    item = EXTRACTION.conditions[0]
    same = {field.name: field.value for field in fields(DOCUMENT, EXTRACTION, item)}
    assert changes(DOCUMENT, EXTRACTION, item, same) == ({}, {})
    forward, back = changes(DOCUMENT, EXTRACTION, item, {"consequent": "the boats will come", "holder": ""})
    whole, part = span("the boats will come in May"), span("the boats will come")
    assert forward == {"consequent": f"{part.start}:{part.end}", "holder": ""}
    assert back == {"consequent": f"{whole.start}:{whole.end}", "holder": "Maud Ferrier"}


@pytest.mark.parametrize("given", [{"consequent": "words it has not"}, {"kind": "likely"}])
def test_a_correction_that_cannot_be_is_refused_in_words(given):
    with pytest.raises(StoreError):
        changes(DOCUMENT, EXTRACTION, EXTRACTION.conditions[0], given)


def test_the_text_here_has_words_that_look_like_markup():
    assert "[/i]" in TEXT
