import re
import xml.etree.ElementTree as ElementTree

import pytest

from tui_reader.argument.formats import FORMATS, MAPS, write
from tui_reader.errors import DeckError
from tui_reader.model import (
    Actor,
    ActorKind,
    Check,
    Condition,
    ConditionKind,
    Extraction,
    Issue,
    Position,
    Quotation,
    Span,
    Stance,
)
from tui_reader.sources import read_text

HOSTILE = '"]; click x <script>alert(1)</script> %% {{b}} \\" end'
TEXT = f"If the toll falls, the boats will come. {HOSTILE}\n"
DOCUMENT = read_text(TEXT)
AT = TEXT.index(HOSTILE)
EXTRACTION = Extraction(
    DOCUMENT.id,
    actors=(Actor("a1", f"Lord {HOSTILE}", ActorKind.PERSON),),
    conditions=(
        Condition("c1", ConditionKind.SUFFICIENT, Span(0, 2), Span(3, 17), Span(19, 38), "a1", "a1"),
        Condition("c2", ConditionKind.EXCEPTIVE, Span(0, 2), Span(AT, AT + len(HOSTILE)), Span(3, 17)),
    ),
    quotations=(
        Quotation(Span(AT, AT + len(HOSTILE)), "a1", Check.ALTERED, Span(19, 38)),
        Quotation(Span(3, 17), None),
    ),
    positions=(
        Position("p1", "a1", Issue(HOSTILE), Stance.OFFERS, Span(19, 38)),
        Position("p2", None, Issue(HOSTILE), Stance.OPPOSES, Span(3, 17)),
    ),
)


@pytest.mark.parametrize("which", MAPS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_map_can_be_drawn_in_every_form_and_is_the_same_each_time(form, which):
    drawn = write(form, which, DOCUMENT, EXTRACTION)
    assert "the boats will come" in drawn or which == "standings"
    assert drawn == write(form, which, DOCUMENT, EXTRACTION)
    assert drawn.endswith("\n")


@pytest.mark.parametrize("which", MAPS)
def test_no_text_is_markup_in_svg(which):
    tree = ElementTree.fromstring(write("svg", which, DOCUMENT, EXTRACTION))
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {"svg", "rect", "text", "line"}
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", write("svg", which, DOCUMENT, EXTRACTION))


@pytest.mark.parametrize("which", MAPS)
def test_no_text_ends_a_label_in_mermaid_or_dot(which):
    mermaid = write("mermaid", which, DOCUMENT, EXTRACTION)
    assert "<script" not in mermaid
    assert all(line.count('"') in (0, 2) for line in mermaid.splitlines())
    for line in write("dot", which, DOCUMENT, EXTRACTION).splitlines():
        assert len(re.findall(r'(?<!\\)(?:\\\\)*"', line)) % 2 == 0


@pytest.mark.parametrize("which", MAPS)
def test_a_title_in_argdown_holds_none_of_its_own_brackets(which):
    for line in write("argdown", which, DOCUMENT, EXTRACTION).splitlines()[4:]:
        match = re.match(r"\s*(?:[+-] )?[\[<]([^\]>]*)[\]>]: ", line)
        assert not line or match, line


def test_an_unknown_form_or_map_is_told_what_there_is():
    with pytest.raises(DeckError, match="mermaid, dot, argdown, svg"):
        write("jpeg", "standings", DOCUMENT, EXTRACTION)
    with pytest.raises(DeckError, match="standings, conditions, quotations"):
        write("dot", "weather", DOCUMENT, EXTRACTION)
