"""Graphs in Graphviz's DOT language."""

from __future__ import annotations

from tui_reader.argument.graph import Graph, conditions_graph, quotations_graph, standings_graph
from tui_reader.argument.standings import Polarity
from tui_reader.model import Document, Extraction

STYLES = {
    Polarity.FOR: "style=solid, color=darkgreen",
    Polarity.AGAINST: "style=bold, color=firebrick, arrowhead=tee",
    Polarity.CONDITIONAL: "style=dashed, color=darkgoldenrod",
    Polarity.NEUTRAL: "style=dotted, color=gray40, arrowhead=none",
}
SHAPES = {"actor": "ellipse", "issue": "box", "outcome": "ellipse", "antecedent": "box"}


def standings(document: Document, extraction: Extraction) -> str:
    """Return who stands where."""
    return _draw(standings_graph(document, extraction), document, "LR")


def conditions(document: Document, extraction: Extraction) -> str:
    """Return what hangs on what."""
    return _draw(conditions_graph(document, extraction), document, "BT")


def quotations(document: Document, extraction: Extraction) -> str:
    """Return what is quoted from where."""
    return _draw(quotations_graph(document, extraction), document, "LR")


def _draw(graph: Graph, document: Document, direction: str) -> str:
    lines = [f"digraph {quoted(document.title)} {{", f"  rankdir={direction};", '  node [fontname="sans-serif"];']
    for node in graph.nodes:
        words = quoted(node.words + (f"\n{node.note}" if node.note else ""))
        lines.append(f"  {node.key} [label={words}, shape={SHAPES[node.role]}];")
    for edge in graph.edges:
        sign = f"{edge.polarity.sign} " if edge.polarity else ""
        style = f", {STYLES[edge.polarity]}" if edge.polarity else ""
        lines.append(f"  {edge.start} -> {edge.end} [label={quoted(sign + edge.word)}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def quoted(text: str) -> str:
    r"""Return *text* as a DOT string: quotes and backslashes escaped, a line end as `\n`."""
    flat = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
