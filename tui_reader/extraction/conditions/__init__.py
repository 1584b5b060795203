"""Which situation hangs on which, by what words, who says so and who must act: one family of constructions a module."""

from __future__ import annotations

from tui_reader.extraction.conditions.finder import find_conditions

__all__ = ["find_conditions"]
