"""What the stages of this package have in common: each sees all of a case at once."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from sayso.model import Record
from sayso.stage import WHOLE_CASE


class WholeCaseStage(ABC):
    """A `sayso.stage.Stage` with one key; its work is `read`."""

    name: ClassVar[str]
    version: ClassVar[str]
    reads: ClassVar[tuple[type[Record], ...]]
    writes: ClassVar[tuple[type[Record], ...]]

    def __init__(self, config: object = None) -> None:
        self.config = config

    def keys(self, record: Record) -> Iterable[str]:
        """The one key, for records of the types in `reads`."""
        return (WHOLE_CASE,) if isinstance(record, self.reads) else ()

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """What follows from the whole case."""
        if key == WHOLE_CASE:
            yield from self.read(group)

    @abstractmethod
    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """The records this stage writes, given all those it reads."""
