"""Why the likeliest candidate may still not be what a pronoun means: each reason takes from its probability.

They are places where the grammar speaks for another, which too few annotated pronouns show for a weight to be fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tui_reader.extraction.actors.pronouns import FIRST, SECOND
from tui_reader.extraction.grammar import own_subject
from tui_reader.extraction.references.binding import clause_of
from tui_reader.extraction.references.options import Option
from tui_reader.extraction.references.place import Place

GRAVE, LESS, SLIGHT = 0.6, 0.8, 0.92


def doubt(place: Place, best: Option, options: Sequence[Option]) -> float:
    """Return what is left of the probability of *best*, 1 where nothing speaks against it."""
    left = 0.7 if "gender known of another" in best.features else 1.0
    for factor in _doubts(place, best, options):
        left *= factor
    return left


def _doubts(place: Place, best: Option, options: Sequence[Option]) -> Iterator[float]:
    pronoun = place.pronoun
    rivals = [option for option in options if option is not best]
    if pronoun.dep_ == "poss":
        nearer = _object_before(pronoun)
        if nearer is not None and not best.has(nearer) and any(rival.has(nearer) for rival in rivals):
            yield GRAVE  # "accuses the bank of its failure"
        owner = place.clause_subject
        if pronoun.nbor().lower_ == "own" and (owner is None or not best.has(owner)):
            yield GRAVE
        if place.role != "subject" and owner is not None and not best.has(owner) and place.sort != "he":
            someone = best.mention is not None and best.mention.is_someone
            if not someone and any(rival.has(owner) and _is_someone(rival) for rival in rivals):
                yield GRAVE  # "has approved the pact, and the state has repealed its law"
    things = [rival for rival in rivals if not _is_someone(rival)]
    if _may_be_of_thing(place) and _is_someone(best) and any(_is_beside(thing, best) for thing in things):
        yield LESS  # "the bank could live with the pledge if it did not cover the loan"
    outer = _outer_subject(place)
    if outer is not None and not best.has(outer) and any(rival.has(outer) for rival in rivals):
        yield GRAVE  # "her colleagues feel that you deserted them"
    joined = _subject_before(place)
    if joined is not None and not best.has(joined):
        yield GRAVE if any(rival.has(joined) for rival in rivals) else SLIGHT
    if best.mention is not None and place.passage >= 0 and best.mention.passage != place.passage:
        yield SLIGHT
    if place.sort != "he" and "reporter unwilled" in best.features:
        yield SLIGHT  # "nurses say they tear"


def _may_be_of_thing(place: Place) -> bool:
    """Whether the pronoun is the subject of a clause of condition or time, and does nothing that only someone does."""
    verb = place.clause
    return place.sort == "it" and not place.willed and place.role == "subject" and verb.dep_ == "advcl"


def _is_someone(option: Option) -> bool:
    return option.mention is not None and option.mention.is_someone


def _is_beside(option: Option, best: Option) -> bool:
    """Whether a candidate is an object or in a phrase of the verb whose subject *best* is."""
    if option.mention is None or best.mention is None or option.mention.role not in {"object", "oblique"}:
        return False
    return clause_of(option.mention.head) == clause_of(best.mention.head)


def _object_before(pronoun: Token) -> Token | None:
    """Return the object of the nearest verb before *pronoun*, where the pronoun stands in a phrase behind it."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    found = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"} and child.i < pronoun.i), None)
    return found if found is not None and found.right_edge.i < pronoun.i else None


def _outer_subject(place: Place) -> Token | None:
    """Return the subject above a clause of content whose object is the pronoun and whose subject is `I` or `you`."""
    if place.role not in {"object", "oblique"} or place.clause.dep_ != "ccomp":
        return None
    own = own_subject(place.clause)
    return own_subject(place.clause.head) if own is not None and own.lower_ in FIRST | SECOND else None


def _subject_before(place: Place) -> Token | None:
    """Return the subject of the clause to which that of the pronoun, its subject, is joined."""
    verb = place.clause
    if place.role != "subject" or place.pronoun.dep_ == "poss" or verb.dep_ != "conj":
        return None
    return own_subject(verb.head)
