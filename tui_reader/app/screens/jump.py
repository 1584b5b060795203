"""A letter on every pane and tab; the next key goes where its letter stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset, Size
from textual.screen import ModalScreen
from textual.widgets import Static

LETTERS = "asdfghlwertuiop"


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go: what comes back for it, its title, and where its letter is put; None where it is not in sight."""

    id: str
    title: str
    at: Offset | None
    wide: bool = True  # there is room for a cell on either side of its letter


class JumpScreen(ModalScreen[str | None]):
    """Comes back with the id of the target whose letter was pressed, or with None; all else stays in sight."""

    DEFAULT_CSS = """
    JumpScreen { background: $background 0%; }
    JumpScreen > .jump-letter {
        position: absolute; width: auto; height: 1; background: $lit; color: $on-lit; text-style: bold;
    }
    JumpScreen > #jump-hint { dock: bottom; height: 1; width: 1fr; padding: 0 1; background: $panel; color: $quiet; }
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self._laid_out_at: Size | None = None
        self.targets = dict(zip(LETTERS, targets, strict=False))

    def compose(self) -> ComposeResult:
        hint: list[tuple[str, str]] = []
        for letter, target in self.targets.items():
            if target.at is None:
                hint += [(letter, "$accent bold"), (f" {target.title}   ", "")]
                continue
            sign = Static(f" {letter} " if target.wide else letter, classes="jump-letter", markup=False)
            sign.styles.offset = (target.at.x, target.at.y)
            yield sign
        hint += [("esc", "$accent bold"), (" stay here", "")]
        yield Static(Content.assemble(*hint), id="jump-hint")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        target = self.targets.get(event.character or "")
        self.dismiss(target.id if target is not None else None)

    def on_resize(self, event: events.Resize) -> None:
        if self._laid_out_at not in (None, event.size):
            self.dismiss(None)  # the letters stand where nothing is any more
        self._laid_out_at = event.size
