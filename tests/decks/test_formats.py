"""Decks go out the same each time, come back whole, and bring nothing with them that runs."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decks.story import harbour
from tui_reader.decks import Deck, build_deck, make_cards, make_choice
from tui_reader.decks.deck import About, Entry, shareable
from tui_reader.decks.formats import FORMATS, format_of, read, write
from tui_reader.errors import DeckError
from tui_reader.model import Card, CardKind, Question, Span

READABLE = [name for name, one in FORMATS.items() if one.readable]
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "{{c1::cloze}}",
    "[sound:x.mp3]",
    "[latex]\\input{/etc/passwd}[/latex]",
    r"\(\href{javascript:1}{x}\)",
    "a::b::c",
    "---",
    "Q: what",
    "A: so",
    "C: [gap]",
    "--> <!-- card {} -->",
    "> quoted",
    'he said "no"',
    "$x$ ~~y~~ `z` *a* _b_ #tag",
    "\\",
    "\t tab",
    "# heading",
)


def deck() -> Deck:
    document, extraction = harbour().read()
    cards = make_cards(document, extraction)
    choices = [made for card in cards if (made := make_choice(card, document, extraction, cards, 1))]
    return build_deck(document, extraction, cards, choices=choices)


def plain() -> Deck:
    document, extraction = harbour().read()
    return build_deck(document, extraction, make_cards(document, extraction))


def with_text(text: str) -> Deck:
    """Return a deck of one card all of whose words are *text*."""
    words = " ".join(text.split())
    card = Card(
        "0123456789abcdef", "d0", "p1", CardKind.POSITION, Question.STANCE, words, words, Span(0, 1), Span(0, 2),
        accepted=(words,), actors=("a1",),
    )  # fmt: skip
    return Deck(words, (About("d0", words, words),), (Entry(card, words, words, words, (words,)),))


texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60),
).filter(lambda text: " ".join(text.split()) and "____" not in text)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_deck_gives_the_same_bytes(name):
    assert write(name, deck()) == write(name, deck())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_its_document(name):
    data = write(name, plain())
    if name == "anki":
        data = packaged(data)[1].encode()
    if name != "hascard":
        assert "Tessaly" in data.decode()
        assert "/home/reader" not in data.decode()


@pytest.mark.parametrize("name", READABLE)
def test_what_was_written_is_read(name):
    assert read(name, write(name, plain())) == plain()


def test_json_keeps_the_options():
    assert read("json", write("json", deck())) == deck()


@pytest.mark.parametrize("name", READABLE)
@given(text=texts)
def test_any_words_come_back(name, text):
    made = with_text(text)
    assert read(name, write(name, made)) == made


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_can_be_written(name, text):
    assert write(name, with_text(text))


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"nothing of the kind", b"{}", b"---\nname = \n---\n"])
def test_what_is_no_deck_is_refused_in_one_line(name, data):
    with pytest.raises(DeckError) as caught:
        read(name, data)
    assert "\n" not in str(caught.value).split("(at line")[0].strip()


def test_unknown_and_unreadable_formats_are_refused():
    with pytest.raises(DeckError, match="choose one of"):
        write("pdf", plain())
    with pytest.raises(DeckError, match="cannot be read back"):
        read("anki", b"")


def test_a_newer_schema_is_refused():
    data = json.loads(write("json", plain()))
    with pytest.raises(DeckError, match="schema 2"):
        read("json", json.dumps({**data, "schema": 2}).encode())


@pytest.mark.parametrize(
    ("path", "name"), [("a.json", "json"), ("a.CSV", "csv"), ("a.md", "markdown"), ("x.apkg", "anki"), ("a.doc", None)]
)
def test_the_ending_tells_the_format(path, name):
    found = format_of(path)
    assert (found.name if found else None) == name


def test_decks_join_into_one():
    one = plain()
    joined = Deck.joined("All", [one, one])
    assert joined.cards == one.cards
    assert joined.documents == one.documents


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("/home/reader/x.txt", "x.txt"),
        (r"C:\texts\x.txt", "x.txt"),
        ("https://example.org/a", "https://example.org/a"),
        ("-", ""),
    ],
)
def test_no_path_of_the_readers_machine_leaves(location, shown):
    assert shareable(location) == shown


# CSV


def test_no_cell_is_a_formula():
    for text in (*HOSTILE, "+1", "-1", "\u2212", "\uff1dx"):
        for row in csv.reader(io.StringIO(write("csv", with_text(text)).decode())):
            assert not any(cell[:1] in tuple("=+-@\t\r\uff1d") and cell[:1] for cell in row)


def test_csv_is_a_table_with_line_ends_of_the_standard():
    data = write("csv", plain()).decode()
    assert data.count("\r\n") == len(plain().entries) + 1
    assert len({len(row) for row in csv.reader(io.StringIO(data))}) == 1


# Markdown


def test_markdown_is_in_the_form_of_hashcards():
    text = write("markdown", plain()).decode()
    _, front, body = text.split("---\n", 2)
    assert tomllib.loads(front)["name"] == "Tessaly Reopens the Harbour Talks"
    cards = body.split("\n---\n")
    assert len(cards) == len(plain().entries)
    for card in cards:
        assert card.strip().startswith("C: ") or (card.strip().startswith("Q: ") and "\nA: " in card)


def test_cards_written_by_hand_are_read():
    found = read("markdown", b"Q: Who pays?\nA: Vant\n\n---\n\nC: The [mole] is shut.\n")
    assert [(card.prompt, card.answer) for card in found.cards] == [
        ("Who pays?", "Vant"),
        ("The ____ is shut.", "mole"),
    ]
    assert len({card.id for card in found.cards}) == 2


# Anki


def packaged(data: bytes) -> tuple[list[tuple[str, list[str], str]], str]:
    """Return the notes of an .apkg as (guid, fields, tags), and its decks as JSON text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        raw = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(raw)
    notes = [
        (guid, fields.split("\x1f"), tags)
        for guid, fields, tags in connection.execute("select guid, flds, tags from notes")
    ]
    cards = connection.execute("select count(*) from cards").fetchone()[0]
    assert cards == len(notes)
    decks: str = connection.execute("select decks from col").fetchone()[0]
    connection.close()
    return notes, json.dumps(json.loads(decks), ensure_ascii=False)


