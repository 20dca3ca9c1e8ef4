import dataclasses
import datetime

import pytest

from factory import article, said
from report.invented_case import CLAIMS, HARDENED, NAME, WIRE, invented, mention, records
from sayso.model import Article, Claim, ClaimMention, Clock, Record, Skip
from sayso.report.page import Page, page
from sayso.report.quoting import anchor
from sayso.report.records import CaseRecords
from sayso.vocab import SkipReason


@pytest.fixture(scope="module")
def laid_out() -> Page:
    return page(invented())


def test_the_most_repeated_claim_comes_first_with_its_range(laid_out: Page) -> None:
    first = laid_out.shared[0]
    assert first.anchor == anchor(CLAIMS["missing"].id)
    assert first.spread == "4 of 6 articles, 1–2 independent origins"
    assert (
        "".join(f"{b.lead}{b.name}{b.note}" for b in first.behind)
        == "Port Authority of Veel (3); perhaps also Harbour Post (1)"
    )
    assert first.languages == "2 languages"


def test_each_appearance_stands_under_one_origin(laid_out: Page) -> None:
    for claim in CLAIMS.values():
        view = next((view for view in laid_out.shared if view.anchor == anchor(claim.id)), None)
        if view:
            shown = [a.anchor for origin in view.origins for a in origin.appearances]
            assert sorted(shown) == sorted(anchor(mention_id) for mention_id in claim.mention_ids)


def test_claims_of_one_article_are_gathered_under_it(laid_out: Page) -> None:
    assert laid_out.singles_count == "4 claims"
    assert [len(single.claims) for single in laid_out.singles] == [1, 1, 1, 1]


def test_voices_are_told_apart(laid_out: Page) -> None:
    appearances = [a for origin in laid_out.shared[0].origins for a in origin.appearances]
    voices = {a.article.name: (a.voice, a.speaker) for a in appearances}
    assert voices["Norva Press"] == ("said", "the Port Authority")
    assert voices["Harbour Post"] == ("own", "in the writer’s own voice")


def test_a_hedge_is_told_as_the_source_put_it(laid_out: Page) -> None:
    assert laid_out.shared[1].lead.sure == "put as possible, a hypothesis"
    overloaded = next(c for s in laid_out.singles for c in s.claims if c.anchor == anchor(CLAIMS["overloaded"].id))
    assert overloaded.lead.sure == "put as certain, in the negative"


def test_conflicts_are_kept_apart_from_what_only_looks_like_one(laid_out: Page) -> None:
    assert [value.value for value in laid_out.conflicts[0].values] == ["at least 40", "52"]
    assert laid_out.seeming == ()
    assert laid_out.seeming_counts == "1 update of one account"


def test_answers_to_one_question_stand_side_by_side_and_are_no_conflict(laid_out: Page) -> None:
    (found,) = laid_out.side_by_side
    assert [value.first.anchor for value in found.values] == [
        anchor(mention("mine in wire").id),
        anchor(CLAIMS["overloaded"].mention_ids[0]),
    ]
    assert all(value.first.quote.text for value in found.values)
    assert len(laid_out.conflicts) == 1


def test_a_figure_that_changed_is_told_as_its_course(laid_out: Page) -> None:
    (course,) = laid_out.courses
    assert course.topic == "toll"
    steps = [(step.value, step.since, step.articles, step.origins) for step in course.steps]
    assert steps == [
        ("at least 40", "14 May 2031, 06:05 UTC", "1 article", "1 origin: Port Authority of Veel"),
        ("43", "14 May 2031", "1 article", ""),
    ]
    assert course.steps[0].first.quote.text.startswith("At least 40 people")


def test_a_value_says_whom_it_goes_back_to(laid_out: Page) -> None:
    assert [value.origins for value in laid_out.conflicts[0].values] == [
        "1–2 origins: Port Authority of Veel, perhaps Harbour Post",
        "",
    ]


def test_drift_gives_both_quotes_and_what_was_lost(laid_out: Page) -> None:
    assert [view.lost_what for view in laid_out.drifts] == ["the attribution", "the hedge"]
    hedge = laid_out.drifts[1]
    assert (hedge.before.quote.text, hedge.after.quote.text) == (
        "The ship possibly struck a mine",
        "The ship struck a mine",
    )
    assert laid_out.glance.drift == "Lost on the way: the attribution once and the hedge once"


def test_a_hidden_origin_is_a_node_of_its_own_above_the_first_reprinter(laid_out: Page) -> None:
    (family,) = laid_out.lineage.families
    assert family.name == "Coast Wire"
    assert family.articles == 3
    (root,) = family.picture
    assert (root.node.name, root.node.note) == ("Coast Wire", "news agency, not among the articles read")
    assert [twig.node.name for twig in root.twigs] == ["Norva Press"]
    assert [twig.node.name for twig in root.twigs[0].twigs] == ["Veel Courier", "Harbour Post"]


def test_aligned_passages_mark_what_differs(laid_out: Page) -> None:
    ties = {tie.second.name: tie for tie in laid_out.lineage.families[0].ties.laid_out if tie.passages}
    same, reworded = (
        next(row for row in tie.passages.rows if row.number)
        for name in ("Veel Courier", "Harbour Post")
        if (tie := ties[name]).passages
    )
    assert not any(piece.kind == "differs" for piece in same.second.pieces)
    assert "possibly" in "".join(piece.text for piece in reworded.first.pieces if piece.kind == "differs")
    assert "".join(piece.text for piece in reworded.second.pieces) in HARDENED.text


