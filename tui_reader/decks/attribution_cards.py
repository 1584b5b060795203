"""Cards from claims: who said it, and in whose voice the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.epicene import epicene
from tui_reader.decks.framing import is_joint, within
from tui_reader.decks.hearsay import heard
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.own_parts import asked_of_all, betrays
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.pieces import shorter
from tui_reader.decks.quoted_words import quoted
from tui_reader.decks.reference import OWN, PRONOUNS
from tui_reader.decks.rivals import has_rivals
from tui_reader.decks.turned import DETERMINER
from tui_reader.decks.voice_cards import voice_cards
from tui_reader.decks.wording import (
    AUXILIARIES,
    MODALS,
    content_words,
    count,
    first_word,
    is_clause,
    last_word,
    starts_with_verb,
    words,
)
from tui_reader.model import CardKind, Claim, Condition, Mode, Question, Span

LEAST = 2  # content words of what somebody is said to have said; more where it is of themselves
VAGUE = re.compile(r"\bsuch an? |\ba (?:group|team)\b|\bnot to (?:be )?name", re.IGNORECASE)
FRONTED = re.compile(r"(?:When|While|After|Although|Though|As|Since|Once|Before)\b")  # a clause that its comma ends
WANTED = re.compile(
    r"\b(?:ask\w*|urg\w+|invit\w+|want\w*|call\w* (?:up)?on|press\w*|requir\w+|expect\w*|like)\b[^.;:“”]*\bto\s+$"
)
REPLY, ANSWERED = re.compile(r"\b(?:repli(?:ed|es)|retort(?:ed|s)|counter(?:ed|s)|rejoin(?:ed|s))\b"), 400
HEARSAY = re.compile(r"\b(?:I|[Ww]e) (?:(?:am|are|was|were) told|hear|heard)\b")
DAY = re.compile(r" (?:yesterday|this morning|today|tonight|last night)(?= that\b)")  # of the day it was written
UNDONE = re.compile(r"\bto\s+$")
WENT_ON = re.compile(r"\b(?:on|first|continued?s?|quick|glad|sorry|happy|likes?|used|wont) to\s+$")
TOLD = frozenset({"tell", "tells", "told"})  # these need a hearer
FINAL = re.compile(r",? (?:too|either|as well)\?$")  # what else, the sentence before says
INTERPOSED = re.compile(
    rf",\s(?:he|she|they|[A-Z][\w’]+)\s(?:{alternatives('neutral_cues')})(?: out)?(?: [a-z]+){{0,2}}(?:,|$)"
)
GLUED = re.compile(rf",? and (?=(?:{alternatives('subordinators')}) )")  # a second claim, with its own condition
SAID_WORDS = 22  # of what somebody is asked for
REACH = 40  # characters in which the subject of a modal stands
WRITER_WORDS = frozenset({"i", "we", "my", "our"})
OWN_SUBJECTS = frozenset({"he", "she", "they", "who", "it"})
ROOM = 26  # words that a question may have besides the title of its text


def attribution_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each claim gives, and some that tell the writer's own voice from others'."""
    voices = list(voice_cards(context))
    asked = {candidate.card.item for candidate in voices}
    for claim in context.extraction.claims:
        if claim.id not in asked:
            yield from _speaker(context, claim)
    yield from voices


