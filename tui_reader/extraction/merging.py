"""Actors put together by hand, and the pairs that may be worth it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from tui_reader.model import Actor, ActorKind, Extraction


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one: ids of the one to keep and of the one to go, and why."""

    keep: str
    gone: str
    reason: str


def with_actors(extraction: Extraction, known_as: Callable[[str | None], str | None]) -> Extraction:
    """Return *extraction* with each actor id replaced by what *known_as* makes of it; the actors stay as they are."""

    def via(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for old in ids if (new := known_as(old)) is not None))

    return replace(
        extraction,
        claims=tuple(replace(c, holder=known_as(c.holder), via=via(c.via)) for c in extraction.claims),
        conditions=tuple(
            replace(c, holder=known_as(c.holder), obligor=known_as(c.obligor)) for c in extraction.conditions
        ),
        positions=tuple(replace(p, holder=known_as(p.holder), via=known_as(p.via)) for p in extraction.positions),
        quotations=tuple(replace(q, speaker=known_as(q.speaker)) for q in extraction.quotations),
        references=tuple(replace(r, actor=known_as(r.actor)) for r in extraction.references),
    )


def rename_actors(extraction: Extraction, names: Mapping[str, str]) -> Extraction:
    """Return *extraction* with every actor id that is a key of *names* replaced by its value, all at once."""

    def new(actor: str | None) -> str | None:
        return None if actor is None else names.get(actor, actor)

    actors = tuple(
        replace(
            actor,
            id=names.get(actor.id, actor.id),
            members=tuple(dict.fromkeys(names.get(member, member) for member in actor.members)),
        )
        for actor in extraction.actors
    )
    return with_actors(replace(extraction, actors=actors), new)


def merge_actors(extraction: Extraction, keep: str, gone: str) -> Extraction:
    """Return *extraction* with the actor *gone* taken into *keep*: names, mentions and all that it holds.

    Unchanged where either is unknown or both are one. A merge is taken back by applying it no longer.
    """
    kept, other = extraction.actor(keep), extraction.actor(gone)
    if kept is None or other is None or keep == gone:
        return extraction
    merged = replace(
        kept,
        names=tuple(dict.fromkeys((*kept.names, other.name, *other.names))),
        mentions=tuple(sorted({*kept.mentions, *other.mentions})),
        members=tuple(dict.fromkeys(m for m in (*kept.members, *other.members) if m not in {keep, gone})),
    )

    def members(actor: Actor) -> Actor:
        if gone not in actor.members:
            return actor
        return replace(actor, members=tuple(dict.fromkeys(keep if m == gone else m for m in actor.members)))

    actors = tuple(members(merged if actor.id == keep else actor) for actor in extraction.actors if actor.id != gone)
    return with_actors(replace(extraction, actors=actors), lambda id_: keep if id_ == gone else id_)


def suggest_merges(extraction: Extraction) -> tuple[Suggestion, ...]:
    """Return pairs of actors that may be one: they share a word of their names, or an acronym fits; likeliest first."""
    found = []
    for one, other in alike(extraction.actors):
        reason = likeness(one, other)
        if reason is not None:
            keep, gone = sorted((one, other), key=lambda actor: (-len(actor.mentions), -len(actor.name)))
            found.append(Suggestion(keep.id, gone.id, reason))
    return tuple(found)


def one_a_name(extraction: Extraction) -> Extraction:
    """Return *extraction* with actors that are called the same made one; the one most spoken of is kept."""
    by_name: dict[str, list[Actor]] = {}
    for actor in extraction.actors:
        by_name.setdefault(actor.name.casefold(), []).append(actor)
    groups = [sorted(same, key=lambda actor: -len(actor.mentions)) for same in by_name.values() if len(same) > 1]
    if not groups:
        return extraction
    kept_as = {gone.id: keep.id for keep, *rest in groups for gone in rest}
    whole = {keep.id: (keep, *rest) for keep, *rest in groups}
    actors = tuple(
        _joined(whole.get(actor.id, (actor,)), kept_as) for actor in extraction.actors if actor.id not in kept_as
    )
    return with_actors(replace(extraction, actors=actors), lambda id_: kept_as.get(id_, id_) if id_ else None)


def _joined(same: tuple[Actor, ...], kept_as: Mapping[str, str]) -> Actor:
    """Return the first of *same* with the names, mentions and members of all."""
    keep, *rest = same
    members = dict.fromkeys(kept_as.get(member, member) for actor in same for member in actor.members)
    return replace(
        keep,
        names=tuple(dict.fromkeys((*keep.names, *(name for other in rest for name in (other.name, *other.names))))),
        mentions=tuple(sorted({mention for actor in same for mention in actor.mentions})),
        members=tuple(member for member in members if member != keep.id),
    )


def alike(actors: Iterable[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Yield the pairs that share the last word of their names, or whose initials are the name of the other."""
    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        words = capitals(actor.name)
        keys = {words[-1].lower(), "".join(word[0] for word in words).lower()} if words else set()
        for key in keys:
            if len(key) > 1:
                groups[key].append(actor)
    pairs = dict.fromkeys(pair for group in groups.values() for pair in combinations(group, 2))
    yield from pairs


def likeness(one: Actor, other: Actor) -> str | None:
    """Return why two actors may be one, None where nothing says so."""
    if one.members or other.members or (one.kind is not other.kind and ActorKind.PERSON in {one.kind, other.kind}):
        return None
    a, b = capitals(one.name), capitals(other.name)
    for short, long in ((one.name, b), (other.name, a)):
        if short.isupper() and len(short) > 1 and short == "".join(word[0] for word in long):
            return f"{short} is made of the initials of {' '.join(long)}"
    if one.kind is not other.kind or not a or not b:
        return None
    if a[-1].lower() == b[-1].lower() and (set(a) <= set(b) or set(b) <= set(a)):
        return f"both are called {a[-1]}"
    return None


def capitals(name: str) -> list[str]:
    return [word for word in name.split() if word[:1].isupper()]
