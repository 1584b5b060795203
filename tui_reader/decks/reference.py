"""What a word of the text points to: whether a pronoun or demonstrative can be read without what stood before it.

All tests are on the words around it, `before` and `after`, within the stretch that is to stand in a prompt.
"""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import alternatives, table, wordset
from tui_reader.decks.wording import content_words, is_clause, is_plural, words
from tui_reader.model import ActorKind

FIRST = wordset("first_person")
SECOND = wordset("second_person")
THIRD = wordset("third_person")
POSSESSIVE = wordset("possessives")
PRONOUNS = FIRST | SECOND | THIRD
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
OWN = {
    ActorKind.PERSON: frozenset({"he", "she", "his", "her"}),
    ActorKind.STATE: frozenset({"it", "its"}),
    ActorKind.ORGANISATION: frozenset({"it", "its", "they", "their"}),
    ActorKind.GROUP: frozenset({"they", "their"}),
}
OBJECT_FOLLOWERS = wordset("object_followers")
PREPOSITION = r"\b(?:for|of|on|in|at|to|by|with|from|under|after|before|about|against|over)\s+$"
CLAUSE = r"\b(?:who|which|that|when|if|until|once|because|after|before|unless|where|while)\b|, (?:and|but) "
EXISTS = (
    r"(?:[’']s|\s+(?:is|are|was|were|has|have|had|be|seems?|appears?|remains?)\b"
    r"|\s+(?:will|would|can|could|may|might|must|shall|should)\s+(?:not\s+|never\s+|[^\W\d_]+ly\s+)?"
    r"(?:be|have|exist|remain|come|follow)\b)"
)
DATED = "|".join(table("turns")["numbers"]["months"].split() + table("turns")["numbers"]["days"].split())
CAPITAL = rf"(?:(?!{DATED})[A-Z][\w’-]+)"
PLACE = rf"\b(?P<preposition>on|in|at|to) (?P<name>(?:the )?{CAPITAL}(?: (?:of |the )?{CAPITAL})*)"
EXPLETIVE = (
    r"(?:[’']s| is| was| would be| will be| has been| seems| appears| must be)\s+(?:not\s+|[^\W\d_]+ly\s+)?"
    rf"(?:(?:an?|the|my|our)\s+)?(?:{'|'.join(sorted(wordset('expletives')))})\s+"
    r"(?:for\s+.{1,30}\s+)?(?:to|that|if|whether)\b"
)
ALONE = rf"\s+(?:not|to|{alternatives('auxiliaries')}|{alternatives('modals')}|[a-z]+ed)\b|\s*(?:$|[.,;:”])"  # no noun
TIME = r"\s+(?:time|year|month|week|century|morning|evening|spring|summer|autumn)\b"


def has_referent(pronoun: str, before: str, after: str) -> bool:
    """Whether the words around *pronoun* say whom or what it means.

    A possessive or object after a noun phrase ("a river that gives its water"), or an `it` that stands for nothing
    ("it is necessary to …").
    """
    if pronoun == "it" and re.match(EXPLETIVE, after, re.IGNORECASE):
        return True
    if pronoun in FIRST | SECOND | {"he", "she", "him"}:
        return False
    if pronoun in {"his", "her", "hers", "himself", "herself"} and not re.search(r"\b[A-Z][^\W\d_]+", before):
        return False  # nobody was named
    if pronoun in PLURAL and not any(is_plural(word) for word in words(before)) and " and " not in before:
        return False
    if pronoun in {"its", "their", "theirs", "itself", "themselves"}:
        return sum(1 for word in words(before) if content_words(word)) >= 2
    # an object or subject means nothing that its own clause names: look before the clause it stands in
    clauses = [match.start() for match in re.finditer(CLAUSE, before, re.IGNORECASE)]
    return bool(clauses) and bool(content_words(before[: clauses[-1]]))


