"""Where a group is all there were, its counts are compared with counts of people."""

from factory import article, counted, said
from sayso.corroborate.everybody import everybody
from sayso.corroborate.profile import Profiles
from sayso.model import Claim, ClaimMention, Record
from sayso.stage import of


def _found(*told: tuple[str, str, float], one_claim: bool = True) -> frozenset[str]:
    """The groups that are everybody, of statements (text, measure, number): all of one claim, or each of its own."""
    records: list[Record] = []
    for at, (text, measure, number) in enumerate(told):
        made = article(text, name=str(at))
        records += [made, *said(made, text), counted(made, f"{number:g}", measure, number)]
    ids = [mention.id for mention in of(records, ClaimMention)]
    groups = [ids] if one_claim else [[one] for one in ids]
    claims = [Claim(first_mention_id=g[0], text="", mention_ids=tuple(g), reasons=()) for g in groups]
    return everybody(Profiles(records).ordered(), claims)


CREW = ("Aboard were 21 crew.", "crew", 21.0)
PEOPLE = ("Aboard were 21 people.", "person", 21.0)


def test_a_group_of_which_others_say_people_is_everybody() -> None:
    assert _found(CREW, PEOPLE) == {"crew"}


def test_the_same_number_of_another_claim_tells_nothing() -> None:
    assert _found(CREW, PEOPLE, one_claim=False) == frozenset()


def test_a_group_beside_more_people_is_a_part() -> None:
    text = "Aboard were 74 people, 21 of them crew."
    made = article(text, name="more")
    part = [made, *said(made, text), counted(made, "74", "person", 74.0), counted(made, "21", "crew", 21.0)]
    records: list[Record] = []
    for at, (told, measure, number) in enumerate((CREW, PEOPLE)):
        other = article(told, name=str(at))
        records += [other, *said(other, told), counted(other, "21", measure, number)]
    ids = tuple(mention.id for mention in of(records, ClaimMention))
    claim = Claim(first_mention_id=ids[0], text="", mention_ids=ids, reasons=())
    assert everybody(Profiles(records).ordered(), [claim]) == {"crew"}
    assert everybody(Profiles([*records, *part]).ordered(), [claim]) == frozenset()
