from factory import article, said
from report.invented_case import ARTICLES, CLAIMS, NAME, WIRE, invented, mention, records
from sayso.model import Article
from sayso.report.records import CaseRecords


def test_records_in_any_order_give_the_same_container() -> None:
    there, back = CaseRecords.of(NAME, records()), CaseRecords.of(NAME, list(reversed(records())))
    assert there == back


def test_a_record_given_twice_is_kept_once() -> None:
    assert CaseRecords.of(NAME, [*records(), *records()]) == CaseRecords.of(NAME, records())


def test_every_record_finds_its_place() -> None:
    case = invented()
    kept = [
        getattr(case, field) for field in CaseRecords.__dataclass_fields__ if isinstance(getattr(case, field), tuple)
    ]
    assert sum(len(group) for group in kept) == len({record.id for record in records()})


def test_articles_come_by_time_of_publication_and_undated_ones_last() -> None:
    case = invented()
    published = [article.published.value for article in case.articles if article.published]
    assert published == sorted(published)
    assert case.articles[-1].published is None
    assert sorted(case.number_by_article.values()) == list(range(1, len(ARTICLES) + 1))


def test_look_ups_lead_from_mention_to_claim_and_article() -> None:
    case = invented()
    told = mention("missing in arabic")
    assert case.claim_by_mention[told.id] == CLAIMS["missing"]
    assert case.mentions_by_article[WIRE.id][0].span.start < case.mentions_by_article[WIRE.id][1].span.start


def test_certainty_of_the_writer_comes_last() -> None:
    of: Article = article("Rain fell, Ana said.")
    told = said(of, "Rain fell", by="Ana", cue="said")
    case = CaseRecords.of("x", [of, *told])
    (held,) = case.certainties_by_mention[case.claim_mentions[0].id]
    assert held.holder == "Ana"
