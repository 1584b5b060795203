"""A card and an answer to it as one sentence that somebody could say: what is judged true or false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui_reader.decks.agreement import third_person
from tui_reader.decks.framing import LED
from tui_reader.decks.lexicon import table
from tui_reader.decks.names import in_sentence
from tui_reader.decks.verbs import finite, known, plural_form
from tui_reader.decks.wording import first_word, is_clause, is_plural, possessive, starts_with_verb, upper_first
from tui_reader.model import Actor, Card, Question

GAP = "____"
NUMBERS = frozenset(table("turns")["numbers"]["words"].split())
COMPLETE = re.compile(r"\b[Cc]omplete(?: what (?P<who>is said of [^:“]+|[^:“]+? (?:says?|said|is reported to say)))?: ")
STARTED = re.compile(r"(?:^|[.?!…:]\s[“‘]?)$")
SAID = re.compile(r"who (?P<verb>[^\W\d_]+)(?P<rest>.*)\?$", re.DOTALL)
OWNED = re.compile(r"whose (?P<what>[a-z]+) is it that (?P<rest>.+)\?$", re.DOTALL)
DEPENDING = re.compile(r"on whose action does it depend whether (?P<rest>.+)\?$", re.DOTALL)
ACTING = re.compile(r"whose action (?P<aux>does|do) (?P<what>.+) depend on\?$", re.DOTALL)
FOLLOWING = re.compile(
    r"what (?:will |would |does |do )?(?:have )?(?:follow(?:s|ed)?|happen(?:s|ed)?|h[oe]lds?) "
    r"(?P<terms>[^\W\d_].+)\?$",
    re.DOTALL,
)
TYING = re.compile(r"what (?P<verb>[a-z]+s)(?P<rest> .+)\?$", re.DOTALL)
NEEDING = re.compile(r"what does (?P<what>.+) (?P<verb>[a-z]+(?: (?:on|upon|for|from))?)\?$", re.DOTALL)
BEING = re.compile(r"what (?P<rest>(?:is|are) the .+)\?$", re.DOTALL)
ASKED = re.compile(r"(?P<word>what|how|where) (?P<aux>[a-z]+) (?P<rest>.+)\?$", re.DOTALL)
OF_TOPIC = re.compile(r"say(?P<mode> of) (?P<topic>.+)$", re.DOTALL)
DESCRIBED = re.compile(r"(?P<verb>describe|described|regard|regarded|see|seen|view|viewed) (?P<topic>.+)$", re.DOTALL)
TOWARDS = re.compile(r"(?:stand on|answer|do with) (?P<topic>.+)$|(?P<vote>vote) on (?P<motion>.+)$", re.DOTALL)
DANGLING = re.compile(r"\s(?:of|on|about|for)$")
PRONOUNS = frozenset({"it", "they", "he", "she"})
WRITERS = ("the writers", "the writer")


def assertion(card: Card, answer: str, text: str = "", actors: Sequence[Actor] = ()) -> str | None:
    """Return what *card* asks with *answer* in its place, as a sentence with the lead that the prompt has.

    None where the prompt is of no form that is known to become one. `text` and `actors` are those of the document: they
    tell which words keep their capital within a sentence.
    """
    inner = in_sentence(answer.strip().rstrip("."), text, tuple(actors))
    if first_word(inner) in NUMBERS:
        inner = inner[:1].lower() + inner[1:]
    if GAP in card.prompt:
        return _filled(card.prompt, answer.strip().rstrip("."), inner)
    led = LED.match(card.prompt)
    lead, asked = (led.group(), card.prompt[led.end() :]) if led else ("", card.prompt)
    asked = asked[:1].lower() + asked[1:]
    names = sorted({*WRITERS, *(name for actor in actors for name in _called(actor))}, key=len, reverse=True)
    said = _of_question(card, asked, inner, names)
    return None if said is None else upper_first(f"{lead}{said}.")


def _called(actor: Actor) -> Iterable[str]:
    for name in actor.every_name:
        yield name
        yield f"the {name}"
        if name.startswith("The "):
            yield f"the {name[4:]}"


def _filled(prompt: str, answer: str, inner: str) -> str | None:
    match = COMPLETE.search(prompt)
    if match is not None:
        who = match["who"] or "it is said"
        who = f"it {who}" if who.startswith("is said of") else who
        prompt = f"{prompt[: match.start()]}{who}: {prompt[match.end() :]}"
    before, _, after = prompt.partition(GAP)
    made = f"{before}{upper_first(answer) if STARTED.search(before) else inner}{after}"
    made = re.sub(r"^[^“]*?which word or words belong in the gap: (?P<said>.+)\?$", r"\g<said>.", made)
    made = made.replace("….", "…")
    return upper_first(made) if made.rstrip()[-1:] in {".", "”", "…", "!"} else None


def _of_question(card: Card, asked: str, answer: str, names: Sequence[str]) -> str | None:
    if card.question in {Question.SPEAKER, Question.HOLDER, Question.STATER, Question.OBLIGOR}:
        return _of_somebody(asked, answer)
    if card.question is Question.STANCE:
        return _of_stance(asked, answer, names)
    if card.question is Question.CONSEQUENCE and (match := FOLLOWING.match(asked)):
        return f"{answer} {match['terms']}" if is_clause(answer) and first_word(answer) != "that" else None
    if card.question is Question.CONSEQUENCE and (match := TYING.match(asked)):
        verb = plural_form(match["verb"]) if is_plural(answer) else match["verb"]
        return f"{answer} {verb}{match['rest']}" if verb else None
    if card.question is Question.ANTECEDENT and (match := BEING.match(asked)):
        return f"{answer} {match['rest']}"
    if card.question is Question.ANTECEDENT and (match := NEEDING.match(asked)):
        return f"{match['what']} {_third(match['verb'])} {answer}"
    return None


def _of_somebody(asked: str, name: str) -> str | None:
    if (match := OWNED.match(asked)) is not None:
        return f"it is {possessive(name)} {match['what']} that {match['rest']}"
    if (match := DEPENDING.match(asked)) is not None:
        return f"it depends on {possessive(name)} action whether {match['rest']}"
    if (match := ACTING.match(asked)) is not None:
        return f"{match['what']} {'depends' if match['aux'] == 'does' else 'depend'} on {possessive(name)} action"
    if (match := SAID.match(asked)) is not None:
        verb = plural_form(match["verb"]) if is_plural(name) else match["verb"]
        return f"{name} {verb}{match['rest']}" if verb else None
    return None


def _of_stance(asked: str, answer: str, names: Sequence[str]) -> str | None:
    match = ASKED.match(asked)
    name = next((one for one in names if match and match["rest"].startswith(f"{one} ")), None)
    if match is None or name is None:
        return None
    deed = match["rest"][len(name) + 1 :]
    put = _Verb(name, match["aux"])
    if (found := DESCRIBED.match(deed)) and match["word"] == "how":
        said = re.sub(r"^[Aa]s\s", "", answer)
        return None if is_clause(said) else f"{put(found['verb'])} {found['topic']} as {_small(said)}"
    if (found := TOWARDS.match(deed)) and match["word"] in {"how", "where", "what"}:
        verb = f"{put('vote')} " if found["vote"] else f"{name} "
        return f"as for {found['topic'] or found['motion']}, {verb}{_small(answer)}"
    if match["word"] != "what":
        return None
    if (found := OF_TOPIC.match(deed)) is not None:
        clause = is_clause(answer) or first_word(answer) in PRONOUNS or finite(answer) is not None
        return f"{put('say')} of {found['topic']} that {_small(answer)}" if clause else None
    if deed == "do":
        return f"{name} {match['aux']} {_small(answer)}" if match["aux"] not in {"do", "does", "did"} else None
    if deed.endswith(" do"):
        return f"{put(deed.removesuffix(' do'))} {_small(re.sub(r'^[Tt]o ', '', answer))}"
    if first_word(answer) in {"that", "to"}:
        deed = DANGLING.sub("", deed)
    elif is_clause(answer) or starts_with_verb(answer):
        return None
    return f"{put(deed)} {_small(answer) if first_word(answer) in {'that', 'to'} else answer}"


def _small(words_: str) -> str:
    """Return words without the capital that only began an answer: those of a deed, a pronoun or a `that`."""
    return words_ if re.match(r"[A-Z][\w’-]*\s[A-Z]|[A-Z]{2}|I\b", words_) else words_[:1].lower() + words_[1:]


class _Verb:
    """Somebody with the auxiliary of a question, put before the verb of its deed as a statement has it."""

    def __init__(self, name: str, auxiliary: str) -> None:
        self.name, self.auxiliary = name, auxiliary

    def __call__(self, deed: str) -> str:
        adverbs = re.match(r"(?:[^\W\d_]+ly\s)+", deed)
        if adverbs and self.auxiliary in {"do", "does", "did"}:
            return _Verb(f"{self.name} {adverbs.group().strip()}", self.auxiliary)(deed[adverbs.end() :])
        first, _, rest = deed.partition(" ")
        tail = f" {rest}" if rest else ""
        if self.auxiliary not in {"do", "does", "did"} or first == "not":
            return f"{self.name} {self.auxiliary} {deed}"
        if self.auxiliary == "do":
            return f"{self.name} {deed}"
        if self.auxiliary == "does":
            return f"{self.name} {third_person(first)}{tail}"
        verb = known(first)
        return f"{self.name} {verb.past if verb else f'did {first}'}{tail}"


def _third(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{third_person(first)} {rest}".rstrip()
