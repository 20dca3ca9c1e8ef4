"""Spans of text, and the map from a cleaned text back to the preserved source.

A `Span` is W3C Web Annotation's TextPositionSelector and TextQuoteSelector in one. All offsets are
half-open and count Unicode code points; browsers count UTF-16 units, see `utf16_offset`.

An `OffsetMap` says, run by run, which stretch of the decoded source a stretch of text was cut from and
how. With it a quote can be cut again from the preserved bytes without the extractor that first cut it:
`OffsetMap.recut` is what `sayso verify` calls.
"""

import dataclasses
import html
import itertools
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

CONTEXT = 32  # code points of prefix and suffix, as Hypothes.is stores


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one article's text; `article.text[start:end] == exact` always.

    `prefix` and `suffix` are the text around it. They help a reader to find a quote again and take no
    part in identity.
    """

    article_id: str
    start: int
    end: int
    exact: str
    prefix: str = dataclasses.field(default="", compare=False)
    suffix: str = dataclasses.field(default="", compare=False)

    @classmethod
    def cut(cls, article_id: str, text: str, start: int, end: int) -> "Span":
        """The span `text[start:end]`; raises ValueError if the bounds lie outside the text."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)}")
        return cls(
            article_id=article_id,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point of one article."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.article_id == other.article_id and self.start <= other.start and other.end <= self.end


def utf16_offset(text: str, offset: int) -> int:
    """The UTF-16 code unit offset, as a browser counts, of code point `offset` in `text`."""
    return offset + sum(ch > "\uffff" for ch in itertools.islice(text, offset))


class Run(NamedTuple):
    """`text[text_start:text_end]` came from `source[source_start:source_end]` by way of `how`.

    `how` is `""` (copied, character for character), `"space"` (white space folded to one blank),
    `"line"` or `"break"` (one or two line feeds set where the source has markup), or the escapes to
    decode, outermost first and joined with `+`: `"json"`, `"html"`, `"html+html"`, `"json+html"`.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int
    how: str = ""


SET_BY_US = {"space": " ", "line": "\n", "break": "\n\n"}


def _from_json(raw: str) -> str:
    return str(json.loads(f'"{raw}"', strict=False))


_DECODERS: dict[str, Callable[[str], str]] = {"html": html.unescape, "json": _from_json}


def _decode(raw: str, how: str) -> str:
    if how in SET_BY_US:
        return SET_BY_US[how]
    for step in how.split("+") if how else ():
        raw = _DECODERS[step](raw)
    return raw


@dataclasses.dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs in text order, covering the text without gaps; source stretches may be skipped, never reordered."""

    runs: tuple[Run, ...]

    @classmethod
    def identity(cls, length: int, source_start: int = 0) -> "OffsetMap":
        """The map of a text copied whole from `source_start` on."""
        return cls((Run(0, length, source_start, source_start + length),) if length else ())

    @property
    def length(self) -> int:
        """The length of the text, in code points."""
        return self.runs[-1].text_end if self.runs else 0

    def _overlapping(self, start: int, end: int) -> Iterator[Run]:
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.text_start) - 1)
        for run in self.runs[first:]:
            if run.text_start >= end:
                return
            if run.text_end > start:
                yield run

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source range that `text[start:end]` was cut from; a decoded character counts whole."""
        if not 0 <= start < end <= self.length:
            raise ValueError(f"{start}:{end} lies outside a text of {self.length}")
        runs = list(self._overlapping(start, end))
        first, last = runs[0], runs[-1]
        low = first.source_start + (start - first.text_start if not first.how else 0)
        high = last.source_start + (end - last.text_start) if not last.how else last.source_end
        return low, high

    def recut(self, start: int, end: int, source: str) -> str:
        """`text[start:end]`, cut anew from `source`; raises ValueError if the source does not allow it."""
        if not 0 <= start <= end <= self.length:
            raise ValueError(f"{start}:{end} lies outside a text of {self.length}")
        parts = []
        for run in self._overlapping(start, end):
            low, high = max(start, run.text_start), min(end, run.text_end)
            if not run.how:
                shift = run.source_start - run.text_start
                parts.append(source[low + shift : high + shift])
                continue
            decoded = _decode(source[run.source_start : run.source_end], run.how)
            if len(decoded) != run.text_end - run.text_start:
                raise ValueError(f"source {run.source_start}:{run.source_end} no longer decodes to the text")
            parts.append(decoded[low - run.text_start : high - run.text_start])
        return "".join(parts)

    def through(self, outer: "OffsetMap") -> "OffsetMap":
        """The map text → source, given this map text → middle and `outer` middle → source."""
        runs: list[Run] = []
        for run in self.runs:
            runs.extend(_composed(run, outer))
        return OffsetMap(merged(runs))


def _composed(run: Run, outer: OffsetMap) -> Iterator[Run]:
    if run.source_start == run.source_end or run.how in SET_BY_US:
        low, high = outer.to_source(run.source_start, run.source_end) if run.source_end > run.source_start else (0, 0)
        yield run._replace(source_start=low, source_end=high)
        return
    inner = list(outer._overlapping(run.source_start, run.source_end))
    if run.how:
        low, high = outer.to_source(run.source_start, run.source_end)
        steps = next((mid.how for mid in inner if mid.how), "")
        yield run._replace(source_start=low, source_end=high, how="+".join(filter(None, (steps, run.how))))
        return
    for mid in inner:
        low, high = max(run.source_start, mid.text_start), min(run.source_end, mid.text_end)
        text_start = run.text_start + low - run.source_start
        if mid.how:
            yield Run(text_start, text_start + high - low, mid.source_start, mid.source_end, mid.how)
        else:
            shift = mid.source_start - mid.text_start
            yield Run(text_start, text_start + high - low, low + shift, high + shift)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """`runs` without empty ones, neighbours that continue each other made one."""
    kept: list[Run] = []
    for run in runs:
        if run.text_start == run.text_end:
            continue
        last = kept[-1] if kept else None
        adjoining = last and (last.text_end, last.source_end) == (run.text_start, run.source_start)
        if last and adjoining and not last.how and not run.how:
            kept[-1] = last._replace(text_end=run.text_end, source_end=run.source_end)
        else:
            kept.append(run)
    return tuple(kept)


@dataclasses.dataclass(slots=True)
class MappedText:
    """A text under construction together with the runs that say where each part came from."""

    parts: list[str] = dataclasses.field(default_factory=list)
    runs: list[Run] = dataclasses.field(default_factory=list)
    length: int = 0

    def append(self, text: str, source_start: int, source_end: int, how: str = "") -> None:
        """Add `text`, cut from `source[source_start:source_end]` by way of `how`."""
        if text:
            self.parts.append(text)
            self.runs.append(Run(self.length, self.length + len(text), source_start, source_end, how))
            self.length += len(text)

    def build(self) -> tuple[str, OffsetMap]:
        """The finished text and its map."""
        return "".join(self.parts), OffsetMap(merged(self.runs))


_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"'}


def without_loose_marks(text: str) -> str:
    """`text` without the quotation marks that enclose all of it, or that begin or end it and have no other half.

    A sentence cut out of a longer quotation has such marks; in marks of its own it would read ““Nine died.”.
    """
    text = text.strip()
    closers = _CLOSING.get(text[:1], "")
    first = next((at for at, mark in enumerate(text[1:], start=1) if mark in closers), -1) if closers else 0
    if first == -1:
        return without_loose_marks(text[1:])
    if closers and first == len(text) - 1:
        return without_loose_marks(text[1:-1])
    openers = [mark for mark, closing in _CLOSING.items() if text[-1:] and text[-1] in closing]
    if openers and not any(mark in text[:-1] for mark in openers):
        return without_loose_marks(text[:-1])
    return text
