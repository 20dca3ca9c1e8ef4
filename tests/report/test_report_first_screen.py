"""What an editor meets first: period, largest family, what is cut and where all of it is, what is not in order."""

import dataclasses
import datetime

import pytest
from lxml import html

from factory import article, said
from report.invented_case import ARTICLES, COPY, WIRE, at, invented, records
from sayso.model import Agent, Article, Claim, ClaimMention, Clock, Derivation, Question, Reason, Record
from sayso.report import wording
from sayso.report.html import dossier
from sayso.report.page import page
from sayso.report.reasons import reason_words
from sayso.report.records import CaseRecords, Custody
from sayso.vocab import AgentKind, DerivationKind, DirectionBasis, QuestionKind


def tree(case: CaseRecords) -> html.HtmlElement:
    return html.document_fromstring(dossier(case))


def day(number: int) -> Clock:
    value = datetime.datetime(2031, 5, number, tzinfo=datetime.UTC)
    return Clock(value=value, precision="day", text="", basis="invented")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (at(6, 5), at(11, 20), "14 May 2031, 06:05–11:20 UTC"),
        (at(6, 5), at(6, 5), "14 May 2031, 06:05 UTC"),
        (at(6, 5), at(23, 0, "day"), "14 May 2031"),
        (day(3), at(11, 20), "3 May 2031 – 14 May 2031"),
        (dataclasses.replace(day(1), precision="month"), day(20), "May 2031 – 20 May 2031"),
    ],
)
def test_a_period_is_no_more_precise_than_its_ends(first: Clock, last: Clock, words: str) -> None:
    assert wording.period(first, last) == words


def test_the_first_screen_says_the_period_and_the_largest_copy_family() -> None:
    glance = page(invented()).glance
    assert glance.period == "Published 14 May 2031; 1 article gives no date"
    assert glance.family
    assert (glance.family.before, glance.family.name) == (
        "3 of 6 articles carry one text or parts of it: ",
        "Coast Wire",
    )
    shown = " ".join(tree(invented()).xpath("//section[@class='glance']")[0].text_content().split())
    assert "3 of 6 articles carry one text or parts of it: Coast Wire’s." in shown


def test_every_list_that_is_cut_leads_to_all_of_it() -> None:
    of = article("It rained.")
    asked = [
        Question(kind=kind, text=f"Who counted {kind}?", about_ids=(of.id,), closes_with="A list")
        for kind in (QuestionKind.ONE_ORIGIN, QuestionKind.NO_SOURCE, QuestionKind.SAID_UNKNOWN)
    ]
    found = tree(CaseRecords.of("x", [of, *asked]))
    assert found.xpath("//section[@class='glance']//a[@class='all']/text()") == ["see all 3"]


def test_nothing_is_to_be_seen_in_all_where_all_is_shown() -> None:
    assert not tree(invented()).xpath("//a[@class='all']")


def test_sources_that_were_changed_are_told_first() -> None:
    altered = Custody(given={"f" * 64: "wire.html"}, altered={"f" * 64: "its bytes have another sha256"})
    found = tree(dataclasses.replace(invented(), custody=altered))
    assert "wire.html" in found.xpath("//header//p[@role='alert']")[0].text_content()
    assert not tree(invented()).xpath("//p[@role='alert']")


def test_the_first_question_quotes_english_if_any_does() -> None:
    spanish = article("No se sabe quién cerró la puerta.", language="es", name="s")
    english = article("Nobody knows who shut the gate.", name="e")
    asked = [
        Question(
            kind=QuestionKind.SAID_UNKNOWN,
            text=f"The coverage itself leaves this open: “{of.text}”",
            about_ids=(mention.id,),
            closes_with="A later report",
            reasons=(Reason(code="rank", detail=f"{rank} of 2"),),
        )
        for rank, of in enumerate((spanish, english), start=1)
        for mention in told(of, of.text)
    ]
    case = CaseRecords.of("x", [spanish, english, *said(spanish, spanish.text), *said(english, english.text), *asked])
    (first,) = page(case).glance.questions
    assert "Nobody knows" in first.plain


