"""What each block of a page is to its article: headline, deck, byline, body, caption, credit, furniture, or nothing.

Wording decides before markup (a credit is a credit wherever it stands), markup before position. Class names are
only believed near the text: a page whose <body> has the class "has-newsletter" is not a newsletter.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.extract.alignment import Location, words
from sayso.extract.bylines import after_by, cleaned, is_house, signed
from sayso.extract.credits import credits_of_paragraph
from sayso.extract.dates import find_date
from sayso.extract.furniture import is_furniture
from sayso.extract.metadata import Facts
from sayso.extract.page import PageBlock
from sayso.vocab import BlockRole

CHOSEN = 0.5  # share of a block's words that the extractor chose, for the block to count as chosen
SAME_TITLE = 0.6  # share of common words, of the shorter title
NEAR = 4  # elements around a text whose class names are believed
AFTER = 40  # blocks behind the article in which credit lines are looked for
CREDITS_AMONG = 8  # last blocks of an article, among which a mere label ("Source: …") is a credit line
LINKED = 0.85  # share of linked text in a paragraph that merely leads elsewhere
LONG = 60  # words: a block this long is no credit line, related link or promotion
CAPTION_WORDS, BYLINE_WORDS, NAME_WORDS, DATE_WORDS, DECK_WORDS = 4, 16, 6, 9, (4, 80)
EXTRA_WORDS = 3  # beside the author's name in a byline without a label
COMMON = 0.2  # of the chosen text: an element around more of it names the article, not a part

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE = frozenset({"p", "li", "blockquote", "dd", *_HEADINGS - {"h1"}})
_CAPTION = re.compile(
    r"caption|bildunterschrift|bildtext|pie-?de-?foto|image[-_]?(?:info|text|desc|credit)|photo[-_]?(?:info|text|desc|credit)"
    r"|media(?:additional)?info|infotext|legend\b|leyenda|didascalia|figure[-_]?text|fotocredit|copyright"
)
_BYLINE = re.compile(
    r"(?<![a-z])(?:author(?!-?(?:bio|box|desc|info|card|about)|bio|box)|authors|byline|by-line|auteur|autore|autor|autorin|redacteur|verfasser|writer|contributor|reporter|journalist)(?![a-z])"
)
_DECK = re.compile(
    r"(?<![a-z])(?:deck|dek|standfirst|sub-?title|sub-?head(?:line)?|sub-?heading|lead|lede|leadtext|lead-?text|intro(?:duction|text)?|summary|excerpt"
    r"|teaser-?text|chapo|entradilla|bajada|sottotitolo|occhiello|catenaccio|ingress|vorspann|sumario|abstract|description|anons|lid|bajante|volanta|stand-?first|article-?lead|preamble)(?![a-z])"
)
_FURNITURE = re.compile(
    r"newsletter|(?<![a-z])promo|related|recirc|recommend|share|social|comment|advert|sponsor|paywall|subscri|read-?(?:more|next|also)|most-?read|trending"
    r"|author-?(?:bio|box|info|desc|card)|about-?(?:the-?)?author|(?<![a-z])bio(?![a-z])|breadcrumb|(?<![a-z])tags?(?![a-z])|cookie|consent|disclaimer|sign-?up|donat|outbrain|taboola|teaser-?list|further-?reading|more-?(?:on|from|stories)"
)


class Roles(NamedTuple):
    """The role of each block that is kept, by its number; and the headline's block, if it is one."""

    by_block: Mapping[int, BlockRole]
    headline: int | None


def assign(blocks: Sequence[PageBlock], chosen: Location, facts: Facts) -> Roles:
    """The blocks of the page that belong to its article, and what they are; none where nothing was chosen."""
    taken = [number for number in range(len(blocks)) if chosen.share(number) >= CHOSEN]
    headline = _headline(blocks, facts, taken)
    taken = [number for number in taken if headline is None or number > headline]
    if not taken:
        return Roles({}, headline)
    body_start = next((n for n in taken if _is_prose(blocks[n])), taken[0])
    judge = _Judge(blocks, facts, frozenset(taken), body_start)
    begin = headline + 1 if headline is not None else taken[0]
    roles = {n: role for n in range(begin, taken[-1] + 1) if (role := judge.role(n)) is not None}
    for n in sorted(roles, reverse=True):  # a heading over nothing but furniture is furniture
        if roles[n] is BlockRole.BODY and blocks[n].element.name in _HEADINGS:
            roles[n] = BlockRole.FURNITURE
        elif roles[n] is BlockRole.BODY:
            break
    behind = range(taken[-1] + 1, min(len(blocks), taken[-1] + AFTER))
    roles |= {n: BlockRole.CREDIT for n in behind if not blocks[n].element.hidden and _is_credit(blocks[n].text, True)}
    if headline is not None:
        roles[headline] = BlockRole.HEADLINE
    return Roles(roles, headline)


