"""What annotators make of one text by itself: who says what, and what its numbers count."""

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.quantities import quantities
from sayso.model import Attribution


def attributions(text: str, language: str) -> list[Attribution]:
    """The attributions of a text, as they are made."""
    of = article(text, language=language)
    return [made for made in AttributionStage().run(of.id, [of]) if isinstance(made, Attribution)]


def sayings(found: list[Attribution]) -> list[tuple[str | None, str]]:
    """Of each attribution the source and the content, its pieces side by side."""
    return [(one.source_name, " ".join(span.exact for span in one.content)) for one in found]


def counted(text: str, language: str) -> list[tuple[float | None, float | None, str]]:
    """Of each number of a text its ends and what it counts."""
    return [(one.low, one.high, one.measure) for one in quantities(article(text, language=language))]


def told(text: str, language: str) -> set[tuple[str | None, str]]:
    """(who, content) of each attribution of a text, piece by piece."""
    made = attributions(text, language)
    return {(one.source_name or one.resolved_name, piece.exact) for one in made for piece in one.content}
