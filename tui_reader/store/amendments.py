"""The reader's edits applied to what was extracted: pure functions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from tui_reader.errors import StoreError
from tui_reader.extraction.merging import merge_actors
from tui_reader.model import (
    Actor,
    ActorKind,
    Claim,
    Condition,
    ConditionKind,
    Document,
    Edit,
    EditAction,
    EditTarget,
    Extraction,
    Issue,
    Item,
    Mode,
    Position,
    Span,
    Stance,
    item_span,
)
from tui_reader.store.cardedits import BLANK, edited_card
from tui_reader.store.standing import standing_edits

T = TypeVar("T")

ID = re.compile(r"a\d+(-\d+)?")
ENOUGH = 0.5  # Dice coefficient from which an item is the one that an anchor means


def amend_extraction(document: Document, extraction: Extraction, edits: Iterable[Edit]) -> Extraction:
    """Return the extraction with the edits applied in their order; one that means nothing any more is passed over."""
    # Merges come last: until then an id or a name means the actor that it meant when the edit was made.
    for edit in sorted(standing_edits(edits), key=lambda edit: edit.action is EditAction.MERGE):
        extraction = _apply(document, extraction, edit)
    return extraction


def check_edit(document: Document, extraction: Extraction, edit: Edit) -> None:
    """Raise StoreError if the edit cannot be applied to anything: an unknown field, kind or place."""
    try:
        match edit.target, edit.action:
            case EditTarget.CARD, (EditAction.ADD | EditAction.AMEND | EditAction.ACCEPT):
                edited_card(document, BLANK, edit)
            case ((EditTarget.CLAIM | EditTarget.CONDITION | EditTarget.POSITION), EditAction.AMEND):
                _read_fields(document, extraction, edit)
            case ((EditTarget.CLAIM | EditTarget.CONDITION | EditTarget.POSITION), EditAction.ADD):
                _new_item(document, extraction, edit)
            case EditTarget.ACTOR, (EditAction.AMEND | EditAction.ADD):
                _amend_actor(Actor(edit.id, "", ActorKind.GROUP), edit)
            case EditTarget.ACTOR, EditAction.MERGE if not edit.changes.get("with"):
                raise ValueError("a merge names the other actor in `with`")
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(f"this {edit.target} cannot be changed so: {error}") from error


def find_item(document: Document, extraction: Extraction, edit: Edit) -> Item | None:
    """Return the item that the edit means: by its id, else by the anchored words."""
    items: tuple[Item, ...] = getattr(extraction, _TABLES[edit.target])
    found = next((item for item in items if item.id == edit.id), None)
    if found is None and edit.anchor is not None and items:
        span = edit.anchor.find(document.text)
        if span is not None:
            best = max(items, key=lambda item: item_span(item).dice(span))
            found = best if item_span(best).dice(span) >= ENOUGH else None
    return found


def actor_for(extraction: Extraction, name: str) -> tuple[Extraction, str | None]:
    """Return the id of the actor that has this id or name, added if there is none; None for no name: the writer.

    Raises ValueError for the id of an actor that is not there.
    """
    if not name.strip():
        return extraction, None
    found = extraction.actor(name) or extraction.actor_named(name)
    if found is not None:
        return extraction, found.id
    if ID.fullmatch(name):
        raise ValueError(f"there is no actor {name}")
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    actor = Actor(f"r{digest}", name, ActorKind.GROUP, (name,))
    if extraction.actor(actor.id) is None:
        extraction = replace(extraction, actors=(*extraction.actors, actor))
    return extraction, actor.id


_TABLES = {EditTarget.CLAIM: "claims", EditTarget.CONDITION: "conditions", EditTarget.POSITION: "positions"}
_KINDS: dict[EditTarget, type[Claim] | type[Condition] | type[Position]] = {
    EditTarget.CLAIM: Claim,
    EditTarget.CONDITION: Condition,
    EditTarget.POSITION: Position,
}
SPAN_FIELDS = frozenset({"span", "cue", "trigger", "antecedent", "consequent", "evidence"})
_ACTORS = frozenset({"holder", "obligor"})


def _apply(document: Document, extraction: Extraction, edit: Edit) -> Extraction:
    if edit.target is EditTarget.ACTOR:
        return _apply_to_actor(extraction, edit)
    if edit.target not in _TABLES:
        return extraction
    items: tuple[Any, ...] = getattr(extraction, _TABLES[edit.target])
    if edit.action is EditAction.ADD:
        return _quietly(lambda: _add_item(document, extraction, edit)) or extraction
    found = find_item(document, extraction, edit)
    if found is None:
        return extraction
    if edit.action is EditAction.REJECT:
        return _with(extraction, edit.target, (item for item in items if item is not found))
    if edit.action is EditAction.AMEND:
        return _quietly(lambda: _amend_item(document, extraction, edit, found)) or extraction
    return extraction


def _amend_item(document: Document, extraction: Extraction, edit: Edit, found: Item) -> Extraction:
    extraction, values = _read_fields(document, extraction, edit)
    items: tuple[Any, ...] = getattr(extraction, _TABLES[edit.target])
    return _with(extraction, edit.target, (replace(item, **values) if item is found else item for item in items))


def _add_item(document: Document, extraction: Extraction, edit: Edit) -> Extraction:
    extraction, item = _new_item(document, extraction, edit)
    items: tuple[Any, ...] = getattr(extraction, _TABLES[edit.target])
    return _with(extraction, edit.target, (*(known for known in items if known.id != item.id), item))


def _with(extraction: Extraction, target: EditTarget, items: Iterable[Any]) -> Extraction:
    """Return the extraction with the items of one kind replaced, in the order of the text."""
    changed: dict[str, Any] = {_TABLES[target]: tuple(sorted(items, key=item_span))}
    return replace(extraction, **changed)


def _new_item(document: Document, extraction: Extraction, edit: Edit) -> tuple[Extraction, Item]:
    extraction, values = _read_fields(document, extraction, edit)
    whole = edit.anchor.find(document.text) if edit.anchor is not None else None
    match edit.target:
        case EditTarget.CLAIM:
            values = {"span": whole, "mode": Mode.INDIRECT if values.get("holder") else Mode.NARRATION} | values
        case EditTarget.POSITION:
            values = {"holder": None, "evidence": whole} | values
        case EditTarget.CONDITION:
            values = {"kind": ConditionKind.SUFFICIENT} | values
            values.setdefault("trigger", Span(*[min(values["antecedent"].start, values["consequent"].start)] * 2))
    missing = [name for name, value in values.items() if name in SPAN_FIELDS and value is None]
    if missing:
        raise ValueError(f"{missing[0]} is not in the text")
    return extraction, _KINDS[edit.target](id=edit.id, **values)


def _read_fields(document: Document, extraction: Extraction, edit: Edit) -> tuple[Extraction, dict[str, Any]]:
    """Return the changed fields as the model's values, and the extraction with an actor for each new name."""
    known = {spec.name for spec in fields(_KINDS[edit.target])} - {"id"}
    values: dict[str, Any] = {}
    for name, text in edit.changes.items():
        if name not in known:
            raise ValueError(f"a {edit.target} has no {name}; it has {', '.join(sorted(known))}")
        if name in SPAN_FIELDS:
            values[name] = None if name == "cue" and not text else _span(document, text)
        elif name in _ACTORS or (name == "via" and edit.target is EditTarget.POSITION):
            extraction, values[name] = actor_for(extraction, text)
        elif name == "via":
            values[name] = ()
            for part in filter(None, (part.strip() for part in text.split(","))):
                extraction, actor = actor_for(extraction, part)
                values[name] += (actor,)
        elif name in ("hedged", "negated"):
            values[name] = {"true": True, "false": False}[text]
        elif name == "issue":
            start = document.text.find(text) if text else -1
            values[name] = Issue(text, Span(start, start + len(text)) if start >= 0 else None)
        else:
            kind = {"mode": Mode, "stance": Stance, "kind": ConditionKind}[name]
            values[name] = kind(text)
    return extraction, values


