"""What else somebody could have held of the same thing: a stance with its verb changed, in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui_reader.decks.agreement import third_person
from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.turned import Turn, Turned
from tui_reader.decks.verbs import finite
from tui_reader.decks.wording import first_word, upper_first

ADVERB = r"(?P<adverb>(?:[^\W\d_]+ly|again|also|still)\s+)?"
HELPED = re.compile(
    rf"{ADVERB}(?P<aux>(?:would|will|could|can|may|shall|must|should)(?:\s+be (?:ready|willing|prepared) to)?"
    r"|(?:is|are|was|were)\s+(?P<un>not\s+)?(?:ready|willing|prepared) to|has|have|had|does|do|did)\s+(?P<not>not\s+)?",
    re.IGNORECASE,
)
HELPING = re.compile(
    r"^(?P<who>[^,;“”]{2,60}?) "
    r"(?=(?:would|will|has|have|had|does not|do not|did not|stands? ready|stood ready|is (?:ready|willing))\s)"
)
LED = re.compile(r"(?:We|I|They|It|He|She)\s+(?=[a-z])")
GIVEN = re.compile(
    rf"\s+(?:him|her|them|us|[A-Z]\w*)\s+(?!(?:{alternatives('joiners')}|{alternatives('topic_prepositions')})\b)[a-z]"
)
PLAIN = re.compile(ADVERB, re.IGNORECASE)
NOUN = re.compile(r"(?:“?[A-Z0-9]|(?P<word>[^\W\d_]+)\s?)")


def laddered(answer: str) -> Iterator[Turned]:
    """Yield *answer*, a deed, with other stances in the place of its own; none where its verb is no known one."""
    led = LED.match(answer)
    if led is not None:
        for one in laddered(answer[led.end() :]):
            text = f"{led.group()}{one.text[:1].lower()}{one.text[1:]}"
            yield Turned(text, one.turn, one.was, one.became, one.at + led.end())
        return
    helped = HELPED.match(answer)
    if helped is None:
        start = PLAIN.match(answer)
        at = start.end() if start else 0
        for form in (1, 2, 0):
            yield from _put(answer, at, at, form, form, negated=False)
        return
    aux, negated = helped["aux"].casefold(), bool(helped["not"] or helped["un"])
    at = helped.start("aux")
    if aux in {"has", "have", "had"}:
        kept = at + len(aux) + 1
        yield from _put(answer, kept, helped.end(), 3, 3, negated=negated)
    elif aux in {"does", "do", "did"}:
        form = {"does": 1, "do": 0, "did": 2}[aux]
        yield from _put(answer, at, helped.end(), 0, form, negated=True) if negated else ()
    elif helped["un"]:
        ready = re.sub(r"\s+not\b", "", answer[: helped.end()], count=1)
        yield from _put(ready + answer[helped.end() :], len(ready), len(ready), 0, 0, negated=True)
    else:
        yield from _put(answer, helped.start("not") if negated else helped.end(), helped.end(), 0, 0, negated=negated)


def _put(answer: str, kept: int, at: int, had: int, made: int, *, negated: bool) -> Iterator[Turned]:
    """Yield the answer up to *kept* with other verbs, in the form *made*, for the one at *at* in the form *had*."""
    for kind in ("that", "whom", "to", "object"):
        for verbs, others in _rungs(kind):
            for verb in verbs:
                said = inflected(verb)[had]
                if answer[at : at + len(said)].casefold() != said or not _leads(kind, answer[at + len(said) :]):
                    continue
                rest = answer[at + len(said) :]
                instead = (verb, *others[1:]) if negated else others
                for other in instead:
                    became = inflected(other)[made]
                    if became.endswith(" whether") and re.match(
                        r"\s+(?:that\s+)?(?:no|nobody|nothing|none|any)\b", rest
                    ):
                        continue
                    tail = re.sub(r"^\s+that\b", "", rest, count=1) if became.endswith(" whether") else rest
                    text = upper_first(f"{answer[:kept]}{became}{tail}")
                    yield Turned(text, Turn.STANCE, answer[kept : at + len(said)].strip(), became, kept)
                return


def _leads(kind: str, rest: str) -> bool:
    """Whether what stands behind a verb is what that kind of verb has behind it."""
    if kind == "that":
        return re.match(r"\s+that\s", rest) is not None
    if kind == "to":
        return re.match(r"\s+to\s+[a-z]", rest) is not None
    match = NOUN.match(rest.lstrip())
    if match is None or not rest.startswith(" ") or re.match(r"\s+(?:that|to)\s", rest):
        return False
    if kind == "object" and GIVEN.match(rest):
        return False  # “offered Ode immunity”
    whom = re.match(r"\s+(?:[^\s,;]+\s+){1,6}?to\s+[a-z]+", rest) is not None
    if kind == "whom":
        return whom
    return match["word"] is None or match["word"] not in wordset("joiners") | wordset("topic_prepositions")


def subject_laddered(clause: str) -> Iterator[Turned]:
    """Yield *clause* with other stances in the place of what its subject does: “Vant asks for tolls” for “offers”."""
    found = finite(clause)
    helped = HELPING.search(clause)
    at = len(found.before) if found is not None else helped.end("who") + 1 if helped is not None else 0
    if not at or first_word(clause) in {"there", "it", "this", "that", "what", "whether"}:
        return
    before, deed = clause[:at], clause[at:]
    for one in laddered(deed):
        text = f"{before}{one.text[:1].lower()}{one.text[1:]}"
        yield Turned(text, one.turn, one.was, one.became[:1].lower() + one.became[1:], one.at + at)


@cache
def _rungs(kind: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = table("ladders")[kind]
    return tuple(
        (tuple(sorted(row["verbs"].split("; "), key=len, reverse=True)), tuple(row["others"].split("; ")))
        for row in rows
    )


@cache
def inflected(phrase: str) -> tuple[str, str, str, str]:
    """Return the base, third person, past and participle of a verb phrase that begins with its verb."""
    verb, _, rest = phrase.partition(" ")
    irregular: dict[str, str] = table("ladders")["irregular"]
    if verb in irregular:
        past, participle = irregular[verb].split()
    else:
        past = verb + "d" if verb.endswith("e") else re.sub(r"(?<=[^aeiou])y$", "i", verb) + "ed"
        participle = past
    tail = f" {rest}" if rest else ""
    third = third_person(verb)
    if third == verb:
        third = f"{verb}es" if verb.endswith("s") else f"{verb}s"
    return verb + tail, third + tail, past + tail, participle + tail
