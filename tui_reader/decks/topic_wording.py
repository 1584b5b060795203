"""The wording of what a position is about."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import AUXILIARIES, LOWERED, content_words, count, is_plural, words

PARTICIPLE = rf"[^\W\d_]{{3,}}(?<!need)(?<!inde)ed|{alternatives('short_participles')}"
AFTER = re.compile(rf"\s+(?:{alternatives('topic_prepositions')}|{PARTICIPLE})\b", re.IGNORECASE)
TAIL = re.compile(rf"\s+(?:(?:of|for)(?!\s[^\W\d_]+ing\b)|{PARTICIPLE})\s", re.IGNORECASE)
ROOM = 9  # words by which a topic may grow


def reach(evidence: str, start: int, end: int) -> int:
    """Return how far the noun phrase that stands at `start` to `end` of *evidence* goes on: “a duty to notify”.

    Only where its end is certain: before an auxiliary, where the phrase is the subject, or at the end of the words.
    """
    rest = evidence[end:]
    stop = re.search(r"[,;:.!?“”()–—]|\s(?:and|or|but|that|which|who|if|unless|until|because)\s", rest)
    most = stop.start() if stop else len(rest)
    subject = not words(evidence[:start]) or words(evidence[:start])[-1].casefold() in {
        "the",
        "a",
        "an",
        "that",
        "no",
        "any",
    }
    if AFTER.match(rest) and subject and len(words(evidence[:start])) <= 2:
        verb = next(
            (match for match in re.finditer(r"\s([^\W\d_]+)", rest[:most]) if match[1].casefold() in AUXILIARIES), None
        )
        if verb and 0 < count(rest[: verb.start()]) <= ROOM:
            return end + verb.start()
        return end
    if TAIL.match(rest) and not rest[most:].strip(" .”") and 0 < count(rest[:most]) <= ROOM:
        return end + len(rest[:most].rstrip())
    return end


def named_topic(topic: str) -> str:
    """Return the topic “any toll” of “no toll may …” as a thing that can be asked about: “a toll”."""
    topic = re.sub(r"^only\s+(?=\S)", "", topic)
    match = re.match(r"any\s+(?=\S)", topic)
    if match is None or topic.startswith("any such "):
        return topic
    rest = topic[match.end() :]
    head = re.split(r"\s(?:of|on|in|at|for|to|with|toward|between)\b", rest)[0]
    if is_plural(head) or (words(head) or [""])[-1].casefold() in wordset("mass_nouns"):
        return rest
    vowel = rest[:1].lower() in "aeiou" or rest.casefold().startswith(("honest", "honour", "honor", "hour", "heir"))
    return f"{'an' if vowel else 'a'} {rest}"


def bare(topic: str) -> bool:
    """Whether a topic is one word that alone is about nothing: “home”, “kind”."""
    found = words(topic)
    if any(word.casefold().endswith(("self", "selves")) for word in found):
        return True
    core = [word.casefold() for word in found if word.casefold() not in wordset("determiners") | {"second", "next"}]
    if len(core) < 2 and set(core) <= wordset("times"):
        return True
    if len(core) > 1 and content_words(topic) <= wordset("times") | wordset("no_topics"):
        return True
    if topic.casefold().startswith("to "):
        return True
    if "such" in (word.casefold() for word in found[:2]):
        return True
    if {"than", "be"} & {word.casefold() for word in found[1:]} and found[0].casefold() not in {"the", "a", "an"}:
        return True
    return len(found) == 1 and (found[0].casefold() in wordset("no_topics") or found[0].casefold() in LOWERED)
