"""Whose a condition is: of whoever says or thinks it, else of whoever makes an act of their own hang on it."""

from __future__ import annotations

from tui_reader.extraction import grammar
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.part import Part
from tui_reader.extraction.obligor import root_of
from tui_reader.extraction.reading import Reading
from tui_reader.extraction.will import commits
from tui_reader.model import Mode, Span


def holder_of(reading: Reading, part: Part, antecedent: Span, consequent: Span, main: Stretch) -> str | None:
    """Return the id of the holder; None stands for the document's writer.

    The innermost claim around the antecedent decides; where the antecedent was added after the reported clause
    ("she is open to it, provided …"), the one around the consequent. Where nobody is said to say it, a party that
    refuses, accepts or promises something "unless" or "until" holds the condition itself.
    """
    for span in (antecedent, consequent):
        around = [claim for claim in reading.claims_around(span) if claim.mode is not Mode.NARRATION]
        if around:
            return around[0].holder
    root = root_of(part.doc, main)
    if root is not None and commits(root):
        doer = grammar.doer(root)
        named = doer is not None and not any(child.lower_ == "no" for child in doer.lefts)
        willing = reading.actors.resolve(doer) and reading.actors.everyone(doer) if doer is not None and named else None
        if willing is not None:
            return willing
    return reading.section_author_id(antecedent.start)