def told(of: Article, words: str, **how: str) -> list[ClaimMention]:
    return [record for record in said(of, words, **how) if isinstance(record, ClaimMention)]  # type: ignore[arg-type]


def test_a_wire_and_what_it_printed_itself_are_one_family() -> None:
    agent = Agent(kind=AgentKind.AGENCY, name="norva press")
    credit = Derivation(
        derived_id=ARTICLES[3].id,
        origin_id=agent.id,
        kind=DerivationKind.REPUBLICATION,
        coverage=1.0,
        origin_coverage=0.0,
        directed=True,
        basis=DirectionBasis.CREDIT_LINE,
    )
    kept = [r for r in records() if not (isinstance(r, Derivation) and r.kind is DerivationKind.SAME_SOURCE)]
    (family,) = page(CaseRecords.of("x", [*kept, agent, credit])).lineage.families
    assert family.articles == 4
    (root,) = family.picture
    assert root.node.note == "news agency, its own articles 1, 5 were read"
    assert [(twig.node.name, twig.how) for twig in root.twigs] == [
        ("Norva Press", "its own article"),
        (ARTICLES[3].publisher, "credits it"),
    ]


def test_what_only_a_reprint_repeats_is_folded_under_its_text() -> None:
    kept = [record for record in records() if not isinstance(record, Derivation)]
    reprint = Derivation(
        derived_id=COPY.id,
        origin_id=WIRE.id,
        kind=DerivationKind.VERBATIM,
        coverage=1.0,
        origin_coverage=0.95,
        directed=True,
        basis=DirectionBasis.EARLIER_CLOCK,
    )
    both = [mention for of in (WIRE, COPY) for mention in told(of, "the Port Authority said")]
    spread = Claim(first_mention_id=both[0].id, text=both[0].span.exact, mention_ids=tuple(m.id for m in both))
    laid_out = page(CaseRecords.of("x", [*kept, reprint, *both, spread]))
    (view,) = laid_out.reprints
    assert [claim.id for claim in view.claims] == [spread.id]
    assert [ref.name for ref in view.articles] == ["Norva Press", "Veel Courier"]
    assert spread.id not in {claim.id for claim in laid_out.shared}
    assert len(laid_out.shared) == 2
    numbers = [c.number for c in (*laid_out.shared, *view.claims, *(c for s in laid_out.singles for c in s.claims))]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert view.claims[0].number == 3


def test_a_claim_has_one_title_everywhere_and_it_is_in_english_if_anybody_put_it_so() -> None:
    spanish = article("Murieron nueve personas.", language="es", name="s", publisher="Diario", published=at(6))
    blunt = article("Nine dead in cowardly raid", name="b", publisher="Blunt", published=at(7))
    plain = article("Nine people are dead.", name="p", publisher="Plain", published=at(8))
    more = article("Nine dead, people say.", name="m", publisher="More", published=at(9))
    articles = (spanish, blunt, plain, more)
    mentions = [mention for of in articles for mention in told(of, of.text)]
    claim = Claim(first_mention_id=mentions[0].id, text=spanish.text, mention_ids=tuple(m.id for m in mentions))
    case = CaseRecords.of("x", [*articles, *mentions, claim])
    (view,) = page(case).shared
    assert view.title.text == view.short.text == view.lead.quote.text
    assert view.lead.article.name in {"Plain", "More"}
    assert view.earliest
    assert view.earliest.quote.text == spanish.text
    titles = tree(case).xpath("//section[@class='glance']//li/a[@class='plain']/q | //ol[@class='claims']//h3/q")
    assert len({title.text_content() for title in titles}) == 1


def test_a_claim_in_no_english_says_its_language() -> None:
    made = [article("Murieron nueve personas.", language="es", name=n, publisher=n) for n in "ab"]
    mentions = [mention for of in made for mention in told(of, of.text)]
    claim = Claim(first_mention_id=mentions[0].id, text=made[0].text, mention_ids=tuple(m.id for m in mentions))
    found = tree(CaseRecords.of("x", [*made, *mentions, claim]))
    assert found.xpath("//ol[@class='claims']//h3/span[@class='tongue']/text()") == ["Spanish"]


