"""Pronouns of whoever a question asks for, put so that they do not tell a man from a woman: “they” for “she”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.agreement import VERB
from tui_reader.decks.context import Context
from tui_reader.decks.deeds import base_of
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.reference import owns
from tui_reader.model import ActorKind, Span

TOLD = re.compile(r"\b(?P<word>he|she|him|his|hers?|himself|herself)\b(?P<short>[’'](?:s|d|ll)\b)?", re.IGNORECASE)
SPOKEN = re.compile(r"\b(?:I|me|my|mine|myself)\b")
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")
MAN = frozenset({"he", "him", "his", "himself"})
WOMAN = frozenset({"she", "her", "hers", "herself"})
OWN = frozenset({"i", "me", "my", "mine", "myself"})
EMPHATIC = re.compile(r"\b(has|had|will|would|did|could) (?:himself|herself)\b")  # “who has himself proposed it”
AGAIN = re.compile(r"(, (?:and|but)) (is|was|has|does)\b(?= (?:not\b|[^\W\d_]+(?:ed|ld|en|ing)\b))")
PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
PLURAL |= {"isn’t": "aren’t", "wasn’t": "weren’t", "hasn’t": "haven’t", "doesn’t": "don’t"}
JOINED = re.compile(r"\b(?P<joint>and|but|or|nor) (?P<verb>[^\W\d_]+)")
OBJECT = re.compile(rf"\s*(?:[.,;:?!]|$)|\s+(?:{alternatives('determiners')})\b")  # “offered her a berth”
LEAST = 3  # letters of a verb without its -s


def epicene(context: Context, text: str, span: Span, actor: str | None) -> str | None:
    """Return *text*, taken from *span*, with `they` where it has `he` or `she` for *actor*, who is asked for.

    None where it cannot be told whom one of its pronouns means. What is quoted stays as it is.
    """
    asked = context.actors.get(actor or "")
    if asked is None or asked.kind in {ActorKind.STATE, ActorKind.ORGANISATION}:
        return text  # no such pronoun can be theirs
    text = EMPHATIC.sub(r"\1", text)
    found = [match for match in TOLD.finditer(text) if not _is_quoted(text, match.start())]
    if not found:
        return text
    source = context.text(span)
    used = [
        (match.group().casefold(), _meant(context, span.start + match.start()))
        for pattern in (TOLD, SPOKEN)
        for match in pattern.finditer(source)
        if not _is_quoted(source, match.start())
    ]
    others = {who for _, who in context.mentions.over(span)} & context.mentions.people - {actor}
    for match in reversed(found):
        word = match["word"].casefold()
        same = [who for one, who in used if one == word] or [who for one, who in used if one in _kin(word)]
        owners = set(same)
        if actor in owners and len(owners - {None}) > 1:
            told = [one for one in found if one["word"].casefold() == word]
            if len(same) != len(told):
                return None
            owners = {same[told.index(match)]}
        if None in owners and others:
            return None
        if not owners or owners <= {actor, None}:
            text = _put(text, match)
    return text


def _kin(word: str) -> frozenset[str]:
    """Return the words from which *word* can have come: those for the same person, and the speaker's own."""
    return (MAN if word in MAN else WOMAN) | OWN


def _meant(context: Context, start: int) -> str | None:
    """Return the id of whom the pronoun at *start* means."""
    found = context.reference(start)
    if found is not None:
        return found.actor or "?"
    mention = context.mentions.longest(start, start + len("himself"))
    if mention:
        return mention[1]
    return context.author(start) if SPOKEN.match(context.document.text, start) else None


def _is_quoted(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in QUOTED.finditer(text)) or (
        text.count("“", 0, at) > text.count("”", 0, at)
    )


def _put(text: str, match: re.Match[str]) -> str:
    """Return *text* with `they`, `them` or `their` for the pronoun of *match*, and the verb behind it."""
    word, before, after = match["word"].casefold(), text[: match.start()], text[match.end() :]
    if match["short"]:
        after = text[match.end("word") :]
    if word in {"he", "she"}:
        return f"{before}they{_plural_behind(after)}"
    follows = owns(after) and not OBJECT.match(after)
    new = {"him": "them", "himself": "themselves", "herself": "themselves", "hers": "theirs"}.get(word)
    if new is None:
        new = "their" if follows else "theirs" if word == "his" else "them"
    return f"{before}{new}{after}"


def _plural_behind(after: str) -> str:
    """Return the words behind `they` for those behind `she`: “ do not know”, and the verb that is joined to them."""
    short = re.match(r"[’']s\s(?P<next>[^\W\d_]+)", after)
    if short:
        done = short["next"] == "been" or short["next"].endswith("ed")
        return f"’{'ve' if done else 're'}{after[2:]}"
    match = VERB.match(after)
    if match is None or match["verb"] is None:
        return after
    start, end = match.span("verb")
    plain = plural_form(match["verb"])
    return f"{after[:start]}{plain}{_joined(after[end:])}"


def _joined(text: str) -> str:
    """Return *text* with the further verbs of the same subject in the plural: “and hopes to” → “and hope to”."""

    def put(match: re.Match[str]) -> str:
        known = match["verb"] in PLURAL or base_of(match["verb"]) is not None
        return f"{match['joint']} {plural_form(match['verb']) if known else match['verb']}"

    clause, *rest = _until_subject(text)
    return "".join(
        [JOINED.sub(put, clause), *(AGAIN.sub(lambda one: f"{one[1]} {PLURAL[one[2]]}", more) for more in rest)]
    )


def _until_subject(text: str) -> Iterator[str]:
    """Yield *text* up to the next clause, which has a subject of its own, and what follows."""
    stop = re.search(r"\b(?:that|who|which|if|unless|until|because|when|while|whether)\b|[“”]", text)
    at = stop.start() if stop else len(text)
    yield text[:at]
    yield text[at:]


def plural_form(verb: str) -> str:
    """Return the present form of *verb* for several; any other form stays as it is."""
    folded = verb.casefold().replace("'", "’")
    if folded in PLURAL:
        return PLURAL[folded]
    known = base_of(folded)
    if known is not None:
        return known
    fixed = wordset("past_forms") | wordset("modals") | wordset("adverbs") | wordset("function_words")
    if folded in fixed or not folded.endswith("s") or folded.endswith(("ss", "us", "is")) or len(folded) <= LEAST:
        return verb
    if folded.endswith("ies"):
        return f"{verb[:-3]}y"
    if folded.endswith(("shes", "ches", "xes", "zes", "sses", "oes")):
        return verb[:-2]
    return verb[:-1]
