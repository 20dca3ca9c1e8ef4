"""The claims of a text with their certainty, as the stages read them one after the other."""

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.certainty import CertaintyStage
from sayso.annotate.claims import ClaimStage
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Certainty, ClaimMention


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
    """ "value mode polarity" of each claim of `text`."""
    return [f"{c.value} {c.mode} {c.polarity}" for _, c in read(text, language)]
