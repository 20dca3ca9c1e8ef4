import pytest

import lineage_prose as prose
from sayso.extract.credits import credits_at_edges
from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.batch import lineage_rows
from sayso.lineage.documents import Document
from sayso.model import Credit
from sayso.vocab import CreditKind

BODY = prose.text(1, 8)
NAMES = frozenset({"Norlex"})


def credited(text: str, outlet: str = "Herald") -> list[str]:
    """The lines that count as credits once Norlex is known."""
    (document,) = signed([Document(id="d", text=text, outlet=outlet)], NAMES)
    assert {(c.start, c.end) for c in document.credits} == set(document.left_out)
    assert all((c.kind, c.name) == (CreditKind.WIRE, "Norlex") for c in document.credits)
    return [text[credit.start : credit.end] for credit in document.credits]


@pytest.mark.parametrize(
    "line",
    [
        "(Norlex)", "[Norlex]", "— Norlex", "- Norlex", "Norlex", "© Norlex", "© 2031 Norlex", "Copyright 2031 Norlex.",
        "By Norlex", "By Lena Holt, Norlex", "Von Lena Holt / Norlex", "Par Norlex",
        "With material from Norlex.", "Norlex contributed to this report.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at_head", [True, False])
def test_a_name_known_for_an_agency_signs_a_text(line: str, at_head: bool) -> None:
    text = f"{line}\n\n{BODY}" if at_head else f"{BODY}\n\n{line}"
    assert credited(text) == [line]


@pytest.mark.parametrize("end", ["(Norlex)", "– Norlex", "[Norlex]"])
def test_it_signs_the_end_of_a_last_paragraph(end: str) -> None:
    assert [line.strip() for line in credited(f"{BODY} {end}")] == [end]


@pytest.mark.parametrize(
    "line",
    [
        "Norlex reported a fire at the lock.", "The pilots spoke to Norlex", "By Lena Holt of the Norlex group",
        "Photo: Lena Holt, Norlex", "Lena Holt told Norlex: it burned, Norlex", "Norlexia",
    ],
)  # fmt: skip
def test_what_only_names_it_is_no_signature(line: str) -> None:
    assert credited(f"{line}\n\n{BODY}") == []
    assert credited(f"{BODY}\n\n{line}") == []


@pytest.mark.parametrize("end", ["(Норлекс)", "（Норлекс）", "(نورلكس)"])
def test_it_signs_at_the_foot_in_another_script(end: str) -> None:
    assert credited(f"{BODY}\n\n{end}") == [end]
    assert credited(f"{BODY} {end}") == [end]


@pytest.mark.parametrize("end", ["(Норланд)", "(Норлекс молчит)", "(نورا)", "Норлекс", "(Карнлекс)"])
def test_what_sounds_otherwise_or_stands_in_no_brackets_signs_nothing(end: str) -> None:
    assert credited(f"{BODY}\n\n{end}") == []


def test_a_sound_of_two_agencies_tells_neither() -> None:
    given = [Document(id="d", text=f"{BODY}\n\n(Норлекс)", outlet="Herald")]
    assert signed(given, NAMES)[0].credits
    assert not signed(given, NAMES | {"Nerlaks"})[0].credits


def test_an_outlet_does_not_credit_itself_and_nobody_is_credited_twice() -> None:
    assert credited(f"By Norlex\n\n{BODY}", outlet="Norlex") == []
    assert credited(f"By Norlex\n\n{BODY}\n\n(Norlex)") == ["By Norlex"]
    middle = BODY.split("\n\n")
    assert credited("\n\n".join([*middle[:4], "(Norlex)", *middle[4:]]) + "\n\nMore.\n\nMore.\n\nMore.") == []


def test_a_line_of_an_agency_shows_it_where_the_list_does_not_know_it() -> None:
    def having(kind: CreditKind, name: str) -> Document:
        return Document(id="d", text=BODY, credits=(Credit(kind=kind, name=name, start=0, end=1),))

    assert shown([having(CreditKind.WIRE, "Norlex"), having(CreditKind.WIRE, "Reuters")]) == {"Norlex"}
    assert shown([having(CreditKind.REPUBLICATION, "Coast Herald"), having(CreditKind.WIRE, "staff")]) == frozenset()


def test_two_reprints_that_sign_with_its_bare_name_copied_neither_from_the_other() -> None:
    texts = {
        "dateline": f"LUNDHAVN (Norlex) — {BODY}",
        "signed": f"{BODY}\n\n(Norlex)",
        "byline": f"By Ana Lenz, Norlex\n\n{BODY}",
    }
    rows = [
        {"id": name, "text": text, "outlet": name.title(), "published": f"2031-03-04T0{n}:00:00Z"}
        for n, (name, text) in enumerate(texts.items())
    ]
    pairs = list(lineage_rows(rows, credits_of=credits_at_edges))
    assert [(pair["kind"], pair["common_origin"]) for pair in pairs] == [("same_source", "Norlex")] * 3
    (alone,) = lineage_rows(rows[1:], credits_of=credits_at_edges)
    assert alone["common_origin"] is None
