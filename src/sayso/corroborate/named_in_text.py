"""The bodies and companies that an article names in full where it is no source: the "Halden police" of its first line.

"The company said" and "the ministry said" mean the one that the text has named.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.corroborate import bodies
from sayso.corroborate.folding import WORD, folded
from sayso.corroborate.source_names import Source, read_source
from sayso.corroborate.source_words import ARTICLES, BODY, COUNTRY, DULL, NAME, OF, words_in
from sayso.model import Article
from sayso.vocab import SourceKind

_READ = 8000  # code points of an article in which a body is named in full
_BEFORE, _BEHIND = 4, 5  # words of a name around the noun that shows the body
_BEFORE_A_NAME = 6  # words that a title may take: "the regional minister of public health"
_STOPS = re.compile(r"[.;:!?()\n—–。，、；！？]")
_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w’'-]*(?:[ \xa0][A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w’'-]*){1,3}")
_OF_A_NAME = frozenset({BODY, COUNTRY, DULL, NAME, OF})
_MOST = 40  # names looked at in one article


def told_in_full(text: str, kinds: frozenset[str]) -> Iterator[Source]:
    """The bodies of some kinds that a text names with a place or a name; "ministry" stands for all ministries."""
    seen: set[str] = set()
    for phrase in _STOPS.split(text[:_READ]):
        words = list(WORD.finditer(phrase))
        for at, word in enumerate(words):
            if not _shows(folded(word.group()), kinds):
                continue
            name = _name_around(
                phrase[words[max(0, at - _BEFORE)].start() : words[min(len(words) - 1, at + _BEHIND)].end()]
            )
            if not name or name in seen or len(seen) >= _MOST:
                continue
            seen.add(name)
            source = read_source(name, SourceKind.NAMED)
            fits = source.body in kinds or ("ministry" in kinds and (source.body or "").endswith(bodies.MINISTRY))
            if fits and (source.country or source.place or source.names):
                yield source


def bodies_in(text: str) -> Iterator[Source]:
    """The body that each phrase of a text names, in full or by what it is: "the inspectorate's new figure"."""
    for phrase in _STOPS.split(text):
        if name := _name_around(phrase):
            source = read_source(name, SourceKind.NAMED)
            if source.body and not source.person and not source.vague:
                yield source


def titled_in(text: str, person: Source) -> Source | None:
    """`person` with the body that a title before the name gives: "Health Minister Karl Osten", later only "he"."""
    name = " ".join(person.names)
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:_READ]):
        clause = _STOPS.split(text[: match.start()])[-1]
        words = list(WORD.finditer(clause))[-_BEFORE_A_NAME:]
        for word in reversed(words):
            source = read_source(f"{clause[word.start() :]}{name}", SourceKind.NAMED)
            if source.body and source.titled and source.names == person.names:
                return source
    return None


def _name_around(window: str) -> str:
    """The words of a body in a stretch of text with what stands beside them without a gap; "" where it names none."""
    found = bodies.body_in(window)
    if found is None:
        return ""
    words = words_in(window, found[1])
    stems = tuple(found[1])
    shown = [at for at, word in enumerate(words) if word.part == BODY or folded(word.text).startswith(stems)]
    if not shown:
        return ""
    first, end = shown[0], shown[0] + 1
    of_it = _OF_A_NAME if _has_capitals(words[first].text) else _OF_A_NAME - {NAME}  # where any word may be a name
    while first and words[first - 1].part in of_it and not words[first].parted:
        if folded(words[first - 1].text) in ARTICLES:
            break  # "im Frühjahr | das Militär"
        first -= 1
    while end < len(words) and words[end].part in of_it and not words[end].parted:
        end += 1
    named = " ".join(word.text for word in words[first:end])
    if found[0] in bodies.kind("offices") and end < len(words) and words[end].part == NAME:
        last = end + 1  # "the mayor, Ana Lenz"
        while last < len(words) and words[last].part == NAME and not words[last].parted:
            last += 1
        return f"{named}, {' '.join(word.text for word in words[end:last])}"
    return named


def _has_capitals(word: str) -> bool:
    return word.lower() != word.upper()


@functools.lru_cache(maxsize=50_000)
def _shows(low: str, kinds: frozenset[str]) -> bool:
    return bool(bodies.begun(low) & kinds)


def firms_in(text: str) -> list[Source]:
    """The companies that a text names: with a word for one beside the name, or by a name that ends as theirs do."""
    found = list(told_in_full(text, bodies.kind("named")))
    for match in list(_CAPITALS.finditer(text[:_READ]))[:_MOST]:
        name = match.group().split()
        if bodies.is_firm_tail(name[-1]):
            words = tuple(word.strip("'’-") for word in name)
            found.append(Source(printed=match.group(), kind=SourceKind.NAMED, body="company", place=words))
    return found


def titled_in_texts(
    told: Iterable[tuple[str, Source]], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Source]]:
    """Each person that a source names without a body, with the body that a title in the article's text gives."""
    wanted = {(article_id, source.names): source for article_id, source in told if source.names and not source.body}
    for (article_id, _), source in sorted(wanted.items()):
        article = articles.get(article_id)
        found = titled_in(article.text, source) if article and source.kind is not SourceKind.OUTLET else None
        if found:
            yield article_id, found


def named_in_texts(
    sources: Iterable[tuple[str, int, Source]], articles: Mapping[str, Article]
) -> Iterator[tuple[str, list[Source]]]:
    """For each article with a source that is called by its kind alone, the bodies and companies its text names so.

    Only what stands before such a source can be what it goes back to.
    """
    wanted: dict[str, dict[str, int]] = defaultdict(dict)
    for article_id, offset, source in sources:
        body = source.body if not source.place and not source.country and not source.person else None
        if not source.body and "ministry" in bodies.institutions(source.printed):
            body = "ministry"
        if body:
            wanted[article_id][body] = min(offset, wanted[article_id].get(body, offset))
    for article_id, kinds in sorted(wanted.items()):
        article = articles.get(article_id)
        if article is None:
            continue
        found = list(told_in_full(article.text[: max(kinds.values())], frozenset(kinds)))
        if kinds.keys() & bodies.kind("firms"):
            found += firms_in(article.text)
        if found:
            yield article_id, found
