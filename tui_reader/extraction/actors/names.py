"""Proper names in a parse: where each stands, its title, and what kind of thing the words around it make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tui_reader.extraction import lexicon
from tui_reader.extraction.actors.gazetteer import place
from tui_reader.extraction.actors.normal import normal
from tui_reader.extraction.lexicon import sets

SETS = sets("actors/sets")
TITLES = lexicon.words("actors/titles")
TITLE_WORDS = lexicon.words("actors/title_words")
ORGANISATIONS = lexicon.words("actors/organisations")
ORGANISATION_NAMES = lexicon.words("actors/organisation_names")
COLLECTIVES = lexicon.words("actors/collectives")
PLACE_NOUNS = lexicon.words("actors/places")
STATE_FORMS = lexicon.words("actors/state_forms")
HONORIFICS = lexicon.mapping("actors/honorifics")
PARTICLES = lexicon.words("actors/name_particles")
SECOND_TITLES = SETS["second_titles"]
NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT"})
NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’&-]*$")
TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
CALENDAR = lexicon.words("actors/calendar")


@dataclass(slots=True)
class Name:
    """One mention of a proper name: tokens `[start, end)` with its title, of which `[core, end)` is the name.

    `root` heads the phrase. A title used as a name ("the Commodore") has an empty core: `core == end`.
    """

    start: int
    core: int
    end: int
    root: Token
    text: str
    title: str = ""
    form: str = ""  # the whole form of a state: "Republic of Issaly"


def is_named(token: Token) -> bool:
    """Say whether *token* can be part of a proper name."""
    if not NAME_WORD.match(token.text):
        return False
    if token.ent_type_ in TIMES or token.lower_ in CALENDAR:
        return token.pos_ == "PROPN" and token.lower_ not in CALENDAR and token.ent_type_ not in {"DATE", "TIME"}
    if token.pos_ == "PROPN":
        return True
    return token.pos_ in {"NOUN", "ADJ", "X"} and token.ent_type_ in NAMED and not token.is_sent_start


def find_names(doc: Doc, skipped: set[int]) -> Iterator[Name]:
    """Yield the proper names of *doc* in order; tokens whose indices are in *skipped* belong to none."""
    i, size = 0, len(doc)
    small = {token.text for token in doc if token.is_lower}
    while i < size:
        if i in skipped or not is_named(doc[i]):
            i += 1
            continue
        end = run_end(doc, i, skipped)
        if end == i + 1 < size and doc[i].is_sent_start and is_command(doc[i], small):
            i = end
            continue
        name = name_of(doc, i, end)
        yield name
        i = max(name.end, i + 1)


def is_command(token: Token, small: set[str]) -> bool:
    """Say whether a sentence begins with a command, "Cap them …", whose verb has a capital for that alone."""
    return token.lower_ in small and token.nbor(1).tag_ in {"PRP", "DT", "PRP$"} and token.nbor(1).dep_ != "appos"


def run_end(doc: Doc, start: int, skipped: set[int]) -> int:
    """Return where the run of name words that starts at *start* ends."""
    end, size = start + 1, len(doc)
    while end < size and end not in skipped and not doc[end].is_sent_start:
        token = doc[end]
        if is_named(token):
            end += 1
        elif (
            end + 1 < size
            and is_named(doc[end + 1])
            and (
                (token.text in {"-", "–", "'", "’"} and not token.whitespace_ and joins(doc, end))
                or token.lower_ in PARTICLES
                or (token.lower_ in {"and", "&"} and coordinates(doc, start, end))
                or ((token.tag_ == "POS" or token.text in {"'", "’"}) and possesses(doc, end))
            )
        ):
            end += 2
        else:
            break
    return end


def joins(doc: Doc, mark: int) -> bool:
    """Say whether the hyphen or apostrophe at *mark* is inside one name: "Saint-Orens", but not "Japan-Korea"."""
    before, after = doc[mark - 1], doc[mark + 1]
    return not before.whitespace_ and not (place(before.text) and place(after.text))


def coordinates(doc: Doc, start: int, conjunction: int) -> bool:
    """Say whether the conjunction is inside one name: "the Securities and Exchange Commission"."""
    if doc[conjunction].lower_ == "and" and (start == 0 or doc[start - 1].lower_ != "the"):
        return False
    if any(doc[i].lower_ in ORGANISATIONS for i in range(start, conjunction)):
        return False
    end = conjunction + 1
    while end < len(doc) and is_named(doc[end]):
        end += 1
    last = doc[end - 1].lower_
    return end > conjunction + 2 and (last in ORGANISATIONS or last in ORGANISATION_NAMES)


def possesses(doc: Doc, mark: int) -> bool:
    """Say whether the possessive at *mark* is inside a name: "People’s Republic", "Teachers’ Union"."""
    before, after = doc[mark - 1].lower_, doc[mark + 1].lower_
    return (after in STATE_FORMS and before == "people") or (after in ORGANISATIONS and before.endswith("s"))


def name_of(doc: Doc, start: int, end: int) -> Name:
    """Return the name in the run `[start, end)`, its title split off and an organisation's `of` phrase taken in."""
    last = doc[end - 1].lower_
    organised = last in ORGANISATIONS or last in ORGANISATION_NAMES
    if end - start == 1 and is_common(doc[start]) and not (organised and of_run(doc, end - 1, end)):
        return Name(start, end, end, doc[start], "", doc[start].text)
    core = start
    if not organised:
        core = next((i + 1 for i in range(end - 1, start - 1, -1) if ends_title(doc, i, start)), start)
    form = ""
    if last in STATE_FORMS and core < end:
        inner = of_run(doc, end - 1, end)
        if inner is not None and (last not in ORGANISATIONS or inner[1] - inner[0] == 1):
            form = doc[start : inner[1]].text
            known = place(form)
            text = form if known is not None else doc[inner[0] : inner[1]].text
            return Name(start, inner[0], inner[1], doc[end - 1], text, form=form)
    root = root_of(doc, start, end)
    if organised or last in PLACE_NOUNS:
        while (inner := of_run(doc, end - 1, end)) is not None:
            end = inner[1]
    start = title_start(doc, start)
    title = doc[start:core].text
    return Name(start, core, end, root, doc[core:end].text, title)


