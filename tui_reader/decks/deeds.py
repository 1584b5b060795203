"""What a holder does, as a question takes it apart: auxiliary, verb, and the words behind the verb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tui_reader.decks.agreement import third_person
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.wording import MODALS, words

CONTRACTED = {"won’t": ("will", "not"), "can’t": ("can", "not"), "cannot": ("can", "not"), "shan’t": ("shall", "not")}
BE = frozenset({"is", "are", "was", "were", "am"})
HAVE = frozenset({"has", "have", "had"})
DO = frozenset({"do", "does", "did"})
PLURAL = {"does": "do", "has": "have", "is": "are", "was": "were"}
MEANT = frozenset({"will", "would", "shall"})
NO_ADVERBS = frozenset({"apply", "reply", "supply", "rely", "likely", "unlikely"})
PAIRS = frozenset({"no longer", "so far", "at all"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A predicate: `auxiliary` goes before the subject of a question, `verb` behind it, `rest` is what is asked for.

    `lemma` is "" for a verb that is not in the table; `kept` has the negative and adverbs between the two.
    """

    auxiliary: str
    kept: str
    verb: str
    lemma: str
    rest: str

    def asked(self, subject: str, opening: str = "what", tail: str = "") -> str:
        """Return the question that has this verb: “what does Vant reject?”."""
        auxiliary = PLURAL.get(self.auxiliary, self.auxiliary) if subject == "they" else self.auxiliary
        found = [opening, auxiliary, subject, self.kept, self.verb, tail]
        return f"{' '.join(word for word in found if word)}?"

    def another(self, verb: str, participle: str) -> Deed:
        """Return the deed with another, regular, verb in its place."""
        return replace(self, verb=participle if self.auxiliary in HAVE else verb, lemma=verb)

    @property
    def negative(self) -> bool:
        return bool({"not", "never", "longer"} & set(self.kept.split()))


def behind(kind: str) -> frozenset[str]:
    """Return the verbs behind which words of *kind* can stand."""
    return frozenset(table("deeds")["behind"][kind])


def verbs(name: str) -> frozenset[str]:
    return frozenset(table("deeds")["verbs"][name].split())


def deeds(text: str, plural: bool) -> Iterator[Deed]:
    """Yield the ways to take apart *text*, a predicate without its subject, the longest verb first.

    `plural` tells whether the subject takes a plural verb.
    """
    tokens = text.split(" ")
    auxiliary, kept, at = _auxiliary(tokens)
    if at >= len(tokens):
        return
    word = tokens[at].casefold()
    if auxiliary in BE:
        yield from _being(auxiliary, kept, tokens[at:])
    for lemma, form in _verbs_at(tokens[at:]):
        rest = " ".join(tokens[at + len(lemma.split()) :])
        first, *more = lemma.split()
        if auxiliary is None and form in {"base", "third"}:
            yield Deed("do" if plural and form == "base" else "does", kept, lemma, lemma, rest)
        elif auxiliary is None and form == "past":
            yield Deed("did", kept, lemma, lemma, rest)
        elif (
            (auxiliary in DO | MODALS and form == "base")
            or (auxiliary in HAVE and form == "participle")
            or (auxiliary in BE and form == "ing")
        ):
            verb = " ".join([first if form == "base" else word, *more])
            yield Deed(str(auxiliary), kept, verb, lemma, rest)
    if auxiliary in MEANT and word not in wordset("function_words") | BE | {"be", "have", "not"}:
        yield Deed(str(auxiliary), kept, "do", "", " ".join(tokens[at:]))


def _auxiliary(tokens: list[str]) -> tuple[str | None, str, int]:
    """Return the auxiliary at the beginning, the words kept between it and its verb, and where the verb stands."""
    first = tokens[0].casefold().replace("'", "’")
    kept: list[str] = []
    auxiliary, at = None, 0
    if first in CONTRACTED:
        auxiliary, negative = CONTRACTED[first]
        kept, at = [negative], 1
    elif first.endswith("n’t"):
        auxiliary, kept, at = first.removesuffix("n’t"), ["not"], 1
    elif first in BE | HAVE | DO | MODALS:
        auxiliary, at = first, 1
    dropped = set(table("deeds")["between"]["dropped"].split())
    keeps = set(table("deeds")["between"]["kept"].split())
    while at < len(tokens):
        word = tokens[at].casefold()
        pair = " ".join(tokens[at : at + 2]).casefold()
        if pair in PAIRS:
            kept += pair.split() if pair.startswith("no") else []
            at += 2
        elif word in dropped:
            at += 1
        elif word in keeps or (word.endswith("ly") and len(word) > 4 and word not in NO_ADVERBS):
            kept.append(word)
            at += 1
        else:
            break
    if auxiliary in HAVE and (at >= len(tokens) or not _verbs_at(tokens[at:])):
        return None, " ".join(kept), 0  # “has no intention of moving”
    return auxiliary, " ".join(kept), at


def _being(auxiliary: str, kept: str, tokens: list[str]) -> Iterator[Deed]:
    text = " ".join(tokens)
    rows = table("deeds")["being"]
    for head in rows["to"]:
        if text.casefold().startswith(f"{head} to "):
            yield Deed(auxiliary, kept, head, f"be {head}", text[len(head) + 1 :])
    for head in rows["noun"]:
        if text.casefold().startswith(f"{head} "):
            yield Deed(auxiliary, kept, head, f"be {head}", text[len(head) + 1 :])


def _verbs_at(tokens: list[str]) -> list[tuple[str, str]]:
    """Return the verbs of the table that the tokens begin with, each with its form, the longest first."""
    found = [
        (lemma, form)
        for lemma, form in _forms().get(tokens[0].casefold(), ())
        if [token.casefold() for token in tokens[1 : len(lemma.split())]] == lemma.split()[1:]
    ]
    return sorted(found, key=lambda one: -len(one[0].split()))


@cache
def _forms() -> dict[str, list[tuple[str, str]]]:
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma in sorted({verb for row in table("deeds")["behind"].values() for verb in row}):
        base = lemma.split()[0]
        past, participle, running = inflected(base)
        for form, name in (
            (base, "base"),
            (third(base), "third"),
            (past, "past"),
            (participle, "participle"),
            (running, "ing"),
        ):
            forms[form].append((lemma, name))
    return forms


def base_of(form: str) -> str | None:
    """Return the base form of a verb of the table in the third person, None for another word."""
    return next((lemma.split()[0] for lemma, name in _forms().get(form.casefold(), ()) if name == "third"), None)


def third(base: str) -> str:
    return "has" if base == "have" else third_person(base)


def inflected(base: str) -> tuple[str, str, str]:
    """Return the past form, the participle and the form in -ing of a verb."""
    row = table("deeds")["irregular"].get(base, "").split()
    stem = base[:-1] if base.endswith("e") else base
    past = f"{base[:-1]}ied" if re.search(r"[^aeiou]y$", base) else f"{stem}ed"
    running = row[2] if len(row) > 2 else f"{base if base.endswith('ee') else stem}ing"
    return (row[0], row[1], running) if row else (past, past, running)


def begins_predicate(text: str) -> bool:
    """Whether *text* begins with a finite verb of the table or an auxiliary."""
    found = words(text.casefold())
    return bool(found) and (
        found[0] in BE | HAVE | DO | MODALS or any(form in {"third", "past"} for _, form in _forms().get(found[0], ()))
    )


def finite(word: str) -> bool:
    """Whether *word* is a verb of the table in the third person or the past."""
    return any(form in {"third", "past"} for _, form in _forms().get(word.casefold(), ()))
