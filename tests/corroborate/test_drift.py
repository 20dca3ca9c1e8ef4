import datetime
from collections.abc import Callable, Iterable

import pytest

from factory import article, counted, named, said
from sayso.model import Article, Capture, ClaimMention, Clock, Derivation, Drift, Record
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


def _clock(day: int, hour: int = 0) -> Clock:
    value = datetime.datetime(2031, 5, day, hour, tzinfo=datetime.UTC)
    return Clock(value=value, precision="minute" if hour else "day", text=str(day), basis="test")


def test_a_paraphrase_without_a_copied_line_is_seen_to_lose_source_bound_and_hedge(corroborate: Corroborate) -> None:
    toll = (
        "At least 12 people were killed on Tuesday in the crowded market hall of Ostwick near the border with Norland"
    )
    cause = "the hall was hit by a drone that was probably launched from Norland"
    agency = article(f"{toll}, the ministry said. It said {cause}.", name="a", published=_clock(11, 10))
    bare = "Twelve shoppers died on Tuesday when a drone launched from Norland hit the market hall of Ostwick."
    paper = article(bare, name="b", published=_clock(11))
    records = [agency, *said(agency, toll, by="the ministry"), *said(agency, cause, by="It", certainty="probable")]
    records += [paper, *said(paper, bare)]
    records.append(counted(agency, "At least 12", "killed", 12, high=None, bound=Bound.AT_LEAST))
    records.append(counted(paper, "Twelve", "killed", 12))
    records += [named(made, name) for made in (agency, paper) for name in ("Ostwick", "Norland")]
    found = _quotes(corroborate(records), records)
    lost = {(before, lost) for before, after, lost, _ in found if after == bare}
    assert lost >= {(toll, Lost.BOUND), (cause, Lost.HEDGE)}
    assert Lost.ATTRIBUTION in {kind for _, kind in lost}
    assert all(where is DriftWhere.BETWEEN_OUTLETS for _, _, _, where in found)


def test_nothing_is_lost_by_an_article_that_came_first(corroborate: Corroborate) -> None:
    words = "The old ferry was sunk by a drifting mine off the coast."
    first, later = article(words, name="a", published=_clock(10)), article(words, name="b", published=_clock(12))
    records = [first, later, *said(first, words), *said(later, words, by="The port authority")]
    assert _quotes(corroborate(records), records) == []


def _unordered(one: Article, other: Article) -> Derivation:
    """Two versions of one article, nobody knows which came first."""
    return Derivation(
        derived_id=one.id,
        origin_id=other.id,
        kind=DerivationKind.REVISION,
        coverage=0.9,
        origin_coverage=0.9,
        directed=False,
        basis=DirectionBasis.UNKNOWN,
    )


def test_two_versions_without_a_clock_between_them_are_compared_both_ways(corroborate: Corroborate) -> None:
    words = "The old ferry was sunk by a drifting mine off the coast."
    one = article(words, name="a", published=_clock(11))
    other = article(f"The port authority said: {words}", name="b", published=_clock(11))
    link = _unordered(one, other)
    records = [one, other, link, *said(one, words), *said(other, words, by="The port authority")]
    assert [lost for _, _, lost, _ in _quotes(corroborate(records), records)] == [Lost.ATTRIBUTION]


@pytest.mark.parametrize(
    ("language", "said_so", "bare", "source"),
    [
        ("en", "an Osk-2 drone was launched from Kamen Ridge", "Close the crossing at Kamen Ridge.", "The ministry"),
        ("en", "it had come from the roof", "The roof has come down over the hall.", "He"),
        (
            "en",
            "The Interior Ministry counts seventeen dead",
            "Updated on Monday with the reply of the Interior Ministry.",
            "The Interior Ministry",
        ),
        (
            "en",
            "at least twelve people were killed in the market explosion at Ostwick",
            "Twelve killed in Ostwick market explosion, ministry says",
            "the Interior Ministry",
        ),
        (
            "de",
            "es gebe neun Tote nach der Explosion in der Markthalle",
            "Neun Tote nach Explosion in der Markthalle, zählt Krankenhaus",
            "die Leiterin der Notaufnahme",
        ),
        (
            "es",
            "dos drones cruzaron la frontera cerca del puente",
            "Lenz: dos drones cruzaron la frontera cerca del puente",
            "Ana Lenz",
        ),
    ],
)
def test_what_is_another_statement_or_names_its_source_has_lost_nothing(
    corroborate: Corroborate, language: str, said_so: str, bare: str, source: str
) -> None:
    made = article(f"{source}: {said_so}.", headline=bare, language=language)
    records = [made, *said(made, said_so, by=source), *said(made, bare)]
    for name in ("Kamen Ridge", "Interior Ministry"):
        records += [named(made, name, nth=at) for at in range(made.text.count(name))]
    assert _quotes(corroborate(records), records) == []