def is_common(token: Token) -> bool:
    """Say whether a word with a capital is a description, not a name: "the Commission", "either Side", "Parliament"."""
    noun = singular(token)
    return noun in ORGANISATIONS or noun in COLLECTIVES or noun in TITLES


def singular(token: Token) -> str:
    """Return the lemma of a noun; that of a proper noun in the plural, which spaCy leaves as it is, without its `s`."""
    lemma = normal(token.lemma_)
    if token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma.removesuffix("ies") + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
    return lemma


def is_title(token: Token) -> bool:
    return token.lower_ in HONORIFICS or token.lower_ in TITLES or token.lower_.removesuffix("s") in TITLES


def ends_title(doc: Doc, i: int, start: int) -> bool:
    """Say whether the word at *i* can be the last of a title: "Chief Executive Ann Day", "Chief Whip Ann Day"."""
    return is_title(doc[i]) or (i > start and doc[i].lower_ in SECOND_TITLES and is_title(doc[i - 1]))


def of_run(doc: Doc, head: int, end: int) -> tuple[int, int] | None:
    """Return the run of name words in an `of`, `for` or `on` phrase right after *end*."""
    size = len(doc)
    if end >= size or doc[end].lower_ not in {"of", "for", "on"}:
        return None
    start = end + 1
    if start < size and doc[start].lower_ == "the":
        start += 1
    if start >= size or not is_named(doc[start]):
        return None
    return start, run_end(doc, start, set())


def title_start(doc: Doc, start: int) -> int:
    """Return where a title in small letters before a name starts: "leader" of "leader Kim Jong Un"."""
    first = start
    while first > 0:
        before = doc[first - 1]
        if before.is_sent_start and not before.text[:1].isalpha():
            break
        lower = before.lower_
        inside = first < start or lower in TITLES
        if (
            before.dep_ in {"compound", "amod", "nmod"}
            and inside
            and (lower in TITLES or before.pos_ in {"ADJ", "NOUN", "PROPN"})
        ):
            if first == start and lower not in TITLES:
                break
            first -= 1
        else:
            break
    return first


def root_of(doc: Doc, start: int, end: int) -> Token:
    """Return the token of `[start, end)` that heads the others."""
    roots = [doc[i] for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i]
    return roots[0] if len(roots) == 1 else (roots[-1] if roots else doc[end - 1])
