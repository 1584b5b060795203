"""What is asked of what somebody says of a thing: the verdict on it, or what must be done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.deeds import verbs
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.stance_questions import ASIDES, LOW, PREPOSITIONS, SHORT, Asking, names
from tui_reader.decks.subjects import HEAD
from tui_reader.decks.wording import AUXILIARIES, content_words, count, is_clause, is_plural, words

MUST = re.compile(
    r"(?P<party>[^,;:“]{3,60}?) (?P<modal>must|should|shall|ought to|has to|have to|need to|needs to)"
    r"(?P<negative> not)? "
    r"(?P<deed>[^\W\d_].*)$"
)
IS = re.compile(
    r"(?:(?:is|are) |(?:was|were) (?=[“‘]|\S+[ai]ble\b))"
    r"(?!(?:not|no|only|never|nothing|[^\W\d_]{3,}ing|to|being)\b)(?P<verdict>.+)$"
)
SUFFERED = re.compile(r"be (?:[^\W\d_]+ed|made|given|put|sent|held|paid|brought|kept|built|cut|let)\b(?P<how>.*)$")
PARTY = 10  # words of whom or what something should happen to
NEEDED = re.compile(
    r"(?i:it) is (?P<how>necessary|important|essential|vital|better|wise|unwise) (?P<negative>not )?to (?P<deed>.+)$"
)


def duties(text: str, subject: str, verb: str) -> Iterator[Asking]:
    """Yield what *subject* says that somebody must do: “the council must publish the figures”."""
    needed = NEEDED.match(text)
    if needed and count(needed["deed"]) > 1:
        yield Asking(
            f"what {verb} {subject} say it is {needed['how']} {needed['negative'] or ''}to do?", needed["deed"]
        )
        return
    found = MUST.match(text)
    suffers = SUFFERED.match(found["deed"]) if found and not found["negative"] else None
    if found and suffers and count(found["party"]) <= PARTY and content_words(suffers["how"]):
        party = re.sub(r"^(?:The|An?|All|Any|Every)\b", lambda one: one.group().lower(), found["party"])
        if not (AUXILIARIES | PRONOUNS) & set(words(party.casefold())):
            again = "They" if is_plural(HEAD.split(party)[0]) else "It" if party[0].islower() else found["party"]
            question = f"what {verb} {subject} say {found['modal']} happen to {party}?"
            yield Asking(question, f"{again} {found['modal']} {found['deed']}")
            return
    if found is None or not names(found["party"]) or is_clause(found["party"]):
        return
    first = words(found["deed"].casefold())[0]
    if first in verbs("states") | {"not"} or count(found["deed"]) < LOW or first.endswith("ly"):
        return
    if content_words(found["party"]) <= content_words(found["deed"]):
        return  # nobody does it to himself: a pronoun was taken for the wrong thing
    party = found["party"]
    party = party[0].lower() + party[1:] if words(party.casefold())[0] in wordset("determiners") else party
    negative = found["negative"] or ""
    yield Asking(f"what {verb} {subject} say {party} {found['modal']}{negative} do?", found["deed"])


def verdict_on(text: str, topic: str) -> str | None:
    """Return the verdict of *text* on its subject *topic*, which is or are so; None where it has none."""
    found = re.match(rf"(?:{re.escape(topic)}|it|they) ", text, re.IGNORECASE)
    copula = IS.match(text[found.end() :]) if found else None
    if copula is None:
        return None
    verdict = ASIDES.sub("", copula["verdict"])
    said = [word.casefold() for word in words(verdict)]
    if not content_words(verdict) or said[0] in PREPOSITIONS or re.match(rf"(?:{alternatives('modals')})\b", verdict):
        return None
    if len(said) == 1 and (said[0] in verbs("bare_verdicts") or len(said[0]) < SHORT):
        return None
    if {"it", "they", "that"} & set(said) and "“" not in verdict:
        return None
    return verdict


def is_idiom(text: str, topic: str) -> bool:
    """Whether what *text* says of *topic* only looks like a verdict: “is entitled to her phrases”."""
    idioms = "|".join(verbs("idioms"))
    pattern = rf"(?:{re.escape(topic)}|it|they) (?:is|are|was|were) (?:[^\W\d_]+ly )?(?:{idioms}) (?:to|on|in|of)?\b"
    return re.match(pattern, text, re.IGNORECASE) is not None
