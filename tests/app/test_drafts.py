"""A card, an item and a note written in an editor; a broken text is refused with a line, and nothing is lost."""

import contextlib

import pytest

from tests.app.test_study_desk import app_on, at_a_card, library  # noqa: F401
from tests.app.texts import DOCUMENT, span
from tui_reader.app.drafts import Draft, parse
from tui_reader.app.editing import Field
from tui_reader.errors import StoreError
from tui_reader.model import Anchor

FIELDS = (Field("prompt", "Question", "What\nfalls?"), Field("kind", "kind", "soft", ("soft", "hard")))
NAMES = {"Question": "prompt", "kind": "kind"}


def draft_in(folder):
    return Draft.of(folder / "drafts", "card/../a b", "The words [of] a\ncard", FIELDS)


def test_a_draft_that_was_left_as_it_was_changes_nothing_and_names_what_may_be_chosen(tmp_path):
    draft = draft_in(tmp_path)
    draft.begin()
    assert draft.path.parent == tmp_path / "drafts"
    assert "# kind: one of soft, hard" in draft.path.read_text()
    assert draft.read() == {}


def test_words_of_several_lines_come_back_and_may_look_like_comments_or_names(tmp_path):
    draft = draft_in(tmp_path)
    draft.begin()
    draft.path.write_text("# mine\n\n[Question]\n# what?\n[i]falls[/i]\n\nand when\n\n [kind] \nhard\n")
    assert draft.read() == {"prompt": "# what?\n[i]falls[/i]\n\nand when", "kind": "hard"}
    draft.close()
    assert not draft.path.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[Question]\nWhat?\n", "[kind] is missing"),
        ("", "[Question] is missing"),
        ("[kind]\nsoft\n[Question]\nx\n[kind]\nhard\n", "line 5: [kind] stands there twice"),
        ("# about\nWhat?\n[Question]\n[kind]\n", "line 2 stands under none of [Question], [kind]"),
    ],
)
def test_a_broken_text_is_refused_and_says_where(text, told):
    with pytest.raises(StoreError) as refused:
        parse(text, NAMES)
    assert str(refused.value) == told


def test_what_is_no_text_is_refused(tmp_path):
    draft = draft_in(tmp_path)
    draft.begin()
    draft.path.write_bytes(b"[Question]\n\xff\xfe")
    with pytest.raises(StoreError, match="no UTF-8 text"):
        draft.read()


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """Set what the editor does to the text it is given."""

    def use(script):
        program = tmp_path / "editor.py"
        program.write_text(
            f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{script}\n"
        )
        import sys

        monkeypatch.setenv("VISUAL", f"{sys.executable} {program}")

    return use


def still(app, monkeypatch):
    """Have the app give up a terminal that it does not have, and keep what it says."""
    said = []
    monkeypatch.setattr(app, "suspend", contextlib.nullcontext)
    monkeypatch.setattr(app.screen, "notify", lambda words, **_: said.append(words))
    return said


async def test_a_card_is_written_in_the_editor_and_a_broken_one_opens_again(library, editor, monkeypatch):  # noqa: F811
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        card = await at_a_card(app, pilot)
        said = still(app, monkeypatch)
        editor("path.write_text(text.replace('[Answer]', 'Answer:').replace('?', ', pray?'))")
        await pilot.press("ctrl+e")
        assert "[Answer] is missing" in said[-1]
        assert app.screen.pane.card == card
        editor("path.write_text(text.replace('Answer:', '[Answer]'))")
        await pilot.press("ctrl+e")
        assert app.screen.pane.card.prompt == card.prompt.replace("?", ", pray?") != card.prompt
        assert not list((library.home / "drafts").iterdir())
        editor("sys.exit(3)")
        await pilot.press("ctrl+e")
        assert said[-1].startswith("Not changed:")


async def test_a_note_and_an_item_are_written_in_the_editor_and_taken_back(library, editor, monkeypatch):  # noqa: F811
    library.note(DOCUMENT.id, Anchor.of(DOCUMENT.text, span("the toll will fall")), "Ask Maud.")
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        await at_a_card(app, pilot)
        said = still(app, monkeypatch)
        await pilot.press("tab", "right_parenthesis")
        editor("path.write_text(text.replace('Ask Maud.', 'Ask Maud\\nonce more.'))")
        await pilot.press("ctrl+e")
        assert [note.text for note in library.notes(DOCUMENT.id)] == ["Ask Maud\nonce more."]
        await pilot.press("tab", "u")
        assert [note.text for note in library.notes(DOCUMENT.id)] == ["Ask Maud."]
        editor("path.write_text(text.replace('the council agrees', 'the moon agrees'))")
        await pilot.press("ctrl+e")
        assert "the text has no words “the moon agrees”" in said[-1]
        editor("path.write_text(text.replace('the moon agrees', 'council agrees'))")
        await pilot.press("ctrl+e")
        (condition,) = library.extraction(DOCUMENT.id).conditions
        assert condition.antecedent.of(DOCUMENT.text) == "council agrees"


async def test_without_a_terminal_to_give_up_it_says_so(library):  # noqa: F811
    app = app_on(library)
    async with app.run_test(size=(160, 40)) as pilot:
        card = await at_a_card(app, pilot)
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert app.screen.pane.card == card
        assert len(list((library.home / "drafts").iterdir())) == 1
