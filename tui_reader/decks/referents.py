"""What a pronoun, pointing word or definite noun stands for, as words that may stand in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.decks.antecedents import standing_in
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import LOWERED, content_words, last_word, lower_first, tidy, words
from tui_reader.model import Span

if TYPE_CHECKING:
    from tui_reader.decks.context import Context
    from tui_reader.decks.phrases import Phrase

Rewrite = Callable[[Span], "Phrase | None"]  # the words of a span with names in them; None where that goes too deep


def content(rewrite: Rewrite, said: str, antecedent: Span) -> str | None:
    """Return what was said behind the words that bring it in: “the suggestion that”."""
    phrase = rewrite(antecedent)
    if phrase is None or phrase.loose or "“" in phrase.text:
        return None
    return f"{said} {lower_first(phrase.text)}"


def deed(rewrite: Rewrite, said: str, antecedent: Span) -> str | None:
    """Return a verb phrase with names for its pronouns, its verb in the form that *said* gives it."""
    phrase = rewrite(antecedent) if said else None
    if phrase is None or phrase.loose:
        return None
    return " ".join([said.split(" ", 1)[0], *phrase.text.split(" ")[1:]])


def thing(context: Context, rewrite: Rewrite, antecedent: Span, *, owned: bool) -> str | None:
    """Return the words of an antecedent with names for its own pronouns, None where one of them stays open."""
    text = standing_in(context, antecedent, owned=owned)
    phrase = rewrite(antecedent) if text is not None else None
    if text is None or phrase is None or phrase.loose:
        return None
    verbatim = tidy(context.text(antecedent))
    text = text if phrase.text == verbatim else lower_first(phrase.text)
    cut = len(words(verbatim)) > len(words(text)) and len(content_words(text)) == 1
    if cut and last_word(text) in LOWERED:
        return None  # “the guarantee that all”
    return None if cut and last_word(text) in wordset("abstract_nouns") else text  # “the guarantee”: of what?
