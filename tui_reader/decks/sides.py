"""How it is asked what side somebody takes on a thing that the question names, so that the answer is the side."""

from __future__ import annotations

import re

from tui_reader.decks.deeds import BE, DO, HAVE, base_of, behind, verbs
from tui_reader.decks.wording import MODALS, upper_first, words

VOTE = re.compile(
    r"(?:(?P<auxiliary>will|would|shall|has|have|had) )?(?P<verb>vote[ds]?) (?P<side>\S+)$", re.IGNORECASE
)
HEAD = re.compile(r"\s(?:of|to|on|for|in|at|from|by|that|with|under)\b")
STEM = 5  # letters by which a verb is known in all its forms
CAN = frozenset({"will", "would", "shall"})


def side_asked(told: str, subject: str, thing: str, pronoun: str, plural: bool) -> tuple[str, str] | None:
    """Return the question for the side that *subject* takes on *thing* by what it does, *told*, and its answer.

    *told* has the verb with its auxiliary: “Declined”, “Will vote for”; *pronoun* stands for the thing. None for what
    takes no side: “Was grateful for”, “Voted with”.
    """
    found = words(told.casefold())
    if not found or (found[-1] == "with" and "agree" not in found[-2] and "side" not in found[-2]):
        return None
    if found[0] in BE and f"be {' '.join(found[1:])}" not in behind("noun") and not set(found) & verbs("leaning"):
        return None
    if found[0] in MODALS - CAN:
        return None  # “must not repeat it”
    does = _does(found, plural)
    vote = VOTE.match(told)
    if vote and vote["side"] not in {"for", "against"}:
        return None
    if vote and vote["side"] == "against":  # of “for it” nothing but little words would be asked
        return f"how {does} {subject} {_form(does, 'vote')} on {thing}?", upper_first(f"{vote['side']} {pronoun}")
    head = words(HEAD.split(thing)[0].casefold())[-1:]
    act = next((word for word in found if word not in MODALS | HAVE | DO | {"not"} and not word.endswith("ly")), "")
    side = f"{told} {pronoun}"
    if set(head) & verbs("judged") and act[:STEM] in {verb[:STEM] for verb in verbs("judging")}:
        return f"what {does} {subject} {_form(does, 'do')} with {thing}?", side
    if set(head) & verbs("answered"):
        return f"how {does} {subject} {_form(does, 'answer')} {thing}?", side
    stands = does if does in DO else "do" if plural or subject == "they" else "does"
    return f"where {stands} {subject} stand on {thing}?", side


def _does(found: list[str], plural: bool) -> str:
    """Return the auxiliary of a question for what the words tell: that of the words, or that of their tense."""
    first = found[0]
    if first in CAN | HAVE:
        return first
    verb = next((word for word in found if not word.endswith("ly")), first)
    if verb in BE | MODALS | DO:
        return "do" if plural else "does"
    if verb.endswith("ed"):
        return "did"
    return "do" if plural or (base_of(verb) is None and not verb.endswith("s")) else "does"


def _form(does: str, base: str) -> str:
    """Return the form of a verb behind the auxiliary *does*."""
    if does not in HAVE:
        return base
    return {"do": "done", "vote": "voted"}.get(base, f"{base}ed")
