"""A statement denied, left open, and both: what else could be said of the same with another certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.frames import CONTENT
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.opposites import negative, noun_modal
from tui_reader.decks.tense import Tense
from tui_reader.decks.turned import Turn, Turned, participle_follows
from tui_reader.decks.verbs import finite, known
from tui_reader.decks.wording import MODALS, first_word, upper_first, words

SOON = re.compile(r"^\s+(?:already|also|still|now|just|ever|soon)\s")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
OPEN = re.compile(r"\b(?:only|ever|any\w*|yet|never|always)\b")
CONTRASTED = re.compile(r"\b(?:and|but)\s+not\b|,\s+not\b")  # “to the House and not to his clerks”
DENIED = re.compile(r"\b(?P<helper>does|do|did)\s+not\s+(?P<verb>[a-z]+)")
NONE = re.compile(r"No (?P<what>[^,;“”]{3,60}?) (?P<modal>can|may|will|would|could|shall|must)\b")
SHORT = re.compile(r"(?P<who>[^,;“”]{1,60}?)(?P<short>[’'](?:ll|d)|\s(?:won|wouldn|can|couldn|didn|doesn)[’']t)\b")


def otherwise(statement: str) -> Iterator[Turned]:
    """Yield *statement* with its first verb changed to what denies it, leaves it open, and both."""
    lead = CONTENT.match(statement)
    if lead is not None:
        yield from (_behind(lead.group(), one) for one in otherwise(statement[lead.end() :]))
        return
    if (made := list(_of_none(statement) or _shortened(statement))) or OPEN.search(statement):
        yield from made
        return
    rows: dict[str, str] = table("ladders")["auxiliaries"]
    statement = re.sub(r"\bcannot\b", "can not", statement)
    match = next((one for one in WORD.finditer(statement) if one.group() in rows and one.start()), None)
    if match is None:
        yield from (_affirmed(statement) if DENIED.search(statement) else _opened(statement))
        return
    denied = re.match(r"\s+not(?=\s)(?!\s+(?:only|just|yet|to)\b)", statement[match.end() :])
    bare = statement if denied is None else statement[: match.end()] + statement[match.end() + denied.end() :]
    if negative(CONTRASTED.sub(" ", bare)) or (denied and re.match(r"\s+being\b", bare[match.end() :])):
        return
    word, before, after = match.group(), bare[: match.start()], bare[match.end() :]
    if re.search(r"\s(?:that|who|which|if|there)\s|\b(?:who|which|if|what)\s", before, re.IGNORECASE):
        return
    if word in wordset("modals") and noun_modal(statement, match.start(), word):
        return
    last = words(before.casefold())[-1]
    if "’" in last or last in MODALS | {"to"}:
        return  # “they’d have”: no first auxiliary
    if word in {"has", "have", "had"} and (not participle_follows(after) or set(words(before.casefold())) & MODALS):
        return  # “we have no plans”, “it might well have closed”
    if word in wordset("modals") - {"will", "would", "could"} and re.match(r"\s+have\b", after):
        return
    after = SOON.sub(" ", after)
    for other in rows[word].split("; "):
        if denied and other in {f"{word} not", f"{word}not"}:
            other = word
        was = f"{word} not".replace("can not", "cannot") if denied else word
        yield Turned(f"{before}{other}{after}", Turn.MODAL, was, other, match.start())


def _affirmed(statement: str) -> Iterator[Turned]:
    """Yield a statement with “does not” affirmed, left open, and both."""
    match = DENIED.search(statement)
    verb = known(match["verb"]) if match else None
    if match is None or verb is None or not match.start() or negative(statement[match.end() :]):
        return
    past = match["helper"] == "did"
    affirmed = verb.past if past else verb.third if match["helper"] == "does" else verb.base
    said = f"have {verb.participle}" if past else verb.base
    for became in (affirmed, f"may {said}", f"may not {said}"):
        text = f"{statement[: match.start()]}{became}{statement[match.end() :]}"
        yield Turned(text, Turn.MODAL, match.group(), became, match.start())


def _opened(statement: str) -> Iterator[Turned]:
    """Yield a statement without an auxiliary denied, left open, and both: “may close”, “may have closed”."""
    found = finite(statement)
    if found is None or negative(statement):
        return
    past = found.tense is Tense.PAST
    said = f"have {found.verb.participle}" if past else found.verb.base
    helper = "did" if past else "do" if found.plural else "does"
    for became in (f"{helper} not {found.verb.base}", f"may {said}", f"may not {said}"):
        yield Turned(f"{found.before}{became}{found.after}", Turn.MODAL, found.word, became, len(found.before))


def _of_none(statement: str) -> list[Turned]:
    """Return “any talks can be held” and two more for “no talks can be held”: of any or none, free or bound."""
    match = NONE.match(statement)
    if match is None or negative(statement[match.end() :]) or match["modal"] not in table("ladders")["of_none"]:
        return []
    what, modal, rest = match["what"], match["modal"], statement[match.end() :]
    other, none = table("ladders")["of_none"][modal].split("; ")
    made = (f"any {what} {modal}", f"any {what} {other}", f"no {what} {none}")
    return [Turned(upper_first(f"{one}{rest}"), Turn.MODAL, match.group().lower(), one, 0) for one in made]


def _shortened(statement: str) -> list[Turned]:
    """Return what else could be said for “I’ll go” and “they won’t pay”, whose auxiliary is shortened."""
    match = SHORT.match(statement)
    if match is None or negative(statement[match.end() :]):
        return []
    who, short, rest = match["who"], match["short"], statement[match.end() :]
    if short in {"’d", "'d"} and not (re.match(r"\s+have\b", rest) or known(first_word(rest)) is not None):
        return []
    modal = table("ladders")["short"].get(short.strip().replace("'", "’"))
    if modal is None:
        return []
    sure, unsure = modal.split("; ")
    denied = short.endswith("t")
    forms = (f" {sure}" if denied else f" {sure} not", f" {unsure}", f" {unsure} not")
    was = match.group()[len(who) :].strip()
    return [Turned(f"{who}{one}{rest}", Turn.MODAL, was, one.strip(), len(who)) for one in forms]


def _behind(lead: str, one: Turned) -> Turned:
    return Turned(f"{lead}{one.text}", one.turn, one.was, one.became, one.at + len(lead))


def deed_otherwise(deed: str) -> Iterator[Turned]:
    """Yield a predicate without its subject denied, left open, and both."""
    for lead in ("It ", "They "):
        made = list(otherwise(f"{lead}{deed[:1].lower()}{deed[1:]}"))
        for one in made:
            yield Turned(upper_first(one.text[len(lead) :]), one.turn, one.was, one.became, one.at - len(lead))
        if made:
            return
