"""What is asked of a position: by what its holder does, so that the answer is what the verb still wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui_reader.decks.agreement import third_person
from tui_reader.decks.deeds import BE, HAVE, MEANT, Deed, begins_predicate, behind, deeds, finite, inflected, verbs
from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.reference import DEMONSTRATIVES, PRONOUNS
from tui_reader.decks.sides import side_asked
from tui_reader.decks.stance_wording import open_quantity
from tui_reader.decks.subjects import told_of
from tui_reader.decks.wording import (
    AUXILIARIES,
    MODALS,
    content_words,
    count,
    is_clause,
    is_plural,
    last_word,
    upper_first,
    words,
)

PARTY = r"(?P<party>(?!not\b|to\b)[^,;:]{2,60}?)"
VERB = rf"(?!(?:{alternatives('determiners')})\b|[A-Z])"
ASKED_TO = re.compile(rf"{PARTY} (?P<negative>not )?to (?P<deed>{VERB}[^\W\d_]+ ?.*)$")
AS = re.compile(r"(?P<thing>[^,;:]{3,70}?) as (?P<verdict>.+)$")
QUOTED = re.compile(r"(?P<thing>[^,;:“]{3,70}?) (?P<verdict>(?:an? )?“[^”]+”)(?P<more>.*)$")
ASKS_ON = re.compile(r"\b(?:what|who|whom|which|how|why|whether)\b")
GRADED = re.compile(
    r"(?P<thing>(?:the|an?|its|their|his|her|one|two|nine|[^\W\d_]+[’']s)\s[^,;:“]{2,60}?|[A-Z][^\W\d_]+) (?P<verdict>"
    r"(?:(?:an?|too|very|quite|not|less|more|so|no) [^,;]+)"
    r"|(?:(?:[^\W\d_]+ly )?[^\W\d_]+(?:able|ible|ful|less|ive|ous|ent|ant|ed|ate))"
    r"|[^\W\d_]+ enough)$"
)
PREPOSITIONS = wordset("topic_prepositions") | {"about", "into", "over", "as", "until", "after", "before"}
POINTS = re.compile(
    r"\b(?:that|this|these|those|which|so|only)$|\b(?:do|did|does|done|doing) so\b|\bthe (?:former|latter)\b"
    r"|^(?:That )?(?:either|neither|both|none|this|these|those)\b(?! (?:of|the)\b)|^That that\b"
    r"|\b(?:its|their|his|her) (?:example|lead|suit)\b|^(?:That )?the others?\b"
    r"|\bthe (?:whole )?(?:thing|matter|lot)\b",
    re.IGNORECASE,
)
EVERYTHING = re.compile(r"\bthe (?:whole )?(?:thing|matter|lot)\b", re.IGNORECASE)
NOTE = re.compile(r"\s*(?:\([A-Z]?\d+\)|\[\d+\])$")  # “(Q52)”
ELLIPTIC = re.compile(rf"\b(?:{alternatives('auxiliaries')})(?: not|n’t)?$")  # its verb stands in the sentence before
CONDITIONED = re.compile(r"\b(?:if|unless|until|provided|as long as|so long as|on condition)\b")
GIVEN = re.compile(r"(?P<whom>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?) (?P<what>[a-z][^\W\d_]+ .+)$")
PARTY_DOES = re.compile(  # the subjunctive of what is wanted: “that the Board commission a survey”
    r"(?P<party>the (?:(?:[A-Z][\w’]+ )*[A-Z]\w+|[a-z]+)) (?P<deed>(?P<verb>[a-z]{3,}(?<!s)(?<!ed)(?<!ly)) "
    r"(?:for|to|an?|the|its|their|his|her|no|every|one|two|three) .+)$"
)
TIMED = re.compile(  # what says when somebody did it, not what it was
    r" (?:(?:[a-z]+|\d+) (?:years?|months?|weeks?|days?) ago|yesterday|today|at this time|at first|at last|for now"
    r"|for (?:a|many|some|two|three) (?:decades?|years?|months?)|for years"
    r"|last (?:week|month|year|night|spring|summer))$"
)
FORMULA = re.compile(r" with (?:pleasure|gratitude|thanks)$| \([A-Z]{2,6}\)(?=$|[,;])")
NAME = re.compile(r"[A-Z][\w’.-]*(?: (?:[A-Z][\w’.-]*|of|&|and))*$")
SHARED = re.compile(
    r"the (?P<noun>view|opinion|belief|concern|assessment|conviction|hope|fear|doubt) that (?P<what>.+)$"
)
NUMBERS = frozenset(table("turns")["numbers"]["words"].split())
ASIDES = re.compile(r",\s(?:which (?:from|is|was|for)|on the ground|as (?:he|she|it|they)\b).*$")
FOLLOWING = re.compile(r",? (?:and|but|or)(?: then| also| has| have| therefore)? (?=[^\W\d_])")
DEFINITE = re.compile(
    r"(?:the|its|their|his|her|our|all|both|these|those)\s|an? [^\W\d_]+ (?:to|of|on|for)\s"
    r"|[^ ]+[’']s? |“|[A-Z0-9]|[^\W\d_]{4,}ing ",
    re.ASCII,
)
DONE = 3  # content words of what somebody will do, where the question says nothing of it
TELLING, MOST = 2, 8  # content words of a thing that can be asked for; words of one that a prompt names
LOW = 3
SHORT = 5  # letters: a word that is shorter tells little of a thing


@dataclass(frozen=True, slots=True)
class Asking:
    """A question without its frame, and its answer."""

    question: str
    answer: str
    weight: float = 1.0


def askings(text: str, subject: str, plural: bool) -> Iterator[Asking]:
    """Yield the questions by which what *subject* does (`text`, without the subject) can be asked, the best first."""
    for deed in deeds(text, plural):
        for asking in _of(deed, subject, plural):
            answer = asking.answer
            if (
                not POINTS.search(answer)
                and not EVERYTHING.search(asking.question)
                and not ELLIPTIC.search(answer)
                and not open_quantity(answer.removeprefix("That "))
            ):
                yield replace(asking, answer=closed(answer))


def closed(answer: str) -> str:
    """Return *answer* with the single quotation mark that a cut has left behind, and without a note's number."""
    answer = NOTE.sub("", answer)
    return f"{answer}’" if "‘" in answer and "’" not in answer.partition("‘")[2] else answer


