"""Numbers in an answer in one form: words as digits, shares as fractions, the least and the most as bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

from tui_reader.study.vocabulary import Word, empty_words, little, numerals, stem, table

ONCE, EACH = "once", ("a", "an", "per", "each", "every", "in")  # "once a year", but "once it rains"
WHOLES = frozenset((*map(str, range(2, 11)), "100", "1000"))  # "three in ten"
AND = "and"
ITS = little("all of them")
THIRDS = {"33": "1/3", "66": "2/3", "67": "2/3"}
BOUNDS, COUNTED = {"minimum": "more", "maximum": "fewer"}, 12  # up to how many things are counted one by one


def in_figures(found: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a text with its numbers in one form."""
    return tuple(_with_bounds(list(_with_shares(list(_with_numbers(found))))))


def _with_numbers(found: Sequence[Word]) -> Iterable[Word]:
    """Write number words as digits: `twenty-one` as 21, `two thirds` as 2/3; a lone `one` stays a word."""
    shares, times = numerals("share"), numerals("times")
    index = 0
    while index < len(found):
        value, used = _number_at(found, index)
        following = found[index + used].text.removesuffix("s") if index + used < len(found) else ""
        if used and following in shares:
            number, used = str(Fraction(value, int(shares[following]))), used + 1
        elif found[index].text in numerals("ordinal"):
            number, used = numerals("ordinal")[found[index].text], 1
        elif found[index].text == "a" and _is_share(found[index + 1 : index + 3]):
            number, used = f"1/{shares[found[index + 1].text]}", 2  # "a third"
        elif used and not (used == 1 and found[index].text == "one"):
            number = str(value)
        elif found[index].text in times and (found[index].text != ONCE or following in EACH):
            number, used = times[found[index].text], 1
        else:
            yield found[index]
            index += 1
            continue
        yield Word(number, number, after_break=found[index].after_break)
        index += used


def _is_share(found: Sequence[Word]) -> bool:
    """Say whether words go on as `third of it`, not as `third time`."""
    return (
        bool(found)
        and found[0].text in numerals("share")
        and not (found[0].text in numerals("ordinal") and len(found) > 1 and _counts(found[1]))
        and (len(found) < 2 or found[1].after_break or found[1].text not in numerals("counted"))
    )


def _counts(word: Word) -> bool:
    """Say whether a word behind `a third` is what is counted: “a third runway”."""
    return not word.after_break and word.text not in empty_words() | numerals("compared").keys()


def _with_shares(found: Sequence[Word]) -> Iterable[Word]:
    """Write a round percentage, and so many out of so many, as a share: 10 percent as 1/10, `three in ten` as 3/10."""
    index = 0
    while index < len(found):
        word, rest = found[index], [other.text for other in found[index + 1 : index + 6]]
        share, used = "", 0
        if word.text.isdigit() or word.text == "one":
            word = word if word.number else Word("1", "1", after_break=word.after_break)
            share, used = (
                _percentage(word.text, rest) or _share(word.text, rest) or _share(word.text, rest, 1) or ("", 0)
            )
        if share:
            yield Word(share, share, after_break=word.after_break)
            if used < 0:
                yield found[index + 1]  # "three years out of ten"
        else:
            yield found[index]
        index += abs(used) + 1


def _percentage(number: str, rest: Sequence[str]) -> tuple[str, int] | None:
    if rest[:1] != ["percent"] or not 0 < int(number) < 100:
        return None
    if number in THIRDS:
        return THIRDS[number], 1
    return (str(Fraction(int(number), 100)), 1) if int(number) % 10 == 0 or int(number) % 25 == 0 else None


def _share(part: str, rest: Sequence[str], skip: int = 0) -> tuple[str, int] | None:
    """Return the share that *part* is of the number behind `of` or `in`, and how many words say so.

    The words are counted negative where one of them is what is counted.
    """
    words = list(rest[skip:])
    out = words[:1] == ["out"]
    words = words[out:]
    every = bool(words[1:2]) and words[1] in ITS
    if len(words) < 2 + every or not words[1 + every].isdigit():
        return None
    whole = words[1 + every]
    if not (words[0] == "of" or (words[0] == "in" and whole in WHOLES)) or int(part) >= int(whole):
        return None
    used = skip + out + 2 + every
    return str(Fraction(int(part), int(whole))), -used if skip else used


def _with_bounds(words: Sequence[Word]) -> Iterable[Word]:
    """Write the least or most of a small count as what it is over or under: `minimum 3`, `3 minimum` as `more 2`."""
    found = list(words)
    index = 0
    while index < len(found):
        pair = [word.text for word in found[index : index + 2]]
        bound = next((BOUNDS[text] for text in pair if text in BOUNDS), None)
        number = next((text for text in pair if text.isdigit()), "")
        after = found[index + 2].text if index + 2 < len(found) else ""
        if number and pair[0] == number and not bound and after in BOUNDS:  # "five days or more"
            bounding, found[index + 1 : index + 3] = found[index + 2], [found[index + 1]]
            found[index : index + 1] = [bounding, found[index]]
            continue
        counted_ones = bool(number) and 1 < int(number) <= COUNTED and after not in units()  # of days there are parts
        if len(pair) == 2 and bound and counted_ones:
            yield Word(bound, stem(bound), after_break=found[index].after_break)
            counted = str(int(number) + (-1 if bound == "more" else 1))
            yield Word(counted, counted)
            index += 2
        else:
            yield found[index]
            index += 1


@cache
def units() -> frozenset[str]:
    """Return the units of measures, one and more of them."""
    return frozenset(form for unit, *_ in table("measures.tsv") for form in (unit, f"{unit}s"))


def _goes_on(found: Sequence[Word], index: int, place: int) -> bool:
    """Say whether a number goes on behind an `and`, which joins no other number to it: “between 100 and 200”."""
    cardinals, scales = numerals("cardinal"), numerals("scale")
    after = [word.text for word in found[place + 1 : place + 3]]
    joined = bool(after) and after[0] in cardinals and int(cardinals[after[0]]) < 100
    hundreds = after[1:2] and scales.get(after[1]) == "100"
    return joined and not hundreds and not (index and found[index - 1].text == "between")


def _number_at(found: Sequence[Word], index: int) -> tuple[int, int]:
    """Return the whole number that is written out from *index* on, and how many words it takes, 0 if none."""
    cardinals, scales = numerals("cardinal"), numerals("scale")
    total, current, used = 0, 0, 0
    if found[index].text.isdigit() and index + 1 < len(found) and found[index + 1].text in scales:
        current, used = int(found[index].text), 1  # "2 million"
    elif "." in found[index].text and index + 1 < len(found) and found[index + 1].text in scales:
        return int(Fraction(found[index].text) * int(scales[found[index + 1].text])), 2  # "1.5 million"
    for place, word in enumerate(found[index + used :], index + used):
        if word.text == AND and current and current % 100 == 0 and _goes_on(found, index, place):
            used += 1
            continue  # "two hundred and fifty"
        if word.text in cardinals:
            value = int(cardinals[word.text])
            if current % 100 and not (current % 10 == 0 and value < 10):
                break
            current += value
        elif word.text in scales and used:
            current = max(current, 1) * int(scales[word.text])
            if current >= 1000:
                total, current = total + current, 0
        else:
            break
        used += 1
    return total + current, used
