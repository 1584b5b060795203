"""Both maps as nodes and edges, which every format draws in its own way."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.argument.ladder import Ladder, ladders
from tui_reader.argument.standings import Polarity, standings
from tui_reader.model import Check, Condition, ConditionKind, Document, Extraction

TIES = {
    ConditionKind.SUFFICIENT: "if",
    ConditionKind.NECESSARY: "only if",
    ConditionKind.EXCEPTIVE: "unless",
    ConditionKind.CONCESSIVE: "even if",
}


def tie(document: Document, condition: Condition) -> str:
    """Return the word that ties a condition to its outcome: the text's own, "if" for a command joined by "and"."""
    words = " ".join(condition.trigger.of(document.text).casefold().split())
    return TIES[condition.kind] if words in {"and", "or", "only"} or len(words.split()) > 5 else words


@dataclass(frozen=True, slots=True)
class Node:
    """One box: `role` is `actor`, `issue`, `outcome` or `antecedent`; `note` says whose it is."""

    key: str
    words: str
    role: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one box to another with a word on it, and for stances the way it points."""

    start: str
    end: str
    word: str
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def writer(document: Document) -> str:
    return document.author or "the writer"


def standings_graph(document: Document, extraction: Extraction) -> Graph:
    """Return actors and issues, an edge for each stance."""
    table = standings(extraction)
    names = {actor.id: actor.name for actor in extraction.actors}
    actors = {holder: f"a{index}" for index, holder in enumerate(table.holders)}
    issues = {issue: f"i{index}" for index, issue in enumerate(table.issues)}
    nodes = [Node(key, names.get(who, who) if who else writer(document), "actor") for who, key in actors.items()]
    nodes += [Node(key, issue, "issue") for issue, key in issues.items()]
    edges = [
        Edge(actors[holder], issues[issue], cell.stance.value, cell.polarity)
        for (holder, issue), cell in table.cells.items()
    ]
    return Graph(tuple(nodes), tuple(edges))


def conditions_graph(document: Document, extraction: Extraction) -> Graph:
    """Return outcomes and what they hang on, an edge from each antecedent to its outcome."""
    names = {actor.id: actor.name for actor in extraction.actors}
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}

    def add(words: str, role: str, note: str = "") -> str:
        for node in nodes.values():
            if node.words == words:
                return node.key
        key = f"n{len(nodes)}"
        nodes[key] = Node(key, words, role, note)
        return key

    def draw(ladder: Ladder) -> str:
        top = add(ladder.outcome, "outcome")
        for rung in ladder.rungs:
            condition = rung.condition
            words = " ".join(condition.antecedent.of(document.text).split())
            says = names.get(condition.holder, "") if condition.holder else writer(document)
            must = f"; {names[condition.obligor]} must act" if condition.obligor in names else ""
            under = add(words, "antecedent", f"{says}{must}")
            word = tie(document, condition)
            edges[under, top, word] = Edge(under, top, word)
            for below in rung.below:
                lower = draw(below)
                if lower != under:
                    edges[lower, under, "brings"] = Edge(lower, under, "brings")
        return top

    for ladder in ladders(document, extraction):
        draw(ladder)
    return Graph(tuple(nodes.values()), tuple(edges.values()))


CHECKS = {Check.EXACT: "exact", Check.ALTERED: "altered", Check.UNMATCHED: "not found"}


def quotations_graph(document: Document, extraction: Extraction) -> Graph:
    """Return quotations and what they quote, an edge for each that was found in this text."""
    names = {actor.id: actor.name for actor in extraction.actors}
    nodes: list[Node] = []
    edges: list[Edge] = []
    for index, quotation in enumerate(extraction.quotations):
        words = " ".join(quotation.span.of(document.text).split())
        speaker = names.get(quotation.speaker, "") if quotation.speaker else ""
        nodes.append(Node(f"q{index}", words, "antecedent", speaker))
        if quotation.source is not None and quotation.source_document is None:
            quoted = " ".join(quotation.source.of(document.text).split())
            nodes.append(Node(f"s{index}", quoted, "outcome"))
            edges.append(Edge(f"q{index}", f"s{index}", CHECKS[quotation.check]))
    return Graph(tuple(nodes), tuple(edges))
