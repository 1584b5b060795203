"""Whose words a stretch of text is: embedded statements, letters, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui_reader.model import Span
from tui_reader.sources.cues import cues, pattern
from tui_reader.sources.names import has_title, is_name, is_pronoun, name_in

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_SIGNATURE = 160  # characters of a line in which somebody signs
SIGNATORIES = "the signatories"
_LEAD_IN = 600  # characters; a longer block leads nothing in


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: where the text names them, and whether by a person's name rather than by a role.

    `sure` is false where the words may not be about a speaker at all (“Statement of Principles”). `name` is what many
    who sign together are called, where `span` does not name them all.
    """

    span: Span
    personal: bool
    sure: bool = True
    name: str | None = None


def first_person(text: str, span: Span) -> int:
    """Return how often *span* says I or we outside quotation marks."""
    return len(pattern("voices", "first_person", ignore_case=False).findall(_QUOTED.sub("", span.of(text))))


def announced(text: str, heading: Span) -> Voice | None:
    """Return the speaker whom a heading announces (“Press Statement of X”)."""
    heading = Span(heading.start, heading.start + len(heading.of(text).rstrip(" :")))
    for expression in expressions("headings"):
        match = expression.fullmatch(text, heading.start, heading.end)
        if match is None:
            continue
        end = pattern("voices", "heading_ends").search(text, match.start("who"), match.end("who"))
        who = Span(match.start("who"), end.start() if end else match.end("who"))
        named = name_in(text, who) if len(who) else None
        if named is None:
            return None
        span, personal = named
        words = span.of(text)
        link = (match.groupdict().get("link") or "").lower()
        titled = has_title(who.of(text))
        personal = personal and (titled or " " in words)
        if link == "from" and pattern("voices", "people_of").match(who.of(text)):
            return Voice(who, False, sure=False)
        if not personal and not titled and link != "by" and not (is_statement(heading.of(text)) and " " in words):
            return None
        return Voice(span, personal, titled or (personal and link not in ("of", "")))
    return None


def is_announcement(text: str) -> bool:
    """Tell whether a heading says that a statement, letter or speech follows."""
    return any(expression.fullmatch(text.rstrip(" :")) for expression in expressions("headings"))


def is_statement(heading: str) -> bool:
    """Tell whether a heading announces a statement or the like, whoever makes it."""
    return is_announcement(heading) and bool(pattern("voices", "core").search(heading))


def led_in(text: str, block: Span) -> Voice | None:
    """Return the speaker whose words a paragraph leads in (“X issued the following statement:”)."""
    if len(block) > _LEAD_IN or text[block.end - 1] not in ":.":
        return None
    for expression in expressions("lead_ins"):
        match = expression.fullmatch(text, block.start, block.end)
        if match is None:
            continue
        who = Span(match.start("who"), match.end("who"))
        if is_pronoun(who.of(text)):
            return None
        named = name_in(text, who)
        if named is not None:
            return Voice(*named, sure=text[block.end - 1] == ":")
    return None


def issues(line: str) -> bool:
    """Tell whether a line in a text's head is the name of a body and nothing else: "Committee on Public Works"."""
    return len(line) <= 90 and bool(pattern("voices", "issuers", ignore_case=False).fullmatch(line))


def undersigned(text: str, block: Span) -> Voice | None:
    """Return those whom “We, the residents of X, …” names."""
    match = pattern("voices", "we_the", ignore_case=False).search(text, block.start, min(block.end, block.start + 400))
    if match is None:
        return None
    who = Span(match.start("who"), match.end("who"))
    plain = bool(pattern("voices", "signing").search(who.of(text)))
    return Voice(who, False, name=SIGNATORIES if plain else None)


def addressee(text: str) -> str | None:
    """Return whom a salutation such as “Dear Minister Feldt,” addresses, None where it is no salutation."""
    if not is_salutation(text):
        return None
    name = pattern("voices", "greeting").sub("", text, count=1).strip(" ,:—.!")
    return name if name[:1].isupper() or name.lower().startswith("the ") else None


def is_salutation(text: str) -> bool:
    return len(text) <= 120 and bool(pattern("voices", "salutations").fullmatch(text))


def is_end(text: str) -> bool:
    """Tell whether a line such as “ENDS” closes a statement."""
    return len(text) <= 20 and bool(pattern("voices", "ends").fullmatch(text))


def is_valediction(text: str) -> bool:
    return len(text) <= 60 and bool(pattern("voices", "valedictions").fullmatch(text))


def signature(text: str, block: Span) -> Voice | None:
    """Return who signs in a block such as “Yours, X” or “For the Kingdom of Y: X”."""
    if len(block) > 200:
        return None
    lines = block.of(text).split("\n")
    if len(lines) > 1 and is_valediction(lines[0].strip()):
        start = block.start + len(lines[0]) + 1
        return signed(text, Span(start, start + len(lines[1])))
    for expression in expressions("signatures"):
        match = expression.fullmatch(text, block.start, block.end)
        if match:
            return signed(text, Span(match.start("who"), match.end("who")))
    return None


def signed(text: str, line: Span) -> Voice | None:
    """Return the name in the line under “Yours sincerely,”."""
    if len(line) > 100 or not line.of(text).strip()[:1].isupper():
        return None
    named = name_in(text, line)
    return Voice(*named) if named else None


def are_many(text: str, under: list[Span]) -> bool:
    """Tell whether several sign in the blocks under “Yours sincerely,”, the first of which is a signature."""
    first = under[0].of(text)
    if ";" in first or re.search(r"\band [\d,]+ (?:other|more)", first):
        return True
    lines = [line for block in under[1:4] if len(block) <= _SIGNATURE for line in block.of(text).split("\n")]
    names = (re.split(r"[,(–—]", line, maxsplit=1)[0].strip() for line in lines)
    return any(is_name(re.sub(r"^(?:[A-Z][a-z]+\. )+", "", name)) for name in names)


@cache
def expressions(key: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions under *key* of the table of voices, with the nouns for statements put in."""
    noun = cues("voices")["nouns"]
    return tuple(re.compile(e.replace("{noun}", noun), re.IGNORECASE | re.DOTALL) for e in cues("voices")[key])
