"""Flowcharts in Mermaid's language; every label is quoted and escaped, so that no text can be a directive."""

from __future__ import annotations

from tui_reader.argument.graph import Graph, conditions_graph, quotations_graph, standings_graph
from tui_reader.argument.standings import Polarity
from tui_reader.model import Document, Extraction

ARROWS = {Polarity.FOR: "-->", Polarity.AGAINST: "--x", Polarity.CONDITIONAL: "-.->", Polarity.NEUTRAL: "---"}


def standings(document: Document, extraction: Extraction) -> str:
    """Return who stands where."""
    return _draw(standings_graph(document, extraction), "LR")


def conditions(document: Document, extraction: Extraction) -> str:
    """Return what hangs on what."""
    return _draw(conditions_graph(document, extraction), "BT")


def quotations(document: Document, extraction: Extraction) -> str:
    """Return what is quoted from where."""
    return _draw(quotations_graph(document, extraction), "LR")


def _draw(graph: Graph, direction: str) -> str:
    lines = [f"flowchart {direction}"]
    for node in graph.nodes:
        words = label(node.words) + (f"<br/>{label(node.note)}" if node.note else "")
        lines.append(f'  {node.key}(["{words}"])' if node.role in ("actor", "outcome") else f'  {node.key}["{words}"]')
    for edge in graph.edges:
        sign = f"{edge.polarity.sign} " if edge.polarity else ""
        arrow = ARROWS[edge.polarity] if edge.polarity else "-->"
        lines.append(f'  {edge.start} {arrow}|"{sign}{label(edge.word)}"| {edge.end}')
    return "\n".join(lines) + "\n"


def label(text: str) -> str:
    """Return *text* with whatever Mermaid or HTML would act on as numbered entities."""
    flat = " ".join(text.split())
    return "".join(c if c.isalnum() or c in " .,:'’“”‘–—-/" else f"#{ord(c)};" for c in flat)
