"""The component that adds conditions to the reading."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from tui_reader.extraction.conditions import (
    anaphors,
    clauses,
    commands,
    exclusions,
    generic,
    inversion,
    only,
    predicates,
    spans,
    subordination,
)
from tui_reader.extraction.conditions.draft import Draft
from tui_reader.extraction.conditions.holder import holder_of
from tui_reader.extraction.conditions.part import Part
from tui_reader.extraction.conditions.triggers import Family, Trigger, triggers
from tui_reader.extraction.obligor import obligor_of
from tui_reader.extraction.reading import Reading, reading_of
from tui_reader.model import Condition, Span, item_id


@Language.component("reader_conditions")
def find_conditions(doc: Doc) -> Doc:
    """Add the conditions of this part to the reading."""
    reading = reading_of(doc)
    starts = frozenset(
        at - doc._.offset for block in reading.document.blocks for at in (block.span.start, block.body.start)
    )
    part = Part(doc, starts)
    known = {(condition.antecedent, condition.consequent) for condition in reading.conditions}
    for draft in drafts(part):
        condition = made(reading, part, draft)
        if condition is not None and (condition.antecedent, condition.consequent) not in known:
            known.add((condition.antecedent, condition.consequent))
            reading.conditions.append(condition)
    return doc


def drafts(part: Part) -> Iterator[Draft]:
    """Yield what the families find in *part*, in no special order."""
    found = list(triggers(part))
    places = frozenset(
        trigger.start
        for trigger in found
        if trigger.family is Family.CLAUSE and not exclusions.is_excluded(part, trigger)
    )
    tied: list[tuple[Trigger, Draft]] = []
    for trigger in found:
        rule = inversion.find if trigger.family is Family.INVERSION else subordination.find
        draft = rule(part, trigger, places)
        if draft is not None:
            tied.append((trigger, draft))
    predicated = list(predicates.find(part))
    said = {part.trimmed(*draft.antecedent) for draft in predicated}
    for trigger, draft in tied:
        if _is_coordinate(part, trigger, draft, tied):
            continue
        if trigger.family is Family.INVERSION and any(d.consequent[0] == trigger.start for _, d in tied):
            continue  # the inverted clause of "only when A should B"
        first, _ = part.trimmed(*draft.consequent)
        inside = first in places or (part.words[first] in clauses.QUOTES and first + 1 in places)
        if trigger.family is Family.PHRASE and (inside or part.trimmed(*draft.antecedent) in said):
            continue  # part of another's antecedent, or the predicate says it better
        yield draft
    yield from commands.find(part, places)
    yield from generic.find(part, places)
    yield from predicated
    yield from anaphors.find(part, places)
    yield from only.find(part, places | {trigger.start for trigger in found if trigger.words.startswith("only")})


def _is_coordinate(part: Part, trigger: Trigger, draft: Draft, tied: list[tuple[Trigger, Draft]]) -> bool:
    """Say whether a condition is part of another's antecedent: the second "if" of "if A, or if B, C"."""
    if trigger.start == 0 or part.words[trigger.start - 1] not in {"and", "or"}:
        return False
    return any(
        other.antecedent[0] < trigger.start < other.antecedent[1]
        and draft.consequent[1] == other.consequent[1]
        and other.kind is draft.kind
        for _, other in tied
    )


def made(reading: Reading, part: Part, draft: Draft) -> Condition | None:
    """Return *draft* as a condition, None when a span of it is empty."""
    trigger, antecedent, consequent = (
        spans.span_of(part, stretch) for stretch in (draft.trigger, draft.antecedent, draft.consequent)
    )
    if trigger is None or antecedent is None or consequent is None:
        return None
    text = reading.document.text
    whole = Span(min(antecedent.start, consequent.start), max(antecedent.end, consequent.end))
    return Condition(
        id=item_id("condition", text, whole, trigger.of(text).casefold()),
        kind=draft.kind,
        trigger=trigger,
        antecedent=antecedent,
        consequent=consequent,
        holder=holder_of(reading, part, antecedent, consequent, draft.consequent),
        obligor=obligor_of(reading, part.doc, draft.antecedent),
    )
