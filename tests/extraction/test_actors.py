"""One actor for all the names that a text uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from tui_reader.extraction import extract
from tui_reader.extraction.pipeline import groups_of, load, parse, parts
from tui_reader.extraction.reading import Reading
from tui_reader.model import Actor
from tui_reader.sources import read_text


@dataclass
class Cast:
    """Who is who in one text: asked by the words that stand in it."""

    reading: Reading

    def who(self, words: str, nth: int = 1) -> str | None:
        """Return the name of whom the *nth* occurrence of *words* means; None for the document's writer."""
        actor = self.actor(words, nth)
        return actor.name if actor else None

    def actor(self, words: str, nth: int = 1) -> Actor | None:
        at = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.reading.document.text)][
            nth - 1
        ]
        for doc in self.reading.parts:
            offset = doc._.offset
            if offset <= at < offset + len(doc.text):
                head = doc.char_span(at - offset, at - offset + len(words), alignment_mode="expand").root
                actor_id = self.reading.actors.holder(head)
                return next((a for a in self.reading.actors.values() if a.id == actor_id), None)
        raise AssertionError(f"{words!r} is in no part")


def cast(text: str) -> Cast:
    document = read_text(text)
    reading = Reading(document)
    for group in groups_of(list(parts(document))):
        reading.parts.extend(parse(load(), reading, span) for span in group)
    for doc in reading.parts:
        reading.actors.learn(doc)
    for doc in reading.parts:
        reading.actors.walk(doc)
    return Cast(reading)


SAME = [
    # full, last and titled names
    ("Ann Marlow spoke first. Marlow said that the road is safe. Ms. Marlow left.", "Ann Marlow", "Marlow"),
    (
        "Governor Ann Marlow spoke. Later Governor Marlow said that the road is safe.",
        "Governor Ann Marlow",
        "Governor Marlow",
    ),
    ("Tomas Berg said no. “Not now,” Mr. Berg added.", "Tomas Berg", "Mr. Berg"),
    # titles and descriptions beside the name
    (
        "The harbour master, Lena Fisk, spoke. The harbour master said that the ferry sank.",
        "Lena Fisk",
        "The harbour master",
    ),
    (
        "Lena Fisk, the chief economist of the Orme Bank, spoke. The economist warned of a slump.",
        "Lena Fisk",
        "The economist",
    ),
    ("Finance Minister Paul Grey resigned. The minister said that he was tired.", "Paul Grey", "The minister"),
    ("Karl Ott, a retired judge, spoke. Ott denied that he had been paid.", "Karl Ott", "Ott"),
    # organisations
    ("The World Grain Council (WGC) met. The WGC said that prices will fall.", "World Grain Council", "WGC"),
    ("The Brackwater Company closed. The company said that it was sorry.", "Brackwater Company", "The company"),
    ("The Dockers Union met. The union demanded a rise.", "Dockers Union", "The union"),
    (
        "The Supreme Court of Ostland ruled. The court said that the law stands.",
        "Supreme Court of Ostland",
        "The court",
    ),
    ("The Allied Dock Workers' Union met. ADWU rejected the offer.", "Allied Dock Workers' Union", "ADWU"),
    ("Orme Ports, the company that owns the quay, spoke. The firm said no.", "Orme Ports", "The firm"),
    ("The Federation of Ostlandish Railwaymen (FOR) met. FOR said no.", "Federation of Ostlandish Railwaymen", "FOR"),
    ("Linden Industries Inc. bid. Linden’s president spoke. Linden said no.", "Linden Industries Inc.", "Linden"),
    ("The Grain and Oil Commission (GOC) met. The GOC said no.", "Grain and Oil Commission", "The GOC"),
    ("Meru’s capital, Dastan, was quiet. Dastan refused to comment on Meru.", "Meru", "Dastan"),
    ("The leader of Japan spoke to Prime Minister Aso. Mr. Aso left.", "Prime Minister Aso", "Mr. Aso"),
    # real states
    ("Japan asked for talks. Tokyo said that it would wait.", "Japan", "Tokyo"),
    ("France asked for talks. The French government said no.", "France", "The French government"),
    ("Russia closed the border. The Kremlin said that the road was unsafe.", "Russia", "The Kremlin"),
    ("The United States agreed. Washington said that it would pay.", "United States", "Washington"),
    ("North Korea replied. The DPRK said that talks are over.", "North Korea", "DPRK"),
    # invented states: demonym, government, form of state
    ("Ostland’s foreign minister spoke. The Ostlandish government said no.", "Ostland", "The Ostlandish government"),
    ("The Republic of Merrow signed. Merrow said that it was content.", "Republic of Merrow", "Merrow"),
    # descriptions that come again
    ("Two divers found the wreck. The divers said that it was old.", "Two divers", "The divers"),
    ("A senior official spoke. The official said that the road is safe.", "A senior official", "The official"),
]


