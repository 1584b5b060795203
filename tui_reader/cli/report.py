"""An extraction for people: tables for a terminal, a report in Markdown."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui_reader.model import Claim, Document, Extraction, Mode, Span

WRITER = "the writer"


class Wording:
    """The words of one document and the names of its actors, each on one line."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self._text = document.text
        self._names = {actor.id: actor.name for actor in extraction.actors}

    def words(self, span: Span | None) -> str:
        return " ".join(span.of(self._text).split()) if span else ""

    def name(self, actor: str | None, nobody: str = WRITER) -> str:
        return self._names.get(actor, nobody) if actor else nobody


def attributed(extraction: Extraction) -> list[Claim]:
    """Return the claims that are somebody's and not the writer's own."""
    return [claim for claim in extraction.claims if claim.mode is not Mode.NARRATION]


def print_tables(document: Document, extraction: Extraction) -> None:
    """Print the extraction as tables, as wide as the terminal, plain where the output is piped."""
    say = Wording(document, extraction)
    console = Console(highlight=False, markup=False)
    console.print(Text(document.title, style="bold"))
    conditions = _table("Conditions", "who says so", "if", "then", "kind", "who must act")
    for c in extraction.conditions:
        row = (say.name(c.holder), say.words(c.antecedent), say.words(c.consequent), c.kind.value)
        conditions.add_row(*map(Text, (*row, say.name(c.obligor, "–"))))
    positions = _table("Positions", "who", "stance", "on", "shown by", "reported by")
    for p in extraction.positions:
        stand = (say.name(p.holder), p.stance.value, p.issue.text, say.words(p.evidence))
        positions.add_row(*map(Text, (*stand, say.name(p.via, "–"))))
    claims = _table("Attributions", "who", "cue", "what", "how")
    for claim in attributed(extraction):
        row = (say.name(claim.holder), say.words(claim.cue), say.words(claim.span), claim.mode.value)
        claims.add_row(*map(Text, row))
    actors = _table("Actors", "name", "kind", "also called")
    for actor in extraction.actors:
        others = ", ".join(name for name in actor.names if name != actor.name)
        actors.add_row(*map(Text, (actor.name, actor.kind.value, others)))
    for table in (conditions, positions, claims, actors):
        if table.row_count:
            console.print()
            console.print(table)


WIDE = ("if", "then", "what", "shown by", "also called")
NARROW = 12  # cells of a column of names, kinds or stances at the least, its padding included


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    for column in columns:
        wide = column in WIDE
        table.add_column(column, overflow="fold", ratio=1 if wide else None, width=None if wide else NARROW)
    return table


def markdown_report(document: Document, extraction: Extraction) -> str:
    """Return a report in Markdown, in which nothing of the text is mark-up."""
    say = Wording(document, extraction)
    lines = [f"# {escape(document.title)}", ""]
    facts = [fact for fact in (document.author, document.date, document.source.location) if fact]
    lines += [escape(" · ".join(facts)), ""]
    if extraction.conditions:
        lines += ["## Conditions", ""]
        for c in extraction.conditions:
            obligor = f"; {escape(say.name(c.obligor))} must act" if c.obligor else ""
            lines.append(
                f"- **{escape(say.name(c.holder))}** ({c.kind.value}{obligor}): "
                f"*{escape(say.words(c.trigger))}* {escape(say.words(c.antecedent))} "
                f"→ {escape(say.words(c.consequent))}"
            )
        lines.append("")
    if extraction.positions:
        lines += ["## Positions", ""]
        for p in extraction.positions:
            via = f" (reported by {escape(say.name(p.via))})" if p.via else ""
            lines.append(
                f"- **{escape(say.name(p.holder))}** {p.stance.value} *{escape(p.issue.text)}*{via}: "
                f"{escape(say.words(p.evidence))}"
            )
        lines.append("")
    if attributed(extraction):
        lines += ["## Attributions", ""]
        for claim in attributed(extraction):
            hedge = ", hedged" if claim.hedged else ""
            lines.append(
                f"- **{escape(say.name(claim.holder))}** ({claim.mode.value}{hedge}): {escape(say.words(claim.span))}"
            )
        lines.append("")
    if extraction.quotations:
        lines += ["## Quotations against their source", ""]
        for q in extraction.quotations:
            source = f" — source: {escape(say.words(q.source))}" if q.source and q.check.value == "altered" else ""
            lines.append(f"- {q.check.value}: {escape(say.words(q.span))}{source}")
        lines.append("")
    if extraction.unmentioned:
        lines += ["## Not mentioned", ""]
        lines += [f"- {escape(say.words(span))}" for span in extraction.unmentioned]
        lines.append("")
    if extraction.actors:
        lines += ["## Actors", ""]
        for actor in extraction.actors:
            others = ", ".join(name for name in actor.names if name != actor.name)
            lines.append(f"- **{escape(actor.name)}** ({actor.kind.value}){': ' + escape(others) if others else ''}")
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def escape(text: str) -> str:
    r"""Return *text* with every character that Markdown or HTML would act on made plain.

    >>> escape("[a](b) *c* <i>")
    '\\[a\\](b) \\*c\\* \\<i\\>'
    """
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|!~&" else character for character in text)
