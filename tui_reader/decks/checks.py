"""What makes a card worth answering, one mechanical check a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.decks.candidate import Candidate
from tui_reader.decks.context import Context
from tui_reader.decks.deeds import verbs
from tui_reader.decks.framing import PROMPT_WORDS, unled
from tui_reader.decks.hollow import SEVERAL, TORN, is_hollow
from tui_reader.decks.introduced import known
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.stance_wording import BARE, open_quantity
from tui_reader.decks.wording import (
    balanced,
    content_words,
    count,
    first_word,
    is_denied,
    is_inverted,
    last_word,
    stems,
    words,
)
from tui_reader.model import CardKind, Question

Check = Callable[[Candidate, Context], bool]
ANSWER_WORDS = 22
TOLD = 0.5  # share of the answer that the prompt may name
LET = re.compile(r"\blet [A-Z][\w’-]+(?: [A-Z][\w’-]+)?$")  # do what?
HANGING = re.compile(r"\s(?:with|of|for|to|from|into|than|by|the|an?)$")  # something is missing behind it
ENDS = frozenset({Question.ANTECEDENT, Question.CONSEQUENCE})
STATED = frozenset({Question.ANTECEDENT, Question.CONSEQUENCE, Question.STANCE, Question.CHAIN})
NAMED = frozenset({Question.HOLDER, Question.SPEAKER})
TWO = 2  # content words of what somebody is asked for
INTERPOSED = re.compile(rf", (?:[A-Z][\w’.-]+ ){{1,4}}(?:{alternatives('neutral_cues')}|warns?|warned),")
ABSTRACT = re.compile(
    rf"\bthe (?:(?:first|second|third) )?({alternatives('abstract_nouns')})(?![\w’-])"
    rf"(?!\s(?:{alternatives('complements')})\b)"
)
NOBODY = re.compile(r"(?:Neither|None|Nobody|Nothing|No)\b")
EMPTY = wordset("times") | wordset("particles")
FORMAL = re.compile(r"\bwith (?:pleasure|gratitude|thanks)\b|\bexpressed (?:its|their) deep\b")  # of protocol
THIN = re.compile(r"(?:(?:an?|its|their|his|her|the) )?[^\W\d_]+$", re.IGNORECASE)  # one common word
UNTOLD = re.compile(  # any of them
    r"an? (?:group|team|man|woman|person|source|body|firm|company)$|(?:several|some|many|most) of the people$",
    re.IGNORECASE,
)  # any of them
SPEAKING = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me)\b(?!\.)")
ELLIPTIC = alternatives("auxiliaries")
HALVED = re.compile(rf"\b(?:{ELLIPTIC})(?: not)?\?$")
CUT = re.compile(rf".*(?:\bthat|[,:]) ([^,:]*?)\b(?:{ELLIPTIC})(?: not)?\?$")
ENDING = 20  # characters in which a last auxiliary stands
SPARE = 5  # words of a question that may end as “paid for” does
LIGHT = wordset("light_verbs") | {"time"}
NEGATION = re.compile(r"\b(?:no|not|never|cannot|nothing|nobody|neither|without)\b|n[’']t\b", re.IGNORECASE)


def calls_by_content(candidate: Candidate, context: Context) -> bool:
    """A promise, decision or idea is named with what was promised, decided or thought."""
    card = candidate.card
    if ABSTRACT.fullmatch(card.answer[:1].lower() + card.answer[1:]):
        return False
    if card.part:
        return True
    asked = re.sub(r"“[^”]*”", "“”", card.prompt)
    return all(known(context, match[1].casefold()) for match in ABSTRACT.finditer(asked))


def stands_alone(candidate: Candidate, context: Context) -> bool:
    """No pronoun or demonstrative in the prompt without the one it stands for, no `we` outside quotation marks."""
    if candidate.card.prompt.startswith("Complete"):
        return False  # of no text
    asked = re.sub(r"“[^”]*”", "“”", candidate.card.prompt)
    return not candidate.loose and not BARE.search(asked) and not SPEAKING.search(asked)


def answer_stands_alone(candidate: Candidate, context: Context) -> bool:
    """No pronoun or demonstrative in the answer without the one it stands for."""
    return not candidate.loose_answer and not open_quantity(candidate.card.answer)


def grounded(candidate: Candidate, context: Context) -> bool:
    """The answer's words stand in the sentence shown with it, but for names put in for pronouns."""
    if candidate.card.question is Question.VOICE:
        return True  # the writer is not named in the text
    shown = stems(candidate.card.sentence.of(context.document.text))
    return stems(candidate.card.answer) <= shown | context.actor_stems


