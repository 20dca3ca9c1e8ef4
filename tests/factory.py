"""Records for tests, made with the least that a test has to say."""

import re
from typing import Any

from sayso.extract.sentences import sentences as split
from sayso.model import Article, Attribution, Block, Certainty, ClaimMention, Mention, Quantity, Record
from sayso.spans import OffsetMap, Span
from sayso.vocab import BlockRole, Bound, CertaintyLevel, Manner, MentionKind, Mode, Polarity, SourceKind


def article(text: str, *, headline: str | None = None, language: str = "en", name: str = "a", **fields: Any) -> Article:
    """An article whose text is the headline, if one is given, and then `text`, a block a paragraph."""
    whole = f"{headline}\n\n{text}" if headline else text
    blocks, sentences = [], []
    for paragraph in re.finditer(r"[^\n]+", whole):
        role = BlockRole.HEADLINE if headline and paragraph.start() == 0 else BlockRole.BODY
        blocks.append(Block(start=paragraph.start(), end=paragraph.end(), role=role))
        found = split(paragraph.group().encode("utf-8", "replace").decode(), language)  # no lone surrogates
        sentences += [(paragraph.start() + start, paragraph.start() + end) for start, end in found]
    fields.setdefault("capture_id", f"cap_{name}")
    return Article(
        headline=headline,
        language=language,
        text=whole,
        text_digest="",
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        source_map=OffsetMap.identity(len(whole)),
        **fields,
    )


def span(of: Article, exact: str, nth: int = 0) -> Span:
    """The `nth` place where `exact` stands in the article."""
    at = -1
    for _ in range(nth + 1):
        at = of.text.index(exact, at + 1)
    return of.span(at, at + len(exact))


def told_in(*texts: str, language: str = "en") -> list[Record]:
    """An article for each text, which is one statement."""
    records: list[Record] = []
    for at, text in enumerate(texts):
        source = article(text, name=f"{language}{at}", language=language)
        records += [source, *said(source, text)]
    return records


def told_by(claim: str, *sources: tuple[str, str]) -> list[Record]:
    """An article for each source, in its language, which gives one claim on its word."""
    records: list[Record] = []
    for at, (source, language) in enumerate(sources):
        made = article(f"{source}: {claim}.", name=str(at), language=language, publisher=f"Outlet {at}")
        records += [made, *said(made, claim, by=source)]
    return records


def said(
    of: Article,
    words: str,
    *,
    by: str | None = None,
    cue: str = "",
    kind: SourceKind = SourceKind.NAMED,
    polarity: str = "+",
    certainty: str = "certain",
    mode: str = "statement",
    within: str | None = None,
    nth: int = 0,
) -> tuple[Record, ...]:
    """The claim mention `words`, its certainty and, if somebody says it, its attribution."""
    content, attribution = span(of, words, nth), None
    records: list[Record] = []
    if by is not None or cue:
        attribution = Attribution(
            article_id=of.id,
            source=(span(of, by),) if by and by in of.text else (),
            cue=(span(of, cue),) if cue else (),
            content=(content,),
            source_kind=kind,
            manner=Manner.INDIRECT,
            source_name=by,
            within_id=within,
        )
        records.append(attribution)
    mention = ClaimMention(
        article_id=of.id,
        span=content,
        role=of.role_at(content.start) or BlockRole.BODY,
        attribution_id=attribution.id if attribution else None,
    )
    held = Certainty(
        article_id=of.id,
        claim_mention_id=mention.id,
        holder=by,
        value=CertaintyLevel(certainty),
        polarity=Polarity(polarity),
        mode=Mode(mode),
    )
    return (*records, mention, held)


def counted(of: Article, exact: str, measure: str, low: float | None, **fields: Any) -> Quantity:
    """The quantity `exact`; `high` is `low` and the bound exact unless said otherwise."""
    fields.setdefault("high", low)
    fields.setdefault("bound", Bound.EXACT)
    return Quantity(article_id=of.id, span=span(of, exact), measure=measure, low=low, **fields)


def named(of: Article, exact: str, kind: MentionKind = MentionKind.NAME, *, nth: int = 0, **fields: Any) -> Mention:
    """The name `exact`."""
    return Mention(span=span(of, exact, nth), kind=kind, name=exact, **fields)
