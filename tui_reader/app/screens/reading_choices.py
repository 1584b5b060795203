"""What a reader chooses from a list while reading: a section, the kinds that are marked, a pane or tab to jump to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.kinds import MEANING, SIGNS, Kind
from tui_reader.app.motions import section_starts
from tui_reader.app.rows import Tab, clip
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.jump import LETTERS, JumpScreen, Target
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.model import BlockKind, Document

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.versions import Changes

    Base = CommandScreen
else:
    Base = object


def contents(document: Document) -> list[tuple[int, int, str]]:
    """Return offset, depth and title of every heading and section, in the order of the text."""
    found = {
        block.span.start: (max(0, block.level - 1), block.span.of(document.text))
        for block in document.blocks
        if block.kind is BlockKind.HEADING
    }
    for start, section in zip(section_starts(document), document.sections, strict=True):
        if start not in found and (words := section.title or document.text[start : section.span.end][:80]).strip():
            found[start] = (0, words)
    return [(start, depth, clip(title, 70)) for start, (depth, title) in sorted(found.items())]


class ReadingChoices(Base):
    """The commands of the reading screen that open a list."""

    document: Document
    shown_kinds: set[Kind]

    @property
    def source(self) -> SourceView:
        raise NotImplementedError

    def show_marks(self) -> None:
        raise NotImplementedError

    def show_rows(self, tab: Tab | None = None) -> None:
        raise NotImplementedError

    def focus_pane(self, pane: str) -> None:
        raise NotImplementedError

    def command_contents(self) -> None:
        found = contents(self.document)
        choices = [Choice(str(start), "  " * depth + title) for start, depth, title in found]
        here = max((n for n, row in enumerate(found) if row[0] <= self.source.offset_in_hand), default=0)

        def go(chosen: str | None) -> None:
            if chosen is not None:
                self.focus_pane("source")
                self.source.go_to(int(chosen), jump=True)

        self.app.push_screen(ChoosingScreen("Contents", choices, here), go)

    def command_kinds(self, at: int = 0) -> None:
        choices = [
            Choice(kind.value, f"{SIGNS[kind]} {MEANING[kind]}", key, f"$kind-{kind}" if shown else "$quiet strike")
            for kind, key in zip(Kind, LETTERS, strict=False)
            for shown in (kind in self.shown_kinds,)
        ]

        def turn(chosen: str | None) -> None:
            if chosen is not None:
                self.shown_kinds ^= {Kind(chosen)}
                self.show_marks()
                self.command_kinds(list(Kind).index(Kind(chosen)))

        self.app.push_screen(ChoosingScreen("Marks in the text: choose one to switch it on or off", choices, at), turn)

    def command_jump(self) -> None:
        """Put a letter on every pane and tab, and go where the next key says."""

        def go(chosen: str | None) -> None:
            kind, _, name = (chosen or "").partition(":")
            if kind == "pane":
                self.focus_pane(name)
            elif kind == "tab":
                self.show_rows(Tab(name))
                self.focus_pane("claims")

        self.app.push_screen(JumpScreen(self.jump_targets()), go)

    def jump_targets(self) -> list[Target]:
        """Return the panes and the tabs of the claims, each with the place of its letter if it is in sight."""
        raise NotImplementedError

    def tell_changes(self) -> None:
        """Say in a line how the text differs from the version that was read before, if there is one."""
        if (changes := self.reader.library.changes(self.document.id)) is not None:
            self.notify(f"A new version of this text: {summary(changes)}. g d lists it.", timeout=10, markup=False)

    def command_changes(self) -> None:
        changes = self.reader.library.changes(self.document.id)
        if changes is None:
            self.notify("No other version of this text was read before.", markup=False)
            return
        now, before = self.document.text, changes.previous.text
        choices = [Choice(str(span.start), f"+ {clip(span.of(now), 54)}", style="$success") for span in changes.added]
        choices += [Choice("", f"− {clip(span.of(before), 54)}", style="$error") for span in changes.removed]

        def chosen(start: str | None) -> None:
            if start:
                self.source.go_to(int(start), jump=True)

        self.app.push_screen(ChoosingScreen(f"Since the version before: {summary(changes)}", choices), chosen)


def summary(changes: Changes) -> str:
    """Return the counts of what is new, gone and kept, in one line."""
    parts = [f"{len(changes.added)} passages new", f"{len(changes.removed)} gone"]
    if changes.kept or changes.new or changes.vanished:
        parts.append(f"{len(changes.kept)} items kept, {len(changes.new)} new, {len(changes.vanished)} vanished")
    return ", ".join(parts)