def prompt_length(candidate: Candidate, context: Context) -> bool:
    """The prompt has 4 to 35 words."""
    return 4 <= count(candidate.card.prompt) <= PROMPT_WORDS


def answer_length(candidate: Candidate, context: Context) -> bool:
    """The answer is a few words, never a paragraph."""
    return 1 <= count(candidate.card.answer) <= ANSWER_WORDS


def keeps_its_answer(candidate: Candidate, context: Context) -> bool:
    """The answer does not stand in the prompt; of a stance, which names its issue again, one telling word is new."""
    card = candidate.card
    answer, prompt = content_words(card.answer), content_words(card.prompt)
    if card.question is Question.STANCE:
        return bool(answer - prompt) or bool(NEGATION.search(card.answer)) > bool(NEGATION.search(card.prompt))
    if not answer:
        return card.answer.casefold() not in card.prompt.casefold()
    return len(answer & prompt) / len(answer) <= TOLD


def well_formed(candidate: Candidate, context: Context) -> bool:
    """Marks are in pairs, nothing hangs over, and the prompt ends as a question or a gap does."""
    card = candidate.card
    return (
        balanced(card.prompt)
        and balanced(card.answer)
        and card.prompt.endswith(("?", ".”", "”", ".", "…"))
        and not re.search(r"\s[,.;:?]|[,;:]\?|\?\?|\n", card.prompt)
        and not HANGING.search(card.answer)
        and not LET.search(card.answer)
        and not (card.answer.endswith(" that") and card.question is not Question.FORCE)
    )


def keeps_its_negative(candidate: Candidate, context: Context) -> bool:
    """The card has not left behind the negative that turned it round: “Nor” of “Nor do we oppose it”."""
    card = candidate.card
    if NOBODY.match(context.text(card.span)) and not NEGATION.search(f"{card.prompt} {card.answer}"):
        return False  # “neither town means to sail”
    if card.question not in STATED:
        return True
    before = context.before(card.span)
    lost = (context.negated_from_before(card.span) or is_denied(before)) and not NEGATION.search(card.answer)
    return not lost and not is_inverted(card.answer)


def leaves_a_sentence(candidate: Candidate, context: Context) -> bool:
    """Around a gap there is enough to know the sentence by, and of two joined things both are shown."""
    prompt = candidate.card.prompt
    if "____" not in prompt:
        return True
    shown = unled(prompt).split(": ", 1)[-1]
    if not content_words(shown.replace("____", " ")):
        return False
    return re.search(r"…,? (?:and|or|nor|but)\b(?! (?:that )?____)", prompt) is None


def asks_something(candidate: Candidate, context: Context) -> bool:
    """A question for somebody says what they did, and of no question within it who is asked for."""
    prompt = candidate.card.prompt
    asked = re.search(r"\bwho ([^?]*)\?$", prompt) if candidate.card.question in NAMED else None
    if asked and re.match(r"[^\W\d_]+ (?:is|was)\b|[^\W\d_]{3,}ing\b", asked[1]):
        return False  # “what she wants is an open road”; a participle
    hangs = asked and re.search(r"\b(?:to|of|with|for|from|by|on|at|into)$", asked[1])
    if candidate.card.question in NAMED | {Question.VOICE, Question.STATER} and INTERPOSED.search(prompt):
        return False
    if asked and (FORMAL.search(asked[1]) or re.search(r"\bthe (?:whole )?(?:thing|lot)$", asked[1])):
        return False
    if asked and count(asked[1]) < (SPARE if hangs else 2):
        return False
    if re.search(r"\blet (?:him|her|it|them|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)\?$", prompt):
        return False
    least = TWO + (candidate.card.question is Question.HOLDER)
    if asked and "“" not in asked[1] and len(content_words(asked[1]) - EMPTY) < least:
        return False
    clause = re.search(r"\bis it (?:said )?that (?:it|they|he|she) ([^?]*)\?$", prompt)
    if clause and len(content_words(clause[1])) <= TWO:
        return False
    return re.search(r"\bsaid that wh(?:o|ich)\b", prompt) is None


