from __future__ import annotations

import pytest

from tests.sources.documents import assert_sound, voices
from tui_reader.model import SectionKind
from tui_reader.sources import read_text

NEWS = (
    "The council met on Monday in the old customs house. "
    "It was a long meeting and nothing was settled by it, as all admitted."
)
OWN = "I regret the tariff. If the council lowers it, we will return to work."


@pytest.mark.parametrize(
    ("heading", "author"),
    [
        ("Press Statement of Mara Dun Sel", "Mara Dun Sel"),
        ("Statement by Tomas Reel", "Tomas Reel"),
        ("Statement by President Ilya Tormasz on the Talks", "Ilya Tormasz"),
        ("Remarks by Foreign Minister Dorn", "Foreign Minister Dorn"),
        ("Statement by the Deputy Foreign Minister of Tarovia", "the Deputy Foreign Minister of Tarovia"),
        ("Open letter from Anna Veld to the Council", "Anna Veld"),
        ("Full Text of the Speech by Dr. Amara Shields", "Amara Shields"),
        ("Anna Veld’s statement in full", "Anna Veld"),
        ("Joint Statement of the Valley League", "the Valley League"),
        ("Full text: President Tormasz’s speech", "President Tormasz"),
    ],
)
def test_a_heading_names_who_speaks(heading: str, author: str) -> None:
    document = read_text(f"The Salt Quarrel\n\n{NEWS}\n\n{heading}\n\n{OWN}\n")
    assert voices(document) == [(None, None), (heading, author)]
    assert document.sections[1].kind is SectionKind.STATEMENT
    assert_sound(document)


@pytest.mark.parametrize(
    ("lead_in", "author"),
    [
        ("The harbour master, Tomas Reel, issued the following statement on Tuesday:", "Tomas Reel"),
        ("Tomas Reel, master of the harbour, issued the following press statement:", "Tomas Reel"),
        ("Deputy Foreign Minister Oresta Valkin released the following statement on Monday:", "Oresta Valkin"),
        ("On Monday, Tomas Reel published the following letter:", "Tomas Reel"),
        ("Tomas Reel writes:", "Tomas Reel"),
        ("The following statement was issued on Monday by the spokesman for the Harbour, Tomas Reel:", "Tomas Reel"),
        ("The following is the full text of a statement by Foreign Minister Anna Dorn:", "Anna Dorn"),
        ("The full statement by Tomas Reel reads as follows:", "Tomas Reel"),
        ("Tomas Reel said in a statement:", "Tomas Reel"),
        ("VARNA, 3 May (ANP) — Tomas Reel issued the following statement:", "Tomas Reel"),
        ("The Harbour Commission issued the following statement:", "The Harbour Commission"),
    ],
)
def test_a_lead_in_names_who_speaks(lead_in: str, author: str) -> None:
    document = read_text(f"The Salt Quarrel\n\n{NEWS}\n\n{lead_in}\n\n{OWN}\n\nI ask for patience.\n")
    assert voices(document) == [(None, None), (None, author)]
    assert document.sections[1].span.of(document.text).startswith("I regret")


def test_a_lead_in_gives_the_name_to_the_role_in_the_heading() -> None:
    heading = "Statement by the Harbour Master"
    lead_in = "Harbour Master Tomas Reel issued the following statement:"
    document = read_text(f"The Salt Quarrel\n\n{NEWS}\n\n{heading}\n\n{lead_in}\n\n{OWN}\n")
    assert voices(document)[1] == (heading, "Tomas Reel")


@pytest.mark.parametrize("end", ["***", "* * *", "----------", "ENDS"])
def test_a_statement_ends_at_a_rule(end: str) -> None:
    document = read_text(
        f"Salt\n\n{NEWS}\n\nTomas Reel writes:\n\n{OWN}\n\nI ask.\n\n{end}\n\nThe council was silent.\n"
    )
    assert document.sections[-1].author is None
    assert document.sections[-1].span.of(document.text).startswith("The council was")


