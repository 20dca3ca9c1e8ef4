"""Articles as the readers make them, and what of them is read."""

from sayso.extract.formats import articles
from sayso.model import Article, Capture
from sayso.settings import Limits
from sayso.vocab import BlockRole

READ = {BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION}


def read(source: str, media_type: str = "text/plain") -> Article:
    """The one article that `source` is."""
    capture = Capture(
        source_digest="d",
        locator="",
        payload_digest="p",
        media_type=media_type,
        charset="utf-8",
        charset_basis="test",
    )
    (made,) = (one for one in articles(capture, source, Limits()) if isinstance(one, Article))
    return made


def kept(made: Article) -> list[str]:
    """What is read of an article, block by block."""
    return [made.text[b.start : b.end] for b in made.blocks if b.role in READ]
