"""A condition while it is being found, in tokens of one part."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.model import ConditionKind

Stretch = tuple[int, int]  # half-open range of token indices of a part


@dataclass(frozen=True, slots=True)
class Draft:
    """Trigger, antecedent and consequent as stretches of tokens; edge punctuation is cut off later."""

    kind: ConditionKind
    trigger: Stretch
    antecedent: Stretch
    consequent: Stretch
