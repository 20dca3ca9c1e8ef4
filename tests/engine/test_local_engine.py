from collections.abc import Iterable

import pytest

from factory import article
from letters import Letters
from sayso.engine.local import group_by_key, run_all, run_stage
from sayso.model import Agent, Record, Skip
from sayso.vocab import AgentKind, SkipReason


def names(records: Iterable[Record]) -> list[str]:
    return [r.name for r in records if isinstance(r, Agent)]


def test_records_go_to_all_their_keys_in_order_of_id() -> None:
    pages = [article("ab", name="1"), article("bc", name="2"), article("b", name="3")]
    groups = group_by_key(Letters(), pages)
    assert list(groups) == ["a", "b", "c"]
    assert [r.id for r in groups["b"]] == sorted(p.id for p in pages)


def test_a_stage_that_breaks_costs_one_key_and_says_so() -> None:
    groups = group_by_key(Letters(), [article("a!")])
    made = [r for key, group in groups.items() for r in run_stage(Letters(), key, group)]
    assert names(made) == ["a1"]
    (skip,) = (r for r in made if isinstance(r, Skip))
    assert (skip.reason, skip.subject, skip.detail) == (SkipReason.STAGE_FAILED, "!", "RuntimeError: no such letter")


def length(key: str, text: str) -> list[Record]:
    return [Agent(kind=AgentKind.PERSON, name=f"{key}:{len(text)}")]


@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_workers_gives_the_same(workers: int) -> None:
    items = {str(n): "x" * n for n in range(40)}
    made = dict(run_all(length, items, workers))
    assert {key: names(records) for key, records in made.items()} == {str(n): [f"{n}:{n}"] for n in range(40)}
