import random

from hypothesis import given, settings
from hypothesis import strategies as st

import lineage_prose as prose
from factory import article
from sayso.codec import from_plain, to_plain
from sayso.lineage.derive import LineageStage
from sayso.lineage.documents import read_clock
from sayso.model import Agent, Article, Credit, Derivation, Record, Skip
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import AgentKind, CreditKind, DerivationKind, DirectionBasis, SkipReason

BASE = prose.paragraphs(1, 10)
LINE = "The original source of this article is Coast Herald."


def made(*articles: Article) -> list[Record]:
    stage = LineageStage()
    assert {key for one in articles for key in stage.keys(one)} <= {WHOLE_CASE}
    return list(stage.run(WHOLE_CASE, sorted(articles, key=lambda a: a.id)))


def credited(
    text: str, name: str, outlet: str, kind: CreditKind = CreditKind.REPUBLICATION, line: str = LINE
) -> Article:
    whole = f"{line}\n\n{text}"
    line_of = Credit(kind=kind, name=name, start=0, end=len(line))
    return article(whole, name=outlet, publisher=outlet, credits=(line_of,), headline=None)


def test_a_declared_republication_goes_to_the_original_that_is_here() -> None:
    herald = article("\n\n".join(BASE), name="h", publisher="Coast Herald", headline="Lock shut")
    copy = credited("\n\n".join(BASE), "Coast Herald", "World Digest")
    records = made(herald, copy)
    assert of(records, Agent) == []
    (link,) = of(records, Derivation)
    assert (link.derived_id, link.origin_id, link.directed) == (copy.id, herald.id, True)
    assert link.basis is DirectionBasis.DECLARED_ORIGINAL
    assert link.coverage == 1
    assert any(LINE in reason.detail for reason in link.reasons)
    for match in link.matches:
        assert copy.text[match.left_start : match.left_end] == herald.text[match.right_start : match.right_end]


def test_a_declared_republication_of_what_is_not_here_gets_a_hidden_origin() -> None:
    copy = credited("\n\n".join(BASE), "Coast Herald", "World Digest")
    unrelated = article(prose.text(2), name="h", publisher="Coast Herald")
    records = made(copy, unrelated)
    (agent,) = of(records, Agent)
    (link,) = of(records, Derivation)
    assert (agent.kind, agent.name) == (AgentKind.OUTLET, "Coast Herald")
    assert (link.derived_id, link.origin_id, link.kind) == (copy.id, agent.id, DerivationKind.REPUBLICATION)
    assert LINE in link.reasons[0].detail


def test_two_reprints_of_one_agency_have_it_as_their_origin_and_not_each_other() -> None:
    first = credited("\n\n".join(BASE), "AP", "Herald", CreditKind.WIRE, "(AP) —")
    second = credited("\n\n".join(BASE[:8]), "Associated Press", "Courier", CreditKind.WIRE, "By The Associated Press")
    records = made(first, second)
    (agent,) = of(records, Agent)
    links = {link.kind: link for link in of(records, Derivation)}
    assert agent.name == "The Associated Press"
    assert len(of(records, Derivation)) == 3
    assert not links[DerivationKind.SAME_SOURCE].directed
    hidden = {link.derived_id for link in of(records, Derivation) if link.origin_id == agent.id}
    assert hidden == {first.id, second.id}


def test_what_one_line_shows_to_be_an_agency_is_one_wherever_it_is_named() -> None:
    first = credited("\n\n".join(BASE), "Norlex", "Herald", CreditKind.WIRE, "LUNDHAVN (Norlex) —")
    second = credited("\n\n".join(BASE), "NORLEX", "Courier", line="Source: NORLEX")
    records = made(first, second)
    (agent,) = of(records, Agent)
    assert (agent.kind, agent.name) == (AgentKind.AGENCY, "Norlex")
    (link,) = (link for link in of(records, Derivation) if link.origin_id != agent.id)
    assert (link.kind, link.reasons[-1].code) == (DerivationKind.SAME_SOURCE, "one_agency")
    assert {one.derived_id for one in of(records, Derivation) if one is not link} == {first.id, second.id}


def test_an_outlet_that_credits_itself_has_no_hidden_origin() -> None:
    assert made(credited("\n\n".join(BASE), "Coast Herald", "Coast Herald")) == []


def test_the_headline_alone_makes_no_copy() -> None:
    same = " ".join(prose.paragraphs(4, 1))
    assert made(*(article(prose.text(10 + n), name=str(n), headline=same) for n in range(2))) == []


def test_a_great_family_says_what_was_not_compared() -> None:
    skips = of(made(*(article("\n\n".join(BASE), name=str(n)) for n in range(80))), Skip)
    assert [skip.reason for skip in skips] == [SkipReason.HOT_KEY]
    assert "80 articles share this text" in skips[0].detail


def test_nothing_in_nothing_out() -> None:
    assert made() == []
    assert made(article("")) == []


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_records_are_the_same_in_any_order_and_survive_the_codec(rng: random.Random) -> None:
    clock = read_clock("2031-03-04T08:00:00Z")
    articles = [
        article("\n\n".join(rng_text), name=str(n), published=clock if n == 0 else None)
        for n, rng_text in enumerate([BASE, BASE[:7], BASE[2:], prose.paragraphs(3)])
    ]
    articles.append(credited("\n\n".join(BASE[1:9]), "AFP", "World Digest", CreditKind.WIRE, "(AFP)"))
    straight = made(*articles)
    shuffled = list(articles)
    rng.shuffle(shuffled)
    assert [to_plain(r) for r in LineageStage().run(WHOLE_CASE, shuffled)] == [to_plain(r) for r in straight]
    assert [from_plain(type(r), to_plain(r)) for r in straight] == straight
    links = of(straight, Derivation)
    assert [link.id for link in links] == sorted({link.id for link in links})


def test_ids_do_not_hang_on_the_process() -> None:
    """No `hash()`: the id of a record is the same wherever it is made."""
    one, other = article("\n\n".join(BASE), name="one"), article("\n\n".join(BASE), name="two")
    random.seed(0)
    assert [r.id for r in made(one, other)] == [r.id for r in made(other, one)]


def test_credits_in_a_circle_are_told_though_no_text_is_shared() -> None:
    names = ("Coast Herald", "World Digest", "Vale Gazette")
    around = [
        credited(prose.text(n), names[(n + 1) % 3], name, line=f"Source: {names[(n + 1) % 3]}")
        for n, name in enumerate(names)
    ]
    beside = credited(prose.text(9), "Coast Herald", "Daily Post")
    records = made(*around, beside)
    told = {
        link.derived_id: [reason.detail for reason in link.reasons if reason.code == "circular_credit"]
        for link in of(records, Derivation)
    }
    assert told[beside.id] == []
    (words,) = told[around[0].id]
    assert words.startswith("Coast Herald credits World Digest, World Digest credits Vale Gazette and Vale Gazette")
    assert all(len(told[one.id]) == 1 for one in around)
