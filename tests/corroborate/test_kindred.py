"""Where two measures are two names for one count, their numbers are compared."""

from factory import article, counted, said
from sayso.corroborate.agreement import Rarity
from sayso.corroborate.figures import figure_topics, figures_by_measure
from sayso.corroborate.kindred import kindred
from sayso.corroborate.profile import Profiles
from sayso.model import Claim, ClaimMention, Record
from sayso.stage import of

DETAINEES = ("The blast killed 31 detainees.", [("31", "arrested", 31.0)])
PRISONERS = ("The blast killed 31 prisoners.", [("31", "prisoner", 31.0)])
MORE = ("The blast killed 47 prisoners.", [("47", "prisoner", 47.0)])
BOTH = ("Of 31 detainees none was among the 40 prisoners.", [("31", "arrested", 31.0), ("40", "prisoner", 40.0)])


def _records(*told: tuple[str, list[tuple[str, str, float]]]) -> list[Record]:
    records: list[Record] = []
    for at, (text, numbers) in enumerate(told):
        made = article(text, name=str(at))
        records += [made, *said(made, text), *(counted(made, *number) for number in numbers)]
    return records


def _claim(records: list[Record], size: int) -> Claim:
    ids = tuple(mention.id for mention in of(records, ClaimMention))[:size]
    return Claim(first_mention_id=ids[0], text="", mention_ids=ids, reasons=())


def test_one_number_under_two_names_in_one_claim_makes_them_one_count() -> None:
    records = _records(DETAINEES, PRISONERS)
    profiles = Profiles(records).ordered()
    assert kindred(profiles, [_claim(records, 2)]) == {"arrested": "prisoner"}
    assert kindred(profiles, [_claim(records, 1)]) == {}


def test_who_gives_two_numbers_of_the_two_knows_that_they_are_two_things() -> None:
    records = _records(DETAINEES, PRISONERS, BOTH)
    assert kindred(Profiles(records).ordered(), [_claim(records, 2)]) == {}


def test_numbers_under_two_names_are_compared() -> None:
    records = _records(DETAINEES, PRISONERS, MORE)
    profiles = Profiles(records).ordered()
    by_measure = figures_by_measure(profiles, [_claim(records, 2)])
    topics = figure_topics(profiles, Rarity(profiles), by_measure)
    found = [difference for topic in topics for difference in topic.differences()]
    assert [{value.value: len(value.mention_ids) for value in c.values} for c in found] == [{"31": 2, "47": 1}]
