"""Two actors that a reader knows to be one."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model import Extraction


def merge_actors(extraction: Extraction, keep: str, gone: str) -> Extraction:
    """Return the extraction in which all that actor *gone* was, *keep* is; unchanged if either is not there."""
    kept, other = extraction.actor(keep), extraction.actor(gone)
    if kept is None or other is None or keep == gone:
        return extraction
    whole = replace(
        kept,
        names=tuple(dict.fromkeys((*kept.names, other.name, *other.names))),
        mentions=tuple(sorted({*kept.mentions, *other.mentions})),
        members=tuple(
            member for member in dict.fromkeys((*kept.members, *other.members)) if member not in (keep, gone)
        ),
    )
    actors = tuple(whole if actor is kept else actor for actor in extraction.actors if actor is not other)
    return rename_actors(replace(extraction, actors=actors), {gone: keep})


def rename_actors(extraction: Extraction, names: dict[str, str]) -> Extraction:
    """Return the extraction with every actor id that is a key of *names* replaced by its value, all at once."""

    def new(actor: str | None) -> str | None:
        return None if actor is None else names.get(actor, actor)

    def all_new(actors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(actor, actor) for actor in actors))

    return replace(
        extraction,
        actors=tuple(
            replace(actor, id=names.get(actor.id, actor.id), members=all_new(actor.members))
            for actor in extraction.actors
        ),
        claims=tuple(replace(claim, holder=new(claim.holder), via=all_new(claim.via)) for claim in extraction.claims),
        conditions=tuple(
            replace(condition, holder=new(condition.holder), obligor=new(condition.obligor))
            for condition in extraction.conditions
        ),
        positions=tuple(
            replace(position, holder=new(position.holder), via=new(position.via)) for position in extraction.positions
        ),
        quotations=tuple(replace(quotation, speaker=new(quotation.speaker)) for quotation in extraction.quotations),
    )
