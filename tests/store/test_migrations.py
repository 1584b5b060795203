"""Files of an older form are brought to the new one, after a copy was made."""

import json
from datetime import UTC, datetime

import pytest

from tui_reader.errors import StoreError
from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.store import Library, durable, migrations, schema, texts
from tui_reader.store.journal import LOG
from tui_reader.store.migrations import Step

from .test_library import make_cards, make_document, make_extraction

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)


def longer(event):
    """Offsets change with it."""
    return event | {"padding": "x" * 50} if "states" in event else event


def retitled(name, value):
    if name == "document":
        value["document"]["title"] += " (2)"
    return value


@pytest.fixture
def old(tmp_path):
    document = make_document()
    with Library.open(tmp_path) as library:
        kept = library.keep_extraction(document, make_extraction(document, "the ferry will sail"))
        (card,) = library.keep_cards(document.id, make_cards(kept))
        for number in (1, 2, 3):
            state = CardState(Phase.REVIEW, float(number), 5.0, None, NOW, NOW, number)
            library.record(Review(card.id, Rating.GOOD, NOW), state)
        library.undo()
    return tmp_path, document.id, card.id


@pytest.fixture
def newer(monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", {1: Step(longer, retitled)})
    for module in (schema, texts):
        monkeypatch.setattr(module, "SCHEMA", 2)


def test_log_and_texts_are_rewritten_and_undo_still_finds_its_way(old, newer):
    home, document, card = old
    before = (home / LOG).read_bytes()
    with Library.open(home) as library:
        assert "schema 1 to 2" in library.notices[0]
        assert library.document(document).title == "The ferry (2)"
        assert library.progress.state(card).reviews == 2
        assert library.undo().state.reviews == 1
        assert library.undo().state.reviews == 0
        assert library.undo() is None
    (backup,) = (home / "backups").iterdir()
    assert (backup / LOG).read_bytes() == before
    assert (backup / "texts" / document / "document.json").exists()
    with Library.open(home) as library:
        assert library.notices == []


def test_a_walk_that_was_cut_short_is_taken_up_again(old, newer, monkeypatch):
    home, document, card = old
    with monkeypatch.context() as patched:

        def fail(*_):
            raise OSError("no more")

        patched.setattr(migrations, "_migrate_log", fail)
        with pytest.raises(StoreError, match="no more"):
            Library.open(home)
    assert json.loads((home / LOG).read_bytes().splitlines()[0])["schema"] == 1
    with Library.open(home) as library:
        assert library.document(document).title == "The ferry (2)"
        assert library.progress.state(card).reviews == 2


def test_broken_files_of_a_text_are_set_aside_and_the_ones_before_used(old):
    home, document, _ = old
    with Library.open(home) as library:
        again = library.extraction(document)
        library.keep_extraction(library.document(document), again)
    path = home / "texts" / document / "extraction.json"
    path.write_bytes(b'{"schema":1,"extraction":{"claims":7}}')
    with Library.open(home) as library:
        assert library.extraction(document) == again
        assert "extraction.json.damaged-1" in library.notices[0]
    assert durable.decode_json(path.with_name("extraction.json.damaged-1").read_bytes())["schema"] == 1


def test_a_text_that_cannot_be_read_says_where_to_open_it_again(old):
    home, document, _ = old
    (home / "texts" / document / "document.json").write_bytes(b"\x00")
    with Library.open(home) as library:
        with pytest.raises(StoreError, match=r"open it again from ferry\.txt"):
            library.document(document)
        library.add(make_document())
        assert library.document(document).title == "The ferry"
        assert library.shelved(document).cards == 1
