"""Word lists as data: TOML files under `sayso/lexicons/`, each with its source, version and licence.

A file is named `<what>.<language>.toml` ("cues.en.toml") or `<what>.toml` where it holds all languages. Its
`[about]` table has `name`, `version`, `source` and `licence`; everything else is the lexicon's own.
"""

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import tomli

from sayso.errors import MissingPartError

_CHOICE = re.compile(r"\(([^)]*)\)")


@dataclasses.dataclass(frozen=True, slots=True)
class Lexicon:
    """One word list: where it comes from, and its tables."""

    name: str
    version: str
    source: str
    licence: str
    tables: Mapping[str, Any]

    @property
    def label(self) -> str:
        """Name and version, as records cite it."""
        return f"{self.name} {self.version}"


@functools.cache
def load(what: str, language: str | None = None) -> Lexicon:
    """The lexicon `what`, in `language` where it is kept per language; MissingPartError if there is none."""
    name = f"{what}.{language}.toml" if language else f"{what}.toml"
    file = resources.files("sayso").joinpath("lexicons", name)
    if not file.is_file():
        raise MissingPartError(f"no lexicon {name}", f"Languages with one: {', '.join(languages(what)) or 'none'}")
    tables = tomli.loads(file.read_text("utf-8"))
    about = tables.pop("about")
    return Lexicon(about["name"], about["version"], about["source"], about["licence"], tables)


@functools.cache
def languages(what: str) -> tuple[str, ...]:
    """The languages that have a lexicon `what`, sorted."""
    folder = resources.files("sayso").joinpath("lexicons")
    names = (file.name.split(".") for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted(parts[1] for parts in names if len(parts) == 3 and parts[0] == what))


def spellings(form: str) -> Iterator[str]:
    """Every spelling that a form stands for: "sa/y,id that" is "say that" and "said that", "(a|b)" are alternatives."""
    choice = _CHOICE.search(form)
    if choice:
        for option in choice.group(1).split("|"):
            yield from spellings(form[: choice.start()] + option + form[choice.end() :])
        return
    parts = []
    for part in form.split(" "):
        stem, slash, endings = part.partition("/")
        parts.append([stem + ending for ending in endings.split(",")] if slash else [part])
    for chosen in itertools.product(*parts):
        yield " ".join(chosen)
