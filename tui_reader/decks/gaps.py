"""Somebody's own words with a gap in them."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.decks.context import Context
from tui_reader.decks.framing import within
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import FIRST, SECOND
from tui_reader.decks.wording import is_plural, quote, tidy, unquote, upper_first
from tui_reader.model import Span

GAP = "____"
SPOKEN = FIRST | SECOND  # within quotation marks these need no name: they mean the speaker, whom the prompt names


# In an answer these may mean what its prompt names.
ONE = frozenset(["it", "its", "itself", "one", "so", "this", "that"])
MANY = frozenset(["they", "them", "their", "themselves", "these", "those"])


def settled(phrase: Phrase, named: str) -> Phrase:
    """Return *phrase* without those open words that can mean what its prompt calls *named*."""
    meant = MANY if is_plural(named) else ONE
    return replace(phrase, loose=tuple(word for word in phrase.loose if word.casefold() not in meant))


def completion(context: Context, name: str | None, whole: Span, gap: Span, lead: str = "") -> str:
    """Return the prompt that shows what *name* says in *whole* with the words of *gap* left out.

    `lead` is the sentence before it, shown where the words need it; without a *name* it is the text that speaks.
    """
    source = context.document.text
    shown = tidy(source[whole.start : gap.start] + GAP + source[gap.end : whole.end])
    if lead:
        shown = f"{tidy(lead)}. {upper_first(shown)}"
    verb = "say" if name and name[0].islower() and is_plural(name) else "says"
    says = f"complete what {name} {verb}" if name else "complete"
    prompt = within(context, whole.start, f"{says}: {quote(unquote(shown))}", named=name is not None)
    return prompt if prompt.endswith((".”", "?”", "!”")) else f"{prompt[:-1]}.”"


def unspoken(phrase: Phrase) -> tuple[str, ...]:
    """Return the open words of *phrase* that quotation marks and a named speaker do not settle."""
    return tuple(word for word in phrase.loose if word.casefold() not in SPOKEN)
