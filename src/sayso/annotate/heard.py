"""A source as it is remembered while an article is read, for what goes back to it."""

from dataclasses import dataclass

from sayso.vocab import SourceKind


@dataclass(frozen=True, slots=True)
class Heard:
    """A source, where it stands and, for a pronoun, whom it was found to stand for."""

    start: int
    end: int
    name: str
    kind: SourceKind
    person: str | None
