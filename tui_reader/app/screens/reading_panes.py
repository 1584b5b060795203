"""The panes of the reading screen: which of them is in hand, and the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Static

from tui_reader.app.rows import Row
from tui_reader.app.screens.jump import Target
from tui_reader.model import Document

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.app.widgets.claims_pane import ClaimsPane

    Base = CommandScreen
else:
    Base = object

PANES = ("source", "claims", "study")
PANE_TITLES = {"source": "Text", "claims": "Claims", "study": "Study"}


class ReadingPanes(Base):
    """Puts the focus into a pane, and shows that pane where there is room for one only."""

    _pane = "source"

    if TYPE_CHECKING:
        document: Document

        @property
        def claims(self) -> ClaimsPane: ...
        @property
        def covered(self) -> bool: ...
        @property
        def furnished(self) -> bool: ...
        def _light(self, row: Row) -> None: ...

    def on_descendant_focus(self) -> None:
        for pane in PANES:
            node = self.query(f"#{pane}")
            if node and self.focused is not None and node.first() in self.focused.ancestors_with_self:
                self._take_pane(pane)
        self.refresh_footer()

    def on_resize(self) -> None:
        self._paint_pane_tabs()

    def focus_pane(self, pane: str) -> None:
        """Show a pane, where there is room for one only, and put the focus into it."""
        if pane not in PANES or (pane != "source" and not self.furnished) or (pane != "study" and self.covered):
            return
        self.app.delay_update(self.SETTLING)  # a change of focus paints the whole screen: once is enough
        self._take_pane(pane)
        target: Widget = self.claims.list if pane == "claims" else self.query_one(f"#{pane}")
        target.can_focus = True
        target.focus()
        if pane == "claims" and (row := self.claims.row) is not None:
            self._light(row)
        self.refresh_footer()

    def _take_pane(self, pane: str) -> None:
        if pane != self._pane:
            self._pane = pane
            for name in PANES:
                self.set_class(name == pane, f"-pane-{name}")
        self._paint_pane_tabs()

    def _paint_pane_tabs(self) -> None:
        pieces: list[tuple[str, str]] = []
        for number, pane in enumerate(PANES, 1):
            here = pane == self._pane
            pieces += [
                (f" {number} ", "$primary"),
                (PANE_TITLES[pane], "$foreground bold underline" if here else ""),
                ("  ", ""),
            ]
        self.query_one("#pane-tabs", Static).update(Content.assemble(*pieces), layout=False)

    def jump_targets(self) -> list[Target]:
        found = []
        names = self.query_one("#pane-tabs").region
        for number, pane in enumerate(PANES):
            region = self.query_one(f"#{pane}").region
            if names:
                before = sum(len(PANE_TITLES[other]) + 5 for other in PANES[:number])
                at: Offset | None = Offset(names.x + before, names.y)
            elif pane == "claims" and region:
                at = self.claims.list.region.offset
            else:
                at = region.offset if region else None
            found.append(Target(f"pane:{pane}", PANE_TITLES[pane], at))
        shown = self.claims.region
        for tab, column in self.claims.tab_columns.items():
            at = Offset(shown.x + column - 1, shown.y) if shown and column < shown.width else None
            found.append(Target(f"tab:{tab}", tab.heading, at, wide=False))
        return found

    def command_text(self) -> None:
        self.focus_pane("source")

    def command_claims(self) -> None:
        self.focus_pane("claims")

    def command_study_pane(self) -> None:
        self.focus_pane("study")

    def command_next_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    def command_previous_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) - 1) % len(PANES)])

    def command_study(self) -> None:
        self.reader.study(self.document.id)
