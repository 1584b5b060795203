"""What somebody did as a noun takes it up: "the fall in wheat" behind "wheat fell by a third"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.grammar import noun_phrase, own_subject
from tui_reader.extraction.lexicon import rows

NEAR = 3  # sentences within which a noun takes up a verb
LONGEST = 5  # words of who did it or to whom
NOUNS = [(noun, frozenset(verbs.split()), of, words) for noun, verbs, of, words in rows("references/deeds")]


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed as a noun phrase, `text`; `words` are those of who did it, or of what it was done to."""

    text: str
    words: Words
    sentence: int


def deeds_of(verb: Token, sentence: int) -> Iterator[tuple[str, Deed]]:
    """Yield the nouns that may take up *verb*, which no negative turns round, with what they then say."""
    lemma = verb.lemma_.lower()
    if any(child.dep_ == "neg" for child in verb.children):
        return
    for noun, verbs, of, text in NOUNS:
        if lemma not in verbs:
            continue
        found = own_subject(verb) if of == "subject" else _object(verb)
        if found is None or found.pos_ not in {"NOUN", "PROPN"}:
            continue
        words = noun_phrase(found, prepositions=False)
        if len(words) <= LONGEST and not any(token.pos_ == "PRON" for token in words):
            yield noun, Deed(text.replace("_", _known(words)), words, sentence)


def near_deeds(deeds: list[Deed], sentence: int) -> list[Deed]:
    """Return those that a noun can still take up."""
    return [one for one in deeds if sentence - one.sentence <= NEAR]


def last_deed(deeds: list[Deed], sentence: int) -> Deed | None:
    """Return the last deed within reach, None where another that differs is as near."""
    near = near_deeds(deeds, sentence)
    return near[-1] if near and len({one.text for one in near}) == 1 else None


def _object(verb: Token) -> Token | None:
    """Return what the verb is done to, the subject of one in the passive."""
    passive = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    return passive or next((child for child in verb.rights if child.dep_ == "dobj"), None)


def _known(words: Words) -> str:
    """Return a noun phrase for the middle of a sentence, as of what was named before."""
    first = words[0].lower_
    if first in {"a", "an"}:
        return f"the {words[1:].text}"
    opens = words[0].i == words[0].sent.start and words[0].pos_ != "PROPN"
    return words.text[:1].lower() + words.text[1:] if opens else words.text
