"""What the views of the argument have in common: a way to the text, and a way out to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tui_reader.app.commands import Command
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.formats import FORMATS, write
from tui_reader.errors import TuiReaderError
from tui_reader.model import Document, Extraction, Span

WRITER = "the writer"


class ArgumentScreen(CommandScreen):
    """A view over one text; `map_name` is what its export is called, `show_span` goes to a place in the text."""

    map_name = "standings"
    heading = ""

    def __init__(
        self, table: Sequence[Command], document: Document, extraction: Extraction, show_span: Callable[[Span], None]
    ) -> None:
        super().__init__(table)
        self.show_span = show_span
        self.document, self.extraction = document, extraction
        self.names = {actor.id: actor.name for actor in extraction.actors}

    @property
    def place(self) -> str:
        return "argument"

    def on_mount(self) -> None:
        self.query_one(StatusLine).show(self.document.title, self.heading, "")
        self.refresh_footer()

    def name_of(self, actor: str | None) -> str:
        """Return an actor's name; None is the document's writer."""
        return self.names.get(actor, actor) if actor else self.document.author or WRITER

    def words(self, span: Span) -> str:
        return " ".join(span.of(self.document.text).split())

    def evidence(self) -> Span | None:
        """Return the place in the text of what is in hand."""
        raise NotImplementedError

    def command_show(self) -> None:
        if (span := self.evidence()) is not None:
            self.app.pop_screen()
            self.show_span(span)

    def command_back(self) -> None:
        self.app.pop_screen()

    def command_export(self) -> None:
        name = "".join(c if c.isalnum() else "-" for c in self.document.title.casefold())[:40].strip("-")
        self.query_one(PromptLine).ask("export", "write to", f"{name or 'text'}-{self.map_name}.svg")

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        message.stop()
        self.leave_input()
        if not message.text:
            return
        path = Path(message.text.strip()).expanduser()
        by_ending = {ending: form for form, ending in FORMATS.items()}
        form = by_ending.get(path.suffix)
        if form is None:
            self.notify(f"The ending says the form: {', '.join(by_ending)}.", severity="warning", markup=False)
            return
        try:
            path.write_text(write(form, self.map_name, self.document, self.extraction), encoding="utf-8")
        except OSError as error:
            self.notify(f"Cannot write {path}: {error.strerror}", severity="error", markup=False)
        except TuiReaderError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Written: {path.absolute()}", markup=False)

    def leave_input(self) -> None:
        if self.query_one(PromptLine).asking:
            self.query_one(PromptLine).close(None)