def _speaker(context: Context, claim: Claim) -> Iterator[Candidate]:
    name = context.name(claim.holder)
    led = context.before(claim.cue) if claim.cue else ""
    if HEARSAY.search(led) or WANTED.search(led) or (UNDONE.search(led) and not WENT_ON.search(led)):
        return  # “we ask them to pledge that …”, “she will have to prove that …”
    if any(one.antecedent.contains(claim.cue or claim.span) for one in context.conditions.over(claim.span)):
        return  # “unless she proves that …”
    section = context.document.section_at(claim.span.start)
    shared = section is not None and is_joint(context, section) and claim.holder == context.author_of(section)
    if name is None or shared or claim.negated or _within_own(context, claim):
        return
    asked = _question(context, claim)
    if asked is None:
        return
    rest, phrase = asked
    actor = context.actors[claim.holder or ""]
    first = (words(phrase.text) or [""])[0]
    if phrase.loose[:1] == (first,) and first.casefold() in OWN[actor.kind]:
        phrase = replace(phrase, loose=phrase.loose[1:])  # "who warned that she …": the one who speaks
    untold = epicene(context, rest, claim.span, claim.holder)
    if untold is None:
        return
    start, untold = claim.span.start, FINAL.sub("?", DAY.sub("", untold, count=1))
    how = heard(context, claim)
    if how and untold.startswith("who "):
        untold = f"who {how} {untold.removeprefix('who ')}"
    if not has_rivals(context, claim.holder, start, untold, spoken=claim.mode is Mode.DIRECT):
        return
    prompt = (
        asked_of_all(context, untold, phrase, claim.holder)
        if betrays(context, start, claim.holder)
        else within(context, start, untold, named=False)
    )
    if prompt is None:
        return
    yield draft(
        context,
        item=claim.id,
        kind=CardKind.ATTRIBUTION,
        question=Question.SPEAKER,
        prompt=prompt,
        answer=name,
        span=claim.span,
        shown=_with_cue(claim),
        phrases=[phrase],
        accepted=context.names(claim.holder),
        actors=[claim.holder],
        weight=0.8 if claim.mode is not Mode.NARRATION else 0.5,
    )


def _within_own(context: Context, claim: Claim) -> bool:
    """Whether a larger claim of the same holder, not a whole turn, asks for these words already."""
    return any(
        other.id != claim.id
        and other.holder == claim.holder
        and other.mode is not Mode.DIRECT
        and other.span.contains(claim.span)
        and len(other.span) > len(claim.span)
        for other in context.claims.over(claim.span)
    )


def _with_cue(claim: Claim) -> Span:
    return Span(min(claim.span.start, claim.cue.start), max(claim.span.end, claim.cue.end)) if claim.cue else claim.span


def _question(context: Context, claim: Claim) -> tuple[str, Phrase] | None:
    """Return "who says that …?", "who said: “…”?" or the claim's own cue before its content."""
    if claim.mode is Mode.DIRECT:
        return quoted(context, claim)
    span = _own_words(context, claim)
    if _breaks_off(context, span):
        return None
    content = context.phrase(span, (claim.holder,) if claim.holder else ())
    said = GLUED.split(INTERPOSED.sub("", content.text))[0]
    content = replace(content, text=shorter(said, SAID_WORDS))
    heard = claim.cue is not None and context.text(claim.cue).casefold() in wordset("hearings")
    if heard or last_word(content.text) in wordset("housekeeping"):
        return None
    if REPLY.search(context.text(context.sentence(span))) and not _told_before(context, span, content.text):
        return None  # “replied that the vessels had come”, of what was called otherwise
    own = first_word(content.text) in OWN_SUBJECTS
    if len(content_words(content.text)) < LEAST + own or VAGUE.search(content.text) or content.text.endswith("…"):
        return None  # “who warned that there is no time?”, “who said that she will listen?”, “absent such a step”
    if any(_orders(context, one) and one.antecedent.start <= span.start + 1 for one in context.conditions.over(span)):
        return None  # “who says that pay us and we will come?”
    cue = context.text(claim.cue).casefold() if claim.cue else ""
    if claim.cue and cue in {"understanding", "condition", "ground", "grounds", "basis", "assumption"}:
        return None  # “on the understanding that …”
    joint, heard = _joint(context, claim)
    if (
        claim.cue
        and joint == "that"
        and DETERMINER.search(context.document.text[max(0, claim.cue.start - 40) : claim.cue.start])
    ):
        return f"whose {cue} is it that {context.inline(content)}?", content
    if cue.endswith("ing") or cue in wordset("participles") or heard:
        if not is_clause(content.text):
            return None  # “who said the forecast as nonsense?”
        cue = "said"
    if joint is not None and len(words(cue)) == 1 and not ("that" in joint and starts_with_verb(content.text)):
        if cue in TOLD and joint == "that":
            cue = "said"
        modal = (
            (words(context.document.text[max(0, claim.cue.start - 12) : claim.cue.start]) or [""])[-1]
            if claim.cue
            else ""
        )
        if modal in MODALS and not _has_modal(context, claim, modal):
            return None
        if joint == "" and first_word(content.text) == "whether":
            return None
        led = last_word(context.before(claim.cue)) if claim.cue else ""
        if led in wordset("being") and cue != "said":
            return f"who is {cue} {joint} {context.inline(content)}?".replace("  ", " "), content
        acts = f"{modal} {cue}" if modal in MODALS else third_person(cue)
        asked = f"who {acts} {{}} {context.inline(content)}?"
        whole = " ".join(asked.format(joint).split())
        if count(whole) > ROOM and joint.endswith(" that") and first_word(joint) not in wordset("particles"):
            whole = asked.format("that").replace("told", "said")
        return whole, content
    if is_clause(content.text) and (cue in wordset("neutral_cues") or not words(cue)):
        return f"who says that {context.inline(content)}?", content
    return None


