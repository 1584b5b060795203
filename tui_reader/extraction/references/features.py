"""What speaks for and against a candidate, and for there being none: names of features, each with a weight.

The factors are those of Lappin & Leass (1994, table 1), of centering (Grosz, Joshi & Weinstein, "Centering: a framework
for modeling the local coherence of discourse", CL 21:2, 1995) and of Dagan & Itai (COLING 1990).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.extraction.actors.evidence import AGENCY
from tui_reader.extraction.actors.pronouns import REFLEXIVE
from tui_reader.extraction.references.binding import clause_of
from tui_reader.extraction.references.lexicon import SETS
from tui_reader.extraction.references.mentions import Chain, Mention
from tui_reader.extraction.references.place import Place

BE = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Rivals:
    """What is known of all candidates together."""

    most: float  # the greatest weight among them
    known_gender: bool  # of one of them it is known that the gender fits


def of_candidate(place: Place, chain: Chain, mention: Mention, rivals: Rivals) -> Iterator[str]:
    """Yield the features of one candidate."""
    sort = place.sort
    here = mention.head.i >= place.sentence
    distance = 0 if here else min(chain.age, 4)
    yield f"distance {distance}"
    yield f"{sort} distance {distance}"
    yield f"salience {round((chain.before + chain.now) / rivals.most * 5) / 5}"
    yield f"role {mention.role}"
    yield f"{place.role} after {mention.role}"
    yield f"{sort} {'here' if here else 'before'} {mention.role}"
    yield f"said {mention.form}"
    yield f"{sort} kind {mention.kind}"
    yield f"mentions {min(chain.count, 6)}"
    yield f"{sort} {'thing' if mention.kind == 'thing' else 'someone'} mentioned {min(chain.count, 3)}"
    if chain.spoken:
        yield "pronoun before"
        yield f"{sort} pronoun {'here' if here else 'before'}"
    if place.opens and not here and chain.age == 1 and mention.role == "subject":
        yield f"opens after subject {'main' if mention.main else 'embedded'}"
    if place.clause.pos_ == "VERB" and (place.clause.lemma_.lower(), place.role) in chain.governors:
        yield "same verb"
    if here:
        yield from ties(place, mention)
    if place.reports and mention.role == "subject" and clause_of(mention.head).lemma_.lower() in AGENCY:
        yield "speaks on"
    yield f"{'someone' if mention.is_someone else 'thing'} for {'someone' if place.wants_someone else 'any'}"
    yield f"{sort} {'someone' if mention.is_someone else 'thing'} {'willed' if place.willed else 'unwilled'}"
    yield f"{sort} {place.role} {'someone' if mention.is_someone else 'thing'}"
    if mention.passage != place.passage:
        yield f"quotes {'out' if place.passage < 0 else 'into' if mention.passage < 0 else 'across'}"
    if mention.loose and sort == "they":
        yield "loose number"
    if mention.bound:
        yield "bound"
    if sort == "he" and len(mention.genders) > 1:
        yield "gender unknown"
        if rivals.known_gender:
            yield "gender known of another"


def ties(place: Place, mention: Mention) -> Iterator[str]:
    """Yield how the grammar of their sentence ties a mention to the pronoun."""
    heads = {head.i for head in mention.heads}
    if place.clause_subject is not None and place.clause_subject.i in heads:
        yield "reflexive subject" if place.word in REFLEXIVE else f"own subject {place.sort}"
    if place.reporter is not None and place.reporter.i in heads and place.role == "subject":
        yield f"reporter {'willed' if place.willed else 'unwilled'}"
        yield f"reporter {place.sort}"
    if heads & place.subjects:
        yield "subject above"
    if heads & place.objects:
        yield "object above"
    relative = next((t for t in place.pronoun.ancestors if t.dep_ == "relcl" and t.head.i in heads), None)
    if relative is not None and not any(c.dep_ == "mark" and c.lower_ == "that" for c in relative.lefts):
        yield "in its relative clause"
    verb, other = place.clause, clause_of(mention.head)
    if verb.dep_ == "conj" and verb.head == other:
        yield f"joined to {mention.role} by {place.role}"


def of_none(place: Place, options: int) -> Iterator[str]:
    """Yield the features of a pronoun that stands for a clause, for people at large, or for nothing at all."""
    sort, head = place.sort, place.clause
    yield f"none {sort}"
    yield f"none {sort} {place.role}"
    yield f"none of {min(options, 4)}"
    if place.passage >= 0:
        yield f"none quoted {sort}"
    if place.opens:
        yield f"none opens {sort}"
    if place.role != "subject" and head.lemma_.lower() in SETS["clause_verbs"]:
        yield "none with verb of thought"
    if place.role == "subject" and head.lemma_ in BE:
        noun = any(child.dep_ == "attr" for child in head.rights)
        yield f"none {sort} is {'a noun' if noun else 'so'}"