@pytest.mark.parametrize(("text", "first", "again"), SAME)
def test_two_names_of_one(text: str, first: str, again: str) -> None:
    actors = cast(text)
    nth = 2 if first.startswith(again) or again in first else 1
    assert actors.actor(first) is not None
    assert actors.who(again, nth) == actors.who(first)


APART = [
    ("Kim Yo Jong spoke. Kim Jong Un listened.", "Kim Yo Jong", "Kim Jong Un"),
    ("Ann Marlow spoke. Ben Marlow agreed that it was so.", "Ann Marlow", "Ben Marlow"),
    ("The bank in Velm closed. The bank in Ostend said that it was open.", "The bank in Velm", "The bank in Ostend"),
    ("A minister left. A minister arrived.", "A minister", "A minister"),
    ("Japan asked Korea for help. South Korea said no.", "Japan", "South Korea"),
    ("The navy of Ostland sailed. The government of Ostland said no.", "navy", "government"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_who_are_not_one(text: str, one: str, other: str) -> None:
    actors = cast(text)
    assert actors.who(one) is not None
    assert actors.actor(one) != actors.actor(other, 2 if one == other else 1)


PRONOUNS = [
    ("Ann Marlow met Ben Ott. She said that the road is safe.", "She", "Ann Marlow"),
    ("Ann Marlow met Ben Ott. He said that the road is safe.", "He", "Ben Ott"),
    ("Ostland’s minister spoke of Merrow. Ostland closed the border. It demanded talks.", "It", "Ostland"),
    ("The miners met the owners. They demanded a rise.", "They", "miners"),
    ("“We are ready,” said Ann Marlow. “Not yet,” she added.", "she", "Ann Marlow"),
    ("The League rejected the plan. It demanded that the works be halted.", "It", "League"),
    ("Ann Marlow said that her daughter was ill. She left.", "She", "Ann Marlow"),
    ("Dr. Iva Holm told Ms. Ray that she would resign.", "she", "Iva Holm"),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), PRONOUNS)
def test_pronouns(text: str, pronoun: str, name: str) -> None:
    assert cast(text).who(pronoun) == name


@pytest.mark.parametrize(
    "text",
    [
        "It is feared that the dam will fail.",
        "It seems that the road is safe.",
        "It is likely that Ann Marlow will win.",
    ],
)
def test_it_that_means_nobody(text: str) -> None:
    assert cast(text).who("It") is None


def test_a_pronoun_is_not_the_other_argument_of_its_verb() -> None:
    actors = cast("Ann Marlow spoke. Iva Holm said nothing. Iva Holm thanked her.")
    assert actors.who("her") == "Ann Marlow"


def test_the_writer_is_none() -> None:
    assert cast("I think that the road is safe.").who("I") is None


def test_collective_names_have_members() -> None:
    actors = cast(
        "Ostland’s minister met Merrow’s minister. Ostland and Merrow agreed. The two countries will meet again."
    )
    both = actors.actor("The two countries")
    assert both is not None
    names = {actor.id: actor.name for actor in actors.reading.actors.values()}
    assert {names.get(member) for member in both.members} == {"Ostland", "Merrow"}


def test_a_group_that_is_named_one_by_one_has_members() -> None:
    actors = cast("Two members, Dr. Nils Aaby and Ms. Petra Horn, preferred a cut. They argued that demand is weak.")
    group = actors.actor("They")
    assert group is not None
    names = {actor.id: actor.name for actor in actors.reading.actors.values()}
    assert [names[member] for member in group.members] == ["Nils Aaby", "Petra Horn"]


def test_what_a_text_says_its_maker_says() -> None:
    actors = cast("Ann Marlow issued a statement on Monday. The statement says that the road is safe.")
    assert actors.who("The statement") == "Ann Marlow"


def test_the_government_of_an_officer() -> None:
    actors = cast("Ostland’s prime minister, Ann Marlow, spoke. She said that her government would sign.")
    assert actors.who("her government") == "Ostland"


def test_a_capital_is_learnt_from_a_heading() -> None:
    actors = cast(
        "Ministry of Health of Ostland, Orme\n\nThe wards are full. Orme said that it would build more of them."
    )
    assert actors.who("Orme", 2) == "Ostland"


def test_turns_of_a_transcript_have_their_speakers() -> None:
    text = (
        "Spokesperson Ann Marlow took questions.\n\nMS. MARLOW: We are ready.\n\nQUESTION: Do you agree?\n\n"
        "MS. MARLOW: I do.\n\nQUESTION (Orme Post): Why do you?\n\nMS. MARLOW: We must."
    )
    actors = cast(text)
    assert actors.who("We") == "Ann Marlow"
    assert actors.who("you") == "Ann Marlow"
    assert actors.who("I") == "Ann Marlow"


def test_labels_of_an_interview_are_told_in_full() -> None:
    text = (
        "Interview with Dr. Milo Varga\n\nKHEIR: Your study is new. Is it right?\n\n"
        "VARGA: I hope so.\n\nKHEIR: Thank you."
    )
    actors = cast(text)
    assert actors.who("I") == "Milo Varga"
    assert actors.who("Your study") == "Milo Varga"
    assert actors.who("you") == "Milo Varga"


def test_a_title_goes_with_a_person_and_not_with_a_company() -> None:
    actors = cast("Calder Ports closed. Its owner, Martin Calder, spoke. Mr. Calder said that he was sorry.")
    assert actors.who("Mr. Calder") == "Martin Calder"


def test_one_who_is_named_in_apposition() -> None:
    assert cast("Two divers spoke. One of them, Priya Nair, said no.").who("One of them") == "Priya Nair"


def test_what_nobody_asks_for_is_no_actor() -> None:
    actors = cast("The tolls rose. Ann Marlow said that the tolls are high.")
    actors.who("Ann Marlow")
    assert [actor.name for actor in actors.reading.actors.values()] == ["Ann Marlow"]


def test_ids_do_not_hang_on_what_stands_elsewhere() -> None:
    first = cast("Ann Marlow said that the road is safe.").actor("Ann Marlow")
    second = cast("Ben Ott left. Ann Marlow said that the road is safe.").actor("Ann Marlow")
    assert first is not None
    assert second is not None
    assert first.id == second.id


def test_a_place_that_does_nothing_is_no_actor() -> None:
    actors = cast("Ann Marlow said that the ferry to Saint-Orens had sunk in the Sea of Japan.")
    actors.who("Ann Marlow")
    assert [actor.name for actor in actors.reading.actors.values()] == ["Ann Marlow"]


def test_another_is_one_of_those_spoken_of() -> None:
    text = (
        "Pilots who know the strait were not impressed. “It is old news,” said one. Another said that the fee was high."
    )
    assert cast(text).who("Another") == "another pilot"


def test_a_courtesy_in_a_label_tells_that_a_person_speaks() -> None:
    text = (
        "Briefing, Ministry of Roads\n\nSpokesperson: Cosima Varn\n\nMS VARN: The road is closed.\n\n"
        "QUESTION: Why?\n\nMS VARN: It is wet.\n\nQUESTION: And then?\n\nMS VARN: It will open.\n"
    )
    found = [(actor.name, actor.kind.value) for actor in extract(read_text(text)).actors]
    assert ("Cosima Varn", "person") in found


def test_the_verb_of_a_command_names_nobody() -> None:
    text = (
        "The rent is too high, and a cap is due. Cap them from the first day and the funds will put their money away."
    )
    assert all(actor.name != "Cap" for actor in extract(read_text(text)).actors)


def test_what_there_is_not_is_not_meant_later() -> None:
    text = (
        "They have not asked for a new chair. The union wants the minister to appear before the committee. He has "
        "offered Friday. The chair would prefer Thursday."
    )
    assert all(actor.name != "new chair" for actor in extract(read_text(text)).actors)
