"""A position as its card has it: what it is about, called in full, and what was said, without its holder again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_reader.decks.agreement import third_person
from tui_reader.decks.deeds import base_of
from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.wording import AUXILIARIES, balanced, count, is_plural, upper_first, words

ORDER = re.compile(rf"^(?:{alternatives('openers')})\b,\s+", re.IGNORECASE)
ASIDE = re.compile(rf",\s(?:{alternatives('asides')}),")
TRAILING = re.compile(r",\s+which\s[^,;“”]*$")  # the writer’s aside
DOUBLED = re.compile(r"(?P<head>^[^,;]{3,80}?) and that (?=[^\W\d_])")
DESCRIBED = re.compile(rf"^(?:(?:was|were|is|are) )?(?:{alternatives('verdicts')}) as\s+(?=\S)", re.IGNORECASE)
TITLE = r"(?:(?:The|the) )?[A-Z][^\W\d_]*(?:[’']s?)?\.? "
ALSO = r"(?:,? and (?:Mr|Ms|Mrs|Dr)?\.? ?[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)"
OTHERS = re.compile(r"\b(?:it|they|them|he|she|him|her)\b", re.IGNORECASE)  # a second pronoun could not be told
ENDED = re.compile(rf"\s*(?:$|[,;])|\s(?:and|or|but|in|by|at|on|with|before|after|{alternatives('subordinators')})\b")
FRONTED = alternatives("fronted")
COPULA = wordset("copulas")
QUANTIFIER = re.compile(rf"^(?:{alternatives('quantifiers')})\s+(?P<next>[^\W\d_]+)", re.IGNORECASE)
SHARE = rf"[^\W\d_]+ in (?:{'|'.join(table('turns')['numbers']['words'].split())})"  # “four in five”
NO_THING = re.compile(
    r"any\b|no\b|some\b|most\b|an?\s(?!\S+ (?:to|of|on|for)\b)", re.IGNORECASE
)  # of which `it` says less
ENDINGS = re.compile(
    r",?\s+(?=(?:until|unless|provided|as long as|so long as)\s)|,\s+(?=(?:if|which|who|because|although|while|but)\s)",
    re.IGNORECASE,
)
ADDED = re.compile(  # what an answer that is still too long can do without
    r",\s+(?=(?:an?|on the ground|in effect|at least|with|for|as|to|so|and (?:even|that|no)|[^\W\d_]{3,}ing)\s)",
    re.IGNORECASE,
)
GOES_ON = re.compile(r",[^,;:]+,\s(?:that|to|not|and|but|is|are|was|were|will|would|has|have|had)\b")
FEWEST = 4  # words that are left
VAGUE = re.compile(rf"{SHARE}|{alternatives('vague')}|such an? [^\W\d_]+", re.IGNORECASE)
BARE = re.compile(
    rf"\b{SHARE}\b(?! of)|"
    rf"\b(?:{alternatives('uncounted')})(?=[?:,.]|$)"
    rf"|\bdoes (?:much|whether)\b|\b(?:{alternatives('subordinators')}|that) such an?\b"
    r"|\bone (?:would|will|could|can|may|must|should)\b"
    r"|\b(?:say|says|said|think|thinks|hope|hopes) so\b"
    rf"|[,:] that [a-z]+ (?:{alternatives('modals')}|{alternatives('auxiliaries')})\b"
)


def without_holder(text: str, names: Iterable[str]) -> str:
    """Return *text* without the holder at its beginning, where what follows is what the holder does.

    With a title before the name, what is said of the holder behind it, and those who do it too: “Governor Arnhem, the
    older of the two, and Mr. Berwald voted against it”.
    """
    for name in sorted(names, key=len, reverse=True):
        match = (
            re.match(rf"[^,“]{{3,60}}, {re.escape(name)},\s+(?=\S)", text)
            or re.match(rf"(?:{TITLE}){{0,4}}?{re.escape(name)}(?:,\s[^,“”]{{3,80}},)?(?P<also>{ALSO})?\s+(?=\S)", text)
            or re.match(rf"(?P<also>(?:{TITLE}){{1,5}}and (?:{TITLE}){{0,3}}?){re.escape(name)}\s+(?=\S)", text)
        )
        if match is None or re.search(r"\b(?:that|if|unless|until|said|says)\b", match.group()):
            continue
        rest = text[match.end() :]
        first = (words(rest) or [""])[0].casefold()
        if first and first not in wordset("joiners") and rest[0] not in ",;(’'" and count(rest) > 1:
            if match.groupdict().get("also") and not is_plural(name):
                rest = third_person(first) + rest[len(first) :]
            return upper_first(rest)
    return text


def righted_negative(text: str, names: Iterable[str]) -> str:
    """Return “will not close it” for “Nor will X close it”, X being the holder, whom the prompt names."""
    for name in sorted(names, key=len, reverse=True):
        pair = re.match(rf"(?i:neither) ([^,]{{2,40}}) nor ([^,]{{2,40}}?) ({FRONTED}) (?=[^\W\d_])", text)
        if pair and name in (pair[1], pair[2]):
            verb = pair[3] if is_plural(name) else third_person(pair[3])
            return upper_first(f"{verb}{'' if verb == 'can' else ' '}not {text[pair.end() :]}")
        joined = re.match(r"(?i:neither) ([^,]{2,40}) nor ([^,]{2,40}?) ([^\W\d_]{2,}s) (?=[^\W\d_])", text)
        if joined and name in (joined[1], joined[2]) and (base := base_of(joined[3])):
            return upper_first(f"{'do' if is_plural(name) else 'does'} not {base} {text[joined.end() :]}")
        match = re.match(rf"(?:Nor|Neither) ({FRONTED}) {re.escape(name)} (?=[^\W\d_])", text)
        if match:
            verb = match[1] if is_plural(name) else third_person(match[1])
            return upper_first(f"{verb}{'' if verb == 'can' else ' '}not {text[match.end() :]}")
    return text


def active(text: str, names: Iterable[str]) -> str:
    """Return “declined it” for “X’s offer was declined by Y”, Y being the holder, whom the prompt names."""
    for name in sorted(names, key=len, reverse=True):
        match = re.match(rf"[^,;“]{{3,90}}? (?:was|were) ([^\W\d_]{{3,}}ed) by {re.escape(name)}\b(?! and\b)", text)
        if match and not re.search(r"\b(?:that|who|which|if)\b", match.group()):
            many = re.search(r" were ", match.group()) is not None
            return upper_first(f"{match[1]} {'them' if many else 'it'}{text[match.end() :]}")
    return text


def of_topic(text: str, topic: str) -> str:
    """Return *text* with `it` or `they` for the topic at its beginning, which the prompt names: “It will rise”."""
    match = re.match(rf"{re.escape(topic)}\s+(?=[^\W\d_“])", text, re.IGNORECASE)
    if match is None or NO_THING.match(topic):
        return text
    rest = text[match.end() :]
    first = (words(rest) or [""])[0].casefold()
    if re.search(r"\b(?:it|they|them)\b", rest) or words(topic.casefold())[-1:][0] in wordset("persons"):
        return text  # there would be two of them; or it is somebody
    if first.endswith("ed") and len(words(rest)) > 1 and words(rest)[1].casefold() in wordset("joiners") | {"by"}:
        return text  # “the ferry provided in March”
    if first in wordset("joiners") or not (first in AUXILIARIES or first.endswith(("s", "ed"))) or count(rest) < 2:
        return text
    many = first in {"are", "were", "have", "do"} or (first not in {"is", "was", "has", "does"} and is_plural(topic))
    return f"{'They' if many else 'It'} {rest}"


def with_pronoun(text: str, topic: str) -> str:
    """Return *text* with `it` or `them` for the topic within it, which the prompt names, where that is sure to fit."""
    match = re.search(rf"(?<=\s){re.escape(topic)}(?P<clause>\s(?:that|which|who)\s[^,]*$)?(?!\w)", text)
    if match is None or not re.match(r"(?:the|its|their|his|her)\s", topic) or OTHERS.search(text):
        return text
    led = (words(text[: match.start()].casefold()) or [""])[-1]
    subject = led in {"that", "whether", "if", "because"}
    if led in wordset("particles") | COPULA or text.count("“", 0, match.start()) > text.count("”", 0, match.start()):
        return text
    if not subject and not ENDED.match(text[match.end() :]):
        return text
    many = is_plural(topic)
    pronoun = ("they" if subject else "them") if many else "it"
    return f"{text[: match.start()]}{pronoun}{text[match.end() :]}"


def plainly(text: str) -> str:
    """Return *text* without what only orders it in its passage, and without a `that` that nothing opens."""
    text = ASIDE.sub("", ORDER.sub("", text))
    text = TRAILING.sub("", DESCRIBED.sub("", text))
    return (
        DOUBLED.sub(r"\g<head> and ", text, count=1)
        if not re.search(r"\bthat\b", text.split(" and that ")[0])
        else text
    )


def fragment(text: str) -> bool:
    """Whether *text* is no statement: a participle with nothing that it belongs to."""
    found = [word.casefold() for word in words(text)]
    first = found[0] if found else ""
    own = re.split(r"\b(?:that|who|which|if|unless|until)\b", text)[0]
    if any(word.casefold() in AUXILIARIES for word in words(own if first.endswith("ing") else text)):
        return False
    owned = bool(re.match(r"(?:\S+\s)?\S+[’']s?\s", text))  # “X’s proposal to open a consulate”
    verbs = wordset("past_forms")
    acts = any((word.endswith(("s", "ed")) and "’" not in word) or word in verbs for word in found[1:])
    return (first.endswith("ing") and len(first) > 5) or (owned and not acts)


def open_quantity(text: str) -> bool:
    """Whether *text* counts what it does not name: “both preferred to wait”, “absent all three”."""
    if VAGUE.fullmatch(text) or re.match(r"such\s", text, re.IGNORECASE):
        return True
    match = QUANTIFIER.match(text)
    verbs = AUXILIARIES | wordset("past_forms")
    if match and (match["next"].casefold() in verbs or match["next"].endswith("ed")):
        return True
    return bool(BARE.search(text))


def shortened(source: str, most: int) -> str:
    """Return *source*, of more than *most* words, without what only hangs on to it, where something does."""
    if count(source) <= most:
        return source
    for endings in (ENDINGS, ADDED):
        cuts = [
            match.start()
            for match in endings.finditer(source)
            if count(source[: match.start()]) >= FEWEST
            and balanced(source[: match.start()])
            and not GOES_ON.match(source[match.start() :])
        ]
        if cuts:
            source = source[: cuts[0]]
        if count(source) <= most:
            break
    return source