def is_loose(word: str, before: str, after: str) -> bool:
    """Whether *word*, no pronoun, points back to something that is not there ("that vote", "do so", "the latter")."""
    match word:
        case "this" if re.match(TIME, after):
            return False
        case "this" | "these" | "those":
            return not re.match(r"\s+(?:who|which|that|of)\b", after)
        case "that":
            return _is_loose_that(before, after)
        case "one":
            alone = re.match(
                r"\s*(?:$|[.,;:”?!])|\s+(?:by|only|if|unless|until|from|that|which|when|up|out|down|off)\b", after
            )
            return alone is not None and re.search(r"\bno\s+$", before, re.IGNORECASE) is None
        case "so":
            return re.search(r"\b(?:do|does|did|done|doing|(?:tell|told) \w+|say|said)\s*$", before, re.I) is not None
        case "both" | "neither" | "each":
            counted = re.match(r"\s+([a-z]+)s\b", after)
            if word == "both" and counted and counted[1] in wordset("abstract_nouns"):
                return True  # “both undertakings”
            return re.match(ALONE, after) is not None and re.search(r"\band\b", before) is None
        case "then":
            return re.match(r"\s*(?:$|[,.;:”])", after) is not None and before.strip() != ""
        case "former" | "latter":
            return re.search(r"\bthe\s*$", before, re.IGNORECASE) is not None
        case "such":
            if re.search(r"\b(?:any|no|some|every)\s+$", before, re.IGNORECASE):
                return True  # “any such threat”
            return not before.strip() and not re.match(r"\s+a\b", after)
        case _:
            return False


def _is_loose_that(before: str, after: str) -> bool:
    """Whether a `that` is a demonstrative rather than the start of a clause."""
    if re.match(r"\s*[,.;:?]", after):
        return True  # “failing that, …”
    if not before.strip(" “\"'‘") or re.search(PREPOSITION, before, re.IGNORECASE):
        return True
    if re.match(r"\s+[^\W_]+(?:\s*$|[,.;:”]|\s+(?:once|if|when|until|unless)\b)", after):
        return True
    ends = re.match(r"\s+[^\W_]+\s+(?:with|of|for|in|on|at|to|by|from|and|or|before|after)\b", after)
    return ends is not None and not is_clause(after)


def was_introduced(before: str, after: str) -> bool:
    """Whether the noun after a demonstrative was brought in by the text *before*, so that `the` does for it.

    So it does for the text itself: “this report”.
    """
    noun = re.match(r"\s+([^\W\d_]{4,})", after)
    if noun is None:
        return False
    if noun.group(1).casefold() in wordset("text_nouns"):
        return True
    brought = rf"\b(?:an?|the|two|three|four)\s+(?:[^\W\d_]+\s+)?{noun.group(1)}\b"
    return re.search(brought, before, re.IGNORECASE) is not None


def adjunct_end(after: str) -> int:
    """Return how far a noun goes that makes "on this …" an adjunct which can be left out: "basis", "way"; 0 if none."""
    noun = re.match(r"\s+([^\W\d_]+)(?!\s+(?:of|that|which|to)\b)(?=\W|$)", after)
    return noun.end() if noun is not None and noun.group(1).casefold() in wordset("adjunct_nouns") else 0


def preposition(before: str) -> int:
    """Return the length of the preposition, with its blanks, at the end of *before*; 0 if there is none."""
    found = re.search(r"\s+(?:on|in|for|under|by|from|at|to|with)\s+$", before, re.IGNORECASE)
    return len(found.group()) if found is not None else 0


def is_made_to(before: str) -> bool:
    """Whether the word behind *before* is whom somebody makes or lets do something."""
    return (words(before) or [""])[-1].casefold() in wordset("causatives")


def owns(after: str) -> bool:
    """Whether `her` before *after* owns the next word rather than being an object."""
    following = re.match(r"\s+([^\W_]+)", after)
    return following is not None and following.group(1).casefold() not in OBJECT_FOLLOWERS


def is_existential(after: str) -> bool:
    """Whether `there` before *after* says that something exists rather than where."""
    return re.match(EXISTS, after, re.IGNORECASE) is not None


def last_place(before: str) -> str | None:
    """Return the place that a `there` after *before* points back to: "on the Lower Maren"."""
    found = list(re.finditer(PLACE, before))
    if not found:
        return None
    preposition, name = found[-1].group("preposition"), found[-1].group("name")
    return f"{'in' if preposition == 'to' else preposition} {name}"
