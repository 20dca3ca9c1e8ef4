"""Articles as published in Markdown: what each paragraph is, and what its head and foot declare."""

import dataclasses
import re
from typing import NamedTuple

from sayso.extract.dates import clock
from sayso.extract.labels import Place, labelled
from sayso.extract.markdown_text import Paragraph, blocks, write_inline
from sayso.model import Article, Capture, Skip
from sayso.spans import MappedText
from sayso.vocab import SkipReason

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]{2,16})[ \t]*:[ \t]*[\"']?(?P<value>[^\n]*?)[\"']?[ \t\r]*$", re.MULTILINE)
_FIELDS = {
    "headline": ("title", "headline"),
    "author": ("author", "byline"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "published": ("date", "published", "publishdate", "pubdate"),
}
_ENDS = re.compile(r"[.!?…:;。！？؟۔»”\"')\]*]\s*$")


def read_markdown(capture: Capture, source: str) -> Article | Skip:
    """The article in a Markdown document (or a plain text file), every character mapped to its place in `source`."""
    mapped, links = MappedText(), list[str]()
    matter = _front_matter(source)
    pieces = _write(source, mapped, links, matter)
    text, source_map = mapped.build()
    if not pieces:
        return Skip(stage="extract", subject=capture.id, reason=SkipReason.NO_TEXT, detail="a document without words")
    made = labelled(
        capture,
        [piece.place for piece in pieces],
        text=text,
        links=tuple(dict.fromkeys(link for link in links if link.startswith(("http://", "https://")))),
        source_map=source_map,
    )
    said = {name: source[start:end] for name, (start, end) in matter.said.items()}
    return dataclasses.replace(
        made,
        author=said.get("author") or made.author,
        publisher=said.get("publisher") or made.publisher,
        published=clock(said.get("published"), "front matter") or made.published,
    )


class FrontMatter(NamedTuple):
    """The place after a document's front matter, and where the values stand of the fields that are read."""

    end: int
    said: dict[str, tuple[int, int]]


def _front_matter(source: str) -> FrontMatter:
    """The lines of "key: value" between two rules that some publishing systems set before a text."""
    match = _FRONT.match(source)
    said: dict[str, tuple[int, int]] = {}
    for line in _FIELD.finditer(source, match.start(1), match.end(1)) if match else ():
        name = next((name for name, keys in _FIELDS.items() if line["key"].lower() in keys), None)
        if name and name not in said and any(map(str.isalnum, line["value"])):
            said[name] = line.span("value")
    return FrontMatter(match.end() if match and said else 0, said if match else {})


class Piece(NamedTuple):
    """A block of the text and the paragraph it was written from."""

    place: Place
    source: Paragraph


def _write(source: str, mapped: MappedText, links: list[str], matter: FrontMatter) -> list[Piece]:
    pieces: list[Piece] = []
    body = [paragraph for paragraph in blocks(source) if paragraph.lines[0][0] >= matter.end]
    if "headline" in matter.said and not (body and body[0].heading):
        body.insert(0, Paragraph([matter.said["headline"]], heading=1))
    for paragraph in body:
        mark = len(mapped.parts), len(mapped.runs), mapped.length
        at = paragraph.lines[0][0]
        if pieces:
            mapped.append("\n\n", at, at, "break")
        start = mapped.length
        write_inline(source, paragraph, mapped, links)
        words = "".join(mapped.parts[mark[0] + bool(pieces) :])
        if not words.strip():
            del mapped.parts[mark[0] :], mapped.runs[mark[1] :]
            mapped.length = mark[2]
        elif pieces and _goes_on(mapped, pieces[-1], paragraph, words):
            # The break that was set between the halves of a sentence becomes a blank.
            mapped.parts[mark[0]] = " "
            shift = [
                run._replace(text_start=run.text_start - 1, text_end=run.text_end - 1)
                for run in mapped.runs[mark[1] + 1 :]
            ]
            mapped.runs[mark[1] :] = [mapped.runs[mark[1]]._replace(text_end=mark[2] + 1, how="space"), *shift]
            mapped.length -= 1
            pieces[-1] = Piece(pieces[-1].place._replace(end=mapped.length), pieces[-1].source)
        else:
            pieces.append(Piece(Place(start, mapped.length, bool(paragraph.heading)), paragraph))
    return pieces


def _goes_on(mapped: MappedText, last: Piece, paragraph: Paragraph, words: str) -> bool:
    """Whether a paragraph begins in the middle of the sentence that the last one left open."""
    if paragraph.heading or paragraph.item or paragraph.after_rule or last.source.heading or last.source.item:
        return False
    tail = "".join(mapped.parts[-40:])[-(len(words) + 42) : -(len(words) + 2)]
    return words.lstrip()[:1].islower() and not _ENDS.search(tail)
