"""Small facts of English that prompts are put together by: words, number, capitals, marks."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import alternatives, wordset

MODALS = wordset("modals")
AUXILIARIES = MODALS | wordset("auxiliaries")
LOWERED = wordset("function_words")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*", re.UNICODE)
STOPWORDS = LOWERED | AUXILIARIES | wordset("weak_words")
INVERSION = re.compile(
    r"(?:(?:do|does|did)\s+(?:(?-i:[A-Z“])|(?:i|we|you|he|she|it|they|the|an?|this|that|these|those|any|no|some|our|my)\b)"
    r"|(?:will|would|shall|should|can|could|may|might|must|have|has|is|are|was|were|had|am)\s+"
    r"(?:i|we|you|he|she|it|they)\b)|(?:nor|neither)\s+(?:do|does|did|will|would|shall|can|could|may|must|has|have|is|are|"
    r"was|were|had|should|might)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    rf"(?:\b(?:not|never|nor|hardly|cannot)|n[’']t)\s+(?:[^\W\d_]+\s+){{0,3}}?(?:{alternatives('opinion_verbs')})\s+(?:that\s+)?$",
    re.IGNORECASE,
)
CONTRACTED = re.compile(r"[^\W_]+[’'](?:ll|re|ve|d|m)|(?:he|she|it|that|there|who)[’']s", re.IGNORECASE)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def first_word(text: str) -> str:
    """Return the first word of *text*, folded; "" where there is none."""
    return next(iter(words(text.casefold())), "")


def last_word(text: str) -> str:
    """Return the last word of *text*, folded; "" where there is none."""
    return (words(text.casefold()) or [""])[-1]


def count(text: str) -> int:
    """Return how many words *text* has; a gap (`____`) is one."""
    return len(words(text)) + len(re.findall(r"_{3,}", text))


def content_words(text: str) -> set[str]:
    """Return the words of *text* that carry its meaning, folded, possessive endings off."""
    folded = (re.sub(r"[’']s$", "", word.casefold()) for word in words(text))
    return {word for word in folded if (word not in STOPWORDS and len(word) > 2) or word.isdigit()}


def stems(text: str) -> set[str]:
    """Return the content words of *text* without the -s of a plural or a third person."""
    return {re.sub(r"(?:ies|es|s|e|y)$", "", word) if len(word) > 3 else word for word in content_words(text)}


def lower_first(text: str) -> str:
    """Return *text* fit for the middle of a sentence: only a function word loses its capital."""
    first = WORD.search(text)
    if first and first.start() <= 1 and first.group().casefold() in LOWERED and first.group() != "I":
        return text[: first.start()] + text[first.start()].lower() + text[first.start() + 1 :]
    return text


def upper_first(text: str) -> str:
    """Return *text* with a capital at its start, which a number in that place makes needless."""
    for index, char in enumerate(text):
        if char.isdigit():
            return text
        if char.isalpha():
            return text[:index] + char.upper() + text[index + 1 :]
    return text


def tidy(text: str) -> str:
    """Return *text* on one line, without stray marks at its ends and with its quotation marks in pairs."""
    text = re.sub(r"\s+", " ", text).strip()
    while True:
        bare = text.strip(" ,;:–—-").removesuffix(".") if not text.endswith("…") else text.strip(" ,;:–—-")
        if bare.endswith((",”", ".”", ";”", ',"', '."')):
            bare = bare[:-2] + bare[-1]
        for opener, closer in (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")):
            opened, closed = bare.count(opener), bare.count(closer)
            if opened == closed + 1 and bare.startswith(opener):
                bare = bare[1:]
            elif opened == closed + 1 and opener in "“«":
                bare += closer
            elif opened == closed + 1:
                bare = bare[: bare.rindex(opener)]  # what was put in was cut off: all of it goes
            elif closed == opened + 1 and bare.endswith(closer):
                bare = bare[:-1]
            elif closed == opened + 1 and closer in "”»":
                bare = opener + bare
        if bare.count('"') % 2:
            bare = bare[1:] if bare.startswith('"') else bare[:-1] if bare.endswith('"') else bare + '"'
        if bare == text:
            return text
        text = bare


def finished(text: str) -> str:
    """Return *text* without a conjunction at its end that joined it to something else."""
    return tidy(re.sub(r"[,;]?\s+(?:and|or|but|nor)$", "", tidy(text)))


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket of *text* has its partner."""
    pairs = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
    return all(text.count(one) == text.count(other) for one, other in pairs) and text.count('"') % 2 == 0


