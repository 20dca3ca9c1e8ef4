"""The contract of a stage: records in by key, records out, nothing else.

One protocol carries per-article work, self-joins and clustering. An engine sends each record of the types in
`reads` to the keys that `keys` gives, and calls `run` once per key with everything sent there, sorted by
type (in the order of `reads`) and id. `run` is pure: no clock, no network, no files, no unseeded
randomness, no memory of earlier calls. What it cannot handle it yields as a `Skip`; it does not raise.

Output must not depend on how keys are spread over workers; tests/property/ checks that for every stage.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from sayso.model import Activity, Record
from sayso.settings import digest

R = TypeVar("R", bound=Record)

WHOLE_CASE = "*"
"""The key of stages that see all of a case at once."""


class Stage(Protocol):
    """One step of the pipeline."""

    @property
    def name(self) -> str:
        """A noun, unique in the pipeline."""

    @property
    def version(self) -> str:
        """Raised whenever output may change."""

    @property
    def config(self) -> object:
        """The frozen configuration dataclass this stage was made with, or None."""

    @property
    def reads(self) -> tuple[type[Record], ...]:
        """The record types it is sent."""

    @property
    def writes(self) -> tuple[type[Record], ...]:
        """The record types it may yield; `Skip` is always allowed."""

    def keys(self, record: Record) -> Iterable[str]:
        """The keys `record` is to be grouped under."""

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """What follows from `group`."""


def of(group: Iterable[Record], kind: type[R]) -> list[R]:
    """The records of one type in a group, in the group's order."""
    return [record for record in group if isinstance(record, kind)]


def activity(stage: Stage) -> Activity:
    """The prov:Activity that stands for this stage, version and configuration."""
    return Activity(stage=stage.name, version=stage.version, config_digest=digest(stage.config))
