"""What a reader of attributions gives back, and the one thing it has to be able to do.

The stage (`sayso.annotate.attribution`) turns relations into records; how they were found is the reader's own
affair. `RuleReader` finds them by lexicon and grammar; a trained model takes its place by having a `read`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sayso.model import Article

Stretch = tuple[int, int]
"""Half-open offsets into the text of an article."""

LEARNED = "network"
LEARNED_OBJECT = "network-object"
LEARNED_UNNAMED = "network-unnamed"
PROJECTED = "network-projected"
PROJECTED_OBJECT = "network-projected-object"
FIGURE_AT = "figure-at"
RELAYED = frozenset({"citing", "cited"})
"""Constructions of the rules that say through whom something comes: "RIA, citing the ministry"."""
CARRIED = "carried-over"
"""The construction whose content is the sentence before: That is what S said."""
"""The construction of a sentence that its speaker, named in the one before, goes on with."""
OBJECTS = frozenset({"verb-object", "verb-subject-object", "object-verb-subject", FIGURE_AT, "object-verb"})
"""Constructions of the rules whose content is a noun phrase; `LEARNED_OBJECT` is the network's one of that kind.

`LEARNED_UNNAMED` is said by somebody whom the sentence does not name; `PROJECTED` was read by the multilingual network,
`PROJECTED_OBJECT` with a noun phrase for its content.
"""


@dataclass(slots=True, eq=False)
class Relation:
    """Who says what, as offsets. `construction` names the pattern it was read by and so its measured reliability.

    `within` is the relation that relays this one ("RIA, citing the ministry"), where the words say so; nesting
    that shows in the offsets need not be given. `antecedent` is what a relative pronoun source stands for,
    or the speaker named before of a verb without a subject, whose `source` is empty.
    `asserted` and `confidence` are those of `sayso.model.Attribution`. `unclear` says that the source is not sure
    enough to be named; its place is kept.
    """

    source: list[Stretch]
    cue: list[Stretch]
    content: list[Stretch]
    construction: str
    within: "Relation | None" = None
    antecedent: Stretch | None = None
    quoted: bool = field(default=False)
    asserted: bool = True
    confidence: float | None = None
    unclear: bool = False


class Reader(Protocol):
    """Finds attribution relations."""

    @property
    def name(self) -> str:
        """What it is, with its version, for the record of who made what."""

    def supports(self, language: str) -> bool:
        """Whether it can read a language, given as BCP 47."""

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in an article, in the order of their first piece; raises nothing."""


def points(parts: Sequence[Stretch]) -> set[int]:
    """The code points that some stretches hold."""
    return {i for start, end in parts for i in range(start, end)}


def touch(some: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    """Whether any of some stretches overlaps any of others."""
    return any(start < other_end and other_start < end for start, end in some for other_start, other_end in others)
