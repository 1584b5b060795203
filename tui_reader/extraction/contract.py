"""An extraction as the JSON that other programs read: schema 1."""

from __future__ import annotations

from typing import Any

from tui_reader.model import Document, Extraction, Span

SCHEMA = 1


def contract(document: Document, extraction: Extraction) -> dict[str, Any]:
    """Return document and extraction as JSON values; every span is `[start, end]` into `document.text`."""

    def author(name: str | None) -> str | None:
        actor = extraction.actor_named(name)
        return actor.id if actor else None

    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            "sections": [
                {
                    "start": section.span.start,
                    "end": section.span.end,
                    "title": section.title,
                    "kind": section.kind.value,
                    "author": author(section.author),
                }
                for section in document.sections
            ],
        },
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind.value,
                "names": list(actor.names),
                "mentions": [pair(span) for span in actor.mentions],
            }
            for actor in extraction.actors
        ],
        "claims": [
            {
                "id": claim.id,
                "span": pair(claim.span),
                "mode": claim.mode.value,
                "holder": claim.holder,
                "via": list(claim.via),
                "cue": pair(claim.cue),
                "hedged": claim.hedged,
                "negated": claim.negated,
            }
            for claim in extraction.claims
        ],
        "conditions": [
            {
                "id": condition.id,
                "kind": condition.kind.value,
                "trigger": pair(condition.trigger),
                "antecedent": pair(condition.antecedent),
                "consequent": pair(condition.consequent),
                "holder": condition.holder,
                "obligor": condition.obligor,
            }
            for condition in extraction.conditions
        ],
        "positions": [
            {
                "id": position.id,
                "holder": position.holder,
                "issue": {"text": position.issue.text, "span": pair(position.issue.span)},
                "stance": position.stance.value,
                "evidence": pair(position.evidence),
                "via": position.via,
            }
            for position in extraction.positions
        ],
        "quotations": [
            {
                "span": pair(quotation.span),
                "speaker": quotation.speaker,
                "check": quotation.check.value,
                "source": pair(quotation.source),
            }
            for quotation in extraction.quotations
        ],
        "unmentioned": [pair(span) for span in extraction.unmentioned],
        "references": [
            {
                "span": pair(reference.span),
                "kind": reference.kind.value,
                "antecedent": pair(reference.antecedent),
                "actor": reference.actor,
                "confidence": reference.confidence,
            }
            for reference in extraction.references
        ],
    }


def pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