def is_whole(candidate: Candidate, context: Context) -> bool:
    """What is asked about ends in no verb whose other half stands in the sentence before: “the other nine were not”."""
    prompt = candidate.card.prompt
    if re.search(r"\bwhat (?:does|do|did|has|have) .* that .* do\?$", prompt):
        return True  # “what does Vant ask that the council do?”
    asked = CUT.search(prompt) if HALVED.search(prompt[-ENDING:]) else None
    return asked is None or count(asked[1]) > SPARE or first_word(asked[1]) in {"who", "what", "how", "where"}


def names_once(candidate: Candidate, context: Context) -> bool:
    """Behind its frame no prompt, and no answer, calls a person by the same full name twice, as no speaker does."""
    card = candidate.card
    rest = re.sub(r"^(?:According to|In) [^,]*(?:“[^”]*”)?, ", "", re.sub(r"“[^”]*”", "“”", card.prompt))
    names = {context.name(actor) for actor in context.mentions.people}
    full = [name for name in names if name and " " in name]
    return not any(text.count(name) > 1 for name in [*full, "the writer"] for text in (rest, card.answer))


def somebody_says(candidate: Candidate, context: Context) -> bool:
    """Who is asked for can speak: no letter, notice or law, and nothing that is only called “a danger”."""
    card = candidate.card
    if card.question not in NAMED | {Question.OBLIGOR}:
        return True
    if NOBODY.match(card.answer) or UNTOLD.match(card.answer):
        return False
    if card.question in NAMED and re.search(
        rf"\b(?:who|whose)\b.*\b{re.escape(last_word(card.answer))}\b", card.prompt, re.I
    ):
        return False  # “whose position is it that Orrin's government …?”
    head = last_word(re.split(r"\s(?:of|in|at|for|on|from|with|who)\b", card.answer)[0])
    if re.match(r"an?\s", card.answer, re.IGNORECASE):
        return head in wordset("speakers") | wordset("persons") | wordset("institutions")
    return head not in wordset("writings") | verbs("no_holders")


def keeps_its_only(candidate: Candidate, context: Context) -> bool:
    """A stance has not left behind the `only` of “only the board can spend it”."""
    card = candidate.card
    if card.question is not Question.STANCE or re.search(r"\bonly\b", card.answer, re.IGNORECASE):
        return True
    before = words(context.document.text[max(0, card.span.start - 12) : card.span.start])[-1:]
    return [word.casefold() for word in before] != ["only"] and not re.match(r"only\b", context.text(card.span), re.I)


def says_more_than_its_topic(candidate: Candidate, context: Context) -> bool:
    """A stance says more of its topic than that it was offered, given or taken."""
    card = candidate.card
    if card.question is not Question.STANCE:
        return True
    if re.search(r"\byou\b", card.answer):
        return False
    if THIN.match(card.answer) and not re.search(r"\b(?:describe|regard|see|view|vote)\b", card.prompt):
        return False  # “a cap” on what, “its story”
    if NEGATION.search(card.answer):
        return bool(content_words(card.answer))  # not “They were not”
    return bool(content_words(card.answer) - content_words(card.prompt) - LIGHT)


def is_full(candidate: Candidate, context: Context) -> bool:
    """An end of a condition that is asked for says what it is about, the one shown names what it speaks of."""
    card = candidate.card
    if card.kind is CardKind.CONDITION and TORN.search(f"{card.prompt} {card.answer}"):
        return False
    if card.kind is not CardKind.CONDITION or card.question not in ENDS:
        return True
    return not is_hollow(card.answer) and SEVERAL.search(card.prompt) is None


CHECKS: tuple[Check, ...] = (
    stands_alone,
    calls_by_content,
    answer_stands_alone,
    grounded,
    prompt_length,
    answer_length,
    keeps_its_answer,
    well_formed,
    keeps_its_negative,
    leaves_a_sentence,
    asks_something,
    keeps_its_only,
    says_more_than_its_topic,
    is_whole,
    names_once,
    somebody_says,
    is_full,
)


def failed(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """Return the names of the checks that *candidate* does not pass."""
    return tuple(check.__name__ for check in CHECKS if not check(candidate, context))
