"""What prompts call an actor, and how a phrase stands within a sentence."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import wordset
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.wording import LOWERED, WORD, first_word, is_plural, lower_first, tidy, upper_first, words
from tui_reader.model import Actor, ActorKind

ARTICLES = frozenset({"the", "a", "an"})
INSTITUTIONS = wordset("institutions")
ARTICLED = wordset("articled_states")
NAMELESS = wordset("nameless")

COMMON = ("s", "ing", "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ure", "age", "ship", "ism")  # of nouns
STEM = 5  # letters that a name and its adjective share
OWNED = r"[’']s?$"


def spoken(actor: Actor, text: str, actors: tuple[Actor, ...]) -> str | None:
    """Return the name of *actor* as it stands within a sentence of *text*: with its article, its first letter as there.

    None for an actor who has no name of its own.
    """
    name = tidy(actor.name)
    found = words(name)
    if not found or name.casefold() in NAMELESS or {word.casefold() for word in found} & PRONOUNS:
        return None
    apposed = re.match(r"(?:[Aa]n? )?[a-z][a-z ]+, (?P<own>[A-Z].*)$", name)
    if apposed:
        name = apposed["own"]  # “a shipping firm, Thole & Daughters”
    first, *rest = name.split(" ", 1)
    if first.casefold() in {"this", "that", "these", "those", "such", "only"}:
        return None
    if first.casefold() in ARTICLES:
        kept = first == "The" and rest and re.search(rf"[\w,;] The {re.escape(rest[0])}(?!\w)", text)
        return name if kept else f"{first.casefold()} {rest[0] if rest else ''}".strip()
    if found[-1].casefold() in wordset("things") | {"there", "here"}:
        return None  # a vote or a pledge holds nothing
    if len(found) == 1 and found[0].casefold() in wordset("offices"):
        return f"the {name}"
    role = len(found) > 1 and (found[-1].islower() or found[0].casefold() in INSTITUTIONS)
    if actor.kind is ActorKind.PERSON and first[0].isupper() and first.casefold() not in LOWERED and not role:
        articled = re.search(rf"(?<!\w)[Tt]he {re.escape(name)}(?!\w)", text)
        return f"the {name}" if articled and not _mostly_bare(name, text) else name
    if actor.kind is ActorKind.GROUP and first[0].isupper() and not _is_proper(first, text, actor, actors):
        name = name[0].lower() + name[1:]
    return _with_article(actor, name, text)


def _with_article(actor: Actor, name: str, text: str) -> str:
    owned = re.match(r"(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})[’'](?:s? [a-z]|s [A-Z])", name)
    if owned and re.search(rf"\b[Tt]he {re.escape(owned['owner'])}(?![\w-])", text) is None:
        return name  # “Grenholt’s board”, “Halmar's Assembly”, but “the Treasury’s officials”
    bare = re.escape(name)
    articles = re.findall(rf"(?<!\w)([Tt]he|[Aa]n?) (?:{bare}|{re.escape(upper_first(name))})(?!\w)", text)
    mostly_bare = _mostly_bare(name, text)
    if articles and not mostly_bare:
        return f"{articles[0].casefold()} {name}"
    head = re.split(r"\s(?:of|in|for|at|on)\b", name, maxsplit=1)[0].split()[-1].casefold()
    common = name[0].islower() and not is_plural(name) and name.split()[0].casefold() not in LOWERED
    bodies = ARTICLED if actor.kind is ActorKind.STATE else INSTITUTIONS
    body = head in bodies and not re.match(r"[^\s]+[’']s ", name)
    named = first_word(name) in INSTITUTIONS and re.match(r"\S+ (?:of|on|for)\b", name)
    if common or named or (body and not mostly_bare) or any(other.casefold() == f"the {head}" for other in actor.names):
        return f"the {name}"
    return lower_first(name)


def _is_proper(first: str, text: str, actor: Actor, actors: tuple[Actor, ...]) -> bool:
    """Whether *first* keeps its capital within a sentence, by the text and by the names of others."""
    bare = re.sub(OWNED, "", first)
    return re.search(rf"[\w,;] {re.escape(bare)}\b", text) is not None or any(
        bare in other.name.split() or _of_place(bare, other.name) for other in actors if other is not actor
    )


def _of_place(word: str, name: str) -> bool:
    """Whether *word* is the adjective of a name: “Costavellan” of “Costavel”."""
    return len(name) > STEM and " " not in name and word != name and word.startswith(name[: max(STEM, len(name) - 2)])


def _mostly_bare(name: str, text: str) -> bool:
    """Whether *text* has *name* without an article at least as often as with one."""
    bare = re.escape(name)
    with_article = len(re.findall(rf"(?<!\w)(?:[Tt]he|[Aa]n?) {bare}(?!\w)", text))
    return len(re.findall(rf"(?<!\w){bare}(?!\w)(?! [A-Z])", text)) >= 2 * with_article + 1


def in_sentence(phrase: str, text: str, actors: tuple[Actor, ...]) -> str:
    """Return *phrase* fit for the middle of a sentence: a capital that only began one in *text* is lowered."""
    phrase = lower_first(phrase)
    first = WORD.search(phrase)
    if first is None or not first.group()[0].isupper() or first.start() > 1:
        return phrase
    word = first.group()
    if re.search(r"[’']s?$", word) or any(
        word in words(name)
        for actor in actors
        for name in actor.every_name
        if actor.kind is not ActorKind.GROUP or len(words(name)) > 1
    ):
        return phrase
    lowered = re.search(rf"\b{re.escape(word.casefold())}\b", text)
    amid = re.search(rf"[a-z,;“] {re.escape(word)}\b(?! [A-Z])", text)
    if amid is None and (lowered or word.endswith(COMMON) or word.casefold() in wordset("opening_words")):
        return phrase[: first.start()] + word[0].lower() + phrase[first.start() + 1 :]
    return phrase
