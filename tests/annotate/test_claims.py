"""Claim mentions: whose voice each stretch is given in."""

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import ClaimStage
from sayso.model import Attribution, ClaimMention
from sayso.vocab import BlockRole


def mentions(text: str, **fields: str) -> list[tuple[str, str | None]]:
    """(words, source name or None for the writer) of each mention."""
    of = article(text, **fields)
    attributions = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    names = {a.id: a.source_name for a in attributions}
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    return [(c.span.exact, names[c.attribution_id] if c.attribution_id else None) for c in found]


def test_own_voice_and_attributed_words_are_kept_apart() -> None:
    assert mentions("The dam held on Friday. The ministry said the village was safe.") == [
        ("The dam held on Friday.", None),
        ("the village was safe", "The ministry"),
    ]


def test_questions_and_bare_headings_are_no_claims() -> None:
    assert mentions("Read more\n\nDid the dam hold on Friday?") == []


def test_a_sentence_that_goes_on_from_an_attributed_one_says_so() -> None:
    of = article("The ministry said the dam held. Two villages were cut off.\n\nThe road was closed on Monday.")
    attributions = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    found = [c for c in ClaimStage().run(of.id, [of, *attributions]) if isinstance(c, ClaimMention)]
    carried = {c.span.exact: c.carried_over_id for c in found if c.attribution_id is None}
    assert carried == {"Two villages were cut off.": attributions[0].id, "The road was closed on Monday.": None}


def test_a_headline_is_a_claim() -> None:
    of = article("Nothing else is known so far.", headline="Dam holds after storm")
    found = list(ClaimStage().run(of.id, [of]))
    assert [c.role for c in found if isinstance(c, ClaimMention)] == [BlockRole.HEADLINE, BlockRole.BODY]