def mandated(asking: Asking, verbatim: str) -> str:
    """Return the answer with the subjunctive that *verbatim* has: a name put in for `you` took it away."""
    found = re.match(r"(that [^,]{2,40}? )([a-z]{2,}s)\b(.*)$", asking.answer, re.IGNORECASE)
    if found is None or not set(words(asking.question.casefold())) & wordset("mandates"):
        return asking.answer
    said = set(words(verbatim.casefold()))
    base = next((verb for verb in (found[2][:-1], found[2][:-2]) if verb in said), None)
    return asking.answer if base is None or found[2] in said else f"{found[1]}{base}{found[3]}"


def _of(deed: Deed, subject: str, plural: bool) -> Iterator[Asking]:
    rest = alone(deed.rest)
    if deed.lemma.endswith(" to") and _is_deed(rest):
        return  # “agreed to open negotiations”
    lemma, first = deed.lemma, (words(rest.casefold()) or [""])[0]
    if not content_words(rest) or first in BE | {"only", "whether", "how", "why", "when", "so", "otherwise"}:
        return
    if lemma and deed.auxiliary in MEANT and CONDITIONED.search(rest):
        return  # what would be done, not the thing, hangs on it
    if not lemma:
        negative = rest[0] == "“" or first in {"not", "never"}
        if CONDITIONED.search(rest):
            return  # the cards of its condition ask for it
        telling = len(content_words(rest)) >= (TELLING if deed.kept else DONE)
        if count(rest) >= LOW and not negative and first not in verbs("states") and telling:
            yield Asking(deed.asked(subject), rest, 0.9)
        return
    tail = table("deeds")["asked_with"].get(lemma, "")
    if first == "that" and lemma in behind("that"):
        yield from _of_party(deed, subject, rest.split(" ", 1)[1])
        yield from _about(deed, subject, rest.split(" ", 1)[1])
        yield Asking(deed.asked(subject, tail=tail), rest)
        return
    infinitive = re.match(rf"(?P<negative>not )?to (?P<deed>{VERB}[^\W\d_].*)$", rest)
    if infinitive and (lemma in behind("to") or lemma.startswith("be ")):
        inner = re.match(r"(?P<verb>[^\W\d_]+) (?P<clause>that .+)$", infinitive["deed"])
        if inner and inner["verb"] in behind("that") and not infinitive["negative"]:
            yield Asking(deed.asked(subject, tail=f"to {inner['verb']}"), inner["clause"])
            return
        if asking := _to_do(deed, subject, "", infinitive, rest):
            yield asking
        return
    if infinitive or first in PREPOSITIONS | {"that"}:
        return
    if lemma in behind("somebody_to") and (found := ASKED_TO.match(rest)) and not is_clause(found["party"]):
        if names(found["party"]) and (asking := _to_do(deed, subject, found["party"], found, rest)):
            yield asking
        return
    if lemma in behind("noun_as") and " as " in rest:
        yield from _regarded(deed, subject, rest)
        return
    if lemma in behind("noun_verdict"):
        yield from _verdicts(deed, subject, rest)
        if lemma not in behind("that"):
            return
    pronoun = first in PRONOUNS | DEMONSTRATIVES and first not in {"its", "their", "his", "her", "those"}
    if lemma in behind("that") and is_clause(rest) and not pronoun and not ASKS_ON.search(rest):
        yield from _about(deed, subject, rest)
        yield Asking(deed.asked(subject, tail=tail), f"That {rest}")
        return
    if (lemma in behind("noun") or lemma.startswith("be ")) and not pronoun:
        yield from _thing(deed, subject, rest)