def test_one_article_leads_with_the_sentence_that_names_its_source_and_shows_the_others() -> None:
    of = article("A Patriot hit it, the army said.", headline="Downed by a Patriot")
    headline = said(of, "Downed by a Patriot")
    body = said(of, "A Patriot hit it", by="the army", cue="said")
    ids = tuple(r.id for r in (*headline, *body) if isinstance(r, ClaimMention))
    made: list[Record] = [
        of,
        *headline,
        *body,
        Claim(first_mention_id=ids[0], text="Downed by a Patriot", mention_ids=ids),
    ]
    case = CaseRecords.of("x", made)
    ((view,),) = (single.claims for single in page(case).singles)
    assert (view.lead.quote.text, view.lead.voice) == ("A Patriot hit it", "said")
    shown = tree(case).xpath("//ol[@class='singles']/li")[0].text_content()
    assert "Downed by a Patriot" in shown
    assert "the army" in shown


def test_an_account_is_led_by_whoever_names_its_source() -> None:
    """The wire and its copy are not read: what is left is an English own voice and an attributed Arabic sentence."""
    case = CaseRecords.of("x", [record for record in records() if record not in (WIRE, COPY)])
    first = page(case).conflicts[0].values[0].first
    assert (first.voice, first.quote.language) == ("said", "ar")


def test_reasons_are_told_in_words_and_not_in_stems() -> None:
    of = article("The territory was probably crossed by 18,000 people near Veel.")
    (mention,) = told(of, of.text)
    reasons = (
        Reason(code="same_anchor", detail="4 mentions state: at least 4 released", evidence=(mention.id,)),
        Reason(code="same_anchor", detail="2 mentions state: 18000 settlement", evidence=(mention.id,)),
        Reason(code="same_anchor", detail="3 mentions state: Osoka-2", evidence=(mention.id,)),
        Reason(
            code="same_words",
            detail="4 mentions share most of their words, among them: territori, probabl",
            evidence=(mention.id,),
        ),
        Reason(code="low_cohesion", detail="only 40% of its pairs match directly"),
    )
    assert reason_words(CaseRecords.of("x", [of, mention]), reasons) == (
        "Figures in common: at least 4 for released (4 appearances), 18,000 for settlement (2)",
        "Names in common: Osoka-2 (3 appearances)",
        "Words in common: territory, probably (4 appearances)",
        "only 40% of its pairs match directly",
    )


def test_tables_have_captions() -> None:
    found = tree(invented())
    assert len(found.xpath("//table/caption")) == len(found.xpath("//table")) > 0


def test_what_is_called_earliest_has_a_date_and_came_out_before() -> None:
    undated = article("Murieron nueve personas en la presa.", language="es", name="u", publisher="Nodate")
    late = article("Nueve muertos.", language="es", name="l", publisher="Late", published=at(9))
    first = article("Nine people are dead.", name="f", publisher="First", published=at(6))
    articles = (undated, first, late)
    mentions = [mention for of in articles for mention in told(of, of.text)]
    claim = Claim(first_mention_id=mentions[0].id, text=late.text, mention_ids=tuple(m.id for m in mentions))
    (view,) = page(CaseRecords.of("x", [*articles, *mentions, claim])).shared
    assert view.lead.article.name == "First"
    assert view.earliest is None
    assert "Earliest" not in tree(CaseRecords.of("x", [*articles, *mentions, claim])).text_content()


def test_no_claim_is_known_by_what_is_one_with_some_of_it_only() -> None:
    core = [article(words, language="es", name=words, publisher=words) for words in ("Se rompió el cable.", "El ancla")]
    edge = article("A patrol boat stopped the ship.", name="e", publisher="Edge")
    near = article("An anchor cut the cable.", name="n", publisher="Near")
    mentions = [mention for of in (*core, edge, near) for mention in told(of, of.text)]
    aside = Reason(code="joined_through", detail="1 mention is one with others", evidence=(mentions[2].id,))
    claim = Claim(
        first_mention_id=mentions[0].id, text=core[0].text, mention_ids=tuple(m.id for m in mentions), reasons=(aside,)
    )
    (view,) = page(CaseRecords.of("x", [*core, edge, near, *mentions, claim])).shared
    assert view.lead.article.name == "Near"