def test_a_statement_ends_where_the_article_speaks_of_its_speaker() -> None:
    document = read_text(
        f"Salt\n\n{NEWS}\n\nTomas Reel writes:\n\n{OWN}\n\nTrade is slow.\n\nMr Reel took no questions.\n"
    )
    assert [author for _, author in voices(document)] == [None, "Tomas Reel", None]
    assert document.sections[-1].span.of(document.text).startswith("Mr Reel")


def test_two_speakers_in_turn() -> None:
    document = read_text(f"Salt\n\n{NEWS}\n\nAnna Veld writes:\n\n{OWN}\n\nJon Marek writes:\n\nI disagree with her.\n")
    assert [author for _, author in voices(document)] == [None, "Anna Veld", None, "Jon Marek"]


def test_a_statement_goes_on_under_its_own_subheadings_only() -> None:
    document = read_text(
        f"Salt\n\n{NEWS}\n\nSpeech by Anna Veld\n\n{OWN}\n\nOn the tariff\n\nI ask you to lower it.\n\n"
        f"Reaction\n\n{NEWS}\n"
    )
    assert voices(document)[1:] == [
        ("Speech by Anna Veld", "Anna Veld"),
        ("On the tariff", "Anna Veld"),
        ("Reaction", None),
    ]


def test_a_letter_knows_its_signature_and_ends_with_it() -> None:
    letter = f"Dear Councillors,\n\n{OWN}\n\nYours sincerely,\nTomas Reel\nHarbour Master of Varna\n"
    assert voices(read_text(f"Open Letter to the Council\n\n{letter}")) == [(None, "Tomas Reel")]
    document = read_text(f"Salt\n\n{NEWS}\n\n{letter}\n{NEWS}\n")
    assert [author for _, author in voices(document)] == [None, "Tomas Reel", None]


@pytest.mark.parametrize(
    "line", ["— Gethin Prowse, farmer", "Signed: Gethin Prowse", "For the Valley League: Gethin Prowse"]
)
def test_a_signature_under_a_text_in_the_first_person(line: str) -> None:
    document = read_text(
        f"A Word on the Dam\n\nI have lived here for sixty years. My house will be flooded.\n\n{line}\n"
    )
    assert voices(document) == [(None, "Gethin Prowse")]


def test_two_signatures_are_no_single_voice() -> None:
    document = read_text(f"An Accord\n\n{OWN}\n\nFor the Kingdom of Brenn: Anna Veld\n\nFor Issaly: Jon Marek\n")
    assert voices(document) == [(None, None)]


def test_a_byline_names_the_writer_and_no_other_voice() -> None:
    own = read_text(f"The Dam\n\nBy Nesta Rhys\n\n{NEWS}\n\nI doubt it. My view is that we should wait.\n")
    assert own.author == "Nesta Rhys"
    assert voices(own)[-1] == (None, None)


@pytest.mark.parametrize(
    "signatures",
    [
        "Nesta Rhys, farmer; Anna Veld, teacher; and 212 others",
        "Nesta Rhys, Valley League\n\nDr. Anna Veld, Polytechnic of Aldmouth\n\nPavel Orme",
        "Nesta Rhys and 40 others",
    ],
)
def test_a_letter_that_many_sign_is_the_writers(signatures: str) -> None:
    document = read_text(
        f"Open Letter to the Council\n\nDear Councillors,\n\n{OWN}\n\nYours sincerely,\n\n{signatures}\n"
    )
    assert voices(document) == [(None, None)]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Nesta Rhys", "Nesta Rhys"),
        ("BY NESTA RHYS", "NESTA RHYS"),
        ("By Nesta Rhys and Anna Veld", "Nesta Rhys and Anna Veld"),
        ("By Nesta Rhys | 4 May 2021", "Nesta Rhys"),
        ("By Nesta Rhys, The Aldmouth Post", "Nesta Rhys"),
        ("Author: Nesta Rhys", "Nesta Rhys"),
        ("Nesta Rhys\n\n4 May 2021", "Nesta Rhys"),
        ("By the Foreign Desk", "the Foreign Desk"),
    ],
)
def test_bylines(line: str, author: str) -> None:
    assert read_text(f"The Dam\n\n{line}\n\n{NEWS}\n").author == author