def _about(deed: Deed, subject: str, clause: str) -> Iterator[Asking]:
    """Yield what is asked of the thing that somebody's clause is about: “what does Vant maintain about the toll?”."""
    told = told_of(clause) if deed.lemma in verbs("about") else None
    if told:
        yield Asking(deed.asked(subject, tail=f"about {told[0]}"), f"That {told[1]}")


def _of_party(deed: Deed, subject: str, clause: str) -> Iterator[Asking]:
    """Yield what somebody is to do: “what does Vant recommend that the Board do?”."""
    found = PARTY_DOES.match(clause) if deed.lemma in wordset("mandates") else None
    if found and found["verb"] not in AUXILIARIES | MODALS | {"be"} and not finite(found["verb"]):
        yield Asking(deed.asked(subject, tail=f"that {found['party']} do"), found["deed"])


def _is_deed(rest: str) -> bool:
    """Whether the words behind a `to` begin with a verb: “open negotiations”, not “a truce”, “higher tolls”."""
    first, *more = words(rest) or ["The"]
    lowered = first[0].islower() and first not in wordset("determiners") | NUMBERS
    return lowered and len(more) > 1 and not first.endswith(("s", "ing", "er", "ed"))


def _to_do(deed: Deed, subject: str, party: str, found: re.Match[str], rest: str) -> Asking | None:
    first = words(found["deed"].casefold())[0]
    if first in verbs("states"):
        return Asking(deed.asked(subject), rest)
    if count(found["deed"]) < 2:
        return None  # the object of its verb may stand before it: “which he has refused to name”
    tail = " ".join(part for part in (party, (found["negative"] or "").strip(), "to do") if part)
    return Asking(deed.asked(subject, tail=tail), found["deed"])


def _regarded(deed: Deed, subject: str, rest: str) -> Iterator[Asking]:
    found = AS.match(rest)
    if found is None or not names(found["thing"]):
        return
    if not deed.negative:
        yield Asking(deed.asked(subject, "how", found["thing"]), f"As {found['verdict']}")
    elif count(found["verdict"]) <= MOST:
        yield Asking(deed.asked(subject, tail=f"as {found['verdict']}"), found["thing"])


