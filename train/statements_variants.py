"""A statement in another form, and a statement that was changed: lessons that nobody has to judge."""

import random
import re
from collections.abc import Callable, Sequence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*\b")
NUMBER = re.compile(r"\d+")
VERB = re.compile(r"\b(is|was|were|are|has|have|had|will|would|could|can|did|does) ")
DENIAL = re.compile(r"\b(not|never|no) |n't\b")
LEADS = (
    "he said ",
    "she said that ",
    "according to the ministry, ",
    "officials said ",
    "that ",
    "police said ",
    "told reporters that ",
)
STRAIGHT = str.maketrans("“”’‘«»", '""\'\'""')
STEPS = (-7, -3, -2, -1, 1, 2, 3, 5, 10)  # from one number to a near one
FACTORS = (0.5, 0.8, 1.2, 2, 10)  # to a far one
CUT_FROM = 10  # words of a statement that loses one or two at its end
SHOUTED = 60  # characters of a headline


def varied(text: str, chance: random.Random) -> str:
    """The statement in other marks, behind a lead, without its end, or in capitals: it states the same."""
    made, way = text, chance.random()
    if chance.random() < 0.5:
        made = made.translate(STRAIGHT)
    if way < 0.3:
        made = "“" + made.strip('“”".') + "”" if chance.random() < 0.5 else made.strip('“”"').rstrip(".")
    elif way < 0.55 and made:
        made = chance.choice(LEADS) + made[0].lower() + made[1:]
    elif way < 0.75:
        made = made.rstrip(".!?")
    words = made.split(" ")
    if len(words) >= CUT_FROM and chance.random() < 0.35:
        made = " ".join(words[: -chance.randint(1, 2)])
    return made.upper() if len(made) < SHOUTED and chance.random() < 0.1 else made


def changed(text: str, names: Sequence[str], chance: random.Random) -> tuple[str, str] | None:
    """An English statement with one thing changed, and what that is; None where there is nothing to change.

    `names` are those of its case, out of which another is taken.
    """
    ways: list[tuple[str, Callable[[], str | None]]] = []
    dates = next((held for held in (MONTHS, DAYS) if any(re.search(rf"\b{one}\b", text) for one in held)), ())
    inner = [found for found in NAME.finditer(text) if found.start() and found.group() not in (*MONTHS, *DAYS)]
    if NUMBER.search(text):
        ways.append(("number", lambda: _other_number(text, chance)))
    if dates:
        ways.append(("time", lambda: _other_date(text, dates, chance)))
    if inner and len(names) > 3:
        ways.append(("actor", lambda: _other_name(text, chance.choice(inner), chance.choice(names))))
    if VERB.search(text):
        ways.append(("polarity", lambda: _denied(text, chance)))
    if DENIAL.search(text):
        ways.append(("polarity", lambda: DENIAL.sub("", text, count=1)))
    if not ways:
        return None
    kind, way = chance.choice(ways)
    made = way()
    return (made, kind) if made else None


def _put(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]


def _other_number(text: str, chance: random.Random) -> str | None:
    found = chance.choice(list(NUMBER.finditer(text)))
    value = int(found.group())
    other = value + chance.choice(STEPS) if chance.random() < 0.6 else int(value * chance.choice(FACTORS))
    new = str(max(1, other))
    return None if new == found.group() else _put(text, found, new)


def _other_date(text: str, dates: Sequence[str], chance: random.Random) -> str | None:
    found = re.search("|".join(rf"\b{one}\b" for one in dates), text)
    return _put(text, found, chance.choice([one for one in dates if one != found.group()])) if found else None


def _other_name(text: str, found: re.Match[str], name: str) -> str | None:
    old, new = found.group().lower(), name.lower()
    return None if name in text or old in new or new in old else _put(text, found, name)


def _denied(text: str, chance: random.Random) -> str:
    found = chance.choice(list(VERB.finditer(text)))
    return _put(text, found, found.group() + "not ")
