"""The short pickled forms of what travels between shards, in files or over a network.

A frozen dataclass with slots is unpickled field by field in Python, which took a quarter of the time of lineage over
files: called with its fields it is there in half of that. What was pickled without this module reads the same.
"""

import copyreg
import dataclasses
import datetime
import operator
from typing import Any

from sayso.lineage.align import Alignment, PackedPassages
from sayso.lineage.documents import Document
from sayso.model import Clock, Credit
from sayso.vocab import CreditKind

_FIELDS = tuple(field.name for field in dataclasses.fields(Document))
_values = operator.attrgetter(*_FIELDS)


def _document(*values: Any) -> Document:
    key, text, outlet, headline, url, published, modified, captured_at, language, credits_found, links, left_out = (
        values
    )
    return Document(
        id=key,
        text=text,
        outlet=outlet,
        headline=headline,
        url=url,
        published=published,
        modified=modified,
        captured_at=captured_at,
        language=language,
        credits=credits_found,
        links=links,
        left_out=left_out,
    )


def _of_document(given: Document) -> tuple[Any, ...]:
    return _document, _values(given)


def _clock(value: datetime.datetime, precision: str, text: str, basis: str) -> Clock:
    return Clock(value=value, precision=precision, text=text, basis=basis)


def _of_clock(given: Clock) -> tuple[Any, ...]:
    return _clock, (given.value, given.precision, given.text, given.basis)


def _credit(kind: str, name: str, start: int, end: int, url: str | None, date_text: str | None) -> Credit:
    return Credit(kind=CreditKind(kind), name=name, start=start, end=end, url=url, date_text=date_text)


def _of_credit(given: Credit) -> tuple[Any, ...]:
    return _credit, (given.kind.value, given.name, given.start, given.end, given.url, given.date_text)


def _of_alignment(given: Alignment) -> tuple[Any, ...]:
    passages = given.passages
    packed = passages if isinstance(passages, PackedPassages) else PackedPassages.of(passages)
    return Alignment.of, (packed, given.left_length, given.right_length, given.worth)


copyreg.pickle(Document, _of_document)
copyreg.pickle(Clock, _of_clock)
copyreg.pickle(Credit, _of_credit)
copyreg.pickle(Alignment, _of_alignment)
