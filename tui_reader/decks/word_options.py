"""Wrong words for a gap or an altered quotation: words of the text of the answer's kind, or none."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.wording import LOWERED, STOPWORDS, is_plural
from tui_reader.model import Card, Span

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ENDINGS = ("ing", "ed", "ly", "tion", "ment", "ness", "ity", "s")
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "no", "every", "each"})
MONTHS = frozenset(table("turns")["numbers"]["months"].split())
UNFINITE = frozenset({"be", "been", "being", "am"})
PARTICIPLE_SIGNS = frozenset({"be", "been", "being", "is", "are", "was", "were", "has", "have", "had", "not"})


def words_like(card: Card, context: Context, rng: random.Random) -> Iterator[tuple[str, Span]]:
    """Yield words of the text of the same kind as the card's answer, and where they stand; in an order of *rng*.

    A number for a number, an auxiliary for an auxiliary, a name for a name, and another word only for one that stands
    in a place like its own.
    """
    text = context.document.text
    found = list(WORD.finditer(text))
    first = next((index for index, match in enumerate(found) if match.start() >= card.span.start), None)
    if first is None:
        return
    size = sum(match.start() < card.span.end for match in found[first:])
    wanted = [_kind(found, index, text) for index in range(first, first + size)]
    if size == 0 or None in wanted or " ".join(text[card.span.start : card.span.end].split()) != card.answer:
        return
    persons = _same_actors(card.answer, context)
    seats = list(range(len(found) - size + 1))
    rng.shuffle(seats)
    seats.sort(key=lambda seat: abs(len(found[seat].group()) - len(found[first].group())) > 3)
    seen = {card.answer.casefold()}
    for seat in seats:
        run = found[seat : seat + size]
        words = text[run[0].start() : run[-1].end()]
        if words.casefold() in seen or (size > 1 and not re.fullmatch(r"[^\W_]+(?:[ ’',.-]+[^\W_]+)*", words)):
            continue
        if [_kind(found, index, text) for index in range(seat, seat + size)] != wanted:
            continue
        if persons is not None and words not in persons:
            continue
        if is_plural(words) != is_plural(card.answer) or (words in MONTHS) != (card.answer in MONTHS):
            continue
        seen.add(words.casefold())
        yield words, Span(run[0].start(), run[-1].end())


def _kind(found: list[re.Match[str]], index: int, text: str) -> str | None:
    """Return what kind of word stands there, with what shows it; None where its place does not show it."""
    word = found[index].group()
    folded = word.casefold().replace("'", "’")
    before = found[index - 1].group().casefold() if index and _near(found, index - 1, text) else ""
    after = found[index + 1].group().casefold() if index + 1 < len(found) and _near(found, index, text) else ""
    if word[0].isdigit():
        year = re.fullmatch(r"1\d{3}|20\d\d|21\d\d", word) is not None
        return f"number {'year' if year else '.' if '.' in word else ''}"
    if folded in wordset("modals"):
        return "modal"
    if folded in wordset("auxiliaries"):
        return f"auxiliary {folded if folded in UNFINITE else 'n’t' if folded.endswith('n’t') else ''}"
    if folded in LOWERED:
        return f"function {folded}"
    if word[0].isupper():
        return _name_kind(found, index, text)
    if folded in STOPWORDS or "’" in folded:
        return None
    return _place_kind(folded, before, after)


def _near(found: list[re.Match[str]], index: int, text: str) -> bool:
    """Whether nothing but a blank stands between that word and the next."""
    return text[found[index].end() : found[index + 1].start()].strip("“‘ \n") == ""


def _name_kind(found: list[re.Match[str]], index: int, text: str) -> str | None:
    """Return `name` for a capitalised word within a sentence, with how many capitalised words stand side by side."""
    word = found[index].group()
    if "’" in word.rstrip("’s") or "'" in word:
        return None
    if re.search(r"(?:^|[.!?:]|\n)[\s“‘\"(\[]*$", text[: found[index].start()][-6:]):
        return None
    return "name hyphen" if "-" in word else "name"


def _place_kind(word: str, before: str, after: str) -> str | None:
    ending = next((one for one in ENDINGS if word.endswith(one)), "")
    closed = not after or after in STOPWORDS
    if before in DETERMINERS and closed:
        return f"noun {'s' if ending == 's' else ''}"
    if before in wordset("modals") | {"to"} and not ending:
        return "infinitive" if before != "to" or after in DETERMINERS else None
    if ending == "ed" and before in PARTICIPLE_SIGNS:
        return "participle"
    if ending == "ing" and before in PARTICIPLE_SIGNS:
        return "progressive"
    if ending == "ly":
        return "adverb"
    return None


def _same_actors(answer: str, context: Context) -> frozenset[str] | None:
    """Return the names, and last words of names, of actors of the answer's kind; None where it names no actor.

    Who is called by an office ("the Governor") or asks in brackets is not named by those words.
    """
    actors = context.extraction.actors
    kinds = {actor.kind for actor in actors if any(answer in (name, *name.split()) for name in actor.every_name)}
    if not kinds:
        return None
    found: set[str] = set()
    for actor in actors:
        called = {name.casefold() for name in actor.every_name}
        if actor.kind not in kinds or f"the {actor.name.casefold()}" in called or any("(" in name for name in called):
            continue
        for name in actor.every_name:
            if name[:1].isupper() and not name.casefold().startswith(("the ", "my ", "our ")):
                found |= {name, name.split()[-1]}
    return frozenset(found)
