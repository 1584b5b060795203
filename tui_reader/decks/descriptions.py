"""Other words by which a text describes things, in the place of those by which one of them is described."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.frames import Form
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.others import Other, Place, told
from tui_reader.decks.turned import Turn, Turned
from tui_reader.decks.verbs import base_of, may_be_verb
from tui_reader.decks.wording import (
    LOWERED,
    balanced,
    content_words,
    count,
    first_word,
    is_clause,
    is_plural,
    tidy,
    upper_first,
)
from tui_reader.model import Span

COPULA = r"(?:is|are|was|were|has been|have been|had been|will be|would be|remains?|remained)"
SPLIT = (
    re.compile(r"^(?P<head>[^,;“”]{3,90}? as) (?P<words>[“‘]?\S.*)$"),
    re.compile(rf"^(?P<head>(?:It|They|He|She) {COPULA}) (?P<words>(?!not\b)[“‘]?\S.*)$"),
    re.compile(rf"^(?P<head>[^,;“”]{{3,60}}? {COPULA}) (?P<words>(?!not\b)[“‘]?\S.*)$"),
    re.compile(r"^(?P<head>[Cc]all(?:s|ed)? [^,;“”]{3,60}?) (?P<words>“[^”]+”)$"),
)
QUOTED = re.compile(r"[“‘][^”’]+[”’]")
SCARE = re.compile(r"[“](?P<words>[^“”]{4,90})”")
CALLED = re.compile(  # “is the price of peace”
    rf"\b(?:{COPULA}|be|as|becomes?|became)\s(?P<words>(?:an?|the)\s[^,;:.!?()–—“”]{{4,70}}?)"
    r"(?=[,;:.!?)–—]|\s(?:and|but|or|nor|because|if|unless|until|when|while|that|who|which|than|as|so)\s)"
)
QUALITY = re.compile(  # “is too narrow”
    rf"\b(?:{COPULA}|as|seems?|finds? it)\s(?P<words>(?:(?:too|very|quite|rather)\s)?(?P<word>[a-z]{{4,}}))"
    r"(?=[,;:.!?)]|\sand\s|\sto\s)"
)
NAMED = re.compile(r"[A-Z][\w-]*\s[A-Z]|[A-Z]{2}")  # of what keeps its capital
INNER = re.compile(r"\b(?:that|who|which|whose)\s")  # what is said within it of something else
UNDESCRIBING = re.compile(r"\b(?:if|unless|until|because|that|who|which|where|what|how|why|when)\b|[?!]")
STATED = re.compile(r"\b(?:if|unless|until|because|that|who|which)\b|[.;:?!]")
NO_QUALITIES = LOWERED.union(
    *(
        wordset(name)
        for name in ("topic_prepositions", "adverbs", "past_forms", "participles", "empty_tails", "bare_participles")
    )
)
LONGEST = 10  # words of a description


def redescribed(answer: str, others: Iterable[Other]) -> Iterator[Turned]:
    """Yield *answer* with the words of other descriptions, of the same kind, in the place of its own."""
    split = _split(answer)
    if split is None or INNER.search(split[0]):
        return
    own_head, own = split
    if _class(own) not in {"thing", "things"} and not own.startswith("“"):
        return  # what one thing does, or how it is, is seldom said of another
    for other in others:
        found = _split(other.text)
        if found is None or found[1] == own:
            continue
        said = found[1]
        if _class(said) != _class(own) or content_words(said) & content_words(answer):
            continue
        if content_words(said) & (content_words(other.topic) | content_words(found[0])):
            continue
        said = _marked_as(said, own)
        yield Turned(f"{own_head} {said}", Turn.STANCE, own, said, len(own_head) + 1)


def descriptions(answer: str, prompt: str, others: Iterable[Other]) -> Iterator[tuple[str, Other]]:
    """Yield what other things are said to be, for an answer that is a description alone, with what each stands in."""
    lead = "As " if answer.startswith("As ") else ""
    own = answer[len(lead) :]
    for other in others:
        if other.asked == "describe" and _split(other.text) is None:
            said = re.sub(r"^As\s", "", other.text)
        else:
            found = _split(other.text)
            if found is None:
                continue
            said = found[1]
        if _class(said) == _class(own) and not content_words(said) & content_words(prompt):
            said = _marked_as(said if NAMED.match(said) else said[:1].lower() + said[1:], own)
            yield f"{lead}{said}" if lead else upper_first(said), other


def nominals(context: Context) -> Iterator[Other]:
    """Yield what a text calls something: a thing behind `is` or `as`, and what stands in marks within a sentence."""
    source = context.document.text
    for match in QUALITY.finditer(source):
        said, word = match["words"], match["word"]
        known_as = (
            wordset("adverbs") | LOWERED | wordset("past_forms") | wordset("participles") | wordset("empty_tails")
        )
        if word in known_as or word.endswith(("ing", "ed", "ly", "s")) or may_be_verb(word):
            continue
        span = Span(*match.span("words"))
        yield Other("", Place.STANCE, Form.PHRASE, span, said, told(context, span), "", None, "describe")
    for match in (*SCARE.finditer(source), *CALLED.finditer(source)):
        span = Span(*match.span("words"))
        said = tidy(match["words"])
        if count(said) > LONGEST or is_clause(said) or _class(said) not in {"thing", "things"} or not balanced(said):
            continue
        started = said[:1].isupper() or source[: match.start()].rstrip()[-1:] in {"", ".", "!", "?"}
        empty = not content_words(said) - wordset("empty_tails")
        if started or empty or STATED.search(said) or (match.re is CALLED and context.phrase(span).loose):
            continue
        yield Other("", Place.STANCE, Form.PHRASE, span, said, told(context, span), "", None, "describe")


def _marked_as(said: str, own: str) -> str:
    """Return a description, which stands in the text, in quotation marks where *own* is, and without where not."""
    bare = said.strip("“”‘’") if not re.search(r"\w[”’]\s.*[“‘]", said) else said
    whole = own.startswith("“") and own.endswith("”")
    return f"“{bare}”" if whole else bare if "“" not in own else said


def _class(said: str) -> str:
    kind = _kind(said)
    return {"a": "thing", "the False": "thing", "the True": "things", "ing": "quality"}.get(kind, kind)


def _split(text: str) -> tuple[str, str] | None:
    for pattern in SPLIT:
        match = pattern.match(text.rstrip("."))
        if (
            match
            and count(match["words"]) <= LONGEST
            and balanced(match["words"])
            and not UNDESCRIBING.search(match["words"])
        ):
            return match["head"], match["words"].strip()
    return None


def _kind(said: str) -> str:
    """Return what kind of words describe: a thing, what goes on, what was done, or a quality."""
    first = first_word(said)
    if first in {"a", "an"}:
        return "a"
    if first in wordset("determiners"):
        return f"the {is_plural(said)}"
    if first.endswith("ing") and len(first) > 5:
        return "ing"
    if first.endswith("ed") or first in wordset("past_forms") | wordset("participles") or base_of(first) is not None:
        return "ed"
    return "quality" if first not in wordset("function_words") | wordset("auxiliaries") else first
