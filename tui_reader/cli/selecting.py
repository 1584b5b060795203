"""The options that choose cards, for every command that asks some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui_reader.config.paths import Home

if TYPE_CHECKING:
    from tui_reader.store import Library
    from tui_reader.store.material import Material
    from tui_reader.study.selection import Selection

F = TypeVar("F", bound=Callable[..., Any])

KINDS = ("condition", "position", "attribution", "quotation", "unmentioned")
KNOWN = ("forgotten", "due-soon", "leeches", "new")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was given of these options."""

    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    known: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.kinds or self.actors or self.tags or self.known)


def selecting(command: F) -> F:
    """Give a command the options; it is called with `asked`, an Asked, in their place."""

    def taking(**given: Any) -> Any:
        known = tuple(name for name in KNOWN if given.pop(name.replace("-", "_")))
        asked = Asked(given.pop("kind"), given.pop("actor"), given.pop("tag"), known)
        return command(**given, asked=asked)

    taking.__name__, taking.__doc__ = command.__name__, command.__doc__
    taking.__dict__.update(command.__dict__)
    for decorate in reversed(
        (
            click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only cards of this kind."),
            click.option("--actor", multiple=True, help="Only cards about the actor of this name."),
            click.option("--tag", multiple=True, help="Only texts with this tag."),
            click.option("--forgotten", is_flag=True, help="Only cards that slipped within the week."),
            click.option("--due-soon", is_flag=True, help="Only cards that fall due within the week."),
            click.option("--leeches", is_flag=True, help="Only cards that slipped again and again."),
            click.option("--new", is_flag=True, help="Only cards never asked before."),
        )
    ):
        taking = decorate(taking)
    return taking  # type: ignore[return-value]


def selection_of(asked: Asked, materials: list[Material]) -> Selection | None:
    """Return the selection that was asked for, None if none was; raises StoreError for names that nothing has."""
    from tui_reader.model import CardKind
    from tui_reader.store.picking import actors_called
    from tui_reader.study.selection import Known, Selection

    if not asked.any:
        return None
    known = {
        "forgotten": Known.FORGOTTEN,
        "due-soon": Known.SOON,
        "leeches": Known.LEECH,
        "new": Known.NEW,
    }
    return Selection(
        kinds=frozenset(CardKind(kind) for kind in asked.kinds),
        actors=frozenset(pair for name in asked.actors for pair in actors_called(materials, name)),
        known=frozenset(known[name] for name in asked.known),
    )


def materials_of(home: Home, library: Library, sources: tuple[str, ...], asked: Asked) -> list[Material]:
    """Return the texts that *sources* name, kept in the library, or all that have cards; with tags, only those."""
    from tui_reader.cli.material import open_material
    from tui_reader.errors import SourceError
    from tui_reader.store.material import material_of
    from tui_reader.store.picking import texts_tagged

    if sources:
        found = [open_material(home, library, source, keep=True) for source in sources]
    else:
        found = [material_of(library, text.id) for text in library.documents() if text.cards]
    if asked.tags:
        tagged = texts_tagged(library, asked.tags)
        found = [material for material in found if material.document.id in tagged]
    if not found:
        raise SourceError("the library has no cards yet: tui-reader open FILE makes some")
    return found
