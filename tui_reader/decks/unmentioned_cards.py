"""Cards from what a text says was not mentioned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS, within
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.wording import content_words, count, possessive, quote, tidy, upper_first
from tui_reader.model import CardKind, Question, SectionKind, Span, item_id

GAP = "____"
NOTHING = re.compile(r"\b(?:[Nn]o questions|not to)\b")  # a note of the minutes; what somebody asked others not to do


def unmentioned_cards(context: Context) -> Iterator[Candidate]:
    """Yield the clause that names an unmentioned thing, with a gap in its place; of a list the thing that says most."""
    clauses: dict[Span, list[Span]] = defaultdict(list)
    for thing in context.extraction.unmentioned:
        clauses[_clause(context, context.sentence(thing), thing)].append(thing)
    for clause, things in clauses.items():
        thing = max(things, key=lambda one: (len(content_words(context.text(one))), -one.start))
        if NOTHING.search(context.text(clause)) or context.text(clause).rstrip().endswith("?"):
            continue
        if re.match(r"(?:No|Neither|What)\b", context.text(thing)):
            continue  # its negative would stand in the answer
        before = _before(context, Span(clause.start, thing.start)) if thing.start > clause.start else None
        after = context.phrase(Span(thing.end, clause.end)) if clause.end > thing.end else None
        source = context.document.text
        mark = "," if source[clause.start : thing.start].rstrip().endswith(",") else ""
        gap = GAP + (source[thing.end] if source[thing.end : thing.end + 1] in {",", ";"} else "")
        parts = [f"{before.text}{mark}" if before else "", gap, after.text if after else ""]
        prompt = _prompt(context, thing, parts)
        if count(prompt) > PROMPT_WORDS:
            prompt = _prompt(context, thing, [*parts[:2], "…" if after else ""])
        yield draft(
            context,
            item=item_id("unmentioned", context.document.text, thing),
            kind=CardKind.UNMENTIONED,
            question=Question.UNMENTIONED,
            prompt=prompt,
            answer=context.phrase(thing).text,
            span=thing,
            phrases=[phrase for phrase in (before, after) if phrase],
            weight=0.7,
        )


def _before(context: Context, span: Span) -> Phrase:
    """Return the words before the gap; a pronoun at their start that stands for nobody known is left out."""
    phrase = context.phrase(span)
    phrase = replace(phrase, text=re.sub(r"^[Tt]he (?=(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’']s? )", "", phrase.text))
    owned = re.match(r"(?:Her|His|Its|Their)\s+", phrase.text)
    if owned and phrase.loose[:1] == (owned.group().strip(),):
        return replace(phrase, text=f"The {phrase.text[owned.end() :]}", loose=phrase.loose[1:])
    said = re.match(r"[Tt]he (statement|letter|speech)\b", phrase.text)
    whose = _only_statement(context) if said else None
    if said and whose:
        return replace(phrase, text=f"{whose} {phrase.text[said.start(1) :]}")
    first = re.match(r"(?:It|They|This|These)\s+", phrase.text)
    if first and phrase.loose and phrase.loose[0] == first.group().strip():
        return replace(phrase, text="… " + phrase.text[first.end() :], loose=phrase.loose[1:])
    return phrase


def _only_statement(context: Context) -> str | None:
    """Return whose the statement of a text is, where it has one."""
    parts = [part for part in context.document.sections if part.kind is SectionKind.STATEMENT]
    name = context.name(context.author_of(parts[0])) if len(parts) == 1 else None
    return possessive(name) if name else None


def _prompt(context: Context, thing: Span, parts: list[str]) -> str:
    text = quote(tidy(" ".join(part for part in parts if part)))
    text = text if "…" in text[:3] or text[1:].startswith(GAP) else upper_first(text)
    return within(context, thing.start, f"complete: {text[:-1]}.{text[-1]}", named=False)


def _clause(context: Context, sentence: Span, thing: Span) -> Span:
    """Return the stretch of *sentence* around *thing*, up to the relative clause or full stop after it."""
    tail = context.document.text[thing.end : sentence.end]
    cut = re.search(
        r",?\s+(?:which|who|where|and nothing|but|nor)\b|,\s+and\s+(?:the|it|they|he|she|we|nothing)\b|[.;](?=\s|$)",
        tail,
    )
    end = thing.end + cut.start() if cut else sentence.end
    head = context.document.text[sentence.start : thing.start]
    starts = [match.end() for match in re.finditer(r"(?:,\s+and\s+|;\s+|[.!?]\s+(?=[A-Z“])|\bthat\s+|\bsay\s+)", head)]
    start = sentence.start + (starts[-1] if starts else 0)
    return Span(start, end)
