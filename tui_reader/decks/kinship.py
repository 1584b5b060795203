"""Which actors belong together, so that one is no plainly wrong answer where the other is right."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import content_words, first_word, words
from tui_reader.model import Actor, ActorKind

NOBODY = re.compile(rf"(?:{alternatives('nobodies')})\b", re.IGNORECASE)
MALE, FEMALE = (
    re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE),
    re.compile(r"\b(?:she|her|hers|herself)\b", re.I),
)
LED = re.compile(  # “Velm’s foreign minister”, “the prime minister of Velm,”
    rf"(?:[\w’'-]+\s+){{0,4}}(?:{alternatives('state_offices')})"
    r"(?:\s+(?:of|for|to|in)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w-]*)?)?,?\s+$",
    re.IGNORECASE,
)
LENDING = re.compile(r"\s(?:of|in|at|for|who|from|with|to)\s")
OWNED = re.compile(r"[’']s\s")
AROUND = 60  # characters beside a mention in which whose office somebody holds is told
STEM = 5  # letters that a state's name and what is called after it share


def plain_name(context: Context, actor: Actor) -> str | None:
    """Return what *actor* is called, None where that is no name: “nobody”, “no appraisal”, “Only the tribunal”."""
    name = context.name(actor.id)
    thing = re.match(r"an?\s", name or "", re.IGNORECASE) and not {
        word.casefold() for word in words(LENDING.split(name or "")[0])
    } & (wordset("persons") | wordset("state_offices"))
    if name is None or thing or NOBODY.match(name) or name.casefold() == "one":
        return None
    found = words(re.sub(r"^(?i:the)\s+", "", name))
    bodies = wordset("institutions") | wordset("persons") | wordset("state_offices")
    if actor.kind is not ActorKind.PERSON and OWNED.search(name) and found and found[-1].casefold() not in bodies:
        return None  # “the industry’s argument”
    if name[:1].isdigit() or first_word(name) in wordset("possessives") | {"her"}:
        return None  # “58 per cent”, “her office”
    if {word.casefold() for word in found if word.isalpha()} <= wordset("writings"):
        return None  # “Article 9”
    return None if not found or "the" in found or found[0].casefold() in wordset("no_starts") else name


def akin(context: Context, one: Actor, other: Actor) -> bool:
    """Whether one of two actors is the other's, or part of it: a state and its minister, a body and its head."""
    if one.id == other.id or one.id in other.members or other.id in one.members:
        return True
    if one.members and other.members and set(one.members) & set(other.members):
        return True
    kinds = {one.kind, other.kind}
    if kinds == {ActorKind.PERSON}:
        return bool(content_words(one.name) & content_words(other.name))
    return _belongs(context, one, other) or _belongs(context, other, one)


def _belongs(context: Context, one: Actor, other: Actor) -> bool:
    """Whether *one* is called after *other*, or introduced as holding an office of it."""
    roots = {word[:STEM].casefold() for name in other.every_name for word in content_words(name) if len(word) >= STEM}
    short = {word for name in other.every_name for word in content_words(name) if len(word) < STEM}
    if not roots and not short:
        return False

    def called(text: str) -> bool:
        found = content_words(text)
        return any(word[:STEM] in roots for word in found) or bool(found & short)

    if any(called(name) for name in one.every_name):
        return True
    if one.kind is ActorKind.STATE:
        return False
    source = context.document.text
    section = next((s for s in context.document.sections if s.author and s.author in one.every_name), None)
    if section is not None and section.title and called(section.title):
        return True
    for mention in one.mentions:
        sentence = context.sentence(mention)
        before = source[max(sentence.start, mention.start - AROUND) : mention.start]
        after = source[mention.end : min(sentence.end, mention.end + AROUND)]
        apposed = re.match(r",\s[^,;.]{3,}", after)
        led = LED.search(before)
        for stretch in (apposed.group() if apposed else "", led.group() if led else ""):
            if {word.casefold() for word in words(stretch)} & wordset("state_offices") and called(stretch):
                return True
    return False


def gender(context: Context, actor: Actor) -> str | None:
    """Return `he` or `she` where the text calls a person so, or by a title that tells; None where that is open."""
    if actor.kind is not ActorKind.PERSON:
        return None
    folded = {name.casefold() for name in actor.every_name} | {context.text(span).casefold() for span in actor.mentions}
    if folded & {"he", "him", "his"} or any(re.match(r"mr\b|lord\b|sir\b|king\b|prince\b", name) for name in folded):
        return "he"
    if folded & {"she", "her", "hers"} or any(
        re.match(r"mrs\b|ms\b|miss\b|lady\b|queen\b|madam\b", one) for one in folded
    ):
        return "she"
    return None


def asked_gender(text: str) -> str | None:
    """Return `he` or `she` where *text* has a pronoun that tells one of its actors."""
    return "he" if MALE.search(text) else "she" if FEMALE.search(text) else None
