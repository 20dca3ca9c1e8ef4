"""What "the agency" or "the group" goes back to: a source that its article named before it.

A noun that fits any body ("ведомство", "die Behörde") is the body named last; any other is one in whose name it stands:
"the mission" is the Lakeland Monitoring Mission. A document without a name is that of whoever was named last. What no
earlier source explains stays nobody's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.corroborate.bodies import body_in, governs, mentions_any, whose
from sayso.corroborate.common_nouns import named_before
from sayso.corroborate.folding import LONGEST_SOURCE, WORD, folded
from sayso.corroborate.source_names import Source, is_pronoun
from sayso.corroborate.source_words import ARTICLES, GENITIVE
from sayso.model import Article, Attribution
from sayso.vocab import SourceKind

_PRESIDENCY = "presidency"
_NEAR = 1_200  # code points: some four sentences
_PHRASE = re.compile(r"[.;:!?,()\n—–。，、；！？]")
_NOBODY = frozenset({SourceKind.OUTLET, SourceKind.UNNAMED, SourceKind.NONE})


def gone_back(
    attributions: Iterable[Attribution], sources: Mapping[str, Source | None], articles: Mapping[str, Article]
) -> dict[str, Source | None]:
    """The `sources` of a case by their attributions' ids, a bare noun read as the body that it goes back to."""
    by_article: dict[str, list[tuple[int, str, Source]]] = defaultdict(list)
    for one in attributions:
        if source := sources[one.id]:
            start = min((part.start for part in one.source), default=0)
            by_article[one.article_id].append((start, one.id, source))
    told = dict(sources)
    for article_id, placed in by_article.items():
        text = articles[article_id].text if article_id in articles else ""
        named: list[tuple[int, Source]] = []  # what the article has named so far, the last one last
        for start, one_id, source in sorted(placed, key=lambda item: item[:2]):
            noun = _bare_noun(source)
            if noun is None:
                if (source.body or source.names) and not source.vague:
                    led = _led(source, [item for item in named if item[0] < start], text[:start])
                    told[one_id] = source if led is None else _as_voice_of(led, source)
                    named.append((start, source))
                continue
            written = source.kind is SourceKind.DOCUMENT
            found = ((at, other) for at, other in reversed(named) if at < start and _fits(noun, other, written=written))
            at, before = next(found, (0, None))
            named_so = not written and not mentions_any(noun, "anaphors")  # its own name has the noun
            if before and (named_so or _is_last(before, text[at:start])):
                told[one_id] = replace(before, printed=source.printed, referred=True)
            elif written:
                told[one_id] = replace(source, names=(), person=None)
    return told


def _bare_noun(source: Source) -> str | None:
    """The noun that is all that a source is, folded; None of one that says whose or which it is."""
    named = source.names and source.kind is not SourceKind.DOCUMENT  # in Chinese "the report" has no capital either
    told = source.body or named or source.country or source.place or source.carrier or source.vague
    if told or source.kind in _NOBODY or is_pronoun(source.printed):
        return None
    words = [folded(word) for word in WORD.findall(source.printed[:LONGEST_SOURCE])]
    nouns = [word for word in words if word not in ARTICLES and word not in named_before()]
    return nouns[0] if len(nouns) == 1 else None


def _fits(noun: str, source: Source, *, written: bool) -> bool:
    """Whether a bare noun, or what somebody has written, can go back to a source."""
    if written:
        return source.body is not None or source.kind is SourceKind.OUTLET
    if mentions_any(noun, "anaphors"):
        return source.body is not None and not source.person
    # "the union" is the Miners' Union; "the miner" is not
    return mentions_any(noun, "organisations") and noun in {folded(word) for word in WORD.findall(source.printed)}


def _led(person: Source, named: Sequence[tuple[int, Source]], text: str) -> Source | None:
    """The body named before whose voice a person is said to be: "the agency's spokesman", "its chairwoman".

    `text` is what stands before the person. What is given as whose belongs to the source named last and to no other.
    """
    words = [word for word in WORD.findall(person.printed[:LONGEST_SOURCE]) if word not in person.names]
    nouns = [folded(GENITIVE.sub("", word)) for word in words]
    owned = not whose().isdisjoint(nouns)
    chairs = owned and person.body == _PRESIDENCY  # "son président" heads whatever was named, if that is no state
    if (
        not person.person
        or (person.body and not chairs)
        or person.place
        or person.country
        or person.serves
        or not named
    ):
        return None
    if not any(mentions_any(person.printed, table) for table in ("spokespeople", "heads")):
        return None
    for at, body in reversed(named):
        fitting = [noun for noun in nouns if _fits(noun, body, written=False)]
        if fitting and not body.person and body.body:
            own = any(not mentions_any(noun, "anaphors") for noun in fitting)  # its own name has the noun
            return body if own or _is_last(body, text[at:]) else None
    at, last = named[-1]
    headed = last.body and not last.person and not (chairs and governs(last.body))
    return last if owned and headed and _is_last(last, text[at:]) else None


def _as_voice_of(body: Source, person: Source) -> Source:
    """A person as who speaks for a body that was named before."""
    told = replace(person, body=body.body, country=body.country, place=body.place, town=body.town, seat=body.seat)
    return replace(told, telling=body.telling, by_alias=body.by_alias, titled=True, leads=True)


def _is_last(source: Source, between: str) -> bool:
    """Whether the text from a source to the noun, which is near, names no other body."""
    if len(between) > _NEAR:
        return False
    behind = between[len(source.printed) :]
    phrases = (phrase for phrase in _PHRASE.split(behind) if phrase.strip())
    return all(found is None or found[0] == source.body for found in map(body_in, phrases))
