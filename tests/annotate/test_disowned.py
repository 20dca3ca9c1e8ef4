"""What the network finds and nobody says, and edges that fall in the midst of a phrase; all of it invented.

Each relation is given as a sentence with its source in <>, its cue in {} and its content in [].
"""

import re

import pytest

from sayso.annotate import cues
from sayso.annotate.disowned import is_disowned
from sayso.annotate.edges import mend_edges
from sayso.annotate.relations import LEARNED, Relation

_MARKS = {"<": "source", "{": "cue", "[": "content"}
_CLOSING = ">}]"


def relation(marked: str) -> tuple[str, Relation]:
    """A sentence without its marks, and the relation they show."""
    plain: list[str] = []
    found: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    opened: list[tuple[str, int]] = []
    for ch in marked:
        if ch in _MARKS:
            opened.append((_MARKS[ch], len(plain)))
        elif ch in _CLOSING:
            name, start = opened.pop()
            found[name].append((start, len(plain)))
        else:
            plain.append(ch)
    return "".join(plain), Relation(found["source"], found["cue"], found["content"], LEARNED)


def words(text: str, pieces: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in pieces]


@pytest.mark.parametrize(
    "marked",
    [
        "<The mayor> {has been harshly criticized for} [rules that shopkeepers see as far too costly].",
        "<Lenz> {was accused of} [moving the gate by night].",
        "But [when the board cut the money two years later], <Halden> {said} enough.",
        "Many <villagers> {felt betrayed} [when the ministry asked the builder to its table].",
        "<Let's> {say} [the dam holds for another ten years].",
        "If <the minister> {says} [the dam is safe], nobody will believe him.",
        "Contrary to what <the minister> {said}, [the dam is unsafe].",
        "<No minister> {said} [that the gate was new].",
        "Neither <Korvia nor Melland> {confirmed} [that the dam fell].",
        "It was not the army <that> {said} [the depot was hit].",
        "<More than 40 people> {confirmed} [dead] in the valley.",
        "<Dozens> {feared} [trapped under the mill].",
        "If it fails <you> {think} [the ministry has misled everyone].",
        "It left a costly - <some> {say} [needless - bridge in the middle of the valley].",
    ],
)
def test_no_source_is_given_words_that_it_is_not_said_to_say(marked: str) -> None:
    text, found = relation(marked)
    grammar = cues.grammar("en")
    assert grammar is not None
    assert is_disowned(text, found, [(0, len(text))], grammar)


@pytest.mark.parametrize(
    "marked",
    [
        "<The mayor> {has criticized} [the rules as far too costly].",
        "[Lenz moved the gate by night], <the police> {said} on Tuesday.",
        "[When the water came they ran to the mill], <he> {said}.",
        "“[When the water came, we ran],” <she> {said} quietly.",
        "<The board> {said} [after the meeting the gate had been shut].",
        "<Lenz> {was quoted as saying} [that the gate was shut].",
        "The bridge - <some> {say} [the whole valley] - is needless.",
        "<Police> {said} [missing hikers had been found].",
        "<The army> {said} [dead soldiers had been mutilated].",
        "[After the flood everything was gone], <Lenz> {told} reporters.",
        "The plan - <critics> {say} [it is reckless - was approved].",
        "<The mayor> {told} you [that the dam would hold].",
    ],
)
def test_what_somebody_does_say_stays_theirs(marked: str) -> None:
    text, found = relation(marked)
    grammar = cues.grammar("en")
    assert grammar is not None
    assert not is_disowned(text, found, [(0, len(text))], grammar)


@pytest.mark.parametrize(
    ("marked", "source", "cue", "content"),
    [
        (
            "<A Board of Works report released> last {year found} [that the gate was cracked].",
            "A Board of Works report released last year",
            "found",
            "that the gate was cracked",
        ),
        (
            "<Officials speaking> {anonymously call} [the reports of a mine accurate].",
            "Officials speaking anonymously",
            "call",
            "the reports of a mine accurate",
        ),
        (
            "<The president> {had called} [the finding definite on] Wednesday.",
            "The president",
            "had called",
            "the finding definite on Wednesday",
        ),
        ("<The council> {may not let} [them rebuild].", "The council", "may not let", "them rebuild"),
        ("<The mayor> {later said} [the gate was shut].", "The mayor", "later said", "the gate was shut"),
        (
            "<The ministry> {made clear} [that it would not pay – on] the contrary, it sold the mill.",
            "The ministry",
            "made clear",
            "that it would not pay",
        ),
        (
            "<They> {said} [the firm had dug two pits, amounting to] what they called a trench.",
            "They",
            "said",
            "the firm had dug two pits",
        ),
        (
            "<They> {said} [the firm had dug two pits, which nobody looked into].",
            "They",
            "said",
            "the firm had dug two pits, which nobody looked into",
        ),
    ],
)
def test_edges_fall_where_phrases_end(marked: str, source: str, cue: str, content: str) -> None:
    text, found = relation(marked)
    grammar = cues.grammar("en")
    assert grammar is not None
    mend_edges(text, found, grammar)
    assert words(text, found.source) == [source]
    assert words(text, found.cue) == [cue]
    assert words(text, found.content) == [content]


def test_the_marks_of_these_tests_are_read() -> None:
    text, found = relation("<A> {said} [b].")
    assert (text, found.source, found.cue, found.content) == ("A said b.", [(0, 1)], [(2, 6)], [(7, 8)])
    assert not re.search(r"[<>{}\[\]]", text)
