"""Where a prompt speaks: the text, statement or speaker it refers to, in as few words as tell it from others."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.wording import AUXILIARIES, content_words, count, possessive, upper_first
from tui_reader.model import Section, SectionKind

PROMPT_WORDS = 35
TITLE_WORDS, TIGHT_TITLE = 7, 4  # of a title; of one where the prompt is long
SUBJECT = 3  # words by which a title is known
RESTRICTED = re.compile(r"\b(?:who|whom|except|unless|but|until|if|not|no|only|without|never)\b", re.IGNORECASE)
CUT_BEFORE = wordset("title_cuts")
JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
DATELINE = 250  # characters of a section in which its dateline stands
GENRES = ("statement", "speech", "letter", "remarks", "address", "communiqué", "declaration", "interview", "essay")
LED = re.compile(r"^(?:According to|In) (?:[^“”,]*“[^”]*”|[^,“”]*), ")


def place(context: Context, offset: int, untold: str | None = None, limit: int = TITLE_WORDS) -> str:
    """Return how a prompt calls the text at *offset*: “Title”, or somebody's statement with its date.

    `untold` is the id of an actor who is asked for, whose name must not stand in it, `limit` the words of a title.
    """
    section = context.document.section_at(offset)
    if section is not None and section.kind is SectionKind.STATEMENT:
        who = context.author_of(section)
        author = context.name(who)
        if is_joint(context, section):
            return f"“{short_title(section.title or context.document.title, limit)}”"  # it has several
        if author and who == untold:
            return _untold(context, section, author, limit)
        if author:
            return f"{possessive(author)} {_genre(section)}{_date(context, section)}"
        if section.title:
            return f"“{short_title(section.title, limit)}”"
    return in_text(context, limit)


def in_text(context: Context, limit: int = TITLE_WORDS) -> str:
    """Return how a prompt calls the whole text."""
    return f"“{short_title(context.document.title or 'the text', limit)}”"


def _untold(context: Context, section: Section, author: str, limit: int) -> str:
    """Return what tells a statement from others without its author: its date, and the title of the text."""
    called = f"the {_genre(section)}{_date(context, section)}"
    title = short_title(context.document.title or "", limit)
    named = content_words(title) & content_words(author)
    return called if named or not title else f"{called} in “{title}”"


def _genre(section: Section) -> str:
    title = (section.title or "").casefold()
    return next((genre for genre in GENRES if genre in title), "statement")


def _date(context: Context, section: Section) -> str:
    months = table("turns")["numbers"]["months"].replace(" ", "|")
    pattern = rf"\b(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}})(?:,? \d{{4}})?\b"
    start = section.span.start
    found = re.search(pattern, context.document.text[start : min(section.span.end, start + DATELINE)])
    return f" of {found.group()}" if found else ""


def owner(context: Context, holder: str | None, offset: int) -> str | None:
    """Return the id of whose statement a prompt about *holder* at *offset* is: the section's author for its writer."""
    section = context.document.section_at(offset)
    joint = section is not None and is_joint(context, section)
    return holder or (None if joint else context.author(offset))


def is_joint(context: Context, section: Section) -> bool:
    """Whether a statement calls itself that of several, of whom no one is its author."""
    return JOINT.search(section.title or context.document.title or "") is not None


def according_to(context: Context, holder: str | None, offset: int, rest: str, *, brief: bool = False) -> str:
    """Return *rest* after "According to …", with the text named in few words where a prompt is long or `brief`."""
    section = context.document.section_at(offset)
    where = place(context, offset)
    name = context.name(holder)
    own = section is not None and section.kind is SectionKind.STATEMENT and context.author_of(section) == holder
    if name is None or (own and holder is not None):
        return f"According to {where}, {rest}"
    short = f"According to {name} in {place(context, offset, limit=TIGHT_TITLE)}, {rest}"
    return short if brief else _fitting(f"According to {name} in {where}, {rest}", short)


def within(context: Context, offset: int, rest: str, named: bool, untold: str | None = None) -> str:
    """Return *rest* after "In …"; where it is long and names its holder (`named`), without.

    `untold` is the id of an actor who is asked for.
    """
    full = f"In {place(context, offset, untold)}, {rest}"
    if count(full) <= PROMPT_WORDS:
        return full
    short = f"In {place(context, offset, untold, TIGHT_TITLE)}, {rest}"
    return upper_first(rest) if named and count(short) > PROMPT_WORDS else short


def unled(prompt: str) -> str:
    """Return *prompt* without the “According to …” or “In …” that it begins with."""
    return LED.sub("", prompt)


def _fitting(full: str, short: str) -> str:
    return full if count(full) <= PROMPT_WORDS else short


def short_title(title: str, limit: int = TITLE_WORDS) -> str:
    """Return *title* cut to about *limit* words at a natural break, with an ellipsis where words are missing."""
    title = re.sub(r"\s+", " ", title).strip().strip('“”"')
    title = title.replace("“", "‘").replace("”", "’")
    if len(title.split()) <= limit + 1:
        return title
    lead = re.split(r"\s*[:;|–—]\s+|,\s+(?:but|and|as|with|while)\s", title, maxsplit=1)[0]
    if 3 <= len(lead.split()) <= limit:
        return lead
    cut = title.split()[:limit]
    verb = next((i for i, word in enumerate(cut) if word.casefold() in AUXILIARIES), 0)
    if verb >= SUBJECT and RESTRICTED.search(" ".join(title.split()[verb:])):
        return " ".join(cut[:verb]) + "…"  # cut behind its verb it could say the opposite
    while len(cut) > 3 and (cut[-1].casefold() in CUT_BEFORE or not cut[-1].isalpha()):
        cut.pop()
    return " ".join(cut).rstrip(",;:") + "…"
