"""What a thing is called in full where the text brings it in: “the guarantee from the Treasury” for “the guarantee”."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import AUXILIARIES, MODALS, content_words, count, stems, words
from tui_reader.model import Span

NOUNS = alternatives("abstract_nouns") + "|" + alternatives("tied_nouns")
SAID = re.compile(rf"\b(?P<article>[Tt]he) (?P<noun>{NOUNS})(?![\w’-])(?!\s(?:{alternatives('complements')}|and|or)\b)")
OWNER = r"(?P<owner>[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’']s?)"
COMPLEMENT = r"(?P<complement>(?:of|to|from|on|for|that|against|over|between|in|by) [^,.;:—–()“”?!]+)"
TITLED = re.compile(
    r"\bthe (?P<noun>Convention|Treaty|Agreement|Act|Order|Pact|Protocol|Charter|Accord|Declaration)(?![\w’-])"
    r"(?! (?:on|of|for|against)\b)"
)
STOP = re.compile(
    rf"\s(?:and|but|or|which|who|whose|whether|{alternatives('subordinators')}"
    rf"|{'|'.join(sorted(AUXILIARIES | MODALS))})\b"
)
FULL, KNOWN = 4, 2  # times that a text says a noun from which it need not be called in full, and is known
ROOM = 8  # words of a complement
ANSWER = 12  # words of an answer


def in_full(context: Context, text: str, offset: int, most: int) -> str:
    """Return *text*, from the text at *offset*, with things called in full where `most` words leave room.

    Only what the text says seldom, and what is not quoted.
    """
    for match in reversed(list(SAID.finditer(text))):
        before = text[: match.start()]
        if before.count("“") > before.count("”") or _is_common(context, match["noun"]):
            continue
        called = _introduction(context, match["noun"], offset)
        if called is None or content_words(called) - {match["noun"]} <= content_words(text):
            continue
        new = f"{match['article']}{called[3:]}" if called.startswith("the ") else called
        longer = f"{before}{new}{text[match.end() :]}"
        if count(longer) <= most:
            text = longer
    return text


def by_full_title(context: Context, text: str, offset: int, most: int) -> str:
    """Return *text* with the full title of what is called by its last word: “the Convention on Migratory Fish”."""
    for match in reversed(list(TITLED.finditer(text))):
        before = text[: match.start()]
        if before.count("“") > before.count("”"):
            continue
        about = r"(?:on|of|for|against) (?:the )?[A-Z][\w-]+(?: (?:and |of )?[A-Z][\w-]+)*"
        full = rf"\b[Tt]he (?P<title>{match['noun']} {about})"
        titles = {one["title"] for one in re.finditer(full, context.document.text[:offset])}
        longer = f"{before}the {titles.pop()}{text[match.end() :]}" if len(titles) == 1 else text
        text = longer if count(longer) <= most else text
    return text


def answered_in_full(context: Context, answer: str, span: Span) -> str:
    """Return *answer* with things called in full, where that says no more than its sentence and names do."""
    longer = in_full(context, answer, span.start, ANSWER)
    return longer if stems(longer) <= stems(context.text(context.sentence(span))) | context.actor_stems else answer


def known(context: Context, noun: str) -> bool:
    """Whether a reader of *context*'s text knows what “the *noun*” means: its title has it, or it comes often."""
    return noun in content_words(context.document.title) or _times(context, noun) >= KNOWN


def _is_common(context: Context, noun: str) -> bool:
    return noun in content_words(context.document.title) or _times(context, noun) >= FULL


def _times(context: Context, noun: str) -> int:
    return len(re.findall(rf"\b[Tt]he {noun}(?![\w’-])", context.document.text))


def _introduction(context: Context, noun: str, offset: int) -> str | None:
    """Return what the text before *offset* last calls a *noun* in full, with `the` before it."""
    end = context.sentence(Span(offset, offset + 1)).start
    pattern = re.compile(rf"(?<![\w’]){OWNER} (?:[a-z-]+ ){{0,2}}?{noun} {COMPLEMENT}")
    for match in reversed(list(pattern.finditer(context.document.text, 0, end))):
        stop = STOP.search(match["complement"], 5)
        cut = match["complement"][: stop.start()] if stop else match["complement"]
        span = Span(match.start(), match.start("complement") + len(cut.rstrip()))
        if not 2 <= count(cut) <= ROOM or words(cut)[-1].casefold() in wordset("cut_ends"):
            continue
        phrase = context.phrase(span)
        if phrase.loose:
            continue
        return re.sub(r"^[Aa]n? ", "the ", phrase.text)
    return None
