"""The share of cards that pass each line of the checklist for cards worth answering, text by text.

Each line is measured anew on the finished cards, not by the checks that let them through. `python -m bench.cards
FILE…` measures other texts. What is of weight is said in `tui_reader.decks.worth`; for what no card asks the checks
are told that its cards failed. A person must still read a sample: none of these lines sees nonsense.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from tui_reader.decks import make_cards, make_choice
from tui_reader.decks.cards import unasked
from tui_reader.decks.choices import refusal
from tui_reader.decks.wording import balanced, content_words, count, stems, words
from tui_reader.extraction import extract
from tui_reader.model import Card, Document, Extraction, Question
from tui_reader.sources import open_source

SEEDS = Path(__file__).parent.parent / "seeds"
LEAST = 0.95
TOLD = {"of_weight", "items_asked", "short_answer", "choice_offered"}  # as the text allows: told, not judged
SHORT = 12  # words of an answer
PROMPT = (4, 35)
DANGLING = re.compile(
    r"\b(?:this(?! (?:morning|week|month|year|century))|these|those|the (?:former|latter)|do(?:es|ne)? so|"
    r"I|me|my|we|us|our|he|she|it|they|him|them)\b"
)
WORDS = frozenset({Question.CLOZE, Question.ALTERED, Question.FORCE, Question.UNMENTIONED})
LEADS = frozenset(["it", "they", "he", "she", "i", "we", "you", "that", "to"])
NOBODY = frozenset(["no", "nobody", "nothing", "none", "everybody", "everyone"])
WHOSE = frozenset({Question.SPEAKER, Question.HOLDER, Question.STATER, Question.OBLIGOR, Question.VOICE})

Line = Callable[[Card, Document, Extraction, tuple[Card, ...]], bool]


def outside_quotes(text: str) -> str:
    """Return *text* without what stands in quotation marks: there `I` and `it` are the speaker's own."""
    return re.sub(r"“[^”]*”", "“”", text)


