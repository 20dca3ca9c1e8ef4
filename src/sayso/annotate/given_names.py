"""What is known of given names, titles and pronouns: whether they show a woman or a man; and of names of places."""

import functools
from collections.abc import Mapping

from sayso import lexicon

SHORT = 3  # letters of a name of a place that must be the whole word
WOMEN, MEN = "women", "men"


@functools.cache
def known_names() -> Mapping[str, str]:
    """Given names, and whether women or men bear them."""
    tables = lexicon.load("given_names").tables["names"]
    return {name: who for who in (WOMEN, MEN) for name in tables[who]}


@functools.cache
def titles() -> Mapping[str, str]:
    """Titles and pronouns, and whether they show a woman or a man."""
    tables = lexicon.load("given_names").tables
    return {word: who for table in ("titles", "pronouns") for who in (WOMEN, MEN) for word in tables[table][who]}


@functools.cache
def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Beginnings of words that name a country, its people or its capital, and short names that are whole words."""
    tables = lexicon.load("countries").tables
    forms = {form for table in ("countries", "capitals") for way in tables[table].values() for form in way.split("|")}
    return frozenset(f for f in forms if len(f) > SHORT and " " not in f), frozenset(
        f for f in forms if len(f) <= SHORT
    )


def is_place(word: str) -> bool:
    """Whether a word names a country, its people or its capital: "he" is never one of them."""
    low = word.lower()
    stems, whole = _places()
    return low in whole or any(low[:end] in stems for end in range(SHORT + 1, len(low) + 1))


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name."""
    return word in known_names()


def answers() -> frozenset[str]:
    """Verbs by which somebody else than the last speaker answers."""
    return frozenset(lexicon.load("given_names").tables["answers"]["first"])


def meant_by(pronoun: str) -> str | None:
    """Whether a pronoun stands for a woman or a man; None where it may be either."""
    tables = lexicon.load("given_names").tables
    low = pronoun.lower()
    return next((who for who in (WOMEN, MEN) if low in tables["pronouns"][who] or low in tables["objects"][who]), None)


def meant_alone(pronoun: str) -> str | None:
    """As `meant_by`, of pronouns that are other words in other languages: Romanian "el", Danish "hun"."""
    tables = lexicon.load("given_names").tables["alone"]
    return next((who for who in (WOMEN, MEN) if pronoun.lower() in tables[who]), None)