class _Judge:
    """Decides about single blocks of one page."""

    def __init__(self, blocks: Sequence[PageBlock], facts: Facts, taken: frozenset[int], body_start: int) -> None:
        self.blocks = blocks
        self.taken = taken
        self.last = max(taken)
        self.body_start = body_start
        self.description = frozenset(words(facts.description))
        self.author = frozenset(words(facts.author or ""))
        self.has_person = bool(self.author - frozenset(words(facts.publisher or "")))
        self.parents = {id(blocks[n].element.parent) for n in taken if _is_prose(blocks[n])}
        self.common = self._common_elements()

    def _common_elements(self) -> frozenset[int]:
        """The elements around much of the text, and those labelled as much of it is: their names tell nothing."""
        under: Counter[int] = Counter()
        labelled: Counter[str] = Counter()
        for number in self.taken:
            block = self.blocks[number]
            labelled[block.element.label] += len(block.text)
            for element in block.element.lineage():
                under[id(element)] += len(block.text)
        enough = COMMON * sum(len(self.blocks[number].text) for number in self.taken)
        usual = {label for label, size in labelled.items() if size > enough}
        alike = {id(block.element) for block in self.blocks if block.element.label in usual}
        return frozenset({element for element, size in under.items() if size > enough} | alike)

    def _label(self, block: PageBlock) -> str:
        """The names that the nearest elements give the block, as far as they tell it from the rest."""
        near = zip(block.element.lineage(), range(NEAR), strict=False)
        return " ".join(at.label for at, _ in near if id(at) not in self.common)

    def role(self, number: int) -> BlockRole | None:
        """The role of one block between headline and end; None for what is no part of the article."""
        block, is_taken = self.blocks[number], number in self.taken
        label, count = self._label(block), len(words(block.text))
        if not is_taken and block.element.hidden:
            return None
        aside = BlockRole.FURNITURE if is_taken else None
        if block.within(frozenset({"figcaption"})) or _CAPTION.search(label):
            return BlockRole.CAPTION if count >= CAPTION_WORDS and _linked(block) < LINKED else aside
        if _is_credit(block.text, number <= self.body_start or number > self.last - CREDITS_AMONG):
            return BlockRole.CREDIT
        if is_furniture(block.text) or (count < LONG and _FURNITURE.search(label)):
            return aside
        if self._is_byline(block, label, count) and (number <= self.body_start + 1 or is_taken):
            return BlockRole.BYLINE
        if count <= DATE_WORDS and find_date(block.text):
            return aside
        if number <= self.body_start and self._is_deck(block, label, count, is_taken):
            return BlockRole.DECK
        if _linked(block) >= LINKED and count < LONG:
            return aside
        return BlockRole.BODY if is_taken or self._was_missed(number, count) else None

    def _is_byline(self, block: PageBlock, label: str, count: int) -> bool:
        if not 0 < count <= BYLINE_WORDS:
            return False
        if is_house(block.text):
            return True
        inline = " ".join(element.label for element in block.inline)
        if not _BYLINE.search(f"{label} {inline}"):
            is_author = bool(self.author) and self.author <= (own := frozenset(words(block.text)))
            of_author = is_author and len(own - self.author) <= EXTRA_WORDS
            return of_author or after_by(block.text) is not None or signed(block.text) is not None
        if self.author & frozenset(words(block.text)):
            return True
        return not self.has_person and len(words(cleaned(block.text) or "")) in range(1, NAME_WORDS + 1)

    def _is_deck(self, block: PageBlock, label: str, count: int, is_taken: bool) -> bool:
        if not DECK_WORDS[0] <= count <= DECK_WORDS[1] or _linked(block) > 0.5:
            return False
        own = frozenset(words(block.text))
        described = len(own & self.description) >= 0.8 * len(own)
        return bool(_DECK.search(label)) or described or (is_taken and block.element.name in ("h2", "h3"))

    def _was_missed(self, number: int, count: int) -> bool:
        """Whether the extractor passed over a paragraph or heading in the midst of ones that it took."""
        block = self.blocks[number]
        if number < self.body_start or block.element.name not in _PROSE or _linked(block) > 0.5:
            return False
        return id(block.element.parent) in self.parents and count >= (1 if block.element.name in _HEADINGS else 3)


def _headline(blocks: Sequence[PageBlock], facts: Facts, taken: Sequence[int]) -> int | None:
    """The block that prints the headline: an <h1>, or a heading that says what the page's title says."""
    publisher = frozenset(words(facts.publisher or ""))
    titles = [(frozenset(words(title)) - publisher, 0.1 * rank) for rank, title in enumerate(facts.titles)]
    best: tuple[float, int] | None = None
    for number, block in enumerate(blocks):
        name = block.element.name
        if name not in _HEADINGS and "headline" not in block.element.label:
            continue
        own = frozenset(words(block.text))
        likeness = max((_likeness(own, title) - later for title, later in titles), default=0.0)
        likeness += 0.2 * (name == "h1") - 0.5 * block.element.hidden
        if likeness >= SAME_TITLE and (best is None or likeness > best[0]):
            best = likeness, number
    if best is None:
        alone = [n for n, block in enumerate(blocks) if block.element.name == "h1" and not block.element.hidden]
        if len(alone) != 1 or len(words(blocks[alone[0]].text)) < 3:
            return None
        best = 1.0, alone[0]
    before = sum(len(blocks[n].text) for n in taken if n < best[1])
    return best[1] if before * 3 < sum(len(blocks[n].text) for n in taken) else None


def _likeness(own: frozenset[str], title: frozenset[str]) -> float:
    """Share of common words, of the longer; of the shorter where that is not too short to tell."""
    if not own or not title:
        return 0.0
    common = len(own & title)
    shorter = min(len(own), len(title))
    return max(common / max(len(own), len(title)), 0.9 * common / shorter if shorter >= 4 else 0.0)


def _linked(block: PageBlock) -> float:
    return block.linked / len(block.text)


def _is_prose(block: PageBlock) -> bool:
    count = len(words(block.text))
    return (
        count >= 8
        and _linked(block) < 0.5
        and not is_furniture(block.text)
        and not _CAPTION.search(block.element.label)
    )


def _is_credit(text: str, at_edge: bool) -> bool:
    """Whether the block is a credit line and little else."""
    if len(words(text)) > LONG:
        return False
    return any(
        credit.start == 0 and credit.end >= len(text) * 0.8 for credit in credits_of_paragraph(text, at_edge=at_edge)
    )
