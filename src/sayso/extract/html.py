"""Articles out of HTML pages: trafilatura chooses the text, the page's own source is what it is cut from."""

import bisect
import re
import urllib.parse
from collections.abc import Iterator, Sequence

from sayso.extract.alignment import locate, words
from sayso.extract.bylines import cleaned
from sayso.extract.credits import credits_of_paragraph, without_topics
from sayso.extract.folding import Folder
from sayso.extract.furniture import is_furniture
from sayso.extract.html_roles import Roles, assign
from sayso.extract.language import identify
from sayso.extract.main_text import main_passages
from sayso.extract.markup import attributes
from sayso.extract.metadata import Facts, read_facts
from sayso.extract.page import Page, read_page
from sayso.extract.parts import Assembled, Part, assemble, set_dateline_apart
from sayso.extract.plain import sentences_of
from sayso.extract.sign_offs import set_sign_offs_apart
from sayso.extract.tag_guard import check_tags
from sayso.ids import sha256
from sayso.model import Article, Block, Capture, Credit, Skip
from sayso.settings import Limits
from sayso.spans import MappedText, OffsetMap
from sayso.vocab import BlockRole, SkipReason

LEAST_WORDS = 20  # of deck and body; below it a page has no article, or one that it does not show
SHORT_ARTICLE = 120  # words: below it a title that speaks of an error or a login is believed
LINKS = 500  # kept per article

_NO_ARTICLE = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|not found|page (?:cannot|can't|could not|no longer)|access denied|forbidden"
    r"|just a moment|are you (?:a )?(?:robot|human)|captcha|verify you|security check|attention required"
    r"|service unavailable|bad gateway|log ?in|sign ?in|anmelden|seite nicht gefunden|page introuvable|connexion"
    r"|página no encontrada|página não encontrada|iniciar sesi[oó]n|pagina non trovata|accedi|страница не найдена"
    r"|сторінку не знайдено|вход|nie znaleziono|sayfa bulunamad|页面不存在|找不到|ページが見つかり|الصفحة غير موجودة",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·•»-]|::)\s+")


def read_html(capture: Capture, source: str, limits: Limits) -> Iterator[Article | Skip]:
    """The article of a page, and a Skip for what was chosen and could not be found in it again.

    Raises RefusedError where elements nest too deep, or they or their attributes are beyond all number.
    """
    if capture.status is not None and not 200 <= capture.status < 300:
        yield _skip(capture, SkipReason.NOT_A_PAGE, f"the server answered {capture.status}")
        return
    page = read_page(source, limits)
    check_tags(source)
    facts = read_facts(page, source, url=capture.final_url or capture.url, captured_at=capture.captured_at)
    chosen = locate(main_passages(source), [block.text for block in page.blocks])
    roles = assign(page.blocks, chosen, facts)
    whole = assemble(_parts(page, roles, facts, source))
    refused = _refusal(whole, facts)
    if refused:
        yield _skip(capture, *refused)
        return
    yield _article(capture, page, facts, whole)
    lost = [passage for passage in chosen.lost if not is_furniture(passage)]
    if lost:
        detail = f"{len(lost)} passages of the main text do not stand in the page as such, the first: {lost[0][:80]}"
        yield _skip(capture, SkipReason.NOT_LOCATED, detail)


def _skip(capture: Capture, reason: SkipReason, detail: str) -> Skip:
    return Skip(stage="extract", subject=capture.id, reason=reason, detail=detail)


def _parts(page: Page, roles: Roles, facts: Facts, source: str) -> Iterator[Part]:
    if roles.headline is None and page.title is not None:
        yield from _title_part(page.title, facts, source)
    for number in sorted(roles.by_block):
        block = page.blocks[number]
        yield Part(roles.by_block[number], block.text, block.source_map)


def _title_part(title: tuple[int, int], facts: Facts, source: str) -> Iterator[Part]:
    """The headline cut from the <title> element, without the site's name behind or before it."""
    mapped = MappedText()
    Folder(source, mapped).piece(*title)
    text, source_map = mapped.build()
    start, end = 0, len(text)
    stated = next((said for said in facts.titles if len(said) >= 8 and said in text), None)
    if stated:
        start = text.index(stated)
        end = start + len(stated)
    else:
        breaks = list(_SITE_SUFFIX.finditer(text))
        if breaks and len(words(text[: breaks[-1].start()])) > len(words(text[breaks[-1].end() :])):
            end = breaks[-1].start()
    cut = MappedText()
    for run in source_map.runs:
        low, high = max(start, run.text_start), min(end, run.text_end)
        if low < high:
            shift = 0 if run.how else run.source_start - run.text_start
            bounds = (run.source_start, run.source_end) if run.how else (low + shift, high + shift)
            cut.append(text[low:high], *bounds, run.how)
    yield Part(BlockRole.HEADLINE, *cut.build())