def _span(document: Document, text: str) -> Span:
    """Return the span that `START:END` writes, offsets into the document."""
    start, _, end = text.partition(":")
    span = Span(int(start), int(end))
    if span.end > len(document.text) or not len(span):
        raise ValueError(f"{text} is not a stretch of the text")
    return span


def span_text(span: Span) -> str:
    """Return a span as an edit's changes write it."""
    return f"{span.start}:{span.end}"


def _apply_to_actor(extraction: Extraction, edit: Edit) -> Extraction:
    found = extraction.actor(edit.id)
    match edit.action:
        case EditAction.MERGE:
            return merge_actors(extraction, edit.id, edit.changes.get("with", ""))
        case EditAction.AMEND if found is not None:
            changed = _quietly(lambda: _amend_actor(found, edit)) or found
            actors = tuple(changed if actor is found else actor for actor in extraction.actors)
            return replace(extraction, actors=actors)
        case EditAction.ADD if found is None:
            made = _quietly(lambda: _amend_actor(Actor(edit.id, "", ActorKind.GROUP), edit))
            return replace(extraction, actors=(*extraction.actors, made)) if made else extraction
        case EditAction.REJECT if found is not None:
            return replace(extraction, actors=tuple(actor for actor in extraction.actors if actor is not found))
    return extraction


def _amend_actor(actor: Actor, edit: Edit) -> Actor:
    """Return the actor with `name`, `kind` or `names` (one a line) changed; a new name is one of its names."""
    unknown = set(edit.changes) - {"name", "kind", "names"}
    if unknown:
        raise ValueError(f"an actor has no {unknown.pop()}; it has kind, name, names")
    name = edit.changes.get("name", actor.name)
    names = tuple(filter(None, edit.changes["names"].split("\n"))) if "names" in edit.changes else actor.names
    if not name.strip():
        raise ValueError("an actor needs a name")
    return replace(
        actor,
        name=name,
        kind=ActorKind(edit.changes.get("kind", actor.kind)),
        names=names if name in names else (name, *names),
    )


def _quietly(make: Callable[[], T]) -> T | None:
    """Return what *make* gives, None if the edit no longer fits: it was checked when it was made."""
    try:
        return make()
    except (ValueError, TypeError, KeyError):
        return None
