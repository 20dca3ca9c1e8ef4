"""The five stages one after another, as the pipeline runs them."""

from collections.abc import Callable, Iterable

import pytest

from sayso.corroborate.conflict import ConflictStage
from sayso.corroborate.drift import DriftStage
from sayso.corroborate.independence import IndependenceStage
from sayso.corroborate.match import MatchStage
from sayso.corroborate.questions import QuestionStage
from sayso.model import Record
from sayso.stage import WHOLE_CASE

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _corroborate(records: Iterable[Record]) -> list[Record]:
    known = list(records)
    made: list[Record] = []
    for stage in (MatchStage(), IndependenceStage(), ConflictStage(), DriftStage(), QuestionStage()):
        group = sorted((r for r in known if stage.keys(r)), key=lambda r: (stage.reads.index(type(r)), r.id))
        written = list(stage.run(WHOLE_CASE, group))
        known += written
        made += written
    return made


@pytest.fixture(scope="session")
def corroborate() -> Corroborate:
    """Everything the five stages write from the given records."""
    return _corroborate
