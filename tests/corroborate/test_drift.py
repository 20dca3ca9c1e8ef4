from collections.abc import Callable, Iterable

import pytest

from factory import article, counted, said
from sayso.model import Article, ClaimMention, Derivation, Drift, Record
from sayso.stage import of
from sayso.vocab import Bound, DerivationKind, DirectionBasis, DriftWhere, Lost

Corroborate = Callable[[Iterable[Record]], list[Record]]

BODY = "Officials of the port said the ferry was sunk by a drifting mine. The ferry was sunk by a mine. Nobody saw it."


def _quotes(made: Iterable[Record], records: Iterable[Record]) -> list[tuple[str, str, Lost, DriftWhere]]:
    words = {m.id: m.span.exact for m in of(records, ClaimMention)}
    return [(words[d.from_mention_id], words[d.to_mention_id], d.lost, d.where) for d in of(made, Drift)]


def test_attribution_lost_within_an_article(corroborate: Corroborate) -> None:
    made = article(BODY)
    said_so, bare = "the ferry was sunk by a drifting mine", "The ferry was sunk by a mine."
    records = [made, *said(made, said_so, by="Officials of the port"), *said(made, bare)]
    assert _quotes(corroborate(records), records) == [(said_so, bare, Lost.ATTRIBUTION, DriftWhere.WITHIN_ARTICLE)]


def test_headline_asserts_what_the_body_attributes(corroborate: Corroborate) -> None:
    made = article(BODY, headline="Ferry sunk by mine")
    said_so = "the ferry was sunk by a drifting mine"
    records = [made, *said(made, said_so, by="Officials of the port"), *said(made, "Ferry sunk by mine")]
    assert _quotes(corroborate(records), records) == [
        (said_so, "Ferry sunk by mine", Lost.ATTRIBUTION, DriftWhere.HEADLINE_BODY)
    ]


@pytest.mark.parametrize("hedge", [{"certainty": "possible"}, {"certainty": "probable"}, {"mode": "hypothesis"}])
def test_hedge_lost(corroborate: Corroborate, hedge: dict[str, str]) -> None:
    made = article("Perhaps a mine sank the ferry off Halden. A mine sank the ferry off Halden.")
    first, second = "a mine sank the ferry off Halden", "A mine sank the ferry off Halden."
    records = [made, *said(made, first, **hedge), *said(made, second)]  # type: ignore[arg-type]
    assert _quotes(corroborate(records), records) == [(first, second, Lost.HEDGE, DriftWhere.WITHIN_ARTICLE)]


def _hop(origin_text: str, derived_text: str) -> tuple[list[Record], str, str]:
    origin, derived = article(origin_text, name="origin"), article(derived_text, name="derived")
    link = Derivation(
        derived_id=derived.id,
        origin_id=origin.id,
        kind=DerivationKind.EDITED,
        coverage=0.8,
        origin_coverage=0.8,
        directed=True,
        basis=DirectionBasis.EARLIER_CLOCK,
    )
    return [origin, derived, link], origin.id, derived.id


def test_bound_lost_between_outlets(corroborate: Corroborate) -> None:
    records, _, _ = _hop("Up to 40 miners were trapped at Halden.", "Some say 40 miners were trapped at Halden.")
    origin, derived = records[0], records[1]
    assert origin.prefix == derived.prefix == "art"
    first, second = "Up to 40 miners were trapped at Halden.", "40 miners were trapped at Halden."
    assert isinstance(origin, Article)
    assert isinstance(derived, Article)
    records += [*said(origin, first), *said(derived, second)]
    records.append(counted(origin, "Up to 40", "miner", None, high=40.0, bound=Bound.AT_MOST))
    records.append(counted(derived, "40", "miner", 40.0))
    assert _quotes(corroborate(records), records) == [(first, second, Lost.BOUND, DriftWhere.BETWEEN_OUTLETS)]


def test_nothing_is_lost_where_the_source_stands_or_another_thing_is_said(corroborate: Corroborate) -> None:
    made = article(
        "Port: the ferry was sunk by a mine. It was sunk by a mine, the port said. The ferry was not sunk by a mine."
    )
    records = [
        made,
        *said(made, "the ferry was sunk by a mine", by="Port"),
        *said(made, "It was sunk by a mine", by="the port"),
        *said(made, "The ferry was not sunk by a mine.", polarity="-"),
    ]
    assert of(corroborate(records), Drift) == []


def test_at_most_a_handful_an_article(corroborate: Corroborate) -> None:
    words = [f"{chr(97 + i) * 5} {chr(98 + i) * 6} {chr(99 + i) * 7}" for i in range(0, 20, 2)]
    made = article(" ".join(f"Port said {w} went. Then {w} went off." for w in words))
    records: list[Record] = [made]
    for w in words:
        records += [*said(made, f"{w} went", by="Port"), *said(made, f"{w} went off")]
    assert 0 < len(of(corroborate(records), Drift)) <= 6
