"""Two actors that are one: what the text does not tell the program, a reader may."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rapidfuzz import process

from tui_reader.app.rows import Tab
from tui_reader.app.widgets.claims_pane import ClaimsPane
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.extraction.merging import suggest_merges
from tui_reader.model import Actor, Document, Edit, EditAction, EditTarget, Extraction

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen

    Base = CommandScreen
else:
    Base = object

NEAR = 70  # rapidfuzz score, 0 to 100, from which a mistyped name is taken for an actor's


class ActorMerges(Base):
    """The command of the actors tab that makes one of two, and its undoing."""

    document: Document
    extraction: Extraction | None

    if TYPE_CHECKING:

        @property
        def claims(self) -> ClaimsPane: ...

        def _keep(self, edit: Edit) -> bool: ...

    def command_merge(self) -> None:
        """Ask whom the actor in hand is too; the likeliest is put forward."""
        row = self.claims.row
        if self.extraction is None or row is None or self.claims.tab is not Tab.ACTORS:
            self.notify("Only actors, under their tab, can be made one.", markup=False)
            return
        likely = (pair for pair in suggest_merges(self.extraction) if row.id in (pair.keep, pair.gone))
        pair = next(likely, None)
        other = self.extraction.actor(pair.gone if pair.keep == row.id else pair.keep) if pair else None
        self.query_one(PromptLine).ask("merge", "the same as", other.name if other else "", "another actor's name")

    def merge_with(self, name: str) -> None:
        """Make the actor in hand and the one called *name* one, under the name in hand."""
        row = self.claims.row
        if self.extraction is None or row is None:
            return
        gone = actor_called(self.extraction, name)
        if gone is None or gone.id == row.id:
            self.notify(f"No other actor is called {name!r}.", severity="warning", markup=False)
            return
        now = datetime.now(UTC)
        change = {"with": gone.id}
        if self._keep(Edit(self.document.id, EditTarget.ACTOR, row.id, EditAction.MERGE, now, change)):
            back = Edit(self.document.id, EditTarget.ACTOR, row.id, EditAction.SPLIT, now, change)
            self.reader.corrections.setdefault(self.document.id, []).append((now, back))
            self.notify(f"{gone.name} is one with it now; u takes it back.", markup=False)


def actor_called(extraction: Extraction, name: str) -> Actor | None:
    """Return the actor that bears a name, or nearly."""
    exact = extraction.actor_named(name.strip())
    if exact is not None:
        return exact
    names = {known: actor for actor in extraction.actors for known in actor.every_name}
    found = process.extractOne(name, list(names), score_cutoff=NEAR)
    return names[found[0]] if found else None
