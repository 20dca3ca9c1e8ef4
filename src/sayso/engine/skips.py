"""What cannot be read, told in bounds: one hostile file can hold a hundred thousand broken reports.

The first of each reason are told one by one; the rest is one skip with their number. A capture that gave nothing but
such a skip is left out with it: what it stands for is counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.model import Capture, Record, Skip
from sayso.vocab import SkipReason

TOLD = 100  # skips of one stage and reason in one source


def in_bounds(records: Iterable[Record], subject: str) -> Iterator[Record]:
    """`records` of the source `subject`, captures before what they gave, with at most `TOLD` skips of one kind."""
    counts: Counter[tuple[str, SkipReason]] = Counter()
    beyond: dict[tuple[str, SkipReason], Skip] = {}
    held: list[Record] = []  # a capture, until it is known whether anything is told of it
    is_empty = False  # whether all that came of it so far was counted and not told
    for record in records:
        if isinstance(record, Capture):
            yield from () if is_empty else held
            held, is_empty = [record], False
            continue
        if isinstance(record, Skip):
            kind = record.stage, record.reason
            counts[kind] += 1
            if counts[kind] > TOLD:
                beyond.setdefault(kind, record)
                is_empty = is_empty or bool(held and record.subject == held[0].id)
                continue
        yield from held
        held, is_empty = [], False
        yield record
    yield from () if is_empty else held
    for (stage, reason), first in sorted(beyond.items()):
        detail = f"{counts[stage, reason] - TOLD:,} more in this file, of which the first: {first.detail[:200]}"
        yield Skip(stage=stage, subject=subject, reason=reason, detail=detail)
