"""The parts of a long end of a condition that are each a thing to be done or to come: conjuncts, a deed, its means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.pieces import clip
from tui_reader.decks.wording import AUXILIARIES, LOWERED, content_words, count, tidy, words
from tui_reader.model import Span

WHOLE = 12  # words of a part that is asked whole
TAIL = 6  # words of a modifier behind a gap
MOST = 18  # words of a part that cannot be cut
HARDLY = 3  # words by which an end that is one thing may be longer
LEAST, BRIEF = 3, 8  # words of a part; of what stands before a gap where room is short
HELPING = "|".join(sorted(AUXILIARIES - {"be", "been", "being"}))
OWNED = f"(?:{alternatives('determiners')})"
JOINT = re.compile(
    r";\s+(?:(?:and|or)\s+)?(?:that\s+)?"
    r"|,\s+(?:and|or|but)\s+(?:that\s+|if\s+)?"
    r"|\s+(?:and|or)\s+(?:that|if)\s+"
    rf"|\s+(?:and|or)\s+(?=(?:{HELPING}|not|never)\s)"
    rf"|\s+(?:and|or)\s+(?=[a-z]{{3,}}(?<!s)s\s+{OWNED}\s)"
    rf"|\s+(?:and|or)\s+(?=(?:{OWNED}\s+|[A-Z])[^,;]{{0,60}}?\s(?:{HELPING})\s)"
)
MODIFIER = re.compile(rf",?\s+(?=(?:{alternatives('modifier_openers')})\s)|,\s+")
AIM = re.compile(
    rf"(?<!\bable)(?<!\bready)(?<!\bha[sd])(?<!\bhave)(?<!\bought)\s+(?=to\s+(?:[a-z]+ly\s+)?[a-z]+\s+(?:{OWNED}|up|out|[a-z]+sel(?:f|ves))\s)"
)
MEANS_WORDS = r"\b(?:on the basis of|by|through)"
MEANS = re.compile(rf"{MEANS_WORDS}\s+(?=(?:[a-z]+ly\s+)?[a-z]{{3,}}ing\s)")
OWN = re.compile(r"\b(?:its|their|his|her|it|them|him)\b")
HELPED = re.compile(
    rf"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bpolitical )\b(?:{HELPING})\b"
)  # the will to act is no verb
DOES = re.compile(rf"^\s*(?:and|or)?\s*(?:that|if)\s|[a-z]{{3,}}(?<!s)s\s+{OWNED}\s")  # a clause by itself
WILL = re.compile(rf"\b(?:{alternatives('modals')})\s+(?:have to\s+|be able to\s+|not\s+)?(?=[a-z])")
PASSIVE = re.compile(r"\b(?:is|are|be|was|were|been)\s+(?:[a-z]+ly\s+)?[a-z]{3,}(?:ed|en)\b")
OBJECT = re.compile(rf"\b(?:{HELPING})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """A part, and what stands before and behind it: at first whole, then cut, with an ellipsis for what is missing."""

    answer: str
    span: Span
    before: tuple[str, ...]
    after: tuple[str, ...]


def parts_of(context: Context, phrase: Phrase) -> list[Part]:
    """Return the parts of *phrase* that are asked each on its own, none where it is one thing and can be asked whole.

    Each is a clause or noun phrase that says what is to be done, never a mere modifier at its end.
    """
    source = context.text(phrase.span)
    joints = _joints(source)
    if count(source) <= WHOLE + (0 if joints else HARDLY):
        return []
    found = list(_conjuncts(source, joints)) if joints else list(_single(source))
    return [_part(context, phrase.span, source, start, end) for start, end in found]


def clauses(text: str) -> list[str]:
    """Return the clauses that *text* joins by “and”, each with its own subject; only itself where it joins none."""
    joints = [joint for joint in _joints(text) if joint.group().strip(" ,;").split()[:1] in (["and"], [])]
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(text)]
    found = [tidy(text[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return found if all(_has_subject(one) for one in found) else [text]


def _has_subject(text: str) -> bool:
    found = words(text.casefold())
    return any(word in AUXILIARIES for word in found[1:]) and found[0] not in AUXILIARIES | {"not", "never", "to"}


def _joints(source: str) -> list[re.Match[str]]:
    """Return where parts of *source* meet, each of which says something."""
    found: list[re.Match[str]] = []
    start = 0
    for match in JOINT.finditer(source):
        if _tells(source[start : match.start()]) and _tells(source[match.end() :]) and not _listed(source, match):
            found.append(match)
            start = match.end()
    return found


def _listed(source: str, joint: re.Match[str]) -> bool:
    """Whether a joint only ends a list of things: “grain, salt, and oil”."""
    right = re.split(r"[,;]", source[joint.end() :])[0]
    return joint.group().startswith(",") and count(right) < LEAST


def _tells(text: str) -> bool:
    return count(text) >= LEAST and len(content_words(text)) > 1 and text.count("“") == text.count("”")


def _conjuncts(source: str, joints: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(source)]
    things = len(edges) > 2 and HELPED.search(source, edges[2]) is None and not DOES.search(source, edges[1])
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        verb = OBJECT.search(source, start, end) if things and not start else None
        if verb:
            start, end = verb.end(), _until(source, verb.end(), end, re.compile(r",\s"))
        if count(source[start:end]) > WHOLE + 1:
            aim = AIM.search(source, start, end)
            done = aim and PASSIVE.search(source, start, aim.start())
            core = aim.start() if aim and done else _core(source, start, end) or start
            hangs = OWN.search(source, core, end) and count(source[start:end]) <= MOST
            end = end if hangs else core  # what comes behind the gap would speak of what is left out
        if count(source[start:end]) >= LEAST:
            yield start, end


def _single(source: str) -> Iterator[tuple[int, int]]:
    """Yield the deed of one long clause: its aim, else its beginning; and by what it is to be done."""
    aims = [aim.end() for aim in AIM.finditer(source)]
    last = next((aim for aim in aims if LEAST < count(source[aim:]) <= WHOLE + HARDLY), None)
    end = _core(source, 0, len(source))
    will = WILL.search(source)
    if will and LEAST < count(source[will.end() :]) <= WHOLE and _plain(source[: will.start()]):
        yield will.end(), len(source)
    elif last is not None:
        yield last, len(source)
    elif end is not None:
        yield 0, end
    elif aims and (end := _core(source, aims[0], len(source))):
        yield aims[0], end
    for means in MEANS.finditer(source):
        end = _until(source, means.end(), len(source), re.compile(r"[,;]"))
        if LEAST <= count(source[means.end() : end]) <= WHOLE + HARDLY:
            yield means.end(), end
            break


def _plain(subject: str) -> bool:
    """Whether the words before a modal are a subject and nothing more."""
    return count(subject) > 0 and re.search(r"[,;“”]|\b(?:that|which|who|whom|whose|if|when)\b", subject) is None


def _until(source: str, start: int, end: int, stop: re.Pattern[str]) -> int:
    found = stop.search(source, start, end)
    return found.start() if found else end


def _core(source: str, start: int, end: int) -> int | None:
    """Return where the longest beginning of a part ends that is short enough and leaves out whole modifiers only."""
    cuts = [(count(source[start : start + cut]), start + cut) for cut in _cuts(source[start:end])]
    fitting = [cut for words, cut in cuts if LEAST < words <= WHOLE]
    longer = [cut for words, cut in cuts if WHOLE < words <= WHOLE + HARDLY]
    return fitting[-1] if fitting else next(iter(longer), None)


def _cuts(text: str) -> list[int]:
    """Return where *text* can end so that only modifiers or further parts are left out."""
    found = sorted({match.start() for pattern in (MODIFIER, JOINT) for match in pattern.finditer(text)})
    return [
        cut
        for cut in found
        if _ends_well(text[:cut]) and not (text[cut:].startswith(" as ") and re.search(r"\b(?:such|as)\b", text[:cut]))
    ]


def _ends_well(text: str) -> bool:
    last = (words(text.casefold()) or [""])[-1]
    hangs = last in LOWERED | AUXILIARIES or last.endswith("ing")
    return not hangs and text.count("“") == text.count("”") and len(content_words(text)) > 1


def _part(context: Context, whole: Span, source: str, start: int, end: int) -> Part:
    span = Span(whole.start + start, whole.start + end)
    before = context.phrase(Span(whole.start, span.start)).text if start else ""
    after = context.phrase(Span(span.end, whole.end)).text if end < len(source) else ""
    mark = source[end : end + 1] if after and source[end : end + 1] in {",", ";"} else ""
    link = re.search(rf"(?:(?:,?\s+|^)(?:and|or|but)(?:\s+that)?|\s{MEANS_WORDS})\s*$", before)
    befores = [before]
    if link:
        tied = link.group().strip(" ,")
        first = before[: link.start()]
        befores += [f"{cut} {tied}" for cut in (*beginnings(first), clip(first, BRIEF)) if count(cut) < count(first)]
    afters = [after, *beginnings(after, least=0)]
    if count(after) > TAIL and not JOINT.search(source, end):
        afters = ["…", ""]  # a long modifier, without which the part says enough
    return Part(
        tidy(context.phrase(span).text),
        span,
        tuple(dict.fromkeys(befores)),
        tuple(dict.fromkeys(f"{mark} {one.lstrip()}".rstrip() if one else "" for one in afters)),
    )


def beginnings(text: str, least: int = LEAST) -> list[str]:
    """Return shorter forms of *text*, the longest first, each with an ellipsis for what is missing."""
    cuts = [cut for cut in _cuts(text) if count(text[:cut]) >= LEAST]
    return [f"{tidy(text[:cut])} …" for cut in reversed(cuts)] + (["…"] if not least and count(text) > LEAST else [])