def _verdicts(deed: Deed, subject: str, rest: str) -> Iterator[Asking]:
    rest = re.sub(r" to be ", " ", ASIDES.sub("", rest), count=1)
    himself = re.match(r"(?P<thing>himself|herself|itself|themselves) (?P<verdict>.+)$", rest)
    found = himself or QUOTED.match(rest) or GRADED.match(rest)
    if found and last_word(found["thing"]).endswith("ly"):
        return
    if found is None or deed.negative or not (himself or names(found["thing"])):
        return
    if words(found["verdict"].casefold())[0] in PREPOSITIONS | {"that", "who", "which"}:
        return
    past = deed.auxiliary in HAVE
    verb = deed.another("describe", "described" if past else "describe")
    if deed.auxiliary in {"is", "are", "was", "were"}:
        return
    more = found.groupdict().get("more") or ""
    if more and words(more.casefold())[:1] and words(more.casefold())[0] not in PREPOSITIONS:
        return
    yield Asking(verb.asked(subject, "how", found["thing"]), found["verdict"])


def _thing(deed: Deed, subject: str, rest: str) -> Iterator[Asking]:
    """Yield what is asked where a noun phrase stands behind the verb: itself, or where somebody stands on it."""
    rest = FORMULA.sub("", TIMED.sub("", rest))
    if deed.lemma.endswith(" for"):
        rest = rest.split(" and for ")[0]
    sides = deed.lemma.split()[0] in verbs("siding") and not NAME.match(rest)
    ways: list[Asking] = []
    if content_words(rest) <= verbs("idle") or re.search(r"\bwhat\b", rest):
        return
    shared = SHARED.match(rest) if deed.lemma == "share" else None
    if shared:
        yield Asking(deed.asked(subject, f"which {shared['noun']}"), f"That {shared['what']}")
        return
    given = GIVEN.match(rest) if deed.lemma in verbs("giving") else None
    if given and words(given["what"])[0] not in PREPOSITIONS | wordset("joiners") | wordset("function_words"):
        yield Asking(deed.asked(subject, tail=given["whom"]), given["what"])
        return
    votes = deed.lemma in {"vote for", "vote against"} and rest.startswith("the ")
    if (len(content_words(rest)) >= TELLING or not sides) and not votes:
        runs = deed.lemma.endswith(" of") and re.match(r"[^\W\d_]{3,}ing\b", rest)
        ways.append(Asking(deed.asked(subject, tail="doing" if runs else ""), rest))
    if sides and count(rest) <= MOST and DEFINITE.match(rest) and not re.search(r"[,;]|\b(?:that|who|which)\b", rest):
        pronoun = "them" if is_plural(rest) and not re.match(r"[^\W\d_]+ing ", rest) else "it"
        many = deed.auxiliary in {"do", "have", "are", "were"} or subject == "they"
        if asked := side_asked(_told(deed), subject, rest, pronoun, many):
            ways.append(Asking(*asked, 0.9))
    yield from ways


def _told(deed: Deed) -> str:
    """Return the verb of a deed as an answer has it, its auxiliary before it: “Rejected”, “Will not accept”."""
    if deed.auxiliary in {"does", "did", "do"} and not deed.kept:
        base, *more = deed.lemma.split()
        form = inflected(base)[0] if deed.auxiliary == "did" else base
        if deed.auxiliary == "does":
            form = third_person(base)
        return upper_first(" ".join([form, *more]))
    return upper_first(" ".join(part for part in (deed.auxiliary, deed.kept, deed.verb) if part))


def names(thing: str) -> bool:
    """Whether words name somebody or something by themselves."""
    found = [word.casefold() for word in words(thing)]
    if len(found) == 1 and found[0] in {"everyone", "everybody"}:
        return True
    return (
        bool(content_words(thing))
        and len(found) <= MOST
        and found[0] not in (PRONOUNS - {"its", "their", "his", "her", "our"}) | DEMONSTRATIVES | PREPOSITIONS
        and not {"that", "if", "who", "which"} & set(found)
        and found[-1] not in PREPOSITIONS | NUMBERS
    )


def alone(rest: str) -> str:
    """Return what stands behind a verb without the predicate that is joined to it: “the deal and called for more”."""
    for match in FOLLOWING.finditer(rest):
        before = rest[: match.start()]
        joined = begins_predicate(rest[match.end() :]) and before.count("“") == before.count("”")
        if joined and not is_clause(before):
            return before
    return rest
