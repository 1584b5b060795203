"""Argument maps in Argdown: statements in square brackets, what supports and attacks them beneath.

See the Argdown syntax, https://argdown.org/syntax/.
"""

from __future__ import annotations

from tui_reader.argument.graph import CHECKS, tie, writer
from tui_reader.argument.ladder import Ladder, ladders
from tui_reader.argument.standings import Polarity
from tui_reader.argument.standings import standings as table_of
from tui_reader.model import Check, ConditionKind, Document, Extraction

RELATIONS = {Polarity.FOR: "+", Polarity.CONDITIONAL: "+", Polarity.AGAINST: "-", Polarity.NEUTRAL: "+"}


def standings(document: Document, extraction: Extraction) -> str:
    """Return each issue as a statement, each position on it as an argument for or against it."""
    names = {actor.id: actor.name for actor in extraction.actors}
    table = table_of(extraction)
    lines = _head(document)
    for issue in table.issues:
        lines.append(f"[{_title(issue)}]: {plain(issue)}")
        for holder in table.holders:
            cell = table.cell(holder, issue)
            if cell is None:
                continue
            name = names.get(holder, holder) if holder else writer(document)
            shown = " ".join(cell.positions[0].evidence.of(document.text).split())
            relation = RELATIONS[cell.polarity]
            lines.append(f"  {relation} <{_title(f'{name} {cell.stance.value} {issue}')}>: {plain(shown)}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def conditions(document: Document, extraction: Extraction) -> str:
    """Return each outcome as a statement with what it hangs on beneath it."""
    lines = _head(document)
    for ladder in ladders(document, extraction):
        lines += [*_rungs(document, ladder, 0), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def quotations(document: Document, extraction: Extraction) -> str:
    """Return each quotation as a statement, the words that it quotes beneath it."""
    lines = _head(document)
    for quotation in extraction.quotations:
        words = " ".join(quotation.span.of(document.text).split())
        lines.append(f"[{_title(words)}]: {plain(words)}")
        if quotation.source is not None and quotation.source_document is None:
            source = " ".join(quotation.source.of(document.text).split())
            relation = "+" if quotation.check is Check.EXACT else "-"
            lines.append(f"  {relation} <{_title(f'{CHECKS[quotation.check]} {source}')}>: {plain(source)}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _rungs(document: Document, ladder: Ladder, depth: int, lead: str = "") -> list[str]:
    pad = "  " * depth
    lines = [f"{pad}{lead}[{_title(ladder.outcome)}]: {plain(ladder.outcome)}"]
    for rung in ladder.rungs:
        words = " ".join(rung.condition.antecedent.of(document.text).split())
        relation = "-" if rung.condition.kind is ConditionKind.EXCEPTIVE else "+"
        joint = tie(document, rung.condition)
        lines.append(f"{pad}  {relation} [{_title(words)}]: {plain(f'{joint} {words}')}")
        for below in rung.below:
            lines += _rungs(document, below, depth + 2, "+ ")
    return lines


def _head(document: Document) -> list[str]:
    title = " ".join(document.title.split()).replace('"', "'").replace("\\", "")
    return ["===", f'title: "{title}"', "===", ""]


def _title(words: str) -> str:
    """Return words as a title: none of the signs that end one, at most eight words."""
    kept = "".join(c for c in words if c not in "[]<>:#@{}\\").split()
    return " ".join(kept[:8]) + (" …" if len(kept) > 8 else "")


def plain(words: str) -> str:
    r"""Return *words* with the signs of Argdown's inline syntax escaped."""
    return "".join(f"\\{c}" if c in "\\[]<>@#{}*_" else c for c in " ".join(words.split()))
