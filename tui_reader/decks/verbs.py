"""The finite verb of a clause without an auxiliary, where its forms are certain, in other tenses or denied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui_reader.decks.agreement import third_person
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.tense import Tense
from tui_reader.decks.wording import AUXILIARIES, LOWERED, is_plural

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")
ADVERB = re.compile(r"(?:\b(?:first|also|still|again|now)|[a-z]{3,}ly)\s$")
SINGLE, MANY = frozenset({"it", "he", "she", "this", "that"}), frozenset({"they", "we", "you", "i"})
LENDING = re.compile(r"\s(?:of|in|on|at|for|who|which|that|from|to|with|by|between)\s")


@dataclass(frozen=True, slots=True)
class Verb:
    """The principal forms of a verb."""

    base: str
    past: str
    participle: str

    @property
    def running(self) -> str:
        """The form in -ing, its last letter doubled where the past doubles it or the verb is short."""
        last = self.base[-1]
        doubled = self.past == f"{self.base}{last}ed" or (self.past == self.base or not self.past.endswith("ed"))
        if doubled and SHORT.search(self.base):
            return f"{self.base}{last}ing"
        stem = self.base[:-1] if self.base.endswith("e") and not self.base.endswith(("ee", "ye")) else self.base
        return f"{self.base[:-2]}ying" if self.base.endswith("ie") else f"{stem}ing"

    @property
    def third(self) -> str:
        """The present form for one person."""
        return {"do": "does", "go": "goes", "have": "has"}.get(self.base, third_person(self.base))


@dataclass(frozen=True, slots=True)
class Finite:
    """The finite verb of a clause: what stands before and behind it, its forms, its tense and its number."""

    before: str
    word: str
    after: str
    verb: Verb
    tense: Tense
    plural: bool

    def put(self, when: Tense) -> str | None:
        """Return the clause in that tense, None for one that has no form of its own."""
        forms = {
            Tense.PRESENT: self.verb.base if self.plural else self.verb.third,
            Tense.PAST: self.verb.past,
            Tense.PERFECT: f"{'have' if self.plural else 'has'} {self.verb.participle}",
            Tense.PLUPERFECT: f"had {self.verb.participle}",
        }
        return f"{self.before}{forms[when]}{self.after}" if when in forms else None

    @property
    def denied(self) -> str:
        """The clause with `not`."""
        helper = "did" if self.tense is Tense.PAST else "do" if self.plural else "does"
        adverb = ADVERB.search(self.before)
        before, between = (self.before[: adverb.start()], adverb.group()) if adverb else (self.before, "")
        return f"{before}{helper} not {between}{self.verb.base}{self.after}"


def finite(clause: str) -> Finite | None:
    """Return the finite verb of *clause*, None where it has an auxiliary or where not exactly one word can be it."""
    found = list(WORD.finditer(clause))
    folded = [match.group().casefold().replace("'", "’") for match in found]
    if any(word in AUXILIARIES or word.endswith("n’t") for word in folded):
        return None
    if set(folded) & wordset("quantifiers"):
        return None  # “both do not” is not “not both do”
    sure = [one for index in range(1, len(found)) if (one := _read(clause, found, folded, index)) is not None]
    if not sure or (len(sure) == 1 and _reduced(sure[0])):
        return None
    return sure[0] if len(sure) == 1 or (folded[0] in SINGLE | MANY and sure[0].before.count(" ") == 1) else None


def known(base: str) -> Verb | None:
    """Return the verb with that base form, None where it is not in the table."""
    return _bases().get(base)


def _read(clause: str, found: list[re.Match[str]], folded: list[str], index: int) -> Finite | None:
    word, before = found[index].group(), folded[index - 1]
    after = folded[index + 1] if index + 1 < len(found) else ""
    named = index + 1 < len(found) and found[index + 1].group()[:1].isupper()
    lead, behind = clause[: found[index].start()], clause[found[index].end() :]
    if not word.islower() or before in wordset("determiners") | {"to"} or before.endswith(("’s", "s’")):
        return None
    if before in LOWERED - SINGLE - MANY - {"who", "which"} or not lead.endswith(" "):
        return None
    pronoun = before in SINGLE | MANY
    subject = LENDING.split(lead, maxsplit=1)[0].strip()
    many = before in MANY or (before not in SINGLE and is_plural(subject))
    lone = pronoun or after in wordset("determiners") | {"that", "to", "it", "them", "not"} or named
    for form, verb in (("third", _thirds().get(word)), ("past", _pasts().get(word)), ("base", _bases().get(word))):
        if verb is None or (verb.base in _nouns() and not lone and form == "third"):
            continue
        if (form == "third" and many) or (form == "base" and not many):
            continue
        return Finite(lead, word, behind, verb, Tense.PAST if form == "past" else Tense.PRESENT, many)
    return None


@cache
def _verbs() -> tuple[Verb, ...]:
    made = [Verb(*row.split()) for row in table("verbs")["irregular"].split(";")]
    for base in table("verbs")["regular"].split():
        past = f"{base}d" if base.endswith("e") else re.sub(r"(?<=[^aeiou])y$", "i", base) + "ed"
        made.append(Verb(base, past, past))
    return tuple(made)


@cache
def _bases() -> dict[str, Verb]:
    return {verb.base: verb for verb in reversed(_verbs())}


@cache
def _thirds() -> dict[str, Verb]:
    return {verb.third: verb for verb in reversed(_verbs())}


@cache
def _pasts() -> dict[str, Verb]:
    return {verb.past: verb for verb in reversed(_verbs())}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(table("verbs")["nouns"].split())


def base_of(form: str) -> str | None:
    """Return the base of a verb in the form for one or of the past, None for another word."""
    verb = _thirds().get(form) or _pasts().get(form)
    return verb.base if verb else None


def _reduced(found: Finite) -> bool:
    """Whether a form in -ed goes with the noun before it, and the verb comes later: “the ferry paid in May runs”."""
    behind = WORD.findall(found.after)
    led = bool(behind) and behind[0].casefold() in wordset("topic_prepositions") - {"to"}
    return found.word == found.verb.participle and led and any(may_be_verb(word) for word in behind)


def gerund(deed: str) -> str | None:
    """Return “Closing the quay” for “Close the quay”, None where its verb is none of the table."""
    first, _, rest = deed.partition(" ")
    verb = known(first.casefold())
    return f"{verb.running[:1].upper()}{verb.running[1:]} {rest}".rstrip() if verb else None


def plural_form(verb: str) -> str | None:
    """Return the form for several of a verb in the form for one; past forms stay, None for what is not certain."""
    helping = {"is": "are", "was": "were", "has": "have", "does": "do"}
    if verb in helping or verb in AUXILIARIES:
        return helping.get(verb, verb)
    if verb.endswith("ed") or verb in _pasts() or verb in wordset("past_forms"):
        return verb
    found = _thirds().get(verb)
    return found.base if found else None


def may_be_verb(word: str, *, sure: bool = False) -> bool:
    """Whether *word* is a present or past form of a verb of the table; with *sure* not one that is often a noun too."""
    third, past, base = _thirds().get(word), _pasts().get(word), _bases().get(word)
    if past is not None and past.base != word:
        return not sure or past.past != past.participle
    verb = third or base
    return verb is not None and not (sure and verb.base in _nouns())
