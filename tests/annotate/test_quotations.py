"""Quotation marks paired in the national styles; what is unbalanced costs its own paragraph only."""

import time

import pytest

from sayso.annotate import quotations
from sayso.annotate.tokens import pattern, tokenise

ANY = pattern()


def quoted(text: str, *, continues: bool = False) -> list[str]:
    tokens = tokenise(text, 0, len(text), ANY)
    pairs = quotations.pair(tokens, continues=continues)
    return [text[tokens.start[q.first] : tokens.end[q.last]] for q in pairs]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “it held” twice.", ["“it held”"]),
        ('He said "it held" twice.', ['"it held"']),
        ("Er sagte: „Es hielt.“ Dann ging er.", ["„Es hielt.“"]),
        ("Han sagde: »Det holdt.«", ["»Det holdt.«"]),
        ("Он сказал: «Она устояла».", ["«Она устояла»"]),
        ("Hän sanoi: ”Se kesti.”", ["”Se kesti.”"]),
        ("他说：「它撑住了」。", ["「它撑住了」"]),
        ("She said ''it held'' twice.", ["''it held''"]),
        ("She said ‘it held’ twice.", ["‘it held’"]),
        ("“It ‘held’,” she said.", ["“It ‘held’,”"]),
        ("The ministers’ plan isn’t new.", []),
        ("It held,” she said.", []),
        ("“It held, she said.", []),
    ],
)
def test_pairs(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_quotation_left_open_runs_on_only_where_the_next_paragraph_goes_on() -> None:
    assert quoted("“It held all day.", continues=True) == ["“It held all day."]
    assert quoted("He said it “held all day.", continues=False) == []


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "«", "‘", "''"])
def test_a_megabyte_of_marks_takes_linear_time(mark: str) -> None:
    text = mark * 200_000
    start = time.perf_counter()
    quoted(text)
    assert time.perf_counter() - start < 5
