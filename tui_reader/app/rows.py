"""What the claims pane lists, in the text's own words; knows no Textual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.app.item_marks import kind_of
from tui_reader.app.kinds import Kind
from tui_reader.model import (
    Actor,
    Claim,
    Condition,
    ConditionKind,
    Document,
    Extraction,
    Item,
    Mode,
    Position,
    Span,
    Stance,
    item_span,
)

CLIP = 150  # characters of one stretch of text in a row

MODES: dict[Mode, str] = {
    Mode.NARRATION: "",
    Mode.INDIRECT: "reported",
    Mode.DIRECT: "quoted",
    Mode.MIXED: "partly quoted",
}
STANCES: dict[Stance, str] = {Stance.CHARACTERISES: "on"} | {
    stance: stance.value for stance in Stance if stance is not Stance.CHARACTERISES
}
STRENGTH: dict[ConditionKind, str] = {
    ConditionKind.SUFFICIENT: "",
    ConditionKind.NECESSARY: "only so",
    ConditionKind.EXCEPTIVE: "otherwise not",
    ConditionKind.CONCESSIVE: "even so",
}


class Tab(StrEnum):
    """The tabs of the claims pane, in their order."""

    CONDITIONS = "conditions"
    POSITIONS = "positions"
    CLAIMS = "claims"
    ACTORS = "actors"
    NOTES = "notes"

    @property
    def heading(self) -> str:
        return self.value.capitalize()


TABS = tuple(Tab)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `lead` the words first read, `then` what follows from them, `detail` whose they are.

    `actors` are those whom the row is about, its holder first.
    """

    id: str
    kind: Kind | None
    lead: str
    then: str = ""
    detail: str = ""
    span: Span | None = None
    actors: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"{self.lead} {self.then} {self.detail}".casefold()


def clip(text: str, most: int = CLIP) -> str:
    """Return *text* on one line, cut at a word with an ellipsis if it is longer than *most*."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat.rfind(" ", most // 2, most - 1)
    return flat[: cut if cut > 0 else most - 1].rstrip(" ,;:—–-") + " …"


def who(document: Document, extraction: Extraction, actor_id: str | None) -> str:
    """Return the name of a holder; the document's writer has their own where the text gives it."""
    actor = extraction.actor(actor_id)
    if actor is not None:
        return actor.name
    return document.author or "the writer"


def rows(document: Document, extraction: Extraction, tab: Tab) -> list[Row]:
    """Return the rows of *tab* in the order of the text; actors by how much is theirs."""
    match tab:
        case Tab.CONDITIONS:
            return [row_of(document, extraction, item) for item in _in_order(extraction.conditions)]
        case Tab.POSITIONS:
            return [row_of(document, extraction, item) for item in _in_order(extraction.positions)]
        case Tab.CLAIMS:
            return [row_of(document, extraction, item) for item in _in_order(extraction.claims)]
        case Tab.ACTORS:
            return _actor_rows(extraction)
        case Tab.NOTES:
            return []


def row_of(document: Document, extraction: Extraction, item: Item) -> Row:
    """Return the row that shows *item*."""
    text = document.text
    holder = who(document, extraction, item.holder)
    actors = tuple(a for a in (item.holder,) if a)
    span = item_span(item)
    match item:
        case Condition():
            trigger, antecedent = item.trigger.of(text), item.antecedent.of(text)
            lead = antecedent if item.antecedent.contains(item.trigger) else f"{trigger.lower()} {antecedent}"
            obligor = extraction.actor(item.obligor)
            detail = [holder, STRENGTH[item.kind]] + ([f"{obligor.name} must act"] if obligor else [])
            return Row(
                item.id,
                Kind.CONDITION,
                clip(lead),
                clip(item.consequent.of(text)),
                " · ".join(part for part in detail if part),
                span,
                actors + ((item.obligor,) if item.obligor else ()),
            )
        case Position():
            lead = f"{holder} {STANCES[item.stance]} {item.issue.text}"
            via = extraction.actor(item.via)
            detail_text = f"as {via.name} has it" if via else ""
            return Row(item.id, Kind.POSITION, clip(lead), clip(item.evidence.of(text)), detail_text, span, actors)
        case Claim():
            detail = [holder, MODES[item.mode], "hedged" if item.hedged else ""]
            via_names = [actor.name for name in item.via if (actor := extraction.actor(name)) is not None]
            if via_names:
                detail.append("as " + ", ".join(via_names) + " has it")
            return Row(
                item.id,
                kind_of(item),
                clip(item.span.of(text)),
                "",
                " · ".join(part for part in detail if part),
                span,
                actors,
            )