def test_the_first_screen_counts_what_an_editor_asks_for(laid_out: Page) -> None:
    counts = {count.label: count.number for count in laid_out.glance.counts}
    assert counts == {
        "articles": "6",
        "publishers": "5",
        "languages": "2",
        "copy family": "1",
        "claims": "6",
        "conflict": "1",
        "open questions": "2",
        "item not read": "1",
    }
    assert laid_out.glance.unread == "1 item skipped: no article text in it (1)"


def test_the_first_screen_has_about_ten_lines(laid_out: Page) -> None:
    glance = laid_out.glance
    sentences = (glance.voices, glance.drift, glance.unread, laid_out.absent)
    assert len(glance.claims) + len(glance.conflicts) + sum(map(bool, sentences)) <= 12


def test_a_page_repeats_exactly_for_equal_records() -> None:
    assert page(CaseRecords.of(NAME, reversed(records()))) == page(CaseRecords.of(NAME, records()))


def test_one_article_reads_in_the_order_of_its_text() -> None:
    only = article("First it rained, Ana said. Then it snowed. It may freeze.", headline="Weather", publisher="Post")
    told: list[Record] = [
        *said(only, "It may freeze", certainty="possible"),
        *said(only, "Then it snowed"),
        *said(only, "First it rained", by="Ana", cue="said"),
    ]
    case = CaseRecords.of("weather", [only, *told])
    claims = [Claim(first_mention_id=m.id, text=m.span.exact, mention_ids=(m.id,)) for m in case.claim_mentions]
    view = page(CaseRecords.of("weather", [only, *told, *claims]))
    assert view.single
    assert [claim.title.text for claim in view.singles[0].claims] == [
        "First it rained",
        "Then it snowed",
        "It may freeze",
    ]
    assert [source.name.text for source in view.glance.sources] == ["Ana"]
    assert "conflict" in view.absent


def test_a_sentence_that_goes_on_from_an_attributed_one_is_not_attributed() -> None:
    of = article("Ana said it rained. The river rose.")
    attribution, told, _ = said(of, "it rained", by="Ana", cue="said")
    following, certainty = said(of, "The river rose")
    assert isinstance(following, ClaimMention)
    carried = dataclasses.replace(following, id="", carried_over_id=attribution.id)
    claim = Claim(first_mention_id=carried.id, text="The river rose", mention_ids=(carried.id,))
    view = page(CaseRecords.of("x", [of, attribution, told, carried, certainty, claim]))
    first = view.singles[0].claims[0].lead
    assert first.voice == "carried"
    assert first.speaker == "in the writer’s own voice"
    assert [teller.source.text for teller in first.tellers if teller.source] == ["Ana"]


@pytest.mark.parametrize("missing", sorted({type(record).__name__ for record in records()}))
def test_records_that_lead_nowhere_cost_only_themselves(missing: str) -> None:
    left = [record for record in records() if type(record).__name__ != missing]
    view = page(CaseRecords.of(NAME, left))
    assert view.title == NAME


def test_an_attribution_that_is_gone_is_unclear_and_never_own_voice() -> None:
    left = [record for record in records() if type(record).__name__ != "Attribution"]
    view = page(CaseRecords.of(NAME, left))
    shown = {a.anchor: a.voice for claim in view.shared for o in claim.origins for a in o.appearances}
    assert shown[anchor(mention("missing in wire").id)] == "unclear"
    assert shown[anchor(mention("missing in hardened").id)] == "own"


def test_an_empty_case_still_has_a_page() -> None:
    view = page(CaseRecords.of("", []))
    assert view.title == "Untitled case"
    assert not view.shared


def test_questions_lead_to_what_they_are_about(laid_out: Page) -> None:
    kinds = {group.kind: group.shown[0] for group in laid_out.questions}
    assert kinds["one origin only"].about[0].anchor == anchor(CLAIMS["missing"].id)
    assert kinds["said to be unknown"].about[0].words
    titles = {claim.anchor: claim.short for claim in laid_out.shared}
    shown = [about for view in kinds.values() for about in view.about if about.words and about.anchor in titles]
    assert shown
    assert all(about.words == titles[about.anchor] for about in shown)  # a claim has one name on the page
    assert WIRE.headline


def test_a_step_that_failed_is_no_finding_of_absence() -> None:
    of = article("It rained.")
    skip = Skip(stage="drift", subject="*", reason=SkipReason.STAGE_FAILED, detail="KeyError")
    whole, broken = page(CaseRecords.of("x", [of])), page(CaseRecords.of("x", [of, skip]))
    assert "loss of say-so" in whole.absent
    assert "loss of say-so" not in broken.absent
    assert broken.glance.failed == "A step failed (drift): what it would have found is missing here"
    assert broken.skips[0].items[0].subject == "the whole case"


def test_an_article_dated_by_month_is_not_put_before_one_dated_by_day() -> None:
    def dated(name: str, precision: str, day: int) -> Article:
        value = datetime.datetime(2031, 5, day, tzinfo=datetime.UTC)
        clock = Clock(value=value, precision=precision, text="", basis="invented")
        return article("It rained.", name=name, publisher=name, published=clock)

    case = CaseRecords.of("x", [dated("month", "month", 1), dated("day", "day", 14), dated("minute", "minute", 14)])
    assert [of.publisher for of in case.articles] == ["minute", "day", "month"]
