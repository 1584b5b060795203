"""Cards from two positions: on what two actors differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.disputed import Dispute, disputes
from tui_reader.decks.framing import within
from tui_reader.decks.kinship import akin
from tui_reader.decks.position_cards import Asked
from tui_reader.decks.stands import Stand, stands_of
from tui_reader.decks.topic_wording import bare
from tui_reader.decks.wording import AUXILIARIES, content_words, first_word, words
from tui_reader.model import ActorKind, CardKind, Question, Span, Stance

FOR = frozenset({Stance.SUPPORTS, Stance.ACCEPTS, Stance.OFFERS, Stance.DEMANDS})
TELLING = 2  # content words of an issue
AGAINST = frozenset({Stance.OPPOSES, Stance.REFUSES})
VERBS = {
    Stance.SUPPORTS: "support",
    Stance.ACCEPTS: "accept",
    Stance.OFFERS: "offer",
    Stance.DEMANDS: "demand",
    Stance.OPPOSES: "oppose",
    Stance.REFUSES: "reject",
}


def _does(stand: Stand) -> str:
    return "do" if stand.context.plural(stand.holder) else "does"


def _turns_down(stand: Stand) -> str:
    verb = VERBS[stand.position.stance]
    return verb if stand.context.plural(stand.holder) else third_person(verb)


def contrast_cards(context: Context) -> Iterator[Candidate]:
    """Yield what one says and another does not accept, and the one issue on which two stand against each other."""
    yield from (_disputed(context, dispute) for dispute in disputes(context))
    yield from _opposed(context)


def _disputed(context: Context, dispute: Dispute) -> Candidate:
    one, other = dispute.holder, dispute.answer.holder
    does = "do" if context.plural(one) else "does"
    says = "say" if dispute.answer.stance is Stance.DENIES else "hold"
    verb = dispute.verb
    if context.plural(other):
        verb = {"denies": "deny", "doubts": "doubt"}.get(verb, "do not accept")
    asked = f"what {does} {context.name(one)} {says} that {context.name(other)} {verb}?"
    return draft(
        context,
        item=dispute.answer.id,
        kind=CardKind.POSITION,
        question=Question.CONTRAST,
        part=one,
        prompt=within(context, dispute.span.start, asked, named=False),
        answer=f"That {context.inline(dispute.content)}",
        span=dispute.content.span,
        shown=dispute.span,
        answers=[dispute.content],
        accepted=[dispute.content.text],
        actors=[one, other],
        weight=1.1,
    )


def _opposed(context: Context) -> Iterator[Candidate]:
    """Yield, for each two actors who stand against each other on one issue and on no other, that issue."""
    against: dict[str, list[Stand]] = defaultdict(list)
    stands = [
        stand
        for stand in (Asked(context, stand.position) for stand in stands_of(context))
        if stand.name and stand.is_apt and stand.is_held(()) and len(stand.issue_words) >= TELLING
    ]
    for stand in stands:
        if stand.position.stance in AGAINST:
            for word in stand.issue_words:
                against[word].append(stand)
    found: dict[frozenset[str | None], list[tuple[Stand, Stand]]] = defaultdict(list)
    for one in stands:
        if one.position.stance in FOR and _is_of_topic(one):
            others = {id(other): other for word in sorted(one.issue_words) for other in against[word]}
            for other in others.values():
                if _differ(one, other) and _is_object_of(one) and _is_object_of(other):
                    found[frozenset((one.holder, other.holder))].append((one, other))
    for pairs in found.values():
        if len({frozenset(one.issue_words) for one, _ in pairs}) == 1:
            yield _card(context, *pairs[0])


def _is_of_topic(stand: Asked) -> bool:
    """Whether what is demanded is the issue, not something that is to be done about it: “that the toll be halved”."""
    if stand.position.stance is not Stance.DEMANDS:
        return True
    issue, evidence = stand.position.issue.span, stand.position.evidence
    if issue is None or (issue.end < evidence.end and words(stand.context.text(Span(issue.end, evidence.end)))):
        return False  # “prior notification in every season”: that season may be what is in dispute
    answers = [asking.answer for _, asking in stand.ways]
    return not answers or any(_is_object(stand.topic, answer) for answer in answers)


def _is_object_of(stand: Stand) -> bool:
    """Whether a side is taken on the issue itself, not by what a clause says of it: “agreed that the risks …”."""
    issue, evidence = stand.position.issue.span, stand.position.evidence
    if issue is None or not evidence.contains(issue):
        return True
    return re.search(r"\bthat\b", stand.context.text(Span(evidence.start, issue.start))) is None


def _is_object(topic: str, answer: str) -> bool:
    """Whether *topic* is what *answer* comes to: all of it, or behind the verb of its clause."""
    before, found, after = answer.partition(topic)
    clause = first_word(answer) == "that"
    subject = clause and not content_words(before)
    return bool(found) and not subject and not AUXILIARIES & set(words(after))


def _differ(one: Stand, other: Stand) -> bool:
    """Whether two people, not one and a part of it, stand on two sides of one issue in two places."""
    return (
        one.holder != other.holder
        and not _all_names(one) & _all_names(other)
        and not bare(one.topic)
        and not _are_akin(one, other)
        and not _speaks_for(one, other)
        and not _speaks_for(other, one)
        and one.topic[:1].islower()
        and one.shares_issue(other)
        and not one.position.evidence.overlap(other.position.evidence)
    )


def _are_akin(one: Stand, other: Stand) -> bool:
    first, second = (one.context.actors.get(stand.holder or "") for stand in (one, other))
    return first is not None and second is not None and akin(one.context, first, second)


def _speaks_for(one: Stand, other: Stand) -> bool:
    """Whether the text calls one holder the other's: “Tessaly’s trade minister, Oriel Hackworth”."""
    actor = one.context.actors.get(one.holder or "")
    if actor is not None and actor.kind is ActorKind.STATE:
        return False
    whole, part = re.escape(other.name or "?"), re.escape(one.name or "?")
    text = one.context.document.text
    if re.search(rf"\b(?i:its|their) (?:[\w-]+ ){{0,3}}[\w-]+,? {part}\b", text):
        return True  # whose it is, the sentence before says
    return re.search(rf"{whole}[’']s? (?:[\w-]+ ){{1,4}}?(?:[\w-]+, )?{part}|{part}, {whole}", text) is not None


def _all_names(stand: Stand) -> set[str]:
    """Return the words of all names of the holder: “Orlava’s minister” is of Orlava."""
    return {word for name in stand.context.names(stand.holder) for word in content_words(name)}


def _card(context: Context, one: Stand, other: Stand) -> Candidate:
    first, second = one.position.evidence, other.position.evidence
    return draft(
        context,
        item=one.position.id,
        kind=CardKind.POSITION,
        question=Question.CONTRAST,
        part=other.position.id,
        prompt=within(
            context,
            first.start,
            f"what {_does(one)} {one.name} {VERBS[one.position.stance]} that {other.name} {_turns_down(other)}?",
            named=False,
        ),
        answer=one.topic,
        span=one.position.issue.span or first,
        shown=Span(min(first.start, second.start), max(first.end, second.end)),
        answers=[one.issue],
        accepted=[other.issue.text],
        actors=[one.holder, other.holder],
        weight=0.85,
    )