def quote(text: str) -> str:
    """Return *text* in double quotation marks, those inside it made single."""
    inner = text.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def unquote(text: str) -> str:
    """Return *text* without the pair of marks around all of it."""
    if len(text) > 1 and text[0] == "“" and text[-1] == "”" and text.count("“") == 1:
        return text[1:-1]
    return text


def possessive(name: str) -> str:
    return name + ("’" if name.endswith("s") and is_plural(name) else "’s")


def is_plural(name: str) -> bool:
    """Whether *name*, of a group or body, takes a plural verb, by its head noun."""
    head = re.split(r"\s(?:of|in|on|at|for|who|which|that|from|to|with)\b", name, maxsplit=1)[0]
    last = (words(head) or [""])[-1].casefold()
    if words(name.casefold())[:1] and words(name.casefold())[0] in {"some", "both", "many", "few", "several"}:
        return True
    return (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "’s", "'s")) and len(last) > 3
    ) or last.endswith(("men", "people", "police", "media", "children"))


def starts_with_verb(text: str) -> bool:
    """Whether *text* is a predicate without its subject."""
    found = words(text.casefold())
    if found[:1] == ["not"] and found[1:2] and (found[1] in wordset("determiners") or found[1] in {"all", "many"}):
        return False  # “not a single crane will go up”
    return bool(found) and (found[0] in AUXILIARIES or (found[0] in {"to", "not", "never"} and len(found) > 1))


def lacks_subject(text: str) -> bool:
    """Whether *text* begins with a full verb before its object: “restore the licence”, “calls upon the board”."""
    first, second, *_ = [*(word.casefold() for word in words(text)), "", ""]
    return first not in LOWERED | AUXILIARIES and (second in wordset("determiners") or second == "upon")


def is_inverted(text: str) -> bool:
    """Whether *text* has its auxiliary before its subject, as what stands behind a negative or in a question has."""
    return INVERSION.match(text) is not None


def hangs_on_negative(before: str) -> bool:
    """Whether the words that come next turn round what they say, by the last word *before* them: “Nor do we …”."""
    last = (words(before[-20:]) or [""])[-1].casefold()
    return last in wordset("negative_fronts") and before.rstrip()[-1:].isalpha()


def is_denied(before: str) -> bool:
    """Whether the clause that comes next is one that the words *before* it do not hold: “does not believe that …”."""
    return DENIED.search(before) is not None


def is_clause(text: str) -> bool:
    """Whether *text* has, as far as word lists can tell, a subject and a finite verb."""
    found = [word.casefold() for word in words(text)]
    if starts_with_verb(text) or is_subjunctive(text):
        return False
    return any(
        (word in AUXILIARIES and index and word not in {"be", "been", "being"} and found[index - 1] != "to")
        or CONTRACTED.fullmatch(word)
        for index, word in enumerate(found)
    )


def is_subjunctive(text: str) -> bool:
    """Whether the first verb of *text* is a bare `be` ("that the date be fixed"), which needs a `that` before it."""
    found = [word.casefold() for word in words(text)]
    for index, word in enumerate(found):
        if word == "be" and index and found[index - 1] not in AUXILIARIES | {"to", "not", "need"}:
            return True
        if word in AUXILIARIES:
            return False
    return False
