"""The words of the project as frozen values: no input or output, no spaCy, no Textual.

Each part is loaded when one of its names is first asked for: the first text on a screen needs no cards.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.model.anchor import Anchor
    from tui_reader.model.card import Card, CardKind, Choice, Option, Question, card_id
    from tui_reader.model.codec import decode, encode
    from tui_reader.model.document import Block, BlockKind, Document, Section, SectionKind, Source, document_id
    from tui_reader.model.edit import Edit, EditAction, EditTarget
    from tui_reader.model.extraction import (
        Actor,
        ActorKind,
        Check,
        Claim,
        Condition,
        ConditionKind,
        Extraction,
        Issue,
        Item,
        Mode,
        Position,
        Quotation,
        Reference,
        ReferenceKind,
        Stance,
        item_id,
        item_span,
    )
    from tui_reader.model.review import CardState, Phase, Rating, Review, StudyMode
    from tui_reader.model.span import Span

__all__ = [
    "Actor",
    "ActorKind",
    "Anchor",
    "Block",
    "BlockKind",
    "Card",
    "CardKind",
    "CardState",
    "Check",
    "Choice",
    "Claim",
    "Condition",
    "ConditionKind",
    "Document",
    "Edit",
    "EditAction",
    "EditTarget",
    "Extraction",
    "Issue",
    "Item",
    "Mode",
    "Option",
    "Phase",
    "Position",
    "Question",
    "Quotation",
    "Rating",
    "Reference",
    "ReferenceKind",
    "Review",
    "Section",
    "SectionKind",
    "Source",
    "Span",
    "Stance",
    "StudyMode",
    "card_id",
    "decode",
    "document_id",
    "encode",
    "item_id",
    "item_span",
]

_PARTS = {
    "anchor": ("Anchor",),
    "card": (
        "Card",
        "CardKind",
        "Choice",
        "Option",
        "Question",
        "card_id",
    ),
    "codec": (
        "decode",
        "encode",
    ),
    "document": (
        "Block",
        "BlockKind",
        "Document",
        "Section",
        "SectionKind",
        "Source",
        "document_id",
    ),
    "edit": (
        "Edit",
        "EditAction",
        "EditTarget",
    ),
    "extraction": (
        "Actor",
        "ActorKind",
        "Check",
        "Claim",
        "Condition",
        "ConditionKind",
        "Extraction",
        "Issue",
        "Item",
        "Mode",
        "Position",
        "Quotation",
        "Reference",
        "ReferenceKind",
        "Stance",
        "item_id",
        "item_span",
    ),
    "review": (
        "CardState",
        "Phase",
        "Rating",
        "Review",
        "StudyMode",
    ),
    "span": ("Span",),
}


def __getattr__(name: str) -> object:
    for part, names in _PARTS.items():
        if name in names:
            module = import_module(f"{__name__}.{part}")
            globals().update({one: getattr(module, one) for one in names})
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
