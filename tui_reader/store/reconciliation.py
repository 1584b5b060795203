"""A new extraction gets the ids of the one before it, so that edits, cards and progress go on."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tui_reader.extraction.merging import rename_actors
from tui_reader.model import Actor, Claim, Condition, Extraction, Item, Position, Span, item_span
from tui_reader.store.textmap import TextMap

CELL = 256  # characters
ALIKE = 0.5  # from which two items, or two actors, are taken for one
TABLES = ("claims", "conditions", "positions")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The new extraction with the ids of the old one, and the ids of what stayed, what vanished and what is new."""

    extraction: Extraction
    kept: tuple[str, ...]
    vanished: tuple[str, ...]
    new: tuple[str, ...]


def reconcile(old: Extraction, new: Extraction, places: TextMap, keep: Container[str] = ()) -> Reconciled:
    """Carry ids over by kind and place, *places* leading from the old text to the new.

    Old items whose ids are in *keep* (a reader has worked on them) stay even if nothing like them was found again,
    where their words are still in the text.
    """
    new = _carry_actors(old, new, places)
    kept: list[str] = []
    vanished: list[str] = []
    fresh: list[str] = []
    tables: dict[str, Any] = {}
    for table in TABLES:
        olds: tuple[Item, ...] = getattr(old, table)
        moved = {item.id: there for item in olds if (there := _moved(item, places)) is not None}
        items, pairs = _carry(tuple(moved.values()), getattr(new, table), _likeness, _cells)
        held = [moved[item.id] for item in olds if item.id in keep and item.id not in pairs and item.id in moved]
        taken = {item.id for item in items}
        held = [_known_actors(item, new) for item in held if item.id not in taken]
        tables[table] = tuple(sorted((*items, *held), key=item_span))
        here = pairs | {item.id for item in held}
        kept += [item.id for item in olds if item.id in here]
        vanished += [item.id for item in olds if item.id not in here]
        fresh += [item.id for item in items if item.id not in pairs]
    return Reconciled(replace(new, **tables), tuple(kept), tuple(vanished), tuple(fresh))


def _carry(
    olds: tuple[Any, ...],
    news: Iterable[Any],
    likeness: Callable[[Any, Any], float],
    cells: Callable[[Any], Iterable[int]] = lambda _: (0,),
) -> tuple[tuple[Any, ...], set[str]]:
    """Return the new things with the ids of the old ones they are most like, each once, and which ids were given.

    Only things that share one of their *cells* are compared.
    """
    unpaired = {item.id: item for item in olds}
    named: dict[int, str] = {}
    news = list(news)
    for index, item in enumerate(news):  # the same words are the same item
        if item.id in unpaired and likeness(unpaired[item.id], item) > 0:
            named[index] = unpaired.pop(item.id).id
    near: dict[int, dict[str, Any]] = {}
    for item in unpaired.values():
        for cell in cells(item):
            near.setdefault(cell, {})[item.id] = item
    ranked = [
        (-score, index, name)
        for index, other in enumerate(news)
        if index not in named
        for name, item in {name: item for cell in cells(other) for name, item in near.get(cell, {}).items()}.items()
        if (score := likeness(item, other)) >= ALIKE
    ]
    for _, index, name in sorted(ranked):
        if index not in named and name in unpaired:
            named[index] = unpaired.pop(name).id
    given = set(named.values())
    old_ids = {item.id for item in olds}
    items, used = [], set(given)
    for index, item in enumerate(news):
        name = named.get(index) or _free(item.id, used | old_ids)
        used.add(name)
        items.append(replace(item, id=name))
    return tuple(items), given


def _free(name: str, taken: Container[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _cells(item: Item) -> Iterable[int]:
    """Return the stretches of the text, each CELL characters, that an item lies in."""
    span = item_span(item)
    return range(span.start // CELL, span.end // CELL + 1)


def _likeness(old: Item, new: Item) -> float:
    match old, new:
        case Condition(), Condition():
            return (old.antecedent.dice(new.antecedent) + old.consequent.dice(new.consequent)) / 2
        case Position(), Position():
            place = old.evidence.dice(new.evidence)
            same = (old.holder == new.holder) + (old.stance == new.stance) + (old.issue.text == new.issue.text)
            return place * (0.7 + 0.1 * same)
        case Claim(), Claim():
            return old.span.dice(new.span)
        case _:
            return 0.0


def _moved(item: Item, places: TextMap) -> Item | None:
    """Return the item where its words stand in the new text, None if one of its parts is gone."""
    at = places.span
    match item:
        case Claim():
            span = at(item.span)
            return None if span is None else replace(item, span=span, cue=item.cue and at(item.cue))
        case Position():
            evidence = at(item.evidence)
            issue = replace(item.issue, span=item.issue.span and at(item.issue.span))
            return None if evidence is None else replace(item, evidence=evidence, issue=issue)
        case Condition():
            antecedent, consequent = at(item.antecedent), at(item.consequent)
            if antecedent is None or consequent is None:
                return None
            start = min(antecedent.start, consequent.start)
            trigger = at(item.trigger) or Span(start, start)
            return replace(item, antecedent=antecedent, consequent=consequent, trigger=trigger)


def _known_actors(item: Item, extraction: Extraction) -> Item:
    """Return the item without those actors that the extraction no longer has."""
    known = {actor.id for actor in extraction.actors}
    changes: dict[str, Any] = {}
    for name in ("holder", "obligor"):
        if hasattr(item, name) and getattr(item, name) not in known:
            changes[name] = None
    if isinstance(item, Claim):
        changes["via"] = tuple(actor for actor in item.via if actor in known)
    elif isinstance(item, Position) and item.via not in known:
        changes["via"] = None
    return replace(item, **changes)


def _carry_actors(old: Extraction, new: Extraction, places: TextMap) -> Extraction:
    def moved(actor: Actor) -> Actor:
        mentions = (places.span(mention) for mention in actor.mentions)
        return replace(actor, mentions=tuple(mention for mention in mentions if mention is not None))

    # An actor's id is its number of order: another numbering must not pair two actors, so the ids are told apart.
    told_apart = tuple(replace(actor, id=f"\0{actor.id}") for actor in new.actors)
    named, _ = _carry(tuple(map(moved, old.actors)), told_apart, _actor_likeness)
    taken = {actor.id for actor in named if not actor.id.startswith("\0")} | {actor.id for actor in old.actors}
    names: dict[str, str] = {}
    for actor, name in zip(new.actors, named, strict=True):
        names[actor.id] = name.id if not name.id.startswith("\0") else _free(actor.id, taken)
        taken.add(names[actor.id])
    return rename_actors(new, names)


def _actor_likeness(old: Actor, new: Actor) -> float:
    """Return how much two actors have in common, 0 to 2: mentions first, then a shared best name, then any name."""
    mine, others = set(old.mentions), set(new.mentions)
    places = len(mine & others) / max(1, min(len(mine), len(others)))
    names = 1.0 if old.name == new.name else 0.5 if set(old.every_name) & set(new.every_name) else 0.0
    return places + names
