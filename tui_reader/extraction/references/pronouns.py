"""Third-person pronouns: candidates that agree and are not barred, ranked, and left open where two are near.

The ranking is log-linear over all candidates at once, with "none of them" as one more (Denis & Baldridge, "Specialized
models and ranking for coreference resolution", EMNLP 2008); its weights are fitted on annotated texts by
`bench/weights.py`. That the best must stand well ahead is CogNIAC's rule (Baldwin 1997).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tui_reader.extraction.actors.pronouns import FEMININE, MASCULINE, NEUTER, reports
from tui_reader.extraction.references.binding import is_barred
from tui_reader.extraction.references.doubts import doubt
from tui_reader.extraction.references.features import Rivals, of_candidate, of_none, ties
from tui_reader.extraction.references.focus import Focus
from tui_reader.extraction.references.mentions import Chain, Mention, mentions_at
from tui_reader.extraction.references.options import Option
from tui_reader.extraction.references.place import Place, place_of

NEAR = 3  # sentences within which somebody of known gender comes before a passer-by


@dataclass(frozen=True, slots=True)
class Choice:
    """The best antecedent and its probability; one whose chain has no noun phrase is not known."""

    chain: Chain
    mention: Mention
    confidence: float


def options(pronoun: Token, focus: Focus, passage: int) -> list[Option]:
    """Return what *pronoun* may mean, "none of them" last."""
    return options_at(place_of(pronoun, passage), focus)


def options_at(place: Place, focus: Focus) -> list[Option]:
    pronoun = place.pronoun
    agreeing = [(chain, mention) for chain in focus.before(pronoun) if (mention := _agreeing(place, chain)) is not None]
    ahead = _ahead(place, focus)
    if ahead is not None and all(chain is not ahead[0] for chain, _ in agreeing):
        agreeing.append(ahead)
    known = any(len(mention.genders) == 1 and chain.age <= NEAR for chain, mention in agreeing)
    if known:
        agreeing = [one for one in agreeing if not _is_passer_by(place, *one)]
    most = max((chain.before + chain.now for chain, _ in agreeing), default=1.0)
    rivals = Rivals(most, known)
    found = [Option(tuple(of_candidate(place, chain, mention, rivals)), chain, mention) for chain, mention in agreeing]
    if ahead is not None:
        found = [
            replace(one, features=(*one.features, f"ahead {'in phrase' if place.in_phrase else 'in clause'}"))
            if one.chain is ahead[0]
            else one
            for one in found
        ]
    return [*found, Option(tuple(of_none(place, len(found))))]


def choose(pronoun: Token, focus: Focus, passage: int = -1) -> Choice | None:
    """Return what *pronoun* most likely means, None where that is nothing that was named."""
    place = place_of(pronoun, passage)
    found = options_at(place, focus)
    scores = [option.score for option in found]
    best = max(range(len(found)), key=scores.__getitem__)
    chain, mention = found[best].chain, found[best].mention
    if chain is None or mention is None:
        return None
    # what stands in one place with the best, a coordination and its member, is told from it by number
    total = sum(math.exp(score - scores[best]) for score in scores)
    return Choice(chain, mention, doubt(place, found[best], found) / total)


def _is_passer_by(place: Place, chain: Chain, mention: Mention) -> bool:
    """Whether a person of unknown gender was mentioned once, without a name, and is not tied to `he` by grammar."""
    if place.sort != "he" or len(mention.genders) == 1 or chain.spoken or chain.count > 1 or mention.form == "name":
        return False
    if mention.head.i >= place.sentence:
        return not any(ties(place, mention))
    return not (place.reports and reports(mention.head))  # "…,” said an official. She added


def _ahead(place: Place, focus: Focus) -> tuple[Chain, Mention] | None:
    """Return the subject of the main clause that *pronoun*, in what stands before it, may mean: "At its meeting, …"."""
    if place.ahead is None:
        return None
    mention = next(iter(mentions_at(place.ahead, focus.actors)), None)
    if mention is None or not agrees(place.word, mention):
        return None
    known = focus.by_entity.get(mention.entity) if mention.entity is not None else None
    return known or Chain([mention], now=mention.weight), mention


def _agreeing(place: Place, chain: Chain) -> Mention | None:
    """Return the latest mention of *chain* if the pronoun agrees with it and nothing bars it."""
    pronoun = place.pronoun
    if any(is_barred(pronoun, head) for head in chain.heads_from(place.sentence)):
        return None
    for mention in reversed(chain.mentions):
        if mention.head.i >= pronoun.i:
            continue
        if mention.bound and mention.head.i < place.sentence:
            return None
        if agrees(place.word, mention):
            return mention
        if mention.beside is None:
            return None  # what stands beside it may fit: "Ann Day, a picker"
    return None


def agrees(word: str, mention: Mention) -> bool:
    """Say whether number, gender and animacy fit."""
    if word in MASCULINE:
        return "s" in mention.numbers and "m" in mention.genders
    if word in FEMININE:
        return "s" in mention.numbers and "f" in mention.genders
    if word in NEUTER:
        return "s" in mention.numbers and "n" in mention.genders
    return "p" in mention.numbers
