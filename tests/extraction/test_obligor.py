"""Who must act: one sentence a construction, with the name of the actor or nothing."""

import pytest

from tui_reader.extraction import extract
from tui_reader.sources import read_text

LEAD = "The government of Ostrava said that it wanted peace. The government of Kestria said that Kestria agreed."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ostrava will lift the ban if Kestria withdraws its fleet.", "Kestria"),
        ("Ostrava will lift the ban if the fleet is withdrawn by Kestria.", "Kestria"),
        ("Ostrava will lift the ban unless it rains.", None),
        ("Ostrava will lift the ban if the water level falls below nine metres.", None),
        ("The loan depends on a guarantee from Kestria.", "Kestria"),
        ("The loan depends on Kestria's patience.", "Kestria"),
        ("The loan requires a vote that Kestria has twice delayed.", "Kestria"),
        ("“Withdraw the fleet, and we will talk,” the envoy told Kestria.", "Kestria"),
        ("Should Kestria leave the union, Ostrava will close the strait.", "Kestria"),
        ("Had Kestria paid its dues, Ostrava would have stayed.", "Kestria"),
        ("Kestria might take the chance. If the chance is taken, Ostrava will talk.", "Kestria"),
        ("Even if Kestria were willing to sign, Ostrava would refuse.", "Kestria"),
        ("Once President Ada Brell of Kestria has signed the treaty, Ostrava will ratify it.", "Ada Brell"),
        ("Kestria began a blockade in May. Ostrava will talk once the blockade is lifted.", "Kestria"),
        ("Kestria’s blockade has hurt trade. Ostrava will talk once the blockade is lifted.", "Kestria"),
        ("Ostrava will lift the ban if foreign smelters agree to buy the ore.", "foreign smelters"),
        ("The return of the mission depends on a vote of the member states.", "member states"),
        ("The plan will go on if it was approved by nine votes.", None),
        ("Ostrava would have closed the strait if Kestria had wanted a war.", "Kestria"),
        ("Only a retired judge can lift the order.", "retired judge"),
        ("The sale requires the consent of all nine member governments.", "all nine member governments"),
        ("The cost cannot be met unless the county contributes a half.", "county"),
    ],
)
def test_the_obligor_is_whoever_must_act(text, name):
    found = extract(read_text(f"{LEAD} {text}\n"))
    (condition,) = found.conditions
    actor = found.actor(condition.obligor)
    assert (actor.name if actor else None) == name