def stands_alone(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """Every pronoun comes after a name, a noun or the `who` it stands for."""
    prompt = outside_quotes(card.prompt)
    found = DANGLING.search(prompt)
    if found is None:
        return True
    if found.group() in {"I", "me", "my", "we", "us", "our", "this", "these", "those"}:
        return False
    before = prompt[: found.start()]
    return bool(re.search(r"\bwho(?:se)?\b", before)) or len(content_words(before)) >= 2


def names_its_source(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The prompt says whose words or which text it asks about."""
    names = {name for actor in extraction.actors for name in (actor.name, *actor.names) if len(name) > 2}
    return "“" in card.prompt or any(name in card.prompt for name in names)


def one_answer(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """No other card has the same prompt, and nobody else says what a who-card asks."""
    if any(other.prompt == card.prompt and other.id != card.id for other in cards):
        return False
    if card.question not in {Question.SPEAKER, Question.HOLDER}:
        return True
    own = next((claim.holder for claim in extraction.claims if claim.id == card.item), None)
    return not any(claim.holder not in {own, *card.actors} and claim.span == card.span for claim in extraction.claims)


def attributed(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """What somebody says is asked as theirs."""
    return (
        bool(re.match(r"(?:In|According to|Where|How|Which|Complete)\b", card.prompt))
        or re.search(r"\bsays?\b", card.prompt) is not None
        or ("quoted" in card.prompt)
    )


def direction_kept(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """A question about a condition shows the end that it does not ask for."""
    condition = next((one for one in extraction.conditions if one.id == card.item), None)
    if condition is None or card.question not in {Question.ANTECEDENT, Question.CONSEQUENCE} or card.part:
        return True
    spans = (condition.consequent, condition.antecedent)
    shown, asked = spans if card.question is Question.ANTECEDENT else spans[::-1]
    prompt = stems(card.prompt)
    first, second = (stems(span.of(document.text)) for span in (shown, asked))
    share = len(first & prompt) / len(first) if first else 1.0
    return share >= 0.4 and share > (len((second - first) & prompt) / len(second) if second else 0.0)


def grounded(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The answer's words stand in the passage shown with it, but for what its pronouns mean in their place."""
    if card.question is Question.VOICE:
        return True
    names = {stem for actor in extraction.actors for name in (actor.name, *actor.names) for stem in stems(name)}
    passage = stems(card.sentence.of(document.text))
    for reference in (*extraction.references, *extraction.definites):
        if reference.antecedent and card.sentence.contains(reference.span):
            passage |= stems(f"{reference.antecedent.of(document.text)} {reference.words}")
    return card.sentence.contains(card.span) and stems(card.answer) <= passage | names


def short_answer(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The answer has at most twelve words."""
    return 1 <= count(card.answer) <= SHORT


def short_prompt(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The prompt has four to thirty-five words."""
    return PROMPT[0] <= count(card.prompt) <= PROMPT[1]


def not_given_away(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The answer does not stand in the prompt."""
    return card.answer.casefold().strip(".") not in card.prompt.casefold() and not (
        card.question in WHOSE and content_words(card.answer) <= content_words(outside_quotes(card.prompt))
    )


def well_formed(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """Marks in pairs, a capital at the start, an end, no word twice, nothing doubled."""
    prompt = card.prompt
    return (
        balanced(prompt)
        and balanced(card.answer)
        and not prompt[0].islower()
        and prompt.endswith(("?", ".", "”", "…"))
        and not re.search(r"\b(\w{3,}) \1\b|\s[,.?]|,,|\.\.(?!\.)|’s’s", prompt)
    )


def no_near_twin(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """No other card asks nearly the same and has nearly the same answer."""
    return not any(
        fuzz.token_sort_ratio(card.prompt, other.prompt) > 92 and fuzz.ratio(card.answer, other.answer) > 92
        for other in cards
        if other.id != card.id
    )


def choice_teaches(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """A choice has three wrong answers, each with a note and of the answer’s length, none in another (but ties)."""
    choice = make_choice(card, document, extraction, cards, 1)
    if choice is None:
        return True  # counted by `choice_offered`
    texts = [option.text.casefold() for option in choice.options]
    wrong = [option for option in choice.options if not option.right]
    return (
        len(wrong) >= 3
        and all(option.note for option in wrong)
        and all(_alike(card, option.text) for option in wrong)
        and (
            card.question is Question.FORCE
            or not any(one in other for one in texts for other in texts if one is not other)
        )
    )


def _alike(card: Card, option: str) -> bool:
    """Whether an option is like the answer in length: names may differ more, ties at will."""
    ratio = len(option) / len(card.answer)
    return card.question is Question.FORCE or (0.25 <= ratio <= 4 if card.question in WHOSE else 0.5 <= ratio <= 2)


def choice_unbetrayed(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The right option is not the only one, nor one of only two, that has words of the prompt (its title left out)."""
    choice = make_choice(card, document, extraction, cards, 1)
    if choice is None or card.part or card.question in WHOSE | WORDS:
        return True
    asked = stems(re.sub(r"\bin “[^”]*”", "", card.prompt, flags=re.IGNORECASE))
    sharing = [option.right for option in choice.options if stems(option.text) & asked]
    return True not in sharing or len(sharing) > 2


def choice_in_frame(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """All options open alike: with the same pronoun, `that` or `to`, and none with a word that names nobody."""
    choice = make_choice(card, document, extraction, cards, 1)
    if choice is None or card.question in WHOSE | WORDS:
        return True
    opened = [re.split("[’']", (words(option.text.casefold()) or [""])[0])[0] for option in choice.options]
    leads = {word if word in LEADS else "" for word in opened}
    right = opened[choice.right]
    return len(leads) == 1 and (right in NOBODY or not any(word in NOBODY for word in opened))


def choice_offered(card: Card, document: Document, extraction: Extraction, cards: tuple[Card, ...]) -> bool:
    """The text has enough wrong answers to ask the card as a choice."""
    return make_choice(card, document, extraction, cards, 1) is not None


LINES: tuple[Line, ...] = (
    stands_alone,
    names_its_source,
    one_answer,
    attributed,
    direction_kept,
    grounded,
    short_answer,
    short_prompt,
    not_given_away,
    well_formed,
    no_near_twin,
    choice_teaches,
    choice_unbetrayed,
    choice_in_frame,
    choice_offered,
)


def measure(document: Document, extraction: Extraction) -> dict[str, float]:
    """Return the share of cards that pass each line, how many there are, and what of the text they ask about."""
    cards = make_cards(document, extraction)
    shares = {
        line.__name__: sum(line(card, document, extraction, cards) for card in cards) / len(cards) if cards else 1.0
        for line in LINES
    }
    items = len(extraction.conditions) + len(extraction.positions)
    left = unasked(document, extraction)
    weighty = items - sum(not weight for _, weight, _ in left)
    return {
        "cards": float(len(cards)),
        "items": float(items),
        "of_weight": weighty / items if items else 1.0,
        "items_asked": (items - len(left)) / weighty if weighty else 1.0,
        **shares,
    }


def reasons(document: Document, extraction: Extraction) -> Counter[str]:
    """Return how often each reason keeps a condition or position from being asked; `slight:` where it has no weight."""
    return Counter(
        f"{'' if weight else 'slight: '}{', '.join(why)}" for _, weight, why in unasked(document, extraction)
    )


def unoffered(document: Document, extraction: Extraction) -> Counter[str]:
    """Return how often cards of each question are not offered as a choice, with why."""
    cards = make_cards(document, extraction)
    why = ((card, refusal(card, document, extraction, cards, 1)) for card in cards)
    return Counter(f"{card.question}: {reason}" for card, reason in why if reason)


def main(paths: Sequence[str] = ()) -> int:
    """Print the table; 1 where a line stays under 95 % over all texts."""
    files = [Path(path) for path in paths] or sorted(SEEDS.glob("*.txt"))
    rows, unmade, refused = [], Counter[str](), Counter[str]()
    for path in files:
        document = open_source(str(path))
        extraction = extract(document)
        rows.append(measure(document, extraction))
        unmade += reasons(document, extraction)
        refused += unoffered(document, extraction)
    failed = report([path.stem for path in files], rows)
    print("\n  conditions and positions that no card asks, by what their cards failed")
    for reason, times in unmade.most_common():
        print(f"  {times:>4}  {reason}")
    print("\n  cards that are not offered as a choice, by question and reason")
    for reason, times in refused.most_common():
        print(f"  {times:>4}  {reason}")
    return failed


def report(names: Sequence[str], rows: Sequence[dict[str, float]]) -> int:
    """Print one column a text and the mean over all cards; return 1 where that falls short."""
    print(f"  {'':18}" + "".join(f"{name[:14]:>16}" for name in names) + f"{'all':>8}")
    short = 0
    for key in rows[0]:
        if key in {"cards", "items"}:
            print(
                f"  {key:18}" + "".join(f"{row[key]:>16.0f}" for row in rows) + f"{sum(row[key] for row in rows):>8.0f}"
            )
            continue
        per = "items" if key in {"of_weight", "items_asked"} else "cards"
        mean = sum(row[key] * row[per] for row in rows) / (sum(row[per] for row in rows) or 1.0)
        short |= key not in TOLD and mean < LEAST
        print(f"  {key:18}" + "".join(f"{row[key]:>16.1%}" for row in rows) + f"{mean:>8.1%}")
    return short


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