def test_a_press_release_is_its_own_source(corroborate: Corroborate) -> None:
    words = "The damaged gas line as the cause of the explosion was examined and ruled out."
    report = article(f"The ministry says: {words}", name="a", published=_clock(11))
    release = article(words, name="b", published=_clock(11), publisher="Interior Ministry of Norland")
    records = [report, release, *said(report, words, by="The ministry"), *said(release, words)]
    assert _quotes(corroborate(records), records) == []


@pytest.mark.parametrize(("bare_at", "told_at", "lost"), [(17, 14, [Lost.ATTRIBUTION]), (14, 17, [])])
def test_the_times_at_which_a_page_was_taken_tell_which_version_came_first(
    corroborate: Corroborate, bare_at: int, told_at: int, lost: list[Lost]
) -> None:
    words = "The old ferry was sunk by a drifting mine off the coast."
    taken = [
        Capture(
            source_digest=name,
            locator="0",
            payload_digest=name,
            media_type="text/html",
            charset="utf-8",
            charset_basis="test",
            url="https://paper.example/ferry",
            captured_at=datetime.datetime(2031, 5, 11, hour, tzinfo=datetime.UTC),
        )
        for name, hour in (("a", bare_at), ("b", told_at))
    ]
    one = article(words, capture_id=taken[0].id, published=_clock(11))
    other = article(f"The port authority said: {words}", capture_id=taken[1].id, published=_clock(11))
    link = _unordered(one, other)
    records = [*taken, one, other, link, *said(one, words), *said(other, words, by="The port authority")]
    assert [drift.lost for drift in of(corroborate(records), Drift)] == lost


@pytest.mark.parametrize(
    ("told", "bare", "counts"),
    [
        (
            "Two people told me both things",
            "Two days of asking people in a town that was told too late.",
            [("Two", "person", 2, 0), ("Two", "day", 2, 1)],
        ),
        (
            "three more bodies had been recovered and 41 people were injured, seven of them seriously",
            "Seventeen people died and 41 were injured.",
            [("41", "injured", 41, 0), ("Seventeen", "killed", 17, 1), ("41", "injured", 41, 1)],
        ),
    ],
)
def test_a_number_in_common_does_not_make_one_statement(
    corroborate: Corroborate, told: str, bare: str, counts: list[tuple[str, str, float, int]]
) -> None:
    first = article(f"The ministry said: {told}.", name="a", published=_clock(11, 9))
    later = article(bare, name="b", published=_clock(11, 12))
    link = Derivation(
        derived_id=later.id,
        origin_id=first.id,
        kind=DerivationKind.EDITED,
        coverage=0.5,
        origin_coverage=0.5,
        directed=True,
        basis=DirectionBasis.EARLIER_CLOCK,
    )
    records = [first, later, link, *said(first, told, by="The ministry"), *said(later, bare)]
    records += [counted((first, later)[place], words, measure, low) for words, measure, low, place in counts]
    assert _quotes(corroborate(records), records) == []


@pytest.mark.parametrize(
    ("days", "second", "lost"),
    [
        ((3, 4), "The ferry was sunk by a mine near the lock.", True),
        ((3, 3), "The ferry was sunk by a mine near the lock.", False),
        ((3, 4), "The ferry, according to the pilots, was sunk by a mine near the lock.", False),
        ((3, 4), "The ferry was sunk by a mine near the lock, reads a statement of the transport ministry.", False),
    ],
)
def test_say_so_is_lost_only_by_who_came_later_and_shows_no_source(
    corroborate: Corroborate, days: tuple[int, int], second: str, lost: bool
) -> None:
    first = "The ferry was sunk by a mine near the lock"
    one = article(f"{first}, the port said.", name="a", published=_clock(days[0]))
    other = article(second, name="b", published=_clock(days[1]))
    records = [one, *said(one, first, by="the port"), other, *said(other, second)]
    found = [d for d in of(corroborate(records), Drift) if d.lost is Lost.ATTRIBUTION]
    assert bool(found) is lost


def test_no_say_so_is_lost_where_the_article_gives_it_in_another_place(corroborate: Corroborate) -> None:
    first, again = "The ferry was sunk by a mine near the lock", "The ferry was sunk near the lock by a mine"
    one = article(f"{first}, the port said.", name="a", published=_clock(3))
    lost = {}
    for by in (None, "pilots"):
        other = article(f"{first}. {again}, pilots said.", name="b", published=_clock(4))
        records = [one, *said(one, first, by="the port"), other, *said(other, f"{first}."), *said(other, again, by=by)]
        drifts = [d for d in of(corroborate(records), Drift) if d.lost is Lost.ATTRIBUTION]
        lost[by] = any(d.where is DriftWhere.BETWEEN_OUTLETS for d in drifts)
    assert lost == {None: True, "pilots": False}
