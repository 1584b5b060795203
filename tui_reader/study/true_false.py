"""True or false: the right answer, or one that was turned or belongs elsewhere, put forward for judging."""

from __future__ import annotations

import random

from tui_reader.decks.choices import cut
from tui_reader.decks.turned import turn
from tui_reader.decks.wording import quote
from tui_reader.model import Card, Choice, Option

TRUE, FALSE = "true", "false"


def propose(card: Card, choice: Choice | None, seed: int) -> Choice | None:
    """Return *card* as a statement to be judged, true half of the time by *seed*; None where no false one can be made.

    None as well where the answer was cut off.

    A false statement is the answer with its direction, modal or number turned, else a wrong answer of *choice*.
    """
    if cut(card.answer):
        return None
    draw = random.Random(f"{seed}/{card.id}/true")
    wrong = [option for option in choice.options if not option.right] if choice else []
    turned = turn(card.answer, card.prompt)
    if turned is not None:
        false = Option(turned, False)
    elif wrong:
        false = draw.choice(wrong)
    else:
        return None
    true = draw.random() < 0.5
    said = card.answer if true else false.text
    note = (
        "That is what the text says."
        if true
        else " ".join(filter(None, (f"It is: {card.answer.rstrip('.')}.", false.note)))
    )
    options = (
        Option(TRUE, true, card.span if true else false.span, note),
        Option(FALSE, not true, card.span if not true else None, note),
    )
    return Choice(card, f"{card.prompt}\n{quote(said)}\nTrue or false?", options)