@pytest.mark.parametrize("line", ["By noon it was over.", "By the end nobody cared", "By All Means?"])
def test_no_bylines(line: str) -> None:
    assert read_text(f"The Dam\n\n{line}\n\n{NEWS}\n").author is None


def test_a_statement_of_things_is_nobodys() -> None:
    document = read_text(
        f"The Club\n\n{NEWS}\n\nStatement of Shared Principles\n\nMembers pay a fee before they vote.\n"
    )
    assert voices(document)[1] == ("Statement of Shared Principles", None)


def test_a_quoted_statement_is_left_to_its_quotation_marks() -> None:
    document = read_text(
        f"Salt\n\n{NEWS}\n\nTomas Reel issued the following statement:\n\n“I regret the tariff.”\n\n{NEWS}\n"
    )
    assert voices(document) == [(None, None)]


def test_a_statement_s_speaker_is_its_document_s_author() -> None:
    document = read_text(f"Remarks by President Ilya Tormasz to the Assembly\nAs Prepared\n\n{OWN}\n")
    assert document.title == "Remarks by President Ilya Tormasz to the Assembly"
    assert document.author == "Ilya Tormasz"


def test_a_name_over_a_line_end_is_one_name() -> None:
    document = read_text(
        "Salt\n\nThe council met on Monday in the old customs house and it was\n"
        "a long meeting in which nothing was settled, as all of them said.\n\n"
        "On the evening of the next day the harbour master, Tomas Willem\nReel, issued the following statement:\n\n"
        "I regret the tariff and ask the council to lower it before the\nend of May, when the pilots meet.\n"
    )
    assert document.sections[-1].author == "Tomas Willem Reel"
    assert_sound(document)


def test_headings_that_end_in_a_colon() -> None:
    document = read_text(
        f"Replies\n\n{NEWS}\n\nStatement from Anna Veld:\n\n{OWN}\n\nStatement from Jon Marek:\n\nWe agree.\n"
    )
    assert voices(document)[1:] == [
        ("Statement from Anna Veld", "Anna Veld"),
        ("Statement from Jon Marek", "Jon Marek"),
    ]


def test_a_letter_signed_by_a_bare_name() -> None:
    document = read_text(
        f"The Dam\n\nTo the members of the League:\n\n{OWN}\n\nGethin Prowse\nChairman, Valley League\n"
    )
    assert voices(document) == [(None, "Gethin Prowse")]


@pytest.mark.parametrize(
    "line",
    [
        "The minister made it clear on Tuesday that this statement was false.",
        "This was the speech of a beaten man.",
        "Anna Veld wrote that the tariff must fall.",
        "The council published this report on Monday.",
    ],
)
def test_prose_about_statements_opens_none(line: str) -> None:
    document = read_text(f"The Salt Quarrel\n\n{NEWS}\n\n{line}\n\nI regret the tariff and we should lower it.\n")
    assert voices(document) == [(None, None)]


@pytest.mark.parametrize(
    "heading",
    ["A Letter from Varna", "The Appeal of the Sea", "Brennmark’s Response", "The Minister’s Speech", "Our Address"],
)
def test_a_heading_about_a_text_gives_no_voice(heading: str) -> None:
    own = "I regret the tariff and we should lower it."
    assert {author for _, author in voices(read_text(f"{heading}\n\n{NEWS}\n\n{own}\n"))} == {None}
    assert {author for _, author in voices(read_text(f"Salt\n\n{NEWS}\n\n{heading}\n\n{own}\n"))} == {None}


def test_a_name_with_its_office_under_a_statement_names_who_speaks() -> None:
    lines = ("Holm Lines", "Chairman’s statement", "To our shareholders", OWN, "Edvard Holm, Chairman", "4 March 2031")
    text = "\n\n".join(lines) + "\n"
    document = read_text(text)
    assert [section.author for section in document.sections] == ["Edvard Holm"]
    assert_sound(document)
