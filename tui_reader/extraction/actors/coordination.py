"""Several spoken of as one: "Holm and Varga", and who is meant by "both", "the two", "the former"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from tui_reader.extraction.actors.descriptions import HUMAN_ENDINGS
from tui_reader.extraction.actors.entity import Entity, entity_id
from tui_reader.extraction.actors.phrases import mention_of
from tui_reader.extraction.grammar import conjuncts, noun_phrase
from tui_reader.model import ActorKind

if TYPE_CHECKING:
    from tui_reader.extraction.actors.survey import Survey

JOINING = frozenset({"and", "nor", "&"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
NEAR = 60.0  # the weight of what the sentence before mentions
COUNTS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "neither": 2, "three": 3, "trio": 3, "four": 4}


def coordinated(head: Token) -> tuple[Token, ...]:
    """Return the heads of "A, B and C", of which *head* is the first; nothing where it is not one of several."""
    if head.dep_ == "conj" or not any(child.dep_ == "conj" for child in head.rights):
        return ()
    heads = tuple(token for token in conjuncts(head) if token.pos_ in NOMINAL)
    joined = any(child.dep_ == "cc" and child.lower_ in JOINING for token in heads for child in token.children)
    if len(heads) < 2 or heads[0] != head or not joined:
        return ()
    if any(token.dep_ == "nsubj" and token != head for token in heads):
        return ()
    return () if _is_one(heads) else heads


def _is_one(heads: tuple[Token, ...]) -> bool:
    """Whether one person bears two offices: "the minister and party leader"."""
    first, second = heads[0], heads[1]
    return (
        len(heads) == 2
        and first.tag_ == second.tag_ == "NN"
        and any(child.dep_ in {"det", "poss"} for child in first.lefts)
        and not any(child.dep_ in {"det", "poss"} for child in second.lefts)
    )


def group_of(survey: Survey, heads: tuple[Token, ...]) -> Entity | None:
    """Return the group of those whom *heads* mean, the same each time that the same are joined."""
    members = [found.canonical() for head in heads if (found := survey.find(head)) is not None]
    members = list(dict.fromkeys(members))
    if len(members) < 2 or len(members) != len(heads):
        return None
    group = joined(survey, members, _phrase(heads))
    group.note(_phrase(heads), mention_of(heads[0]))
    if all(member.named and member.kind is ActorKind.PERSON for member in members):
        last = [(member.best or "").split()[-1] for member in members]
        group.note(f"{', '.join(last[:-1])} and {last[-1]}")
    return group


def joined(survey: Survey, members: list[Entity], words: str = "") -> Entity:
    """Return the group of *members*, whom the text calls *words*."""
    key = tuple(sorted(member.id for member in members))
    group = survey.groups.get(key)
    if group is None:
        phrase = _joined(members) or words
        group = Entity(
            entity_id(phrase), ActorKind.GROUP, plural=True, phrase=phrase, head="and", members=members, source=None
        )
        survey.groups[key] = group
        survey.keep(group)
    return group


def _joined(members: list[Entity]) -> str | None:
    """Return the names of people joined: "Ann Day and Ben Ott", without their titles and what stands beside them."""
    if not all(member.named and member.kind is ActorKind.PERSON and member.best for member in members):
        return None
    names = [member.best or "" for member in members]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _phrase(heads: tuple[Token, ...]) -> str:
    """Return the words from the first to the last of *heads*, without the first article."""
    first = noun_phrase(heads[0], prepositions=False).start
    last = noun_phrase(heads[-1]).end
    words = heads[0].doc[first:last].text.split()
    while len(words) > 1 and words[0].lower() in {"a", "an", "the", "both", "neither", "either"}:
        words = words[1:]
    return " ".join("and" if word == "nor" else word for word in words)


def meet_group(survey: Survey, token: Token) -> None:
    """Give weight to a group of people once *token*, the last of them, is met: "they" may be all of them."""
    if token.dep_ != "conj" or any(child.dep_ == "conj" for child in token.rights):
        return
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    heads = coordinated(first)
    if not heads or heads[-1] != token:
        return
    found = [survey.find(head) for head in heads]
    if any(one is None or not _may_speak(one.canonical()) for one in found):
        return
    group = group_of(survey, heads)
    if group is not None:
        survey.focus.mention(group, first)
        survey.focus.now[group] += 1.0  # all of them rather than the first alone


def _may_speak(entity: Entity) -> bool:
    return entity.is_someone() or (entity.plural and entity.head.endswith(HUMAN_ENDINGS))


def counted(survey: Survey, token: Token) -> Entity | None:
    """Return the group that "both" or "the two" means, None where none of so many has been named."""
    number = COUNTS.get(token.lower_)
    if number is None or any(child.dep_ in {"relcl", "acl"} for child in token.rights):
        return None
    if any(child.dep_ == "prep" and not _of_them(child) for child in token.rights):
        return None
    focus = survey.focus
    if number == 2 and token.n_rights == 0 and (two := _last_two(survey)) is not None:
        return two
    groups = [e for e in {**focus.before, **focus.now} if e.into is None and e.plural and len(e.members) == number]
    return max(groups, key=focus.weight, default=None)


def _last_two(survey: Survey) -> Entity | None:
    """Return the group of the two people whom the sentence before names, where it names no group of two."""
    focus = survey.focus
    if any(e.into is None and e.plural and len(e.members) == 2 for e in {**focus.before, **focus.now}):
        return None
    two = focus.last_two()
    if len(two) < 2 or any(e.kind is not ActorKind.PERSON or e.plural or focus.weight(e) < NEAR for e in two):
        return None
    return joined(survey, two)


def _of_them(prep: Token) -> bool:
    return prep.lower_ == "of" and any(child.lower_ in {"them", "these", "those"} for child in prep.rights)


def of_two(survey: Survey, token: Token) -> Entity | None:
    """Return whom "the former" or "the latter" means: the first or second of the last two who were mentioned."""
    if token.lower_ not in {"former", "latter"} or token.dep_ in {"amod", "compound"}:
        return None
    if not any(child.lower_ == "the" for child in token.lefts):
        return None
    met = survey.focus.last_two()
    return None if len(met) < 2 else met[0] if token.lower_ == "former" else met[1]
