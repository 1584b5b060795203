"""Cards from conditions: what follows, what must hold, who must act, who says so, and how the two are tied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft, framed, says
from tui_reader.decks.context import Context, Phrase
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import is_clause, lower_first, starts_with_verb, words
from tui_reader.model import CardKind, Condition, ConditionKind, Question, Span

SUBORDINATORS = wordset("subordinators")
INVERTED = wordset("inverted")
KIND_OF_TAIL = {
    ConditionKind.SUFFICIENT: "on what condition?",
    ConditionKind.NECESSARY: "on what condition?",
    ConditionKind.EXCEPTIVE: "unless what happens?",
    ConditionKind.CONCESSIVE: "regardless of what?",
}
TAILS = (
    (r"only if|only when|only", "only on what condition?"),
    (r"not until|until|till|pending", "until what has happened?"),
    (r"unless|except", "unless what happens?"),
    (r"once|as soon as|when", "once what has happened?"),
    (r"in the event of|in case of", "in the event of what?"),
    (r"in exchange for", "in exchange for what?"),
    (r"in return for", "in return for what?"),
    (r"on the basis of", "on the basis of what?"),
    (r"without|failing|absent", "without what?"),
    (r"even if|even were|even when", "even if what?"),
    (r"whether or not|whatever", "regardless of what?"),
)
TIES = {
    ConditionKind.SUFFICIENT: ("if",),
    ConditionKind.NECESSARY: ("only if", "provided that", "on condition that", "as long as"),
    ConditionKind.EXCEPTIVE: ("unless",),
    ConditionKind.CONCESSIVE: ("even if", "whether or not"),
}


def condition_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each condition gives."""
    for condition in context.extraction.conditions:
        yield from _of(context, condition)


def _of(context: Context, condition: Condition) -> Iterator[Candidate]:
    trigger = context.text(condition.trigger).casefold()
    tie = trigger.split()[0] if trigger else ""
    subordinate = tie in SUBORDINATORS or tie in INVERTED
    lead, holder = says(context, condition.holder, condition.antecedent)
    named = (holder,) if holder else ()
    teller = context.name(holder) or "the writer"
    antecedent = context.phrase(condition.antecedent, named)
    consequent = context.phrase(condition.consequent, named)
    actors = (holder, condition.obligor)
    whole = Span(
        min(condition.trigger.start, condition.antecedent.start, condition.consequent.start),
        max(condition.trigger.end, condition.antecedent.end, condition.consequent.end),
    )
    weight = 1.0 if condition.kind is not ConditionKind.CONCESSIVE else 0.7

    def card(
        question: Question, prompt: str, answer: str, span: Span, phrase: Phrase | None, **more: object
    ) -> Candidate:
        return draft(
            context,
            item=condition.id,
            kind=CardKind.CONDITION,
            question=question,
            prompt=framed(context, condition.antecedent, holder, prompt),
            answer=answer,
            span=span,
            shown=whole,
            phrases=[phrase] if phrase else [],
            actors=actors,
            **more,  # type: ignore[arg-type]
        )

    if not subordinate:
        return
    clause = _clause(antecedent, trigger)
    verb = _follow(consequent.text, trigger)
    yield card(
        Question.CONSEQUENCE,
        f"what, according to {teller}, {verb} {clause}?",
        consequent.text,
        condition.consequent,
        antecedent,
        accepted=[consequent.verbatim],
        weight=1.0 * weight,
    )
    if is_clause(consequent.text) or not starts_with_verb(consequent.text):
        yield card(
            Question.ANTECEDENT,
            f"{lead} that {lower_first(consequent.text)}: {_tail(trigger, condition.kind)}",
            antecedent.text,
            condition.antecedent,
            consequent,
            accepted=[antecedent.verbatim],
            weight=1.1 * weight,
        )
    obligor = context.name(condition.obligor)
    if obligor:
        yield card(
            Question.OBLIGOR,
            f"who must act, according to {teller}, before {lower_first(consequent.text)}?",
            obligor,
            condition.antecedent,
            consequent,
            accepted=_names(context, condition.obligor),
            weight=0.6 * weight,
        )


def _names(context: Context, actor: str | None) -> tuple[str, ...]:
    found = context.actors.get(actor or "")
    return (found.name, *found.names) if found else ()


def _clause(antecedent: Phrase, trigger: str) -> str:
    return f"{trigger} {lower_first(antecedent.text)}"


def _follow(consequent: str, trigger: str) -> str:
    found = {word.casefold() for word in words(consequent)}
    if trigger == "had":
        return "would have followed"
    if trigger == "were" or found & {"would", "could", "might"}:
        return "would follow"
    if found & {"will", "shall"} or re.search(r"[’']ll\b", consequent):
        return "will follow"
    return "follows"


def _tail(trigger: str, kind: ConditionKind) -> str:
    for pattern, tail in TAILS:
        if re.fullmatch(pattern, trigger):
            return tail
    return KIND_OF_TAIL[kind]