def test_a_note_keeps_its_guid_when_its_words_change():
    one = plain()
    reworded = replace(
        one,
        entries=tuple(
            replace(entry, card=replace(entry.card, answer=f"{entry.card.answer}!")) for entry in one.entries
        ),
    )
    assert [note[0] for note in packaged(write("anki", one))[0]] == [
        note[0] for note in packaged(write("anki", reworded))[0]
    ]


def test_notes_have_spare_fields_and_typed_tags():
    notes, _ = packaged(write("anki", plain()))
    for (_, fields, tags), card in zip(notes, plain().cards, strict=True):
        prompt, answer, source, quote, _, identity = fields
        assert prompt
        assert answer
        assert "Tessaly" in source
        assert "<mark>" in quote
        assert identity == card.id
        assert f"kind::{card.kind.value}" in tags.split()
        assert f"question::{card.question.value}" in tags.split()
        assert all("::" in tag for tag in tags.split())
    assert "actor::Mira_Oswin" in " ".join(note[2] for note in notes)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_in_anki(text):
    (_, fields, tags), *_ = packaged(write("anki", with_text(text)))[0]
    shown = "".join(fields[:5]).replace("<mark>", "").replace("</mark>", "")
    for danger in ("<", "{{", "}}", "::", "[sound:", "[latex]", "[$", r"\(", r"\[", "[/"):
        assert danger not in shown
    assert all(" " not in tag for tag in tags.split())


def test_the_words_meant_are_lit_not_the_same_words_before_them():
    made = with_text("a toll and a toll")
    card = replace(made.entries[0].card, span=Span(13, 17), sentence=Span(0, 17))
    entry = replace(made.entries[0], card=card, quote="toll")
    assert entry.lit == Span(13, 17)
    assert replace(entry, quote="quay").lit is None


def test_an_empty_card_is_refused():
    made = with_text("x")
    empty = replace(made, entries=(replace(made.entries[0], card=replace(made.entries[0].card, answer=" ")),))
    with pytest.raises(DeckError, match="empty"):
        write("anki", empty)


def test_anki_text_says_which_column_is_which():
    lines = write("anki-text", plain()).decode().splitlines()
    headers = [line for line in lines if line.startswith("#")]
    rows = list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    assert "#separator:tab" in headers
    assert "#guid column:1" in headers
    assert len(rows) == len(plain().entries)
    assert {len(row) for row in rows} == {10}


def test_a_package_is_imported_by_anki_itself(tmp_path):
    collection = pytest.importorskip("anki.collection")
    path = tmp_path / "deck.apkg"
    path.write_bytes(write("anki", plain()))
    opened = collection.Collection(str(tmp_path / "c.anki2"))
    try:
        request = collection.ImportAnkiPackageRequest(package_path=str(path))
        opened.import_anki_package(request)
        assert opened.note_count() == opened.card_count() == len(plain().entries)
        opened.import_anki_package(request)
        assert opened.note_count() == len(plain().entries)
        card = opened.get_card(opened.find_cards("")[0])
        assert "Tessaly" in card.render_output().answer_text
    finally:
        opened.close()


# Quiz and note formats


def test_hascard_marks_the_right_option():
    text = write("hascard", deck()).decode()
    for card in text.split("\n---\n"):
        lines = card.strip().splitlines()
        assert lines[0].startswith("# ")
        options = [line for line in lines[1:] if line[:2] in ("* ", "- ")]
        if options:
            assert sum(line.startswith("* ") for line in options) == 1


def test_obsidian_has_one_separator_a_card():
    text = write("obsidian", plain()).decode()
    cards = [line for line in text.splitlines() if line[:1] not in ("", "#", ">") and not line.startswith("Source")]
    assert len(cards) == len(plain().entries)
    assert all(line.count("::") == 1 or line.count("==") == 2 for line in cards)


def test_bytes_do_not_hang_on_the_order_of_a_set():
    code = (
        "import hashlib; from tests.decks.test_formats import deck;"
        "from tui_reader.decks.formats import FORMATS, write;"
        "print([hashlib.sha256(write(name, deck())).hexdigest() for name in FORMATS])"
    )
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1
