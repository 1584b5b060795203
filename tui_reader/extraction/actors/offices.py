"""Offices and descriptions that stand beside a name: "Prime Minister Ann Day", "Ann Day, the harbour master"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span as Words
from spacy.tokens import Token

from tui_reader.extraction.actors.descriptions import GENDERED, PEOPLE, describe
from tui_reader.extraction.actors.entity import Entity, Role
from tui_reader.extraction.actors.names import HONORIFICS, ORGANISATIONS, TITLES, Name, is_title, singular
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.actors.phrases import phrase_of
from tui_reader.extraction.lexicon import sets
from tui_reader.model import ActorKind

if TYPE_CHECKING:
    from tui_reader.extraction.actors.roster import Roster

SETS = sets("actors/sets")
RECENT = 60  # how many of those before are looked through, so that a long text costs no more a page than a short one
STATE_OFFICES = SETS["state_offices"]


def title_role(roster: Roster, entity: Entity, title: Words) -> None:
    """Keep the office that a title names, and the state that its adjective tells."""
    nouns = [token for token in title if is_title(token) and token.lower_ not in {"mr.", "mrs.", "ms."}]
    if nouns:
        head = nouns[-1]
        states = [roster.naming.state_of_demonym(normal(t.text)) for t in title if t.text[:1].isupper()]
        pair = title[:2].text
        states.append(roster.naming.state_of_demonym(normal(pair)) if len(title) > 2 else None)
        entity.of = entity.of or next((state for state in reversed(states) if state is not None), None)
        words = frozenset(t.lower_ for t in title if t.i < head.i)
        give_role(roster, entity, Role(normal(head.lemma_ if head.pos_ == "NOUN" else head.text), words))


def give_role(roster: Roster, entity: Entity, role: Role) -> None:
    if role not in entity.roles:
        entity.roles.append(role)
    same = roster.officers[role.head]
    if entity not in same[-RECENT:]:
        same.append(entity)


def role_before(roster: Roster, entity: Entity, name: Name, root: Token) -> None:
    """Take the office in front of a name after a comma, wherever the parser hung the apposition."""
    if name.title:
        for token in root.doc[max(root.sent.start, name.start - 16) : max(name.start - 1, 0)]:
            if is_title(token) and describes_next(token, name.start):
                described_as(roster, entity, token)
                return
    if root.dep_ != "appos":
        return
    head = root.head
    for _ in range(6):
        if head.tag_ in {"NNS", "NNPS"}:
            return
        if singular(head) in TITLES | PEOPLE | ORGANISATIONS:
            before = roster.at.get(root.doc._.offset + head.idx)
            if before is None or (before is not entity and not before.named):
                described_as(roster, entity, head)
            return
        if head.head.i == head.i or head.dep_ not in {"pobj", "prep", "appos"}:
            return
        head = head.head


def described_as(roster: Roster, entity: Entity, noun: Token) -> None:
    """Let a description beside a name be its bearer's: office, affiliation and words."""
    description = describe(noun, roster.find, roster.naming.state_of_demonym)
    at = noun.doc._.offset + noun.idx
    before = roster.at.get(at)
    if before is not None and before is not entity and not before.named:
        roster.forget(before, entity)
    roster.at[at] = entity
    entity.gender = entity.gender or GENDERED.get(description.head)
    if (
        entity.kind is None
        or (entity.kind is ActorKind.STATE and description.kind is not None)
        or (description.kind is ActorKind.ORGANISATION and entity.gender is None and not entity.roles)
    ):
        entity.kind = description.kind
    entity.of = entity.of or description.owner
    if description.owner is not None and description.head in STATE_OFFICES:
        owner = description.owner.canonical()
        owner.kind = ActorKind.STATE if owner.named and owner.kind is ActorKind.ORGANISATION else owner.kind
    give_role(roster, entity, description.role)
    entity.note(phrase_of(noun))


def names_bearer(beside: Token, by_root: dict[int, Name]) -> bool:
    """Say whether an apposition is the name of what stands before it; "the captain, a Mrs. Day" is a new person."""
    name = by_root.get(beside.i)
    if name is None or name.core == name.end:
        return False
    return not name.start or beside.doc[name.start - 1].lower_ not in {"a", "an"}


def describes_next(noun: Token, start: int | None = None) -> bool:
    """Say whether the office *noun* is that of the titled name after it: "…, the Minister of War, H.E. Ann Day, …".

    The name must begin at *start*, where that is given.
    """
    doc = noun.doc
    if not any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children):
        return False
    comma = next((i for i in range(noun.i + 1, min(noun.i + 12, len(doc) - 1)) if doc[i].text == ","), None)
    if comma is None or (start is not None and comma + 1 != start):
        return False
    return doc[comma + 1].lower_ in HONORIFICS
