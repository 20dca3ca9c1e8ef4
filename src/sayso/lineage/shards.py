"""What work over many machines is made of: one value a shard, a step on each, and post between shards.

A step is a pure function of the number of a shard and its value. Shards hear of one another only by post: each makes
a mapping from the number of the receiver to a message, and receives a list of what was sent to it, in the order of
the senders' numbers. So what comes out depends neither on which machine does what nor on what is done twice.
`sayso.engine.spark` runs such work on Apache Spark; `here` runs it in this process.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, Self, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Post = Mapping[int, Any]
"""From the number of a shard to the message for it."""


class Shards(ABC, Generic[T]):
    """One value a shard, numbered from 0."""

    @abstractmethod
    def each(self, step: Callable[[int, T], U]) -> "Shards[U]":
        """`step(number, value)` for every shard. The step must be picklable and pure: it may be run again."""

    @abstractmethod
    def beside(self, other: "Shards[U]") -> "Shards[tuple[T, U]]":
        """The values of two collections of as many shards, side by side."""

    @abstractmethod
    def delivered(self, count: int) -> "Shards[list[Any]]":
        """The post that the values hold (each a `Post`), as `count` shards receive it."""

    @abstractmethod
    def kept(self, what: str) -> Self:
        """The same, worked out now and kept for several uses; `what` is told to who watches."""

    @abstractmethod
    def values(self) -> list[T]:
        """The values in their order, brought here."""

    @abstractmethod
    def streamed(self) -> Iterator[T]:
        """The values in their order, one here at a time."""


class Cluster(Protocol):
    """Where shards live."""

    @property
    def parallelism(self) -> int:
        """How many steps run at once."""

    def shards(self, values: Iterable[T]) -> Shards[T]:
        """A shard for each value."""


class Here:
    """A cluster of this process alone: for tests, and to see what a step costs by itself."""

    parallelism = 1

    def shards(self, values: Iterable[T]) -> "ShardsHere[T]":
        """A shard for each value."""
        return ShardsHere(list(values))


class ShardsHere(Shards[T]):
    """Shards in the memory of this process."""

    def __init__(self, values: Sequence[T]) -> None:
        self._values = values

    def each(self, step: Callable[[int, T], U]) -> "ShardsHere[U]":
        """`step(number, value)` for every shard."""
        return ShardsHere([step(number, value) for number, value in enumerate(self._values)])

    def beside(self, other: Shards[U]) -> "ShardsHere[tuple[T, U]]":
        """The values of two collections side by side."""
        return ShardsHere(list(zip(self._values, other.values(), strict=True)))

    def delivered(self, count: int) -> "ShardsHere[list[Any]]":
        """The post, as `count` shards receive it."""
        boxes: list[list[Any]] = [[] for _ in range(count)]
        for value in self._values:
            assert isinstance(value, Mapping)
            for receiver, message in value.items():
                boxes[receiver].append(message)
        return ShardsHere(boxes)

    def kept(self, what: str) -> Self:
        """The same: all is worked out at once here."""
        del what
        return self

    def values(self) -> list[T]:
        """The values in their order."""
        return list(self._values)

    def streamed(self) -> Iterator[T]:
        """The values in their order, one by one."""
        return iter(self._values)
