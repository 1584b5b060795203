"""Our packages and texts, imported by the `anki` package itself into a collection.

Anki is under the AGPL and no dependency: `pip install anki` beside the project runs these tests.
"""

import io
import re
import time
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.decks.test_formats import HOSTILE, plain, with_text
from tui_reader.decks.formats import anki_package as package
from tui_reader.decks.formats import write
from tui_reader.decks.formats.anki_fields import FIELDS, guid

anki = pytest.importorskip("anki.collection")


@pytest.fixture
def collection(tmp_path):
    opened = anki.Collection(str(tmp_path / "c.anki2"))
    yield opened
    opened.close()


def take(collection, tmp_path, content: bytes) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(content)
    collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=str(path)))


def reworded(deck, word):
    entries = (replace(one, card=replace(one.card, answer=f"{one.card.answer} {word}")) for one in deck.entries)
    return replace(deck, entries=tuple(entries))


def test_every_card_arrives_once_with_its_fields_and_tags(collection, tmp_path):
    deck = plain()
    take(collection, tmp_path, write("anki", deck))
    assert collection.note_count() == collection.card_count() == len(deck.entries)
    guids = dict(collection.db.all("select guid, id from notes"))
    assert set(guids) == {guid(entry.card) for entry in deck.entries}
    for entry in deck.entries:
        note = collection.get_note(guids[guid(entry.card)])
        assert tuple(note.keys()) == FIELDS
        assert note["Id"] == entry.card.id
        assert f"kind::{entry.card.kind.value}" in note.tags
    assert collection.decks.name(collection.get_card(collection.find_cards("")[0]).did).endswith(deck.name)


def test_a_second_import_makes_no_second_note_and_keeps_the_schedule(collection, tmp_path):
    deck = plain()
    take(collection, tmp_path, write("anki", deck))
    collection.decks.select(collection.decks.id_for_name(package.deck_name(deck)))
    card = collection.sched.getCard()
    collection.sched.answerCard(card, 4)
    learnt = collection.get_card(card.id)
    take(collection, tmp_path, package.write(reworded(deck, "anew"), at=time.time() + 60))
    assert collection.note_count() == collection.card_count() == len(deck.entries)
    again = collection.get_card(card.id)
    assert (again.ivl, again.due, again.reps, again.queue) == (learnt.ivl, learnt.due, learnt.reps, learnt.queue)
    assert all(collection.get_note(note)["Answer"].endswith(" anew") for note in collection.find_notes(""))


def test_an_older_package_does_not_bring_old_words_back(collection, tmp_path):
    take(collection, tmp_path, package.write(reworded(plain(), "anew"), at=time.time()))
    take(collection, tmp_path, write("anki", plain()))
    assert all(collection.get_note(note)["Answer"].endswith(" anew") for note in collection.find_notes(""))


class Tags(HTMLParser):
    """The elements of a page, and the attributes that could act."""

    def __init__(self):
        super().__init__()
        self.elements, self.acting, self.text = set(), [], ""

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.acting += [name for name, _ in attributes if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_what_anki_shows_is_the_text_and_nothing_that_runs_or_plays(collection, tmp_path, text):
    take(collection, tmp_path, write("anki", with_text(text)))
    shown = collection.get_card(collection.find_cards("")[0]).render_output()
    for side in (shown.question_text, shown.answer_text):
        page = Tags()
        page.feed(side)
        assert page.elements <= {"div", "hr", "blockquote", "mark", "style", "br"}
        assert page.acting == []
        assert " ".join(text.split()) in page.text.replace("\u2060", "")
        assert not re.search(r"\\[(\[]", page.text)
    assert shown.question_av_tags == shown.answer_av_tags == []


def test_no_file_comes_with_a_package(collection, tmp_path):
    content = write("anki", plain())
    take(collection, tmp_path, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("media") == b"{}"
    checked = collection.media.check()
    assert list(checked.missing) == list(checked.unused) == []


def test_the_text_is_imported_under_its_headers_and_only_once(collection, tmp_path):
    deck = plain()
    take(collection, tmp_path, write("anki", deck))  # brings the note type that the text names
    path = tmp_path / "deck.txt"
    path.write_bytes(write("anki-text", deck))
    for _ in range(2):
        metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
        collection.import_csv(anki.ImportCsvRequest(path=str(path), metadata=metadata))
    assert collection.note_count() == collection.card_count() == len(deck.entries)