def _told_before(context: Context, span: Span, text: str) -> bool:
    """Whether every bare `the` noun of a reply is a word of what was said just before it, or of the title."""
    start = context.sentence(span).start
    told = f"{context.document.title} {context.document.text[max(0, start - ANSWERED) : start]}"
    nouns = re.findall(r"\bthe ([a-z]{4,})(?! (?:of|for|to|on|in|that|which|who)\b)(?= |$)", text)
    return all(noun in told for noun in nouns)


def _orders(context: Context, condition: Condition) -> bool:
    """Whether the condition is an order with what follows from it."""
    return context.text(condition.trigger).casefold() == "and"


def _has_modal(context: Context, claim: Claim, modal: str) -> bool:
    """Whether it is the holder who stands before the modal of the cue, not somebody of whom the holder speaks."""
    start = claim.cue.start if claim.cue else claim.span.start
    before = context.document.text[:start].rstrip().removesuffix(modal).rstrip()
    first = (words(before[-REACH:]) or [""])[-1].casefold()
    return context.mentions.ends.get(len(before)) == claim.holder or first in {"i", "we", *OWN_SUBJECTS}


def _own_words(context: Context, claim: Claim) -> Span:
    """Return the claim without a further clause in which somebody else says something."""
    source = context.text(claim.span)
    comma = source.find(", ")
    if comma > 0 and claim.cue and FRONTED.match(context.before(claim.cue)) and "," not in context.before(claim.cue):
        return Span(claim.span.start, claim.span.start + comma)
    for match in re.finditer(r",\s+(?:and|but|while|though|although)\s+(?=\S)", source):
        rest = {word.casefold() for word in words(source[match.end() :])}
        start = claim.span.start
        if rest & WRITER_WORDS and claim.holder not in (context.author(start), context.quoted(start)):
            return Span(claim.span.start, claim.span.start + match.start())  # the speaker goes on
        mention = context.mentions.longest(claim.span.start + match.end(), claim.span.end)
        following = mention and re.match(r"\s+", context.text(Span(mention[0].end, claim.span.end)))
        if (
            mention
            and following
            and mention[1] != claim.holder
            and mention[0].end + following.end() in context.cue_starts
        ):
            return Span(claim.span.start, claim.span.start + match.start())
    return claim.span


def _breaks_off(context: Context, span: Span) -> bool:
    """Whether the words end before the verb of their last clause: “an exemption, provided the millers” (could …)."""
    after = context.document.text[span.end : span.end + REACH]
    verb = re.match(r"\s+([^\W\d_]+(?:[’']t)?)", after)
    if re.match(rf",?\s+(?:{alternatives('subordinators')})\s(?!the other)", after):
        return True  # its condition would be lost
    if re.match(r"\s+(?:were|had|should)\s+(?:[A-Z]|(?:it|he|she|they|we|you|the|an?|any|no)\b)", after):
        return True
    return verb is not None and verb[1].casefold() in AUXILIARIES


def _joint(context: Context, claim: Claim) -> tuple[str | None, bool]:
    """Return what joins the cue and its content in a question: nothing, `that`, or `reporters that`.

    None where something else stands between them, or the content comes first. The second value is whether a hearer was
    left out whom the cue needs ("told me that").
    """
    if claim.cue is None or claim.cue.end > claim.span.start:
        return None, False
    gap = " ".join(context.document.text[claim.cue.end : claim.span.start].split())
    if gap in {"", "that"}:
        return gap, False
    if not gap.endswith((" that", ",that")) or {word.casefold() for word in words(gap)} & (AUXILIARIES - MODALS):
        return None, False  # “the notion is that …”
    between = {word.casefold() for word in words(gap.removesuffix("that"))}
    if between & PRONOUNS:
        return "that", True
    loose = "," in gap or len(between) > 4 or between & {"there", "here", "then", "so"}
    return ("that" if loose else gap), False
