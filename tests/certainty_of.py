"""The claims of a text with their certainty, as the stages read them one after the other."""

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.certainty import CertaintyStage
from sayso.annotate.claims import ClaimStage
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Certainty, ClaimMention
from sayso.parts import whole_of


def read(text: str, language: str = "en") -> list[tuple[ClaimMention, Certainty]]:
    """Each claim of `text` with its certainty, as the stages read them one after the other."""
    page = article(text, language=language)
    attributions = list(AttributionStage(RuleReader()).run(page.id, [page]))
    claims = [c for c in ClaimStage().run(page.id, [page, *attributions]) if isinstance(c, ClaimMention)]
    found = [c for c in CertaintyStage().run(page.id, [page, *attributions, *claims]) if isinstance(c, Certainty)]
    by_claim = {c.claim_mention_id: c for c in found}
    assert len(by_claim) == len(claims)
    return [(c, by_claim[c.id]) for c in claims]


def values(text: str, language: str = "en") -> list[str]:
    """ "value mode polarity" of each claim of `text`, without those that are parts of others."""
    found = read(text, language)
    parts = whole_of(claim for claim, _ in found)
    return [f"{c.value} {c.mode} {c.polarity}" for claim, c in found if claim.id not in parts]


def of_parts(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The words of each part of a claim, and its "value mode polarity"."""
    found = read(text, language)
    parts = whole_of(claim for claim, _ in found)
    return [(one.span.exact, f"{c.value} {c.mode} {c.polarity}") for one, c in found if one.id in parts]
