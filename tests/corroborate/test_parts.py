"""Parts of statements in claims: each toll is one claim, whatever stands beside it, and wholes stay as they were."""

from read_through import read_through
from sayso.model import Claim, ClaimMention, Contradiction, Corroboration, Drift, Question, Record
from sayso.parts import whole_of
from sayso.stage import of
from sayso.vocab import QuestionKind

TOLD = (
    ("en", "The Health Ministry of Ostrel said a bus was hit on the Tarn road, killing at least 17 people."),
    ("en", "The Health Ministry of Ostrel counts at least 17 dead, around 40 wounded."),
    ("de", "Nach Angaben des Gesundheitsministeriums von Ostrel kamen mindestens 17 Menschen ums Leben."),
)


def _holding(records: list[Record], words: str) -> tuple[Claim, set[str]]:
    """The claim that holds a mention with these words, and the articles it stands in."""
    mentions = {m.id: m for m in of(records, ClaimMention)}
    found = next(c for c in of(records, Claim) if any(words in mentions[m].span.exact for m in c.mention_ids))
    return found, {mentions[m].article_id for m in found.mention_ids}


def test_a_toll_is_one_claim_whatever_stands_beside_it() -> None:
    records = read_through(*TOLD)
    claim, articles = _holding(records, "mindestens 17 Menschen")
    assert len(articles) == 3
    (count,) = [c for c in of(records, Corroboration) if c.claim_id == claim.id]
    assert (count.low, count.high) == (1, 1)


def test_every_mention_is_in_one_claim() -> None:
    records = read_through(*TOLD)
    held = [m for claim in of(records, Claim) for m in claim.mention_ids]
    assert sorted(held) == sorted(m.id for m in of(records, ClaimMention))


def test_a_part_has_the_day_and_place_of_its_whole() -> None:
    records = read_through(
        ("en", "Police in Tarn said the dam broke there on 2 May, killing nine people."),
        ("en", "Police in Ostwick said a mill burnt down there on 6 May, killing nine people."),
    )
    _, articles = _holding(records, "killing nine people")
    assert len(articles) == 1


def test_what_reads_a_text_once_through_reads_no_part() -> None:
    records = read_through(
        *TOLD, ("en", "The Health Ministry of Ostrel said a bus was hit, killing 31 people, 12 wounded.")
    )
    parts = whole_of(of(records, ClaimMention))
    assert parts
    read = [m for c in of(records, Contradiction) for value in c.values for m in value.mention_ids]
    read += [m for drift in of(records, Drift) for m in (drift.from_mention_id, drift.to_mention_id)]
    assert read
    assert not parts.keys() & set(read)


def test_a_text_that_is_one_endless_sentence_costs_itself_alone() -> None:
    endless = "The dam at Ostrel held and " * 200 + "a zeppelin exploded over the quarry, killing 17 beekeepers."
    records = read_through(*TOLD, ("en", endless))
    _, articles = _holding(records, "mindestens 17 Menschen")
    assert len(articles) == 3


def test_a_sum_is_asked_once() -> None:
    text = "The blast killed 31 people, 12 children, nine women and eight men, and burned the market, police said."
    records = read_through(("en", text))
    assert len([one for one in of(records, Question) if one.kind is QuestionKind.SUM_FAILS]) <= 1


def test_what_one_did_not_say_is_no_part_of_a_count() -> None:
    records = read_through(
        ("en", "At least 17 people were killed or wounded in the raid, the mayor of Tarn said."),
        ("en", "The army said at least 17 people were killed in the raid."),
    )
    claim, _ = _holding(records, "17 people were killed in the raid")
    (count,) = [c for c in of(records, Corroboration) if c.claim_id == claim.id]
    assert count.high == 1
