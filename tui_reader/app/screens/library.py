"""The library: the texts, how each stands, and how to open another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.app.commands import Command
from tui_reader.app.rows import clip
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.shelf_rows import ORDER_TITLES, ORDERS, Order, arranged, bar, last_opened, tally, waiting
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.row_list import RowList
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.app.wrap import printable
from tui_reader.errors import TuiReaderError
from tui_reader.sources import open_source

if TYPE_CHECKING:
    from tui_reader.model import Document
    from tui_reader.store.shelf import Shelved

EMPTY = """No text is in the library yet.

Press o and give a file, a web address or clipboard; or leave and come back with

    tui-reader open FILE

Three texts to try it on stand below."""


Commands = list[Command]  # within the screen, `list` is its list of texts


class LibraryScreen(CommandScreen):
    """Lists the texts; enter reads the one in hand."""

    DEFAULT_CSS = """
    LibraryScreen { background: $background; }
    LibraryScreen > #library-empty { height: auto; padding: 1 2; color: $quiet; display: none; }
    LibraryScreen > #library-empty.-shown { display: block; }
    LibraryScreen > #library-list { margin: 1 1 0 1; max-width: 110; }
    """

    def __init__(self, table: Sequence[Command]) -> None:
        super().__init__(table)
        self.texts: list[Shelved] = []
        self.order: Order = "opened"
        self.words = ""
        self.samples: list[str] = []
        self._removed: list[str] = []
        self._left = False

    @property
    def place(self) -> str:
        return "library"

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield Static(EMPTY, id="library-empty", markup=False)
        yield RowList(id="library-list", markup=False)
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        self.order = cast(Order, self.reader.library.setting("library.order", "opened"))
        if self.order not in ORDERS:
            self.order = "opened"

    def on_screen_resume(self) -> None:
        self._left = False
        self.show_texts()
        self.list.focus()
        self.refresh_footer()

    @property
    def list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def text(self) -> Shelved | None:
        """The text in hand."""
        at = self.list.highlighted
        return self.texts[at] if at is not None and at < len(self.texts) else None

    def show_texts(self) -> None:
        """Show the texts as they stand now."""
        every = self.reader.library.documents()
        last = last_opened(every)
        in_hand = self.text.id if self.text else last.id if last else None
        self.texts = arranged(every, self.order, self.words)
        self.samples = [] if every else self.reader.samples()
        self.query_one("#library-empty").set_class(not every, "-shown")
        known = self.known()
        options = [Option(text_content(text, known.get(text.id, 0.0)), id=text.id) for text in self.texts]
        options += [Option(Content.assemble((f"  {printable(_title(path))}\n", ""))) for path in self.samples]
        with self.prevent(OptionList.OptionHighlighted):
            self.list.set_options(options)
            at = next((n for n, text in enumerate(self.texts) if text.id == in_hand), 0)
            self.list.highlighted = at if options else None
        middle = f"by {ORDER_TITLES[self.order]}" if every else ""
        if self.words:
            middle = f"“{self.words}”: {len(self.texts)} of {len(every)} · {middle}"
        self.query_one(StatusLine).show("Library", middle, waiting(*every))
        self.refresh_footer()

    def known(self) -> dict[str, float]:
        """Return how well each text that is shown and was studied is known now, 0 to 1."""
        studied = [text for text in self.texts if text.unseen < text.cards]
        if not studied:
            return {}
        from tui_reader.store.memory import own_scheduler  # late: not needed before the first card is answered

        library, now = self.reader.library, datetime.now(UTC)
        model = own_scheduler(library, self.reader.settings)
        return {text.id: library.known(text.id, model, now) or 0.0 for text in studied}

    def footer_keys(self) -> Commands:
        """Leave out, where there is no text, what is done with one."""
        without = () if self.texts else ("library.filter", "library.remove", "library.study")
        return [command for command in super().footer_keys() if command.id not in without]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.command_open()

    def run_command(self, command: Command, count: int | None = None, argument: str | None = None) -> None:
        if not self._left:  # keys that come while a text is being opened are not for the list
            super().run_command(command, count, argument)

    def command_open(self) -> None:
        if (text := self.text) is not None:
            self._left = True
            self.reader.read(text.id)
        elif self.samples and self.list.highlighted is not None:
            self.fetch(self.samples[self.list.highlighted])

    def command_add(self) -> None:
        self.query_one(PromptLine).ask("add", "open", "", "a file, a web address, or clipboard")

    def command_filter(self) -> None:
        self.query_one(PromptLine).ask("filter", "show only", self.words, "title, author, tag")

    def command_sort(self) -> None:
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.reader.library.set_setting("library.order", self.order)
        self.show_texts()

    def command_rename(self) -> None:
        if (text := self.text) is not None:
            self.query_one(PromptLine).ask("rename", "title", text.title)

    def command_tag(self) -> None:
        if (text := self.text) is not None:
            self.query_one(PromptLine).ask("tag", "tags", ", ".join(text.tags), "words, with commas between them")

    def command_study(self) -> None:
        """Study the cards of the texts that are shown."""
        texts = [text.id for text in self.texts if text.cards]
        if texts:
            self.reader.study(*texts)
        else:
            self.notify("No text here has cards yet; reading one makes them.", markup=False)

    def command_passages(self) -> None:
        from tui_reader.app.screens.passage_choosing import choose_passage

        choose_passage(self, [text.id for text in self.texts if text.passages])

    def command_aim(self) -> None:
        from tui_reader.app.screens.aim_form import ask_aim

        if (text := self.text) is not None:
            ask_aim(self, text.id, [one.id for one in self.texts], self.show_texts)

    def command_remove(self) -> None:
        if (text := self.text) is not None:
            self.reader.library.remove(text.id)
            self._removed.append(text.id)
            self.show_texts()
            self.notify(f"{text.title} is removed; u brings it back.", markup=False)

    def command_undo(self) -> None:
        trash = self._removed or [text.id for text in self.reader.library.documents(trash=True)][:1]
        if not trash:
            self.notify("Nothing was removed.", markup=False)
            return
        self.reader.library.restore(trash.pop())
        self.show_texts()

    def command_back(self) -> None:
        if self.words:
            self.words = ""
            self.show_texts()
        else:
            self.notify("This is the library; q leaves.", markup=False)

    def leave_input(self) -> None:
        self.query_one(PromptLine).close(None)

    def command_search(self) -> None:
        self.query_one(PromptLine).ask("search", "search in texts", "", "words of a text")

    def search(self, words: str) -> None:
        """List the places that have *words* in any text; the chosen one is opened."""
        found = self.reader.library.search(words)
        if not found:
            self.notify(f"No text has “{words}”.", markup=False)
            return
        titles = {text.id: text.title for text in self.reader.library.documents()}
        choices = [Choice(str(n), f"{clip(titles[one.document], 20)}: {one.snippet}") for n, one in enumerate(found)]

        def chosen(name: str | None) -> None:
            if name is not None:
                place = found[int(name)]
                self.reader.read(place.document, place.span)

        self.app.push_screen(ChoosingScreen(f"“{words}”: {len(found)} places", choices), chosen)

    def on_prompt_line_edited(self, message: PromptLine.Edited) -> None:
        if message.purpose == "filter":
            self.words = message.text
            self.show_texts()

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        self.list.focus()
        text, said = self.text, message.text
        if said is None:
            self.words = "" if message.purpose == "filter" else self.words
        elif message.purpose == "add" and said.strip():
            self.fetch(said.strip())
        elif message.purpose == "search" and said.strip():
            self.search(said.strip())
        elif message.purpose == "rename" and text is not None and said.strip():
            self.reader.library.rename(text.id, said)
        elif message.purpose == "tag" and text is not None:
            wanted = [" ".join(tag.split()) for tag in said.split(",") if tag.strip()]
            self.reader.library.untag(text.id, *(tag for tag in text.tags if tag not in wanted))
            self.reader.library.tag(text.id, *wanted)
        self.show_texts()

    @work(thread=True, exclusive=True, group="fetch")
    def fetch(self, location: str) -> None:
        """Read a source, which may take its time, and open it."""
        tell = self.app.call_from_thread
        tell(self.notify, f"Opening {location} …", markup=False)
        try:
            document: Document = open_source(location)
        except TuiReaderError as error:
            tell(self.notify, str(error), severity="error", markup=False, timeout=10)
            return
        tell(self.reader.read_document, document)


def text_content(text: Shelved, known: float) -> Content:
    """Return a text, of which a share is known, as its two rows."""
    about = [text.author or "", text.date or "", " ".join(f"#{tag}" for tag in text.tags)]
    second = " · ".join(part for part in (*about, tally(text, known)) if part)
    return Content.assemble(
        (printable(text.title), "bold"),
        ("\n", ""),
        (bar(known), "$accent" if text.due else "$quiet"),
        ("  ", ""),
        (printable(second), "$quiet"),
        ("\n", ""),
    )


def _title(path: str) -> str:
    from pathlib import Path

    try:
        with Path(path).open(encoding="utf-8") as file:
            return file.readline().strip() or Path(path).stem
    except OSError:
        return Path(path).stem