def _refusal(whole: Assembled, facts: Facts) -> tuple[SkipReason, str] | None:
    read = [whole.text[b.start : b.end] for b in whole.blocks if b.role in (BlockRole.BODY, BlockRole.DECK)]
    count = sum(len(words(text)) for text in read)
    title = next((whole.text[b.start : b.end] for b in whole.blocks if b.role is BlockRole.HEADLINE), "")
    if count < SHORT_ARTICLE and _NO_ARTICLE.search(title or " ".join(facts.titles)):
        return SkipReason.NOT_A_PAGE, f"an error or login page: {title[:80]}"
    if count < LEAST_WORDS:
        return SkipReason.NO_TEXT, f"no article text, {count} words"
    return None


def _article(capture: Capture, page: Page, facts: Facts, whole: Assembled) -> Article:
    text = whole.text
    dated = set_dateline_apart(text, whole.blocks)
    declared = tuple(
        sorted((*dated.credits, *without_topics(_credits(text, dated.blocks), text)), key=lambda credit: credit.start)
    )
    blocks = set_sign_offs_apart(text, dated.blocks, declared)
    body = " ".join(text[b.start : b.end] for b in whole.blocks if b.role is BlockRole.BODY)
    language = identify(body or text, facts.language)
    return Article(
        capture_id=capture.id,
        url=facts.url,
        headline=(_of_role(text, dated.blocks, BlockRole.HEADLINE) or "").strip(" :|–—-")
        or next(iter(facts.titles), None),
        author=_author(text, dated.blocks, facts),
        publisher=facts.publisher,
        dateline=dated.dateline,
        credits=declared,
        links=_links(page, whole.source_map, facts.url),
        language=language,
        published=facts.published,
        modified=facts.modified,
        text=text,
        text_digest=sha256(text.encode("utf-8", "surrogatepass")),
        blocks=blocks,
        sentences=tuple(sentences_of(text, blocks, language)),
        source_map=whole.source_map,
    )


def _author(text: str, blocks: Sequence[Block], facts: Facts) -> str | None:
    """Who signs: the page's data where they name more than the publisher, else the byline printed."""
    stated = frozenset(words(facts.author or ""))
    if stated - frozenset(words(facts.publisher or "")):
        return facts.author
    return cleaned(_of_role(text, blocks, BlockRole.BYLINE)) or facts.author


def _of_role(text: str, blocks: Sequence[Block], role: BlockRole) -> str | None:
    return next((text[b.start : b.end] for b in blocks if b.role is role), None)


def _credits(text: str, blocks: Sequence[Block]) -> Iterator[Credit]:
    """Credit lines: blocks of their own, bylines, and what closes a paragraph; captions credit pictures.

    Behind the text a byline is that of another item.
    """
    first = next((block for block in blocks if block.role in (BlockRole.BYLINE, BlockRole.BODY)), None)
    for block in blocks:
        if block.role in (BlockRole.CREDIT, BlockRole.BYLINE, BlockRole.BODY):
            is_line = block.role is not BlockRole.BODY
            is_byline = is_line and block is first
            yield from credits_of_paragraph(
                text[block.start : block.end], block.start, at_edge=is_line, is_byline=is_byline
            )


def _links(page: Page, source_map: OffsetMap, url: str | None) -> tuple[str, ...]:
    """Where the article's text links to, absolute, each once."""
    runs = source_map.runs
    if not runs:
        return ()
    ends = [run.source_end for run in runs]
    found: dict[str, None] = {}
    for at, raw in page.anchors:
        following = bisect.bisect_left(ends, at)
        if following < len(runs) and runs[following].source_start - at < 4_000 and len(found) < LINKS:
            target = _absolute(attributes(raw).get("href", ""), page.base or url)
            if target:
                found[target] = None
    return tuple(found)


def _absolute(target: str, base: str | None) -> str | None:
    try:
        joined = urllib.parse.urljoin(base or "", target)
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None
