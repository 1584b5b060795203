"""Whom a description without a name means: a government, an officer, an organisation, both, the same as before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.descriptions import (
    GOVERNMENTS,
    NUMBERS,
    PEOPLE,
    Description,
    fits,
    is_unreal,
    name_head,
)
from tui_reader.extraction.actors.entity import HEADS_OF_STATE, Entity
from tui_reader.extraction.actors.names import COLLECTIVES, ORGANISATIONS, TITLES
from tui_reader.extraction.actors.offices import RECENT
from tui_reader.extraction.actors.phrases import phrase_of
from tui_reader.extraction.lexicon import sets
from tui_reader.model import ActorKind

if TYPE_CHECKING:
    from tui_reader.extraction.actors.survey import Survey

SETS = sets("actors/sets")
COMPANIES = lexicon.words("actors/companies")
OFFICIAL = lexicon.words("actors/official_bodies")
STATE_ONLY = SETS["state_only"]
RULERS = HEADS_OF_STATE | {"minister", "premier"}


def known(survey: Survey, description: Description) -> Entity | None:
    """Return the one who was spoken of before, or whom the description makes plain."""
    head = description.head
    if (head in GOVERNMENTS and not description.plural) or (head == "authority" and description.plural):
        state = government(survey, description)
        if state is not None:
            return state
    opens = description.token.left_edge.i == description.token.sent.start
    if not description.definite and (opens or not description.token.text[:1].isupper()):
        if any(child.dep_ in {"prep", "relcl", "acl"} for child in description.token.rights):
            return None  # "Firms in the survey" are firms not spoken of before
        return same_again(survey, description) if description.plural and not description.owned else None
    if description.plural or description.together:
        return together(survey, description) or same_again(survey, description)
    if description.definite and description.words & {"former"} and not description.owned:
        one = officer(survey, description) or epithet(survey)
        if one is not None:
            survey.at_once(one, description.token)
            return one
    return officer(survey, description) or organisation(survey, description) or same_again(survey, description)


def epithet(survey: Survey) -> Entity | None:
    """Return whom "the former nurse" or "the 58-year-old" means: the person most in focus."""
    people = [e for e in in_focus_all(survey, ActorKind.PERSON) if not e.plural]
    return max(people, key=survey.focus.weight, default=None)


def government(survey: Survey, description: Description) -> Entity | None:
    """Return the state whose government is meant: the owner's, the place's, else the home state."""
    owner = description.owner.canonical() if description.owner is not None else None
    if owner is not None:
        if owner.kind is ActorKind.STATE:
            return owner
        if owner.kind is ActorKind.PERSON:
            return state_of(survey, owner)
    site = description.site.canonical() if description.site is not None else None
    if site is not None and site.named:
        if site.kind is ActorKind.STATE and site.mentions and len(site.forms) > 1:
            return site
        site.kind = ActorKind.ORGANISATION
        site.acts = True
        phrase = phrase_of(description.token)
        site.best = " ".join(w for w in phrase.split() if w.lower() != "the")
        site.note(phrase)
        survey.home = survey.home or site
        return site
    if description.first_person:
        return own_state(survey, description.token)
    if description.definite and not description.owned:
        return survey.home or in_focus(survey, ActorKind.STATE)
    return None


def own_state(survey: Survey, token: Token) -> Entity | None:
    """Return the state of who says `my government` at *token*."""
    reading = token.doc._.reading
    author = reading.section_author_id(token.doc._.offset + token.idx) if reading is not None else None
    entity = survey.by_id.get(author or "")
    return (entity.of if entity is not None and entity.of is not None else None) or survey.home


def state_of(survey: Survey, person: Entity) -> Entity | None:
    """Return the state that somebody serves: the one told, else the one in focus that nobody else serves."""
    of = person.of.canonical() if person.of is not None else None
    if of is not None and of.kind is ActorKind.STATE:
        return of
    taken = {o.of.canonical() for o in officers(survey) if o.of is not None and o.canonical() is not person}
    free = [
        e
        for e in {**survey.focus.before, **survey.focus.now}
        if e.kind is ActorKind.STATE and e.into is None and e not in taken
    ]
    if not free:
        free = [
            e.canonical()
            for e in survey.naming.bearers.values()
            if e.canonical().kind is ActorKind.STATE and e.canonical() not in taken
        ]
    if not free:
        return None
    state = max(free, key=lambda e: (survey.focus.weight(e), len(e.mentions)))
    person.of = state
    return state


def in_focus_all(survey: Survey, kind: ActorKind) -> list[Entity]:
    return [e for e in {**survey.focus.before, **survey.focus.now} if e.kind is kind and e.into is None]


def in_focus(survey: Survey, kind: ActorKind) -> Entity | None:
    found = [e for e in {**survey.focus.before, **survey.focus.now} if e.kind is kind and e.into is None]
    return max(found, key=survey.focus.weight, default=None)


def officer(survey: Survey, description: Description) -> Entity | None:
    """Return who bears the office named, most in focus first."""
    if description.head not in TITLES and description.head not in PEOPLE:
        return None
    found = []
    for entity in officers(survey, description.head):
        one = entity.canonical()
        if not any(description.role.fits(role) for role in entity.roles):
            continue
        if (
            description.owner is not None
            and one.of is not None
            and one.of.canonical() is not description.owner.canonical()
        ):
            continue
        if description.owned and description.owner is None:
            continue
        found.append(one)
    if not found:
        return None
    best = max(
        found,
        key=lambda e: (
            description.owner is not None and e.of is not None,
            any(role == description.role for role in e.roles),
            survey.focus.weight(e),
            e.mentions[-1].start if e.mentions else -1,
        ),
    )
    survey.at_once(best, description.token)
    return best


def organisation(survey: Survey, description: Description) -> Entity | None:
    """Return the named organisation that a definite head noun means: "the League", "the corporation"."""
    if description.kind is not ActorKind.ORGANISATION and not description.token.text[:1].isupper():
        return None
    if description.site is not None or description.owned:
        return None
    named = [e for e in called_by_head(survey, description.head) if e.kind is not ActorKind.PERSON]
    if not named and description.head in COMPANIES and description.definite and not description.words:
        # a name that says what its bearer is, a union or a committee, is not meant by "the company"
        others = OFFICIAL | (ORGANISATIONS - COMPANIES)
        named = [e for e in in_focus_all(survey, ActorKind.ORGANISATION) if e.named and name_head(e) not in others]
    if not named:
        return None
    best = max(named, key=lambda e: (survey.focus.weight(e), e.mentions[-1].start if e.mentions else -1))
    if description.words and not description.words <= {w.lower() for w in (best.best or "").split()}:
        return None
    survey.at_once(best, description.token)
    return best


def together(survey: Survey, description: Description) -> Entity | None:
    """Return the collective that "the two Sides" or "both laboratories" means."""
    if description.head not in COLLECTIVES or description.owned:
        return None
    if not description.together and not description.token.text[:1].isupper():
        return None
    for entity in reversed(survey.by_head.get(description.head, [])[-RECENT:]):
        if entity.into is None and entity.plural:
            survey.at_once(entity, description.token)
            return entity
    entity = survey.new(description.token, description)
    entity.plural, entity.kind = True, ActorKind.GROUP
    entity.members = members(survey, description)
    if entity.members or description.together:
        entity.phrase = entity.phrase or " ".join(phrase_of(description.token).split())
    return entity


def members(survey: Survey, description: Description) -> list[Entity]:
    """Return the two whom a collective name stands for, where they can be told."""
    if description.head in STATE_ONLY:
        states = list(
            dict.fromkeys(
                e.canonical() for e in survey.naming.bearers.values() if e.canonical().kind is ActorKind.STATE
            )
        )
        states.sort(key=lambda e: -len(e.mentions) - survey.focus.weight(e) / 100)
        return states[:2] if len(states) >= 2 else []
    if description.head in TITLES:
        return list(dict.fromkeys(e.canonical() for e in survey.officers.get(description.head, ())))[:2]
    named = [e for e in called_by_head(survey, description.head) if e.kind is ActorKind.ORGANISATION]
    if description.head in COMPANIES and len(named) < 2:
        # a name that says what its bearer is, a union or a committee, is not meant by "the company"
        others = OFFICIAL | (ORGANISATIONS - COMPANIES)
        named = [e for e in in_focus_all(survey, ActorKind.ORGANISATION) if e.named and name_head(e) not in others]
        named.sort(key=survey.focus.weight, reverse=True)
    return named[:2] if len(named) > 1 else []


def officers(survey: Survey, head: str | None = None) -> Iterator[Entity]:
    """Yield those with an office called *head*, all if it is None; the highest office of a state has many names."""
    heads = survey.officers if head is None else RULERS if head in HEADS_OF_STATE else {head}
    for one in heads:
        yield from survey.officers.get(one, [])[-RECENT:]


def called_by_head(survey: Survey, head: str) -> list[Entity]:
    """Return those whose names end in the noun *head*."""
    found = survey.by_name_head.get(head, [])[-RECENT:]
    return [entity for entity in found if entity.into is None and name_head(entity) == head]


def same_again(survey: Survey, description: Description) -> Entity | None:
    """Return who or what was described before by the same noun, or a plural by the same number."""
    for entity in reversed(survey.by_head.get(description.head, [])[-RECENT:]):
        if entity.into is None and not entity.named and fits(description, entity):
            if description.definite and entity.source is not None and is_unreal(entity.source):
                continue
            survey.at_once(entity, description.token)
            return entity
    if description.definite and description.plural and description.number in NUMBERS and description.kind is not None:
        for entity in reversed(survey.entities[-RECENT:]):
            if (
                entity.plural
                and entity.into is None
                and description.number in entity.words
                and entity.kind is description.kind
            ):
                survey.at_once(entity, description.token)
                survey.by_head[description.head].append(entity)
                return entity
    return None