def filtered(found: Iterable[Row], actor: str | None, words: str) -> list[Row]:
    """Return the rows about *actor* that have every one of *words*."""
    wanted = words.casefold().split()
    return [
        row for row in found if (actor is None or actor in row.actors) and all(word in row.words for word in wanted)
    ]


def counts(extraction: Extraction, notes: int = 0) -> dict[Tab, int]:
    return {
        Tab.CONDITIONS: len(extraction.conditions),
        Tab.POSITIONS: len(extraction.positions),
        Tab.CLAIMS: len(extraction.claims),
        Tab.ACTORS: len(extraction.actors),
        Tab.NOTES: notes,
    }


def items_in(extraction: Extraction, sentence: Span) -> list[Item]:
    """Return the items that begin in or touch *sentence*: conditions, then positions, then claims."""
    found: list[Item] = []
    for group in (extraction.conditions, extraction.positions, extraction.claims):
        touching = [item for item in group if item_span(item).overlap(sentence)]
        found += sorted(touching, key=lambda item: (not sentence.covers(item_span(item).start), item_span(item)))
    return found


def tab_of(item: Item) -> Tab:
    match item:
        case Condition():
            return Tab.CONDITIONS
        case Position():
            return Tab.POSITIONS
        case Claim():
            return Tab.CLAIMS


def voice_at(document: Document, extraction: Extraction, offset: int, sentence: Span | None) -> str:
    """Return whose words stand at *offset* and how they are given, as `Anna Veld, quoted`."""
    inner = [claim for claim in extraction.claims if claim.span.covers(offset)]
    best = min(inner, key=lambda claim: len(claim.span), default=None)
    if best is None or (best.mode is Mode.NARRATION and sentence is not None):
        inside = [
            c for c in extraction.claims if sentence and c.mode is not Mode.NARRATION and c.span.overlap(sentence)
        ]
        best = max(inside, key=lambda claim: claim.span.overlap(sentence or claim.span), default=best)
    if best is None:
        section = document.section_at(offset)
        return section.author if section is not None and section.author else ""
    return ", ".join(part for part in (who(document, extraction, best.holder), MODES[best.mode]) if part)


def _in_order(found: Iterable[Item]) -> list[Item]:
    return sorted(found, key=item_span)


def _actor_rows(extraction: Extraction) -> list[Row]:
    tally: dict[str, Counter[str]] = {actor.id: Counter() for actor in extraction.actors}
    groups: tuple[tuple[str, Iterable[Item]], ...] = (
        ("condition", extraction.conditions),
        ("position", extraction.positions),
        ("claim", extraction.claims),
    )
    for name, group in groups:
        for item in group:
            if item.holder in tally:
                tally[item.holder][name] += 1

    def row(actor: Actor) -> Row:
        shown = [f"{number} {name}{'s' if number != 1 else ''}" for name, number in tally[actor.id].items()]
        others = [name for name in actor.names if name != actor.name]
        return Row(
            actor.id,
            None,
            actor.name,
            clip("also " + ", ".join(others), 90) if others else "",
            " · ".join([actor.kind.value, *shown]),
            actor.mentions[0] if actor.mentions else None,
            (actor.id,),
        )

    ranked = sorted(extraction.actors, key=lambda a: (-sum(tally[a.id].values()), -len(a.mentions), a.name))
    return [row(actor) for actor in ranked]
