"""A stage of the tests' own, for engines to run."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Agent, Article, Record
from sayso.vocab import AgentKind


class Letters:
    """A stage that names the letters of an article, breaks on "!" and kills its process on "?"."""

    name, version, config = "letters", "1", None
    reads: tuple[type[Record], ...] = (Article,)
    writes: tuple[type[Record], ...] = (Agent,)

    def keys(self, record: Record) -> Iterable[str]:
        return sorted(set(record.text)) if isinstance(record, Article) else ()

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        if key == "!":
            raise RuntimeError("no such letter")
        if key == "?":
            os.kill(os.getpid(), signal.SIGKILL)
        yield Agent(kind=AgentKind.PERSON, name=f"{key}{len(group)}")
